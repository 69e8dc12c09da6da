import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fold } from "../chronology/fold.ts";
import { DATED_KINDS } from "../tracker/columns.ts";
import { KINDS } from "../chronology/kinds.ts";
import type { SampleEntry } from "../chronology/sample.ts";
import { addDays, day } from "../dates/day.ts";
import type { Fact, SheetRow } from "./facts.ts";
import { AS_ON, date, landed, MATCHES, planOf, recordOf, rowOf, sheetOf, state, writes } from "./plan-for-tests.ts";
import { planSheet } from "./plan.ts";

const born = (on = "2024-01-05"): SampleEntry => ({ kind: "birth", on });
const care: SampleEntry = { kind: "looked-after", on: "2025-01-05" };

describe("a sheet as a whole", () => {
  test("counts the new, the changed, the unchanged and the left out, and asks about the rest", () => {
    const known = recordOf({ "H-1": [born(), care], "H-2": [born("2023-01-05"), care] });
    const rows = [
      rowOf(2, { localId: "H-1" }, date("review", "2026-03-03")), rowOf(3, { localId: "H-2", bornOn: "2023-01-05" }),
      rowOf(4, { localId: "H-3", bornOn: "2022-01-05" }), rowOf(5, {}), rowOf(6, { givenName: "Ida", familyName: "Fox" }), rowOf(7, { localId: "H-9" }),
    ];
    const plan = planOf(rows, known);
    assert.deepEqual(plan.children, { new: 1, changed: 1, unchanged: 1, leftOut: 2 });
    assert.deepEqual(plan.asked.map((a) => a.row.row), [6]);
    assert.deepEqual(plan.problems.map((p) => [p.row, p.severity]), [[5, "warning"], [7, "warning"]]);
    assert.deepEqual(plan.entries, { added: 2, superseded: 0, withdrawn: 0 });
  });

  test("two children with one id stop it, by row and column", () => {
    const plan = planOf([rowOf(2, { localId: "H-1", givenName: "Mia" }), rowOf(3, { localId: "h-1", givenName: "Bob" })], recordOf({}));
    assert.deepEqual([plan.refused, plan.plans.length], [true, 0]);
    assert.deepEqual(plan.problems.map((p) => [p.severity, p.row, p.column]), [["error", 3, "A, local-id"]]);
    assert.match(plan.problems[0]!.message, /^Rows 2 and 3 are both H-1/);
  });

  test("one new id written in two ways is asked, never two children", () => {
    const plan = planOf([rowOf(2, { localId: "HM-9005", bornOn: "2022-01-05" }), rowOf(3, { localId: "hm9005", bornOn: "2022-01-05" })], recordOf({}));
    assert.deepEqual([plan.plans.map((p) => p.localId), plan.asked.map((a) => [a.row.row, a.suggestedId])], [["HM-9005"], [[3, "HM-9005"]]]);
    assert.match(plan.asked[0]!.why, /row 2/);
    const answered = (localId: string) => planOf([rowOf(2, { localId: "HM-9005", bornOn: "2022-01-05" }), rowOf(3, { localId: "hm9005", bornOn: "2022-01-05" })], recordOf({}), AS_ON, new Map([[3, { as: "new", localId }]]));
    assert.deepEqual(answered("HM-9005").plans.map((p) => p.localId), ["HM-9005"]);
    assert.deepEqual(answered("hm9005").plans.map((p) => p.localId), ["HM-9005", "hm9005"], "a person may say that they are two");
    assert.deepEqual(answered("hm9005").answered.map((a) => a.row.row), [3], "and think again");
  });

  test("an error in the reading stops it too", () => {
    const problems = [{ severity: "error", file: "t.xlsx", sheet: "T", row: null, column: null, message: "Wrong" }] as const;
    const plan = planSheet({ read: { ...sheetOf([rowOf(2, { localId: "H-1", bornOn: "2024-01-05" })]), problems }, matches: MATCHES, answers: new Map() }, recordOf({}));
    assert.deepEqual([plan.refused, plan.plans], [true, []]);
  });

  test("a child in two rows is written once, and the first row counts", () => {
    const rows = [rowOf(2, { localId: "H-1" }, state("responsible-team", { team: "North" })), rowOf(3, { localId: "H-1" }, state("responsible-team", { team: "South" }), date("review", "2026-03-03"))];
    const plan = planOf(rows, recordOf({ "H-1": [born(), care] }));
    assert.deepEqual(writes(plan, "H-1"), ["review 2026-03-03", "responsible-team 2026-11-20 North"]);
    assert.match(plan.problems[0]!.message, /^Rows 2 and 3 are about the same child, H-1/);
  });

  test("an answer is taken, and the question can be found again", () => {
    const plan = planOf([rowOf(6, { givenName: "Ida", familyName: "Fox", bornOn: "2022-01-05" })], recordOf({}), AS_ON, new Map([[6, { as: "new", localId: "H-6" }]]));
    assert.deepEqual([plan.asked.length, plan.answered.map((a) => a.row.row), plan.plans.map((p) => p.localId)], [0, [6], ["H-6"]]);
  });

  test("says how cells were understood that do not say it in so many words", () => {
    const rows = [
      rowOf(2, { localId: "H-1" }, date("final-hearing", "2027-03-03", "planned", "w/c 3 March 2027"), state("primary-plan", { plan: "ADOPTION" })),
      rowOf(3, { localId: "H-2" }, date("final-hearing", "2027-03-03", "planned", "03/03/27"), date("review", "2026-05-06", "actual", "Wed 6th May 2026")),
    ];
    const plan = planOf(rows, recordOf({ "H-1": [born(), care], "H-2": [born(), care] }));
    assert.deepEqual(plan.understood.map((u) => [u.said, u.as, u.rows]), [["w/c 3 March 2027", "planned 3 March 2027", 1]]);
  });
});

