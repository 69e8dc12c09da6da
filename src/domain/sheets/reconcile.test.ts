import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Source } from "../chronology/entry.ts";
import type { SampleEntry } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import type { Fact } from "./facts.ts";
import { AS_ON, date, planOf, recordOf, rowOf, state, writes } from "./plan-for-tests.ts";

const sheet = (upTo: string): Source => ({ type: "sheet", file: "before.xlsx", sheet: "Tracker", row: 4, kinds: "", upTo: day(upTo) });
const return903: Source = { type: "ssda903", file: "episodes.csv", row: 4, tables: "Episodes", upTo: day("2026-03-31") };
const born: SampleEntry = { kind: "birth", on: "2024-01-05" };
const care: SampleEntry = { kind: "looked-after", on: "2025-01-05" };

function planned(entries: readonly SampleEntry[], ...facts: readonly Fact[]) {
  const plan = planOf([rowOf(2, { localId: "H-1" }, ...facts)], recordOf({ "H-1": [born, care, ...entries] }));
  return { plan, writes: writes(plan, "H-1"), conflicts: plan.plans.flatMap((p) => p.conflicts), warnings: plan.problems.map((p) => p.message) };
}

describe("dates of a sheet set against the record", () => {
  const cases: readonly (readonly [what: string, entries: readonly SampleEntry[], facts: readonly Fact[], writes: readonly string[], conflicts: number])[] = [
    ["nothing there: recorded", [], [date("matching-panel", "2026-03-03")], ["matching-panel 2026-03-03"], 0],
    ["the same day: nothing", [{ kind: "matching-panel", on: "2026-03-03" }], [date("matching-panel", "2026-03-03")], [], 0],
    ["planned in the sheet, held in the record: nothing", [{ kind: "matching-panel", on: "2026-11-10" }], [date("matching-panel", "2026-11-10", "planned")], [], 0],
    ["planned, and now it happened: confirmed", [{ kind: "matching-panel", on: "2026-11-10", certainty: "planned", recordedOn: "2026-10-01" }], [date("matching-panel", "2026-11-12")], ["confirmed matching-panel 2026-11-12"], 0],
    ["planned, and now provisional: confirmed", [{ kind: "matching-panel", on: "2026-12-10", certainty: "planned", recordedOn: "2026-10-01" }], [date("matching-panel", "2026-12-10", "provisional")], ["confirmed provisional matching-panel 2026-12-10"], 0],
    ["planned by a sheet long ago, and happened much later: confirmed", [{ kind: "matching-panel", on: "2026-06-10", certainty: "planned", source: sheet("2026-05-01") }], [date("matching-panel", "2026-11-12")], ["confirmed matching-panel 2026-11-12"], 0],
    ["planned by a sheet, now for another day: moved", [{ kind: "final-hearing", on: "2026-12-10", certainty: "planned", source: sheet("2026-10-01") }], [date("final-hearing", "2027-06-10", "planned")], ["moved planned final-hearing 2027-06-10"], 0],
    ["planned by a person for another day: a conflict", [{ kind: "final-hearing", on: "2026-12-10", certainty: "planned", recordedOn: "2026-10-01" }], [date("final-hearing", "2027-01-10", "planned")], [], 1],
    ["held by a sheet on another day: corrected", [{ kind: "matching-panel", on: "2026-03-03", source: sheet("2026-10-01") }], [date("matching-panel", "2026-03-05")], ["corrected matching-panel 2026-03-05"], 0],
    ["held by a 903 on another day: a conflict", [{ kind: "plan-decision", on: "2026-03-03", source: return903 }], [date("plan-decision", "2026-03-05")], [], 1],
    ["held after anything that the earlier sheet knew: held twice", [{ kind: "matching-panel", on: "2026-09-03", source: sheet("2026-10-01") }], [date("matching-panel", "2026-11-05")], ["matching-panel 2026-11-05"], 0],
    ["reviews are many", [{ kind: "review", on: "2026-03-03", source: return903 }], [date("review", "2026-09-05")], ["review 2026-09-05"], 0],
    ["last and next are two", [], [date("review", "2026-09-05"), date("review", "2027-03-05", "planned")], ["review 2026-09-05", "planned review 2027-03-05"], 0],
    ["an older sheet than the one that moved it: nothing", [{ kind: "final-hearing", on: "2027-12-10", certainty: "planned", source: sheet("2026-11-25") }], [date("final-hearing", "2026-12-10", "planned")], [], 0],
    ["once in a life: a conflict, however far", [{ kind: "adoption-order", on: "2025-12-01" }], [date("adoption-order", "2026-11-01")], [], 1],
    ["in the future as if it had happened: left out", [], [date("matching-panel", "2027-03-03")], [], 0],
    ["withdrawn by a person: a conflict", [
      { kind: "review", on: "2026-06-03", source: sheet("2026-07-01") }, { kind: "review", on: "2026-06-03", supersedes: 3, cause: "entered-in-error", recordedOn: "2026-08-01" },
    ], [date("review", "2026-06-03")], [], 1],
    ["corrected by a person to a day far away: a conflict", [
      { kind: "review", on: "2026-06-03", source: sheet("2026-07-01") }, { kind: "review", on: "2026-01-03", supersedes: 3, cause: "corrected", recordedOn: "2026-08-01" },
    ], [date("review", "2026-06-03")], [], 1],
    ["the day a family has, of another family: two links", [{ kind: "link", on: "2026-03-03", detail: { family: "F-1" } }], [{ ...date("link", "2026-04-03"), family: "F-2" } as Fact], ["link 2026-04-03 F-2"], 0],
    ["the family, added to the day that is there", [{ kind: "link", on: "2026-03-03" }], [{ ...date("link", "2026-03-03"), family: "F-2" } as Fact], ["corrected link 2026-03-03 F-2"], 0],
    ["one day in two columns: once", [], [date("plan-decision", "2026-03-03"), { ...date("plan-decision", "2026-03-03"), column: 21 }], ["plan-decision 2026-03-03"], 0],
    ["one day in two columns, which a person put another in the place of: one conflict", [
      { kind: "plan-decision", on: "2026-03-03", source: sheet("2026-04-01") }, { kind: "plan-decision", on: "2025-03-03", supersedes: 3, cause: "corrected", recordedOn: "2026-08-01" },
    ], [date("plan-decision", "2026-03-03"), { ...date("plan-decision", "2026-03-03"), column: 21 }], [], 1],
    ["one day in two columns, that the record has: nothing", [{ kind: "plan-decision", on: "2026-03-03" }], [date("plan-decision", "2026-03-03"), { ...date("plan-decision", "2026-03-03"), column: 21 }], [], 0],
    ["two dates of one thing, both kept", [{ kind: "matching-panel", on: "2026-03-03" }], [date("matching-panel", "2026-03-03"), date("matching-panel", "2026-06-03")], ["matching-panel 2026-06-03"], 0],
  ];
  for (const [what, entries, facts, expected, conflicts] of cases) {
    test(what, () => {
      const got = planned(entries, ...facts);
      assert.deepEqual(got.writes, expected);
      assert.equal(got.conflicts.length, conflicts, JSON.stringify(got.conflicts));
      if (expected.length === 0 && conflicts === 0 && /left out|older/.test(what)) assert.equal(got.warnings.length, 1);
    });
  }

  test("every draft is said to be the sheet’s, of its row and its day", () => {
    const [draft] = planned([], date("matching-panel", "2026-03-03")).plan.plans[0]!.drafts;
    assert.deepEqual(draft?.source, { type: "sheet", file: "tracker.xlsx", sheet: "Tracker", row: 2, kinds: "matching-panel", upTo: AS_ON });
  });

  test("why it moved is said", () => {
    const [draft] = planned([{ kind: "final-hearing", on: "2026-12-10", certainty: "planned", source: sheet("2026-10-01") }], date("final-hearing", "2027-01-10", "planned")).plan.plans[0]!.drafts;
    assert.deepEqual([draft?.supersedes, draft?.cause, draft?.reason], [3, "moved", "As in the sheet of 20 November 2026"]);
  });

  test("what is refused says row, column and why, and the rest of the row lands", () => {
    const { plan, writes } = planned([], date("disruption", "2026-03-03"), date("review", "2026-03-04"));
    assert.deepEqual(writes, ["review 2026-03-04"]);
    assert.equal(plan.problems.length, 1);
    assert.match(plan.problems[0]!.message, /^Adoptive placement ended before the order was left out\. .*has not moved in/);
    assert.deepEqual([plan.problems[0]!.severity, plan.problems[0]!.row], ["warning", 2]);
  });
});

