import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Entry } from "../../chronology/entry.ts";
import { day } from "../../dates/day.ts";
import type { ParsedReturn } from "./parsed-return.ts";
import { type CurrentEntries, type ImportPlan, planImport, planningImport } from "./plan.ts";
import { problemsInFull } from "./problems-in-full.ts";
import { SOME_CODES, at, born, childRows, episode, said, yearsOf } from "./rows-for-tests.ts";
import type { ChildRows } from "./tables.ts";

const options = { codes: SOME_CODES };

/** So many children, all alike but for their ids and days of birth. */
function returnOf(ids: readonly string[], rows: Partial<ChildRows> = {}, dob = "2020-02-02"): ParsedReturn {
  const one = (child: string): ChildRows => {
    const all = { header: [born(dob)], episodes: [episode("2024-05-10 S C1 U6", { in: 2025 })], previousPermanence: [{ ...at("PrevPerm", 2025), dob: null, type: "Z1", authority: null, date: null }], ...rows };
    return childRows(Object.fromEntries(Object.entries(all).map(([list, of]) => [list, (of as readonly object[]).map((r) => ({ ...r, child }))])));
  };
  return { years: yearsOf([2025]), children: new Map(ids.map((id) => [id, { ...one(id), child: id }])), problems: [] };
}

const written = (plan: ImportPlan, before: CurrentEntries = new Map()): CurrentEntries => {
  const after = new Map(before);
  for (const { localId, drafts } of plan.plans) {
    const had = after.get(localId) ?? [];
    after.set(localId, [...had, ...drafts.map((d, i): Entry => ({ ...d, number: had.length + i + 1, recordedAt: "2025-05-01T09:00:00Z", recordedBy: "operator" }))]);
  }
  return after;
};
const ids = (n: number, from = 1): string[] => Array.from({ length: n }, (_, i) => `R${from + i}`);

describe("a plan", () => {
  test("of children never seen: all new, all added", () => {
    const plan = planImport(returnOf(["R1", "R2"]), new Map(), options);
    assert.deepEqual([plan.children, plan.entries, plan.problems, plan.refused], [
      { new: 2, changed: 0, unchanged: 0, vanished: 0 }, { added: 12, superseded: 0, withdrawn: 0 }, [], false,
    ]);
  });

  test("of the same files again: nothing", () => {
    const before = written(planImport(returnOf(["R1", "R2"]), new Map(), options));
    const plan = planImport(returnOf(["R1", "R2"]), before, options);
    assert.deepEqual([plan.children, plan.entries, plan.plans], [
      { new: 0, changed: 0, unchanged: 2, vanished: 0 }, { added: 0, superseded: 0, withdrawn: 0 }, [],
    ]);
  });

  test("of a child gone from the files: listed and left, or withdrawn when told to", () => {
    const before = written(planImport(returnOf(["R1", "R2"]), new Map(), options));
    const left = planImport(returnOf(["R1"]), before, options);
    assert.deepEqual([left.children, left.entries], [{ new: 0, changed: 0, unchanged: 1, vanished: 1 }, { added: 0, superseded: 0, withdrawn: 0 }]);
    assert.deepEqual(left.plans.map((p) => [p.localId, p.change, p.vanished.length]), [["R2", "vanished", 4]]);
    assert.match(problemsInFull(left)[0]?.message ?? "", /^Child R2, .*an earlier import had this \(2025\/Episodes.csv, row \d+\), and these files do not\. It stays/);
    const gone = planImport(returnOf(["R1"]), before, { ...options, withdrawVanished: true });
    assert.equal(gone.entries.withdrawn, 4);
    assert.match(problemsInFull(gone)[0]?.message ?? "", /It is withdrawn/);
  });

  test("with any error: refused whole", () => {
    const bad = returnOf(["R1", "R2"], { episodes: [episode("2024-05-10 S Q9 U6", { in: 2025 })] });
    const plan = planImport(bad, new Map(), options);
    assert.deepEqual([plan.refused, plan.plans, plan.entries.added], [true, [], 0]);
    assert.equal(plan.problems[0]?.severity, "error");
  });

  test("with warnings: goes on", () => {
    const odd = returnOf(["R1"], { episodes: [episode("2024-05-10 S V2 P1", { in: 2025 })] });
    const plan = planImport(odd, new Map(), options);
    assert.deepEqual([plan.refused, plan.children.new, plan.problems.map((p) => p.severity)], [false, 1, ["warning"]]);
  });

  test("of a conflict: listed with the child, the file and the row, and counted a change", () => {
    const hand: Entry = { kind: "birth", happenedOn: day("2020-02-09"), certainty: "actual", detail: {}, source: { type: "person" }, number: 1, recordedAt: "2025-05-01T09:00:00Z", recordedBy: "a" };
    const plan = planImport(returnOf(["R1"]), new Map([["R1", [hand]]]), options);
    assert.equal(plan.children.changed, 1);
    const conflict = problemsInFull(plan).find((p) => /Settle which is right/.test(p.message));
    assert.match(conflict?.message ?? "", /^Child R1, birth: the record says 9 February 2020; the file says 2 February 2020/);
    assert.equal(conflict?.file, "2025/Header.csv");
    assert.ok(!plan.plans[0]?.drafts.some((d) => said(d).startsWith("birth")));
  });

  test("leaves out children who have no line: those in the Header, or in tables not used, alone", () => {
    const plan = planImport(returnOf(["R1"], { episodes: [], previousPermanence: [], notUsed: [{ ...at("OC3", 2025), dob: null }] }), new Map(), options);
    assert.deepEqual(plan.children, { new: 0, changed: 0, unchanged: 0, vanished: 0 });
  });

  test("tells how far it is", () => {
    const steps = [...planningImport(returnOf(ids(3)), new Map(), options)];
    assert.deepEqual(steps, [{ done: 1, of: 3 }, { done: 2, of: 3 }, { done: 3, of: 3 }]);
  });
});

