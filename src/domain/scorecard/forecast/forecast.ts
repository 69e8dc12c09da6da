import { type Day, yearEndingOf } from "../../dates/day.ts";
import type { Window } from "../window.ts";
import { FORECAST_INDICATORS, type ForecastIndicator } from "./counted.ts";
import { type Futures, imagine, type Otherwise } from "./futures.ts";
import { reasonsOf, tooFew } from "./in-words.ts";
import type { Learnt } from "./learn.ts";
import { dayRange, type Range, rangeOf } from "./ranges.ts";
import { type KnownWay, type Step, STEPS } from "./way.ts";

/** One child’s days to come: each with its range, of the futures in which it comes; null where it has come, or comes in none. */
export interface ChildForecast {
  readonly child: string;
  readonly way: KnownWay;
  readonly steps: Readonly<Record<Step, Range<Day> | null>>;
  /** Share of futures in which the child leaves the way to adoption. */
  readonly leaves: number;
  readonly reasons: readonly string[];
}

export interface WindowForecast {
  readonly window: Window;
  /** Whole days; null where nobody is adopted in it in most futures. */
  readonly figures: Readonly<Record<ForecastIndicator, Range<number> | null>>;
  readonly adopted: Range<number>;
}

export interface Forecast {
  readonly today: Day;
  readonly futures: number;
  readonly children: readonly ChildForecast[];
  readonly windows: readonly WindowForecast[];
  /** Steps of which the region’s history is too short to say anything; where there are any, no child’s days are said. */
  readonly tooFew: readonly Step[];
}

/** This year and the next two, alone and as the last of three years. */
export const windowsFrom = (today: Day): readonly Window[] =>
  [0, 1, 2].map((n) => yearEndingOf(today) + n).flatMap((yearEnding): readonly Window[] => [{ yearEnding, years: 1 }, { yearEnding, years: 3 }]);

export interface ForecastQuestion {
  readonly authority: string;
  readonly today: Day;
  readonly ways: readonly KnownWay[];
  readonly learnt: Learnt;
  readonly futures: number;
  readonly otherwise?: Otherwise;
}

/** The seed of every forecast: the same question of the same record has the same answer. */
const SEED = 20180308;

/** What is to come of an authority’s children and figures. */
export function forecast({ authority, today, ways, learnt, futures, otherwise }: ForecastQuestion): Forecast {
  const come = imagine({ authority, today, ways, learnt, windows: windowsFrom(today), futures, seed: SEED, ...(otherwise === undefined ? {} : { otherwise }) });
  const short = tooFew(learnt);
  return {
    today, futures, tooFew: short,
    children: short.length > 0 ? [] : come.waiting.map((way, i) => childForecast(come, way, i, learnt, today, futures)),
    windows: come.figures.map(({ window, means, adopted }) => ({
      window,
      figures: Object.fromEntries(FORECAST_INDICATORS.map((code) => [code, rounded(rangeOf(means[code], futures / 2))])) as WindowForecast["figures"],
      adopted: rangeOf(Float64Array.from(adopted)) ?? { low: 0, likely: 0, high: 0 },
    })),
  };
}

function childForecast({ weeks, left }: Futures, way: KnownWay, i: number, learnt: Learnt, today: Day, futures: number): ChildForecast {
  const cells = weeks[i]!;
  return {
    child: way.child, way, leaves: left[i]! / futures, reasons: reasonsOf(way, learnt, today),
    steps: Object.fromEntries(STEPS.map((step) => {
      const range = way.steps[step] === null ? dayRange(cells[step], today) : null;
      return [step, range === null ? null : { low: range.low, likely: range.likely, high: range.high }];
    })) as ChildForecast["steps"],
  };
}

const rounded = (range: Range<number> | null): Range<number> | null =>
  range === null ? null : { low: Math.round(range.low), likely: Math.round(range.likely), high: Math.round(range.high) };
