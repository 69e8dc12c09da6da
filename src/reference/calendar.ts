import { parse } from "yaml";
import { type Day, dayFrom, parseDay } from "../domain/dates/day.ts";
import { type BankHoliday, type WorkingCalendar, workingCalendar } from "../domain/dates/working-days.ts";
import { referenceText } from "./read.ts";

let loaded: WorkingCalendar | undefined;

/**
 * The working calendar of England and Wales from `reference/bank-holidays.yaml`, read
 * once. Throws a RangeError naming the line's day where the file contradicts itself.
 */
export function loadCalendar(): WorkingCalendar {
  loaded ??= readCalendar(referenceText("bank-holidays.yaml"));
  return loaded;
}

/** Reads the text of a bank-holiday file: years, then days with their names. */
export function readCalendar(yaml: string): WorkingCalendar {
  const file = parse(yaml) as {
    readonly firstYear: number;
    readonly lastYear: number;
    readonly holidays: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  const holidays: BankHoliday[] = [];
  for (let year = file.firstYear; year <= file.lastYear; year++) {
    const days = file.holidays[String(year)];
    if (days === undefined) throw new RangeError(`Bank holidays: ${year} is missing`);
    for (const [text, name] of Object.entries(days)) {
      const on = parseDay(text);
      if (on === undefined || !text.startsWith(String(year))) throw new RangeError(`Bank holidays: “${text}” is not a day of ${year}`);
      holidays.push({ on, name });
    }
  }
  return workingCalendar(edge(file.firstYear, 1, 1), edge(file.lastYear, 12, 31), holidays);
}

function edge(year: number, month: number, date: number): Day {
  const on = dayFrom(year, month, date);
  if (on === undefined) throw new RangeError(`Bank holidays: “${year}” is not a year`);
  return on;
}
