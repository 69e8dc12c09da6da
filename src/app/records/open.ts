import type { Person } from "../../domain/access/viewer.ts";
import { RETENTION_KINDS, type RetentionList, listOf, RETENTION_LISTS, retentionOf } from "../../domain/records/retention.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { type App, forbids } from "../app.ts";
import { readingRecord } from "./kept-record.ts";
import type { AccessFilter, KeptRecordPage, ListedRecord, Named, RecordLists } from "./views.ts";

const PAGE_SIZE = 50;
/** More lines than one child ever has: everybody who came to a record is offered for choosing. */
const MOST_LINES = 20_000;

/** A record’s page: how long it is kept, and who came to it. */
export const openKeptRecord = (app: App, person: Person, recordId: string, filter: AccessFilter, page: number): Promise<KeptRecordPage | undefined> =>
  readingRecord(app, person, recordId, "records-page", async (reader, { kept }) => {
    const record = { id: kept.recordId, localId: kept.localId };
    const { account, from, until, refused } = filter;
    const asked = { record, ...(account === undefined ? {} : { account }), ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
    const { rows, total } = await reader.accessOf({ ...asked, ...(refused === true ? { outcomes: ["refused"] } : {}), limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const refusals = (await reader.accessOf({ ...asked, outcomes: ["refused"], limit: 1 })).total;
    const everybody = new Map<string, Named>();
    for (const line of (await reader.accessOf({ record, limit: MOST_LINES })).rows) everybody.set(line.account, { account: line.account, name: line.name ?? line.account });
    return {
      ...kept, filter, access: rows, total, refusals, page,
      today: app.clock.today(),
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      people: [...everybody.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    };
  });

/** Every child of the authority on the list that their record is on. Nothing for whoever keeps no records. */
export async function recordLists(app: App, person: Person): Promise<RecordLists | undefined> {
  if (forbids(person, "keep-records") !== undefined) return undefined;
  const today = app.clock.today();
  const all = await app.store.reading(person, (reader) => reader.entriesOfKinds(person.organisation.code, RETENTION_KINDS), "records");
  const rows = Object.fromEntries(Object.keys(RETENTION_LISTS).map((list) => [list, []])) as unknown as Record<RetentionList, ListedRecord[]>;
  for (const { recordId, localId, entries } of all) {
    const retention = retentionOf(fold(entries), today);
    rows[listOf(retention, today)].push({ recordId, localId, retention });
  }
  const day = ({ retention }: ListedRecord): string => retention.keepUntil ?? "9999";
  for (const list of Object.values(rows)) list.sort((a, b) => day(a).localeCompare(day(b)) || a.localId.localeCompare(b.localId));
  const counts = Object.fromEntries(Object.entries(rows).map(([list, of]) => [list, of.length])) as Record<RetentionList, number>;
  return { today, counts, rows };
}
