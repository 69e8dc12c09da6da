import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Source } from "../chronology/entry.ts";
import type { SampleEntry } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { counts } from "./clock.ts";
import { clocksOf } from "./sample-standards.ts";

const from903 = (upTo: string, tables = "Header Episodes Reviews"): Source =>
  ({ type: "ssda903", file: "episodes.csv", row: 2, tables, upTo: day(upTo) });

const VISIT = { starts: "placement", within: "1 week", stops: "visit" };
const REVIEW = { shape: "chain", starts: "looked-after", of: "review", steps: [{ links: 1, within: "20 working days" }] };
const placed = (source: Source): SampleEntry => ({ kind: "placement", on: "2026-01-05", detail: { type: "U6" }, source });
const inCare = (source: Source, on = "2026-01-05"): SampleEntry => ({ kind: "looked-after", on, source });

describe("a clock that a return started", () => {
  it("is not recorded where the return cannot carry what would stop it", () => {
    const [clock] = clocksOf(VISIT, [placed(from903("2026-03-31"))]);
    assert.equal(clock?.state, "not-recorded");
    assert.equal(counts(clock!), false);
  });

  it("counts as soon as anybody writes such things down", () => {
    const [clock] = clocksOf(VISIT, [{ kind: "visit", on: "2025-12-01" }, placed(from903("2026-03-31"))]);
    assert.equal(clock?.state, "overdue");
  });

  it("stopped late by the first thing written by hand says nothing of what came between", () => {
    const [clock] = clocksOf(VISIT, [placed(from903("2026-03-31")), { kind: "visit", on: "2026-06-01" }]);
    assert.deepEqual([clock?.stoppedOn, clock?.state, clock?.days], ["2026-06-01", "not-recorded", null]);
    const [inTime] = clocksOf(VISIT, [placed(from903("2026-03-31")), { kind: "visit", on: "2026-01-09" }]);
    assert.equal(inTime?.state, "met");
  });

  it("is judged where the return carries what would stop it", () => {
    assert.equal(clocksOf(REVIEW, [inCare(from903("2026-03-31"))])[0]?.state, "overdue");
    assert.equal(clocksOf(REVIEW, [inCare(from903("2026-03-31", "Header Episodes"))])[0]?.state, "not-recorded");
  });

  it("is not recorded once due after the last day the return speaks of", () => {
    const [clock] = clocksOf(REVIEW, [inCare(from903("2026-03-31"), "2026-03-23")], day("2026-06-01"));
    assert.deepEqual([clock?.dueOn, clock?.knownUpTo, clock?.state], ["2026-04-20", "2026-03-31", "not-recorded"]);
    const [before] = clocksOf(REVIEW, [inCare(from903("2026-03-31"), "2026-03-23")], day("2026-04-10"));
    assert.equal(before?.state, "due-soon");
  });

  it("is judged by a later return about the child that is silent too", () => {
    const [clock] = clocksOf(REVIEW, [
      inCare(from903("2026-03-31"), "2026-03-23"),
      { kind: "placement", on: "2026-03-23", detail: { type: "U6" }, source: from903("2027-03-31") },
    ], day("2026-06-01"));
    assert.deepEqual([clock?.knownUpTo, clock?.state], [null, "overdue"]);
  });

  it("runs on regardless where it is a limit", () => {
    const limit = { shape: "limit", starts: { kind: "legal-status", status: "V2" }, within: "3 months" };
    const [clock] = clocksOf(limit, [{ kind: "legal-status", on: "2026-03-02", detail: { status: "V2" }, source: from903("2026-03-31", "Header") }]);
    assert.deepEqual([clock?.dueOn, clock?.state], ["2026-06-02", "overdue"]);
  });

  it("is not stopped in silence by what its source carries but only by the way", () => {
    const panel = { starts: "plan-decision", within: "6 months", stops: "matching-panel", also: "match-decision" };
    const decided: SampleEntry = { kind: "plan-decision", on: "2026-01-05", source: from903("2026-12-31", "PlacedAdoption AD1") };
    assert.equal(clocksOf(panel, [decided])[0]?.state, "not-recorded");
    assert.equal(clocksOf(panel, [decided, { kind: "match-decision", on: "2026-04-01" }])[0]?.state, "met");
  });

  it("goes by the columns of a sheet as by the tables of a return", () => {
    const fromSheet = (kinds: string, upTo = "2026-03-31"): Source => ({ type: "sheet", file: "tracker.xlsx", sheet: "Children", row: 4, kinds, upTo: day(upTo) });
    assert.equal(clocksOf(VISIT, [placed(fromSheet("placement review"))])[0]?.state, "not-recorded");
    assert.equal(clocksOf(VISIT, [placed(fromSheet("placement visit"))])[0]?.state, "overdue");
    const [clock] = clocksOf(REVIEW, [inCare(fromSheet("looked-after review"), "2026-03-23")], day("2026-06-01"));
    assert.deepEqual([clock?.knownUpTo, clock?.state], ["2026-03-31", "not-recorded"]);
  });
});
