import type { TrackerPage } from "../../../app/views.ts";
import { BARRIERS, LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../../../domain/chronology/codes.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import { type Filters, NONE, TRACKER_STATUSES } from "../../../domain/tracker/view.ts";

/** The filters of which several values may be chosen: their name, and what having none is called where that can be asked for. */
export const LIST_FILTERS = {
  stage: { label: "Stage", none: undefined },
  status: { label: "Status", none: undefined },
  worker: { label: "Worker", none: "No social worker" },
  team: { label: "Team", none: "No team" },
  plan: { label: "Plan", none: "No plan recorded" },
  legal: { label: "Legal status", none: "No legal status" },
  placement: { label: "Placement", none: "Not placed" },
  barrier: { label: "Barrier", none: "No barrier" },
} as const;
export type ListFilter = keyof typeof LIST_FILTERS;

/** One thing a filter can be set to, with how many children have it where that is known. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly children?: number;
}

/** What a filter can be set to: what the children of this viewer have, what is set already, and having none. */
export function optionsOf(tracker: TrackerPage, filter: ListFilter): readonly Option[] {
  if (filter === "stage" || filter === "status") return Object.entries(filter === "stage" ? STAGES : TRACKER_STATUSES).map(([value, text]) => ({ value, text }));
  const { choices } = tracker;
  const found = { worker: choices.workers, team: choices.teams, plan: choices.plans, legal: choices.legals, placement: choices.placements, barrier: choices.barriers }[filter]
    .filter(({ value }) => value !== NONE)
    .map(({ value, children }): Option => ({ value, children, text: valueInWords(tracker, filter, value) }))
    .sort((a, b) => a.text.localeCompare(b.text, "en-GB"));
  const gone = tracker.query.view.filters[filter].filter((value) => value !== NONE && !found.some((o) => o.value === value));
  return [
    ...found,
    ...gone.map((value) => ({ value, text: valueInWords(tracker, filter, value), children: 0 })),
    { value: NONE, text: LIST_FILTERS[filter].none },
  ];
}

const LABELS: Readonly<Partial<Record<ListFilter, Readonly<Record<string, string>>>>> = {
  stage: STAGES, status: TRACKER_STATUSES, plan: PERMANENCE_PLANS, legal: LEGAL_STATUSES, placement: PLACEMENT_TYPES, barrier: BARRIERS,
};

/** A value of a filter by its label; a worker by name where there is one. */
export function valueInWords(tracker: TrackerPage, filter: ListFilter, value: string): string {
  if (value === NONE) return LIST_FILTERS[filter].none ?? "None";
  if (filter === "worker") return tracker.workerNames.get(value) ?? value;
  return LABELS[filter]?.[value] ?? value;
}

/** Something chosen, and the filters without it. */
export interface Chosen {
  readonly filter: string;
  readonly text: string;
  readonly without: { readonly [Name in keyof Filters]?: Filters[Name] | undefined };
}

/** Everything the list is narrowed by, in words, each with how to take it away. */
export function chosenFilters(tracker: TrackerPage): readonly Chosen[] {
  const { filters } = tracker.query.view;
  const { authority, group, early, orderFrom, orderTo, differs, profile, drift } = filters;
  return [
    ...(authority === undefined ? [] : [{ filter: "Authority", text: tracker.authorities.find((a) => a.code === authority)?.name ?? authority, without: { authority: undefined } }]),
    ...(Object.keys(LIST_FILTERS) as ListFilter[]).flatMap((name) => (filters[name] as readonly string[]).map((value) => ({
      filter: LIST_FILTERS[name].label, text: valueInWords(tracker, name, value),
      without: { [name]: (filters[name] as readonly string[]).filter((v) => v !== value) },
    }))),
    ...(group === undefined ? [] : [{ filter: "Siblings", text: groupInWords(tracker, group), without: { group: undefined } }]),
    ...(orderFrom === undefined && orderTo === undefined ? [] : [{ filter: "Since placement order", text: daysInWords(orderFrom, orderTo), without: { orderFrom: undefined, orderTo: undefined } }]),
    ...(early === undefined ? [] : [{ filter: "Early permanence", text: early === "yes" ? "Yes" : "No", without: { early: undefined } }]),
    ...(differs === undefined ? [] : [{ filter: "Agency’s dates", text: "differ", without: { differs: undefined } }]),
    ...(profile === undefined ? [] : [{ filter: "Profile", text: "shown further than it may be", without: { profile: undefined } }]),
    ...(drift === undefined ? [] : [{ filter: "Drift", text: `past ${drift}, or near it`, without: { drift: undefined } }]),
  ];
}

function groupInWords({ lines }: TrackerPage, group: string): string {
  if (group === NONE) return "In no sibling group";
  if (group === "any") return "In a sibling group";
  const [one] = lines;
  return one === undefined ? "One sibling group" : `The group of ${one.localId}`;
}

function daysInWords(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `at most ${to} days`;
  return to === undefined ? `at least ${from} days` : `${from} to ${to} days`;
}
