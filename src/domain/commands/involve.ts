import { INVOLVEMENTS, type Involvement } from "../chronology/codes.ts";
import type { Draft } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { addMonths, type Day, dayInWords, parseDay } from "../dates/day.ts";
import { namedLater, namedOn, whyNotNamed } from "../access/named.ts";
import type { Colleague } from "../work/cover.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";
import { lower } from "../words.ts";

export interface InvolveInput {
  readonly account: string;
  readonly as: string;
  /** Days as text, YYYY-MM-DD; `until` is empty where there is no end yet. */
  readonly from: string;
  readonly until: string;
  readonly why: string;
}

/** Among whom somebody may be named, and where. */
export interface Nameable {
  readonly people: readonly Colleague[];
  readonly authority: string;
  readonly agency: string | null;
}

const FURTHEST_AHEAD_MONTHS = 12;

export const isInvolvement = (text: string): text is Involvement => Object.hasOwn(INVOLVEMENTS, text);

/** Names somebody who works with a child, with the days on which they may open the record. */
export function involve(c: Case, input: InvolveInput, { people, authority, agency }: Nameable, today: Day): Decision {
  const refusals: Refusal[] = [];
  const against = (field: keyof InvolveInput, message: string): void => void refusals.push({ field, message });
  const person = people.find(({ account }) => account === input.account);
  const whyNot = input.account === "" ? "Choose whom to name" : whyNotNamed(person, authority, agency, today);
  if (whyNot !== undefined) against("account", whyNot);
  if (!isInvolvement(input.as)) against("as", "Choose as what they work with the child");
  const from = parseDay(input.from);
  if (from === undefined) against("from", "Enter the first day");
  else if (from > addMonths(today, FURTHEST_AHEAD_MONTHS)) against("from", `${dayInWords(from)} is more than a year ahead. Check the year`);
  const until = input.until.trim() === "" ? undefined : parseDay(input.until);
  if (input.until.trim() !== "" && until === undefined) against("until", "Enter the day it ends, or leave it out until you know");
  else if (until !== undefined && from !== undefined && until <= from) against("until", `The day it ends must be after ${dayInWords(from)}, when it begins`);
  else if (until !== undefined && until <= today) against("until", `${dayInWords(until)} is over already, so nobody could open anything by it. Enter a day still to come, or leave it out`);
  const why = input.why.trim();
  if (why === "") against("why", "Say why, for whoever asks later");
  const had = [...namedOn(c, today), ...namedLater(c, today)].find((n) => n.account === input.account && n.as === input.as);
  if (had !== undefined && person !== undefined) {
    against("account", `${person.name} is named on this record already as ${lower(INVOLVEMENTS[had.as])}, from ${dayInWords(had.from)}. End that first, or choose something else`);
  }
  if (refusals.length > 0 || from === undefined || !isInvolvement(input.as)) return refuse(...refusals);
  return accept(naming(input.account, input.as, why, from, until));
}

/** The entry that names somebody. */
export const naming = (account: string, as: Involvement, why: string, happenedOn: Day, until?: Day): Draft => ({
  kind: "involvement", happenedOn, ...(until === undefined ? {} : { until }), certainty: "actual", detail: { account, as, why }, source: { type: "person" },
});

