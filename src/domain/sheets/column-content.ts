import { codeAtStart, type CodeWords, LEGAL_STATUS_WORDS, PLACEMENT_WORDS, PLAN_WORDS } from "./codes-in-words.ts";
import { datesInText, serialDay } from "./dates-in-text.ts";
import type { Cell } from "./grid.ts";
import type { Day } from "../dates/day.ts";
import { saidWithoutDate } from "./words-around.ts";

/** What the cells of a column hold: each as a share, 0 to 1, of those that say anything. */
export interface ColumnContent {
  readonly cells: number;
  readonly dates: number;
  readonly yesNo: number;
  readonly ids: number;
  readonly names: number;
  readonly sexes: number;
  readonly legal: number;
  readonly plans: number;
  readonly placements: number;
  /** No two cells are the same. */
  readonly distinct: number;
}

/** As many as tell what a column holds. */
const MOST_CELLS = 200;
const ANY_DAY = "2020-01-01" as Day;

export function contentOf(cells: readonly Cell[]): ColumnContent {
  const said: Cell[] = [];
  for (const cell of cells) {
    if (said.length === MOST_CELLS) break;
    if (cell.type !== "empty" && cell.type !== "error" && !["nothing", "not-yet"].includes(saidWithoutDate(cell.shown))) said.push(cell);
  }
  const share = (is: (cell: Cell) => boolean): number => (said.length === 0 ? 0 : said.filter(is).length / said.length);
  const coded = (words: CodeWords): number => share((cell) => cell.shown.length > 1 && codeAtStart(cell.shown, words) !== undefined);
  return {
    cells: said.length,
    dates: share(isDated),
    yesNo: share((cell) => cell.type === "yes-no" || ["yes", "no"].includes(saidWithoutDate(cell.shown))),
    ids: share((cell) => /\d/.test(cell.shown) && /^[A-Z]{0,4}[-/ ]?\d[\d\s\-/]{2,}[A-Z]?$/i.test(cell.shown) && !isDated(cell)),
    names: share((cell) => /^[\p{L}'’\-.]+(?:,?\s+[\p{L}'’\-.]+){1,3}(?:\s*\(.*\))?$/u.test(cell.shown)),
    sexes: share((cell) => /^(?:m|f|male|female|boy|girl)$/i.test(cell.shown)),
    legal: coded(LEGAL_STATUS_WORDS),
    plans: coded(PLAN_WORDS),
    placements: coded(PLACEMENT_WORDS),
    distinct: said.length === 0 ? 0 : new Set(said.map((cell) => cell.shown)).size / said.length,
  };
}

const isDated = (cell: Cell): boolean =>
  cell.type === "day" || (cell.type === "text" && (serialDay(cell.shown) !== undefined || isDateText(cell.shown)));

function isDateText(text: string): boolean {
  const { dates, wrong } = datesInText(text, { asOn: ANY_DAY });
  return dates.length > 0 || wrong.some((w) => w.monthFirst === true || w.why === "the year is not written");
}
