import { ROLES } from "../../domain/access/role.ts";
import type { Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { COMMANDS } from "../../domain/commands/command.ts";
import { howInWords } from "../../domain/records/how.ts";
import { retentionInWords } from "../../domain/records/retention-words.ts";
import { CLOCK_FLAGS, stateInWords } from "../../domain/standards/clock.ts";
import { type ArchivedRecord, archiveFiles, archiveName, type Sheet } from "../../exports/archive/archive.ts";
import { type ArchiveFile, zipOf } from "../../exports/archive/zip.ts";
import type { AccessRow } from "../../store/access-queries.ts";
import type { Reader } from "../../store/reader.ts";
import type { AuditOfRecord } from "../../store/records-queries.ts";
import type { RecordRow } from "../../store/rows.ts";
import type { App } from "../app.ts";
import { instantInWords, londonDay } from "../london-time.ts";
import { explainedClocks } from "../open-child.ts";
import { standardsFor } from "../standards-for.ts";
import type { ExplainedClock } from "../views.ts";
import { asWhat, whoCame } from "./disclosure.ts";
import { type Held, namesOf, readingRecord } from "./kept-record.ts";

const MOST_LINES = 1_000_000;

export interface Archive {
  /** Of its folder, or of its file without the ending. */
  readonly name: string;
  readonly files: readonly ArchiveFile[];
}

/** The whole record of a child, by its id, to be kept elsewhere. Written down before it is given. Nothing where there is no such child of the viewer’s authority. */
export const archiveOf = (app: App, viewer: Viewer, recordId: string): Promise<Archive | undefined> =>
  readingRecord(app, viewer, recordId, "archive", (reader, held) => archived(app, viewer, reader, held));

/** As `archiveOf`, by the authority’s own id, for the machine’s operator. */
export const archiveByLocalId = (app: App, viewer: Viewer, authority: string, localId: string): Promise<Archive | undefined> =>
  readingRecord(app, viewer, localId, "archive-command-line", (reader, held) => archived(app, viewer, reader, held),
    (reader): Promise<RecordRow | undefined> => reader.findRecord(authority, localId));

/** An archive as one file. */
export const zippedArchive = (app: App, { files, name }: Archive): Uint8Array => zipOf(files.map((file) => ({ ...file, name: `${name}/${file.name}` })), app.clock.now());

async function archived(app: App, viewer: Viewer, reader: Reader, { record, kept, entries }: Held): Promise<Archive> {
  const today = app.clock.today();
  const { pack } = await standardsFor(reader, record.authority);
  const names = await namesOf(reader);
  const now = app.clock.now();
  const whole: ArchivedRecord = {
    authority: kept.authority, localId: kept.localId, recordId: kept.recordId, entries, names,
    erased: (await reader.erasedOf(record.id)).map(({ number, erasedAt }) => ({ number, erasedOn: londonDay(erasedAt) })),
    clocks: clocksSheet(explainedClocks(app, fold(entries), today, pack)),
    audit: auditSheet(await reader.auditOfRecord(record.authority, record.id), names),
    access: accessSheet((await reader.accessOf({ record: { id: record.id, localId: record.localId }, limit: MOST_LINES })).rows),
    proof: {
      heads: ["entry", "before", "salt", "payload", "payload hash", "hash"],
      rows: (await reader.proofOf(record.authority, record.id)).map((row) => [String(row.number), row.before, row.salt ?? "", row.payload ?? "", row.payloadHash, row.hash]),
    },
    kept: retentionInWords(kept.retention),
    madeBy: viewer.type === "operator" ? "the operator of the machine" : `${viewer.name}, ${ROLES[viewer.role].toLowerCase()}, ${viewer.organisation.name}`,
    madeOn: instantInWords(now), madeAt: now,
  };
  return { name: archiveName(record.localId, today), files: archiveFiles(whole) };
}

const clocksSheet = (clocks: readonly ExplainedClock[]): Sheet => ({
  heads: ["Standard", "What must happen", "Which time", "State", "Began", "Due", "Done", "Days left or early; late below zero", "Marks", "Where the rule is from", "Why"],
  rows: clocks.map((k) => [
    k.standard, k.title, String(k.occurrence), stateInWords(k), k.startedOn ?? "", k.dueOn ?? "", k.stoppedOn ?? "", k.days === null ? "" : String(k.days),
    k.flags.map((flag) => CLOCK_FLAGS[flag]).join(", "), k.citation, k.why,
  ]),
});

const labels: Readonly<Record<string, { readonly label: string }>> = COMMANDS;

const auditSheet = (rows: readonly AuditOfRecord[], names: ReadonlyMap<string, string>): Sheet => ({
  heads: ["Audit row", "At (UTC)", "By", "Command", "In words", "First entry", "Last entry", "What it was told", "Erased at (UTC)"],
  rows: rows.map((row) => [
    String(row.number), row.at ?? "", row.actor === null ? "" : names.get(row.actor) ?? row.actor, row.command ?? "", labels[row.command ?? ""]?.label ?? "",
    row.firstEntry === null ? "" : String(row.firstEntry), row.lastEntry === null ? "" : String(row.lastEntry),
    row.input === null ? "" : JSON.stringify(row.input), row.erasedAt ?? "",
  ]),
});

const accessSheet = (rows: readonly AccessRow[]): Sheet => ({
  heads: ["At (UTC)", "Who", "Account", "As what", "Outcome", "How", "Asked for"],
  rows: rows.toReversed().map((row) => [row.at, whoCame(row), row.account, asWhat(row), row.outcome, howInWords(row.how), row.asked ?? ""]),
});
