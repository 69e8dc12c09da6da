import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { anchorMoves, movedInShort } from "./anchor-moves.ts";
import { evaluate } from "./evaluate.ts";
import { explain } from "./explain.ts";
import { sampleCalendar, samplePack, type SampleStandard } from "./sample-standards.ts";

const CALENDAR = sampleCalendar("2026-12-25", "2026-12-28", "2027-01-01");

/** The last clock of a standard: its day, what stands beside it, and why. */
function told(standard: SampleStandard, ...rows: readonly SampleEntry[]) {
  const [pack, c] = [samplePack(standard), fold(sampleEntries(rows))];
  const clock = evaluate(c, pack, CALENDAR).at(-1)!;
  const moved = anchorMoves(clock, c, pack, CALENDAR);
  return { dueOn: clock.dueOn, beside: moved === undefined ? undefined : movedInShort(moved), why: explain(clock, c, pack, CALENDAR) };
}

const planned = (kind: SampleEntry["kind"], on: string): SampleEntry => ({ kind, on, certainty: "planned", recordedOn: "2026-11-01" });
const movedTo = (kind: SampleEntry["kind"], on: string, supersedes: number, recordedOn: string): SampleEntry => ({ ...planned(kind, on), supersedes, cause: "moved", recordedOn });

const PROFILE = { shape: "lead-time", starts: "final-hearing", within: "4 weeks", stops: "profile-completed" };
const PLAN = { shape: "lead-time", starts: "introductions-start", within: "3 working days", stops: "final-introduction-plan" };

describe("a clock that goes by a planned date", () => {
  it("moves with the hearing, and says from which date: the profile four weeks before it", () => {
    const hearing = planned("final-hearing", "2027-03-03");
    const before = told(PROFILE, hearing);
    assert.deepEqual([before.dueOn, before.beside], ["2027-02-03", undefined]);
    const after = told(PROFILE, hearing, movedTo("final-hearing", "2027-03-17", 1, "2027-01-08"));
    assert.equal(after.dueOn, "2027-02-17");
    assert.equal(after.beside, "moved from 3 February 2027, with “Final hearing”, which was 3 March 2027");
    assert.match(after.why, /^It goes by “Final hearing” on 17 March 2027 \(planned\)\. It moved with that date: from 3 March 2027 to 17 March 2027, written down 8 January 2027\. Before that it was due 3 February 2027\. Due 17 February 2027: 4 weeks before 17 March 2027\./);
  });

  it("moves with the introductions, over the days that are skipped; forward too, and once more", () => {
    const start = planned("introductions-start", "2026-12-31");
    assert.equal(told(PLAN, start).dueOn, "2026-12-24");
    const once = movedTo("introductions-start", "2026-12-23", 1, "2026-12-01");
    assert.deepEqual([told(PLAN, start, once).dueOn, told(PLAN, start, once).beside], ["2026-12-18", "moved from 24 December 2026, with “Introductions start”, which was 31 December 2026"]);
    const twice = told(PLAN, start, once, movedTo("introductions-start", "2027-01-06", 2, "2026-12-10"));
    assert.equal(twice.dueOn, "2026-12-31");
    assert.match(twice.why, /from 31 December 2026 to 23 December 2026, written down 1 December 2026; then from 23 December 2026 to 6 January 2027, written down 10 December 2026\. Before that it was due 18 December 2026\./);
  });

  it("moves with the panel and with the consultation", () => {
    const papers = { shape: "lead-time", starts: "matching-panel", within: "20 working days", stops: "panel-papers" };
    const panel = told(papers, planned("matching-panel", "2027-02-10"), movedTo("matching-panel", "2027-03-10", 1, "2026-12-01"));
    assert.deepEqual([panel.dueOn, panel.beside], ["2027-02-10", "moved from 13 January 2027, with “Matching panel”, which was 10 February 2027"]);
    const report = { shape: "lead-time", starts: "medical-consultation", within: "1 week", stops: "permanence-report-to-adviser" };
    const consulted = told(report, planned("medical-consultation", "2027-02-10"), movedTo("medical-consultation", "2027-02-08", 1, "2026-12-01"));
    assert.deepEqual([consulted.dueOn, consulted.beside], ["2027-02-01", "moved from 3 February 2027, with “Medical consultation with the adopters”, which was 10 February 2027"]);
  });

  it("says so too where the first plan was called off and another made, but not of one long before", () => {
    const off: SampleEntry = { ...planned("final-hearing", "2027-03-03"), supersedes: 1, cause: "not-going-ahead", recordedOn: "2027-01-08" };
    const again = told(PROFILE, planned("final-hearing", "2027-03-03"), off, planned("final-hearing", "2027-04-14"));
    assert.equal(again.beside, "moved from 3 February 2027, with “Final hearing”, which was 3 March 2027");
    assert.match(again.why, /An earlier date for it, 3 March 2027, did not go ahead\. Before that it was due 3 February 2027\./);
    const held = told(PROFILE, planned("final-hearing", "2027-03-03"), off, { kind: "final-hearing", on: "2027-03-20" }, planned("final-hearing", "2027-06-14"));
    assert.equal(held.beside, undefined);
  });

  it("keeps still when the hearing comes on the day that was planned", () => {
    const held: SampleEntry = { kind: "final-hearing", on: "2027-03-03", supersedes: 1, cause: "confirmed" };
    assert.deepEqual(told(PROFILE, planned("final-hearing", "2027-03-03"), held).beside, undefined);
  });

  it("of a day that had been written down wrongly, says that it was put right", () => {
    const decided: SampleEntry = { kind: "plan-decision", on: "2026-11-02" };
    const right: SampleEntry = { kind: "plan-decision", on: "2026-11-04", supersedes: 1, cause: "corrected", recordedOn: "2026-11-10" };
    const { why } = told({ starts: "plan-decision", within: "2 weeks", stops: "plan-decision-written" }, decided, right);
    assert.match(why, /That date was put right: from 2 November 2026 to 4 November 2026, written down 10 November 2026\. Before that it was due 16 November 2026\./);
  });

  it("that waits for another event moves with that event", () => {
    const byReview = { shape: "by-event", starts: "looked-after", by: { event: "review", nth: 1 }, stops: "primary-plan" };
    const moved = told(byReview, { kind: "looked-after", on: "2026-10-01" }, planned("review", "2026-12-01"), movedTo("review", "2026-12-15", 2, "2026-11-20"));
    assert.deepEqual([moved.dueOn, moved.beside], ["2026-12-15", "moved from 1 December 2026, with “Looked-after review”, which was 1 December 2026"]);
  });
});
