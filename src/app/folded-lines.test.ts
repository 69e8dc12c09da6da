import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { PROFILE_STATES } from "../domain/chronology/codes.ts";
import { addDays, daysBetween, day } from "../domain/dates/day.ts";
import { STAGE_CODES } from "../domain/permanence/stage.ts";
import { type Column, columnSorts, DATED_KINDS, FIXED_COLUMNS } from "../domain/tracker/columns.ts";
import { type Filters, NO_FILTERS, NONE, STANDARD_SORT, TRACKER_STATUSES, type TrackerStatus } from "../domain/tracker/view.ts";
import { addChild, NORTH, operatorOf, personIn } from "../store/sample-region.ts";
import { openStore, type Store } from "../store/store.ts";
import type { FoldedLines, TrackerList, TrackerQuery, TrackerRow } from "../store/tracker.ts";
import { type App, makeApp } from "./app.ts";
import { foldedLines } from "./folded-lines.ts";
import { loadSamplePopulation } from "./sample-population.ts";

const today = day("2026-01-31");
const CHILDREN = 60;
/** Sees the adopted too, whose records are restricted. */
const manager = personIn(NORTH, "service-manager");
let database: TestDatabase;
let store: Store;
let app: App;
let folded: FoldedLines;
let everybody: TrackerList;

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  app = makeApp(store, { today: () => today, now: () => `${today}T12:00:00.000Z` });
  await loadSamplePopulation(app, CHILDREN, today);
  folded = await store.reading(manager, (reader) => foldedLines(app, reader, { stoodOn: today }));
  everybody = await list({});
});
after(async () => {
  await store.close();
  await database.drop();
});

interface Asked extends Partial<Omit<TrackerQuery, "filters">> {
  readonly filters?: Partial<Filters>;
}
const query = ({ filters, ...rest }: Asked): TrackerQuery =>
  ({ page: 1, pageSize: CHILDREN, today, sort: STANDARD_SORT, together: false, ...rest, filters: { ...NO_FILTERS, ...filters } });
const list = (asked: Asked, then?: FoldedLines) => store.reader(manager).listTracker(query(asked), then);
const ids = (rows: readonly TrackerRow[]) => rows.map(({ localId }) => localId);

/** Values that some child has, and one that none has. */
const oneOf = (of: (row: TrackerRow) => readonly (string | null)[], also: string) =>
  fc.subarray([...new Set([...everybody.rows.flatMap(of).filter((value) => value !== null), also])], { maxLength: 3 });

function someView(): fc.Arbitrary<Asked> {
  const columns: Column[] = [...(Object.keys(FIXED_COLUMNS) as Column[]).filter(columnSorts), ...DATED_KINDS.slice(0, 40).map((kind) => `on:${kind}` as const)];
  const often = <T>(arbitrary: fc.Arbitrary<T>, freq = 4): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq });
  const filters = fc.record({
    stage: often(fc.subarray([...STAGE_CODES], { minLength: 2 }), 2), status: often(fc.subarray(Object.keys(TRACKER_STATUSES) as TrackerStatus[], { minLength: 1 }), 2),
    worker: often(oneOf((row) => [row.socialWorker, row.familyFinder, "north.one"], NONE), 1), team: often(oneOf((row) => [row.team], NONE), 1),
    plan: often(oneOf((row) => [row.plan], NONE), 1), legal: often(oneOf((row) => [row.legalStatus], NONE), 1),
    placement: often(oneOf((row) => [row.placementType], NONE), 1), barrier: often(oneOf((row) => row.barriers, NONE), 1),
    group: often(fc.constantFrom(NONE, "any", "no-such", folded.members[0]?.groupId ?? ""), 1),
    orderFrom: often(fc.nat(400), 1), orderTo: often(fc.nat(800), 1), early: often(fc.constantFrom("yes" as const, "no" as const), 1),
    profile: often(fc.constant("too-far" as const), 1),
  }, { requiredKeys: [] }).map((some) => Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Partial<Filters>);
  return fc.record({
    filters, together: fc.boolean(), page: fc.constantFrom(1, 1, 2), pageSize: fc.constantFrom(7, CHILDREN),
    sort: fc.record({ column: fc.constantFrom(...columns), descending: fc.boolean() }),
  });
}

