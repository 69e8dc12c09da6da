import type { SavedView, TrackerQuery } from "../../../app/views.ts";
import type { AsAt } from "../../../domain/chronology/fold.ts";
import type { Day } from "../../../domain/dates/day.ts";
import { type Filters, NO_FILTERS, type Params, readView, type View, viewParams } from "../../../domain/tracker/view.ts";
import { asAtQuery, readAsAt } from "../../as-at/as-at.ts";
import { type TypedDays, unusableDays } from "./days-asked.ts";

/** What an address asks of the tracker. */
export interface Asked {
  readonly query: TrackerQuery;
  /** What it asked for that there is no more, in words. */
  readonly dropped: readonly string[];
  /** Days since the order that cannot be used, as typed. */
  readonly days?: TypedDays;
}

/** The value of `view` that opens the product’s own view, whatever opens first for this person. */
export const STANDARD = "standard";

/** Reads the address of a tracker, on top of the saved view that it opens. What is not understood is left out and said: an old link still opens. */
export function readTrackerQuery(params: Params, today: Day, saved?: SavedView): Asked {
  const asked = { ...saved?.params, ...params };
  const days = unusableDays(asked);
  const { view, dropped } = readView(days === undefined ? asked : { ...asked, "order-from": [], "order-to": [] });
  const first = (name: string): string => params[name]?.[0] ?? "";
  const asAt = readAsAt({ "known-on": first("known-on"), "stood-on": first("stood-on") }, today);
  const page = /^[1-9]\d{0,4}$/.test(first("page")) ? Number(first("page")) : 1;
  return { query: { view, page, ...asAt, ...(saved === undefined ? {} : { saved }) }, dropped, ...(days === undefined ? {} : { days }) };
}

/** A change to a view; a filter that is undefined is taken away. */
export interface Change extends Partial<Omit<View, "filters">> {
  readonly filters?: { readonly [Name in keyof Filters]?: Filters[Name] | undefined };
  readonly page?: number;
}

/** The tracker’s address of a view, with parts of it changed. Another view starts at the first page. */
export const trackerAddress = (query: TrackerQuery, change: Change = {}): string =>
  addressOf("/tracker", addressParams(changed(query, change)));

/** The address of a page that leads back to the tracker as it is, its saved view included. */
export const addressAt = (path: string, query: TrackerQuery): string => addressOf(path, addressParams({ ...query, page: 1 }));

/** The address of another page about the same children: all of the view is in it, whatever saved view it came from. The page of the list is not. */
export const viewAddress = (path: string, query: TrackerQuery): string =>
  addressOf(path, [...viewParams(query.view), ...asAtParams(query)]);

/** The parameters of the tracker’s address: beside a saved view, only where they differ from it. */
export function addressParams(query: TrackerQuery): readonly Pair[] {
  const view = besideSaved(query);
  const rest: readonly Pair[] = [...asAtParams(query), ...(query.page > 1 ? [["page", String(query.page)] as const] : [])];
  return view.length + rest.length === 0 ? [["view", STANDARD]] : [...view, ...rest];
}

export type Pair = readonly [name: string, value: string];

const addressOf = (path: string, params: readonly Pair[]): string => {
  const search = new URLSearchParams(params.map(([name, value]) => [name, value]));
  return search.size === 0 ? path : `${path}?${search}`;
};

function changed(query: TrackerQuery, { filters, page = 1, ...view }: Change): TrackerQuery {
  return { ...query, page, view: { ...query.view, ...view, filters: withFilters(query.view.filters, filters) } };
}

function withFilters(filters: Filters, change: Change["filters"] = {}): Filters {
  const set = Object.entries({ ...filters, ...change }).filter(([, value]) => value !== undefined);
  return { ...NO_FILTERS, ...Object.fromEntries(set) };
}

function besideSaved({ view, saved }: TrackerQuery): readonly Pair[] {
  const now = viewParams(view);
  if (saved === undefined) return now;
  const valuesNow = (name: string): readonly string[] => now.filter(([n]) => n === name).map(([, value]) => value);
  const names = [...new Set([...Object.keys(saved.params), ...now.map(([name]) => name)])];
  return [["view", saved.id], ...names.filter((name) => valuesNow(name).join("\n") !== (saved.params[name] ?? []).join("\n"))
    .flatMap((name): Pair[] => (valuesNow(name).length === 0 ? [[name, ""]] : valuesNow(name).map((value) => [name, value])))];
}

/** Whether the view is no longer as it was saved. */
export const differsFromSaved = (query: TrackerQuery): boolean => query.saved !== undefined && besideSaved(query).length > 1;

const asAtParams = (asAt: AsAt): readonly Pair[] => [...new URLSearchParams(asAtQuery(asAt))];

/** The parameters by name, as a saved view keeps them. */
export function savedParams(view: View): Params {
  const params: Record<string, string[]> = {};
  for (const [name, value] of viewParams(view)) (params[name] ??= []).push(value);
  return params;
}
