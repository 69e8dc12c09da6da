import { type Day, dayInWords, daysBetween } from "../../../dates/day.ts";
import { endsCare } from "../episodes.ts";
import type { EpisodeRow, RowAt } from "../tables.ts";
import { type Check, type Note, rowWords } from "./note.ts";

/** Periods end after they begin. */
export const checkEnds: Check = (rows, note) => {
  const check = (row: RowAt, column: string, from: Day, until: Day | null): void => {
    if (until !== null && until < from) note("error", row, column, `This ends on ${dayInWords(until)}, before it begins on ${dayInWords(from)}.`);
  };
  for (const r of rows.episodes) check(r, "DEC", r.decom, r.dec);
  for (const r of rows.missing) check(r, "MIS_END", r.from, r.until);
  for (const r of rows.workers) check(r, "SW_DEC", r.from, r.until);
  for (const r of rows.liberty) check(r, "DOLO_END", r.from, r.until);
};

/** What an episode must have to be understood: why it began, its legal status and its placement. */
export const checkEpisodeCodes: Check = (rows, note) => {
  for (const r of rows.episodes) {
    for (const [column, code] of [["RNE", r.rne], ["LS", r.ls], ["PLACE", r.place]] as const) {
      if (code === null) note("error", r, column, `There is no ${column}. Every episode needs one.`);
    }
    if (r.dec !== null && r.rec === null) note("warning", r, "REC", "This episode has an end and no reason for it.");
    if (r.dec === null && r.rec !== null) note("warning", r, "DEC", "This episode has a reason for its end and no end. It is taken to be open.");
    if (r.dec === r.decom) note("warning", r, "DEC", "This episode begins and ends on the same day. It is passed over."); // 355
  }
};

/** Episodes of one year follow each other: they do not overlap, and care that goes on has no gaps. */
export const checkSequence: Check = (rows, note) => {
  for (const yearEnding of new Set(rows.episodes.map((r) => r.file.yearEnding))) {
    const line = rows.episodes.filter((r) => r.file.yearEnding === yearEnding).sort((a, b) => (a.decom < b.decom ? -1 : 1));
    for (const [i, row] of line.entries()) {
      const before = line[i - 1];
      if (before !== undefined && before.decom !== row.decom) compare(before, row, note);
    }
  }
};

function compare(before: EpisodeRow, row: EpisodeRow, note: Note): void {
  const there = rowWords(before, row);
  if (before.dec === null || before.dec > row.decom) {
    const end = before.dec === null ? "has not ended" : `ends on ${dayInWords(before.dec)}`;
    note("error", row, "DECOM", `This episode begins on ${dayInWords(row.decom)}, while the episode of ${there} ${end}: the two overlap.`);
  } else if (before.rec === "X1" && before.dec !== row.decom) { // 433
    note("warning", row, "DECOM", `The episode of ${there} ended with X1 on ${dayInWords(before.dec)}, and this one begins ${daysBetween(before.dec, row.decom)} days later. The child is taken to have been looked after between.`);
  } else if (before.rec === "X1" && row.rne === "S") {
    note("warning", row, "RNE", `The child starts to be looked after here, though the episode of ${there} says that care went on.`);
  } else if (endsCare(before.rec) && row.rne !== "S") {
    note("warning", row, "RNE", `Care ended with the episode of ${there}, so this one should begin with RNE S. When the new period of care began is taken as not known.`);
  }
}
