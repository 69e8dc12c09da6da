import { type Context, Hono } from "hono";
import { type WordFile, WORD_TYPE } from "../../../../app/meetings/word-files.ts";
import { keepScrutiny } from "../../../../app/scrutiny/keep-scrutiny.ts";
import { openScrutiny, type ScrutinyPage } from "../../../../app/scrutiny/open-scrutiny.ts";
import { publishScrutiny } from "../../../../app/scrutiny/publish-scrutiny.ts";
import { scrutinyFile, scrutinyPreview } from "../../../../app/scrutiny/scrutiny-file.ts";
import type { Typed } from "../../../../domain/documents/scrutiny/typed.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { publishedPath } from "../published/path.ts";
import { PATH, ScrutinyForm, withYear } from "./form-view.tsx";
import { ScrutinyPreview } from "./preview-view.tsx";

const BACK = { href: "/reports", text: "Reports" };

async function opened(c: Context<WebEnv>, typed?: Typed): Promise<ScrutinyPage> {
  const asked = c.req.query("year-ending");
  const found = await openScrutiny(c.get("deps").app, c.get("person"), asked === undefined ? undefined : Number(asked), typed);
  if (found === undefined) throw new NotFound();
  return found;
}

const given = (c: Context<WebEnv>, { name, bytes }: WordFile): Response =>
  c.body(Uint8Array.from(bytes), 200, { "content-type": WORD_TYPE, "content-disposition": `attachment; filename="${name}"` });

/** The report on adoption to a scrutiny committee: written, read, and made for Word. */
export const scrutinyPages = new Hono<WebEnv>()
  .get(PATH, requirePermission("publish"), async (c) => {
    const found = await opened(c);
    return page(c, { title: "Scrutiny report", section: "reports", back: BACK }, <ScrutinyForm page={found} faults={[]} revision={found.kept?.revision ?? 0} />);
  })
  .post(PATH, requirePermission("publish"), async (c) => {
    const { group, ...body } = await c.req.parseBody({ all: true });
    const groups = group === undefined ? [] : Array.isArray(group) ? group : [group];
    const yearEnding = Number(c.req.query("year-ending"));
    // A form without a group to choose says nothing of groups.
    const given = { ...body, ...("offered" in body ? { groups } : {}) };
    const done = await keepScrutiny(c.get("deps").app, c.get("person"), yearEnding, given, Number(body["revision"]) || 0);
    switch (done.outcome) {
      case "forbidden": throw new Forbidden(done.reason);
      case "not-found": throw new NotFound();
      case "kept": return c.redirect(withYear(`${PATH}/preview`, yearEnding), 303);
      case "refused": case "overtaken": {
        const found = await opened(c, done.typed);
        const overtaken = done.outcome === "overtaken";
        const errors = overtaken ? [{ id: "committee", text: "Somebody else kept this report while you wrote. What they kept stands under each box that differs: take over what is needed, and keep it again" }]
          : done.faults.map(({ box, message }) => ({ id: box, text: message }));
        return page(c, { title: "Scrutiny report", section: "reports", back: BACK, error: true, status: overtaken ? 409 : 422 }, (
          <><ErrorSummary errors={errors} /><ScrutinyForm page={found} revision={overtaken ? done.revision : Number(body["revision"]) || 0} {...(overtaken ? { theirs: done.theirs, faults: [] } : { faults: done.faults })} /></>
        ));
      }
    }
  })
  .get(`${PATH}/preview`, requirePermission("publish"), async (c) => {
    const found = await opened(c);
    return page(c, { title: "Scrutiny report as it stands", section: "reports", back: { href: withYear(PATH, found.yearEnding), text: "Scrutiny report" } }, <ScrutinyPreview page={found} document={scrutinyPreview(c.get("deps").app, c.get("person"), found)} />);
  })
  .post(`${PATH}/publish`, requirePermission("publish"), async (c) => {
    const body = await readBody(c);
    const done = await publishScrutiny(c.get("deps").app, c.get("person"), Number(c.req.query("year-ending")), body["seen"] ?? "", body["sure"] === "yes");
    if (done === undefined) throw new NotFound();
    if (!("refused" in done)) return c.redirect(publishedPath(done), 303);
    return page(c, { title: "Scrutiny report as it stands", section: "reports", back: { href: withYear(PATH, done.page.yearEnding), text: "Scrutiny report" }, error: true, status: 409 }, <ScrutinyPreview page={done.page} document={scrutinyPreview(c.get("deps").app, c.get("person"), done.page)} refused={done.refused} />);
  })
  .get(`${PATH}/draft.docx`, requirePermission("publish"), async (c) => {
    return given(c, await scrutinyFile(c.get("deps").app, c.get("person"), await opened(c), true));
  });
