import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { CLOSED } from "../../../app/open-scorecard.ts";
import { addDays, day } from "../../../domain/dates/day.ts";
import { type FigureOf, indicator } from "../../../domain/scorecard/indicators.ts";
import { NO_MORE_KNOWN } from "../../../domain/scorecard/journey.ts";
import { tellingOfAsAt } from "../../../domain/scorecard/suppression.ts";
import { thresholdsFor } from "../../../reference/thresholds.ts";
import { chartInWords } from "./chart.ts";
import { aboutInWords, countInWords, figureInWords, isJudged, toldOfFigure, verdict, windowInWords } from "../../../app/scorecard-words.ts";

describe("a window in words", () => {
  test("is marked so far until its last year has ended", () => {
    const window = { yearEnding: 2027, years: 3 };
    assert.equal(windowInWords(window, day("2026-11-20")), "2024-27 so far");
    assert.equal(windowInWords(window, day("2027-03-31")), "2024-27 so far");
    assert.equal(windowInWords(window, day("2027-04-01")), "2024-27");
    assert.equal(windowInWords({ yearEnding: 2026, years: 1 }, day("2026-11-20")), "2025-26");
  });

  test("is judged by a threshold only if it has three years", () => {
    assert.deepEqual([1, 2, 3].map((years) => isJudged({ years })), [false, false, true]);
  });
});

describe("figures as at two days, to whoever may not open every record", () => {
  const [WINDOW, ADOPTED, MOVED] = [{ yearEnding: 2026, years: 3 }, day("2025-06-01"), day("2025-01-10")];
  const figuresOf = (hidden: readonly number[]): FigureOf => {
    const travellers = hidden.map((days) => ({
      child: CLOSED,
      journey: {
        adoptedOn: ADOPTED, careStarted: { on: addDays(MOVED, -days) }, careEndedOn: ADOPTED, placementOrder: { on: addDays(MOVED, -days) }, laterPlacementOrders: [],
        placed: { on: MOVED }, movedIn: { on: MOVED }, matched: { on: MOVED }, adoptedByCarer: false, decisionStands: true, decisions: [], ...NO_MORE_KNOWN,
      },
    }));
    return { A1: indicator("A1", travellers, WINDOW), A2: indicator("A2", travellers, WINDOW), A3: indicator("A3", travellers, WINDOW), A10: indicator("A10", travellers, WINDOW) };
  };
  const told = (hidden: readonly number[]): string => {
    const [figures, telling] = [figuresOf(hidden), tellingOfAsAt(hidden.map(() => ADOPTED), WINDOW)];
    return JSON.stringify((["A1", "A2", "A10"] as const).map((code) => {
      const point = { yearEnding: 2026, telling, figures, thresholds: { A1: thresholdsFor("A1", 2026), A2: thresholdsFor("A2", 2026), A3: thresholdsFor("A3", 2026), A10: thresholdsFor("A10", 2026) } };
      return [figureInWords(code, figures, telling), countInWords(code, figures, telling), verdict(code, figures, point.thresholds[code], WINDOW, telling), chartInWords(code, 3, [point], day("2026-11-22"))];
    }));
  };

  test("never tell the days of one more child: days a month apart are told alike", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 40, max: 2000 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 100, max: 2000 }), (before, days) => {
      const now = told([...before, days]);
      assert.ok(now === told([...before, days + 30]) || now === told([...before, days - 30]));
    }));
  });

  test("are not exact where hidden children are still in the process, and not there where they are few", () => {
    const all = figuresOf([100]);
    const told = (hidden: number) => toldOfFigure("A3", { ...all, A3: { ...all.A3, counted: Array.from({ length: hidden }, () => ({ child: CLOSED, fromOn: MOVED, toOn: MOVED, days: 0, inProcess: "waiting" as const })) } }, "all");
    assert.deepEqual([0, 1, 5, 6].map(told), ["all", "none", "none", "coarse"]);
  });

  test("are about, and the page says why", () => {
    const figures = figuresOf([475, 480, 480, 480, 480, 481]);
    assert.deepEqual([figureInWords("A10", figures, "coarse"), countInWords("A10", figures, "coarse"), figureInWords("A3", figures, "coarse")], ["about 480 days", "about 5 children counted", "about 0%"]);
    assert.deepEqual([aboutInWords(["all", "none"]), /to the nearest 10 days/.test(aboutInWords(["coarse"]))], ["", true]);
  });
});
