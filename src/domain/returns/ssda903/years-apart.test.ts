import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Draft, Entry } from "../../chronology/entry.ts";
import { fold } from "../../chronology/fold.ts";
import { type Day, addDays, yearEndingOf } from "../../dates/day.ts";
import { chronologyOf } from "./chronology.ts";
import { reconcile } from "./reconcile.ts";
import { at, childRows, said, yearsOf } from "./rows-for-tests.ts";
import type { ChildRows, DecisionRow, EpisodeRow, MissingRow, ReviewRow, TableName } from "./tables.ts";
import { yearEndsOn, yearStartsOn } from "./years.ts";

const FIRST = 2022;
const LAST = 2026;
const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);

interface Step {
  readonly days: number;
  readonly rne: string;
  readonly ls: string;
  readonly place: string;
  /** Ends the stay in care, and so many days pass before the next. */
  readonly away: number | null;
}

const stepTo = (...places: readonly string[]): fc.Arbitrary<Step> => fc.record({
  days: fc.integer({ min: 1, max: 500 }),
  rne: fc.constantFrom("L", "P", "T", "B", "U"),
  ls: fc.constantFrom("V2", "C1", "C2", "E1"),
  place: fc.constantFrom(...places),
  away: fc.option(fc.integer({ min: 1, max: 300 }), { freq: 6 }),
});

const lifeOf = (step: fc.Arbitrary<Step>) => fc.record({
  startsAfter: fc.integer({ min: 0, max: 700 }),
  steps: fc.array(step, { minLength: 1, maxLength: 9 }),
  endsOpen: fc.boolean(),
  endsWith: fc.constantFrom("E11", "E12", "E4A", "E45"),
  reviews: fc.uniqueArray(fc.integer({ min: 1, max: 1500 }), { maxLength: 5 }),
  missing: fc.option(fc.tuple(fc.integer({ min: 1, max: 1200 }), fc.integer({ min: 1, max: 60 }))),
  decided: fc.option(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.option(fc.integer({ min: 1, max: 300 })))),
});
type Life = ReturnType<typeof lifeOf> extends fc.Arbitrary<infer T> ? T : never;

const LASTING = ["U6", "U4", "U5", "A6", "K2"];
const anyLife = lifeOf(stepTo(...LASTING, "T1"));
/** A year’s file that opens with a temporary stay does not say from where, so that a breakdown there cannot be told from it alone. */
const settledLife = lifeOf(stepTo(...LASTING));

/** What happened, whenever it will be returned: rows as the last file would have them, were it to hold them all. */
function wholeLife({ startsAfter, steps, endsOpen, endsWith, reviews, missing, decided }: Life): ChildRows {
  const start = addDays(yearStartsOn(FIRST), startsAfter);
  const until = yearEndsOn(LAST);
  const episodes: EpisodeRow[] = [];
  let on = start;
  let stays = false;
  for (const [i, s] of steps.entries()) {
    const last = i === steps.length - 1;
    const leaves = s.away !== null || last;
    const dec = last && endsOpen ? null : addDays(on, s.days);
    const before = episodes.at(-1);
    const rne = stays ? s.rne : "S";
    // What the reason for the episode says changed, changed; what it does not, did not.
    const ls = !stays ? s.ls : rne === "P" || rne === "T" ? (before?.ls ?? s.ls) : s.ls === before?.ls ? (s.ls === "C1" ? "C2" : "C1") : s.ls;
    const place = stays && rne === "L" ? (before?.place ?? s.place) : s.place;
    if (on <= until) {
      const ended = dec !== null && dec <= until;
      episodes.push({
        ...at("Episodes", LAST), decom: on, rne, ls, place, cin: "N1", provider: null, urn: null, reasonForChange: null,
        dec: ended ? dec : null, rec: !ended ? null : leaves ? (s.away !== null && !last ? "E4A" : endsWith) : "X1",
      });
    }
    stays = !leaves;
    on = addDays(dec ?? on, s.away ?? 0);
  }
  const inCare = (d: Day): boolean => d <= until;
  return childRows({
    episodes,
    reviews: reviews.map((n) => addDays(start, n)).filter(inCare).map((d): ReviewRow => ({ ...at("Reviews", LAST), dob: null, on: d, code: "PN1" })),
    missing: missing === null ? [] : [addDays(start, missing[0])].filter(inCare).map((from): MissingRow => {
      const back = addDays(from, missing[1]);
      return { ...at("Missing", LAST), dob: null, type: "M", from, until: back <= until ? back : null };
    }),
    decisions: decided === null ? [] : [addDays(start, decided[0])].filter(inCare).map((decidedOn): DecisionRow => {
      const ceased = decided[1] === null ? null : addDays(decidedOn, decided[1]);
      return { ...at("PlacedAdoption", LAST), dob: null, decidedOn, ceasedOn: ceased !== null && ceased <= until ? ceased : null, reason: ceased !== null && ceased <= until ? "RD3" : null };
    }),
  });
}

