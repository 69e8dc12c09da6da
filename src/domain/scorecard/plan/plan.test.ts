import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { day } from "../../dates/day.ts";
import type { Month } from "../../standards/performance.ts";
import { readAction, readObjective, readProgress } from "./change.ts";
import { changeInWords } from "./in-words.ts";
import { ownerMeant, owns, ownersInWords, OWNING_OFFICES } from "./owners.ts";
import { actionsOf, type PlanChange, type PlanMade, PROGRESS_STATES, type ProgressState } from "./plan.ts";
import { planFrom } from "./plan-from.ts";
import { countsInWords, countsOf, isUnsaid, mostPressingFirst, standingOf } from "./standing.ts";

const TODAY = day("2026-11-20");
const [OBJECTIVE, ACTION] = ["o1", "a1"];
const made = (...rows: readonly (readonly [item: string, made: PlanMade, by?: string])[]): PlanChange[] => rows.map(([item, what, by = "keeper"], i) => ({ number: i + 1, item, made: what, by, at: `2026-11-${String(i + 1).padStart(2, "0")}T09:00:00.000Z` }));
const action = (dueOn: string | null, words = "Train"): PlanMade => ({ what: "action", objective: OBJECTIVE, words, owners: [{ type: "person", account: "anna" }], dueOn: dueOn === null ? null : day(dueOn), shownBy: "Lists" });
const said = (month: string, state: ProgressState, words = "So far"): PlanMade => ({ what: "progress", month: month as Month, state, words });
const objective: PlanMade = { what: "objective", title: "Timescales are met" };

describe("an action plan from what was done to it", () => {
  it("stands as it was last worded, with what was said last of each month, and keeps the day it was first given", () => {
    const plan = planFrom("A", made([OBJECTIVE, objective], [ACTION, action("2026-09-01")], [ACTION, said("2026-09", "behind", "Slow")], [ACTION, said("2026-10", "on-course")], [ACTION, said("2026-09", "on-course", "Not so slow"), "anna"], [ACTION, action("2026-11-10", "Train everybody")]), TODAY);
    const [one] = actionsOf(plan);
    assert.deepEqual([plan.objectives.length, one?.what, one?.dueOn, one?.firstDueOn, one?.daysOverdue, one?.number, plan.revision], [1, "Train everybody", "2026-11-10", "2026-09-01", 10, 6, 6]);
    assert.deepEqual(one?.progress.map(({ month, words, by }) => [month, words, by]), [["2026-10", "So far", "keeper"], ["2026-09", "Not so slow", "anna"]]);
    assert.equal(one?.state, "on-course", "what was said last, of whichever month");
    assert.equal(standingOf(one!), "On course, overdue by 10 days");
    assert.deepEqual(plan.months, ["2026-10", "2026-09"]);
  });

  it("is overdue the day after its day, and no longer once it is done or not needed", () => {
    const overdue = (dueOn: string | null, ...states: readonly ProgressState[]) => actionsOf(planFrom("A", made([OBJECTIVE, objective], [ACTION, action(dueOn)], ...states.map((state) => [ACTION, said("2026-11", state)] as const)), TODAY))[0]?.daysOverdue;
    assert.deepEqual([overdue("2026-11-20"), overdue("2026-11-19"), overdue(null), overdue("2026-01-01", "done"), overdue("2026-01-01", "dropped"), overdue("2026-11-19", "done", "behind")], [0, 1, 0, 0, 0, 1]);
  });

  it("leaves out what was taken out, with an objective’s actions, until it is put back; and loses none of it", () => {
    const rows: (readonly [string, PlanMade])[] = [[OBJECTIVE, objective], [ACTION, action(null)], [ACTION, said("2026-11", "on-course")], [OBJECTIVE, { what: "taken-out", why: "Not ours" }]];
    const without = planFrom("A", made(...rows), TODAY);
    assert.deepEqual([without.objectives, without.months, without.takenOut.map(({ type, words, why }) => [type, words, why])], [[], [], [["objective", "Timescales are met", "Not ours"]]]);
    const back = planFrom("A", made(...rows, [OBJECTIVE, { what: "put-back" }]), TODAY);
    assert.deepEqual([actionsOf(back)[0]?.progress.length, back.takenOut], [1, []]);
  });

  it("has every action in one place alone, whatever was done in whichever order", () => {
    const ids = fc.constantFrom("a1", "a2", "a3");
    const one = fc.oneof(
      fc.tuple(fc.constantFrom("o1", "o2"), fc.constant(objective)), fc.tuple(ids, fc.constantFrom<PlanMade>(action(null), action("2026-01-01"))),
      fc.tuple(ids, fc.constantFrom(...(Object.keys(PROGRESS_STATES) as ProgressState[]).map((state) => said("2026-11", state)))),
      fc.tuple(fc.constantFrom("o1", "o2", "a1", "a2"), fc.constantFrom<PlanMade>({ what: "taken-out", why: "x" }, { what: "put-back" })),
    );
    fc.assert(fc.property(fc.array(one, { maxLength: 30 }), (rows) => {
      const plan = planFrom("A", made(...rows), TODAY);
      const found = actionsOf(plan).map(({ id }) => id);
      assert.equal(new Set(found).size, found.length);
      const out = new Set(plan.takenOut.map(({ id }) => id));
      for (const { id, objective: of } of actionsOf(plan)) assert.ok(!out.has(id) && !out.has(of));
      const { actions, states } = countsOf(plan);
      assert.equal(Object.values(states).reduce((a, b) => a + b, 0), actions);
    }), { numRuns: 60 });
  });

  it("is counted in a sentence, and says of what nobody has spoken lately", () => {
    const plan = planFrom("A", made([OBJECTIVE, objective], ["a1", action("2026-11-01")], ["a2", action(null)], ["a2", said("2026-10", "on-course")], ["a3", action(null)], ["a3", said("2026-09", "done")], ["a4", action("2026-10-01")], ["a4", said("2026-09", "behind")]), TODAY);
    assert.equal(countsInWords(countsOf(plan)), "Of 4 actions, 2 are overdue and 1 is done.");
    assert.equal(countsOf(plan).open, 3);
    assert.deepEqual([[], [said("2026-11", "dropped")], [said("2026-11", "behind")]].map((then) => countsInWords(countsOf(planFrom("A", made([OBJECTIVE, objective], ["a1", action(null)], ...then.map((one) => ["a1", one] as const)), TODAY)))), [
      "Of 1 action, none is overdue or done.", "Of 1 action, none is overdue, none is done and 1 is no longer needed.", "Of 1 action, none is overdue or done.",
    ]);
    assert.deepEqual(actionsOf(plan).filter((one) => isUnsaid(one, TODAY)).map(({ id }) => id), ["a1", "a4"]);
    assert.deepEqual(actionsOf(plan).toSorted(mostPressingFirst).map(({ id }) => id), ["a4", "a1", "a2", "a3"]);
  });
});