/** What a filter means, said again. */
function matches(row: TrackerRow, f: Filters): boolean {
  const among = (wanted: readonly string[], has: readonly (string | null)[]): boolean => {
    const own = has.filter((value) => value !== null);
    return wanted.length === 0 || wanted.some((value) => (value === NONE ? own.length === 0 : own.includes(value)));
  };
  const accounts: Readonly<Record<string, string>> = { "SW01001": "north.one", "SW01002": "north.two" };
  const names = (worker: string | null) => (worker === null ? [] : [worker, accounts[worker] ?? worker]);
  const days = row.orderOn === null ? null : daysBetween(row.orderOn, today);
  const groups = folded.members.filter(({ childId }) => childId === row.recordId).map(({ groupId }) => groupId);
  const workers = f.worker.filter((worker) => worker !== NONE);
  return among(f.stage, [row.stage]) && among(f.status, [row.status]) && among(f.team, [row.team]) && among(f.plan, [row.plan])
    && among(f.legal, [row.legalStatus]) && among(f.placement, [row.placementType]) && among(f.barrier, row.barriers)
    && (f.worker.length === 0 || (f.worker.includes(NONE) && row.socialWorker === null)
      || [...names(row.socialWorker), ...names(row.familyFinder)].some((name) => workers.some((worker) => names(worker).includes(name))))
    && (f.group === undefined || (f.group === NONE ? groups.length === 0 : f.group === "any" ? groups.length > 0 : groups.includes(f.group)))
    && (f.orderFrom === undefined || (days !== null && days >= f.orderFrom)) && (f.orderTo === undefined || (days !== null && days <= f.orderTo))
    && (f.early === undefined || row.earlyPermanence === (f.early === "yes"))
    && (f.profile === undefined || (row.profile !== null && row.profile.breach !== null));
}

describe("the lines of a day, folded", () => {
  it("are those stored, for that day: every filter, order, count and choice alike", async () => {
    assert.equal(everybody.total, CHILDREN);
    assert.deepEqual(await list({}, folded), everybody);
    await fc.assert(fc.asyncProperty(someView(), async (view) => {
      const stored = await list(view);
      assert.deepEqual(await list(view, folded), stored);
      const all = await list({ ...view, page: 1, pageSize: CHILDREN });
      const wanted = everybody.rows.filter((row) => matches(row, query(view).filters));
      assert.deepEqual(ids(all.rows).sort(), ids(wanted).sort());
      assert.equal(stored.total, wanted.length);
    }), { numRuns: 25 });
  });
  it("have neither those of whom nothing was known then, nor those to whom nothing had happened", async () => {
    const at = (asAt: Parameters<typeof foldedLines>[2]) => store.reading(manager, (reader) => foldedLines(app, reader, asAt, NORTH.code));
    const before_ = await at({ knownOn: day("2026-01-30") });
    assert.deepEqual(before_, { children: [], members: [] });
    const halfWay = addDays(today, -500);
    const then = await at({ stoodOn: halfWay });
    assert.ok(then.children.length > 5 && then.children.length < CHILDREN - 5);
    const there = new Set(then.children.map(({ recordId }) => recordId));
    for (const { recordId, localId } of everybody.rows) {
      const entries = (await store.reader(manager).entriesOf(recordId)).filter((e) => e.kind !== "birth" && e.kind !== "particulars" && e.kind !== "previous-permanence");
      assert.equal(there.has(recordId), entries.some((e) => e.certainty === "actual" && e.happenedOn <= halfWay), localId);
    }
    assert.ok(then.members.every(({ childId }) => there.has(childId)));
    const { rows, total } = await list({ today: halfWay, sort: { column: "care-started", descending: true } }, then);
    assert.equal(total, there.size);
    assert.ok(rows.every((row) => row.careStartedOn === null || row.careStartedOn <= halfWay));
  });
  it("are for the operator and for nobody else’s authority", async () => {
    const lines = await store.reading(operatorOf(NORTH), (reader) => foldedLines(app, reader, { stoodOn: today }));
    assert.equal(lines.children.length, CHILDREN);
  });
});

