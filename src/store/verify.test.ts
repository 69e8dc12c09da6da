import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { makeSampleRegion, NORTH, operatorOf, SOUTH, summarise, write, drafts, type SampleRegion } from "./sample-region.ts";
import { openStore, type Store } from "./store.ts";

let database: TestDatabase;
let store: Store;
let region: SampleRegion;
/** The superuser, whom no policy and no grant stops. */
let superuser: pg.Client;

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  region = await makeSampleRegion(store);
  superuser = new pg.Client(database.url());
  await superuser.connect();
});
after(async () => {
  await Promise.all([store.close(), superuser.end()]);
  await database.drop();
});

/** Does something behind the program's back, asks verify, and undoes it. */
async function tamper(statements: readonly string[], undo: readonly string[]) {
  for (const text of statements) await superuser.query(text);
  try {
    return await store.maintenance.verify(summarise);
  } finally {
    for (const text of undo) await superuser.query(text);
  }
}

const here = `authority = '${NORTH.code}'`;
const tuck = (book: string, number: number): string[] => [`create table tucked as select * from ${book} where ${here} and number = ${number}`, `delete from ${book} where ${here} and number = ${number}`];
const untuck = (book: string): string[] => [`insert into ${book} select * from tucked`, "drop table tucked"];

describe("verify", () => {
  beforeEach(async () => assert.equal((await store.maintenance.verify(summarise)).ok, true));

  it("counts the chains and the rows it checked", async () => {
    const { rows: [count] } = await superuser.query<{ n: number }>("select ((select count(*) from entry) + (select count(*) from audit))::int as n");
    assert.deepEqual(await store.maintenance.verify(summarise), { chains: 4, rows: count?.n, ok: true, firstBroken: null, beingMadeAnew: [], unchained: 0, heads: null });
  });

  const CHANGES = [
    ["the day of an entry", "entry", "happened_on = happened_on + 1", "happened_on = happened_on - 1"],
    ["the author of an entry", "entry", "recorded_by = 'x' || recorded_by", "recorded_by = substring(recorded_by from 2)"],
    ["the instant of an entry", "entry", "recorded_at = recorded_at + interval '1 ms'", "recorded_at = recorded_at - interval '1 ms'"],
    ["a reason where there was none", "entry", "reason = ''", "reason = null"],
    ["whose entry it is", "entry", "record_id = (select id from record where local_id = 'N3')", "record_id = (select id from record where local_id = 'N1')"],
    ["the command of an audit row", "audit", "command = 'other'", "command = 'sample'"],
    ["the input of an audit row", "audit", "input = input || '{\"entries\": 5}'", "input = input || '{\"entries\": 4}'"],
  ] as const;
  for (const [what, book, change, back] of CHANGES) {
    it(`finds a change of ${what}`, async () => {
      const number = book === "entry" ? 3 : 1;
      const where = `where ${here} and number = ${number}`;
      const { ok, firstBroken } = await tamper([`update ${book} set ${change} ${where}`], [`update ${book} set ${back} ${where}`]);
      assert.equal(ok, false);
      assert.deepEqual(firstBroken, { authority: NORTH.code, book, number });
    });
  }

  it("finds a row removed from the middle, and from the end", async () => {
    assert.deepEqual((await tamper(tuck("entry", 4), untuck("entry"))).firstBroken, { authority: NORTH.code, book: "entry", number: 4 });
    const { rows: [last] } = await superuser.query<{ n: number }>(`select max(number)::int as n from entry where ${here}`);
    assert.deepEqual((await tamper(tuck("entry", last?.n ?? 0), untuck("entry"))).firstBroken, { authority: NORTH.code, book: "entry", number: last?.n });
    assert.deepEqual((await tamper(tuck("audit", 1), untuck("audit"))).firstBroken, { authority: NORTH.code, book: "audit", number: 1 });
  });

  it("finds two rows that changed places", async () => {
    const swap = `update entry set number = case number when 2 then -2 when 3 then 2 when -2 then 3 end where ${here} and number in`;
    const places = ["alter table entry drop constraint entry_number_check", `${swap} (2)`, `${swap} (3)`, `${swap} (-2)`];
    const { firstBroken } = await tamper(places, [...places.slice(1), "alter table entry add constraint entry_number_check check (number > 0)"]);
    assert.deepEqual(firstBroken, { authority: NORTH.code, book: "entry", number: 2 });
  });

  it("finds a row added at the end, and a head put back", async () => {
    const added = await tamper(
      [`insert into entry select authority, number + 1000, record_id, kind, happened_on, until, certainty, detail, source, recorded_at, recorded_by, null, cause, reason, salt, payload_hash, hash, erased_at from entry where ${here} and number = 1`],
      [`delete from entry where ${here} and number = 1001`],
    );
    assert.equal(added.firstBroken?.book, "entry");
    const head = (by: number) => `update chain set number = number + ${by} where ${here} and book = 'audit'`;
    assert.equal((await tamper([head(-1)], [head(1)])).firstBroken?.book, "audit");
    const gone = await tamper([`create table tucked as select * from chain where ${here} and book = 'audit'`, `delete from chain where ${here} and book = 'audit'`], untuck("chain"));
    assert.deepEqual(gone.firstBroken, { authority: NORTH.code, book: "audit", number: 1 });
  });

  it("holds when what an entry says has been erased with its salt and the audit says so, and names it where nothing does", async () => {
    const columns = "kind, happened_on, until, certainty, detail, source, recorded_at, recorded_by, supersedes, cause, reason, salt";
    const erase = columns.split(", ").map((c) => `${c} = null`).join(", ");
    const erasing = [`create table tucked as select * from entry where ${here} and number = 4`, `update entry set ${erase}, erased_at = '2026-02-01T09:00:00Z' where ${here} and number = 4`];
    const restoring = [`update entry e set (${columns}, erased_at) = (select ${columns}, erased_at from tucked) where ${here} and number = 4`, "drop table tucked"];
    assert.deepEqual((await tamper(erasing, restoring)).firstBroken, { authority: NORTH.code, book: "entry", number: 4 });
    await store.inTransaction(operatorOf(NORTH), (writer) =>
      writer.appendAudit(NORTH.code, { command: "erase-entry", recordId: region.ids.northInCare, input: { entry: 4, entries: [4], audit: [] } }, "2026-02-01T09:00:00.000Z"));
    // The chain holds; the child's projections still tell of it, and are what is found.
    assert.deepEqual((await tamper(erasing, restoring)).firstBroken, { authority: NORTH.code, book: "projection", number: 3 });
    const another = [...erasing.slice(0, 1), `update entry set ${erase}, erased_at = '2026-02-02T09:00:00Z' where ${here} and number = 4`];
    assert.deepEqual((await tamper(another, restoring)).firstBroken, { authority: NORTH.code, book: "entry", number: 4 }, "another instant");
  });

  const LEFT_OVER = [
    ["child_clock", "authority, record_id, standard, occurrence, flags, agency_visible", "gen_random_uuid(), 'SAMPLE', 1, '{}', false"],
    ["allocation", "authority, record_id, worker", "gen_random_uuid(), 'SW01009'"],
    ["finding_term", "authority, record_id, type, text, plain, agency_visible", "gen_random_uuid(), 'name', 'x', 'x', false"],
    ["named_access", "authority, record_id, account, from_on, entry", "gen_random_uuid(), 'somebody', '2026-01-01', 1"],
    ["record_wall", "authority, record_id, wall, workers, agency_visible", "gen_random_uuid(), 2, '{}', false"],
    ["current_period", "authority, record_id, track, during, entry", "gen_random_uuid(), 'plan', '[2025-01-01,)', 1"],
  ] as const;
  for (const [table, columns, values] of LEFT_OVER) {
    it(`finds a row of ${table} left over, of no record`, async () => {
      const added = await tamper([`insert into ${table} (${columns}) values ('${NORTH.code}', ${values})`], [`delete from ${table} t where not exists (select from record r where r.authority = t.authority and r.id = t.record_id)`]);
      assert.deepEqual(added.firstBroken, { authority: NORTH.code, book: "projection", number: 0 });
    });
  }

  const PROJECTIONS = [
    ["a summary", "child_summary", "stage = 'matched'"],
    ["the last day that anything is due", "child_summary", "runs_until = 'infinity'"],
    ["the days a count ran", "child_summary", "a10_from = '2024-01-01'"],
    ["a word a child is found by", "finding_term", "plain = plain || 'x'"],
    ["whether the agency finds a child", "finding_term", "agency_visible = not agency_visible"],
    ["the day a clock is due", "child_clock", "due_on = due_on + 1"],
    ["a clock's flags", "child_clock", "flags = '{advisory}'"],
    ["a period", "current_period", "during = daterange(lower(during), lower(during) + 1)"],
    ["whether the agency sees a child", "record", "agency_visible = not agency_visible"],
    ["whether the agency sees a group's member", "sibling_member", "agency_visible = not agency_visible"],
    ["the wall of a record", "record", "wall = 2"],
    ["the wall a list keeps", "child_summary", "wall = 1"],
    ["the wall that finding keeps", "finding_term", "wall = 3"],
    ["an allocation", "allocation", "worker = 'SW01002'"],
  ] as const;
  for (const [what, table, change] of PROJECTIONS) {
    it(`finds ${what} that is not what the chronology gives, and rebuild puts it right`, async () => {
      await superuser.query(`update ${table} set ${change} where ${here}`);
      assert.equal((await store.maintenance.verify(summarise)).firstBroken?.book, "projection");
      assert.equal(await store.maintenance.rebuild(summarise), 7);
    });
  }
});