describe("brothers and sisters", () => {
  const known = recordOf({ "H-1": [born()], "H-2": [born("2022-01-01")] });
  const rows = (...words: readonly (readonly [string, string])[]): SheetRow[] => words.map(([localId, siblingGroup], i) => rowOf(i + 2, { localId, siblingGroup, bornOn: `202${i}-01-05` }));
  const groups = (list: readonly SheetRow[], record = known) => {
    const plan = planOf(list, record);
    return { said: plan.siblings.map((g) => `${g.localId}: ${g.joining.join(" ")}`), problems: plan.problems.map((p) => p.message).filter((m) => !m.startsWith("Birth")), plan };
  };
  test("one word, one group, with the sheet’s number; new children too", () => {
    assert.deepEqual(groups(rows(["H-1", "Sib 4"], ["H-2", "none"], ["H-3", "sib 4"])).said, ["SG-Sib-4: H-1 H-3"]);
  });
  test("a family’s name is no id", () => assert.deepEqual(groups(rows(["H-2", "Rowan"], ["H-1", "Rowan"])).said, ["SG-H-1: H-2 H-1"]));
  test("a word may be the others’ ids, as in our own export", () => {
    assert.deepEqual(groups(rows(["H-1", "H-2, H-3"], ["H-2", "H-1, H-3"], ["H-3", "H-1 and H-2"])).said, ["SG-H-1: H-1 H-2 H-3"]);
  });
  test("one alone is told and not grouped", () => {
    const { said, problems } = groups(rows(["H-1", "Sib 9"]));
    assert.deepEqual(said, []);
    assert.match(problems.join(), /H-1 is the only child with “Sib 9”/);
  });
  test("a group that is there is joined, and a second time nothing", () => {
    const first = groups(rows(["H-1", "Sib 4"], ["H-2", "Sib 4"])).plan;
    const after = landed(first, known);
    const more = rows(["H-1", "Sib 4"], ["H-2", "Sib 4"], ["H-3", "Sib 4"]);
    assert.deepEqual(groups(more.slice(0, 2), after).said, []);
    const third = groups(more, after);
    assert.deepEqual(third.said, ["SG-Sib-4: H-3"]);
    assert.deepEqual(groups(more, landed(third.plan, after)).said, []);
  });
});

