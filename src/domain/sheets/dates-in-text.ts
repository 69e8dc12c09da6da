import { type Day, addDays, addMonths, dayFrom, daysBetween, daysInMonth, parseDay, partsOf, weekday } from "../dates/day.ts";

/** A day written in a text. */
export interface DateInText {
  readonly from: number;
  readonly to: number;
  readonly on: Day;
  /** In so many words where the day itself is not written: “taken as 31 March 2027, the last day of the month”. */
  readonly taken?: "month" | "early" | "mid" | "late" | "quarter" | "year";
  /** Could be read month first as another day. */
  readonly eitherOrder: boolean;
}

/** A stretch that is written like a day and is none, or could be several. */
export interface NoDate {
  readonly from: number;
  readonly to: number;
  readonly why: string;
  /** A day only where the month comes first: “3/27/2026”. */
  readonly monthFirst?: boolean;
}

export interface DatesInText {
  readonly dates: readonly DateInText[];
  readonly wrong: readonly NoDate[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?";
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WEEKDAY = "(?:(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|r|urday)?\\.?,?\\s+(?:the\\s+)?)?";
const ORDINAL = "(?:st|nd|rd|th)?";
const END = "(?![\\d])";
/** Between the figures of a day, on one line. */
const GAP = "[^\\S\\n]?[/.\\- \\t\\u00a0][^\\S\\n]?";

const PATTERNS = {
  iso: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?(?!\d)/,
  figures: new RegExp(`(?<![\\d])${WEEKDAY}(\\d{1,2})${GAP}(\\d{1,2})${GAP}(\\d{4}|\\d{2})${END}(?![/.]\\d)(?: 00:00(?::00)?)?`),
  named: new RegExp(`(?<![\\d])${WEEKDAY}(\\d{1,2})${ORDINAL}(?:\\s+of)?[^\\S\\n]*[\\-./]?[^\\S\\n]*${MONTH}(?:,?[^\\S\\n]*[\\-./]?[^\\S\\n]*(\\d{4}|'?\\d{2})${END}(?![:/]|[.]\\d|\\s?[ap]m))?`),
  american: new RegExp(`(?<![a-z\\d])${WEEKDAY}${MONTH}\\s+(\\d{1,2})${ORDINAL}(?:,\\s*|\\s+)(\\d{4})${END}`),
  ordinal: new RegExp(`(?<![a-z\\d])${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)(?!\\w)`),
  month: new RegExp(`(?<![a-z\\d])(?:(early|mid|middle of|late|end of|end|start of|beginning of)[\\s\\-]*)?${MONTH}[\\s\\-./,]*(\\d{4}|'?\\d{2})${END}(?![/.:]\\d)`),
  bareMonth: new RegExp(`(?<![a-z\\d])(?:(early|mid|middle of|late|end of|end|start of|beginning of)[\\s\\-]*)?${MONTH}(?![\\s]*\\d)`),
  quarter: /(?<![a-z\d])q([1-4])[\s\-,]*(?:of\s+)?(\d{4})[/-](\d{2}|\d{4})(?!\d)/,
  short: new RegExp(`(?<![\\d/.])${WEEKDAY}(\\d{1,2})[/.](\\d{1,2})(?![\\d/.:]|\\s?[ap]m)`),
} as const;

type Name = keyof typeof PATTERNS;
const EACH = (Object.keys(PATTERNS) as Name[]).map((name) => ({ name, pattern: new RegExp(PATTERNS[name].source, "gi") }));

export interface DateReach {
  /** The day the sheet speaks of. */
  readonly asOn: Day;
  /** A day without a year: only one still to come, only one gone by, or either. */
  readonly lean?: "ahead" | "behind";
  /** It begins a week, so a year in which it is a Monday is meant before others. */
  readonly monday?: boolean;
}

/** All the days written in a text, in the order they stand in; `text` may be in any case. */
export function datesInText(text: string, reach: DateReach): DatesInText {
  const dates: DateInText[] = [];
  const wrong: NoDate[] = [];
  if (!/\d/.test(text) && !/jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.test(text)) return { dates, wrong };
  const taken: (readonly [number, number])[] = [];
  const isTaken = (from: number, to: number): boolean => taken.some(([a, b]) => from < b && to > a);
  for (const { name, pattern } of EACH) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      // Beside a day in full, “10.30” is a time.
      if (isTaken(from, to) || (name === "short" && match[0].includes(".") && taken.length > 0)) continue;
      const read = READERS[name](match, reach);
      if (read === undefined) continue;
      taken.push([from, to]);
      if ("why" in read) wrong.push({ ...read, from, to });
      else dates.push({ ...read, from, to });
    }
  }
  const inOrder = (a: { readonly from: number }, b: { readonly from: number }): number => a.from - b.from;
  return { dates: dates.toSorted(inOrder), wrong: wrong.toSorted(inOrder) };
}

