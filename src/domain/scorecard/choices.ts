import { lower } from "../words.ts";
import type { Options, Traveller } from "./indicators.ts";

/**
 * Points that the published definitions leave open, and that an authority may settle otherwise than is usual here: each with
 * what can be chosen, the usual first. Every figure of the authority is then by its choice.
 */
export const CHOICES = {
  order: { label: "Where there were two placement orders in one period of care, A2 starts with", options: { first: "The first", last: "The last" } },
  fourteenMonths: { label: "A3’s 14 months are", options: { calendar: "Calendar months, to the corresponding date", "426-days": "426 days" } },
  among: { label: "A3 is a share of", options: { adopted: "Adopted children alone", "in-process": "Adopted children, and those still going through the process on the window’s last day" } },
} as const;
export type ChoiceCode = keyof typeof CHOICES;
export const CHOICE_CODES = Object.keys(CHOICES) as ChoiceCode[];

/** How an authority has settled them. */
export type Choices = Required<Options>;
export const USUAL: Choices = { order: "first", fourteenMonths: "calendar", among: "adopted" };

export const isUsual = (choices: Choices): boolean => CHOICE_CODES.every((code) => choices[code] === USUAL[code]);

/** Reads what was chosen; nothing where any of it is no option. */
export function readChoices(given: Readonly<Record<string, string | undefined>>): Choices | undefined {
  const isOption = CHOICE_CODES.every((code) => Object.hasOwn(CHOICES[code].options, given[code] ?? ""));
  return isOption ? ({ order: given["order"], fourteenMonths: given["fourteenMonths"], among: given["among"] } as Choices) : undefined;
}

/** What was chosen otherwise than usual, in words. */
export const otherwise = (choices: Choices): readonly string[] =>
  CHOICE_CODES.flatMap((code) => (choices[code] === USUAL[code] ? [] : [`${CHOICES[code].label}: ${lower((CHOICES[code].options as Readonly<Record<string, string>>)[choices[code]] ?? "")}`]));

/** The same children with the order that A2 starts with as their only one, for figures that are worked out without being told of choices. */
export function byOrder<T extends Pick<Traveller, "journey">>(travellers: readonly T[], { order }: Pick<Choices, "order">): readonly T[] {
  if (order === "first") return travellers;
  return travellers.map((traveller) => {
    const last = traveller.journey.laterPlacementOrders.at(-1);
    return last === undefined ? traveller : { ...traveller, journey: { ...traveller.journey, placementOrder: { on: last }, laterPlacementOrders: [] } };
  });
}
