import { daysOf, type Quarter, quarterCode } from "../../dates/quarter.ts";
import type { Day } from "../../dates/day.ts";
import type { Average, Pieces } from "./tables.ts";

/**
 * The pieces of a count of what happened: one for each authority and quarter. `of` is what is counted, by its code (“A16”), the
 * same in every publication; `authorities` are codes. Only quarters that have ended can be published: the rest of one that runs
 * could be worked out from the next publication.
 */
export function eventPieces(of: string, authorities: readonly string[], quarters: readonly Quarter[], count: (authority: string, days: { readonly from: Day; readonly to: Day }) => number): Pieces {
  return Object.fromEntries(authorities.flatMap((authority) => quarters.map((quarter) => [`${of}/${authority}/${quarterCode(quarter)}`, count(authority, daysOf(quarter))])));
}

/** The pieces of a count of who stands somewhere at the end of a day; `of` names a place where no child stands twice. */
export const standingPieces = (of: string, authorities: readonly string[], on: Day, count: (authority: string) => number): Pieces =>
  Object.fromEntries(authorities.map((authority) => [`${of}/${authority}/on ${on}`, count(authority)]));

/** The pieces of an average: one for each authority and financial year, by the March it ends in. `of` is the indicator with how it is read. */
export const yearPieces = (of: string, authorities: readonly string[], yearEndings: readonly number[], days: (authority: string, yearEnding: number) => readonly number[]): Average["pieces"] =>
  Object.fromEntries(authorities.flatMap((authority) => yearEndings.map((yearEnding) => {
    const all = days(authority, yearEnding);
    return [`${of}/${authority}/${yearEnding}`, { children: all.length, days: all.reduce((sum, n) => sum + n, 0) }];
  })));
