import type { Organisation } from "../access/viewer.ts";
import type { Case } from "../chronology/fold.ts";
import { addMonths, type Day, dayInWords, parseDay } from "../dates/day.ts";
import type { Refusal } from "../commands/command.ts";
import { lastOf, latestCare } from "../permanence/moments.ts";

/** A child offered to another authority, as somebody typed it. */
export interface OfferInput {
  /** The code of the other authority. */
  readonly to: string;
  /** A day as text, YYYY-MM-DD: from when the other authority has the child. */
  readonly movesOn: string;
  readonly why: string;
}

export interface ReadOffer {
  readonly to: string;
  readonly movesOn: Day;
  readonly why: string;
}

const MONTHS_AHEAD = 3;
const MONTHS_BACK = 3;

/** Why a child cannot be offered to any authority; nothing where it can. */
export function whyNotMove(c: Case): string | undefined {
  const order = lastOf(c, "adoption-order");
  if (order !== undefined) return `The child was adopted on ${dayInWords(order.happenedOn)}. A record of an adoption stays with the authority that made it`;
  if (lastOf(c, "record-sealed") !== undefined) return "This record is sealed";
  const care = latestCare(c);
  return care?.until === undefined ? undefined : `The child left care on ${dayInWords(care.until)}. There is nothing to hand over`;
}

/** What was typed, read and checked against the child; `authorities`: those that a child can be offered to. */
export function readOffer(c: Case, { to, movesOn, why }: OfferInput, authorities: readonly Organisation[], today: Day): { readonly offer: ReadOffer } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const never = whyNotMove(c);
  if (never !== undefined) refusals.push({ field: "to", message: never });
  else if (!authorities.some(({ code }) => code === to)) refusals.push({ field: "to", message: "Choose the authority that is to have the child" });
  const on = parseDay(movesOn.trim());
  if (on === undefined) refusals.push({ field: "movesOn", message: "Enter the day from which the other authority has the child" });
  else if (on > addMonths(today, MONTHS_AHEAD)) refusals.push({ field: "movesOn", message: `${dayInWords(on)} is more than ${MONTHS_AHEAD} months ahead. Offer the child nearer the day` });
  else if (on < addMonths(today, -MONTHS_BACK)) refusals.push({ field: "movesOn", message: `${dayInWords(on)} is more than ${MONTHS_BACK} months ago. Check the year` });
  if (why.trim() === "") refusals.push({ field: "why", message: "Say why, for whoever takes the child over and for whoever reads the record later" });
  else if (why.trim().length > 2000) refusals.push({ field: "why", message: "Say why in 2,000 characters or fewer" });
  if (on === undefined || refusals.length > 0) return { refusals };
  return { offer: { to, movesOn: on, why: why.trim() } };
}
