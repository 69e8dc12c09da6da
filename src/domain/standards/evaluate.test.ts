import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { workingCalendar } from "../dates/working-days.ts";
import { judge } from "./clock.ts";
import { evaluate } from "./evaluate.ts";
import { clocksOf, sampleCalendar, samplePack } from "./sample-standards.ts";

const pick = <T extends object, K extends keyof T>(o: T | undefined, ...keys: K[]): Pick<T, K> | undefined =>
  o === undefined ? undefined : (Object.fromEntries(keys.map((k) => [k, o[k]])) as Pick<T, K>);

describe("a lead time", () => {
  const plan = { shape: "lead-time", starts: "introductions-start", within: "3 working days", stops: "final-introduction-plan" };

  it("is counted back from a planned anchor, and moves with it", () => {
    const [clock] = clocksOf(plan, [{ kind: "introductions-start", on: "2026-11-06", certainty: "planned" }]);
    assert.equal(clock?.dueOn, "2026-11-03");
    const [moved] = clocksOf(plan, [
      { kind: "introductions-start", on: "2026-11-06", certainty: "planned" },
      { kind: "introductions-start", on: "2026-11-13", certainty: "planned", supersedes: 1, cause: "moved" },
    ]);
    assert.equal(moved?.dueOn, "2026-11-10");
  });

  it("flags a provisional anchor, and leaves out a plan that was overtaken", () => {
    const [provisional] = clocksOf(plan, [{ kind: "introductions-start", on: "2026-11-06", certainty: "provisional" }]);
    assert.deepEqual(provisional?.flags, ["provisional"]);
    const both = clocksOf(plan, [
      { kind: "introductions-start", on: "2026-11-04", certainty: "planned" }, { kind: "introductions-start", on: "2026-11-06" },
    ]);
    assert.deepEqual(both.map((k) => k.startedOn), ["2026-11-06"]);
  });

  it("is met by what was done before the anchor, and late after the due day", () => {
    const on = (sent: string) => clocksOf(plan, [{ kind: "final-introduction-plan", on: sent }, { kind: "introductions-start", on: "2026-11-06" }])[0];
    assert.deepEqual(pick(on("2026-11-02"), "state", "days"), { state: "met", days: 1 });
    assert.deepEqual(pick(on("2026-11-05"), "state", "days"), { state: "met-late", days: -2 });
  });
});

