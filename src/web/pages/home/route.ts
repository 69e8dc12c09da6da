import { Hono } from "hono";
import { deskHasWork } from "../../../app/work/home.ts";
import type { WebEnv } from "../../deps.ts";

/** Where somebody begins: at their desk where there is something on it to do, else at the tracker. */
export const homePages = new Hono<WebEnv>()
  .get("/", async (c) => c.redirect((await deskHasWork(c.get("deps").app, c.get("person"))) ? "/work" : "/tracker"));
