import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { addDays, addMonths, type Day, day, daysBetween } from "../dates/day.ts";
import { addWorkingDays } from "../dates/working-days.ts";
import type { Clock } from "./clock.ts";
import { evaluate } from "./evaluate.ts";
import { sampleCalendar, samplePack } from "./sample-standards.ts";

const calendar = sampleCalendar();
const FIRST = day("2020-01-01");

const chain = (id: string, links: string | number, within: string) => ({
  id, shape: "chain", starts: "looked-after", of: "review", steps: [{ links, within }], moot: ["end of looked-after", "adoption-order"],
});
const PACK = samplePack(
  chain("TT-01", 1, "20 working days"), chain("TT-02", 2, "3 months"), chain("TT-03", "3 on", "6 months"),
  { id: "TT-04", shape: "rhythm", starts: "placement", of: "visit", steps: [{ links: 1, within: "1 week" }, { within: "6 weeks" }], moot: "end of placement" },
  { id: "TT-05", starts: "plan-decision", within: "5 working days", stops: "plan-decision-written", moot: "plan-decision-reversed" },
  { id: "TT-06", shape: "limit", starts: { kind: "legal-status", status: "V2" }, within: "3 months", moot: "end of looked-after" },
  { id: "TT-07", shape: "by-event", starts: "looked-after", by: { event: "review", nth: 2, "or-due-under": "TT-02" }, stops: "primary-plan", lookback: "previous" },
  { id: "TT-08", shape: "duty", starts: "plan-decision", stops: "legal-advice", lookback: "ever", again: "ignore" },
  { id: "TT-09", shape: "not-before", starts: "placed-for-adoption", within: "10 weeks", stops: "adoption-application", moot: "disruption" },
  { id: "TT-10", starts: "review", within: "20 working days", stops: "review-record-distributed", again: "replace" },
);

const POINTS = [
  "review", "visit", "plan-decision", "plan-decision-written", "plan-decision-reversed", "legal-advice", "placed-for-adoption",
  "adoption-application", "disruption", "adoption-order", "review-record-distributed",
] as const;
const PERIODS = ["looked-after", "placement", "legal-status", "primary-plan"] as const;
const DETAIL = { placement: { type: "U6" }, "legal-status": { status: "V2" }, "primary-plan": { plan: "ADOPTION" } } as const;

const offset = fc.integer({ min: 0, max: 1500 });
const point = fc.record({ kind: fc.constantFrom(...POINTS), on: offset.map((n) => addDays(FIRST, n)) });
const period = fc.tuple(fc.constantFrom(...PERIODS), offset, fc.option(fc.integer({ min: 0, max: 400 }))).map(([kind, from, length]): SampleEntry => ({
  kind, on: addDays(FIRST, from), ...(length === null ? {} : { until: addDays(FIRST, from + length) }),
  ...(kind === "looked-after" ? {} : { detail: DETAIL[kind] }),
}));
const chronology: fc.Arbitrary<SampleEntry[]> = fc.array(fc.oneof(point, period), { maxLength: 30 });

const judged = (entries: readonly SampleEntry[]): Clock[] => evaluate(fold(sampleEntries(entries)), PACK, calendar);
const holds = (about: (entries: SampleEntry[]) => void): void => fc.assert(fc.property(chronology, about), { numRuns: 300 });