const anyDay = fc.integer({ min: -900, max: 400 }).map((n) => addDays(AS_ON, n));
const aKind = fc.constantFrom(...DATED_KINDS.filter((kind) => KINDS[kind].detail === undefined || !Object.values(KINDS[kind].detail).some((f) => f.required)));
const dateFact: fc.Arbitrary<Fact> = fc.record({ kind: aKind, on: anyDay, sure: fc.boolean() }).map(({ kind, on, sure }) => date(kind, on, on > AS_ON ? (sure ? "provisional" : "planned") : "actual"));
const since = fc.option(fc.integer({ min: 1, max: 600 }).map((n) => addDays(AS_ON, -n)), { nil: undefined });
const stateFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.tuple(fc.constantFrom("C1", "C2", "E1", "V2"), since).map(([status, from]) => state("legal-status", { status }, from)),
  fc.tuple(fc.constantFrom("U6", "A5", "P1"), fc.constantFrom("F1", "F2"), since).map(([type, carer, from]) => state("placement", { type, carer }, from)),
  fc.tuple(fc.constantFrom("ADOPTION", "LTFOST18"), since).map(([plan, from]) => state("primary-plan", { plan }, from)),
  fc.constantFrom("Jo Ash", "Sam Nobody").map((worker) => state("allocated-worker", { worker })),
  fc.constantFrom("North", "NORTH ", "South").map((team) => state("responsible-team", { team })),
  fc.constantFrom("court", "age").map((barrier) => state("barrier", { barrier })),
  since.map((from) => state("looked-after", {}, from)),
);
const aRow = fc.record({ who: fc.constantFrom("H-1", "h-2", "H-3", "H-4"), facts: fc.array(fc.oneof(dateFact, stateFact), { maxLength: 8 }), siblings: fc.option(fc.constantFrom("S1", "S2", "H-1"), { nil: undefined }) })
  .map(({ who, facts, siblings }) => rowOf(0, { localId: who, bornOn: "2024-01-05", givenName: "Mia", ...(siblings === undefined ? {} : { siblingGroup: siblings }) }, ...facts));
const aSheet = fc.array(aRow, { maxLength: 6 }).map((rows) => rows.map((row, i) => ({ ...row, row: i + 2 })));
const recorded = recordOf({
  "H-1": [born(), care, { kind: "legal-status", on: "2025-01-05", detail: { status: "C1" } }, { kind: "review", on: "2026-03-03" }, { kind: "final-hearing", on: "2027-01-03", certainty: "planned", recordedOn: "2026-05-01" }],
  "H-2": [born()],
}, [{ account: "a.jo", worker: "SW01", name: "Jo Ash", role: "social-worker", team: null }]);

describe("the promise", () => {
  test("the same sheet a second time changes nothing, and what it wrote folds without a fault", () => {
    fc.assert(fc.property(aSheet, (rows) => {
      const first = planOf(rows, recorded);
      const after = landed(first, recorded);
      for (const { entries } of after.children.values()) assert.deepEqual(fold(entries).problems, []);
      const second = planOf(rows, after);
      assert.deepEqual([...second.plans.flatMap((p) => p.drafts), ...second.siblings], [], JSON.stringify(second.plans));
    }));
  });

  test("a sheet of before never undoes what a later one said", () => {
    const earlier = addDays(AS_ON, -30);
    fc.assert(fc.property(aSheet, aSheet, (old, rows) => {
      const before = landed(planOf(rows, recorded), recorded);
      const plan = planOf(old, before, earlier);
      // When something began that the later one knew only to have begun may come from the earlier.
      const fromLater = plan.plans.flatMap((p) => p.replaced).filter((e) => e.source.type === "sheet" && e.source.upTo === AS_ON && e.detail["startUnknown"] !== true);
      assert.deepEqual(fromLater.map((e) => [e.kind, e.happenedOn]), []);
    }));
  });

  test("a blank cell withdraws nothing", () => {
    fc.assert(fc.property(aSheet, (rows) => {
      const after = landed(planOf(rows, recorded), recorded);
      const blank = planOf(rows.map((row) => ({ ...row, facts: [] })), after, day("2026-12-20"));
      assert.deepEqual(blank.plans.flatMap((p) => p.drafts), []);
    }));
  });
});
