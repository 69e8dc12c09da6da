import { createHash } from "node:crypto";
import type { Organisation, Viewer } from "../../domain/access/viewer.ts";
import { COMMANDS } from "../../domain/commands/command.ts";
import { daysBetween, yearEndingOf } from "../../domain/dates/day.ts";
import type { Problem } from "../../domain/returns/ssda903/problem.ts";
import { type PublishedPlan, planPublished } from "../../domain/scorecard/published/plan-published.ts";
import type { PublishedFigure } from "../../domain/scorecard/published/published.ts";
import { readPublished } from "../../domain/scorecard/published/read-published.ts";
import type { NamedElsewhere } from "../../domain/scorecard/published/spelt-two-ways.ts";
import { readTable } from "../../intake/published/read-table.ts";
import type { PublishedImportRow } from "../../store/published/rows.ts";
import type { Reader } from "../../store/reader.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { londonDay } from "../london-time.ts";

/** A file of published figures, and whose publication it is. */
export interface PublishedFile {
  readonly source: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What a file says, and what it would change. Where anything is wrong with it, nothing. */
export interface PublishedLook {
  readonly problems: readonly Problem[];
  readonly plan: PublishedPlan;
}

/** A file that waits to be agreed to, or what became of it. */
export interface PublishedRun {
  readonly run: PublishedImportRow;
  /** While it waits. */
  readonly look: PublishedLook | null;
}

const LONGEST_SOURCE = 120;
const LONGEST_FILE_NAME = 255;
/** Days that a file waits to be agreed to, before the next one puts it away. */
const LONGEST_WAIT = 30;
const NOT_HERE = "There is no such import";
const NOT_WAITING = "This import is not waiting to be confirmed any more";
export const SAY_REPLACE = "Say that the figures that are here may be replaced";

/** Source names are compared without case: a second spelling of one that is here is that one. */
const asHere = (source: string, here: readonly PublishedFigure[]): string => here.find((figure) => figure.source.toLowerCase() === source.toLowerCase())?.source ?? source;
const tidy = (text: string): string => text.trim().replaceAll(/\s+/g, " ");

async function lookAt(app: App, reader: Reader, authority: string, authorities: readonly Organisation[], { source, fileName, bytes }: PublishedFile): Promise<PublishedLook> {
  const all = await reader.publishedFigures(authority);
  const elsewhere = namedElsewhere(all.filter((figure) => figure.source !== source), authorities);
  const here = all.filter((figure) => figure.source === source);
  const table = readTable(fileName, bytes);
  const { figures, problems } = "problem" in table ? { figures: [], problems: [table.problem] } : readPublished({ file: fileName, source, rows: table.rows, here, elsewhere, latest: latestYear(app) });
  return { problems, plan: planPublished(here, figures) };
}

/** Asked before anything is locked. */
const authoritiesOf = (app: App): Promise<readonly Organisation[]> => app.store.directory.organisations("local-authority");

/** Authorities of the tracker come last: where both have a name, it is theirs. */
const namedElsewhere = (figures: readonly PublishedFigure[], authorities: readonly Organisation[]): readonly NamedElsewhere[] => [
  ...figures.map(({ source, area, level, code }) => ({ area, level, code, by: `the figures of “${source}”` })),
  ...authorities.map(({ code, name }) => ({ area: name, level: "authority" as const, code, by: "the authorities of the tracker" })),
];

/** The last year whose March has come. */
const latestYear = (app: App): number => yearEndingOf(app.clock.today()) - 1;

export const stops = ({ problems }: PublishedLook): boolean => problems.some(({ severity }) => severity === "error");

/** What is wrong with what is said of a file, by field. */
export interface FieldRefusal { readonly field: "source" | "file"; readonly message: string }

function refusedFile({ source, fileName, bytes }: PublishedFile): readonly FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  if (tidy(source) === "") refusals.push({ field: "source", message: "Write what the publication is called" });
  else if (tidy(source).length > LONGEST_SOURCE) refusals.push({ field: "source", message: `Shorten the name of the publication to ${LONGEST_SOURCE} letters` });
  if (fileName === "") refusals.push({ field: "file", message: "Choose a CSV file" });
  else if (bytes.length === 0) refusals.push({ field: "file", message: "This file is empty. Choose another" });
  return refusals;
}

export type PublishedBegun =
  | { readonly forbidden: string }
  | { readonly refusals: readonly FieldRefusal[] }
  | { readonly problems: readonly Problem[] }
  | { readonly begun: string };

/** Reads a file and keeps it until its preview is agreed to. One with an error is not kept: every fault is told at once. */
export async function beginPublished(app: App, viewer: Viewer, authority: string, given: PublishedFile): Promise<PublishedBegun> {
  const forbidden = forbids(viewer, COMMANDS["import-published"].permission);
  if (forbidden !== undefined) return { forbidden };
  const refusals = refusedFile(given);
  if (refusals.length > 0) return { refusals };
  const here = await app.store.reader(viewer).publishedFigures(authority);
  const file: PublishedFile = { ...given, source: asHere(tidy(given.source), here), fileName: given.fileName.slice(-LONGEST_FILE_NAME) };
  const look = await lookAt(app, app.store.reader(viewer), authority, await authoritiesOf(app), file);
  if (stops(look)) return { problems: look.problems };
  return {
    begun: await app.store.inTransaction(viewer, async (writer) => {
      await writer.lock(authority);
      await putAwayOld(app, viewer, writer, authority, file.source);
      return writer.published.beginImport(authority, file, app.clock.now());
    }),
  };
}

