import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { day } from "../dates/day.ts";
import { workingCalendar } from "../dates/working-days.ts";
import { type ArrangementKnown, type ArrangementTyped, readArrangement } from "./arrangement.ts";
import { holderAt, keyOf, noQuorum, quorumAt, quorumInWords } from "./attendance.ts";
import type { MeetingDetail, SeriesDefinition } from "./meeting.ts";
import { definitionOf, USUAL_SERIES } from "./series.ts";

const calendar = workingCalendar(day("2026-01-01"), day("2027-12-31"), [{ on: day("2026-12-25"), name: "Christmas Day" }, { on: day("2026-12-28"), name: "Boxing Day substitute" }]);
const usual = definitionOf(USUAL_SERIES[0]!, day("2026-12-01"));
const definition: SeriesDefinition = { ...usual, place: "Room 1", members: usual.members.map((member, i) => (i < 3 ? { ...member, account: `north.${i}` } : member)) };
const known: ArrangementKnown = {
  definition, meeting: { heldOn: day("2026-12-01"), state: "planned", detail: {} }, others: new Set([day("2026-12-29")]), people: new Set(["north.0", "north.1", "north.2"]), today: day("2026-11-22"), calendar,
};
const typed: ArrangementTyped = { heldOn: "2026-12-01", startsAt: "10:00", place: "Room 1", chair: "", minuteTaker: "", attendance: [] };
const read = (change: Partial<ArrangementTyped>, more: Partial<ArrangementKnown["meeting"]> = {}) => readArrangement({ ...typed, ...change }, { ...known, meeting: { ...known.meeting, ...more } });
const taken = (...given: Parameters<typeof read>) => {
  const one = read(...given);
  return "arrangement" in one ? one.arrangement : assert.fail(JSON.stringify(one.refusals));
};
const refused = (...given: Parameters<typeof read>): Readonly<Record<string, string>> => {
  const one = read(...given);
  return "refusals" in one ? Object.fromEntries(one.refusals.map(({ field, message }) => [field, message])) : {};
};

describe("arranging a meeting", () => {
  it("keeps only what differs from the series", () => {
    assert.deepEqual(taken({}), { heldOn: "2026-12-01", detail: {} });
    assert.deepEqual(taken({ startsAt: "2pm", place: "Online", chair: "north.2" }).detail, { startsAt: "14:00", place: "Online", chair: "north.2" });
  });
  it("puts off a bank holiday to the next working day, and says so", () => {
    const free = { ...known, others: new Set<never>() };
    const one = readArrangement({ ...typed, heldOn: "2026-12-25" }, free);
    assert.deepEqual(one, { arrangement: { heldOn: "2026-12-29", detail: { movedFrom: "2026-12-01" }, offHoliday: "2026-12-25" } });
  });
  it("remembers the day that the rhythm gave, however often it is moved, and forgets it where it is back", () => {
    const once = taken({ heldOn: "2026-12-03" });
    assert.deepEqual(once.detail, { movedFrom: "2026-12-01" });
    assert.deepEqual(taken({ heldOn: "2026-12-04" }, once).detail, { movedFrom: "2026-12-01" });
    assert.deepEqual(taken({ heldOn: "2026-12-01" }, once).detail, {});
    const called: MeetingDetail = { extraordinary: "A placement ended" };
    assert.deepEqual(taken({ heldOn: "2026-12-03" }, { detail: called }).detail, called);
  });
  it("is not on a day that has passed, that is taken, or whose bank holidays nobody knows", () => {
    assert.match(refused({ heldOn: "" })["heldOn"] ?? "", /Enter the day/);
    assert.match(refused({ heldOn: "2026-11-21" })["heldOn"] ?? "", /21 November 2026 has passed/);
    assert.match(refused({ heldOn: "2026-12-29" })["heldOn"] ?? "", /meets on Tuesday 29 December 2026 already: choose/);
    assert.match(refused({ heldOn: "2026-12-28" })["heldOn"] ?? "", /already, to which 28 December 2026, a bank holiday, would be moved/);
    assert.match(refused({ heldOn: "2028-01-05" })["heldOn"] ?? "", /until 31 December 2027/);
    // One that was planned for a day that has passed is arranged all the same.
    assert.equal(taken({ heldOn: "2026-11-20" }, { heldOn: day("2026-11-20") }).heldOn, "2026-11-20");
  });
  it("is moved no more once it has begun, and takes who came until its minutes are confirmed", () => {
    const attendance = [{ key: "north.0", as: "present", standIn: "" }];
    assert.deepEqual(taken({ heldOn: "2026-12-03", attendance }, { state: "held" }), { heldOn: "2026-12-01", detail: { attendance: { "north.0": { as: "present" } } } });
    assert.deepEqual(taken({ attendance }, { state: "confirmed" }).detail, {});
  });
  it("says who stands in, and keeps what was said of former members", () => {
    const office = keyOf(definition.members[4]!);
    const { detail } = taken({ attendance: [{ key: "north.0", as: "stood-in", standIn: " Robin Field " }, { key: office, as: "apologies", standIn: "" }, { key: "north.1", as: "", standIn: "" }, { key: "stranger", as: "present", standIn: "" }] }, { detail: { attendance: { gone: { as: "present" } } } });
    assert.deepEqual(detail.attendance, { "gone": { as: "present" }, "north.0": { as: "stood-in", standIn: "Robin Field" }, [office]: { as: "apologies" } });
    const faults = refused({ chair: "stranger", startsAt: "soon", attendance: [{ key: "north.0", as: "stood-in", standIn: "" }, { key: "north.1", as: "present", standIn: "Robin" }, { key: "north.2", as: "asleep", standIn: "" }] });
    assert.deepEqual(Object.keys(faults).sort(), ["attendance-0-standIn", "attendance-1-as", "attendance-2-as", "chair", "startsAt"]);
  });
});