describe("a deadline", () => {
  const decision = { starts: "matching-meeting", within: "1 week", stops: "validation-visit" };

  it("starts with what happened, provisionally with what is fixed, and not with what is planned", () => {
    const from = (certainty: "planned" | "provisional" | "actual") =>
      clocksOf(decision, [{ kind: "matching-meeting", on: "2026-11-02", certainty }]).map((k) => pick(k, "dueOn", "flags"));
    assert.deepEqual(from("actual"), [{ dueOn: "2026-11-09", flags: [] }]);
    assert.deepEqual(from("provisional"), [{ dueOn: "2026-11-09", flags: ["provisional"] }]);
    assert.deepEqual(from("planned"), []);
  });

  it("is not stopped by what is only planned or provisional, nor by what came before", () => {
    const state = (stop: SampleEntry) => clocksOf(decision, [{ kind: "matching-meeting", on: "2026-11-02" }, stop], day("2026-11-10"))[0]?.state;
    assert.equal(state({ kind: "validation-visit", on: "2026-11-05", certainty: "planned" }), "overdue");
    assert.equal(state({ kind: "validation-visit", on: "2026-11-05", certainty: "provisional" }), "overdue");
    assert.equal(state({ kind: "validation-visit", on: "2026-11-01" }), "overdue");
    assert.equal(state({ kind: "validation-visit", on: "2026-11-02" }), "met");
  });

  it("takes no notice of a decision that was refused or put off", () => {
    const clocks = clocksOf({ starts: "match-decision", within: "5 working days", stops: "match-written" }, [
      { kind: "match-decision", on: "2026-11-02", detail: { outcome: "deferred" } },
      { kind: "match-decision", on: "2026-11-09", detail: { outcome: "refused" } },
      { kind: "match-decision", on: "2026-11-16", detail: { outcome: "made" } },
    ]);
    assert.deepEqual(clocks.map((k) => k.startedOn), ["2026-11-16"]);
  });

  it("starts again with each start, replaces the one before, or ignores what comes while it runs", () => {
    const meetings: SampleEntry[] = [
      { kind: "matching-meeting", on: "2026-11-02" }, { kind: "matching-meeting", on: "2026-11-04" },
      { kind: "validation-visit", on: "2026-11-05" }, { kind: "matching-meeting", on: "2026-11-16" },
    ];
    const of = (again: string) => clocksOf({ ...decision, again }, meetings).map((k) => pick(k, "occurrence", "startedOn", "stoppedOn", "mootOn"));
    assert.deepEqual(of("alongside").map((k) => k?.stoppedOn), ["2026-11-05", "2026-11-05", null]);
    assert.deepEqual(of("replace"), [
      { occurrence: 1, startedOn: "2026-11-02", stoppedOn: null, mootOn: "2026-11-04" },
      { occurrence: 2, startedOn: "2026-11-04", stoppedOn: "2026-11-05", mootOn: null },
      { occurrence: 3, startedOn: "2026-11-16", stoppedOn: null, mootOn: null },
    ]);
    assert.deepEqual(of("ignore").map((k) => k?.startedOn), ["2026-11-02", "2026-11-16"]);
  });

  it("that needs bank holidays nobody has published has no due day, rather than a guess", () => {
    const calendar = workingCalendar(day("2026-01-01"), day("2026-12-31"), []);
    const pack = samplePack({ ...decision, within: "5 working days" });
    const [clock] = evaluate(fold(sampleEntries([{ kind: "matching-meeting", on: "2026-12-30" }])), pack, calendar);
    assert.equal(clock?.dueOn, null);
    assert.equal(judge(clock!, day("2027-06-01")).state, "running");
  });

  it("is extended by an agreement about it, to the later date only, and for the occurrence that ran then", () => {
    const entries = (dueOn: string): SampleEntry[] => [
      { kind: "matching-meeting", on: "2026-09-01" }, { kind: "validation-visit", on: "2026-09-03" },
      { kind: "matching-meeting", on: "2026-11-02" },
      { kind: "extension", on: "2026-11-05", detail: { standard: "TT-01", dueOn, agreedBy: "Both managers" } },
    ];
    const [first, second] = clocksOf(decision, entries("2026-11-20"), day("2026-11-15"));
    assert.deepEqual(pick(first, "dueOn", "flags"), { dueOn: "2026-09-08", flags: [] });
    assert.deepEqual(pick(second, "dueOn", "flags", "state"), { dueOn: "2026-11-20", flags: ["extended"], state: "due-soon" });
    assert.equal(clocksOf(decision, entries("2026-11-06"))[1]?.dueOn, "2026-11-09");
  });
});

describe("what ends a clock", () => {
  const visits = { starts: "placement", within: "1 week", stops: "visit", moot: ["end of placement", "end of looked-after"] };

  it("is the end of its own period, not of the one that ended when it began", () => {
    const clocks = clocksOf(visits, [
      { kind: "placement", on: "2026-01-05", until: "2026-01-08", detail: { type: "U6" } },
      { kind: "placement", on: "2026-01-08", detail: { type: "U6" } },
    ]);
    assert.deepEqual(clocks.map((k) => k.mootOn), ["2026-01-08", null]);
  });

  it("is not what ended on the day it began", () => {
    const [clock] = clocksOf(visits, [
      { kind: "looked-after", on: "2025-01-06", until: "2026-01-05" },
      { kind: "looked-after", on: "2026-01-05" }, { kind: "placement", on: "2026-01-05", detail: { type: "U6" } },
    ]);
    assert.equal(clock?.mootOn, null);
  });

  it("leaves a clock that was stopped first as stopped, the same day included", () => {
    const of = (visitOn: string) => clocksOf(visits, [
      { kind: "placement", on: "2026-01-05", until: "2026-01-08", detail: { type: "U6" } }, { kind: "visit", on: visitOn },
    ])[0];
    assert.deepEqual(pick(of("2026-01-08"), "stoppedOn", "mootOn"), { stoppedOn: "2026-01-08", mootOn: null });
    assert.deepEqual(pick(of("2026-01-09"), "stoppedOn", "mootOn"), { stoppedOn: null, mootOn: "2026-01-08" });
  });

  it("on the day a decision is made again is only what was written after it", () => {
    const match = { starts: "plan-decision", within: "6 months", stops: "matching-panel", moot: "plan-decision-reversed" };
    const clocks = clocksOf(match, [
      { kind: "plan-decision", on: "2026-01-05" }, { kind: "plan-decision-reversed", on: "2026-03-02", detail: { reason: "RD4" } },
      { kind: "plan-decision", on: "2026-03-02" },
    ]);
    assert.deepEqual(clocks.map((k) => k.mootOn), ["2026-03-02", null]);
  });
});

