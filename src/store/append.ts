import { type RawBuilder, sql } from "kysely";
import type { Draft, Entry } from "../domain/chronology/entry.ts";
import { emptyChain, type Head, type Link, linksAfter, SALT_BYTES } from "./chain.ts";
import type { Db } from "./database.ts";
import { entryPayload } from "./entry-rows.ts";
import { inStep } from "./in-step.ts";
import { batches } from "./record-entries.ts";
import type { Book } from "./tables.ts";

/** The books that commands add to; the log of access is chained apart. */
type WrittenBook = Exclude<Book, "access">;

/** The heads of an authority's chains, locked until the transaction ends. */
export type Heads = Record<WrittenBook, Head>;

/** Locks the heads, making them first for an authority that has none yet. Waits for whoever holds them. */
export async function lockHeads(db: Db, authority: string): Promise<Heads> {
  const lock = () =>
    db.selectFrom("chain").select(["book", "number", "hash"]).where("authority", "=", authority).where("book", "in", ["audit", "entry"]).orderBy("book").forUpdate().execute();
  let rows = await lock();
  if (rows.length < 2) {
    const [entry, audit] = [emptyChain(authority, "entry"), emptyChain(authority, "audit")];
    await sql`
      insert into chain (authority, book, number, hash)
      values (${authority}, 'audit', 0, ${audit.hash}), (${authority}, 'entry', 0, ${entry.hash})
      on conflict do nothing`.execute(db);
    rows = await lock();
  }
  const head = (book: WrittenBook): Head => rows.find((row) => row.book === book) ?? emptyChain(authority, book);
  return { entry: head("entry"), audit: head("audit") };
}

/** Moves the head in the same statement as that which adds the rows. */
const movingHead = (authority: string, book: WrittenBook, head: Head): RawBuilder<unknown> =>
  sql`with moved as (update chain set number = ${head.number}, hash = ${head.hash} where authority = ${authority} and book = ${book})`;

export interface Appended<Row> {
  readonly head: Head;
  readonly rows: readonly Row[];
}

export interface DraftOfRecord {
  readonly recordId: string;
  readonly draft: Draft;
  /** ISO 8601 in UTC. */
  readonly recordedAt: string;
  /** Where it was not the same person who wrote the others down. */
  readonly recordedBy?: string;
}

export interface EntryOfRecord {
  readonly recordId: string;
  readonly entry: Entry;
}

const ROWS_A_STATEMENT = 2_000;

/** Adds entries after a locked head, in order, and moves the head. The chain is worked out here, because a trigger would do it many times slower. */
export async function appendEntries(
  db: Db, authority: string, head: Head, drafts: readonly DraftOfRecord[], recordedBy: string,
): Promise<Appended<EntryOfRecord>> {
  const rows = drafts.map(({ recordId, draft, recordedAt, recordedBy: by = recordedBy }, i) => ({
    recordId, entry: { ...draft, number: head.number + 1 + i, recordedAt: new Date(recordedAt).toISOString(), recordedBy: by },
  }));
  let moved = head;
  await inStep(
    batches(rows, ROWS_A_STATEMENT),
    (some) => {
      const links = linksAfter(moved, some.map(({ recordId, entry }) => entryPayload(recordId, entry)));
      moved = { number: moved.number + some.length, hash: links.at(-1)?.hash ?? moved.hash };
      return { some, links, moved };
    },
    ({ some, links, moved: to }) => insertEntries(db, authority, some, links, to),
  );
  return { head: moved, rows };
}

const LINK_BYTES = SALT_BYTES + 32 + 32;

/** Every row's salt and hashes end to end: arrays of bytes would cross as text, escaped twice over. */
const packed = (links: readonly Link[]): Buffer => Buffer.concat(links.flatMap(({ salt, payloadHash, hash }) => [salt, payloadHash, hash]));

async function insertEntries(db: Db, authority: string, rows: readonly EntryOfRecord[], links: readonly Link[], moved: Head): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { number } = first.entry;
  const column = <T>(of: (e: Entry) => T): T[] => rows.map(({ entry }) => of(entry));
  const bytes = (from: number, count: number) => sql`substring(links from ${LINK_BYTES}::int * (place::int - 1) + ${from + 1}::int for ${count}::int)`;
  await sql`
    ${movingHead(authority, "entry", moved)}
    insert into entry (authority, number, record_id, kind, happened_on, until, certainty, detail, source, recorded_at,
      recorded_by, supersedes, cause, reason, salt, payload_hash, hash)
    select ${authority}, ${number}::bigint + place - 1, record_id, kind, happened_on, until, certainty,
      detail::jsonb, source::jsonb, recorded_at, recorded_by, supersedes, cause, reason,
      ${bytes(0, SALT_BYTES)}, ${bytes(SALT_BYTES, 32)}, ${bytes(SALT_BYTES + 32, 32)}
    from (select ${packed(links)}::bytea as links) as packed, unnest(
      ${rows.map((row) => row.recordId)}::uuid[], ${column((e) => e.kind)}::text[], ${column((e) => e.happenedOn)}::date[],
      ${column((e) => e.until ?? null)}::date[], ${column((e) => e.certainty)}::text[],
      ${column((e) => JSON.stringify(e.detail))}::text[], ${column((e) => JSON.stringify(e.source))}::text[],
      ${column((e) => e.recordedAt)}::timestamptz[], ${column((e) => e.recordedBy)}::text[],
      ${column((e) => e.supersedes ?? null)}::bigint[], ${column((e) => e.cause ?? null)}::text[], ${column((e) => e.reason ?? null)}::text[]
    ) with ordinality as given (record_id, kind, happened_on, until, certainty, detail, source, recorded_at, recorded_by, supersedes, cause, reason, place)
  `.execute(db);
}

/** What an audit row says, as its payload's hash covers it. */
export interface AuditPayload {
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly record: string | null;
  readonly input: unknown;
  readonly firstEntry: number | null;
  readonly lastEntry: number | null;
}

export async function appendAudit(db: Db, authority: string, head: Head, payload: AuditPayload): Promise<Head> {
  const [link] = linksAfter(head, [payload]) as [Link];
  const number = head.number + 1;
  const moved = { number, hash: link.hash };
  await sql`
    ${movingHead(authority, "audit", moved)}
    insert into audit (authority, number, record_id, at, actor, command, input, first_entry, last_entry, salt, payload_hash, hash)
    values (${authority}, ${number}, ${payload.record}, ${payload.at}, ${payload.actor}, ${payload.command},
      ${JSON.stringify(payload.input)}::jsonb, ${payload.firstEntry}, ${payload.lastEntry}, ${link.salt}, ${link.payloadHash}, ${link.hash})
  `.execute(db);
  return moved;
}