describe("another authority’s files", () => {
  const before = written(planImport(returnOf(ids(12)), new Map(), options));
  const signs = (plan: ImportPlan) => plan.problems.map((p) => [p.severity, p.column, p.file]);

  test("with none of the children who should be there are refused", () => {
    const plan = planImport(returnOf(ids(12, 100)), before, options);
    assert.deepEqual([plan.refused, signs(plan)], [true, [["error", "CHILD", "2025/Header.csv"]]]);
    assert.match(plan.problems[0]?.message ?? "", /Not one of the 12 children .* among the 12 imported for this authority before, of whom 12 should be/);
  });

  test("with the same ids on other children are refused", () => {
    const plan = planImport(returnOf(ids(12), {}, "2019-07-07"), before, options);
    assert.deepEqual([plan.refused, signs(plan)], [true, [["error", "DOB", "2025/Header.csv"]]]);
  });

  test("are only suspected where few are known, and where one child’s birth was put right", () => {
    const few = written(planImport(returnOf(ids(2)), new Map(), options));
    assert.deepEqual(signs(planImport(returnOf(ids(2, 100)), few, options)), [["warning", "CHILD", "2025/Header.csv"]]);
    const corrected = returnOf(ids(12));
    const children = new Map([...corrected.children, ["R1", returnOf(["R1"], {}, "2020-02-20").children.get("R1")!]]);
    const plan = planImport({ ...corrected, children }, before, options);
    assert.deepEqual([plan.refused, signs(plan), plan.entries.superseded], [false, [["warning", "DOB", "2025/Header.csv"]], 2]);
  });

  test("are worth a word where many children were entered by hand and none is in them", () => {
    const hand = (n: number): CurrentEntries => new Map([...written(planImport(returnOf(ids(n)), new Map(), options))].map(([id, entries]) => [id, entries.map((e) => ({ ...e, source: { type: "person" } as const }))]));
    const plan = planImport(returnOf(ids(4, 100)), hand(10), options);
    assert.deepEqual([plan.refused, signs(plan), plan.children.new], [false, [["warning", "CHILD", "2025/Header.csv"]], 4]);
    assert.match(plan.problems[0]?.message ?? "", /^None of the children in these files is known here, where there are 10 children\. Check/);
    assert.deepEqual(signs(planImport(returnOf(ids(4, 100)), hand(9), options)), []);
    assert.deepEqual(signs(planImport(returnOf(ids(4, 10)), hand(10), options)), []);
  });

  test("are not suspected in a year by itself that those known would not be in", () => {
    const left = returnOf(ids(12), { episodes: [episode("2024-05-10 S C1 U6 2024-06-01", { rec: "E4A" })] });
    const known = written(planImport(left, new Map(), options));
    const next = { ...returnOf(ids(12, 100)), years: yearsOf([2026]) };
    const later = new Map([...next.children].map(([id, rows]) => [id, { ...rows, header: [{ ...born("2020-02-02", 2026), child: id }], episodes: [{ ...episode("2025-05-10 S C1 U6", { in: 2026 }), child: id }], previousPermanence: [] }]));
    assert.equal(planImport({ ...next, children: later }, known, options).refused, false);
  });
});
