import { Hono } from "hono";
import { deskHasWork } from "../../../app/work/home.ts";
import type { WebEnv } from "../../deps.ts";
import { firstPage, pageOfOffice } from "./first-page.ts";

/** Where somebody begins: at the page of their office, or at their desk where there is something on it to do, else at the tracker. */
export const homePages = new Hono<WebEnv>()
  .get("/", async (c) => {
    const person = c.get("person");
    const own = pageOfOffice(person.role);
    if (own !== undefined) return c.redirect(own);
    return c.redirect((await deskHasWork(c.get("deps").app, person)) ? "/work" : firstPage(person.role));
  });
