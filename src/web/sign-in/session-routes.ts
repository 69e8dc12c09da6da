import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";
import { present } from "../middleware/session.ts";

/** For the script that warns before somebody is signed out: how many seconds are left, and staying signed in. */
export const sessionPages = new Hono<WebEnv>()
  .get("/session", async (c) => c.json({ left: secondsOf((await present(c, c.get("deps")))?.left) }))
  .post("/session", async (c) => c.json({ left: secondsOf((await present(c, c.get("deps"), true))?.left) }));

const secondsOf = (milliseconds = 0): number => Math.max(0, Math.floor(milliseconds / 1000));
