import { SUPPRESSED } from "../../scorecard/suppression.ts";
import type { GroupKind } from "../../scorecard/published/published.ts";
import type { IndicatorCode } from "../../scorecard/window.ts";
import { counted } from "../../words.ts";
import type { Cell } from "./told.ts";

/** What an indicator is called in a heading. */
export const SHORT: Readonly<Record<IndicatorCode, string>> = { A1: "from entering care to moving in", A2: "from the court’s authority to the match", A3: "moved in within 14 months", A10: "A1, allowing for foster carers who adopt" };

export const isNumber = (cell: Cell): cell is number => typeof cell === "number";

/** “593 days”; “45%” for A3. */
export const measure = (code: IndicatorCode, value: number): string => (code === "A3" ? `${value}%` : counted(value, "day"));

/** A cell of a table: a number, `x`, or that there is none. */
export const cell = (value: Cell, none = "–"): string => (value === null ? none : typeof value === "number" ? value.toLocaleString("en-GB") : SUPPRESSED);

/** “1 child”, “22 children”; or that the number is too small to publish. */
export const childrenSaid = (value: Cell): string => (value === null || value === 0 ? "no children" : value === "x" ? "a number of children too small to publish" : counted(value, "child", "children"));

/** “1st”, “2nd”, “122nd”, “111th”. */
export function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teens ? "th" : ({ 1: "st", 2: "nd", 3: "rd" } as const)[n % 10 as 1 | 2 | 3] ?? "th"}`;
}

const IN_A_SENTENCE = { "neighbours": "statistical neighbours", "core-cities": "core cities" } as const;

/** A group as a sentence has it: of its kind; one of the authority’s own by its name. */
export const ownName = (name: string, kind: GroupKind): string => (kind === "own" ? `“${name}”` : kind === "region" ? `the authorities of ${name}` : IN_A_SENTENCE[kind]);

/** A part of a change: “12 days fewer”, “no change”. */
export const changeSaid = (days: number): string => {
  const whole = Math.floor(Math.abs(days) + 0.5);
  return whole === 0 ? "no change" : `${counted(whole, "day")} ${days < 0 ? "fewer" : "more"}`;
};

/** To one decimal place where it is not whole: 371.5, 35. */
export const oneDecimal = (value: number): string => (Math.round(value * 10) / 10).toLocaleString("en-GB", { maximumFractionDigits: 1 });

/** How many of a group, in a sentence: “8 core cities”, “3 authorities of Three Rivers”, “4 in “Our four””. */
export const manyOf = (n: number, name: string, kind: GroupKind): string =>
  `${n} ${kind === "own" ? `in ${ownName(name, kind)}` : kind === "region" ? `authorities of ${name}` : IN_A_SENTENCE[kind]}`;

/** The average of a group where its name alone could be read as that of the region itself: “the average of the 3 authorities of Three Rivers”. `of`: how many it counts. */
export const averageName = (name: string, kind: GroupKind, of: number): string => (kind === "region" ? `the average of the ${manyOf(of, name, kind)}` : ownName(name, kind));

/** A region or England as its source printed it, which is no average of authorities. */
export const asPublished = ({ name, isNational }: { readonly name: string; readonly isNational: boolean }): string => (isNational ? name : `${name} as published`);
