import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayInWords, dayOfEpoch, monthName, partsOf } from "../../domain/dates/day.ts";
import { type DateParts, dateMessage, readDateParts, readDateText } from "./date-input.ts";

// 1 January 1951 to 31 December 2050: the years that two figures can mean.
const anyDay = fc.integer({ min: -6940, max: 29584 }).map(dayOfEpoch);

test("a date is understood however it is written", () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: 3, max: 9 }), (d, letters) => {
    const { year, month, date } = partsOf(d);
    const short = monthName(month).slice(0, letters).toLowerCase();
    const two = String(year % 100).padStart(2, "0");
    const writings = [
      d, dayInWords(d), `${date}/${month}/${year}`, `${date}/${month}/${two}`, `${date}.${month}.${two}`,
      `${date}-${month}-${two}`, `${date} ${short} ${year}`, `${short} ${date}, ${two}`, `  ${date}th of ${short} ${year} `,
    ];
    for (const text of writings) assert.deepEqual(readDateText(text), { on: d }, text);
    assert.deepEqual(readDateParts({ day: String(date), month: short, year: two }), { on: d });
    assert.deepEqual(readDateParts({ day: ` ${String(date).padStart(2, "0")}`, month: String(month), year: String(year) }), { on: d });
    assert.deepEqual(readDateParts({ day: dayInWords(d), month: "", year: "" }), { on: d });
  }));
});

test("whatever is typed, reading it answers rather than throws, and only a real day is a day", () => {
  fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (day, month, year) => {
    for (const read of [readDateParts({ day, month, year }), readDateText(`${day} ${month} ${year}`)]) {
      if ("on" in read) assert.match(read.on, /^\d{4}-\d{2}-\d{2}$/);
      else assert.ok(dateMessage("the day", read).length > 0);
    }
  }));
});

test("days that do not exist are refused", () => {
  for (const text of ["31/02/2025", "31 June 2026", "29 feb 2025", "0/1/2026", "1/13/2026", "1/1/226", "3 ma 2026", "tomorrow", "3 March", "1/1/2026/1"]) {
    assert.deepEqual(readDateText(text), { problem: "not-real" }, text);
  }
  assert.deepEqual(readDateParts({ day: "31", month: "feb", year: "2025" }), { problem: "not-real" });
});

test("what is missing is named", () => {
  assert.equal(said({ day: "3", month: "mar", year: "" }), "The day it began must include a year");
  assert.equal(said({ day: "", month: "mar", year: "" }), "The day it began must include a day and a year");
  assert.deepEqual(readDateParts({ day: " ", month: "", year: "" }), { problem: "empty" });
});

function said(parts: DateParts): string {
  const read = readDateParts(parts);
  return "on" in read ? read.on : dateMessage("the day it began", read);
}
