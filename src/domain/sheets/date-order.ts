import type { Day } from "../dates/day.ts";
import { partsOf } from "../dates/day.ts";
import { datesInText } from "./dates-in-text.ts";
import type { GridRow } from "./grid.ts";
import { quoted } from "./wording.ts";

export interface DateOrder {
  /** A date of the column that can only be read month first, as written; others that could be read either way are then in doubt. */
  readonly monthFirst?: string;
  /** Where other dates of the column prove the day first: how the odd ones are dealt with, for whoever checks. */
  readonly odd?: string;
  /** Why the dates that Excel holds as dates may have day and month the wrong way round. */
  readonly doubt?: string;
}

const FEW = 3;
/** A date that is one only with the day first. */
const DAY_FIRST = /^(?:1[3-9]|2\d|3[01])[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})$/;

/**
 * Whether the days of a column are written day first throughout. Where a program with American
 * settings opened a British file, it took 3/4/2026 for a date in March and left 27/3/2026 as text.
 */
export function dateOrder(rows: readonly GridRow[], column: number, asOn: Day): DateOrder {
  let [monthFirst, dayFirst]: (string | undefined)[] = [];
  let [odd, proved] = [0, 0];
  let [held, late, texts, early] = [0, 0, 0, 0];
  const seen = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[column];
    if (cell === undefined) continue;
    if (cell.type === "day" && cell.on !== undefined) {
      held++;
      if (partsOf(cell.on).date > 12) late++;
    } else if (cell.type === "text" && !seen.has(cell.shown) && /\d/.test(cell.shown)) {
      seen.add(cell.shown);
      const { dates, wrong } = datesInText(cell.shown, { asOn });
      const wrongOrder = wrong.find((w) => w.monthFirst === true);
      if (wrongOrder !== undefined) {
        odd++;
        monthFirst ??= cell.shown.slice(wrongOrder.from, wrongOrder.to);
      }
      const proof = dates.map((d) => cell.shown.slice(d.from, d.to)).find((text) => DAY_FIRST.test(text));
      if (proof !== undefined) {
        proved++;
        dayFirst ??= proof;
      }
      if (/^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(cell.shown) && dates.length === 1) {
        if (dates[0]!.eitherOrder) early++;
        else texts++;
      }
    }
  }
  const isSplit = held >= FEW && late === 0 && texts >= FEW && early === 0;
  return {
    ...(monthFirst === undefined ? {} : proved < odd || dayFirst === undefined ? { monthFirst } : { odd: `Dates here were read day first, as ${quoted(dayFirst)} can only be read. ${quoted(monthFirst)} can only be read month first, and was not used: check those beside it.` }),
    ...(isSplit ? { doubt: `Every cell here that Excel holds as a date has a day of 12 or less, and every later day stands as text. A program with American settings may have turned ${held} dates round: look at them before you go on.` } : {}),
  };
}
