import { ageOn, dayInWords } from "../../../dates/day.ts";
import { bornRows } from "../child.ts";
import { isAdoption, latestEpisodes } from "../episodes.ts";
import type { AdoptedRow, EpisodeRow } from "../tables.ts";
import { type Check, type Note, allHave } from "./note.ts";

const WITH_CARER: ReadonlySet<string | null> = new Set(["A3", "A5"]);
const NOT_WITH_CARER: ReadonlySet<string | null> = new Set(["A4", "A6"]);

/** AD1 against the order, the decisions and itself. */
export const checkAdopted: Check = (rows, note, context) => {
  const order = latestEpisodes(rows.episodes).findLast((e) => isAdoption(e.rec));
  const dob = bornRows(rows).find((r) => r.dob !== null)?.dob;
  if (order?.dec !== undefined && order.dec !== null && dob !== undefined && dob !== null && ageOn(dob, order.dec).years >= 18) {
    note("warning", order, "REC", "The child was 18 or over when adopted."); // 386
  }
  if (order !== undefined && rows.adopted.length === 0 && allHave(context, "AD1")) note("warning", order, "REC", "The child was adopted and is not in the AD1 table, so the match and who adopted are not known."); // 601
  for (const r of rows.adopted) {
    if (order === undefined) note("warning", r, "CHILD", "The child is in AD1, and no episode ended in adoption (E11 or E12)."); // 602
    else checkAgainst(r, order, note);
    const decided = rows.decisions.filter((d) => d.decidedOn !== null);
    if (r.decidedOn !== null && decided.length > 0 && !decided.some((d) => d.decidedOn === r.decidedOn)) note("warning", r, "DATE_INT", `The decision is dated ${dayInWords(r.decidedOn)} here, and otherwise in PlacedAdoption. That table’s date is used.`); // 523
    if (r.decidedOn !== null && r.matchedOn !== null && r.matchedOn < r.decidedOn) note("warning", r, "DATE_MATCH", `The match of ${dayInWords(r.matchedOn)} was decided before the decision to place, ${dayInWords(r.decidedOn)}.`); // 333
    const whole = [["DATE_INT", r.decidedOn], ["DATE_MATCH", r.matchedOn], ["FOSTER_CARE", r.fosterCare], ["NB_ADOPTR", r.adopters], ["SEX_ADOPTR", r.adoptersSex], ["LS_ADOPTR", r.adoptersStatus]] as const;
    for (const [column, value] of whole) if (value === null) note("warning", r, column, `There is no ${column}. AD1 needs all its columns filled.`); // 151
    if (rows.notUsed.some((o) => o.file.table === "OC2" && o.file.yearEnding === r.file.yearEnding)) note("warning", r, "CHILD", "A child adopted in the year is not in that year’s OC2 table, and this one is."); // 187
  }
};

function checkAgainst(r: AdoptedRow, order: EpisodeRow, note: Note): void {
  if (r.matchedOn !== null && r.matchedOn > order.decom) { // 331, 582
    const when = r.matchedOn === order.dec ? "on the day of the adoption order" : `after the placement that ended in adoption began, ${dayInWords(order.decom)}`;
    note("warning", r, "DATE_MATCH", `The match was decided on ${dayInWords(r.matchedOn)}, ${when}.`);
  }
  if (r.fosterCare === "0" && WITH_CARER.has(order.place)) note("warning", r, "FOSTER_CARE", `FOSTER_CARE is 0, and placement ${order.place} is with the current foster carer.`); // 335
  if (r.fosterCare === "1" && NOT_WITH_CARER.has(order.place)) note("warning", r, "FOSTER_CARE", `FOSTER_CARE is 1, and placement ${order.place} is not with the current foster carer.`); // 335
}
