import type { Person, Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { listOf, retentionOf } from "../../domain/records/retention.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import type { Reader } from "../../store/reader.ts";
import type { RecordRow } from "../../store/rows.ts";
import { type App, forbids } from "../app.ts";
import type { KeptRecord } from "./views.ts";

/** Children by their local id as written, or in capitals or small letters. Nothing for whoever keeps no records. Written down where nobody is found. */
export async function findRecord(app: App, person: Person, text: string): Promise<string | undefined> {
  const localId = text.trim();
  const found = forbids(person, "keep-records") !== undefined ? undefined : await app.store.reading(person, async (reader) => {
    for (const written of new Set([localId, localId.toUpperCase(), localId.toLowerCase()])) {
      const record = await reader.findRecord(person.organisation.code, written);
      if (record !== undefined) return record.id;
    }
    return undefined;
  }, "records");
  if (found === undefined) await app.store.accessLog(person).refused(localId, "records-find");
  return found;
}

/** A record with all that was ever written in it, for whoever keeps it. */
export interface Held {
  readonly record: RecordRow;
  readonly kept: KeptRecord;
  readonly entries: readonly Entry[];
}

/**
 * Reads one child’s record for whoever keeps it, past its wall, and writes down that they did, or that they were
 * refused: `how`. Nothing where there is no such child of their authority.
 */
export async function readingRecord<T>(
  app: App, viewer: Viewer, asked: string, how: string, work: (reader: Reader, held: Held) => Promise<T>, find: (reader: Reader) => Promise<RecordRow | undefined> = (reader) => reader.getRecord(asked),
): Promise<T | undefined> {
  const log = app.store.accessLog(viewer);
  const read = forbids(viewer, "keep-records") !== undefined ? undefined : await app.store.reading(viewer, async (reader) => {
    const record = await find(reader);
    if (record?.type !== "child") return undefined;
    const entries = await reader.entriesOf(record.id);
    return { id: record.id, result: await work(reader, { record, entries, kept: await keptRecord(app, record, entries) }) };
  }, "records");
  await (read === undefined ? log.refused(asked, how) : log.opened(read.id, how));
  return read?.result;
}

/** How a record is kept, and nothing that is in it. */
export const openKept = (app: App, viewer: Viewer, recordId: string): Promise<KeptRecord | undefined> =>
  readingRecord(app, viewer, recordId, "records-page", async (_reader, { kept }) => kept);

async function keptRecord(app: App, record: RecordRow, entries: readonly Entry[]): Promise<KeptRecord> {
  const authority = await app.store.directory.organisation(record.authority);
  if (authority === undefined) throw new Error("A record belongs to no organisation");
  const retention = retentionOf(fold(entries), app.clock.today());
  return { recordId: record.id, localId: record.localId, authority, version: record.version, retention, list: listOf(retention, app.clock.today()) };
}

/** Names by account and by worker code. */
export async function namesOf(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const workers = [...(await reader.workers()), ...(await reader.agencyPeople())];
  return new Map(workers.flatMap(({ account, worker, name }) => [[account, name] as const, ...(worker === null ? [] : [[worker, name] as const])]));
}
