import type { Day } from "../dates/day.ts";
import type { Cell } from "./grid.ts";
import { readCell } from "./read-cell.ts";

export interface BirthRead {
  readonly bornOn?: Day;
  readonly expectedOn?: Day;
  readonly notes: readonly string[];
}

const EXPECTED = /\b(?:edd|e\.d\.d\.?|due(?:\s+date)?|expected|estimated|delivery|eta)\b:?/gi;
const BORN = /\b(?:dob|d\.o\.b\.?|born|b\.)(?=[\s:\d]|$):?/gi;

/**
 * The day of birth, or the day it is expected: what is still to come is expected, and so is what
 * the cell or the heading says is.
 */
export function readBirth(cell: Cell, asOn: Day, headingSaysExpected: boolean, monthFirst?: string): BirthRead {
  if (/^\W*(?:unborn|pre-?birth)\W*$/i.test(cell.shown)) return { notes: [] };
  const isExpected = headingSaysExpected || cell.shown.search(EXPECTED) >= 0;
  const shown = cell.type === "text" ? cell.shown.replaceAll(EXPECTED, " ").replaceAll(BORN, " ").replaceAll(/\b(?:unborn|baby)\b/gi, " ").trim() : cell.shown;
  const { dates: [date], notes } = readCell({ ...cell, shown }, { asOn, label: "Date of birth", ahead: true, repeats: false, monthFirst });
  if (date === undefined) return { notes };
  return date.on > asOn || isExpected ? { expectedOn: date.on, notes } : { bornOn: date.on, notes };
}
