import { BARRIERS } from "../../domain/chronology/codes.ts";
import type { FigureCell, FigureTable } from "../../domain/documents/figures-book.ts";
import { within14Months } from "../../domain/scorecard/indicators.ts";
import { quotient } from "../../domain/scorecard/rounding.ts";
import { legsOf, STAGE_CODES, STAGES, wholeOf } from "../../domain/scorecard/stages.ts";
import { isExact } from "../../domain/scorecard/suppression.ts";
import type { IndicatorCode } from "../../domain/scorecard/window.ts";
import { listed } from "../../domain/words.ts";
import type { ScorecardPage } from "../open-scorecard.ts";
import { toldOfFigure } from "../scorecard-words.ts";
import { isOpen, recordIdsOf } from "./cells.ts";

const HIDDEN = "Children whose records the person may not open are not in it.";

/** The children behind one figure, the longest first, and those left out. */
export function behindTables({ scorecard: { figures }, telling, adoptedOn, choices, recordIds }: ScorecardPage, code: IndicatorCode): readonly FigureTable[] {
  const { counted, notCounted } = figures[code];
  const total = counted.reduce((sum, { days }) => sum + days, 0);
  // From a share how many are counted could be worked out: only where that is told.
  const hasShares = code !== "A3" && isExact(toldOfFigure(code, figures, telling));
  const isWhole = telling === "whole";
  const [from, to] = code === "A2" ? ["Placement order", "Match"] : ["Entered care", "Moved in"];
  return [
    {
      key: "counted", name: "Counted", note: isWhole ? "Of children whose records the person may not open there are the days alone." : HIDDEN, children: recordIdsOf(counted.map(({ child }) => child), recordIds),
      heads: ["Child", `${from} (actual)`, `${to} (actual)`, "Days", ...(hasShares ? ["Days of the average"] : []), "Adoption order (actual)", ...(code === "A3" ? ["Less than 14 months"] : [])],
      rows: counted.filter((one) => isWhole || isOpen(one)).sort((a, b) => b.days - a.days).map((c): readonly FigureCell[] => {
        const on = adoptedOn.get(c.child);
        return [
          ...(isOpen(c) ? [c.child, { on: c.fromOn }, c.inProcess === "waiting" ? "still waiting" : { on: c.toOn }] : ["a child whose record the person may not open", null, null]), c.days, ...(hasShares ? [quotient(c.days, counted.length, 1)] : []), on === undefined ? null : { on },
          ...(code === "A3" ? [c.inProcess !== "waiting" && within14Months(c.fromOn, c.toOn, choices) ? "yes" : "no"] : []),
        ];
      }),
    },
    { key: "left-out", name: "Not counted", note: `${HIDDEN}${total === 0 ? " Nobody’s days are counted." : ""}`, heads: ["Child", "Why"], children: recordIdsOf(notCounted.map(({ child }) => child), recordIds), rows: notCounted.filter(isOpen).map(({ child, reason }) => [child, reason]) },
  ];
}

/** Each child’s days in each stage, the longest way first. */
export function stagesOfChildrenTables({ journeys, recordIds }: ScorecardPage): readonly FigureTable[] {
  const children = [...journeys].map(([child, { journey, barriers }]) => ({ child, legs: legsOf(journey), whole: wholeOf(journey), barriers })).sort((a, b) => (b.whole ?? -1) - (a.whole ?? -1));
  return [{
    key: "stages-of-children", name: "Stages of each child", note: HIDDEN, children: recordIdsOf([...journeys.keys()], recordIds),
    heads: ["Child", ...STAGE_CODES.flatMap((stage) => [STAGES[stage], "What to know"]), "Whole way", "Barriers recorded"],
    rows: children.map(({ child, legs, whole, barriers }) => [child, ...legs.flatMap(({ days, words }): readonly FigureCell[] => [days, words]), whole, listed([...new Set(barriers.map(({ barrier }) => BARRIERS[barrier]))])]),
  }];
}
