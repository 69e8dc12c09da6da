import { type Day, yearEndingOf } from "../dates/day.ts";
import { indicator, type MeanFigure, type Traveller } from "./indicators.ts";
import { averageNeeded, averageNeededOf, type Cohort } from "./projection.ts";
import { daysToldAs, type Telling } from "./suppression.ts";
import type { Window } from "./window.ts";

/** A year as it is told. One that is not told has nobody in it. */
export type ToldYear = Cohort & { readonly yearEnding: number; readonly isHidden?: true };

/** What the rest of a three-year window must average for it to come out at a threshold. */
export interface Required {
  readonly window: Window;
  /** Each year of the window that has ended, with its children and their mean. */
  readonly years: readonly ToldYear[];
  /** Those adopted so far in the year that runs, where it is one of the window’s. */
  readonly soFar: ToldYear | null;
  /** Years of the window that have not ended. */
  readonly yearsLeft: number;
  /** Each year counting alike: what each of the years left must average. Null where none is left, or an ended year has nobody in it. */
  readonly byYear: number | null;
  /** Each child counting alike: what the children still to come must average, those adopted so far being known. Null where none is to come. */
  readonly byChild: number | null;
  readonly toCome: number;
  /** A year of the window is not told: nothing is worked out from it, or from the whole without it. */
  readonly isHidden: boolean;
}

/** Days that must be averaged as they are told: a number to a tenth, “about 310” where they are told coarsely, or that they cannot be; null where there is nothing to average. */
export const neededToldAs = (days: number | null, telling: Telling): number | string | null =>
  days === null ? null : days < 0 ? "cannot be reached" : telling === "coarse" ? `about ${daysToldAs(days, telling)}` : Math.round(days * 10) / 10;

/** How many are still to come, as told: “about 15” where it is worked out from what is told coarsely. */
export const toComeToldAs = (toCome: number, telling: Telling): number | string => (telling === "coarse" && toCome > 0 ? `about ${toCome}` : toCome);

/**
 * By equal years (535 in the first of three and 426 to reach leave 371.5) and by children. `perYear`: how many are expected to be
 * adopted in a whole year. `told`: each year’s figure as it is told, or null where it is not, so that nothing that is worked out from them tells more.
 * Source: Sheffield’s report, 3.5, which prints 370.
 */
export function requiredFor(code: "A1" | "A2" | "A10", travellers: readonly Traveller[], yearEnding: number, threshold: number, today: Day, perYear: number, told: (figure: MeanFigure, window: Window) => Cohort | null = cohortOf): Required {
  const window: Window = { yearEnding, years: 3 };
  const running = yearEndingOf(today);
  const cohort = (year: number): ToldYear => {
    const alone: Window = { yearEnding: year, years: 1 };
    const as = told(indicator(code, travellers, alone), alone);
    return as === null ? { yearEnding: year, children: 0, meanDays: 0, isHidden: true } : { yearEnding: year, ...as };
  };
  const all = [yearEnding - 2, yearEnding - 1, yearEnding];
  const years = all.filter((year) => year < running).map(cohort);
  const soFar = all.includes(running) ? cohort(running) : null;
  const yearsLeft = all.length - years.length;
  const toCome = Math.max(0, yearsLeft * perYear - (soFar?.children ?? 0));
  const isHidden = [...years, ...(soFar === null ? [] : [soFar])].some((year) => year.isHidden === true);
  return {
    window, years, soFar, yearsLeft, toCome, isHidden,
    byYear: years.some(({ children }) => children === 0) ? null : averageNeeded(threshold, all.length, years.map(({ meanDays }) => meanDays)),
    byChild: isHidden ? null : averageNeededOf(threshold, soFar === null ? years : [...years, soFar], toCome),
  };
}

/** A figure’s children and their mean, as they are. */
export const cohortOf = ({ children, meanDays }: Pick<MeanFigure, "children" | "meanDays">): Cohort => ({ children, meanDays: meanDays ?? 0 });
