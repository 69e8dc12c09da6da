import { day, daysBetween, yearEndingOf } from "../../../dates/day.ts";
import { isAdoption, latestEpisodes } from "../episodes.ts";
import type { EpisodeRow } from "../tables.ts";
import type { Check } from "./note.ts";

const ADOPTIVE: ReadonlySet<string | null> = new Set(["A3", "A4", "A5", "A6"]);
const FOSTER: ReadonlySet<string | null> = new Set(["U1", "U2", "U3", "U4", "U5", "U6"]);
const SAME_CARER_SINCE = day("2015-04-01");
const NO_P2_SINCE = day("2023-10-28");
const SHORT_BREAK_DAYS = 17;
const SHORT_BREAK_DAYS_A_YEAR = 75;

/** Placement, legal status and the reasons for an episode agree with each other. */
export const checkPlacements: Check = (rows, note) => {
  let before: EpisodeRow | undefined;
  const episodes = latestEpisodes(rows.episodes);
  for (const r of episodes) {
    if ((r.place === "A5" || r.place === "A6") && r.ls !== "E1") note("warning", r, "LS", `Placement ${r.place} is under a placement order, and the legal status is ${r.ls ?? "empty"}, not E1.`); // 408
    if ((r.place === "A3" || r.place === "A5") && r.decom >= SAME_CARER_SINCE && r.rne !== null && !"STU".includes(r.rne)) { // 217
      note("warning", r, "RNE", `Placement ${r.place} is with the current carer, so the reason for the episode should be S, T or U.`);
    }
    if ((r.place === "A3" || r.place === "A5") && before !== undefined && before.dec === r.decom && !ADOPTIVE.has(before.place) && !FOSTER.has(before.place)) { // 336
      note("warning", r, "PLACE", `Placement ${r.place} is with the current carer, and the placement before (${before.place ?? "empty"}) was neither fostering nor adoptive.`);
    }
    if (isAdoption(r.rec) && !ADOPTIVE.has(r.place)) note("warning", r, "PLACE", `The child was adopted from placement ${r.place ?? "empty"}, which is none of A3 to A6: the move to the adoptive family is not known.`); // 390
    if (r.place === "P1" && r.ls === "V2") note("warning", r, "PLACE", "A child accommodated under section 20 (V2) is not placed with parents (P1)."); // 378
    if (r.place === "P2" && r.decom >= NO_P2_SINCE) note("warning", r, "PLACE", "Placement P2 is not used for episodes from 28 October 2023."); // 217t
    before = r;
  }
  checkShortBreaks(episodes, note);
};

/** 365 and 367: a short break lasts 17 days at most, and short breaks 75 days in a year. */
const checkShortBreaks = (episodes: readonly EpisodeRow[], note: Parameters<Check>[1]): void => {
  const inYear = new Map<number, number>();
  for (const r of episodes) {
    if (r.ls !== "V3" || r.dec === null) continue;
    const days = daysBetween(r.decom, r.dec);
    const year = yearEndingOf(r.decom);
    const sum = (inYear.get(year) ?? 0) + days;
    if (days > SHORT_BREAK_DAYS) note("warning", r, "DEC", `This short break lasted ${days} days. One lasts ${SHORT_BREAK_DAYS} at most.`);
    if (sum > SHORT_BREAK_DAYS_A_YEAR && sum - days <= SHORT_BREAK_DAYS_A_YEAR) note("warning", r, "DEC", `With this one the child’s short breaks in the year come to ${sum} days. They come to ${SHORT_BREAK_DAYS_A_YEAR} at most.`);
    inYear.set(year, sum);
  }
};
