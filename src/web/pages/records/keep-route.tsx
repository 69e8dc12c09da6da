import { type Context, Hono } from "hono";
import { archiveOf, zippedArchive } from "../../../app/records/archive.ts";
import { recordEntries, showEntry } from "../../../app/records/entries.ts";
import { endKeptHold, eraseKeptEntry, holdKeptRecord, openErase } from "../../../app/records/keep.ts";
import { openKept } from "../../../app/records/kept-record.ts";
import type { KeepOutcome, KeptRecord } from "../../../app/records/views.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import type { FieldError } from "../../forms/fields.tsx";
import { keepNotice } from "../../layout/notice.tsx";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { ArchiveView } from "./archive-view.tsx";
import { EntriesView } from "./entries-view.tsx";
import { EntryView } from "./entry-view.tsx";
import { EraseView, type TypedErase } from "./erase-view.tsx";
import { HoldView, whyBox } from "./hold-view.tsx";
import { pageAsked } from "./page-asked.ts";

type Ctx = Context<WebEnv>;

const found = <T,>(value: T | undefined): T => {
  if (value === undefined) throw new NotFound();
  return value;
};
const recordAsked = (c: Ctx): string => c.req.param("record") ?? "";
const entryAsked = (c: Ctx): number => (/^[1-9]\d{0,11}$/.test(c.req.param("entry") ?? "") ? Number(c.req.param("entry")) : 0);
const backTo = ({ recordId, localId }: KeptRecord) => ({ href: `/records/${recordId}`, text: localId });
const text = (body: Readonly<Record<string, string>>, name: string): string => (body[name] ?? "").replaceAll("\0", "").replaceAll("\r\n", "\n");

async function hold(c: Ctx, typed: Readonly<Record<string, string>> = {}, errors: readonly FieldError[] = []) {
  const record = found(await openKept(c.get("deps").app, c.get("person"), recordAsked(c)));
  return page(c, { title: `Legal hold, ${record.localId}`, section: "records", back: backTo(record), narrow: true, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 }, <HoldView record={record} typed={typed} errors={errors} />);
}

/** Back to the record with what was done; or the form again with what is wrong. */
async function settled(c: Ctx, outcome: KeepOutcome, done: string, again: (refusals: Extract<KeepOutcome, { outcome: "refused" }>["refusals"]) => Promise<Response>): Promise<Response> {
  if (outcome.outcome === "not-found") throw new NotFound();
  if (outcome.outcome === "refused") return again(outcome.refusals);
  const to = `/records/${recordAsked(c)}`;
  await keepNotice(c, to, done);
  return c.redirect(to, 303);
}

async function erase(c: Ctx, typed: TypedErase = { why: "", authority: "", askedOf: "", again: "" }, errors: readonly FieldError[] = []) {
  const shown = found(await openErase(c.get("deps").app, c.get("person"), recordAsked(c), entryAsked(c)));
  return page(c, { title: `Erase entry ${shown.erasing.entry.number}, ${shown.localId}`, section: "records", back: { href: `/records/${shown.recordId}/entries`, text: "Entries" }, narrow: true, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 },
    <EraseView page={shown} typed={typed} errors={errors} />);
}

/** What the law lets be done with one record: hold it, erase an entry, take it away whole. */
export const keepPages = new Hono<WebEnv>()
  .use("/records/:record/*", requirePermission("keep-records"))
  .get("/records/:record/hold", (c) => hold(c))
  .post("/records/:record/hold", async (c) => {
    const why = text(await readBody(c), "why");
    return settled(c, await holdKeptRecord(c.get("deps").app, c.get("person"), recordAsked(c), { why }), "The record is on legal hold", async (refusals) =>
      hold(c, { [whyBox(0)]: why }, refusals.map(({ message }) => ({ id: whyBox(0), text: message }))));
  })
  .post("/records/:record/hold/:entry/end", async (c) => {
    const [why, number] = [text(await readBody(c), "why"), entryAsked(c)];
    return settled(c, await endKeptHold(c.get("deps").app, c.get("person"), recordAsked(c), { hold: number, why }), "The legal hold has ended", async (refusals) =>
      hold(c, { [whyBox(number)]: why }, refusals.map(({ message }) => ({ id: whyBox(number), text: message }))));
  })
  .get("/records/:record/entries", async (c) => {
    const record = found(await recordEntries(c.get("deps").app, c.get("person"), recordAsked(c)));
    return page(c, { title: `Entries, ${record.localId}`, section: "records", back: backTo(record) }, <EntriesView record={record} page={pageAsked(c)} />);
  })
  .post("/records/:record/entries/:entry", async (c) => {
    const shown = found(await showEntry(c.get("deps").app, c.get("person"), recordAsked(c), entryAsked(c)));
    return page(c, { title: `Entry ${shown.erasing.entry.number}, ${shown.localId}`, section: "records", back: { href: `/records/${shown.recordId}/entries`, text: "Entries" }, narrow: true }, <EntryView shown={shown} />);
  })
  .get("/records/:record/entries/:entry/erase", (c) => erase(c))
  .post("/records/:record/entries/:entry/erase", async (c) => {
    const body = await readBody(c);
    const typed: TypedErase = { why: text(body, "why"), authority: text(body, "authority"), askedOf: text(body, "askedOf"), again: text(body, "again") };
    const number = entryAsked(c);
    const outcome = await eraseKeptEntry(c.get("deps").app, c.get("person"), recordAsked(c), { number, ...typed });
    return settled(c, outcome, `Entry ${number} is erased, with all that repeated it`, async (refusals) => erase(c, typed, refusals.map(({ field, message }) => ({ id: field, text: message }))));
  })
  .get("/records/:record/archive", async (c) => {
    const record = found(await openKept(c.get("deps").app, c.get("person"), recordAsked(c)));
    return page(c, { title: `Archive, ${record.localId}`, section: "records", back: backTo(record), narrow: true }, <ArchiveView record={record} />);
  })
  .post("/records/:record/archive", async (c) => {
    const { app } = c.get("deps");
    const archive = found(await archiveOf(app, c.get("person"), recordAsked(c)));
    return c.body(Uint8Array.from(zippedArchive(app, archive)), 200, { "content-type": "application/zip", "content-disposition": `attachment; filename="${archive.name}.zip"` });
  });
