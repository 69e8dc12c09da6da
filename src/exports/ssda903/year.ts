import type { Draft } from "../../domain/chronology/entry.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import { type Day, earliest } from "../../domain/dates/day.ts";
import { yearEndsOn, yearStartsOn } from "../../domain/returns/ssda903/years.ts";

/** A collection year, or as far as a mid-year extract of it goes. */
export interface CollectionYear {
  readonly ending: number;
  readonly from: Day;
  /** The last day it speaks of. */
  readonly upTo: Day;
  readonly whole: boolean;
}

export function collectionYear(ending: number, upTo?: Day): CollectionYear {
  const last = yearEndsOn(ending);
  const to = upTo === undefined ? last : earliest(upTo, last);
  return { ending, from: yearStartsOn(ending), upTo: to, whole: to === last };
}

/** Whether the day is one the return speaks of. */
export const during = ({ from, upTo }: CollectionYear, on: Day): boolean => from <= on && on <= upTo;

/** Whether any of a period is: one that ended on 1 April still counts, for that is the day it ended. */
export const touches = (year: CollectionYear, p: Draft): boolean =>
  p.happenedOn <= year.upTo && (p.until === undefined || p.until >= year.from);

/** When a period ended, if it had by the year's end. */
export const endedBy = ({ upTo }: CollectionYear, until: Day | undefined): Day | undefined => (until !== undefined && until <= upTo ? until : undefined);

/** What happened, in order; of decisions, those that were made. */
export const actual = (entries: readonly Draft[], kind: Kind): readonly Draft[] =>
  entries
    .filter((e) => e.kind === kind && e.certainty === "actual" && (e.detail["outcome"] === undefined || e.detail["outcome"] === "made"))
    .toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0));

export const textIn = (e: Draft | undefined, field: string): string => {
  const value = e?.detail[field];
  return typeof value === "string" ? value : "";
};
