import { type Kind, KINDS } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { BARRIER_WORDS, codeAtStart, codeOf, type CodeWords, LEGAL_STATUS_WORDS, PLACEMENT_WORDS, PLAN_WORDS } from "./codes-in-words.ts";
import { datesInText } from "./dates-in-text.ts";
import type { ColumnMatch, Target } from "./facts.ts";
import type { Cell } from "./grid.ts";
import { certaintyOfHeading } from "./lexicon.ts";
import { type CellRead, type DateColumn, readCell } from "./read-cell.ts";
import { saidWithoutDate } from "./words-around.ts";
import { quoted } from "./wording.ts";

/** A state as a cell says it: its code, or the words of whoever has it, and since when if that stands there too. */
export interface StateRead {
  readonly values: readonly string[];
  readonly from?: Day;
  readonly notes: readonly string[];
}

/** Equal cells of a file are one object, and many stand in a column several times: each is read once. */
function once<T>(read: (cell: Cell) => T): (cell: Cell) => T {
  const known = new Map<Cell, T>();
  return (cell) => {
    const had = known.get(cell);
    if (had !== undefined) return had;
    const made = read(cell);
    known.set(cell, made);
    return made;
  };
}

export interface DateReader {
  readonly kind: Kind;
  readonly match: ColumnMatch;
  /** The heading says that its dates are ahead: a day gone by there is only what was planned. */
  readonly plans: boolean;
  readonly read: (cell: Cell) => CellRead;
}

export function dateReader(match: ColumnMatch, kind: Kind, asOn: Day, monthFirst: string | undefined): DateReader {
  const { label, ahead = false, repeats = false } = KINDS[kind];
  const certainty = certaintyOfHeading(match.heading);
  const column: DateColumn = { asOn, label, ahead, repeats, certainty, monthFirst };
  return { kind, match, plans: certainty !== undefined, read: once((cell) => readCell(cell, column)) };
}

/** A column that says since when something is so: days gone by only. */
export const sinceReader = (label: string, asOn: Day, monthFirst: string | undefined): ((cell: Cell) => CellRead) =>
  once((cell) => readCell(cell, { asOn, label, ahead: false, repeats: false, monthFirst }));

const CODES: Readonly<Partial<Record<Target, CodeWords>>> = {
  "legal-status": LEGAL_STATUS_WORDS, "placement": PLACEMENT_WORDS, "plan": PLAN_WORDS, "contingency-plan": PLAN_WORDS, "parallel-plan": PLAN_WORDS, "barrier": BARRIER_WORDS,
};

export function stateReader({ target }: ColumnMatch, asOn: Day): (cell: Cell) => StateRead {
  const codes = CODES[target];
  if (codes === undefined) return once(readWords);
  return once((cell) => readCodes(cell, codes, target === "barrier" || target === "plan", asOn));
}

const NOTHING: StateRead = { values: [], notes: [] };
const isNobody = (text: string): boolean => /^(?:unallocated|un-allocated|not allocated|vacant|vacancy|to be allocated|duty|none allocated)$/i.test(text);

function readWords(cell: Cell): StateRead {
  if (cell.type === "error") return { values: [], notes: [`The formula in this cell gives ${cell.shown}. Mend it in the sheet.`] };
  const said = saidWithoutDate(cell.shown);
  if (cell.type === "empty" || said === "nothing" || said === "not-yet" || isNobody(cell.shown)) return NOTHING;
  if (said !== "unknown") return { values: [], notes: [`${quoted(cell.shown)} does not say who or what.`] };
  return { values: [cell.shown.replaceAll(/\s+/g, " ")], notes: [] };
}

function readCodes(cell: Cell, codes: CodeWords, several: boolean, asOn: Day): StateRead {
  if (cell.type === "error") return { values: [], notes: [`The formula in this cell gives ${cell.shown}. Mend it in the sheet.`] };
  const whole = codeAtStart(cell.shown, codes);
  if (whole !== undefined) return { values: [whole], notes: [] };
  if (cell.type === "empty" || ["nothing", "not-yet"].includes(saidWithoutDate(cell.shown))) return NOTHING;
  const dated = withDate(cell.shown, codes, asOn);
  if (dated !== undefined) return dated;
  if (several) {
    for (const between of [/[;\n]/, /[;\n/+&,]|\band\b|\bor\b/i]) {
      const parts = cell.shown.replace(/^\s*twin[\s-]track(?:ed|ing)?:?/i, "").split(between).map((part) => part.trim()).filter((part) => part !== "");
      const read = parts.map((part) => codeOf(part, codes));
      if (parts.length > 1 && read.every((code) => code !== undefined)) return { values: [...new Set(read)], notes: [] };
    }
  }
  return { values: [], notes: [`${quoted(cell.shown)} is not known here. Known are ${codes.known}, and the names the lists use.`] };
}

/** “PO 12/3/26”, “ICO from 3 June 2026”: what it is, and since when. */
function withDate(text: string, codes: CodeWords, asOn: Day): StateRead | undefined {
  const { dates, wrong } = datesInText(text, { asOn, lean: "behind" });
  const [date] = dates;
  if (date === undefined || dates.length > 1 || wrong.length > 0) return undefined;
  const rest = `${text.slice(0, date.from)} ${text.slice(date.to)}`.replaceAll(/[()\-–—:,]|\b(?:from|since|on|granted|made|started|start|wef)\b/gi, " ").replaceAll(/\s+/g, " ").trim();
  const code = codeOf(rest, codes);
  if (code === undefined) return undefined;
  return date.taken !== undefined || date.on > asOn ? { values: [code], notes: [`The date in ${quoted(text)} was not used.`] } : { values: [code], from: date.on, notes: [] };
}
