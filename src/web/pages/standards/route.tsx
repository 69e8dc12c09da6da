import { Hono } from "hono";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { StandardsView } from "./list-view.tsx";
import { StandardView } from "./standard-view.tsx";

/** The standards that clocks run by. They are data: what is shown is what is judged by. */
export const standardPages = new Hono<WebEnv>()
  .use("/standards", requirePermission("see-standards"))
  .use("/standards/*", requirePermission("see-standards"))
  .get("/standards", (c) => {
    const standards = [...c.get("deps").app.standards.values()];
    return page(c, { title: "Standards", section: "standards" }, <StandardsView standards={standards} find={c.req.query("find") ?? ""} />);
  })
  .get("/standards/:standard", (c) => {
    const versions = c.get("deps").app.pack.versions.get(c.req.param("standard")) ?? [];
    const now = versions.at(-1);
    if (now === undefined) throw new NotFound();
    return page(c, { title: now.title, section: "standards", back: { href: "/standards", text: "Standards" } }, <StandardView versions={versions} />);
  });
