import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { addDays, type Day, day } from "../domain/dates/day.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import type { Stage } from "../domain/permanence/stage.ts";
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
  warnDays: fc.constantFrom(0, 3, 14, 90), owner: fc.constant("social-worker"),
});

/** As many children as `clocks`, the nth with the nth list; which child it is, its first note says. */
const clocks: readonly (readonly Clock[])[] = fc.sample(fc.array(clockArbitrary, { maxLength: 4 }), { numRuns: CHILDREN, seed: 903 })
  .map((list) => list.map((clock, i) => ({ ...clock, occurrence: i + 1 })));
/** Of whom what is known, but for clocks: most are in care, every third with an order; some have left, and of some no more than the birth is. */
type Known = "in-care" | "order" | "left" | "birth";
const knownOf = (i: number): Known => (i % 10 === 1 ? "left" : i % 10 === 2 ? "birth" : i % 3 === 0 ? "order" : "in-care");
const STAGE_OF = { "in-care": "no-plan", "birth": "no-plan", "order": "placement-order", "left": "left-care" } as const;
const ENTRIES: Readonly<Record<Known, readonly SampleEntry[]>> = {
  "in-care": IN_CARE,
  "order": [...IN_CARE, { kind: "placement-order", on: "2025-09-01" }],
  "left": IN_CARE.map((e) => (e.kind === "looked-after" ? { ...e, until: "2025-12-01" } : e)),
  "birth": IN_CARE.slice(0, 1),
};
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
      ...ENTRIES[knownOf(i)], { kind: "wishes-and-feelings", on: "2025-02-01", detail: { note: String(i) } },
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
  const nothingKnown = knownOf(i) === "birth" && open.length === 0;
  const otherwise: TrackerStatus = runs ? "on-track" : knownOf(i) === "left" ? "ended" : unseen || nothingKnown ? "not-recorded" : "on-track";
  const status: TrackerStatus = late > 0 ? "late" : dueSoon > 0 ? "due-soon" : otherwise;
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
    const rank = { late: 0, "due-soon": 1, "not-recorded": 2, "on-track": 3, "ended": 4 };
    const { rows } = await list({});
    const key = (row: TrackerRow) => `${rank[row.status]} ${rank[row.status] > 1 ? "" : row.next?.dueOn} ${row.localId}`;
    assert.deepEqual(rows.map(key), rows.map(key).sort());
    const byId = await list({ sort: BY_ID });
    assert.deepEqual(byId.rows.map((r) => r.localId), clocks.map((_, i) => localId(i)));
  });
  it("filters by status and stage, and pages without losing or repeating a child", async () => {
    const counted: number[] = [];
    for (const status of ["late", "due-soon", "on-track", "not-recorded", "ended"] as const) {
      const { rows, total } = await list({ filters: { status: [status] } });
      assert.notEqual(total, 0);
      assert.ok(rows.every((row) => row.status === status));
      counted.push(total);
    }
    assert.equal(counted.reduce((a, b) => a + b), CHILDREN);
    const among = clocks.filter((_, i) => STAGE_OF[knownOf(i)] === "no-plan").length;
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => list({ filters: { stage: ["no-plan"] }, page, pageSize: 20 })));
    assert.deepEqual(pages.map((p) => p.rows.length), [20, 20, 20, among - 60, 0]);
    assert.equal(new Set(pages.flatMap((p) => p.rows.map((r) => r.localId))).size, among);
    assert.ok(pages.every((p) => p.total === among));
  });
  it("counts the river by stage whatever else is filtered", async () => {
    const { river } = await list({ filters: { status: ["late"], stage: ["matched"], team: ["no such"] } });
    const at = (stage: Stage) => clocks.map((_, i) => i).filter((i) => STAGE_OF[knownOf(i)] === stage);
    assert.deepEqual(river, (["left-care", "no-plan", "placement-order"] as const).map((stage) =>
      ({ stage, children: at(stage).length, late: at(stage).filter((i) => expected(i, today).late > 0).length })));
  });
});
