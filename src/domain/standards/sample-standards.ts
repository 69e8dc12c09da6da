import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { type Day, day } from "../dates/day.ts";
import { type WorkingCalendar, workingCalendar } from "../dates/working-days.ts";
import { type JudgedClock, judge } from "./clock.ts";
import { compile, type CompiledPack, evaluate } from "./evaluate.ts";
import { readStandards } from "./read-standard.ts";
import type { Standard } from "./standard.ts";

/** A standard in a test: what it is about, over what every standard must have. */
export type SampleStandard = Readonly<Record<string, unknown>>;

const USUAL = {
  id: "TT-01", title: "A test", shape: "deadline", force: "local", confirmed: true,
  citation: { provision: "paragraph 1", source: "A test manual" }, owner: "social-worker", evidence: "The record",
  examples: [{ says: "Nothing", chronology: [], today: "2026-01-01", clocks: [] }],
} as const;

/** Reads standards as a file would be read. Throws with the first fault. */
export function sampleStandards(...rows: readonly SampleStandard[]): Standard[] {
  const { standards, problems } = readStandards({ layer: "authority", standards: rows.map((row) => ({ ...USUAL, ...row })) });
  const [fault] = problems;
  if (fault !== undefined) throw new Error(`${fault.path.join(".")}: ${fault.message}`);
  return standards.map(({ standard }) => standard);
}

export const samplePack = (...rows: readonly SampleStandard[]): CompiledPack => compile(sampleStandards(...rows));

const calendars = new Map<string, WorkingCalendar>();

/** Working days from 1990 to 2100 with only these bank holidays. */
export function sampleCalendar(...holidays: readonly string[]): WorkingCalendar {
  const key = holidays.join(" ");
  const made = calendars.get(key) ?? workingCalendar(day("1990-01-01"), day("2100-12-31"), holidays.map((on) => ({ on: day(on), name: "A bank holiday" })));
  calendars.set(key, made);
  return made;
}

/** The clocks of one standard, judged on a day. */
export function clocksOf(standard: SampleStandard, entries: readonly SampleEntry[], today: Day = day("2026-12-31")): JudgedClock[] {
  return evaluate(fold(sampleEntries(entries)), samplePack(standard), sampleCalendar()).map((clock) => judge(clock, today));
}