/** The rows of one year’s files: what was so in the year, as far as was known on its last day. */
function yearOf(whole: ChildRows, yearEnding: number): ChildRows {
  const from = yearStartsOn(yearEnding);
  const end = yearEndsOn(yearEnding);
  const place = (table: TableName) => ({ file: at(table, yearEnding).file });
  const touches = (began: Day, ended: Day | null): boolean => began <= end && (ended === null || ended >= from);
  const inCare = whole.episodes.some((e) => touches(e.decom, e.dec));
  const later = (d: Day | null): boolean => d !== null && d > end;
  return {
    ...whole,
    episodes: whole.episodes.filter((e) => touches(e.decom, e.dec)).map((e) => ({ ...e, ...place("Episodes"), ...(later(e.dec) ? { dec: null, rec: null } : {}) })),
    reviews: whole.reviews.filter((r) => inCare && yearEndingOf(r.on) === yearEnding).map((r) => ({ ...r, ...place("Reviews") })),
    missing: whole.missing.filter((m) => inCare && touches(m.from, m.until)).map((m) => ({ ...m, ...place("Missing"), until: later(m.until) ? null : m.until })),
    decisions: whole.decisions.filter((d) => inCare && d.decidedOn !== null && touches(d.decidedOn, d.ceasedOn))
      .map((d) => ({ ...d, ...place("PlacedAdoption"), ...(later(d.ceasedOn) ? { ceasedOn: null, reason: null } : {}) })),
  };
}

const together = (years: readonly ChildRows[]): ChildRows => {
  const all = childRows({});
  return { ...all, ...Object.fromEntries(Object.keys(all).filter((k) => k !== "child").map((k) => [k, years.flatMap((y) => y[k as "episodes"])])) };
};

const told = (drafts: readonly Draft[]): string[] => drafts.map(said).sort();
const linesOf = (rows: ChildRows, yearEndings: readonly number[]): readonly Draft[] => chronologyOf(rows, { years: yearsOf(yearEndings) }).drafts;

function importing(entries: readonly Entry[], rows: ChildRows, yearEndings: readonly number[]) {
  const years = yearsOf(yearEndings);
  const result = reconcile(entries, chronologyOf(rows, { years }).drafts, { years });
  const number = entries.length + 1;
  return { result, entries: [...entries, ...result.add.map((d, i): Entry => ({ ...d, number: number + i, recordedAt: "2026-05-01T09:00:00Z", recordedBy: "operator" }))] };
}

describe("any life, returned a year at a time", () => {
  test("tells, its years together, what it tells in one file", () => {
    fc.assert(fc.property(anyLife, (lived) => {
      const whole = wholeLife(lived);
      const apart = together(YEARS.map((y) => yearOf(whole, y)));
      const lastKnown = { ...whole, reviews: apart.reviews, missing: apart.missing, decisions: apart.decisions };
      assert.deepEqual(told(linesOf(apart, YEARS)), told(linesOf(lastKnown, YEARS)));
    }), { numRuns: 200 });
  });

  test("imported twice changes nothing the second time, together or a year again", () => {
    fc.assert(fc.property(anyLife, fc.constantFrom(...YEARS), (lived, yearAgain) => {
      const whole = wholeLife(lived);
      const rows = together(YEARS.map((y) => yearOf(whole, y)));
      const { entries } = importing([], rows, YEARS);
      for (const [again, years] of [[rows, YEARS], [yearOf(whole, yearAgain), [yearAgain]]] as const) {
        const { result } = importing(entries, again, years);
        assert.deepEqual([told(result.add), told(result.vanished), result.conflicts], [[], [], []]);
      }
    }), { numRuns: 200 });
  });

  test("imported one year after another tells the same as all together", () => {
    fc.assert(fc.property(settledLife, (lived) => {
      const whole = wholeLife(lived);
      const split = new Map(YEARS.map((y) => [y, yearOf(whole, y)]));
      let entries: Entry[] = [];
      for (const y of YEARS) ({ entries } = importing(entries, split.get(y)!, [y]));
      const c = fold(entries);
      assert.deepEqual(c.problems, []);
      assert.deepEqual(told(c.entries), told(linesOf(together([...split.values()]), YEARS)));
    }), { numRuns: 200 });
  });
});
