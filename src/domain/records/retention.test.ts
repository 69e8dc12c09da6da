import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { addDays, addMonths, type Day, day, partsOf } from "../dates/day.ts";
import { listOf, RETENTION, RETENTION_KINDS, RETENTION_LISTS, retentionOf } from "./retention.ts";

const TODAY = day("2026-11-22");
const caseOf = (...rows: readonly SampleEntry[]) => fold(sampleEntries(rows));
const BORN: SampleEntry = { kind: "birth", on: "2014-05-03" };
const IN_CARE: SampleEntry = { kind: "looked-after", on: "2015-01-10" };
const ORDER: SampleEntry = { kind: "adoption-order", on: "2017-02-28", detail: { outcome: "made" } };
const died = (until: string): SampleEntry => ({ ...IN_CARE, until, detail: { endReason: "E2" } });
const HOLD: SampleEntry = { kind: "legal-hold", on: "2026-01-05", detail: { why: "Inquiry" } };

const said = (...rows: readonly SampleEntry[]) => {
  const { class: of, unknown, keepUntil } = retentionOf(caseOf(...rows), TODAY);
  return [of ?? unknown, keepUntil];
};

describe("how long a record is kept", () => {
  it("is 100 years from an adoption order, and nothing destroys it by itself", () => {
    assert.deepEqual(said(BORN, IN_CARE, ORDER), ["adopted", "2117-02-28"]);
    assert.deepEqual(said(BORN, ORDER), ["adopted", "2117-02-28"]);
    assert.equal(retentionOf(caseOf(ORDER), TODAY).neverByItself, true);
    assert.deepEqual(said({ ...ORDER, on: "2005-12-29" }), ["adopted-before-2006", "2105-12-29"]);
  });

  it("is 75 years from birth of a child looked after and not adopted; a refused order changes nothing", () => {
    assert.deepEqual(said(BORN, IN_CARE), ["looked-after", "2089-05-03"]);
    assert.deepEqual(said(BORN, { ...IN_CARE, until: "2018-01-01", detail: { endReason: "E45" } }), ["looked-after", "2089-05-03"]);
    assert.deepEqual(said(BORN, IN_CARE, { ...ORDER, detail: { outcome: "refused" } }), ["looked-after", "2089-05-03"]);
    assert.deepEqual(said(BORN, IN_CARE, { ...ORDER, on: "2027-02-01", certainty: "planned" }), ["looked-after", "2089-05-03"]);
    assert.deepEqual(said({ kind: "birth", on: "2012-02-29" }, IN_CARE), ["looked-after", "2087-02-28"]);
  });

  it("is 15 years from the death of a child who died before 18", () => {
    assert.deepEqual(said(BORN, died("2019-06-01")), ["died-under-18", "2034-06-01"]);
    assert.deepEqual(said(BORN, died("2032-05-02")), ["died-under-18", "2047-05-02"]);
    assert.deepEqual(said(BORN, died("2032-05-03")), ["looked-after", "2089-05-03"]);
    assert.deepEqual(said(BORN, died("2019-06-01"), ORDER), ["adopted", "2117-02-28"]);
  });

  it("is said not to be known, and why", () => {
    assert.deepEqual(said(IN_CARE), ["no-birth", null]);
    assert.deepEqual(said({ ...BORN, on: "2027-01-01", certainty: "planned" }, { kind: "looked-after", on: "2027-01-02", certainty: "planned" }), ["not-looked-after", null]);
    assert.deepEqual(said({ ...BORN, on: "2027-01-01", certainty: "planned" }, IN_CARE), ["not-born", null]);
    assert.deepEqual(said(BORN, { kind: "early-alert", on: "2014-03-01" }), ["not-looked-after", null]);
    assert.deepEqual(said(), ["not-looked-after", null]);
  });
});

