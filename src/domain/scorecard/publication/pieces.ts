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

/**
 * The pieces of an average child by child, which links it to every other that the child’s same days are in, of whatever window or
 * day. `child` is any lasting id: what is kept is a mark made of it, which leads back to nobody without the record.
 */
export const childPieces = (of: string, children: readonly { readonly child: string; readonly days: number }[]): Average["pieces"] =>
  Object.fromEntries(children.map(({ child, days }) => [`${of}/${markOf(child)}/${days}`, { children: 1, days }]));

/** Fifty-three bits of a child’s id (Bob Jenkins’s one-at-a-time, twice): two children of an authority are not told apart by chance. */
function markOf(child: string): string {
  const half = (seed: number): number => {
    let hash = seed;
    for (const character of child) {
      hash = Math.imul(hash + character.codePointAt(0)!, 1025);
      hash ^= hash >>> 6;
    }
    hash = Math.imul(hash, 9);
    hash ^= hash >>> 11;
    return Math.imul(hash, 32_769) >>> 0;
  };
  return (half(0x9e3779b9) * 2 ** 21 + (half(0x85ebca6b) >>> 11)).toString(36);
}

/** The pieces of an average: one for each authority and financial year, by the March it ends in. `of` is the indicator with how it is read. */
export const yearPieces = (of: string, authorities: readonly string[], yearEndings: readonly number[], days: (authority: string, yearEnding: number) => readonly number[]): Average["pieces"] =>
  Object.fromEntries(authorities.flatMap((authority) => yearEndings.map((yearEnding) => {
    const all = days(authority, yearEnding);
    return [`${of}/${authority}/${yearEnding}`, { children: all.length, days: all.reduce((sum, n) => sum + n, 0) }];
  })));
