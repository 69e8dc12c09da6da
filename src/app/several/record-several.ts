import type { Viewer } from "../../domain/access/viewer.ts";
import { COMMANDS } from "../../domain/commands/command.ts";
import type { Draft, Entry } from "../../domain/chronology/entry.ts";
import { type ManyInput, recordForOne } from "../../domain/commands/record-many.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { DecidingRoles } from "../../domain/access/decides.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { RecordWithEntries } from "../../store/rows.ts";
import type { AuditDraft, Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { decidingIn } from "../decisions/deciding.ts";
import { chosenChildren, writeDownRefusal } from "./chosen.ts";
import type { SeveralOutcome, SeveralPreview, Ticked } from "./views.ts";

/** Under which command several records are changed, and what that does to one of them. */
export interface Way {
  readonly command: "record-many" | "reassign";
  readonly ofOne: typeof recordForOne;
}
const RECORD: Way = { command: "record-many", ofOne: recordForOne };

/** What recording this of these children would do to each; nothing where any of them is not the viewer’s to see. Writes nothing. */
export async function previewSeveral(app: App, viewer: Viewer, ids: readonly string[], input: ManyInput, way: Way = RECORD): Promise<SeveralPreview | undefined> {
  const today = app.clock.today();
  const preview = await app.store.reading(viewer, async (reader) => {
    const children = await chosenChildren(reader, ids);
    return children === undefined ? undefined : previewOf(children, input, way, today, await decidingIn(reader, viewer, today), new Map());
  });
  if (preview === undefined) await writeDownRefusal(app, viewer, ids);
  return preview;
}

function previewOf(children: readonly RecordWithEntries[], input: ManyInput, way: Way, today: Day, roles: DecidingRoles, basedOn: ReadonlyMap<string, number>): SeveralPreview {
  const previewed = children.map(({ id, localId, version, entries }) => ({
    recordId: id, localId, version,
    answer: way.ofOne(entries, input, today, roles),
    since: entries.filter((e) => e.number > (basedOn.get(id) ?? version)),
  }));
  const any = (answer: "changes" | "refused"): boolean => previewed.some((child) => child.answer.answer === answer);
  return { input, children: previewed, ready: any("changes") && !any("refused") };
}

/**
 * Records one thing of several children in one transaction: of all of them, or of none. `ticked` says
 * which version of each record the preview was made from; where any has moved on, a new preview comes back.
 */
export async function recordSeveral(app: App, viewer: Viewer, ticked: readonly Ticked[], input: ManyInput, way: Way = RECORD): Promise<SeveralOutcome> {
  const reason = forbids(viewer, COMMANDS[way.command].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const ids = ticked.map((t) => t.recordId);
  const outcome = await orNotFound(app.store.inTransaction<SeveralOutcome>(viewer, async (writer) => {
    const [first] = await writer.recordsById(ids);
    if (first === undefined) return { outcome: "not-found" };
    await writer.lock(first.authority);
    const children = await chosenChildren(writer, ids);
    if (children === undefined) return { outcome: "not-found" };
    const today = app.clock.today();
    const preview = previewOf(children, input, way, today, await decidingIn(writer, viewer, today), new Map(ticked.map((t) => [t.recordId, t.basedOn])));
    if (preview.children.some((child) => child.since.length > 0)) return { outcome: "overtaken", preview };
    if (!preview.ready) return { outcome: "refused", preview };
    const drafts = new Map(preview.children.flatMap(({ recordId, answer }) => (answer.answer === "changes" ? [[recordId, answer.drafts] as const] : [])));
    const audit = { command: way.command, input: { kind: input.kind, children: drafts.size, records: [...drafts.keys()] } };
    return { outcome: "done", change: await writeSeveral(app, writer, first.authority, children, drafts, audit) };
  }));
  if (outcome.outcome === "not-found") await writeDownRefusal(app, viewer, ids);
  return outcome;
}

/** Writes what was decided for each, with its projections and one row of audit. Gives the number of that row. */
export async function writeSeveral(
  app: App, writer: Writer, authority: string, children: readonly RecordWithEntries[], drafts: ReadonlyMap<string, readonly Draft[]>, audit: AuditDraft,
): Promise<number> {
  const at = app.clock.now();
  const appended = await writer.appendEntries(authority, drafts, at);
  const entriesOf = ({ id, entries }: RecordWithEntries): readonly Entry[] => [...entries, ...appended.get(id) ?? []];
  const changed = children.filter(({ id }) => drafts.has(id)).map((record) => ({ recordId: record.id, type: record.type, entries: entriesOf(record) }));
  await writer.writeProjections(authority, changed, app.summarise);
  return writer.appendAudit(authority, audit, at);
}

/** A refusal by the database says no more than that there is no such thing here. */
export async function orNotFound<T>(transaction: Promise<T>): Promise<T | { readonly outcome: "not-found" }> {
  try {
    return await transaction;
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    throw error;
  }
}
