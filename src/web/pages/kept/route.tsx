import { Hono } from "hono";
import { dropKeptForm, keptForms } from "../../../app/kept-forms.ts";
import type { WebEnv } from "../../deps.ts";
import { localPath } from "../../forms/local-path.ts";
import { page } from "../../layout/page.tsx";
import { NotFound } from "../../middleware/permission.ts";
import { KeptView } from "./view.tsx";

/** What somebody sent after their sign-in had run out, to send again or throw away. */
export const keptPages = new Hono<WebEnv>()
  .get("/kept", async (c) => {
    const kept = await keptForms(c.get("deps").app, c.get("person"));
    const title = kept.length === 0 ? "Nothing is kept for you" : "You were signed out before this was saved";
    return page(c, { title, narrow: true }, <KeptView title={title} kept={kept} then={localPath(c.req.query("then")) ?? "/"} />);
  })
  .post("/kept/:id/throw-away", async (c) => {
    if (!(await dropKeptForm(c.get("deps").app, c.get("person"), c.req.param("id")))) throw new NotFound();
    return c.redirect("/kept", 303);
  });
