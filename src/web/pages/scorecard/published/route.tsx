import { type Context, Hono } from "hono";
import { beginPublished, cancelPublished, confirmPublished, openPublishedRun, removePublished } from "../../../../app/published/import.ts";
import { openPublished } from "../../../../app/published/open-published.ts";
import { counted } from "../../../../domain/words.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { keepNotice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { PublishedView, type RefusedFile } from "./list-view.tsx";
import { PublishedRunView, RemoveView } from "./run-view.tsx";

const BACK = { href: "/scorecard/published", text: "Published figures" };

/** Whose pages these are. */
const asking = (c: Context<WebEnv>) => {
  const person = c.get("person");
  return [c.get("deps").app, person, person.organisation.code] as const;
};

async function showList(c: Context<WebEnv>, refused?: RefusedFile): Promise<Response> {
  const found = await openPublished(...asking(c));
  if (found === undefined) throw new NotFound();
  return page(c, { title: "Published figures", section: "scorecard", error: refused !== undefined, ...(refused === undefined ? {} : { status: 422 }) }, <PublishedView page={found} refused={refused} saved={await takeNotice(c)} />);
}

async function showRun(c: Context<WebEnv>, refused?: string): Promise<Response> {
  const found = await openPublishedRun(...asking(c), c.req.param("run") ?? "");
  if (found === undefined) throw new NotFound();
  return page(c, { title: `Check what “${found.run.source}” would change`, section: "scorecard", back: BACK, error: refused !== undefined, ...(refused === undefined ? {} : { status: 422 }) }, <PublishedRunView found={found} refused={refused} />);
}

/** To the list, saying what was done. */
async function back(c: Context<WebEnv>, text: string): Promise<Response> {
  await keepNotice(c, BACK.href, text);
  return c.redirect(BACK.href, 303);
}

/** Published figures: what is here, a file given, looked at and agreed to, a publication taken away. */
export const publishedPages = new Hono<WebEnv>()
  .get("/scorecard/published", requirePermission("see-scorecard"), (c) => showList(c))
  .post("/scorecard/published", requirePermission("import"), async (c) => {
    const { source, file } = await c.req.parseBody();
    const given = file instanceof File ? file : undefined;
    const typed = typeof source === "string" ? source : "";
    const begun = await beginPublished(...asking(c), { source: typed, fileName: given?.name.replaceAll("\\", "/").split("/").at(-1) ?? "", bytes: new Uint8Array((await given?.arrayBuffer()) ?? []) });
    if ("forbidden" in begun) throw new Forbidden(begun.forbidden);
    if ("refusals" in begun) return showList(c, { source: typed, errors: begun.refusals.map(({ field, message }) => ({ id: field, text: message })), problems: [] });
    if ("problems" in begun) return showList(c, { source: typed, errors: [{ id: "file", text: "Nothing was imported: put right what is listed below in the file, and choose it again" }], problems: begun.problems });
    return c.redirect(`/scorecard/published/imports/${begun.begun}`, 303);
  })
  .get("/scorecard/published/imports/:run", requirePermission("import"), (c) => showRun(c))
  .post("/scorecard/published/imports/:run/confirm", requirePermission("import"), async (c) => {
    const { added, changed, replace } = await readBody(c);
    const done = await confirmPublished(...asking(c), c.req.param("run"), { added: Number(added), changed: Number(changed), replace: replace === "yes" });
    if ("refused" in done) return showRun(c, done.refused);
    return back(c, `${counted(done.imported.added, "figure")} added, ${done.imported.changed} changed`);
  })
  .post("/scorecard/published/imports/:run/cancel", requirePermission("import"), async (c) => {
    const found = await openPublishedRun(...asking(c), c.req.param("run"));
    if (found === undefined) throw new NotFound();
    await cancelPublished(...asking(c), found.run.id);
    return back(c, `The file ${found.run.fileName} was put away, and nothing was imported`);
  })
  .get("/scorecard/published/remove", requirePermission("import"), async (c) => {
    const found = (await openPublished(...asking(c)))?.sources.find(({ source }) => source === c.req.query("source"));
    if (found === undefined) throw new NotFound();
    return page(c, { title: `Remove “${found.source}”`, section: "scorecard", back: BACK, narrow: true }, <RemoveView source={found.source} figures={found.figures} />);
  })
  .post("/scorecard/published/remove", requirePermission("import"), async (c) => {
    const done = await removePublished(...asking(c), (await readBody(c))["source"] ?? "");
    if ("forbidden" in done) throw new Forbidden(done.forbidden);
    return back(c, `${counted(done.removed, "figure")} removed`);
  });