describe("a cap", () => {
  const dates = { shape: "cap", starts: "match-decision", of: "play-date", "at-least": 2, "at-most": 3, by: "introductions-start" };
  const row = (plays: number, started: boolean): SampleEntry[] => [
    { kind: "match-decision", on: "2026-11-02" },
    ...Array.from({ length: plays }, (_, i): SampleEntry => ({ kind: "play-date", on: `2026-11-${String(10 + i)}` })),
    ...(started ? [{ kind: "introductions-start", on: "2026-11-20" } as const] : []),
  ];
  const of = (plays: number, started = true) => pick(clocksOf(dates, row(plays, started), day("2026-12-01"))[0], "dueOn", "stoppedOn", "state");

  it("is met once there are enough and not too many", () => {
    assert.deepEqual(of(2), { dueOn: "2026-11-20", stoppedOn: "2026-11-11", state: "met" });
    assert.deepEqual(of(3), { dueOn: "2026-11-20", stoppedOn: "2026-11-11", state: "met" });
  });

  it("is late where there were too few when it closed, and open before", () => {
    assert.deepEqual(of(1), { dueOn: "2026-11-20", stoppedOn: null, state: "overdue" });
    assert.deepEqual(of(1, false), { dueOn: null, stoppedOn: null, state: "running" });
  });

  it("is late from the one too many", () => {
    assert.deepEqual(of(4, false), { dueOn: "2026-11-12", stoppedOn: null, state: "overdue" });
  });

  it("can add up a number in the entries", () => {
    const families = { shape: "cap", starts: "family-finding-started", of: "shortlist", sum: "families", "at-most": 3, by: "match-decision" };
    const [clock] = clocksOf(families, [
      { kind: "family-finding-started", on: "2026-10-01" }, { kind: "shortlist", on: "2026-11-02", detail: { families: 4 } },
    ]);
    assert.equal(clock?.state, "overdue");
  });
});

describe("versions of a standard", () => {
  const visit = { starts: "placement", stops: "visit", within: "1 week" };
  const pack = samplePack(
    { ...visit, effect: { until: "2026-01-01" } },
    { ...visit, within: "3 days", effect: { from: "2026-01-01" } },
  );
  const entries = sampleEntries([
    { kind: "placement", on: "2025-12-30", until: "2026-02-02", detail: { type: "U6" } },
    { kind: "placement", on: "2026-02-02", detail: { type: "U6" } },
  ]);

  it("each judge the clocks that started while they were in force, and count on together", () => {
    const clocks = evaluate(fold(entries), pack, sampleCalendar());
    assert.deepEqual(clocks.map((k) => pick(k, "occurrence", "dueOn")), [
      { occurrence: 1, dueOn: "2026-01-06" }, { occurrence: 2, dueOn: "2026-02-05" },
    ]);
  });
});

describe("a start that nobody knows", () => {
  const unknown = { startUnknown: true };

  it("starts nothing that could be late", () => {
    const clocks = clocksOf({ shape: "deadline", starts: "looked-after", within: "5 working days", stops: "reviewing-officer-appointed" },
      [{ kind: "looked-after", on: "2024-04-01", detail: unknown }]);
    assert.deepEqual(pick(clocks[0], "startedOn", "dueOn", "state", "days"), { startedOn: null, dueOn: null, state: "not-recorded", days: null });
  });

  it("leaves a chain with its later links only: nobody knows which review was the first", () => {
    const chain = (id: string, links: string | number, within: string) =>
      ({ id, shape: "chain", starts: "looked-after", of: "review", steps: [{ links, within }] });
    const pack = samplePack(chain("TT-01", 1, "20 working days"), chain("TT-02", 2, "3 months"), chain("TT-03", "3 on", "6 months"));
    const clocks = evaluate(fold(sampleEntries([
      { kind: "looked-after", on: "2024-04-01", detail: unknown }, { kind: "review", on: "2024-06-03" },
    ])), pack, sampleCalendar());
    assert.deepEqual(clocks.map((k) => pick(k, "standard", "occurrence", "startedOn", "dueOn")), [
      { standard: "TT-01", occurrence: 1, startedOn: null, dueOn: null },
      { standard: "TT-03", occurrence: 1, startedOn: "2024-06-03", dueOn: "2024-12-03" },
    ]);
  });

  it("does not hide a state that has certainly lasted too long", () => {
    const [clock] = clocksOf({ shape: "limit", starts: { kind: "legal-status", status: "V2" }, within: "3 months" },
      [{ kind: "legal-status", on: "2026-04-01", detail: { status: "V2", ...unknown } }]);
    assert.deepEqual(pick(clock, "startedOn", "dueOn", "state"), { startedOn: null, dueOn: "2026-07-01", state: "overdue" });
  });
});
