import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { type Owner, OWNERS, type Role } from "../domain/access/role.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import { addDays, type Day, day } from "../domain/dates/day.ts";
import { type Clock, CLOCK_FLAGS, type ClockFlag, isOpen } from "../domain/standards/clock.ts";
import { ownersOn } from "../domain/work/desk.ts";
import { DESK_GROUP_CODES, deskGroupOf } from "../domain/work/groups.ts";
import { type Held, lands, type Seat, seatsOf, type Worker } from "../domain/work/seats.ts";
import type { DeskRow } from "./desk.ts";
import type { Summarise } from "./rows.ts";
import { drafts, IN_CARE, NORTH, operatorOf, personIn, RECORDED_AT, SOUTH, summarise } from "./sample-region.ts";
import { openStore, type Store } from "./store.ts";

const today = day("2026-03-31");
const CHILDREN = 60;
const worker = (account: string, role: Role, over: Partial<Worker> = {}): Worker => ({ account, role, worker: null, team: null, leftOn: null, ...over });
const PEOPLE: readonly Worker[] = [
  worker("quill", "social-worker", { worker: "SW1", team: "A" }), worker("reed", "family-finder", { team: "A" }),
  worker("gone", "social-worker", { worker: "SW9", leftOn: today }), worker("manager.a", "team-manager", { team: "A" }),
  worker("manager.b", "team-manager", { team: "B" }), worker("officer.1", "reviewing-officer"), worker("officer.2", "reviewing-officer"),
  worker("support", "business-support"), worker("decides", "decision-maker"),
];

const among = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 4 });
const heldArbitrary: fc.Arbitrary<Held> = fc.record({
  socialWorker: among("quill", "SW1", "SW9", "nobody"), familyFinder: among("reed", "quill"), team: among("A", "B", "C"), reviewingOfficer: among("officer.1", "left.long.ago"),
});
const near = fc.integer({ min: -12, max: 12 }).map((n) => addDays(today, n));
const clockArbitrary: fc.Arbitrary<Clock> = fc.record({
  standard: fc.constant("TC-1"), occurrence: fc.constant(1), startedOn: fc.option(near, { nil: null }), dueOn: fc.option(near, { nil: null, freq: 8 }),
  stoppedOn: fc.option(near, { nil: null, freq: 1 }), mootOn: fc.option(near, { nil: null, freq: 1 }), startedBy: fc.constant(null), stoppedBy: fc.constant(null),
  notRecorded: fc.constantFrom(false, false, false, true), knownUpTo: fc.option(near, { nil: null, freq: 1 }), flags: fc.subarray(Object.keys(CLOCK_FLAGS) as ClockFlag[], { maxLength: 1 }),
  warnDays: fc.constantFrom(0, 14, 90), owner: fc.constantFrom(...(Object.keys(OWNERS) as Owner[])),
});
const children = fc.sample(fc.record({ held: heldArbitrary, clocks: fc.array(clockArbitrary, { maxLength: 6 }) }), { numRuns: CHILDREN, seed: 1121 })
  .map(({ held, clocks }) => ({ held, clocks: clocks.map((clock, i) => ({ ...clock, occurrence: i + 1 })) }));
/** Which child it is, its first note says. */
const given: Summarise = (c, by) => {
  const child = children[Number(c.of("wishes-and-feelings")[0]?.detail["note"])];
  return { ...summarise(c, by), ...child?.held, clocks: child?.clocks ?? [] };
};

let database: TestDatabase;
let store: Store;
before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url(), { today: () => today });
  for (const organisation of [NORTH, SOUTH]) {
    await store.inTransaction(operatorOf(organisation), async (writer) => {
      await writer.addOrganisation(organisation);
      const records = await writer.createRecords(organisation.code, "child", children.map((_, i) => localId(i)));
      const added = new Map(children.map((_, i) => [records.get(localId(i))?.id ?? "", drafts([...IN_CARE, noted(i)])]));
      const entries = await writer.appendEntries(organisation.code, added, RECORDED_AT);
      await writer.writeProjections(organisation.code, [...entries].map(([recordId, list]) => ({ recordId, type: "child", entries: list })), given);
    });
  }
});
after(async () => {
  await store.close();
  await database.drop();
});

const localId = (i: number): string => `N${String(i).padStart(3, "0")}`;
const noted = (i: number): SampleEntry => ({ kind: "wishes-and-feelings", on: "2025-02-01", detail: { note: String(i) } });
const ask = (seats: readonly Seat[], over: Partial<Parameters<ReturnType<Store["reader"]>["desk"]>[0]> = {}) =>
  store.reader(personIn(NORTH, "team-manager")).desk({ seats, today, page: 1, pageSize: 1000, ...over });

