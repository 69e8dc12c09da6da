import { Hono } from "hono";
import type { WebEnv } from "../deps.ts";
import { present, type Present } from "../middleware/session.ts";

/** For the script that warns before somebody is signed out: how many seconds are left, and staying signed in. */
export const sessionPages = new Hono<WebEnv>()
  .get("/session", async (c) => c.json(said(await present(c, c.get("deps")))))
  .post("/session", async (c) => c.json(said(await present(c, c.get("deps"), true))));

/** `last`: however much it is used. */
const said = (here: Present | undefined): { readonly left: number; readonly last: boolean } =>
  ({ left: Math.max(0, Math.floor((here?.left ?? 0) / 1000)), last: here?.last ?? true });
