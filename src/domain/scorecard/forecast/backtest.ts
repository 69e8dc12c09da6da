import { addDays, type Day, daysBetween } from "../../dates/day.ts";
import { daysOf, type Window } from "../window.ts";
import { COUNTED, FORECAST_INDICATORS, type ForecastIndicator } from "./counted.ts";
import { type Futures, imagine } from "./futures.ts";
import { learn } from "./learn.ts";
import { dayRange, rangeOf } from "./ranges.ts";
import { asKnownOn, type KnownWay, type Way } from "./way.ts";

/** How well what was forecast has come out, of so many forecasts. Errors are averages of absolute days. */
export interface Accuracy {
  readonly forecasts: number;
  /** Share of what came that lay within the 80 % range. */
  readonly coverage80: number;
  readonly meanAbsoluteErrorDays: number;
  /** The same had one said the authority’s mean of the last three years. */
  readonly baselineErrorDays: number;
  /** The same had one said the threshold. */
  readonly thresholdErrorDays: number;
}

/** Fewest forecasts from which anything is said of how good they are. */
const FEWEST_FORECASTS = 20;

/** Whole per cent of what came that a good range of 80 % may hold. */
const ABOUT_RIGHT = { from: 75, to: 85 } as const;

/** Whether a range is as wide as it should be, in plain words. */
export function verdictOf({ forecasts, coverage80 }: Pick<Accuracy, "forecasts" | "coverage80">): string {
  if (forecasts < FEWEST_FORECASTS) return "Too few to say";
  const held = Math.round(coverage80 * 100);
  if (held > ABOUT_RIGHT.to) return "Too wide: what comes is nearer to the likely value than the range says";
  return held < ABOUT_RIGHT.from ? "Too narrow: what comes is further from the likely value than the range says" : "About right";
}

export interface Backtest {
  readonly children: Accuracy;
  readonly indicators: Readonly<Record<ForecastIndicator, Accuracy>>;
}

interface Question {
  /** Of the whole region, as known now. */
  readonly ways: readonly Way[];
  /** The days at which one pretends to stand. */
  readonly from: readonly Day[];
  /** What came is known up to this day. */
  readonly seenUntil: Day;
  readonly futures: number;
  readonly seed: number;
  readonly thresholds: Readonly<Record<ForecastIndicator, number>>;
}

interface Said {
  readonly inside: boolean;
  readonly error: number;
  readonly baseline: number;
  readonly threshold: number;
}

/**
 * Stands at earlier days, forecasts from what was known then, and compares with what came. Of children: when each of those
 * waiting moved in, of those who have by now. Of figures: the single years that have ended since, of which at least a month was still
 * to come. Nothing of what came is used: everybody’s record is cut at the day.
 */
export function backtest({ ways, from, seenUntil, futures, seed, thresholds }: Question): Backtest {
  const children: Said[] = [];
  const indicators: Record<ForecastIndicator, Said[]> = { A1: [], A2: [], A10: [] };
  const authorities = [...new Set(ways.map(({ authority }) => authority))].sort();
  for (const [at, on] of from.entries()) {
    const known = ways.flatMap((way) => asKnownOn(way, on) ?? []);
    const learnt = learn(known, on);
    for (const [i, authority] of authorities.entries()) {
      const own = known.filter((way) => way.authority === authority);
      const windows = yearsAfter(on, seenUntil);
      const come = imagine({ authority, today: on, ways: own, learnt, windows, futures, seed: seed + at * 1009 + i });
      const means = meansBefore(own, on);
      const after = new Map(ways.filter((way) => way.authority === authority).map((way) => [way.child, way]));
      children.push(...ofChildren(come, after, on, seenUntil, means.A1, thresholds.A1));
      for (const code of FORECAST_INDICATORS) indicators[code].push(...ofFigures(come, [...after.values()], code, means[code], thresholds[code]));
    }
  }
  return { children: accuracyOf(children), indicators: { A1: accuracyOf(indicators.A1), A2: accuracyOf(indicators.A2), A10: accuracyOf(indicators.A10) } };
}

/** The single financial years that end after a day, by the last day that is seen. */
function yearsAfter(on: Day, seenUntil: Day): readonly Window[] {
  const first = Number(on.slice(0, 4));
  return [first, first + 1, first + 2, first + 3].map((yearEnding): Window => ({ yearEnding, years: 1 })).filter((w) => {
    const { lastOn } = daysOf(w);
    return lastOn > addDays(on, 30) && lastOn <= seenUntil;
  }).slice(0, 2);
}

const mean = (values: readonly number[]): number => (values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0) / values.length);

/** What one would have said from the authority’s own last three years. */
function meansBefore(ways: readonly KnownWay[], on: Day): Readonly<Record<ForecastIndicator, number>> {
  const adopted = ways.filter(({ steps }) => steps.adopted !== null && steps.adopted > addDays(on, -3 * 365));
  const of = (code: ForecastIndicator): number => mean(adopted.flatMap((way) => COUNTED[code](way) ?? []));
  return { A1: of("A1"), A2: of("A2"), A10: of("A10") };
}

function ofChildren({ waiting, weeks }: Futures, after: ReadonlyMap<string, Way>, on: Day, seenUntil: Day, mean: number, threshold: number): Said[] {
  return waiting.flatMap((way, i): Said[] => {
    const came = after.get(way.child)?.steps.placed ?? null;
    const range = dayRange(weeks[i]!.placed, on);
    if (way.steps.placed !== null || came === null || came > seenUntil || range === null || way.careStartedOn === null || Number.isNaN(mean)) return [];
    const gone = daysBetween(way.careStartedOn, on);
    const took = daysBetween(way.careStartedOn, came);
    // Nobody would say a day that has passed.
    const said = (days: number): number => Math.abs(took - Math.max(days, gone + 1));
    return [{ inside: range.low <= came && came <= range.high, error: Math.abs(daysBetween(range.likely, came)), baseline: said(mean), threshold: said(threshold) }];
  });
}

/** A figure of fewer adopted children says nothing of a forecast. */
const FEWEST = 5;

function ofFigures({ figures }: Futures, after: readonly Way[], code: ForecastIndicator, before: number, threshold: number): Said[] {
  return figures.flatMap(({ window, means }): Said[] => {
    const { firstOn, lastOn } = daysOf(window);
    const adopted = after.filter(({ steps: { adopted } }) => adopted !== null && firstOn <= adopted && adopted <= lastOn).flatMap((way) => COUNTED[code](way) ?? []);
    const range = rangeOf(means[code]);
    if (adopted.length < FEWEST || range === null || Number.isNaN(before)) return [];
    const came = mean(adopted);
    return [{ inside: range.low <= came && came <= range.high, error: Math.abs(range.likely - came), baseline: Math.abs(before - came), threshold: Math.abs(threshold - came) }];
  });
}

const accuracyOf = (said: readonly Said[]): Accuracy => ({
  forecasts: said.length,
  coverage80: mean(said.map(({ inside }) => (inside ? 1 : 0))),
  meanAbsoluteErrorDays: mean(said.map(({ error }) => error)),
  baselineErrorDays: mean(said.map(({ baseline }) => baseline)),
  thresholdErrorDays: mean(said.map(({ threshold }) => threshold)),
});