describe("the order of lines", () => {
  const nullsLast = (values: readonly (string | number | null)[], descending: boolean): void => {
    const known = values.filter((value) => value !== null);
    assert.deepEqual(values.slice(0, known.length), known);
    assert.deepEqual(known, known.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0) * (descending ? -1 : 1)));
    assert.ok(new Set(known).size > 1);
  };
  const daysOf = (row: TrackerRow, indicator: string): number | null => {
    const count = row.counts.find((c) => c.indicator === indicator && c.missing === undefined);
    return count === undefined ? null : Math.max(0, daysBetween(count.from, count.until ?? today));
  };
  const VALUES: readonly (readonly [Column, (row: TrackerRow) => string | number | null])[] = [
    ["child", (row) => row.localId],
    ["where", (row) => STAGE_CODES.indexOf(row.stage)],
    ["a10", (row) => daysOf(row, "A10")],
    ["a2", (row) => daysOf(row, "A2")],
    ["next", (row) => row.next?.dueOn ?? null],
    ["status", (row) => ["late", "due-soon", "not-recorded", "on-track", "ended"].indexOf(row.status)],
    ["born", (row) => row.bornOn ?? row.expectedOn],
    ["social-worker", (row) => (row.socialWorker === null ? null : { "SW01001": "person 2", "SW01002": "person 1" }[row.socialWorker] ?? row.socialWorker.toLowerCase())],
    ["team", (row) => row.team?.toLowerCase() ?? null],
    ["siblings", (row) => row.siblings.length || null],
    ["profile", (row) => (row.profile === null ? null : row.profile.breach === null ? Object.keys(PROFILE_STATES).indexOf(row.profile.state) + 1 : 0)],
    ["early-permanence", (row) => (row.earlyPermanence ? 0 : 1)],
    ["care-started", (row) => row.careStartedOn],
    ["days-since-order", (row) => (row.orderOn === null ? null : daysBetween(row.orderOn, today))],
    ["on:placement-order", (row) => row.dates["placement-order"]?.on ?? null],
  ];
  for (const [column, of] of VALUES) {
    it(`by ${column} is by its values both ways, and those without one come last`, async () => {
      for (const descending of [false, true]) {
        const { rows } = await list({ sort: { column, descending } });
        nullsLast(rows.map(of), descending);
        const equal = Map.groupBy(rows, of);
        if (column !== "where" && column !== "status") for (const same of equal.values()) assert.deepEqual(ids(same), ids(same).sort());
      }
    });
  }
  it("puts siblings together where the first of them stands, and tells each line its siblings", async () => {
    const sort = { column: "born", descending: false } as const;
    const [apart, together] = [(await list({ sort })).rows, (await list({ sort, together: true })).rows];
    const place = new Map(apart.map((row, i) => [row.recordId, i]));
    const firstOf = (row: TrackerRow) => Math.min(...[row, ...row.siblings].map(({ recordId }) => place.get(recordId) ?? Infinity));
    const wanted = apart.toSorted((a, b) => firstOf(a) - firstOf(b) || (place.get(a.recordId) ?? 0) - (place.get(b.recordId) ?? 0));
    assert.deepEqual(ids(together), ids(wanted));
    assert.notDeepEqual(ids(together), ids(apart));
    for (const row of apart) {
      const groups = new Set(folded.members.filter(({ childId }) => childId === row.recordId).map(({ groupId }) => groupId));
      const siblings = folded.members.filter(({ groupId, childId }) => groups.has(groupId) && childId !== row.recordId).map(({ childId }) => childId);
      assert.deepEqual(row.siblings.map(({ recordId }) => recordId).sort(), siblings.sort());
    }
  });
});

describe("the choices", () => {
  it("are what children have, with how many, whatever is filtered; a worker once under the account", async () => {
    const { choices, river } = await list({ filters: { stage: ["adopted"], status: ["late"] } });
    assert.deepEqual(choices, everybody.choices);
    assert.deepEqual(river, everybody.river);
    const count = (of: (row: TrackerRow) => readonly (string | null)[]) => {
      const counted = new Map<string, number>();
      for (const row of everybody.rows) for (const value of new Set(of(row))) if (value !== null) counted.set(value, (counted.get(value) ?? 0) + 1);
      return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, children]) => ({ value, children }));
    };
    const accountOf = (worker: string | null) => ({ "SW01001": "north.one", "SW01002": "north.two" })[worker ?? ""] ?? worker;
    assert.deepEqual(choices, {
      workers: count((row) => [accountOf(row.socialWorker), accountOf(row.familyFinder)]), teams: count((row) => [row.team]), plans: count((row) => [row.plan]),
      legals: count((row) => [row.legalStatus]), placements: count((row) => [row.placementType]), barriers: count((row) => row.barriers),
    });
    for (const list_ of Object.values(choices)) assert.notEqual(list_.length, 0);
  });
});

describe("the lines of today, folded", () => {
  it("are the very same children with the same statuses as today’s list, of whom nothing is known too", async () => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await addChild(writer, NORTH.code, "only-born", [{ kind: "birth", on: "2020-05-01" }, { kind: "particulars", on: "2020-05-01", detail: { givenName: "Willowmere" } }]);
      await addChild(writer, NORTH.code, "expected", [{ kind: "birth", on: "2026-05-01", certainty: "planned" }]);
      await addChild(writer, NORTH.code, "met-with", [{ kind: "birth", on: "2020-05-01" }, { kind: "tracking-meeting", on: "2026-03-01", certainty: "planned" }]);
    });
    const said = async (then?: FoldedLines) => {
      const { rows, total, river } = await list({ pageSize: CHILDREN + 10, sort: { column: "child", descending: false } }, then);
      return { total, river, children: rows.map(({ localId, status }) => [localId, status]) };
    };
    const at = (asAt: Parameters<typeof foldedLines>[2]) => store.reading(manager, (reader) => foldedLines(app, reader, asAt));
    const now = await said();
    assert.equal(now.total, CHILDREN + 3);
    assert.deepEqual(new Map(now.children as [string, string][]).get("only-born"), "not-recorded");
    for (const asAt of [{ stoodOn: today }, { knownOn: today }, { stoodOn: today, knownOn: today }]) assert.deepEqual(await said(await at(asAt)), now, JSON.stringify(asAt));
    const dayBefore = new Set((await at({ stoodOn: day("2026-01-30") })).children.map(({ localId }) => localId));
    for (const localId of ["only-born", "expected", "met-with"]) assert.ok(!dayBefore.has(localId), `${localId} was written down the day after`);
  });
});