describe("the list a record is on", () => {
  const on = (...rows: readonly SampleEntry[]) => listOf(retentionOf(caseOf(...rows), TODAY), TODAY);

  it("is that of a hold while one runs, whatever else", () => {
    assert.equal(on(BORN, IN_CARE, HOLD), "held");
    assert.equal(on(ORDER, HOLD), "held");
    assert.equal(on(HOLD), "held");
    assert.equal(on(BORN, died("2009-06-01"), HOLD), "held");
    assert.equal(on(BORN, IN_CARE, { ...HOLD, until: TODAY }), "later");
    assert.equal(on(ORDER, { ...HOLD, until: "2026-06-01" }, HOLD), "held");
  });

  it("follows calendar years, what is past first", () => {
    const diedOn = (year: number) => on({ kind: "birth", on: "2000-01-01" }, { kind: "looked-after", on: "2000-02-01", until: `${year}-12-31`, detail: { endReason: "E2" } });
    assert.deepEqual([2009, 2011, 2012, 2016, 2017].map(diedOn), ["due", "due", "next-five", "next-five", "later"]);
    assert.equal(on({ kind: "birth", on: "1930-01-01" }, IN_CARE), "due");
    assert.equal(on(ORDER), "never");
    assert.equal(on(IN_CARE), "unknown");
  });
});

const days = fc.integer({ min: 0, max: 9_000 }).map((n) => addDays(day("2002-01-01"), n));
const rows: fc.Arbitrary<SampleEntry> = fc.oneof(
  days.map((on): SampleEntry => ({ kind: "birth", on })),
  fc.tuple(days, fc.integer({ min: 1, max: 6_000 }), fc.constantFrom("E2", "E45", undefined)).map(([on, n, endReason]): SampleEntry =>
    ({ kind: "looked-after", on, ...(endReason === undefined ? {} : { until: addDays(on, n), detail: { endReason } }) })),
  fc.tuple(days, fc.constantFrom("made", "refused")).map(([on, outcome]): SampleEntry => ({ kind: "adoption-order", on, detail: { outcome } })),
  days.map((on): SampleEntry => ({ ...HOLD, on })),
  days.map((on): SampleEntry => ({ kind: "review", on })),
);
const cases = fc.array(rows, { maxLength: 8 });

describe("whatever is recorded", () => {
  it("a period is known or it is said why not, and every record is on one list", () => {
    fc.assert(fc.property(cases, days, (all, today) => {
      const kept = retentionOf(caseOf(...all), today);
      assert.equal(kept.class === null, kept.unknown !== null);
      assert.equal(kept.class === null, kept.keepUntil === null);
      assert.ok(Object.hasOwn(RETENTION_LISTS, listOf(kept, today)));
      if (kept.class !== null) assert.ok(Object.hasOwn(RETENTION, kept.class));
    }));
  });

  it("an order made means 100 years or more from it, and the record is never on a list of what may go before", () => {
    fc.assert(fc.property(cases, days, days, (all, madeOn, today) => {
      const kept = retentionOf(caseOf(...all.filter((row) => row.kind !== "adoption-order"), { ...ORDER, on: madeOn }), today);
      assert.ok(kept.keepUntil !== null && kept.keepUntil >= addMonths(madeOn, 1_199));
      assert.equal(partsOf(kept.keepUntil).year - partsOf(madeOn).year, 100);
      assert.ok(["held", "never"].includes(listOf(kept, today)));
    }));
  });

  it("a hold that runs beats everything, and changes nothing of the period beneath", () => {
    fc.assert(fc.property(cases, days, (all, today) => {
      const rest = all.filter((row) => row.kind !== "legal-hold");
      const held = retentionOf(caseOf(...rest, { ...HOLD, on: today }), today);
      assert.equal(listOf(held, today), "held");
      assert.deepEqual({ ...held, holds: [] }, retentionOf(caseOf(...rest), today));
    }));
  });

  it("is never shorter than 15 years from the end of care, nor than the child’s 18 years where they lived", () => {
    fc.assert(fc.property(cases, (all) => {
      const { class: of, from, keepUntil } = retentionOf(caseOf(...all), TODAY);
      if (keepUntil === null || from === null) return;
      assert.ok(keepUntil >= addMonths(from, 15 * 12));
      if (of !== "died-under-18") assert.ok(keepUntil >= addMonths(from, 75 * 12));
    }));
  });

  it("reads the kinds it says it reads, and no other", () => {
    const read = new Set<string>(RETENTION_KINDS);
    fc.assert(fc.property(cases, days, (all, today: Day) => {
      const entries = sampleEntries(all);
      assert.deepEqual(retentionOf(fold(entries.filter((e) => read.has(e.kind))), today), retentionOf(fold(entries), today));
    }));
  });
});
