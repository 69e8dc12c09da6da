import { dayInWords } from "../../../dates/day.ts";
import { bornRows } from "../child.ts";
import { type Check, allHave, rowWords } from "./note.ts";

/** A child has one date of birth in every table of every year, and is not in care before it. */
export const checkBirth: Check = (rows, note, context) => {
  const born = bornRows(rows).filter((r) => r.dob !== null);
  const [first] = born;
  for (const row of born) {
    if (first !== undefined && first.dob !== null && row.dob !== null && row.dob !== first.dob) {
      note("error", row, "DOB", `Child ${row.child} is born on ${dayInWords(row.dob)} here and on ${dayInWords(first.dob)} in ${rowWords(first, row)}. A child has one date of birth.`);
    }
  }
  const [episode] = rows.episodes;
  if (episode === undefined) return;
  if (rows.header.length === 0 && allHave(context, "Header")) note("warning", episode, "CHILD", `Child ${rows.child} has episodes and is not in the Header table, so the child’s sex and ethnicity are not known.`);
  else if (first === undefined) note("warning", episode, "CHILD", `Child ${rows.child} has no date of birth in any file.`);
  for (const row of rows.episodes) {
    if (first !== undefined && first.dob !== null && row.decom < first.dob) note("warning", row, "DECOM", `This episode begins before the child’s birth on ${dayInWords(first.dob)}.`);
  }
};
