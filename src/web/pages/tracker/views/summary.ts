import { STANDARD_COLUMNS } from "../../../../domain/tracker/columns.ts";
import { type Filters, type View, viewParams } from "../../../../domain/tracker/view.ts";
import { sortInWords } from "../../../../domain/tracker/order-in-words.ts";

const FILTER_NAMES: Readonly<Record<keyof Filters, string>> = {
  authority: "authority", stage: "stage", status: "status", worker: "worker", team: "team", group: "siblings", plan: "plan", legal: "legal status",
  placement: "placement", barrier: "barrier", orderFrom: "days since placement order", orderTo: "days since placement order", early: "early permanence",
};

/** What a view is, in a line: “Narrowed by status and plan; by born, oldest first; siblings together; 9 columns”. */
export function viewInWords({ filters, sort, together, columns }: View): string {
  const set = new Set(viewParams({ filters, sort, together, columns }).map(([name]) => name));
  const names = new Set((Object.keys(FILTER_NAMES) as (keyof Filters)[]).filter((name) => set.has(PARAM[name] ?? name)).map((name) => FILTER_NAMES[name]));
  return [
    names.size === 0 ? "All children" : `Narrowed by ${listed([...names])}`,
    `by ${sortInWords(sort)}`,
    ...(together ? ["siblings together"] : []),
    columns.join() === STANDARD_COLUMNS.join() ? "the usual columns" : `${columns.length} columns`,
  ].join("; ");
}

const PARAM: Readonly<Partial<Record<keyof Filters, string>>> = { orderFrom: "order-from", orderTo: "order-to" };

const listed = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
