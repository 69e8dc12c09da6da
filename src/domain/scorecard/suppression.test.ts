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
    assert.equal(tellingOfFigure("rounded", 0), "rounded");
    assert.equal(tellingOfFigure("whole", 4), "whole", "whoever knows them anyway");
  });

  it("is no exact count where one year has a few: the next window would tell of them", () => {
    assert.equal(tellingOf([...orders(8, "2024-06-01"), ...orders(2, "2025-06-01")], WINDOW), "rounded");
    assert.equal(tellingOf([...orders(8, "2024-06-01"), ...orders(2, "2025-06-01")], { yearEnding: 2025, years: 1 }), "all");
  });

  it("is coarse as at a chosen day, where any is hidden and not so few that it is nothing", () => {
    assert.deepEqual([0, 3, 6].map((n) => tellingOfAsAt(orders(n, "2025-05-01"), WINDOW)), ["all", "none", "coarse"]);
    assert.equal(tellingOfAsAt(orders(6, "2020-05-01"), WINDOW), "all", "hidden, and not in the window");
    assert.deepEqual([0, 1, 5, 6, 40].map(tellingOfCount), ["all", "none", "none", "coarse", "coarse"]);
    assert.deepEqual([daysToldAs(479, "coarse"), daysToldAs(479, "all"), percentToldAs(57, "coarse"), isExact("coarse")], [480, 479, 55, false]);
    assert.deepEqual([countToldAs(11, 12, "coarse"), moreToldAs(16, "coarse")], ["about 25", "and about 15 children whose records you may not open"]);
  });

  it("is said in words", () => {
    assert.deepEqual([countToldAs(14, 0, "all"), countToldAs(2, 12, "all"), countToldAs(11, 3, "none"), countToldAs(0, 3, "none"), countToldAs(11, 12, "rounded")], ["14", "14", "11 and 1 to 5 more", "1 to 5", "about 25"]);
    assert.deepEqual([moreToldAs(0, "all"), moreToldAs(12, "all"), moreToldAs(1, "all"), moreToldAs(3, "none"), moreToldAs(12, "rounded")], [
      null, "and 12 children whose records you may not open", "and 1 child whose record you may not open",
      "and 1 to 5 children whose records you may not open", "and about 10 children whose records you may not open",
    ]);
  });
});
