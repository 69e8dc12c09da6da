import type { Draft } from "../chronology/entry.ts";
import { addMonths, type Day, dayInWords, parseDay } from "../dates/day.ts";
import { addWorkingDays, type WorkingCalendar } from "../dates/working-days.ts";
import type { Refusal } from "./command.ts";

/** What the commands about challenges share. */

/** Working days that each rung has to answer, unless another day is given. */
export const DAYS_TO_ANSWER = 5;

/** The day that a rung answers by, where nobody says another. */
export const usualAnswerBy = (today: Day, calendar: WorkingCalendar): Day => addWorkingDays(calendar, today, DAYS_TO_ANSWER);

/** It was withdrawn while somebody wrote. */
export const GONE = (field: string): Refusal => ({ field, message: "This challenge has been withdrawn since" });

/** A text that must be given, trimmed. */
export function said(text: string, field: string, message: string, refusals: Refusal[]): string {
  const trimmed = text.trim();
  if (trimmed === "") refusals.push({ field, message });
  return trimmed;
}

/** The furthest ahead that an answer may be due: beyond it the year is mistyped. */
const MONTHS_AHEAD = 6;

/** The day to answer by: today or to come, and not far off. */
export function readAnswerBy(text: string, today: Day, refusals: Refusal[]): Day | undefined {
  const on = parseDay(text.trim());
  const wrong = on === undefined ? (text.trim() === "" ? "Enter the day to answer by" : "Enter the day to answer by as a real date, such as 27 3 2026")
    : on < today ? `${dayInWords(on)} has passed. Give today or a day to come`
    : on > addMonths(today, MONTHS_AHEAD) ? `${dayInWords(on)} is more than six months ahead. Check the year` : undefined;
  if (wrong !== undefined) refusals.push({ field: "answerBy", message: wrong });
  return wrong === undefined ? on : undefined;
}

/** What is said of a challenge is said by a person, on the day it is said. */
export const drafted = (kind: Draft["kind"], happenedOn: Day, detail: Draft["detail"]): Draft =>
  ({ kind, happenedOn, certainty: "actual", source: { type: "person" }, detail });