describe("states of a sheet set against the record", () => {
  const legal = (status: string, on: string, more: Partial<SampleEntry> = {}): SampleEntry => ({ kind: "legal-status", on, detail: { status }, ...more });
  const cases: readonly (readonly [what: string, entries: readonly SampleEntry[], facts: readonly Fact[], writes: readonly string[], conflicts: number, warnings: number])[] = [
    ["the first, without a since: begun by the sheet’s day", [], [state("legal-status", { status: "C2" })], ["legal-status 2026-11-20 C2 true"], 0, 0],
    ["the first, with a since", [], [state("legal-status", { status: "C2" }, "2026-03-01")], ["legal-status 2026-03-01 C2"], 0, 0],
    ["the same: nothing", [legal("C2", "2025-02-01")], [state("legal-status", { status: "C2" })], [], 0, 0],
    ["another: the old one ends on the sheet’s day", [legal("C1", "2025-02-01")], [state("legal-status", { status: "C2" })], ["ended legal-status 2025-02-01 to 2026-11-20 C1", "legal-status 2026-11-20 C2"], 0, 0],
    ["another, since a day", [legal("C1", "2025-02-01")], [state("legal-status", { status: "C2" }, "2026-10-01")], ["ended legal-status 2025-02-01 to 2026-10-01 C1", "legal-status 2026-10-01 C2"], 0, 0],
    ["a placement order as status runs from the order", [legal("C2", "2025-02-01")], [date("placement-order", "2026-05-01"), state("legal-status", { status: "E1" })], ["placement-order 2026-05-01", "ended legal-status 2025-02-01 to 2026-05-01 C2", "legal-status 2026-05-01 E1"], 0, 0],
    ["an older sheet than what the record knows: nothing", [legal("C1", "2025-02-01", { until: "2026-11-25" }), legal("C2", "2026-11-25")], [state("legal-status", { status: "C1" })], [], 0, 1],
    ["the same with another since, said by a person: a conflict", [legal("C2", "2025-02-01")], [state("legal-status", { status: "C2" }, "2025-03-01")], [], 1, 0],
    ["the same with another since, said by a sheet: corrected", [legal("C2", "2025-02-01", { source: sheet("2026-10-01") })], [state("legal-status", { status: "C2" }, "2025-03-01")], ["corrected legal-status 2025-03-01 C2"], 0, 0],
    ["begun before the earliest file, and now it is known when", [legal("C2", "2025-04-01", { source: return903, detail: { status: "C2", startUnknown: true } })], [state("legal-status", { status: "C2" }, "2025-03-01")], ["corrected legal-status 2025-03-01 C2"], 0, 0],
    ["care that has ended: left out", [{ kind: "looked-after", on: "2026-01-05", until: "2026-08-01", supersedes: 2, cause: "corrected" }], [state("legal-status", { status: "C2" })], [], 0, 1],
    ["a carer for a placement without one: added", [{ kind: "placement", on: "2026-01-05", detail: { type: "U6" } }], [state("placement", { type: "U6", carer: "FC-12" })], ["corrected placement 2026-01-05 U6 FC-12"], 0, 0],
    ["another carer: another placement", [{ kind: "placement", on: "2026-01-05", detail: { type: "U6", carer: "FC-11" } }], [state("placement", { type: "U6", carer: "FC-12" })], ["ended placement 2026-01-05 to 2026-11-20 U6 FC-11", "placement 2026-11-20 U6 FC-12"], 0, 0],
    ["type and carer in two columns are one placement", [], [state("placement", { type: "U6" }, "2026-04-01"), state("placement", { carer: "FC-12" })], ["placement 2026-04-01 U6 FC-12"], 0, 0],
    ["a carer alone, for a placement without one: added", [{ kind: "placement", on: "2026-01-05", detail: { type: "U6" } }], [state("placement", { carer: "FC-12" })], ["corrected placement 2026-01-05 U6 FC-12"], 0, 0],
    ["a carer alone, and no placement: left out", [], [state("placement", { carer: "FC-12" })], [], 0, 1],
    ["a worker by name", [], [state("allocated-worker", { worker: "Ash, Jo" })], ["allocated-worker 2026-11-20 SW01"], 0, 0],
    ["a team in other capitals: the same", [{ kind: "responsible-team", on: "2026-01-05", detail: { team: "North Team" } }], [state("responsible-team", { team: "NORTH TEAM" })], [], 0, 0],
    ["a barrier more; one that only a sheet named ends", [
      { kind: "barrier", on: "2026-01-05", detail: { barrier: "court" }, source: sheet("2026-01-05") }, { kind: "barrier", on: "2026-01-06", detail: { barrier: "age" } },
    ], [state("barrier", { barrier: "health" })], ["barrier 2026-11-20 health", "ended barrier 2026-01-05 to 2026-11-20 court"], 0, 0],
  ];
  const worker = { account: "a.jo", worker: "SW01", name: "Jo Ash", role: "social-worker", team: null } as const;
  for (const [what, entries, facts, expected, conflicts, warnings] of cases) {
    test(what, () => {
      const plan = planOf([rowOf(2, { localId: "H-1" }, ...facts)], recordOf({ "H-1": [born, care, ...entries] }, [worker]));
      assert.deepEqual(writes(plan, "H-1"), expected, JSON.stringify(plan.problems));
      assert.equal(plan.plans.flatMap((p) => p.conflicts).length, conflicts);
      assert.equal(plan.problems.length, warnings, JSON.stringify(plan.problems));
    });
  }

  test("a child who comes in with a legal status and no date of coming into care is looked after from no later than the first day the row knows", () => {
    const plan = planOf([rowOf(2, { localId: "H-2", bornOn: "2025-01-01" }, state("legal-status", { status: "E1" }), date("placement-order", "2026-05-01"))], recordOf({}));
    assert.deepEqual(writes(plan, "H-2"), ["birth 2025-01-01", "looked-after 2026-05-01 true", "placement-order 2026-05-01", "legal-status 2026-05-01 E1"]);
    assert.match(plan.understood.map((u) => u.as).join("; "), /looked after, begun on or before 1 May 2026/);
  });

  test("a worker whom nobody knows is kept as written, and said once", () => {
    const rows = [2, 3].map((n) => rowOf(n, { localId: `H-${n}`, bornOn: "2025-01-01" }, state("allocated-worker", { worker: "Sam Nobody" })));
    const plan = planOf(rows, recordOf({}, [worker]));
    assert.deepEqual(writes(plan, "H-3"), ["birth 2025-01-01", "allocated-worker 2026-11-20 Sam Nobody"]);
    assert.deepEqual(plan.problems.map((p) => p.message), ["Nobody here is known as “Sam Nobody”, who is in 2 rows. The name was kept as it is written."]);
  });
});