/** The same, by the domain’s own words. */
const expected = (seats: readonly Seat[], on: Day) => children.flatMap(({ held, clocks }, i) => clocks.filter((c) => isOpen(c) && !c.notRecorded).flatMap((clock) => {
  const seat = seats.findIndex((s) => lands(s, clock.owner, held));
  return seat === -1 ? [] : [{ localId: localId(i), occurrence: clock.occurrence, seat, group: deskGroupOf(clock, on) }];
}));
const shown = ({ localId: id, clock, seat, group }: DeskRow) => ({ localId: id, occurrence: clock.occurrence, seat, group });
const inOrder = <T extends { localId: string; occurrence: number }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => a.localId.localeCompare(b.localId) || a.occurrence - b.occurrence);

describe("a desk", () => {
  it("has of everybody what the domain says is theirs, grouped as the domain groups it, on any day", async () => {
    for (const on of [-13, -7, -1, 0, 1, 6, 7, 13].map((n) => addDays(today, n))) {
      for (const person of PEOPLE) {
        const seats = seatsOf(person, PEOPLE, on);
        const { rows, total, totals } = await ask(seats, { today: on });
        const due = expected(seats, on);
        assert.deepEqual(inOrder(rows.map(shown)), inOrder(due), `${person.account} on ${on}`);
        assert.equal(total, due.length);
        for (const group of DESK_GROUP_CODES) assert.equal(totals[group], due.filter((item) => item.group === group).length);
      }
    }
  });
  it("leaves no work about a child on nobody’s desk, who has left and who was never here counted as nobody", async () => {
    const workers = [...ownersOn("social-worker"), ...ownersOn("family-finder"), ...ownersOn("team"), ...ownersOn("reviewing-officer")];
    const seats = PEOPLE.flatMap((person) => seatsOf(person, PEOPLE, today)).filter(({ by }) => by !== "role");
    for (const { held } of children) for (const owner of workers) assert.ok(seats.some((seat) => lands(seat, owner, held)), `${owner} ${JSON.stringify(held)}`);
  });
  it("puts another’s work after one’s own, and says by the seat whose it is", async () => {
    const [own, away] = [PEOPLE[1]!, PEOPLE[0]!];
    const seats = [...seatsOf(own, PEOPLE, today), ...seatsOf(away, PEOPLE, today, away.account)];
    const { rows } = await ask(seats);
    assert.deepEqual(inOrder(rows.map(shown)), inOrder(expected(seats, today)));
    assert.ok(rows.some(({ seat }) => seats[seat]?.forAccount === "quill") && rows.some(({ seat }) => seats[seat]?.forAccount === null));
  });
  it("pages what is late, then what is due soonest, without losing or repeating anything", async () => {
    const seats = PEOPLE.flatMap((person) => seatsOf(person, PEOPLE, today));
    const all = await ask(seats);
    const key = ({ group, clock }: DeskRow): string => `${DESK_GROUP_CODES.indexOf(group)} ${group === "undated" ? "" : clock.dueOn}`;
    assert.deepEqual(all.rows.map(key), all.rows.map(key).sort());
    assert.ok(all.total > 20);
    const pages = await Promise.all([1, 2, 3].map((page) => ask(seats, { page, pageSize: 8 })));
    assert.deepEqual(pages.flatMap(({ rows }) => rows.map(shown)), all.rows.slice(0, 24).map(shown));
    const week = await ask(seats, { due: { from: today, until: addDays(today, 6) } });
    assert.ok(week.rows.length > 0 && week.rows.every(({ clock }) => clock.dueOn !== null && clock.dueOn >= today && clock.dueOn <= addDays(today, 6)));
    const late = await ask(seats, { groups: ["late"] });
    assert.equal(late.total, all.totals.late);
  });
  it("counts late work by team as a look at every clock would", async () => {
    const counted = await store.reader(personIn(NORTH, "service-manager")).workCounts({ authority: NORTH.code, today, by: "team" });
    for (const { value, late, week, later } of counted) {
      const own = children.filter(({ held }) => held.team === value).flatMap(({ clocks }) => clocks.filter((c) => isOpen(c) && !c.notRecorded).map((c) => deskGroupOf(c, today)));
      assert.deepEqual([late, week, later], (["late", "week", "later"] as const).map((group) => own.filter((g) => g === group).length), String(value));
    }
    assert.deepEqual(new Set(counted.map(({ value }) => value)), new Set(["A", "B", "C", null]));
    assert.deepEqual(await store.reader(personIn(NORTH, "service-manager")).workCounts({ authority: SOUTH.code, today, by: "worker" }), []);
  });
  it("is told of no child of another authority, whatever the seats", async () => {
    const everything: readonly Seat[] = [{ by: "role", owners: Object.keys(OWNERS) as Owner[], forAccount: null }];
    const { rows } = await ask(everything);
    assert.ok(rows.length > 0 && rows.every(({ authority }) => authority === NORTH.code));
    const none = await store.reader(personIn(NORTH, "social-worker")).desk({ seats: everything, today, page: 1, pageSize: 10 });
    assert.deepEqual([none.rows, none.total, none.children], [[], 0, 0]);
  });
});
