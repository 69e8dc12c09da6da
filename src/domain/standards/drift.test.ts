import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { DATE_MOVED, type Drift, driftOf, nextAction, openBarriers } from "./drift.ts";
import { evaluate } from "./evaluate.ts";
import { sampleCalendar, samplePack } from "./sample-standards.ts";

const calendar = sampleCalendar();
const LIMIT = { id: "TT-01", title: "Section 20", shape: "limit", starts: { kind: "legal-status", status: "V2" }, within: "3 months", moot: "end of looked-after" };
const PLAN = { id: "TT-02", shape: "by-event", starts: "looked-after", by: { event: "review", nth: 2 }, stops: "primary-plan", lookback: "previous", moot: "end of looked-after" };
const VISIT = { id: "TT-03", shape: "rhythm", starts: "looked-after", of: "visit", steps: [{ within: "6 weeks" }], moot: "end of looked-after" };
const PACK = samplePack(LIMIT, PLAN, VISIT);

const IN_CARE: readonly SampleEntry[] = [
  { kind: "looked-after", on: "2026-01-05" },
  { kind: "legal-status", on: "2026-01-05", detail: { status: "V2" }, recordedOn: "2026-01-09" },
];
const drifts = (entries: readonly SampleEntry[], today: string, pack = PACK): readonly Drift[] => {
  const c = fold(sampleEntries(entries));
  return driftOf(c, evaluate(c, pack, calendar), pack, calendar, day(today));
};
const told = (found: readonly Drift[]) => found.map(({ rule, standing, past }) => [rule, standing, past]);

describe("drift", () => {
  it("lists a state from its warning period on, past its limit the day after its last", () => {
    assert.deepEqual(told(drifts(IN_CARE, "2026-03-21")), []);
    assert.deepEqual(told(drifts(IN_CARE, "2026-03-22")), [["TT-01", "near", -14]]);
    assert.deepEqual(told(drifts(IN_CARE, "2026-04-05")), [["TT-01", "near", 0]]);
    assert.deepEqual(told(drifts(IN_CARE, "2026-04-06")), [["TT-01", "past", 1]]);
  });

  it("says for how long, when it was written down, since when it could be seen, and why", () => {
    const [found] = drifts(IN_CARE, "2026-07-05");
    assert.deepEqual([found?.since, found?.lasted, found?.limitOn, found?.recordedOn, found?.listedOn], ["2026-01-05", 181, "2026-04-05", "2026-01-09", "2026-03-22"]);
    assert.match(found?.why ?? "", /Too long after 5 April 2026.*Section 20/s);
  });

  it("knows since the state was first said: a corrected day changes nothing, another status does", () => {
    const day2: SampleEntry = { kind: "legal-status", on: "2026-01-06", detail: { status: "V2" }, recordedOn: "2026-05-01", supersedes: 2, cause: "corrected" };
    assert.equal(drifts([...IN_CARE, day2], "2026-07-05")[0]?.recordedOn, "2026-01-09");
    const was = { ...IN_CARE[1]!, detail: { status: "C1" } };
    const [found] = drifts([IN_CARE[0]!, was, { ...day2, on: "2026-01-05" }], "2026-07-05");
    assert.deepEqual([found?.recordedOn, found?.listedOn], ["2026-05-01", "2026-05-01"]);
  });

  it("lists nobody whose state has ended, who left care, or whose standard is advisory or only a checklist", () => {
    assert.deepEqual(drifts([IN_CARE[0]!, { ...IN_CARE[1]!, until: "2026-05-01" }], "2026-07-05"), []);
    assert.deepEqual(drifts([{ ...IN_CARE[0]!, until: "2026-05-01" }, IN_CARE[1]!], "2026-07-05"), []);
    for (const other of [{ confirmed: false }, { tier: "checklist" }]) assert.deepEqual(drifts(IN_CARE, "2026-07-05", samplePack({ ...LIMIT, ...other })), []);
  });

  const REVIEWED: readonly SampleEntry[] = [IN_CARE[0]!, { kind: "review", on: "2026-01-28" }, { kind: "review", on: "2026-04-20" }];
  it("lists a child without any plan by the second review", () => {
    assert.deepEqual(told(drifts(REVIEWED, "2026-05-20")), [["TT-02", "past", 30]]);
    assert.deepEqual(drifts([...REVIEWED, { kind: "primary-plan", on: "2026-05-01", detail: { plan: "ADOPTION" } }], "2026-05-20"), []);
    assert.deepEqual(drifts([...REVIEWED, { kind: "parallel-plan", on: "2026-05-01", detail: { plan: "ADOPTION" } }], "2026-05-20"), []);
  });

  const hearing = (on: string, recordedOn: string, supersedes?: number): SampleEntry =>
    ({ kind: "final-hearing", on, certainty: "planned", recordedOn, ...(supersedes === undefined ? {} : { supersedes, cause: "moved" }) });
  const MOVED = [hearing("2026-05-04", "2026-02-02"), hearing("2026-06-01", "2026-04-27", 1), hearing("2026-07-06", "2026-05-25", 2), hearing("2026-09-07", "2026-07-01", 3)];
  it("lists a planned day from its third move on, until it comes; a correction is no move", () => {
    assert.deepEqual(drifts(MOVED.slice(0, 3), "2026-07-05"), []);
    const [found] = drifts(MOVED, "2026-07-05");
    assert.deepEqual(told([found!]), [[DATE_MOVED, "past", 126]]);
    assert.deepEqual([found?.since, found?.limitOn, found?.recordedOn, found?.listedOn, found?.moved], ["2026-05-04", "2026-09-07", "2026-02-02", "2026-07-01", { kind: "final-hearing", times: 3, certainty: "planned" }]);
    assert.match(found?.why ?? "", /first meant for 4 May 2026.*to 1 June 2026; .*to 6 July 2026; .*to 7 September 2026/);
    assert.deepEqual(drifts([...MOVED, { kind: "final-hearing", on: "2026-09-07", supersedes: 4, cause: "confirmed" }], "2026-09-08"), []);
    assert.deepEqual(drifts([...MOVED.slice(0, 3), { ...MOVED[3]!, cause: "corrected" }], "2026-07-05"), []);
  });

  it("puts what is past before what is near, and the longest past first", () => {
    assert.deepEqual(told(drifts([...IN_CARE, ...REVIEWED.slice(1)], "2026-05-20")), [["TT-01", "past", 45], ["TT-02", "past", 30]]);
    assert.deepEqual(told(drifts([...IN_CARE, { kind: "review", on: "2026-01-28" }, { kind: "review", on: "2026-04-01" }], "2026-04-03")), [["TT-02", "past", 2], ["TT-01", "near", -2]]);
  });

  it("says what is due next, never the limit itself, and what stands in the way", () => {
    const c = fold(sampleEntries([...IN_CARE, { kind: "barrier", on: "2026-02-01", detail: { barrier: "court" } }, { kind: "barrier", on: "2026-01-20", until: "2026-01-30", detail: { barrier: "age" } }]));
    const next = nextAction(evaluate(c, PACK, calendar), PACK, day("2026-07-05"));
    assert.deepEqual([next?.standard, next?.dueOn, next?.state], ["TT-03", "2026-02-16", "overdue"]);
    assert.deepEqual(openBarriers(c), [{ barrier: "court", since: "2026-02-01" }]);
  });
});
