import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { addDays, type Day, day } from "../domain/dates/day.ts";
import { type Clock, CLOCK_FLAGS, type ClockFlag, counts, isOpen, judge } from "../domain/standards/clock.ts";
import type { Summarise } from "./rows.ts";
import { drafts, IN_CARE, NORTH, operatorOf, personIn, RECORDED_AT, summarise } from "./sample-region.ts";
import { openStore, type Store } from "./store.ts";
import type { TrackerQuery, TrackerRow } from "./tracker.ts";
import { type Filters, NO_FILTERS, type Sort, STANDARD_SORT, type TrackerStatus } from "../domain/tracker/view.ts";

const today = day("2026-03-31");
const manager = personIn(NORTH, "team-manager");
const CHILDREN = 120;

/** Days near today, where the edges are, and none. */
const near = fc.integer({ min: -20, max: 20 }).map((n) => addDays(today, n));
const perhaps = <T>(arbitrary: fc.Arbitrary<T>, freq = 4) => fc.option(arbitrary, { nil: null, freq });
const clockArbitrary: fc.Arbitrary<Clock> = fc.record({
  standard: fc.constant("TC-1"), occurrence: fc.constant(1), startedOn: perhaps(near), dueOn: perhaps(near, 8),
  stoppedOn: fc.option(near, { nil: null, freq: 1 }), mootOn: fc.option(near, { nil: null, freq: 1 }), startedBy: fc.constant(null), stoppedBy: fc.constant(null),
  notRecorded: fc.boolean(), knownUpTo: perhaps(near, 1), flags: fc.subarray(Object.keys(CLOCK_FLAGS) as ClockFlag[], { maxLength: 2 }),
});

/** As many children as `clocks`, the nth with the nth list; which child it is, its first note says. */
const clocks: readonly (readonly Clock[])[] = fc.sample(fc.array(clockArbitrary, { maxLength: 4 }), { numRuns: CHILDREN, seed: 903 })
  .map((list) => list.map((clock, i) => ({ ...clock, occurrence: i + 1 })));
const withClocks: Summarise = (c, by) => ({ ...summarise(c, by), clocks: clocks[Number(c.of("wishes-and-feelings")[0]?.detail["note"])] ?? [] });

let database: TestDatabase;
let store: Store;
before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  await store.inTransaction(operatorOf(NORTH), async (writer) => {
    await writer.addOrganisation(NORTH);
    const records = await writer.createRecords(NORTH.code, "child", clocks.map((_, i) => localId(i)));
    const added = new Map(clocks.map((_, i) => [records.get(localId(i))?.id ?? "", drafts([
      ...IN_CARE, { kind: "wishes-and-feelings", on: "2025-02-01", detail: { note: String(i) } },
      ...(i % 3 === 0 ? [{ kind: "placement-order" as const, on: "2025-09-01" }] : []),
    ])]));
    const entries = await writer.appendEntries(NORTH.code, added, RECORDED_AT);
    await writer.writeProjections(NORTH.code, [...entries].map(([recordId, list]) => ({ recordId, type: "child", entries: list })), withClocks);
  });
});
after(async () => {
  await store.close();
  await database.drop();
});

const localId = (i: number): string => `N${String(i).padStart(3, "0")}`;
interface Asked extends Partial<Pick<TrackerQuery, "page" | "pageSize" | "today">> {
  readonly filters?: Partial<Filters>;
  readonly sort?: Sort;
}
const list = ({ filters, ...query }: Asked) => store.reader(manager).listTracker(
  { page: 1, pageSize: CHILDREN, today, sort: STANDARD_SORT, together: false, ...query, filters: { ...NO_FILTERS, ...filters } });
const BY_ID: Sort = { column: "child", descending: false };

/** The same, by the domain's own words. */
function expected(i: number, on: Day) {
  const open = (clocks[i] ?? []).filter((c) => isOpen(c) && counts(c)).map((c) => judge(c, on));
  const in_ = (state: string) => open.filter((c) => c.state === state);
  const late = in_("overdue").length;
  const dueSoon = in_("due-soon").length;
  const due = open.filter((c) => c.state !== "not-recorded" && c.dueOn !== null).map((c) => c.dueOn as Day).sort();
  const runs = open.some((c) => c.state === "running");
  const unseen = open.some((c) => c.state === "not-recorded") || (clocks[i] ?? []).some((c) => isOpen(c) && c.notRecorded && counts({ ...c, notRecorded: false }));
  const status: TrackerStatus = late > 0 ? "late" : dueSoon > 0 ? "due-soon" : !runs && unseen ? "not-recorded" : "on-track";
  return { late, dueSoon, status, nextDueOn: due[0] ?? null };
}

const shown = ({ late, dueSoon, status, next }: TrackerRow) => ({ late, dueSoon, status, nextDueOn: next?.dueOn ?? null });

describe("the tracker's list", () => {
  it("calls late, due soon and next what the domain's judge does, on any day", async () => {
    for (const on of [-30, -15, -14, -1, 0, 1, 14, 15, 30].map((n) => addDays(today, n))) {
      const { rows } = await list({ today: on });
      assert.equal(rows.length, CHILDREN);
      for (const row of rows) assert.deepEqual(shown(row), expected(Number(row.localId.slice(1)), on), `${row.localId} on ${on}`);
    }
  });
  it("gives the next clock as it was projected", async () => {
    const { rows } = await list({});
    const row = rows.find((r) => r.next !== null) ?? assert.fail();
    assert.deepEqual(clocks[Number(row.localId.slice(1))]?.find((c) => c.occurrence === row.next?.occurrence), row.next);
  });
  it("puts the longest overdue first, then what is due soonest, then the rest by local id", async () => {
    const rank = { late: 0, "due-soon": 1, "not-recorded": 2, "on-track": 3 };
    const { rows } = await list({});
    const key = (row: TrackerRow) => `${rank[row.status]} ${rank[row.status] > 1 ? "" : row.next?.dueOn} ${row.localId}`;
    assert.deepEqual(rows.map(key), rows.map(key).sort());
    const byId = await list({ sort: BY_ID });
    assert.deepEqual(byId.rows.map((r) => r.localId), clocks.map((_, i) => localId(i)));
  });
  it("filters by status and stage, and pages without losing or repeating a child", async () => {
    const counted: number[] = [];
    for (const status of ["late", "due-soon", "on-track", "not-recorded"] as const) {
      const { rows, total } = await list({ filters: { status: [status] } });
      assert.notEqual(total, 0);
      assert.ok(rows.every((row) => row.status === status));
      counted.push(total);
    }
    assert.equal(counted.reduce((a, b) => a + b), CHILDREN);
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => list({ filters: { stage: ["no-plan"] }, page, pageSize: 20 })));
    assert.deepEqual(pages.map((p) => p.rows.length), [20, 20, 20, 20, 0]);
    assert.equal(new Set(pages.flatMap((p) => p.rows.map((r) => r.localId))).size, 80);
    assert.ok(pages.every((p) => p.total === 80));
  });
  it("counts the river by stage whatever else is filtered", async () => {
    const { river } = await list({ filters: { status: ["late"], stage: ["matched"], team: ["no such"] } });
    const late = clocks.map((_, i) => expected(i, today).late > 0);
    assert.deepEqual(river, [
      { stage: "no-plan", children: 80, late: late.filter((l, i) => l && i % 3 !== 0).length },
      { stage: "placement-order", children: 40, late: late.filter((l, i) => l && i % 3 === 0).length },
    ]);
  });
});
