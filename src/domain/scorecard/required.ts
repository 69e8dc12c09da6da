import { type Day, yearEndingOf } from "../dates/day.ts";
import { indicator, type Traveller } from "./indicators.ts";
import { averageNeeded, averageNeededOf, type Cohort } from "./projection.ts";
import { daysToldAs, type Telling } from "./suppression.ts";
import type { Window } from "./window.ts";

/** What the rest of a three-year window must average for it to come out at a threshold. */
export interface Required {
  readonly window: Window;
  /** Each year of the window that has ended, with its children and their mean. */
  readonly years: readonly (Cohort & { readonly yearEnding: number })[];
  /** Those adopted so far in the year that runs, where it is one of the window’s. */
  readonly soFar: (Cohort & { readonly yearEnding: number }) | null;
  /** Years of the window that have not ended. */
  readonly yearsLeft: number;
  /** Each year counting alike: what each of the years left must average. Null where none is left, or an ended year has nobody in it. */
  readonly byYear: number | null;
  /** Each child counting alike: what the children still to come must average, those adopted so far being known. Null where none is to come. */
  readonly byChild: number | null;
  readonly toCome: number;
}

/** Days that must be averaged as they are told: a number to a tenth, “about 310” where they are told coarsely, or that they cannot be; null where there is nothing to average. */
export const neededToldAs = (days: number | null, telling: Telling): number | string | null =>
  days === null ? null : days < 0 ? "cannot be reached" : telling === "coarse" ? `about ${daysToldAs(days, telling)}` : Math.round(days * 10) / 10;

/** How many are still to come, as told: “about 15” where it is worked out from what is told coarsely. */
export const toComeToldAs = (toCome: number, telling: Telling): number | string => (telling === "coarse" && toCome > 0 ? `about ${toCome}` : toCome);

/**
 * By equal years (535 in the first of three and 426 to reach leave 371.5) and by children. `perYear`: how many are expected to be
 * adopted in a whole year. `told`: each year’s figures as they are told, so that nothing that is worked out from them tells more.
 * Source: Sheffield’s report, 3.5, which prints 370.
 */
export function requiredFor(code: "A1" | "A2" | "A10", travellers: readonly Traveller[], yearEnding: number, threshold: number, today: Day, perYear: number, told: (cohort: Cohort) => Cohort = (cohort) => cohort): Required {
  const window: Window = { yearEnding, years: 3 };
  const running = yearEndingOf(today);
  const cohort = (year: number): Required["years"][number] => {
    const { children, meanDays } = indicator(code, travellers, { yearEnding: year, years: 1 });
    return { yearEnding: year, ...told({ children, meanDays: meanDays ?? 0 }) };
  };
  const all = [yearEnding - 2, yearEnding - 1, yearEnding];
  const years = all.filter((year) => year < running).map(cohort);
  const soFar = all.includes(running) ? cohort(running) : null;
  const yearsLeft = all.length - years.length;
  const toCome = Math.max(0, yearsLeft * perYear - (soFar?.children ?? 0));
  return {
    window, years, soFar, yearsLeft, toCome,
    byYear: years.some(({ children }) => children === 0) ? null : averageNeeded(threshold, all.length, years.map(({ meanDays }) => meanDays)),
    byChild: averageNeededOf(threshold, soFar === null ? years : [...years, soFar], toCome),
  };
}