describe("workers of a sheet set against the record", () => {
  const workers = [
    { account: "a.jo", worker: "SW01", name: "Jo Ash", role: "social-worker", team: null }, { account: "a.fen", worker: "SW15", name: "Fen Oakley", role: "family-finder", team: null },
  ] as const;
  const finder: SampleEntry = { kind: "family-finder", on: "2026-01-05", detail: { worker: "SW15" } };
  const given = (rows: readonly (readonly [entries: readonly SampleEntry[], fact: Fact])[]) => {
    const known = recordOf(Object.fromEntries(rows.map(([entries], i) => [`H-${i}`, [born, care, ...entries]])), workers);
    const plan = planOf(rows.map(([, fact], i) => rowOf(i + 2, { localId: `H-${i}` }, fact)), known);
    return { writes: rows.flatMap((_, i) => writes(plan, `H-${i}`)), said: plan.problems.map((p) => p.message) };
  };

  test("a name nobody here is known by never takes the place of a worker: it is listed once, with what to do", () => {
    const got = given([[[finder], state("family-finder", { worker: "PD" })], [[finder], state("family-finder", { worker: "PD" })]]);
    assert.deepEqual(got.writes, []);
    assert.equal(got.said.length, 1);
    assert.match(got.said[0]!, /^Nobody here is known as “PD”.*H-0 and H-1 keep the family finder of the record \(Fen Oakley\).*full name/);
  });
  test("nor does a name that several have, or one put in the place of a code without an account", () => {
    assert.deepEqual(given([[[{ ...finder, detail: { worker: "SW99" } }], state("family-finder", { worker: "PD" })]]).writes, []);
  });
  test("one stranger’s name from a sheet takes the place of another", () => {
    const stranger: SampleEntry = { ...finder, detail: { worker: "PD" }, source: sheet("2026-01-05") };
    assert.deepEqual(given([[[stranger], state("family-finder", { worker: "QE" })]]).writes, ["ended family-finder 2026-01-05 to 2026-11-20 PD", "family-finder 2026-11-20 QE"]);
  });
  test("what differs is said by name, without codes that have no label", () => {
    const was: SampleEntry = { kind: "allocated-worker", on: "2026-11-20", detail: { worker: "SW15", reason: "LEFTRL" } };
    const plan = planOf([rowOf(2, { localId: "H-1" }, state("allocated-worker", { worker: "Jo Ash" }))], recordOf({ "H-1": [born, care, was] }, workers));
    assert.deepEqual(plan.plans[0]?.conflicts.map((c) => [c.recordSays, c.sheetSays]), [["Fen Oakley, since 20 November 2026", "Allocated social worker: Jo Ash"]]);
  });
  test("that children change worker, and so who may open their records, is said first", () => {
    const was: SampleEntry = { kind: "allocated-worker", on: "2026-01-05", detail: { worker: "SW77" } };
    const got = given([[[was], state("allocated-worker", { worker: "Jo Ash" })], [[was], state("allocated-worker", { worker: "Jo Ash" })], [[], state("allocated-worker", { worker: "Jo Ash" })]]);
    assert.match(got.said[0]!, /^2 children change social worker: H-0 and H-1\. .*may open/);
    assert.equal(got.said.length, 1);
  });
});

