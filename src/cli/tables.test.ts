import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ChildPage, ExplainedClock } from "../app/views.ts";
import { fold } from "../domain/chronology/fold.ts";
import { sampleEntries } from "../domain/chronology/sample.ts";
import { day } from "../domain/dates/day.ts";
import { journeyOf } from "../domain/scorecard/journey-of.ts";
import { scorecardOf } from "../domain/scorecard/scorecard.ts";
import type { Thresholds } from "../domain/scorecard/thresholds.ts";
import { columns } from "./columns.ts";
import { problemInWords, sayProblems } from "./problems.ts";
import { childTable } from "./child-table.ts";
import { scorecardTable } from "./scorecard-table.ts";
import { wrapped } from "./wrapped.ts";

const journey = (detail: Record<string, boolean> = {}) => journeyOf(fold(sampleEntries([
  { kind: "looked-after", on: "2023-01-10", until: "2025-06-01", detail },
  { kind: "placement-order", on: "2023-08-01" }, { kind: "match-decision", on: "2023-11-09" },
  { kind: "placed-for-adoption", on: "2024-01-10" }, { kind: "adoption-order", on: "2025-06-01" },
])));

describe("the scorecard for a person", () => {
  const threshold = (days: number | null, conflict = false): Thresholds => ({ days, all: [], conflict, note: "what the sources say" });
  const shown = {
    scorecard: scorecardOf([{ child: "R1", journey: journey() }, { child: "R2", journey: journey({ startUnknown: true }) }], { yearEnding: 2026, years: 3 }),
    thresholds: { A1: threshold(365), A2: threshold(99), A3: threshold(null), A10: threshold(null, true) },
  };
  const text = scorecardTable(shown);

  it("gives figures, the children behind them, and the threshold met or not", () => {
    assert.match(text, /^Scorecard 2023-26: 2 children adopted from 1 April 2023 to 31 March 2026/);
    assert.match(text, /A1 +365 days +1 +365 days, met/);
    assert.match(text, /A2 +100 days +2 +99 days, not met/);
    assert.doesNotMatch(text, /windows of three years/);
    assert.match(text, /A3 +100\.00% +1 of 1/);
  });

  it("names those not counted and why, and what that does", () => {
    assert.match(text, /R2 +A1, A3, A10 +care started before the earliest file/);
    assert.match(text, /waited longest/);
  });

  it("shows the other readings and what is assumed", () => {
    assert.match(text, /A3 {2}100\.00% \(1 of 1\)\. 14 months taken as 426 days\. No child is counted differently/);
    assert.match(text, /A10: A child adopted by their foster carer/);
  });

  it("judges no single year by a threshold for three", () => {
    const single = scorecardTable({ ...shown, scorecard: scorecardOf([{ child: "R1", journey: journey() }], { yearEnding: 2026, years: 1 }) });
    assert.match(single, /A1 +365 days +1 +365 days over three years, not judged/);
    assert.match(single, /a single year is not judged by them/);
    assert.doesNotMatch(single, /, (not )?met/);
  });

  it("says so where there is nobody", () => {
    const empty = scorecardTable({ ...shown, scorecard: scorecardOf([], { yearEnding: 2026, years: 1 }) });
    assert.match(empty, /^Scorecard 2025-26: 0 children/);
    assert.match(empty, /A1 +no figure +0 +365 days over three years, not judged\n/);
    assert.match(empty, /windows of three years/);
    assert.match(empty, /Not counted:\n {2}nobody/);
  });
});

describe("a child for a person", () => {
  const clock: ExplainedClock = {
    standard: "X-1", title: "First review", occurrence: 1, owner: "reviewing-officer", citation: "", why: "It runs from 1 April 2025.", moved: null,
    told: { started: "", arithmetic: "", end: "", known: "", version: "", source: "", owner: "", evidence: "" },
    startedOn: day("2025-04-01"), dueOn: day("2025-04-30"), stoppedOn: null, mootOn: null, startedBy: 1, stoppedBy: null,
    notRecorded: false, knownUpTo: null, flags: [], warnDays: 14, state: "overdue", days: -3,
  };
  const page: ChildPage = {
    today: day("2025-05-03"), asAt: {}, recordId: "r", authority: { code: "E1", name: "Harrowmere", type: "local-authority" }, localId: "R1", version: 1, wall: 0, erased: [],
    case: fold(sampleEntries([{ kind: "looked-after", on: "2025-04-01" }])), stage: "no-plan", name: null, counted: [], workerNames: new Map(), siblings: null, standards: new Map(),
    extensions: [], extendable: new Map(), individualTargets: [], targetDates: [],
    agency: null, given: undefined, may: { record: false, correct: false, extend: false, group: false, setAccess: false },
    clocks: [clock, { ...clock, standard: "X-2", title: "Met already", why: "It was met.", stoppedOn: day("2025-04-09"), stoppedBy: 2, state: "met", days: 21 }],
  };

  it("tells every clock, and of each that is open why", () => {
    const text = childTable(page);
    assert.match(text, /X-1 +First review +due 2025-04-30 +Overdue 3 days\n +X-2 +Met already/);
    assert.match(text, /Why, of each clock that is open:\n\n {2}X-1 {2}First review\n {4}It runs from 1 April 2025\./);
    assert.ok(!text.includes("It was met."));
  });
});

describe("columns", () => {
  it("line up, numbers to the right", () => assert.equal(columns([["a", "n"], ["bb", "5"], ["c", "10"]]), "  a    n\n  bb   5\n  c   10"));
});

describe("wrapped text", () => {
  it("keeps every word, in lines no longer than asked", () => {
    assert.equal(wrapped("one two  three fourteenletters", 9, "  "), "  one two\n  three\n  fourteenletters");
  });
});

describe("problems", () => {
  it("say file, row and column, so far as there are any", () => {
    const p = { severity: "error", file: "ad1.csv", row: 3, column: "DATE_MATCH", message: "no such day" } as const;
    assert.equal(problemInWords(p), "ad1.csv, row 3, DATE_MATCH: no such day");
    assert.equal(problemInWords({ ...p, row: null, column: null }), "ad1.csv: no such day");
    assert.equal(problemInWords({ ...p, file: null, row: null, column: null }), "no such day");
  });

  it("are said up to a number, and then counted", () => {
    const err: string[] = [];
    const p = { severity: "warning", file: null, row: null, column: null, message: "odd" } as const;
    sayProblems({ out: () => undefined, err: (line) => err.push(line), redraw: undefined }, [p, p, p], 1);
    assert.deepEqual(err, ["Warning: odd", "… and 2 more"]);
  });
});
