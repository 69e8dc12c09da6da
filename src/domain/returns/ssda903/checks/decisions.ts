import { dayInWords } from "../../../dates/day.ts";
import { decisionsOf } from "../adoption.ts";
import { isAdoption, latestEpisodes } from "../episodes.ts";
import type { DecisionRow, EpisodeRow } from "../tables.ts";
import { bornRows } from "../child.ts";
import { yearEndsOn } from "../years.ts";
import { type Check, type Note, allHave } from "./note.ts";

const ADOPTIVE: ReadonlySet<string | null> = new Set(["A3", "A4", "A5", "A6"]);

/** Each decision by itself: after birth, within its year, ended with a date and a reason or with neither. */
export const checkDecisionRows: Check = (rows, note) => {
  const dob = bornRows(rows).find((r) => r.dob !== null)?.dob ?? null;
  for (const r of rows.decisions) {
    const { decidedOn, ceasedOn, reason } = r;
    if (decidedOn === null) note("warning", r, "DATE_PLACED", ceasedOn === null ? "There is no date for the decision. The row is passed over." : "A decision is ended here that has no date. The row is passed over.");
    if ((ceasedOn === null) !== (reason === null)) note("warning", r, ceasedOn === null ? "DATE_PLACED_CEASED" : "REASON_PLACED_CEASED", "The end of a decision has a date and a reason, or neither."); // 119, 563
    if (decidedOn === null) continue;
    if (ceasedOn !== null && ceasedOn < decidedOn) note("warning", r, "DATE_PLACED_CEASED", `The decision ended on ${dayInWords(ceasedOn)}, before it was made on ${dayInWords(decidedOn)}.`); // 522
    if (dob !== null && decidedOn < dob) note("warning", r, "DATE_PLACED", `The decision was made before the child’s birth on ${dayInWords(dob)}.`); // 184
    if (decidedOn > yearEndsOn(r.file.yearEnding)) note("warning", r, "DATE_PLACED", `The decision was made after the year that this file is for, which ends on 31 March ${r.file.yearEnding}.`); // 117
  }
};

/** The child’s decisions together, and against the episodes. */
export const checkDecisions: Check = (rows, note, context) => {
  const decisions = decisionsOf(rows.decisions, { problems: [] });
  const episodes = latestEpisodes(rows.episodes);
  const placed = episodes.find((e) => ADOPTIVE.has(e.place));
  const order = episodes.find((e) => e.ls === "E1");
  const [first] = decisions;
  const last = decisions.at(-1);
  if (first === undefined || last === undefined) {
    const row = order ?? placed;
    if (row !== undefined && allHave(context, "PlacedAdoption")) note("warning", row, row === order ? "LS" : "PLACE", "The child has a placement order or an adoptive placement, and no decision to place for adoption is given."); // 551, 553
    return;
  }
  const care = episodes.findLast((e) => e.rne === "S");
  if (care !== undefined && last.decidedOn !== null && last.decidedOn < care.decom) note("warning", last, "DATE_PLACED", `The decision was made on ${dayInWords(last.decidedOn)}, before the child’s latest period of care began on ${dayInWords(care.decom)}.`); // 1003, 334
  if (placed !== undefined && first.decidedOn !== null && first.decidedOn > placed.decom) note("warning", first, "DATE_PLACED", `The decision was made after the child moved to adopters on ${dayInWords(placed.decom)}.`); // 552, 521
  if (order !== undefined && first.decidedOn !== null && first.decidedOn > order.decom) note("warning", first, "DATE_PLACED", `The decision was made after the placement order of ${dayInWords(order.decom)}.`); // 554
  checkEndings(episodes.at(-1), decisions, last, note);
};

function checkEndings(episode: EpisodeRow | undefined, decisions: readonly DecisionRow[], last: DecisionRow, note: Note): void {
  for (const [i, d] of decisions.entries()) { // 579, 583
    const next = decisions[i + 1];
    if (next?.decidedOn === undefined || next.decidedOn === null) continue;
    if (d.ceasedOn === null) note("warning", d, "DATE_PLACED_CEASED", `This decision has no end, and another was made on ${dayInWords(next.decidedOn)}.`);
    else if (d.ceasedOn > next.decidedOn) note("warning", d, "DATE_PLACED_CEASED", `This decision ended on ${dayInWords(d.ceasedOn)}, after another was made on ${dayInWords(next.decidedOn)}.`);
  }
  if (episode === undefined) return;
  if (episode.dec === null && episode.ls === "E1" && last.ceasedOn !== null) note("warning", last, "DATE_PLACED_CEASED", "The decision has ended, and the placement order has not."); // 553
  if (isAdoption(episode.rec) && last.ceasedOn !== null) note("warning", last, "DATE_PLACED_CEASED", "The child was adopted, and the last decision had ended."); // 558, 525
  const left = episode.rec !== null && episode.rec !== "X1" && !isAdoption(episode.rec);
  if (left && last.ceasedOn === null) note("warning", last, "DATE_PLACED_CEASED", "The child left care and was not adopted, and the decision has no end."); // 557
}
