import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { addDays, day } from "../dates/day.ts";
import { daysOf, type Quarter } from "../dates/quarter.ts";
import { type ChildEntries, EVENT_CODES, happeningsOf, inSpan, standingOn } from "./counts.ts";

const child = (name: string, rows: readonly SampleEntry[]): ChildEntries => ({ child: name, entries: sampleEntries(rows) });
const YEAR = { from: day("2024-04-01"), to: day("2025-03-31") };
const WAY: readonly SampleEntry[] = [
  { kind: "looked-after", on: "2023-06-01", until: "2025-03-31" },
  { kind: "plan-decision", on: "2024-04-01" },
  { kind: "placement-order", on: "2024-05-01" },
  { kind: "match-decision", on: "2024-08-01" },
  { kind: "placed-for-adoption", on: "2024-09-01" },
  { kind: "adoption-order", on: "2025-03-31" },
  { kind: "support-visit", on: "2024-10-01" },
  { kind: "support-plan-reviewed", on: "2025-06-01" },
];

describe("what is counted as it happens", () => {
  const counts = (children: readonly ChildEntries[], span = YEAR): Record<string, number> =>
    Object.fromEntries(EVENT_CODES.map((code) => [code, inSpan(happeningsOf(children)[code], span).length]).filter(([, n]) => n !== 0));

  it("counts each event on its day, the first and the last of the span among them", () => {
    assert.deepEqual(counts([child("a", WAY)]), { A15: 1, A16: 1, matched: 1, placed: 1, A4: 1, left: 1 });
    assert.deepEqual(counts([child("a", WAY)], { from: day("2025-04-01"), to: day("2026-03-31") }), { supported: 1 }, "a visit before the order is no support after adoption");
    assert.deepEqual(counts([]), {});
  });
  it("counts a decision made again while it stands once, and one made after a change away again", () => {
    const rows: readonly SampleEntry[] = [{ kind: "plan-decision", on: "2024-05-01" }, { kind: "plan-decision", on: "2024-06-01" }];
    assert.equal(counts([child("a", rows)])["A15"], 1);
    const again = counts([child("a", [...rows, { kind: "plan-decision-reversed", on: "2024-07-01", detail: { reason: "RD3" } }, { kind: "plan-decision", on: "2024-09-01" }])]);
    assert.deepEqual([again["A15"], again["A5"]], [2, 1]);
  });
  it("counts neither what is planned nor a decision put off", () =>
    assert.deepEqual(counts([child("a", [{ kind: "placement-order", on: "2024-06-01", certainty: "planned" }, { kind: "match-decision", on: "2024-06-01", detail: { outcome: "deferred" } }])]), {}));
  it("counts a run of early permanence once, and placements that broke down", () => {
    const rows: readonly SampleEntry[] = [
      { kind: "placement", on: "2024-05-01", until: "2024-06-01", detail: { type: "U5" } }, { kind: "placement", on: "2024-06-01", until: "2024-08-01", detail: { type: "U5" } },
      { kind: "placement", on: "2024-08-01", detail: { type: "U6" } }, { kind: "placed-for-adoption", on: "2024-09-01" }, { kind: "disruption", on: "2024-12-01" },
    ];
    assert.deepEqual(counts([child("a", rows)]), { early: 1, placed: 1, disrupted: 1 });
  });
  it("comes to Trafford’s totals by quarter and to date", () => {
    const TABLE: Readonly<Record<"A15" | "A16" | "matched" | "placed" | "A4", readonly number[]>> = { A15: [3, 4, 8], A16: [1, 4, 1], matched: [3, 4, 0], placed: [2, 2, 3], A4: [2, 1, 1] };
    const KIND = { A15: "plan-decision", A16: "placement-order", matched: "match-decision", placed: "placed-for-adoption", A4: "adoption-order" } as const;
    const quarter = (number: number): Quarter => ({ yearEnding: 2019, number: number as Quarter["number"] });
    const children = Object.entries(TABLE).flatMap(([code, quarters]) => quarters.flatMap((n, q) =>
      Array.from({ length: n }, (_, i) => child(`${code}-${q}-${i}`, [{ kind: KIND[code as keyof typeof KIND], on: addDays(daysOf(quarter(q + 1)).from, i * 10) }]))));
    const all = happeningsOf(children);
    for (const [code, quarters] of Object.entries(TABLE)) {
      const of = (from: Quarter, to: Quarter): number => inSpan(all[code as keyof typeof TABLE], { from: daysOf(from).from, to: daysOf(to).to }).length;
      assert.deepEqual([1, 2, 3].map((q) => of(quarter(q), quarter(q))), [...quarters]);
      assert.equal(of(quarter(1), quarter(3)), quarters.reduce((a, b) => a + b, 0));
    }
  });
});

describe("who waits on a day", () => {
  it("has a decision that stands and has not moved in; and of them, with an order that stands", () => {
    const all = [child("a", WAY), child("revoked", [
      { kind: "looked-after", on: "2023-06-01" }, { kind: "plan-decision", on: "2024-04-01" }, { kind: "placement-order", on: "2024-05-01" }, { kind: "placement-order-revoked", on: "2024-07-01" },
    ])];
    const on = (text: string): readonly (readonly string[])[] => Object.values(standingOn(all, day(text)));
    assert.deepEqual(on("2024-03-31"), [[], []]);
    assert.deepEqual(on("2024-06-01"), [["a", "revoked"], ["a", "revoked"]]);
    assert.deepEqual(on("2024-08-31"), [["a", "revoked"], ["a"]], "matched, and not moved in");
    assert.deepEqual(on("2024-09-01"), [["revoked"], []]);
    assert.deepEqual(on("2026-01-01"), [["revoked"], []]);
  });
  it("is nobody who left care", () =>
    assert.deepEqual(standingOn([child("a", [{ kind: "looked-after", on: "2023-06-01", until: "2024-06-01" }, { kind: "plan-decision", on: "2024-04-01" }])], day("2024-07-01")), { A9: [], A14: [] }));
});
