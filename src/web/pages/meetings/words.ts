import type { Planned } from "../../../app/meetings/series.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { LEAD_WORK } from "../../../domain/meetings/leads.ts";
import { type Lead, LEADS } from "../../../domain/meetings/meeting.ts";
import { weekdayInWords } from "../../../domain/meetings/rhythm.ts";
import { counted, listed, lower } from "../../../domain/words.ts";

/** What saving a series planned: “3 meetings are planned, …” with every day that was moved off a bank holiday. */
export function plannedInWords({ added, dropped, stay, until, cutShort }: Planned): string {
  const moved = added.flatMap(({ on, movedFrom }) => (movedFrom === undefined ? [] : [`${dayInWords(movedFrom)} is a bank holiday: that meeting is on ${weekdayInWords(on)}`]));
  return [
    added.length === 0 ? "" : `${counted(added.length, "meeting is", "meetings are")} planned, until ${dayInWords(until)}`,
    ...moved,
    dropped.length === 0 ? "" : `${counted(dropped.length, "meeting that no longer fits is", "meetings that no longer fit are")} taken out`,
    stay.length === 0 ? "" : `The agenda for ${listed(stay.map(dayInWords))} was begun: ${stay.length === 1 ? "that meeting stays" : "those meetings stay"}`,
    cutShort ? `Bank holidays are published until ${dayInWords(until)}: nothing is planned after it yet` : "",
  ].filter((words) => words !== "").map((words) => `${words}.`).join(" ");
}

/** Lead times that have passed already, and what to do about each. */
export const passedInWords = (passed: readonly Lead[]): string =>
  passed.length === 0 ? "" : `Too late for: ${passed.map((lead) => `${lower(LEADS[lead])} (${lower(LEAD_WORK[lead].late)})`).join("; ")}.`;
