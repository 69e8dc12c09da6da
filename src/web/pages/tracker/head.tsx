import type { TrackerPage } from "../../../app/views.ts";
import { type Column, columnLabel, columnSorts, isOfDates } from "../../../domain/tracker/columns.ts";
import { orderInWords } from "../../../domain/tracker/order-in-words.ts";
import type { Sort } from "../../../domain/tracker/view.ts";
import type { Html } from "../../govuk/html.ts";
import { trackerAddress } from "./query.ts";
import { SmallAxis } from "./small-line.tsx";

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
    <th role="columnheader" scope="col" class={`pt-tracker__${isOfDates(column) ? "date" : column === "child" ? "child-head" : column}`} {...(sorted ? { "aria-sort": sort.descending ? "descending" : "ascending" } : {})}>
      <a class="pt-sort" href={trackerAddress(query, { sort: to })}>
        {label}{sorted ? <Arrow up={!sort.descending} /> : null}<span class="govuk-visually-hidden">, sort {orderInWords(to)}</span>
      </a>
    </th>
  );
}

const Arrow = ({ up }: { readonly up: boolean }) => (
  <svg class="pt-sorted" viewBox="0 0 10 6" width="10" height="6" aria-hidden="true"><path d={up ? "M0 6h10L5 0z" : "M0 0h10L5 6z"} /></svg>
);