describe("rebuild", () => {
  it("writes what commands had written one after another, from nothing", async () => {
    const north = operatorOf(NORTH);
    const { northInCare, northAllocated } = region.ids;
    await store.inTransaction(north, async (writer) => {
      const [birth] = await writer.entriesOf(northInCare);
      await write(writer, NORTH.code, northInCare, drafts([
        { kind: "birth", on: "2024-03-05", supersedes: birth?.number, cause: "corrected" },
        { kind: "placement", on: "2025-01-10", until: "2025-06-01", detail: { type: "U6" } },
        { kind: "placement", on: "2025-06-01", detail: { type: "U4" } },
      ]));
      await write(writer, NORTH.code, northAllocated, drafts([{ kind: "placement-order", on: "2025-11-01" }]));
    });
    const everything = async (): Promise<unknown> => {
      const held: unknown[] = [];
      for (const table of ["child_summary", "child_clock", "finding_term", "current_period", "allocation", "sibling_member", "record"]) {
        held.push((await superuser.query(`select to_jsonb(t)::text as row from ${table} t order by 1`)).rows);
      }
      return held;
    };
    const incremental = await everything();
    for (const table of ["child_summary", "child_clock", "finding_term", "current_period", "allocation", "sibling_member"]) await superuser.query(`delete from ${table}`);
    await superuser.query("update record set agency_visible = false");
    const told: string[] = [];
    await store.maintenance.rebuild(summarise, (done, of) => told.push(`${done}/${of}`));
    assert.deepEqual(await everything(), incremental);
    assert.equal(told.at(-1), "7/7");
    assert.equal((await store.maintenance.verify(summarise)).ok, true);
  });
  it("leaves South's chain as it was when North is written to", async () => {
    const head = async () => (await superuser.query("select number, hash from chain where authority = $1 order by book", [SOUTH.code])).rows;
    const before_ = await head();
    await store.inTransaction(operatorOf(NORTH), (writer) => write(writer, NORTH.code, region.ids.northInCare, drafts([{ kind: "visit", on: "2025-03-01" }])));
    assert.deepEqual(await head(), before_);
  });
});
