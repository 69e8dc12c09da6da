import { ageOn, dayInWords } from "../../../dates/day.ts";
import { latestEpisodes } from "../episodes.ts";
import { hasTable } from "../years.ts";
import type { Check } from "./note.ts";

/** 440 and 441: PN0 is for a child under 4, and the others for one of 4 or over. */
export const checkReviews: Check = (rows, note) => {
  for (const r of rows.reviews) {
    if (r.code === null) note("warning", r, "REVIEW_CODE", "There is no REVIEW_CODE, so the child’s part in the review is not known.");
    if (r.dob === null || r.code === null || r.on < r.dob) continue;
    const under = ageOn(r.dob, r.on).years < 4;
    if (under !== (r.code === "PN0")) note("warning", r, "REVIEW_CODE", `The child was ${under ? "under 4" : "4 or over"} on ${dayInWords(r.on)}, and the code is ${r.code}.`);
  }
};

/** Rows that say nothing without a certain cell. */
export const checkFilled: Check = (rows, note) => {
  for (const r of rows.workers) if (r.worker === null) note("warning", r, "SW_ID", "There is no SW_ID. The row is passed over.");
  for (const r of rows.previousPermanence) if (r.type === null) note("warning", r, "PREV_PERM", "There is no PREV_PERM. The row is passed over.");
  if (rows.episodes.length === 0) {
    const row = rows.reviews[0] ?? rows.adopted[0] ?? rows.decisions[0] ?? rows.previousPermanence[0] ?? rows.missing[0] ?? rows.workers[0] ?? rows.liberty[0];
    if (row !== undefined) note("warning", row, "CHILD", `Child ${rows.child} has no episodes in any file, so when the child was looked after is not known.`);
  }
};

/** 630: previous permanence is returned for every child who starts to be looked after in the year. */
export const checkPreviousPermanence: Check = (rows, note, { years }) => {
  for (const e of rows.episodes) {
    const year = years.find((y) => y.yearEnding === e.file.yearEnding);
    const began = e.rne === "S" && e.ls !== "V3" && e.ls !== "V4" && year !== undefined && e.decom >= `${year.yearEnding - 1}-04-01`;
    if (began && year.yearEnding >= 2017 && hasTable(year, "PrevPerm") && !rows.previousPermanence.some((p) => p.file.yearEnding === year.yearEnding)) {
      note("warning", e, "CHILD", "The child started to be looked after in the year and is not in the PrevPerm table.");
    }
  }
};

/** 504: the category of need does not change within a period of care. */
export const checkNeed: Check = (rows, note) => {
  let need: string | null = null;
  for (const e of latestEpisodes(rows.episodes)) {
    if (e.rne === "S") need = null;
    if (e.cin === null) note("warning", e, "CIN", "There is no CIN: the category of need is not known.");
    else if (need !== null && e.cin !== need) note("warning", e, "CIN", `The category of need was ${need} when this period of care began, and is ${e.cin} here. The first is used.`);
    need ??= e.cin;
  }
};
