import { countToldAs, percentToldAs, tellingOfCount, toNearest5 } from "../domain/scorecard/suppression.ts";
import { type Figures, figuresOf } from "../domain/standards/performance.ts";
import type { CountedFor } from "./figures-for.ts";

/** Figures of finished clocks as somebody is told them. */
export interface ToldFigures extends Figures {
  /** Not shown: with what the viewer may open it would tell of 1 to 5 times of children whose records they may not. Counts are then of the others. */
  readonly suppressed: boolean;
  /** The share and the median are to the nearest 5, and so are the counts: children are among them whose records the viewer may not open. */
  readonly about: boolean;
  /** How many finished, in words. */
  readonly finishedTold: string;
}

/** The days of one finished clock, and whether the viewer may open the child’s record. */
export interface DaysOf {
  readonly days: number;
  readonly opens: boolean;
}

export function toldFigures(all: readonly DaysOf[], { knows }: Pick<CountedFor, "knows">): ToldFigures {
  const open = all.filter(({ opens }) => opens);
  const closed = all.length - open.length;
  const telling = knows ? "all" : tellingOfCount(closed);
  const finishedTold = countToldAs(open.length, closed, telling);
  if (telling !== "none") {
    const figures = figuresOf(all.map(({ days }) => days));
    if (telling !== "coarse") return { ...figures, suppressed: false, about: false, finishedTold };
    const { finished, inTime, percent, median } = figures;
    return {
      finished: toNearest5(finished), inTime: toNearest5(inTime), suppressed: false, about: true, finishedTold,
      percent: percent === null ? null : percentToldAs(percent, telling), median: median === null ? null : toNearest5(median),
    };
  }
  const { finished, inTime } = figuresOf(open.map(({ days }) => days));
  return { finished, inTime, percent: null, median: null, suppressed: true, about: false, finishedTold };
}