type Read = Omit<DateInText, "from" | "to"> | Omit<NoDate, "from" | "to"> | undefined;
type Reader = (match: RegExpExecArray, reach: DateReach) => Read;

const monthNumber = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
const weekdayNumber = (word: string | undefined): number | undefined => (word === undefined ? undefined : WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase()) + 1);

const FAR_AHEAD = 15;

/** “26” is 2026; “98” is 1998. */
function fullYear(text: string, { asOn }: DateReach): number {
  const year = Number(text.replace("'", ""));
  if (year >= 1000) return year;
  const now = partsOf(asOn).year;
  const here = now - (now % 100) + year;
  return here > now + FAR_AHEAD ? here - 100 : here;
}

const noSuch = (month: number, date: number): string =>
  month < 1 || month > 12 ? "there is no month " + month : `there is no ${date} in that month`;

function whole(year: number, month: number, date: number, day: string | undefined, eitherOrder = false): Read {
  const on = dayFrom(year, month, date);
  if (on === undefined) return { why: noSuch(month, date) };
  const wanted = weekdayNumber(day);
  if (wanted !== undefined && weekday(on) !== wanted) return { why: "that day is not on that day of the week" };
  return { on, eitherOrder };
}

const READERS: Readonly<Record<Name, Reader>> = {
  iso: ([, year, month, date]) => {
    const on = parseDay(`${year}-${month!.padStart(2, "0")}-${date!.padStart(2, "0")}`);
    return on === undefined ? { why: noSuch(Number(month), Number(date)) } : { on, eitherOrder: false };
  },
  figures: ([, day, first, second, year], reach) => figures(Number(first), Number(second), fullYear(year!, reach), day),
  named: ([, day, date, month, year], reach) =>
    year === undefined ? withoutYear(monthNumber(month!), Number(date), day, reach) : whole(fullYear(year, reach), monthNumber(month!), Number(date), day),
  american: ([, day, month, date, year], reach) => whole(fullYear(year!, reach), monthNumber(month!), Number(date), day),
  ordinal: ([, day, month, date], reach) => withoutYear(monthNumber(month!), Number(date), day, reach),
  month: ([all, part, month, year], reach) => {
    const near = fullYear(year!, reach);
    // “March 27” may be a day of this year; “Mar-27” and “March 2027” are months.
    const dayToo = Number(year!.replace("'", "")) <= 31 && !/-|'/.test(all) && year!.length < 4;
    if (dayToo && Math.abs(near - partsOf(reach.asOn).year) > 5) return withoutYear(monthNumber(month!), Number(year), undefined, reach);
    return partOfMonth(near, monthNumber(month!), part);
  },
  bareMonth: ([all, part, month], { asOn, lean }) => {
    // “may” is a word too.
    if (/^may$/i.test(all) && part === undefined) return undefined;
    const { year, month: now } = partsOf(asOn);
    const number = monthNumber(month!);
    if (lean === "behind") return { why: "the year is not written" };
    return partOfMonth(number < now ? year + 1 : year, number, part);
  },
  quarter: ([, quarter, year, next]) => {
    const first = Number(year);
    if (Number(next!.slice(-2)) !== (first + 1) % 100) return { why: "the years do not follow each other" };
    const end = Number(quarter) === 4 ? 3 : 3 + Number(quarter) * 3;
    const endYear = Number(quarter) === 4 ? first + 1 : first;
    return { on: dayFrom(endYear, end, daysInMonth(endYear, end))!, taken: "quarter", eitherOrder: false };
  },
  short: ([, day, first, second], reach) => withoutYear(Number(second), Number(first), day, reach, true),
};