describe("whose an action is", () => {
  const people = [{ account: "anna", name: "Anna Fell", role: "team-manager" as const, label: "Anna Fell, team manager" }, { account: "ben.1", name: "Ben Ash", role: "legal" as const, label: "Ben Ash, legal services" }, { account: "ben.2", name: "Ben Ash", role: "panel" as const, label: "Ben Ash, panel adviser" }];

  it("is read from the list, by a name that one alone has, or as somebody outside", () => {
    assert.deepEqual(["anna fell", "Ben Ash, panel adviser", "Service manager of fieldwork", "legal services", "Ben Ash", "A  trainer"].map((text) => ownerMeant(text, people)), [
      { type: "person", account: "anna" }, { type: "person", account: "ben.2" }, { type: "office", role: "service-manager", service: "fieldwork" }, { type: "office", role: "legal", service: null }, { type: "named", name: "Ben Ash" }, { type: "named", name: "A trainer" },
    ]);
    assert.ok(!OWNING_OFFICES.some(({ role }) => role === "auditor" || role === "agency-lead"), "who follows no meeting of the authority owns nothing of its plan");
  });

  it("is the holder’s of the office, of the service where one is named", () => {
    const owner = [{ type: "office", role: "service-manager", service: "fieldwork" }] as const;
    assert.deepEqual([{ service: "fieldwork" as const }, { service: "adoption" as const }, {}].map((more) => owns({ account: "x", role: "service-manager", ...more }, owner)), [true, false, false]);
    assert.equal(owns({ account: "x", role: "service-manager" }, [{ type: "office", role: "service-manager", service: null }]), true);
    assert.equal(ownersInWords([...owner, { type: "person", account: "gone" }, { type: "named", name: "A trainer" }], new Map()), "Service manager of fieldwork, Somebody who has left and A trainer");
  });

  it("is refused without words or an owner, with a day that is none, or of a month to come; each at its box", () => {
    const fields = (read: { readonly refusals: readonly { readonly field: string }[] } | { readonly made: PlanMade }) => ("refusals" in read ? read.refusals.map(({ field }) => field) : []);
    assert.deepEqual(fields(readAction("o1", { words: " ", owners: ["", ""], dueOn: "unreadable", shownBy: "x".repeat(601) }, people)), ["words", "owners-0", "dueOn", "shownBy"]);
    assert.deepEqual(fields(readObjective("")), ["title"]);
    assert.deepEqual(["2026-12", "2024-11", "2024-12", "2026-11", "x"].map((month) => fields(readProgress({ month, state: "done", words: "Done" }, TODAY))), [["month"], ["month"], [], [], ["month"]]);
    const read = readAction("o1", { words: "Train", owners: ["Anna Fell", "anna", ""], dueOn: "", shownBy: "" }, people);
    assert.ok("made" in read && read.made.owners.length === 1 && read.made.dueOn === null);
  });

  it("is nobody’s who is mistyped: somebody outside is said to be, or is in the plan already", () => {
    const messages = (owner: string, outside: readonly string[] = [], known: readonly string[] = []) => { const read = readAction("o1", { words: "Train", owners: ["Anna Fell", owner], dueOn: "", shownBy: "", outside }, people, known); return "refusals" in read ? read.refusals.map(({ field, message }) => `${field}: ${message}`) : []; };
    assert.match(messages("Ana Fell").join(), /^owners-1: Nobody here and no office is called “Ana Fell” \(perhaps Anna Fell\)\. Choose/);
    assert.match(messages("A trainer").join(), /^owners-1: Nobody here and no office is called “A trainer”\. Choose/);
    assert.deepEqual([messages("A  trainer", ["A trainer"]), messages("a trainer", [], ["A trainer"]), messages("A trainer", ["A printer"]).length], [[], [], 1]);
  });

  it("is told in the history with names", () => {
    assert.equal(changeInWords({ made: action("2026-11-01") }, new Map([["anna", "Anna Fell"]])), "The action: Train. Owners: Anna Fell. By 1 November 2026. Shown by: Lists");
    assert.equal(changeInWords({ made: said("2026-10", "on-course") }, new Map()), "Progress of October 2026, on course: So far");
  });
});
