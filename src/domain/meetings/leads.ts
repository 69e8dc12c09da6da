import type { Day } from "../dates/day.ts";
import { type Duration, durationInWords } from "../dates/duration.ts";
import { dueOn, type WorkingCalendar, workingCalendar } from "../dates/working-days.ts";
import { addDays, dayFrom } from "../dates/day.ts";
import { type Lead, LEADS, type SeriesDefinition } from "./meeting.ts";

/** In the order they are due. */
export const LEAD_NAMES = Object.keys(LEADS) as readonly Lead[];

/** Who sees to it, and what is done where its day has passed already. */
export const LEAD_WORK = {
  "build": { who: "Tracking administrator", late: "Build the agenda now" },
  "updates": { who: "Tracking administrator", late: "Ask the workers now, and say that there is little time" },
  "remind": { who: "Tracking administrator", late: "Remind whoever has not answered" },
  "papers": { who: "Each child’s social worker", late: "Ask for what is missing, or defer the child" },
  "extra-items": { who: "Members of the meeting", late: "Put on the agenda by hand what comes in now" },
  "agenda": { who: "Tracking administrator", late: "Send the agenda as soon as it is right" },
} as const satisfies Record<Lead, { readonly who: string; readonly late: string }>;

/** The last day on which a thing is in time that is due so long before a meeting; the day before the meeting is the first counted. Throws BeyondCalendar. */
export const leadDay = (heldOn: Day, lead: Duration, calendar: WorkingCalendar): Day => dueOn(calendar, heldOn, lead, { before: true });

/** The day of every lead time of a meeting. Throws BeyondCalendar. */
export function leadsOf({ leads }: Pick<SeriesDefinition, "leads">, heldOn: Day, calendar: WorkingCalendar): Readonly<Record<Lead, Day>> {
  const day = (lead: Lead): Day => leadDay(heldOn, leads[lead], calendar);
  return { "build": day("build"), "updates": day("updates"), "remind": day("remind"), "papers": day("papers"), "extra-items": day("extra-items"), "agenda": day("agenda") };
}

/** “3 working days before”; “on the day” where it is none. */
export const leadInWords = (lead: Duration): string => (lead.count === 0 ? "on the day" : `${durationInWords(lead)} before`);

/** The lead times whose day has passed, the earliest first: those that a meeting called at short notice cannot keep. */
export const passedLeads = (days: Readonly<Record<Lead, Day>>, today: Day): readonly Lead[] =>
  LEAD_NAMES.filter((lead) => days[lead] < today).sort((a, b) => (days[a] < days[b] ? -1 : days[a] > days[b] ? 1 : 0));

/** Things that must not be due before another: the agenda is not sent before it is built. */
const FOLLOWS: readonly (readonly [Lead, Lead])[] = [["agenda", "build"], ["updates", "build"], ["remind", "updates"], ["papers", "build"], ["extra-items", "build"]];

/** Of a lead that is due before what it follows: the two, with the one that must come first last. Judged in a month of ordinary weeks. */
export function leadsOutOfOrder(leads: SeriesDefinition["leads"]): readonly (readonly [Lead, Lead])[] {
  const days = leadsOf({ leads }, MIDDLE, ORDINARY);
  return FOLLOWS.filter(([later, sooner]) => days[later] < days[sooner]);
}

/** A Wednesday, with no bank holiday for as far as any lead time goes back. */
const MIDDLE = fixed(2026, 7, 15);
const ORDINARY = workingCalendar(addDays(MIDDLE, -1500), MIDDLE, []);

function fixed(year: number, month: number, date: number): Day {
  const on = dayFrom(year, month, date);
  if (on === undefined) throw new RangeError("No such day");
  return on;
}
