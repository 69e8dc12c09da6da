import { type Day, dayInWords, daysBetween } from "../dates/day.ts";
import { daysInWords } from "../standards/words.ts";
import type { DeskGroup } from "./groups.ts";

/** What stands first on a desk. */
export interface FirstThing {
  readonly title: string;
  readonly localId: string;
  readonly dueOn: Day | null;
  readonly group: DeskGroup;
}

export interface NextInWords {
  /** “Now: ”, what and for whom stands between, then the rest: so that a page can make a link of it. */
  readonly before: string;
  readonly after: string;
}

const plural = (n: number, one: string, many: string): string => `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;

/** What to do next, in one sentence around the first thing; and in another what else presses. */
export function nextInWords(first: FirstThing | undefined, totals: Readonly<Record<DeskGroup, number>>, today: Day): NextInWords {
  const others = restInWords(first?.group, totals);
  if (first === undefined) return { before: totals.undated === 0 ? "Nothing is due from you." : `Nothing is due from you by a day. ${plural(totals.undated, "thing is", "things are")} to be done all the same.`, after: "" };
  const { dueOn, group } = first;
  if (group === "late" && dueOn !== null) return { before: "Do first: ", after: `, due ${dayInWords(dueOn)} and ${daysInWords(daysBetween(dueOn, today))} late.${others}` };
  if (group === "week" && dueOn !== null) return { before: "Do next: ", after: `, due ${dueOn === today ? "today" : `${dayInWords(dueOn)}, in ${daysInWords(daysBetween(today, dueOn))}`}.${others}` };
  if (group === "unseen" && dueOn !== null) return { before: "Find out and record: ", after: `, due ${dayInWords(dueOn)}, of which the last return does not speak.${others}` };
  return { before: "Nothing is due in the next 7 days. Next is ", after: dueOn === null ? "." : `, due ${dayInWords(dueOn)}.` };
}

function restInWords(group: DeskGroup | undefined, { late, week }: Readonly<Record<DeskGroup, number>>): string {
  const more = (n: number): string => `${n.toLocaleString("en-GB")} more ${n === 1 ? "is" : "are"}`;
  const parts: string[] = [];
  if (group === "late" && late > 1) parts.push(`${more(late - 1)} late`);
  if (group === "late" && week > 0) parts.push(`${plural(week, "is", "are")} due in the next 7 days`);
  if (group === "week" && week > 1) parts.push(`${more(week - 1)} due in the next 7 days`);
  return parts.length === 0 ? (group === "week" ? " Nothing is late." : "") : ` ${parts.join(", and ")}.`;
}