describe("where the proof is, of which no sheet speaks", () => {
  const proof = { evidenceSystem: "Case system", evidencePlace: "Note 3", evidenceOn: "2026-03-04", evidenceBy: "A. Worker", onBehalfOf: "panel" };
  const entries: readonly SampleEntry[] = [
    { kind: "matching-panel", on: "2026-03-03", detail: proof }, { kind: "legal-status", on: "2025-02-01", detail: { status: "C2", ...proof } },
    { kind: "barrier", on: "2026-01-06", detail: { barrier: "age", ...proof } },
  ];
  const facts = [date("matching-panel", "2026-03-03"), state("legal-status", { status: "C2" }), state("barrier", { barrier: "age" })];

  test("and on whose behalf, is no difference", () => {
    const { writes, conflicts, warnings } = planned(entries, ...facts);
    assert.deepEqual([writes, conflicts, warnings], [[], [], []]);
  });
  test("stays where the sheet has more to say, or says that what was planned has happened", () => {
    const planOfPanel: SampleEntry = { kind: "matching-panel", on: "2026-11-10", certainty: "planned", detail: proof, recordedOn: "2026-10-01" };
    const { plan } = planned([planOfPanel, { kind: "placement", on: "2026-01-05", detail: { type: "U6", ...proof } }], date("matching-panel", "2026-11-12"), state("placement", { type: "U6", carer: "FC-12" }));
    for (const kind of ["matching-panel", "placement"]) {
      const detail = plan.plans[0]!.drafts.find((d) => d.kind === kind)?.detail ?? {};
      for (const [name, value] of Object.entries(proof)) assert.equal(detail[name], value, `${kind} ${name}`);
    }
  });
});

