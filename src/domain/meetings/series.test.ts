import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { day } from "../dates/day.ts";
import { parseDuration } from "../dates/duration.ts";
import type { SeriesDefinition } from "./meeting.ts";
import { definitionOf, differsIn, readSeries, type SeriesTyped, typedFrom, USUAL_SERIES } from "./series.ts";

const offices = new Map([["north.tracking-chair", "Tracking chair"], ["north.team-manager", "Team manager"], ["north.tracking-administrator", "Tracking administrator"]]);
const permanence = definitionOf(USUAL_SERIES[0]!, day("2027-01-05"));
const typed = typedFrom(permanence);
const refused = (change: Partial<SeriesTyped>, before?: SeriesDefinition): Readonly<Record<string, string>> => {
  const read = readSeries({ ...typed, ...change }, { offices, ...(before === undefined ? {} : { before }) });
  return "refusals" in read ? Object.fromEntries(read.refusals.map(({ field, message }) => [field, message])) : {};
};
const taken = (change: Partial<SeriesTyped>, before?: SeriesDefinition): SeriesDefinition => {
  const read = readSeries({ ...typed, ...change }, { offices, ...(before === undefined ? {} : { before }) });
  return "definition" in read ? read.definition : assert.fail(JSON.stringify(read.refusals));
};

describe("the usual series", () => {
  it("are each accepted as they stand, and read as they were", () => {
    for (const usual of USUAL_SERIES) {
      const definition = definitionOf(usual, day("2027-01-05"));
      assert.deepEqual(readSeries(typedFrom(definition), { offices }), { definition }, usual.id);
      assert.doesNotMatch(definition.neutralTitle, /adopt|child|famil|permanen|care/i, usual.id);
    }
  });
  it("hold Central Bedfordshire’s meeting: a fortnight, three timed parts of two and a half hours, three working days and a week before", () => {
    assert.deepEqual(permanence.rhythm, { every: "weeks", count: 2, from: "2027-01-05" });
    assert.deepEqual(permanence.parts.map(({ minutes }) => minutes), [45, 60, 45]);
    assert.deepEqual([permanence.leads.agenda, permanence.leads["extra-items"], permanence.leads.papers].map((lead) => `${lead.count} ${lead.unit}`), ["3 working day", "3 working day", "1 week"]);
    assert.deepEqual(permanence.members.map(({ as }) => as), ["chair", "minute-taker", "member", "member", "member", "member", "invited", "invited"]);
    assert.match(permanence.accountableTo, /senior management/);
  });
});