function figures(first: number, second: number, year: number, day: string | undefined): Read {
  const either = first <= 12 && second <= 12 && first !== second;
  if (second > 12 && first <= 12 && dayFrom(year, first, second) !== undefined) return { why: "there is no month " + second, monthFirst: true };
  return whole(year, second, first, day, either);
}

function partOfMonth(year: number, month: number, part: string | undefined): Read {
  const to = (date: number, taken: DateInText["taken"] & string): Read => ({ on: dayFrom(year, month, date)!, taken, eitherOrder: false });
  if (year < 1000) return { why: "the year is not understood" };
  if (part === undefined || /^end|^late/i.test(part)) return to(daysInMonth(year, month), part === undefined ? "month" : "late");
  return /^mid/i.test(part) ? to(20, "mid") : to(10, "early");
}

const HALF = 6;

/**
 * A day without its year: the one nearest to the sheet’s day, if there is just one within six
 * months of it (within twelve where the words say which side), or the one on that day of the week.
 */
function withoutYear(month: number, date: number, day: string | undefined, reach: DateReach, figuresOnly = false): Read {
  if (reach.monday === true && day === undefined) {
    const monday = withoutYear(month, date, "mon", reach, figuresOnly);
    if (monday !== undefined && "on" in monday) return monday;
  }
  const { asOn, lean } = reach;
  if (month < 1 || month > 12 || date < 1 || date > 31) return figuresOnly ? undefined : { why: noSuch(month, date) };
  const { year } = partsOf(asOn);
  const wanted = weekdayNumber(day);
  const months = wanted !== undefined || lean !== undefined ? HALF * 2 : HALF;
  const from = lean === "ahead" ? asOn : addMonths(asOn, -months);
  const to = lean === "behind" ? asOn : addMonths(asOn, months);
  const fits = [year - 1, year, year + 1].map((y) => dayFrom(y, month, date))
    .filter((on) => on !== undefined).filter((on) => on >= from && on < to && (wanted === undefined || weekday(on) === wanted));
  const nearest = fits.toSorted((a, b) => Math.abs(daysBetween(asOn, a)) - Math.abs(daysBetween(asOn, b)));
  if (nearest.length !== 1) return { why: wanted !== undefined && nearest.length === 0 ? "no such day is near the sheet’s day" : "the year is not written" };
  return { on: nearest[0]!, taken: "year", eitherOrder: figuresOnly && date <= 12 && date !== month };
}

const SERIAL_FROM = 25_000;
const SERIAL_TO = 62_000;

/** A day as the count Excel keeps, where only that stands in a cell: “46108”. The counts of 1968 to 2069. */
export function serialDay(text: string): Day | undefined {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return undefined;
  const count = Math.floor(Number(text));
  return count >= SERIAL_FROM && count <= SERIAL_TO ? addDays("1899-12-30" as Day, count) : undefined;
}

/** “27032026” or “20260327”, where it is a day one way only. */
export function packedDay(text: string): Day | undefined {
  const [, a, b, c, d] = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  if (a === undefined) return undefined;
  const near = (on: Day | undefined): boolean => on !== undefined && on > "1950" && on < "2080";
  const dayFirst = dayFrom(Number(c! + d!), Number(b), Number(a));
  const yearFirst = dayFrom(Number(a + b!), Number(c), Number(d));
  return near(dayFirst) && !near(yearFirst) ? dayFirst : near(yearFirst) && !near(dayFirst) ? yearFirst : undefined;
}
