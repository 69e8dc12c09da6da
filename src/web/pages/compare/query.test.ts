import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { day } from "../../../domain/dates/day.ts";
import { STANDARD_VIEW } from "../../../domain/tracker/view.ts";
import { asAtLater, compareAddress, readComparison, readDaysForm, shortcuts } from "./query.ts";

const today = day("2026-11-20");
const paramsOf = (address: string): Record<string, string[]> => {
  const { searchParams } = new URL(address, "http://x");
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
};

describe("the address of a comparison", () => {
  test("is four weeks ago with today, as we knew it, unless it says otherwise", () => {
    assert.deepEqual(readComparison({}, today).query, { from: "2026-10-23", to: "2026-11-20", how: "known", view: STANDARD_VIEW });
  });

  test("says the same when it is read again, filters included; the earlier day comes first; a day to come, or that is none, is left out", () => {
    const { query } = readComparison({ from: ["2026-11-01"], to: ["2026-09-01"], as: ["stood"], stage: ["matched", "placed"], team: ["North"] }, today);
    assert.deepEqual([query.from, query.to, query.how, query.view.filters.stage], ["2026-09-01", "2026-11-01", "stood", ["matched", "placed"]]);
    assert.deepEqual(readComparison(paramsOf(compareAddress(query)), today).query, query);
    assert.deepEqual(readComparison({ from: ["2026-02-30"], to: ["2026-11-21"] }, today).query, readComparison({}, today).query);
  });

  test("leads to a child as at the later day, by the same question; to the child as it is now where that is today", () => {
    const { query } = readComparison({ to: ["2026-11-01"] }, today);
    assert.deepEqual([asAtLater(query, today), asAtLater({ ...query, how: "stood" }, today), asAtLater({ ...query, to: today }, today)], ["?known-on=2026-11-01", "?stood-on=2026-11-01", ""]);
  });
});

test("since when: the end of the day before the week, the month, the quarter", () => {
  const since = (on: string): readonly string[] => shortcuts(day(on)).map(({ from }) => from);
  assert.deepEqual(since("2026-11-20"), ["2026-11-13", "2026-10-23", "2026-10-31", "2026-09-30"]);
  assert.deepEqual(since("2026-01-01"), ["2025-12-25", "2025-12-04", "2025-12-31", "2025-12-31"]);
  assert.deepEqual(since("2024-03-01"), ["2024-02-23", "2024-02-02", "2024-02-29", "2023-12-31"]);
});

test("two days typed are read, or what is wrong with each is said", () => {
  const typed = (from: string, to: string) => readDaysForm({ "from-day": from, "to-day": to, "as": "stood" }, today);
  assert.equal(readDaysForm({ as: "stood" }, today), undefined, "not sent");
  assert.deepEqual(typed("1 Sept 2026", "1/10/26"), { from: "2026-09-01", to: "2026-10-01", how: "stood" });
  const errors = (from: string, to: string): readonly string[] => {
    const read = typed(from, to);
    return read !== undefined && "errors" in read ? read.errors.map(({ id, text }) => `${id}: ${text}`) : [];
  };
  assert.deepEqual(errors("", "21 November 2026"), ["from-day: Enter the earlier day", "to-day: 21 November 2026 is still to come. Enter a day up to today"]);
  assert.deepEqual(errors("2 Oct 2026", "2 Oct 2026"), ["to-day: The later day must be after the earlier day"]);
});