describe("whatever happened to a child", () => {
  it("no clock is due before it starts, none is both stopped and moot, and each standard’s are numbered from one", () => {
    holds((entries) => {
      const seen = new Map<string, number>();
      for (const k of judged(entries)) {
        if (k.dueOn !== null && k.startedOn !== null) assert.ok(k.dueOn >= k.startedOn, `${k.standard} due ${k.dueOn}, started ${k.startedOn}`);
        assert.ok(k.stoppedOn === null || k.mootOn === null);
        assert.equal(k.occurrence, (seen.get(k.standard) ?? 0) + 1);
        seen.set(k.standard, k.occurrence);
      }
    });
  });

  it("an entry that no standard speaks of changes nothing", () => {
    fc.assert(fc.property(chronology, offset, (entries, n) => {
      const more: SampleEntry = { kind: "wishes-and-feelings", on: addDays(FIRST, n) };
      assert.deepEqual(judged([...entries, more]), judged(entries));
    }), { numRuns: 200 });
  });

  it("a plan that nobody has carried out moves only what waits for it", () => {
    fc.assert(fc.property(chronology, point, (entries, planned) => {
      const others = (all: Clock[]) => all.filter((k) => k.standard !== "TT-07");
      assert.deepEqual(others(judged([...entries, { ...planned, certainty: "planned" }])), others(judged(entries)));
    }), { numRuns: 200 });
  });

  it("what comes later leaves alone what was stopped before it", () => {
    fc.assert(fc.property(chronology, point, (entries, last) => {
      const later = { ...last, on: addDays(FIRST, 2000) };
      const ended = (all: Clock[]) => all.filter((k) => (k.stoppedOn ?? later.on) < later.on && (k.startedOn ?? FIRST) < later.on).map((k) => [k.standard, k.startedOn, k.stoppedOn]);
      assert.deepEqual(ended(judged([...entries, later])), ended(judged(entries)));
    }), { numRuns: 200 });
  });

  it("the same days 28 years on, in the same weeks, give the same clocks 28 years on", () => {
    const shift = daysBetween(day("2020-01-01"), day("2048-01-01"));
    const move = (on: Day | null): Day | null => (on === null ? null : addDays(on, shift));
    holds((entries) => {
      const later = entries.map((e) => ({ ...e, on: addDays(day(e.on), shift), ...(e.until === undefined ? {} : { until: addDays(day(e.until), shift) }) }));
      assert.deepEqual(judged(later), judged(entries).map((k) => ({
        ...k, startedOn: move(k.startedOn), dueOn: move(k.dueOn), stoppedOn: move(k.stoppedOn), mootOn: move(k.mootOn),
      })));
    });
  });
});

describe("reviews in a chain", () => {
  it("are each due from the one before, as reckoned one by one", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 12 });
    fc.assert(fc.property(offset, gaps, (n, lengths) => {
      const care = addDays(FIRST, n);
      const held: Day[] = [];
      for (const length of lengths) held.push(addDays(held.at(-1) ?? care, length));
      const expected = [care, ...held].map((from, i) => ({
        standard: i === 0 ? "TT-01" : i === 1 ? "TT-02" : "TT-03",
        occurrence: i < 2 ? 1 : i - 1,
        startedOn: from,
        dueOn: i === 0 ? addWorkingDays(calendar, from, 20) : addMonths(from, i === 1 ? 3 : 6),
        stoppedOn: held[i] ?? null,
      }));
      const found = judged([{ kind: "looked-after", on: care }, ...held.map((on): SampleEntry => ({ kind: "review", on }))])
        .filter((k) => ["TT-01", "TT-02", "TT-03"].includes(k.standard))
        .map(({ standard, occurrence, startedOn, dueOn, stoppedOn }) => ({ standard, occurrence, startedOn, dueOn, stoppedOn }));
      assert.deepEqual(found, expected);
    }), { numRuns: 200 });
  });
});

describe("a sum over a moving window", () => {
  const pack = samplePack({ shape: "rolling-sum", starts: { kind: "legal-status", status: "V3" }, "at-most": 75, window: "12 months" });

  it("is broken by a break if and only if some day’s twelve months hold more than 75 days of breaks", () => {
    const breaks = fc.array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 14 });
    fc.assert(fc.property(breaks, (gaps) => {
      let at = 0;
      const periods = gaps.map(([gap, length]) => {
        const from = at + gap;
        at = from + length;
        return { from, until: at };
      });
      const away = new Set(periods.flatMap(({ from, until }) => Array.from({ length: until - from }, (_, i) => from + i)));
      /** More than 75 days away in the twelve months that end with this day. */
      const isTooMany = (n: number): boolean => {
        const opens = daysBetween(FIRST, addMonths(addDays(FIRST, n), -12)) + 1;
        let days = 0;
        for (let i = opens; i <= n; i++) if (away.has(i)) days++;
        return days > 75;
      };
      const entries = periods.map(({ from, until }): SampleEntry => ({
        kind: "legal-status", on: addDays(FIRST, from), until: addDays(FIRST, until), detail: { status: "V3" },
      }));
      const clocks = evaluate(fold(sampleEntries(entries)), pack, calendar);
      const late = clocks.map((k) => k.dueOn !== null && k.stoppedOn !== null && k.stoppedOn > k.dueOn);
      assert.deepEqual(late, periods.map(({ from, until }) => Array.from({ length: until - from }, (_, i) => from + i).some(isTooMany)));
    }), { numRuns: 150 });
  });
});
