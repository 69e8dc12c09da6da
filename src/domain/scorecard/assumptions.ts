import { type ChoiceCode, type Choices, USUAL } from "./choices.ts";
import type { IndicatorCode } from "./window.ts";

/** A point the published definitions leave open, and what is done about it here. Shown with every scorecard. */
export interface Assumption {
  readonly indicators: readonly IndicatorCode[];
  readonly assumed: string;
  readonly open: string;
  /** What can be chosen about it, and what is assumed where it is chosen otherwise than usual. */
  readonly choice?: ChoiceCode;
  readonly otherwise?: string;
}

export const ASSUMPTIONS: readonly Assumption[] = [
  {
    indicators: ["A1", "A3", "A10"],
    assumed: "The clock starts with the latest period of care. Earlier periods of care, and short breaks, do not count.",
    open: "The return’s own checks speak of the latest period of care; that the scorecard does too was not confirmed.",
  },
  {
    indicators: ["A1", "A3"],
    assumed: "Moving in is the first day of the unbroken adoptive placement that ended in the order. A placement that broke down is not counted.",
    open: "How the scorecard treats a placement that broke down was not found in any source.",
  },
  {
    indicators: ["A1", "A3", "A10"],
    assumed: "Children placed with their parents’ consent are counted. They have no placement order, so they are not in A2.",
    open: "Inferred: no order is needed for A1’s two dates.",
  },
  {
    indicators: ["A2"],
    assumed: "The clock starts with the first placement order of the period of care. Where there were two, the figure from the last is shown beside it.",
    choice: "order", otherwise: "By this authority’s choice, the clock starts with the last placement order of the period of care. Where there were two, the figure from the first is shown beside it.",
    open: "How the scorecard treats two orders was not found in any source.",
  },
  {
    indicators: ["A2"],
    assumed: "An order made after care was first seen in the files is taken as the first of its period of care, even where care began before them.",
    open: "An earlier order that had already ended would not be in the files.",
  },
  {
    indicators: ["A3"],
    assumed: "Only adopted children are counted.",
    choice: "among", otherwise: "By this authority’s choice, children still going through the process on the window’s last day are counted with the adopted; those not yet placed count as not within.",
    open: "The published wording also speaks of children still going through the process. The figure with them is shown beside it.",
  },
  {
    indicators: ["A3"],
    assumed: "Less than 14 months means before the corresponding date 14 calendar months on.",
    choice: "fourteenMonths", otherwise: "By this authority’s choice, less than 14 months means less than 426 days.",
    open: "It may mean 426 days. That figure is shown beside it.",
  },
  {
    indicators: ["A10"],
    assumed: "A child adopted by their foster carer moved in on the first day with that carer, over temporary moves that came back to them; never before care started. Fostering for adoption is treated the same.",
    open: "Worked out from the return’s codes: the scorecard’s own wording for fostering for adoption was not seen.",
  },
  {
    indicators: ["A1", "A2", "A10"],
    assumed: "The figure is the mean, each child once, rounded half-up to a whole day.",
    open: "Stated for A2; taken to be the same for A1 and A10.",
  },
  {
    indicators: ["A1", "A2", "A10"],
    assumed: "A threshold is applied only where it is official, or every source agrees. A10 is set beside A1’s.",
    open: "Sources disagree about the thresholds for the windows ending in 2013, 2014 and 2015; each is shown with its source.",
  },
];

/** What is assumed in the figures of an authority that has chosen so. */
export const assumedBy = (choices: Choices): readonly Pick<Assumption, "indicators" | "assumed" | "open">[] =>
  ASSUMPTIONS.map(({ indicators, assumed, open, choice, otherwise }) => ({ indicators, open, assumed: choice !== undefined && otherwise !== undefined && choices[choice] !== USUAL[choice] ? otherwise : assumed }));
