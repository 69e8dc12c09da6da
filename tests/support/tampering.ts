import { after, before } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { connect, type Db, transact } from "../../src/store/database.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import type { Verified } from "../../src/store/maintenance.ts";
import { makeChainedRegion } from "../../src/store/sample-region-chained.ts";
import { verifyChains } from "../../src/store/verify-chains.ts";

/** The tables in which something is proved, by what calls their rows in order. */
const PLACES = {
  entry: { book: "entry", owner: "authority", place: "number" },
  audit: { book: "audit", owner: "authority", place: "number" },
  access_batch: { book: "access", owner: "organisation", place: "number" },
  access_log: { book: "access", owner: "organisation", place: "batch" },
} as const;
type Table = keyof typeof PLACES;

/** Something done behind the program's back to rows that are chosen by where they lie, as shares of all there are. */
export interface Tampering {
  readonly act: "change" | "remove" | "insert" | "append" | "swap" | "exchange" | "slip in" | "erase";
  readonly table: Table;
  readonly row: number;
  readonly other: number;
  readonly column: number;
}

const share = fc.integer({ min: 0, max: 9_999 }).map((n) => n / 10_000);
export const tamperings: fc.Arbitrary<Tampering> = fc.record({
  act: fc.constantFrom<Tampering["act"]>("change", "remove", "insert", "append", "swap", "exchange", "slip in", "erase"),
  table: fc.constantFrom<Table>("entry", "audit", "access_batch", "access_log"),
  row: share, other: share, column: share,
});

/** What verify should have named, and what it did. */
export interface Found {
  readonly what: string;
  readonly expected: { readonly authority: string; readonly book: string; readonly number: number };
  readonly named: Verified["firstBroken"];
}

/** A region with every chain, for the tests of a file, in the hands of a superuser: given once they run. */
export function useSuperuser(): () => Db {
  let superuser: Db | undefined;
  let database: TestDatabase | undefined;
  before(async () => {
    database = await createTestDatabase();
    await makeChainedRegion(database.url());
    superuser = superuserOf(database.url());
    await dropDefences(superuser);
  });
  after(async () => {
    await superuser?.destroy();
    await database?.drop();
  });
  return () => {
    if (superuser === undefined) throw new Error("There is a superuser only while the tests run");
    return superuser;
  };
}

