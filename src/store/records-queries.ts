import { sql } from "kysely";
import type { Entry } from "../domain/chronology/entry.ts";
import type { Kind } from "../domain/chronology/kinds.ts";
import type { Day } from "../domain/dates/day.ts";
import { canonicalJson, emptyChain } from "./chain.ts";
import type { Db } from "./database.ts";
import { KEPT } from "./keeping-client.ts";
import { entryOf, entryPayload, PACKED_ENTRIES, type PackedEntry, unpacked } from "./entry-rows.ts";
import type { EntryColumns } from "./tables.ts";

/** What keeping a record asks of the store, for viewers with the purpose `records`. */

/** A child with their entries of some kinds only. */
export interface EntriesOfKinds {
  readonly recordId: string;
  readonly localId: string;
  readonly entries: readonly Entry[];
}

/** Every child of the authority, those without such an entry too, by local id. */
export async function entriesOfKinds(db: Db, authority: string, kinds: readonly Kind[]): Promise<EntriesOfKinds[]> {
  const { rows } = await sql<{ recordId: string; localId: string; entries: readonly PackedEntry[] | null }>`
    with known as (
      select e.record_id, ${PACKED_ENTRIES} as entries from entry e
      where e.authority = ${authority} and e.kind = any (${kinds}::text[]) and e.erased_at is null group by e.record_id)
    select r.id as "recordId", r.local_id as "localId", known.entries from record r left join known on known.record_id = r.id
    where r.authority = ${authority} and r.type = 'child' order by r.local_id`.execute(db);
  return rows.map(({ recordId, localId, entries }) => ({ recordId, localId, entries: (entries ?? []).map(unpacked) }));
}

/** An entry whose words were erased by law: its number in the chain, and when. */
export interface ErasedEntry {
  readonly number: number;
  /** ISO 8601 in UTC. */
  readonly erasedAt: string;
}

export async function erasedOf(db: Db, recordId: string): Promise<ErasedEntry[]> {
  return (await sql<ErasedEntry>`${sql.raw(KEPT)}
    select e.number, e.erased_at as "erasedAt" from record r join entry e on e.authority = r.authority and e.record_id = r.id
    where r.id = ${recordId} and e.erased_at is not null order by e.number`.execute(db)).rows;
}

/** One accepted command that wrote to a record. */
export interface AuditOfRecord {
  readonly number: number;
  /** All null once erased. */
  readonly at: string | null;
  readonly actor: string | null;
  readonly command: string | null;
  readonly firstEntry: number | null;
  readonly lastEntry: number | null;
  /** What it was told; null of what was about several records, which names the others. */
  readonly input: unknown;
  readonly erasedAt: string | null;
}

export async function auditOfRecord(db: Db, authority: string, recordId: string): Promise<AuditOfRecord[]> {
  return (await sql<AuditOfRecord>`
    select a.number, a.at, a.actor, a.command, a.first_entry as "firstEntry", a.last_entry as "lastEntry",
      case when a.record_id = ${recordId} then a.input end as input, a.erased_at as "erasedAt"
    from audit a where a.authority = ${authority} and (a.record_id = ${recordId} or a.record_id is null and exists (
      select from entry e where e.authority = a.authority and e.record_id = ${recordId} and e.number between a.first_entry and a.last_entry))
    order by a.number`.execute(db)).rows;
}

/** One entry as the chain holds it: enough to work out its hashes anew without this program. Hashes and salt in hexadecimal. */
export interface ProofRow {
  readonly number: number;
  readonly before: string;
  /** Null where the entry was erased. */
  readonly salt: string | null;
  readonly payload: string | null;
  readonly payloadHash: string;
  readonly hash: string;
}

export async function proofOf(db: Db, authority: string, recordId: string): Promise<ProofRow[]> {
  const { rows } = await sql<EntryColumns & { before: Buffer | null }>`
    select e.*, b.hash as before from entry e left join entry b on b.authority = e.authority and b.number = e.number - 1
    where e.authority = ${authority} and e.record_id = ${recordId} order by e.number`.execute(db);
  return rows.map((row) => ({
    number: row.number,
    before: (row.before ?? emptyChain(authority, "entry").hash).toString("hex"),
    salt: row.salt?.toString("hex") ?? null,
    payload: row.salt === null ? null : canonicalJson(entryPayload(recordId, entryOf(row))),
    payloadHash: row.payload_hash.toString("hex"),
    hash: row.hash.toString("hex"),
  }));
}

/** A person asked about, by whom and why. */
export interface InquiryRow {
  readonly id: string;
  readonly about: string;
  readonly from: Day;
  readonly until: Day;
  readonly why: string;
  readonly askedBy: string;
  readonly askedAt: string;
}

const INQUIRY = sql`select id, about, from_on as "from", until_on as until, why, asked_by as "askedBy", asked_at as "askedAt" from inquiry`;

export const inquiriesOf = async (db: Db): Promise<InquiryRow[]> => (await sql<InquiryRow>`${INQUIRY} order by asked_at desc, id limit 50`.execute(db)).rows;
export const inquiryOf = async (db: Db, id: string): Promise<InquiryRow | undefined> => (await sql<InquiryRow>`${INQUIRY} where id = ${id}`.execute(db)).rows[0];

export async function addInquiry(db: Db, organisation: string, { about, from, until, why, askedBy, askedAt }: Omit<InquiryRow, "id">): Promise<string> {
  const { rows: [row] } = await sql<{ id: string }>`
    insert into inquiry (organisation, about, from_on, until_on, why, asked_by, asked_at)
    values (${organisation}, ${about}, ${from}, ${until}, ${why}, ${askedBy}, ${askedAt}) returning id`.execute(db);
  if (row === undefined) throw new Error("An inquiry was not written");
  return row.id;
}