describe("a series as it is typed", () => {
  it("says every fault at its field, and loses nothing", () => {
    const faults = refused({
      name: " ", neutralTitle: "x".repeat(61), purpose: "", accountableTo: "", startsAt: "ten", every: "", quorum: "many",
      parts: [{ id: "", name: "", minutes: "45" }, { id: "", name: "Two", minutes: "0" }, { id: "", name: "two", minutes: "5" }],
      members: [{ as: "king", account: "nobody", office: "" }, { as: "member", account: "north.team-manager", office: "" }, { as: "member", account: "north.team-manager", office: "" }],
      leads: { ...typed.leads, agenda: { count: "3", unit: "fortnight" } }, chase: { daysBefore: "-1", everyDays: "0", escalateAfterDays: "" },
    });
    assert.deepEqual(Object.keys(faults).sort(), [
      "accountableTo", "chase-daysBefore", "chase-escalateAfterDays", "chase-everyDays", "every", "lead-agenda", "members-0-account", "members-0-as", "members-2-account", "name", "neutralTitle",
      "parts-0-name", "parts-1-minutes", "parts-2-name", "purpose", "quorum", "startsAt",
    ]);
  });
  it("needs the day that weeks are counted from, and which day of the month", () => {
    assert.deepEqual(refused({ every: "weeks", weeks: "27", from: "2027-02-30" }), { weeks: "Enter how many weeks there are from one meeting to the next as a number from 1 to 26", from: "Enter the day of the first meeting" });
    assert.deepEqual(Object.keys(refused({ every: "month", nth: "5", weekday: "8" })), ["nth", "weekday"]);
    assert.deepEqual(taken({ every: "month", nth: "last", weekday: "4" }).rhythm, { every: "month", nth: "last", weekday: 4 });
    assert.deepEqual(taken({ every: "month", nth: "2", weekday: "2" }).rhythm, { every: "month", nth: 2, weekday: 2 });
    assert.deepEqual(taken({ every: "never" }).rhythm, { every: "never" });
  });
  it("leaves out empty rows, gives new parts ids of their own, and keeps those there were", () => {
    const { parts } = taken({ parts: [...typed.parts, { id: "", name: "Any other business", minutes: "10" }, { id: "", name: "Adoption", minutes: "5" }, { id: "", name: " ", minutes: "" }] });
    assert.deepEqual(parts.map(({ id }) => id), ["adoption", "plans", "drift", "any-other-business", "adoption-2"]);
    assert.equal(Object.keys(refused({ parts: [] }))[0], "parts-0-name");
  });
  it("keeps the rules, and the part that they put children in", () => {
    const before: SeriesDefinition = { ...permanence, rules: [{ rule: "entered-care", part: "plans", priority: 1, minutes: 10 }] };
    assert.deepEqual(taken({ name: "Other" }, before).rules, before.rules);
    assert.match(refused({ parts: typed.parts.filter(({ id }) => id !== "plans") }, before)["parts-0-name"] ?? "", /1 rule of the agenda put children in “Plans for long-term/);
    assert.equal(taken({ parts: typed.parts.filter(({ id }) => id !== "drift") }, before).parts.length, 2);
  });
  it("has one chair, each person once, and an office for each", () => {
    const chair = { as: "chair", account: "north.tracking-chair", office: "" };
    assert.deepEqual(taken({ members: [chair], quorum: "1" }).members, [{ as: "chair", account: "north.tracking-chair", office: "Tracking chair" }]);
    assert.match(refused({ members: [{ ...chair, as: "member" }], quorum: "1" })["members-0-as"] ?? "", /takes the chair/);
    assert.match(refused({ members: [chair, { ...chair, account: "north.team-manager" }], quorum: "1" })["members-1-as"] ?? "", /one chair/);
    assert.match(refused({ members: [chair, { as: "invited", account: "", office: "Guest" }, { as: "invited", account: "", office: "Guest" }], quorum: "1" })["members-2-office"] ?? "", /two called “Guest”/);
  });
  it("keeps a member who has left until somebody takes them off", () => {
    const before: SeriesDefinition = { ...permanence, members: [{ as: "chair", account: "gone", office: "Chair" }], quorum: 1 };
    assert.deepEqual(taken({ ...typedFrom(before) }, before).members, before.members);
    assert.match(refused({ ...typedFrom(before) })["members-0-account"] ?? "", /from the list/);
  });
  it("cannot take more to meet than there are, those only invited left out", () =>
    assert.match(refused({ quorum: "7" })["quorum"] ?? "", /There are 6 members who are not only invited/));
  it("refuses lead times that come before what they follow", () => {
    const leads = { ...typed.leads, build: { count: "2", unit: "working day" } };
    assert.equal(refused({ leads })["lead-agenda"], "“Agenda sent” comes before “Agenda first built”: it cannot");
    assert.match(refused({ leads: { ...typed.leads, papers: { count: "13", unit: "week" } } })["lead-papers"] ?? "", /no more than 12 weeks/);
  });
  it("is read again from what it was written as, whatever its numbers", () => {
    const lead = fc.integer({ min: 0, max: 12 }).map((n) => parseDuration(`${n} weeks`)!);
    fc.assert(fc.property(fc.integer({ min: 1, max: 480 }), fc.integer({ min: 1, max: 26 }), lead, (minutes, count, build) => {
      const leads = { build, "updates": build, "remind": build, "papers": build, "extra-items": build, "agenda": build };
      const definition: SeriesDefinition = { ...permanence, rhythm: { every: "weeks", count, from: day("2027-03-01") }, parts: [{ id: "a", name: "A", minutes }], leads };
      assert.deepEqual(readSeries(typedFrom(definition), { offices }), { definition });
    }), { numRuns: 30 });
  });
});

describe("what somebody else changed", () => {
  it("is named", () => assert.deepEqual(differsIn(permanence, { ...permanence, place: "Room 2", quorum: 3, rules: [{ rule: "a", part: "plans", priority: 1, minutes: 5 }] }), ["Place", "Quorum", "Rules of the agenda"]));
  it("is nothing where nothing is", () => assert.deepEqual(differsIn(permanence, { ...permanence }), []));
});
