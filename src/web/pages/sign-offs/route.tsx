import { Hono } from "hono";
import { openSignOffs } from "../../../app/extensions/waiting.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { SignOffsView } from "./view.tsx";

/** What waits for the sign-off of whoever is signed in. */
export const signOffPages = new Hono<WebEnv>()
  .get("/sign-offs", requirePermission("sign-off"), async (c) => {
    const signOffs = await openSignOffs(c.get("deps").app, c.get("person"));
    if (signOffs === undefined) throw new NotFound();
    const signed = c.req.query("signed");
    return page(c, { title: "Sign-offs", section: "signOffs" }, <SignOffsView signOffs={signOffs} signed={signed === "agreed" || signed === "refused" ? signed : undefined} />);
  });