/** Takes away whatever would stand in the way of a superuser who may alter tables too. For a database of one's own. */
async function dropDefences(db: Db): Promise<void> {
  const { rows } = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where conrelid in ('entry'::regclass, 'audit'::regclass, 'access_batch'::regclass, 'access_log'::regclass) and contype in ('p', 'u', 'c', 'f')`.execute(db);
  for (const { table, name } of rows) await sql`alter table ${sql.table(table)} drop constraint if exists ${sql.ref(name)} cascade`.execute(db);
  await sql`alter table access_log alter column id drop identity`.execute(db);
  await sql`drop index entry_superseded_once`.execute(db);
}

/** One connection of the superuser’s, whom no policy and no grant stops. */
export const superuserOf = (url: string): Db => connect(url, 1);

class PutBack extends Error {}

/** Does it, asks verify, and puts everything back. Gives nothing where it would change nothing at all. */
export async function tamper(db: Db, tampering: Tampering): Promise<Found | undefined> {
  let found: Found | undefined;
  await transact(db, "write", async (trx) => {
    const done = await ACTS[tampering.act](trx, tampering);
    if (done !== undefined) found = { ...done, named: (await verifyChains(trx)).firstBroken };
    throw new PutBack();
  }).catch((error: unknown) => {
    if (!(error instanceof PutBack)) throw error;
  });
  return found;
}

interface Row {
  /** Where the row itself lies in its table. */
  readonly ctid: string;
  readonly authority: string;
  readonly number: number;
}

async function rowsOf(db: Db, table: Table): Promise<Row[]> {
  const { owner, place } = PLACES[table];
  const { rows } = await sql<Row>`
    select ctid::text, ${sql.ref(owner)} as authority, ${sql.ref(place)} as number from ${sql.table(table)}
    where ${sql.ref(place)} is not null order by 2, 3, ctid`.execute(db);
  return rows;
}

const at = <T>(list: readonly T[], where: number): T => list[Math.floor(where * list.length)] as T;

type Done = Omit<Found, "named"> | undefined;
type Act = (db: Db, tampering: Tampering) => Promise<Done>;

const named = ({ act, table }: Tampering, { authority, number }: { readonly authority: string; readonly number: number }, more = ""): Done =>
  ({ what: `${act} ${table} ${authority} ${number} ${more}`, expected: { authority, book: PLACES[table].book, number } });

/** Something else of each type that a column may have. */
const OTHERWISE: Readonly<Record<string, string>> = {
  text: "coalesce(X, '') || 'x'", date: "coalesce(X, '2000-01-01') + 1", "timestamp with time zone": "coalesce(X, '2000-01-01') + interval '1 ms'",
  bigint: "coalesce(X, 0) + 7", integer: "X + 7", jsonb: "coalesce(X, '{}') || '{\"tampered\": 1}'", uuid: "gen_random_uuid()", bytea: "sha256(coalesce(X, ''))",
};

const ACTS: Readonly<Record<Tampering["act"], Act>> = {
  async change(db, tampering) {
    const { table } = tampering;
    const row = at(await rowsOf(db, table), tampering.row);
    const { rows: columns } = await sql<{ name: string; type: string }>`
      select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = ${table} order by ordinal_position`.execute(db);
    const { name, type } = at(columns, tampering.column);
    const other = sql.raw((OTHERWISE[type] ?? "null").replace("X", name));
    await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${other} where ctid = ${row.ctid}::tid`.execute(db);
    return named(tampering, row, name);
  },
  async remove(db, tampering) {
    const row = at(await rowsOf(db, tampering.table), tampering.row);
    await sql`delete from ${sql.table(tampering.table)} where ctid = ${row.ctid}::tid`.execute(db);
    return named(tampering, row);
  },
  /** A copy of another row in its place, and all after it moved on by one. */
  async insert(db, tampering) {
    const { table } = tampering;
    const { owner, place } = PLACES[table];
    const row = at(await rowsOf(db, table), tampering.row);
    if (table === "access_log") {
      await copyOf(db, table, row, sql`jsonb_build_object('id', (select max(id) + 1 from access_log))`);
      return named(tampering, row);
    }
    const copied = at((await rowsOf(db, table)).filter(({ authority }) => authority === row.authority), tampering.other);
    await sql`create temporary table copied on commit drop as select * from ${sql.table(table)} where ctid = ${copied.ctid}::tid`.execute(db);
    await sql`update ${sql.table(table)} set ${sql.ref(place)} = ${sql.ref(place)} + 1 where ${sql.ref(owner)} = ${row.authority} and ${sql.ref(place)} >= ${row.number}`.execute(db);
    await sql`update copied set ${sql.ref(place)} = ${row.number}`.execute(db);
    await sql`insert into ${sql.table(table)} select * from copied`.execute(db);
    // A copy of the very row that was there stands where it stood: its double comes after it.
    return named(tampering, { ...row, number: copied.number === row.number ? row.number + 1 : row.number });
  },
  /** A copy at the end. */
  async append(db, tampering) {
    const { table } = tampering;
    const all = await rowsOf(db, table);
    const row = at(all, tampering.row);
    const last = Math.max(...all.filter(({ authority }) => authority === row.authority).map(({ number }) => number));
    await copyOf(db, table, row, table === "access_log" ? sql`jsonb_build_object('id', (select max(id) + 1 from access_log), 'batch', ${last + 1}::int)` : sql`jsonb_build_object('number', ${last + 1}::int)`);
    return named(tampering, { ...row, number: last + 1 });
  },
  /** Two rows of one chain in each other's places, hashes and all. */
  async swap(db, tampering) {
    const { table } = tampering;
    const { place } = PLACES[table];
    const all = await rowsOf(db, table);
    const row = at(all, tampering.row);
    const other = at(all.filter(({ authority }) => authority === row.authority), tampering.other);
    if (other.number === row.number) return undefined;
    await sql`
      update ${sql.table(table)} set ${sql.ref(place)} = case ctid when ${row.ctid}::tid then ${other.number}::bigint else ${row.number}::bigint end
      where ctid in (${row.ctid}::tid, ${other.ctid}::tid)`.execute(db);
    return named(tampering, { ...row, number: Math.min(row.number, other.number) });
  },
  /** What two rows say in each other's places, under the hashes that were there. */
  async exchange(db, tampering) {
    const { table } = tampering;
    const all = await rowsOf(db, table);
    const row = at(all, tampering.row);
    const other = at(all.filter(({ authority }) => authority === row.authority), tampering.other);
    if (other.ctid === row.ctid) return undefined;
    const says = { entry: ["happened_on", "detail", "recorded_at", "kind", "record_id", "salt"], audit: ["at", "command", "input", "record_id", "first_entry", "last_entry", "salt"], access_batch: ["salt"], access_log: ["id", "at", "account", "how"] }[table];
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} t set ${sql.raw(says.map((name) => `${name} = o.${name}`).join(", "))} from ${sql.table(table)} o
      where t.ctid in (${row.ctid}::tid, ${other.ctid}::tid) and o.ctid in (${row.ctid}::tid, ${other.ctid}::tid) and t.ctid <> o.ctid`.execute(db);
    if (numAffectedRows !== 2n) throw new Error(`${String(numAffectedRows)} rows exchanged`);
    // Two lines of one batch that changed places say the same in the same order.
    if (table === "access_log" && row.number === other.number) return undefined;
    return named(tampering, { ...row, number: Math.min(row.number, other.number) });
  },
  /** A line of the log that is in no batch, as if it had been written long ago. */
  async "slip in"(db, tampering) {
    const all = await rowsOf(db, "access_log");
    const row = at(all, tampering.row);
    const last = Math.max(...all.filter(({ authority }) => authority === row.authority).map(({ number }) => number));
    await copyOf(db, "access_log", row, sql`jsonb_build_object('id', (select max(id) + 1 from access_log), 'batch', null, 'at', '2020-01-01T00:00:00Z')`);
    return named({ ...tampering, table: "access_log" }, { ...row, number: last + 1 });
  },
  /** Erased as the law may ask, with nobody saying that it was. */
  async erase(db, tampering) {
    const table = tampering.table === "audit" ? "audit" : "entry";
    const row = at(await rowsOf(db, table), tampering.row);
    const words = { entry: "kind, happened_on, until, certainty, detail, source, recorded_at, recorded_by, supersedes, cause, reason, salt", audit: "at, actor, command, input, first_entry, last_entry, salt" }[table];
    await sql`update ${sql.table(table)} set erased_at = now(), ${sql.raw(words.split(", ").map((name) => `${name} = null`).join(", "))} where ctid = ${row.ctid}::tid`.execute(db);
    return named({ ...tampering, table }, row);
  },
};

async function copyOf(db: Db, table: Table, row: Row, over: ReturnType<typeof sql>): Promise<void> {
  await sql`insert into ${sql.table(table)} select (jsonb_populate_record(t, ${over})).* from ${sql.table(table)} t where ctid = ${row.ctid}::tid`.execute(db);
}
