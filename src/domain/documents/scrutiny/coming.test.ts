import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TOLD } from "../../../../tests/support/scrutiny.ts";
import { day } from "../../dates/day.ts";
import { adoptedInWords, forecastInWords, neededInWords, perYearOf, placedInWords } from "./coming.ts";
import { changeInWords, figureInWords, whyInWords } from "./moving.ts";
import type { FigureTold, IndicatorTold } from "./told.ts";

const [A1, A2] = TOLD.indicators as [IndicatorTold, IndicatorTold];
const figure = (yearEnding: number, years: number, children: FigureTold["children"], value: FigureTold["value"], threshold: number | null = null): FigureTold => ({ window: { yearEnding, years }, children, value, threshold });

describe("what the rest must average", () => {
  test("is what the last ended year leaves, by equal years: 371.5 of 535 and 426, 35 of 293 and 121", () => {
    assert.equal(neededInWords(A1, null), "In 2025-26, the last year to have ended, A1 was 535 days. For 2025-28 to meet the threshold of 426 days, the next two years must average 371.5 days, if each year counts alike.");
    assert.match(neededInWords(A2, null)!, /must average 35 days/);
  });

  test("is by children too, where it is known how many are adopted", () => assert.match(neededInWords(A1, 46)!, /; or 371\.5 days, if 46 children are adopted in each of them and every child counts alike\.$/));

  test("says so where no average would do, or the year is not published", () => {
    assert.match(neededInWords({ ...A1, years: [figure(2026, 1, 40, 1400)] }, 40)!, /^In 2025-26.*No average of the next two years would bring 2025-28/);
    assert.match(neededInWords({ ...A1, years: [figure(2026, 1, "x", "x")] }, 40)!, /cannot be told/);
    assert.equal(neededInWords({ ...A1, years: [figure(2026, 1, 0, null)] }, 40), null);
    assert.equal(perYearOf(TOLD.adopted), 46);
  });
});

describe("children placed and not adopted", () => {
  test("will make the figure longer by what they have waited already: 383 where 22 at 567 join 45 at 293", () => {
    const [how, a1, a2] = placedInWords(TOLD);
    assert.match(how!, /^22 children are placed with adoptive families and have no adoption order yet/);
    assert.match(a1!, /720 days on average, and no longer changes\. That is 185 days longer than the average of 2025-26, 535 days/);
    assert.equal(a2, "Their A2 is 567 days on average, and no longer changes. That is 274 days longer than the average of 2025-26, 293 days: if they joined that year’s children, the average of the two together would be 383 days, so their orders will make the figure longer.");
  });

  test("are not told of where they are few, and said where there are none", () => {
    assert.deepEqual(placedInWords({ ...TOLD, placed: { children: "x", A1: "x", A2: "x" } }), ["How many children are placed without an adoption order is not published: they are a few, or a few could be told from it."]);
    assert.deepEqual(placedInWords({ ...TOLD, placed: { children: "x", A1: 720, A2: "x", publishedOn: day("2026-11-22") } }), [
      "How many children are placed without an adoption order is not published: beside what was published on 22 November 2026 it would tell of a few.",
      "Their A1 is 720 days on average, and no longer changes.",
    ]);
    assert.match(placedInWords({ ...TOLD, placed: { children: 0, A1: null, A2: null } })[0]!, /^No child is placed/);
    assert.match(placedInWords({ ...TOLD, placed: { children: 22, A1: 500, A2: "x" } })[1]!, /so their orders will make the figure shorter/);
  });
});

describe("why a figure moved", () => {
  test("says when an improvement is mainly a year no longer counted", () => {
    const windows = [figure(2025, 3, 120, 280), figure(2026, 3, 120, 264)];
    assert.match(whyInWords({ code: "A2", windows, years: [figure(2023, 1, 40, 330), figure(2026, 1, 40, 282)] })!, /left the window, with 40 children at 330 days on average \(about 17 days fewer\).*comes wholly of an earlier year’s no longer being counted\.$/);
    assert.match(whyInWords({ code: "A2", windows, years: [figure(2023, 1, 40, 310), figure(2026, 1, 40, 262)] })!, /comes mainly of an earlier year’s/);
    assert.match(whyInWords({ code: "A2", windows, years: [figure(2023, 1, 40, 282), figure(2026, 1, 40, 234)] })!, /comes mainly of the year that came in\.$/);
    assert.match(whyInWords({ code: "A2", windows: windows.toReversed(), years: [] }) ?? "nothing", /nothing/);
  });

  test("tells nothing of a year with few children", () => {
    assert.match(whyInWords({ code: "A1", windows: [figure(2025, 3, 20, 280), figure(2026, 3, 20, 264)], years: [figure(2023, 1, "x", "x"), figure(2026, 1, 9, 282)] })!, /cannot be told/);
    assert.match(figureInWords({ code: "A1", windows: [figure(2026, 3, "x", "x", 426)] }, "Harrowmere"), /is not published/);
    assert.match(figureInWords({ code: "A1", windows: [{ ...figure(2026, 3, "x", "x", 426), publishedOn: day("2026-05-06") }] }, "Harrowmere"), /is not published: beside what was published on 6 May 2026 it would tell of a few children\.$/);
    assert.match(figureInWords({ code: "A1", windows: [figure(2026, 3, 0, null, 426)] }, "Harrowmere"), /^Nobody is counted/);
  });

  test("may be shorter while its gap widens, and says both", () => {
    assert.equal(changeInWords(A1), "It is 28 days fewer than in 2022-25 (593 days), which is better. The gap is widening: 96 over in 2022-25, against 497.");
    assert.match(changeInWords(TOLD.indicators[2]!)!, /^It is 5 percentage points more than in 2022-25 \(33%\), which is better\.$/);
  });
});

describe("other sentences", () => {
  test("say how many are adopted in a year", () => {
    assert.equal(adoptedInWords(TOLD), "Between 40 and 48 of Harrowmere’s children were adopted in each of the last 6 years to have ended. From 1 April to 30 September 2026, 14 children were.");
    assert.match(adoptedInWords({ ...TOLD, adopted: [{ window: { yearEnding: 2026, years: 1 }, children: "x" }], soFar: null }), /^A small number of Harrowmere’s children/);
  });

  test("give a forecast with its range", () => {
    assert.equal(forecastInWords(TOLD.forecast![0]!), "A1, three-year averages: 2024-27 about 560 days (540 to 590); 2025-28 about 540 days (500 to 590).");
    assert.match(forecastInWords({ indicator: "A2", ranges: [] }), /too few adoptions/);
  });
});
