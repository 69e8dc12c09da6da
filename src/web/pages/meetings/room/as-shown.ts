import { dayInWords, parseDay } from "../../../../domain/dates/day.ts";
import { boxNamed } from "../../../../domain/meetings/boxes.ts";
import { readDateText } from "../../../forms/date-input.ts";

const isDay = (box: string): boolean => boxNamed(box)?.type === "day";

/** A box’s text as the page shows it: a day in words. */
export function asShown(box: string, text: string): string {
  const on = isDay(box) ? parseDay(text) : undefined;
  return on === undefined ? text : dayInWords(on);
}

/** What somebody typed, as it is kept: a day, however it was written; what is no day stays as it is, to be put right. */
export function asStored(box: string, typed: string): string {
  if (!isDay(box)) return typed;
  const read = readDateText(typed);
  return "on" in read ? read.on : typed.trim();
}
