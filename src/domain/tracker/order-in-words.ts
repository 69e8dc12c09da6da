import { columnInSentence, isOfDates } from "./columns.ts";
import type { Sort } from "./view.ts";

/** What comes first, one way and the other. */
const ORDERS: Readonly<Record<string, readonly [up: string, down: string]>> = {
  "where": ["earliest stage first", "furthest stage first"],
  "a10": ["fewest days first", "most days first"],
  "a2": ["fewest days first", "most days first"],
  "next": ["due soonest first", "due latest first"],
  "status": ["most overdue first", "most overdue last"],
  "born": ["oldest first", "youngest first"],
  "siblings": ["smallest group first", "largest group first"],
  "profile": ["shown too far first, then as it opens", "withdrawn first"],
  "early-permanence": ["no before yes", "yes before no"],
  "care-started": ["longest in care first", "newest in care first"],
  "days-since-order": ["fewest days first", "most days first"],
};
const DATES: readonly [string, string] = ["earliest first", "latest first"];
const TEXTS: readonly [string, string] = ["A to Z", "Z to A"];

/** “most overdue first” */
export const orderInWords = ({ column, descending }: Sort): string =>
  (ORDERS[column] ?? (isOfDates(column) ? DATES : TEXTS))[descending ? 1 : 0];

/** “status, most overdue first” */
export const sortInWords = (sort: Sort): string => `${columnInSentence(sort.column)}, ${orderInWords(sort)}`;
