import type { TrackerPage } from "../../../app/views.ts";
import { type Column, columnInSentence, columnLabel, columnSorts, kindOf } from "../../../domain/tracker/columns.ts";
import type { Sort } from "../../../domain/tracker/view.ts";
import type { Html } from "../../govuk/html.ts";
import { trackerAddress } from "./query.ts";
import { SmallAxis } from "./small-line.tsx";

/** What comes first, one way and the other. */
const ORDERS: Readonly<Record<string, readonly [up: string, down: string]>> = {
  "where": ["earliest stage first", "furthest stage first"],
  "a10": ["fewest days first", "most days first"],
  "a2": ["fewest days first", "most days first"],
  "next": ["due soonest first", "due latest first"],
  "status": ["most overdue first", "most overdue last"],
  "born": ["oldest first", "youngest first"],
  "siblings": ["smallest group first", "largest group first"],
  "early-permanence": ["no before yes", "yes before no"],
  "care-started": ["longest in care first", "newest in care first"],
  "days-since-order": ["fewest days first", "most days first"],
};
const DATES: readonly [string, string] = ["earliest first", "latest first"];
const TEXTS: readonly [string, string] = ["A to Z", "Z to A"];

/** “most overdue first” */
export const orderInWords = ({ column, descending }: Sort): string =>
  (ORDERS[column] ?? (kindOf(column) === undefined ? TEXTS : DATES))[descending ? 1 : 0];

/** “status, most overdue first” */
export const sortInWords = (sort: Sort): string => `${columnInSentence(sort.column)}, ${orderInWords(sort)}`;

/** Columns of which the most is what people look for first. */
const MOST_FIRST: ReadonlySet<Column> = new Set<Column>(["a10", "a2", "days-since-order"]);

/** The head of a column: a link that sorts by it, and the other way round where the list is sorted by it already. */
export function Head({ tracker, column }: { readonly tracker: TrackerPage; readonly column: Column }): Html {
  const { query, today } = tracker;
  const label = columnLabel(column);
  if (!columnSorts(column)) {
    return <th role="columnheader" scope="col" class={`pt-tracker__${column}`}>{column === "line" ? <><span class="govuk-visually-hidden">{label}</span><SmallAxis today={today} /></> : label}</th>;
  }
  const { sort } = query.view;
  const sorted = sort.column === column;
  const to: Sort = { column, descending: sorted ? !sort.descending : MOST_FIRST.has(column) };
  return (
    <th role="columnheader" scope="col" class={`pt-tracker__${kindOf(column) === undefined ? column : "date"}`} {...(sorted ? { "aria-sort": sort.descending ? "descending" : "ascending" } : {})}>
      <a class="pt-sort" href={trackerAddress(query, { sort: to })}>
        {label}{sorted ? <Arrow up={!sort.descending} /> : null}<span class="govuk-visually-hidden">, sort {orderInWords(to)}</span>
      </a>
    </th>
  );
}

const Arrow = ({ up }: { readonly up: boolean }) => (
  <svg class="pt-sorted" viewBox="0 0 10 6" width="10" height="6" aria-hidden="true"><path d={up ? "M0 6h10L5 0z" : "M0 0h10L5 6z"} /></svg>
);
