import { type Day, dayInWords } from "../../dates/day.ts";
import { type Drafting, warn } from "./drafting.ts";
import type { EpisodeRow } from "./tables.ts";
import { yearEndsOn } from "./years.ts";

/** An episode with where it really ended, once the episodes around it are known. */
export interface Episode extends EpisodeRow {
  /** The day it ended; null while it runs. */
  readonly until: Day | null;
  /** It begins on the day the one before ended. */
  readonly follows: boolean;
}

/**
 * The episodes of several years, earliest first. The same episode (by DECOM) in a later
 * year’s file stands in place of the earlier one, so one that was open at the year end and
 * closed the next year is one episode.
 */
export function latestEpisodes(rows: readonly EpisodeRow[]): EpisodeRow[] {
  const byStart = new Map<Day, EpisodeRow>();
  for (const row of rows) byStart.set(row.decom, row);
  return [...byStart.values()].sort((a, b) => (a.decom < b.decom ? -1 : 1));
}

/** A child’s episodes as one line, each ending no later than the next begins. */
export function episodesOf(rows: readonly EpisodeRow[], drafting: Drafting): Episode[] {
  const line = latestEpisodes(rows);
  const episodes: Episode[] = [];
  for (const [i, row] of line.entries()) {
    const until = endOf(row, line[i + 1], drafting);
    const before = episodes.at(-1);
    episodes.push({ ...row, until, follows: before !== undefined && before.until === row.decom });
  }
  return episodes;
}

/** `decom` and `dec` are the return’s; where the next episode contradicts them it is believed, for it was told later. */
function endOf(row: EpisodeRow, next: EpisodeRow | undefined, drafting: Drafting): Day | null {
  if (next === undefined) return row.dec;
  if (row.dec !== null) {
    if (row.dec <= next.decom || row.file.yearEnding === next.file.yearEnding) return row.dec < next.decom ? row.dec : next.decom;
    warn(drafting, row, "DEC", `This episode ends on ${dayInWords(row.dec)}, and the file for the year ending 31 March ${next.file.yearEnding} has one that begins on ${dayInWords(next.decom)}. It is taken to end then.`);
    return next.decom;
  }
  if (row.file.yearEnding === next.file.yearEnding) return next.decom;
  const lost = row.file.yearEnding + 1 < next.file.yearEnding;
  const upTo = yearEndsOn(row.file.yearEnding);
  const until = next.rne === "S" && upTo > row.decom && upTo < next.decom ? upTo : next.decom;
  warn(drafting, row, "DEC", `This episode was open at the end of its year and ${lost ? `the file for the year ending 31 March ${row.file.yearEnding + 1} was not given` : "is not in the next year’s file"}, so when it ended is not known. It is taken to end on ${dayInWords(until)}.`);
  return until;
}

export const isShortBreak = (e: EpisodeRow): boolean => e.ls === "V3" || e.ls === "V4";
export const isAdoption = (rec: string | null): boolean => rec === "E11" || rec === "E12";
/** Ends the period of care, not only the episode. */
export const endsCare = (rec: string | null): boolean => rec !== null && rec !== "X1";