describe("who the child is", () => {
  const particulars: SampleEntry = { kind: "particulars", on: "2024-01-05", detail: { sex: "F", ethnicity: "WBRI" }, source: return903 };
  test("names are added to what a return has said, on the same day", () => {
    const plan = planOf([rowOf(2, { localId: "H-1", givenName: "Mia", familyName: "Rowan", ethnicity: "White British" })], recordOf({ "H-1": [born, particulars] }));
    assert.deepEqual(writes(plan, "H-1"), ["corrected particulars 2024-01-05 Mia Rowan F WBRI"]);
  });
  test("a name in one cell, whichever way it was taken apart, is the name on record", () => {
    const named: SampleEntry = { ...particulars, detail: { givenName: "Mia", familyName: "Rowan" } };
    assert.deepEqual(planOf([rowOf(2, { localId: "H-1", name: "Rowan Mia", givenName: "Rowan", familyName: "Mia" })], recordOf({ "H-1": [born, named] })).plans, []);
  });
  test("another name is a conflict, a near one a warning, and capitals are nothing", () => {
    const named: SampleEntry = { ...particulars, detail: { givenName: "Mia", familyName: "O’Rowan" } };
    const plan = planOf([rowOf(2, { localId: "H-1", givenName: "Ida", familyName: "ORowen" })], recordOf({ "H-1": [born, named] }));
    assert.deepEqual([plan.plans[0]?.drafts.length, plan.plans[0]?.conflicts.map((c) => c.what), plan.problems.length], [0, ["Given name"], 1]);
    assert.deepEqual(planOf([rowOf(2, { localId: "H-1", givenName: "MIA", familyName: "o'rowan" })], recordOf({ "H-1": [born, named] })).plans, []);
  });
  test("expected, and then born", () => {
    const known = recordOf({ "H-1": [{ kind: "birth", on: "2026-11-01", certainty: "planned", recordedOn: "2026-05-01" }] });
    assert.deepEqual(writes(planOf([rowOf(2, { localId: "H-1", bornOn: "2026-10-12" })], known), "H-1"), ["confirmed birth 2026-10-12"]);
    assert.deepEqual(writes(planOf([rowOf(2, { localId: "H-9", expectedOn: "2027-01-12" })], known), "H-9"), ["planned birth 2027-01-12"]);
  });
  test("born on another day than a person said: a conflict", () => {
    const plan = planOf([rowOf(2, { localId: "H-1", bornOn: "2024-01-06" })], recordOf({ "H-1": [born] }));
    assert.deepEqual(plan.plans[0]?.conflicts.map((c) => [c.what, c.recordSays, c.sheetSays]), [["Birth", "5 January 2024", "6 January 2024"]]);
  });
});