/** Files of one publication that the same person gave before and did not agree to, and whoever’s have waited long, wait no more. */
async function putAwayOld(app: App, viewer: Viewer, writer: Writer, authority: string, source: string): Promise<void> {
  const now = app.clock.now();
  for (const run of await writer.publishedImports(authority)) {
    if (run.state !== "waiting") continue;
    const isMine = viewer.type === "person" && run.begunBy === viewer.account && run.source === source;
    if (isMine || daysBetween(londonDay(run.begunAt), londonDay(now)) > LONGEST_WAIT) await writer.published.endImport(authority, run.id, { state: "cancelled", added: 0, changed: 0 }, now);
  }
}

/** The whole of it at once, for the command line: looked at alone with `check`, and brought in where nothing is wrong and nothing is replaced that may not be. */
export async function importPublished(app: App, viewer: Viewer, authority: string, given: PublishedFile, { check, replace }: { readonly check: boolean; readonly replace: boolean }): Promise<{ readonly refused: string } | { readonly look: PublishedLook; readonly landed: boolean }> {
  const forbidden = forbids(viewer, COMMANDS["import-published"].permission);
  const [refusal] = refusedFile(given);
  if (forbidden !== undefined || refusal !== undefined) return { refused: forbidden ?? refusal?.message ?? "" };
  const authorities = await authoritiesOf(app);
  return app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    const here = await writer.publishedFigures(authority);
    const file: PublishedFile = { ...given, source: asHere(tidy(given.source), here) };
    const look = await lookAt(app, writer, authority, authorities, file);
    const { added, changed } = look.plan;
    if (check || stops(look) || (changed.length > 0 && !replace) || added.length + changed.length === 0) return { look, landed: !check && !stops(look) && changed.length === 0 };
    await land(app, writer, authority, await writer.published.beginImport(authority, file, app.clock.now()), file, look.plan);
    return { look, landed: true };
  });
}

/** A file that somebody gave, with what it would change now while it waits. */
export async function openPublishedRun(app: App, viewer: Viewer, authority: string, id: string): Promise<PublishedRun | undefined> {
  if (forbids(viewer, COMMANDS["import-published"].permission) !== undefined) return undefined;
  const authorities = await authoritiesOf(app);
  return app.store.reading(viewer, async (reader) => {
    const found = await reader.publishedImport(authority, id);
    if (found === undefined) return undefined;
    const { bytes, ...run } = found;
    return { run, look: bytes === null ? null : await lookAt(app, reader, authority, authorities, { ...run, bytes }) };
  });
}

/** What was agreed to: as many figures added and changed as the preview showed, and whether those here may be replaced. */
export interface Agreed {
  readonly added: number;
  readonly changed: number;
  readonly replace: boolean;
}

/** Brings a file in, whole or not at all; refused where what it would change is not what was agreed to. */
export async function confirmPublished(app: App, viewer: Viewer, authority: string, id: string, agreed: Agreed): Promise<{ readonly refused: string } | { readonly imported: Pick<Agreed, "added" | "changed"> }> {
  const forbidden = forbids(viewer, COMMANDS["import-published"].permission);
  if (forbidden !== undefined) return { refused: forbidden };
  const authorities = await authoritiesOf(app);
  return app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    const found = await writer.publishedImport(authority, id);
    if (found === undefined) return { refused: NOT_HERE };
    if (found.bytes === null) return { refused: NOT_WAITING };
    const file = { source: found.source, fileName: found.fileName, bytes: found.bytes };
    const look = await lookAt(app, writer, authority, authorities, file);
    const { added, changed } = look.plan;
    if (stops(look) || added.length !== agreed.added || changed.length !== agreed.changed) return { refused: "The figures that are here changed since you looked. Look again at what this file would change" };
    if (changed.length > 0 && !agreed.replace) return { refused: SAY_REPLACE };
    return { imported: await land(app, writer, authority, id, file, look.plan) };
  });
}

async function land(app: App, writer: Writer, authority: string, id: string, { source, bytes }: PublishedFile, { added, changed }: PublishedPlan): Promise<Pick<Agreed, "added" | "changed">> {
  const counts = { added: added.length, changed: changed.length };
  const at = app.clock.now();
  await writer.published.putFigures(authority, id, [...added, ...changed.map(({ after }) => after)]);
  await writer.published.endImport(authority, id, { state: "imported", ...counts }, at);
  await writer.appendAudit(authority, { command: "import-published", input: { source, ...counts, sha256: createHash("sha256").update(bytes).digest("hex") } }, at);
  return counts;
}

/** Puts a file that waits away. */
export async function cancelPublished(app: App, viewer: Viewer, authority: string, id: string): Promise<void> {
  if (forbids(viewer, COMMANDS["import-published"].permission) !== undefined) return;
  await app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    await writer.published.endImport(authority, id, { state: "cancelled", added: 0, changed: 0 }, app.clock.now());
  });
}

/** Takes away every figure of a source; how many there were. */
export async function removePublished(app: App, viewer: Viewer, authority: string, source: string): Promise<{ readonly forbidden: string } | { readonly removed: number }> {
  const forbidden = forbids(viewer, COMMANDS["remove-published"].permission);
  if (forbidden !== undefined) return { forbidden };
  return app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    const removed = await writer.published.removeSource(authority, source);
    if (removed > 0) await writer.appendAudit(authority, { command: "remove-published", input: { source, figures: removed } }, app.clock.now());
    return { removed };
  });
}
