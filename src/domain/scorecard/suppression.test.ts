import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Day, day } from "../dates/day.ts";
import { countToldAs, daysToldAs, isExact, moreToldAs, percentToldAs, tellingOf, tellingOfAsAt, tellingOfCount, tellingOfFigure } from "./suppression.ts";

const orders = (n: number, on: string): Day[] => Array.from({ length: n }, () => day(on));
const WINDOW = { yearEnding: 2026, years: 3 };

describe("what is told of a figure to whoever may not open every record in it", () => {
  it("is all of it where they may, or where the others are many in each year", () => {
    assert.equal(tellingOf([], WINDOW), "all");
    assert.equal(tellingOf([...orders(6, "2023-06-01"), ...orders(9, "2026-03-31")], WINDOW), "all");
    assert.equal(tellingOf(orders(3, "2023-03-31"), WINDOW), "all", "the day before the window");
  });

  it("is nothing where the others are one to five, who could be worked out", () => {
    assert.deepEqual([1, 5, 6].map((n) => tellingOf(orders(n, "2025-05-01"), WINDOW)), ["none", "none", "all"]);
    assert.equal(tellingOfFigure("all", 4), "none", "six adopted, four of them counted");
    assert.equal(tellingOfFigure("coarse", 0), "coarse");
    assert.equal(tellingOfFigure("whole", 4), "whole", "whoever knows them anyway");
  });

  it("is nothing exact within two years of a year with a few, nor in a window that has not ended", () => {
    const closed = [...orders(8, "2021-06-01"), ...orders(8, "2022-06-01"), ...orders(8, "2024-06-01"), ...orders(2, "2025-06-01")];
    const year = (yearEnding: number) => tellingOf(closed, { yearEnding, years: 1 });
    assert.equal(tellingOf(closed, WINDOW), "coarse");
    assert.deepEqual([2022, 2023, 2024, 2025, 2026].map(year), ["all", "all", "all", "coarse", "none"]);
    assert.deepEqual([tellingOf(closed, { yearEnding: 2023, years: 3 }), tellingOf(closed, { yearEnding: 2024, years: 3 })], ["all", "coarse"], "2024 borders on 2025, that on 2026");
    assert.deepEqual(["2023-03-31", "2023-04-01"].map((today) => tellingOf(closed, { yearEnding: 2023, years: 1 }, { today: day(today) })), ["coarse", "all"]);
  });

  it("is nothing exact near a year of which a figure counts a few", () => {
    assert.equal(tellingOf(orders(8, "2025-06-01"), WINDOW, { parts: [orders(8, "2025-06-01"), orders(3, "2025-06-01")] }), "coarse");
    assert.equal(tellingOf(orders(8, "2025-06-01"), WINDOW, { parts: [orders(6, "2025-06-01"), []] }), "all");
  });

  it("is coarse as at a chosen day, where any is hidden and not so few that it is nothing", () => {
    assert.deepEqual([0, 3, 6].map((n) => tellingOfAsAt(orders(n, "2025-05-01"), WINDOW)), ["all", "none", "coarse"]);
    assert.equal(tellingOfAsAt(orders(6, "2020-05-01"), WINDOW), "all", "hidden, and not in the window");
    assert.deepEqual([0, 1, 5, 6, 40].map(tellingOfCount), ["all", "none", "none", "coarse", "coarse"]);
    assert.deepEqual([daysToldAs(479, "coarse"), daysToldAs(479, "all"), percentToldAs(57, "coarse"), isExact("coarse")], [480, 479, 55, false]);
    assert.deepEqual([countToldAs(11, 12, "coarse"), moreToldAs(16, "coarse")], ["about 25", "and other children whose records you may not open"]);
  });

  it("is said in words", () => {
    assert.deepEqual([countToldAs(14, 0, "all"), countToldAs(2, 12, "all"), countToldAs(11, 3, "none"), countToldAs(0, 3, "none"), countToldAs(11, 12, "coarse")], ["14", "14", "11 and 1 to 5 more", "1 to 5", "about 25"]);
    assert.deepEqual([moreToldAs(0, "all"), moreToldAs(12, "all"), moreToldAs(1, "all"), moreToldAs(3, "none"), moreToldAs(12, "coarse")], [
      null, "and 12 children whose records you may not open", "and 1 child whose record you may not open",
      "and 1 to 5 children whose records you may not open", "and other children whose records you may not open",
    ]);
  });
});
