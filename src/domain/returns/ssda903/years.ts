import { type Day, addDays, day, dayFrom } from "../../dates/day.ts";
import { TABLE_NAMES, type ReturnFile, type ReturnYear, type TableName } from "./tables.ts";

export const yearStartsOn = (yearEnding: number): Day => day(`${yearEnding - 1}-04-01`);
export const yearEndsOn = (yearEnding: number): Day => dayFrom(yearEnding, 3, 31) ?? day("9999-03-31");

/** Within so many days of 31 March a return is taken to be the whole year’s, not an extract from the middle of it. */
const WHOLE_YEAR_WITHIN_DAYS = 21;

/** A year’s files, and the latest day found in them. */
export interface YearGiven {
  readonly yearEnding: number;
  readonly latestOn: Day;
  readonly files: readonly ReturnFile[];
}

/** Says of each year how far it speaks and of what. Gives them earliest first. */
export function returnYears(given: readonly YearGiven[]): ReturnYear[] {
  const years = [...given].sort((a, b) => a.yearEnding - b.yearEnding);
  const spoken = years.map((year, i) => {
    const end = yearEndsOn(year.yearEnding);
    const whole = i < years.length - 1 || year.latestOn >= addDays(end, -WHOLE_YEAR_WITHIN_DAYS);
    const tables = TABLE_NAMES.filter((name) => year.files.some((f) => f.table === name));
    return { ...year, upTo: whole ? end : year.latestOn, tables };
  });
  return spoken.map(({ yearEnding, files, upTo, tables }, i) => {
    let knownUpTo = upTo;
    for (let j = i + 1; j < spoken.length; j++) {
      const later = spoken[j]!;
      if (later.yearEnding !== yearEnding + j - i || !tables.every((t) => later.tables.includes(t))) break;
      knownUpTo = later.upTo;
    }
    return { yearEnding, files, upTo, knownUpTo, tables: tables.join(" ") };
  });
}

export const hasTable = (year: ReturnYear, table: TableName): boolean => year.files.some((f) => f.table === table);
