import { countToldAs, tellingOfCount } from "../domain/scorecard/suppression.ts";
import { type Figures, figuresOf } from "../domain/standards/performance.ts";
import type { CountedFor } from "./figures-for.ts";

/** Figures of finished clocks as somebody is told them. */
export interface ToldFigures extends Figures {
  /** Not shown: with what the viewer may open it would tell of 1 to 5 times of children whose records they may not. Counts are then of the others. */
  readonly suppressed: boolean;
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
  if (telling === "all") return { ...figuresOf(all.map(({ days }) => days)), suppressed: false, finishedTold };
  const { finished, inTime } = figuresOf(open.map(({ days }) => days));
  return { finished, inTime, percent: null, median: null, suppressed: true, finishedTold };
}