describe("who is there", () => {
  const attendance = (said: MeetingDetail["attendance"] = {}): MeetingDetail => ({ attendance: said });
  it("counts members, not those invited, and beforehand those who have said nothing", () => {
    const away = attendance({ "north.0": { as: "apologies" }, "north.1": { as: "stood-in", standIn: "Robin" }, "north.2": { as: "present" } });
    assert.deepEqual(quorumAt(definition, away, true), { needed: 4, there: 5, seats: 6, met: true });
    assert.deepEqual(quorumAt(definition, away, false), { needed: 4, there: 2, seats: 6, met: false });
  });
  it("counts one person once, whomever they stand in for", () => {
    assert.deepEqual(quorumAt(definition, attendance({ "north.0": { as: "stood-in", standIn: "north.1" } }), true), { needed: 4, there: 5, seats: 6, met: true });
    const one = attendance({ "north.0": { as: "stood-in", standIn: "Robin Field" }, "north.1": { as: "stood-in", standIn: "robin field" }, "north.2": { as: "present" } });
    assert.equal(quorumAt(definition, one, false).there, 2);
    assert.match(noQuorum(definition, one) ?? "", /^Too few members to decide: 2 of 6 members are there, and it takes 4/);
    assert.equal(noQuorum(definition, {}), undefined, "while nobody has said who is there");
  });
  it("is said in words", () => {
    assert.equal(quorumInWords({ needed: 4, there: 5, seats: 6, met: true }, true), "5 of 6 members are expected; it takes 4 to meet.");
    assert.equal(quorumInWords({ needed: 4, there: 1, seats: 6, met: false }, true), "1 of 6 members is expected, and it takes 4 to meet: find somebody to stand in, or move the meeting.");
    assert.match(quorumInWords({ needed: 4, there: 3, seats: 6, met: false }, false), /3 of 6 members are there.*confirmed by a meeting with enough/);
  });
  it("takes the chair who was named, else the series’ chair unless they are away", () => {
    assert.deepEqual(holderAt(definition, {}, "chair"), { account: "north.0", office: "Practice manager, conference and review", standsIn: false });
    assert.deepEqual(holderAt(definition, { chair: "north.2" }, "chair")?.account, "north.2");
    assert.equal(holderAt(definition, attendance({ "north.0": { as: "apologies" } }), "chair"), undefined);
    assert.equal(holderAt(definition, {}, "minute-taker")?.account, "north.1");
  });
});
