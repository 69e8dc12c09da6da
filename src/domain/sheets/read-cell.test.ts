import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { addDays, type Day, day, dayInWords, monthName, partsOf, weekday } from "../dates/day.ts";
import type { Cell } from "./grid.ts";
import { type DateColumn, readCell } from "./read-cell.ts";

const ASON = day("2026-11-22");
const COLUMN: DateColumn = { asOn: ASON, label: "Matching panel", ahead: true, repeats: true };
const read = (shown: string, column: Partial<DateColumn> = {}) => readCell({ type: "text", shown }, { ...COLUMN, ...column });
/** “2026-03-27 actual, 2027-05-12 planned”, with a star where there is something to say of it. */
const said = (shown: string, column: Partial<DateColumn> = {}): string => {
  const { dates, notes } = read(shown, column);
  return `${dates.map((d) => `${d.on} ${d.certainty}`).join(", ")}${notes.length > 0 ? "*" : ""}`;
};

describe("a cell of dates", () => {
  const exact: readonly (readonly [string, string])[] = [
    ["27/3/26", "2026-03-27 actual"], ["27/03/2026", "2026-03-27 actual"], ["27.3.2026", "2026-03-27 actual"], ["27-03-26", "2026-03-27 actual"], ["27 3 26", "2026-03-27 actual"],
    ["27 March 2026", "2026-03-27 actual"], ["27th March 2026", "2026-03-27 actual"], ["3rd of June 2026", "2026-06-03 actual"], ["27-Mar-26", "2026-03-27 actual"], ["27 Mar '26", "2026-03-27 actual"],
    ["March 27, 2026", "2026-03-27 actual"], ["2026-03-27", "2026-03-27 actual"], ["2026-03-27T00:00:00", "2026-03-27 actual"], ["27/03/2026 00:00", "2026-03-27 actual"], ["46108", "2026-03-27 actual"], ["27032026", "2026-03-27 actual"],
    ["Fri 3rd April 2026", "2026-04-03 actual"], ["12/3/26 10.30", "2026-03-12 actual"], ["12/3/26 at 10:10", "2026-03-12 actual"], ["Friday, 27 March 2026 at 10.30am", "2026-03-27 actual"], ["PO granted 27/3/26", "2026-03-27 actual"],
    ["12 March 2027 (planned)", "2027-03-12 planned"], ["12 March 2027 (provisional)", "2027-03-12 provisional"], ["booked 12/5/27", "2027-05-12 provisional"], ["12/5/27 tbc", "2027-05-12 provisional"], ["12/5/27", "2027-05-12 planned"],
    ["adjourned to 3 June 2027", "2027-06-03 planned"], ["12/3/26 moved to 14/5/27", "2027-05-14 planned"], ["12/3/26 → 14/5/27", "2027-05-14 planned"],
    ["12/3/26, 14/5/26", "2026-03-12 actual, 2026-05-14 actual"], ["12/3/26 & 2/4/26", "2026-03-12 actual, 2026-04-02 actual"], ["12.3.26 and 4.4.26", "2026-03-12 actual, 2026-04-04 actual"], ["12/3/26\n14/5/27", "2026-03-12 actual, 2027-05-14 planned"],
  ];
  for (const [shown, wanted] of exact) test(`“${shown.replace("\n", "⏎")}” is exact`, () => assert.equal(said(shown), wanted));

  const taken: readonly (readonly [string, string, RegExp])[] = [
    ["w/c 1 March 2027", "2027-03-01 planned*", /1 March 2027, the Monday it begins/],
    ["week commencing 3/3/27", "2027-03-03 planned*", /the day it gives for the week’s beginning/],
    ["w/c 3 March", "2027-03-03 planned*", /3 March 2027.*the year is not written/],
    ["w/c 1 March", "2027-03-01 planned*", /1 March 2027, the Monday it begins: the year is not written/],
    ["w/e 5/3/27", "2027-03-05 planned*", /the day the week ends/],
    ["27 March", "2027-03-27 planned*", /27 March 2027, the nearest: the year is not written/],
    ["10 October", "2026-10-10 actual*", /10 October 2026, the nearest/],
    ["Fri 3rd April", "2026-04-03 actual*", /3 April 2026/],
    ["3/4", "2027-04-03 planned*", /3 April 2027/],
    ["booked 12/6", "2027-06-12 provisional*", /12 June 2027/],
    ["March 2027", "2027-03-31 planned*", /31 March 2027, the last day of the month/],
    ["Mar-27", "2027-03-31 planned*", /last day of the month/],
    ["early April 2027", "2027-04-10 planned*", /last day of its first ten/],
    ["mid June", "2027-06-20 planned*", /its middle ten/],
    ["by end of May", "2027-05-31 planned*", /31 May 2027/],
    ["by 12/5/27", "2027-05-12 planned*", /the last day it allows/],
    ["Q2 2027/28", "2027-09-30 planned*", /counted from April/],
    ["1/3/27?", "2027-03-01 planned*", /planned for 1 March 2027/],
  ];
  for (const [shown, wanted, note] of taken) {
    test(`“${shown}” is taken as a person would, and said`, () => {
      assert.equal(said(shown), wanted);
      assert.match(read(shown).notes.join(" "), note);
    });
  }

  for (const shown of ["", "-", "–", "n/a", "N/A", "none", "tbc", "TBC", "?", "ongoing", "awaiting court date", "not yet", "No", "00/01/1900"]) {
    test(`“${shown}” says nothing, and nothing is said of it`, () => assert.deepEqual(read(shown), { dates: [], notes: [] }));
  }

  const refused: readonly (readonly [string, RegExp])[] = [
    ["Y", /says yes with no date. Matching panel needs its date/], ["Done", /says yes with no date/], ["see notes", /not understood as a date/], ["Q2", /not understood/], ["spring 2027", /not understood/],
    ["31/2/2026", /there is no 31 in that month/], ["3/27/2026", /only if the month comes first/], ["Mon 3rd April 2026", /not on that day of the week/], ["3 May", /year is not written|taken as/],
    ["27/3/26 (planned)", /planned for a day that has gone by/], ["adjourned to 3 June 2026", /gone by/], ["12/3/26 moved to 14/5/26", /gone by/], ["Mar-26", /must be known to the day/], ["w/c 2 March 2026", /must be known to the day/], ["w/c 2 March", /must be known to the day/], ["27/3/26?", /must be known to the day/],
    ["27/3/26 cancelled", /did not go ahead/], ["12/3/26 adjourned", /did not go ahead/], ["refused 12/3/26", /did not go ahead/], ["held 12/5/27", /cannot have happened yet/],
    ["27/3/26 lorem ipsum", /words beside the date that are not understood: “lorem ipsum”/], ["1/3/27 - 5/3/27", /runs from one day to another/],
    ["12/01/27 or 19/01/27", /one day or another: 12 January 2027 or 19 January 2027/], ["either 12/01/27 or 19/01/27 tbc", /12 January 2027 or 19 January 2027/],
  ];
  for (const [shown, note] of refused) {
    test(`“${shown}” is listed, and not used`, () => {
      const { dates, notes } = read(shown, shown === "3 May" ? { asOn: day("2026-11-03") } : {});
      if (shown !== "3 May") assert.deepEqual(dates, []);
      assert.match(notes.join(" "), note);
    });
  }

  test("of two dates only what is understood is used, and the rest is said", () => {
    assert.deepEqual(read("12/3/26 (cancelled), 14/5/26").dates, [{ on: "2026-05-14", certainty: "actual" }]);
    assert.match(read("12/3/26 (cancelled), 14/5/26").notes.join(), /“12\/3\/26”.*did not go ahead/);
  });

  test("what happens once has one date", () => {
    assert.match(read("12/3/26, 14/5/26", { repeats: false, label: "Adoption order" }).notes.join(), /has 2 dates. Adoption order happens once/);
    assert.equal(said("12/3/26, 12.3.2026", { repeats: false }), "2026-03-12 actual");
  });

  test("what is only recorded when it has happened is not planned", () => {
    assert.match(read("12/5/27", { ahead: false }).notes.join(), /is recorded when it has happened/);
  });

  test("the heading says how sure, unless the cell does", () => {
    assert.equal(said("12/5/27", { certainty: "provisional" }), "2027-05-12 provisional");
    assert.equal(said("12/5/27 planned", { certainty: "provisional" }), "2027-05-12 planned");
    assert.equal(said("12/3/26", { certainty: "planned" }), "*");
    assert.equal(said("held 12/3/26", { certainty: "planned" }), "2026-03-12 actual");
  });

  test("where a column has dates with the month first, those that could be either are not used", () => {
    assert.match(read("4/5/2026", { monthFirst: "3/27/2026" }).notes.join(), /could be read day first or month first.*“3\/27\/2026”/);
    assert.equal(said("27/3/2026", { monthFirst: "3/27/2026" }), "2026-03-27 actual");
    assert.equal(said("4 May 2026", { monthFirst: "3/27/2026" }), "2026-05-04 actual");
  });

  test("cells that are no text", () => {
    const of = (cell: Cell) => readCell(cell, COLUMN);
    assert.deepEqual(of({ type: "day", shown: "27/03/2026", on: day("2026-03-27") }).dates, [{ on: "2026-03-27", certainty: "actual" }]);
    assert.deepEqual(of({ type: "day", shown: "12 March 2027 (provisional)", on: day("2027-03-12") }).dates, [{ on: "2027-03-12", certainty: "provisional" }]);
    assert.match(of({ type: "error", shown: "#REF!" }).notes.join(), /gives #REF!/);
    assert.match(of({ type: "yes-no", shown: "TRUE" }).notes.join(), /no date/);
    assert.deepEqual(of({ type: "yes-no", shown: "FALSE" }), { dates: [], notes: [] });
    assert.deepEqual(of({ type: "number", shown: "46108" }).dates.length, 1);
  });
});

describe("whatever a cell of dates holds", () => {
  const WEEKDAYS = ["Mon", "Tues", "Wednesday", "Thu", "Fri", "Sat", "Sunday"];
  const ordinal = (n: number): string => `${n}${n % 10 === 1 && n !== 11 ? "st" : n % 10 === 2 && n !== 12 ? "nd" : n % 10 === 3 && n !== 13 ? "rd" : "th"}`;
  const two = (n: number): string => String(n).padStart(2, "0");
  const forms: readonly ((on: Day) => string)[] = [
    (on) => on, dayInWords,
    (on) => `${on} 00:00:00`,
    ...["/", ".", "-", " "].flatMap((mark) => [
      (on: Day) => [partsOf(on).date, partsOf(on).month, partsOf(on).year].join(mark),
      (on: Day) => [two(partsOf(on).date), two(partsOf(on).month), two(partsOf(on).year % 100)].join(mark),
    ]),
    (on) => `${ordinal(partsOf(on).date)} ${monthName(partsOf(on).month)} ${partsOf(on).year}`,
    (on) => `${partsOf(on).date}-${monthName(partsOf(on).month).slice(0, 3)}-${two(partsOf(on).year % 100)}`,
    (on) => `${WEEKDAYS[weekday(on) - 1]} ${ordinal(partsOf(on).date)} ${monthName(partsOf(on).month).slice(0, 3)} ${partsOf(on).year}`,
    (on) => `${monthName(partsOf(on).month)} ${partsOf(on).date}, ${partsOf(on).year}`,
    (on) => `panel ${partsOf(on).date}/${partsOf(on).month}/${partsOf(on).year} at 2pm`,
  ];
  const someDay = fc.integer({ min: -9000, max: 3000 }).map((n) => addDays(ASON, n));

  test("a day written in any form is that day", () => {
    fc.assert(fc.property(someDay, fc.constantFrom(...forms), (on, form) => {
      assert.deepEqual(read(form(on)), { dates: [{ on, certainty: on > ASON ? "planned" : "actual" }], notes: [] }, form(on));
    }), { numRuns: 600 });
  });

  test("two days in any forms are both", () => {
    fc.assert(fc.property(someDay, someDay, fc.constantFrom(...forms), fc.constantFrom(...forms), fc.constantFrom(", ", " & ", "; ", "\n", " and "), (a, b, one, other, between) => {
      fc.pre(a !== b);
      assert.deepEqual(read(one(a) + between + other(b)).dates.map((d) => d.on), [a, b], one(a) + between + other(b));
    }), { numRuns: 400 });
  });

  test("nothing throws, and whatever is used or noted is one of the two", () => {
    const words = fc.constantFrom("tbc", "w/c", "booked", "moved to", "12/3/26", "3/4", "March", "Mar-27", "(", ")", "&", ",", "?", "cancelled", "Q2", "by", "end of", "2027", "31/2/26", "\n", "-", "13/14", "99999", "'26", "°");
    const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 60 }), fc.array(words, { maxLength: 8 }).map((all) => all.join(" ")));
    fc.assert(fc.property(text, fc.boolean(), fc.boolean(), (shown, ahead, repeats) => {
      const { dates, notes } = read(shown, { ahead, repeats });
      for (const { on, certainty } of dates) assert.equal(certainty === "actual", on <= ASON);
      for (const note of notes) assert.match(note, /[.]$/);
      if (!repeats) assert.ok(dates.length <= 1);
    }), { numRuns: 1500 });
  });
});
