import { BARRIERS, LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../chronology/codes.ts";
import { STAGES } from "../permanence/stage.ts";
import { sortInWords } from "./order-in-words.ts";
import { type Filters, NONE, TRACKER_STATUSES, type View } from "./view.ts";

export interface ViewNames {
  readonly workers: ReadonlyMap<string, string>;
  readonly authorities: ReadonlyMap<string, string>;
}

/**
 * What a list shows, in a sentence or two: “Children at placement order or matched; late. Sorted by
 * next, and whose it is, due soonest first; siblings together.” Names of workers may be in it, of children never.
 */
export function viewInWords({ filters, sort, together }: View, names: ViewNames): string {
  const said = filtersInWords(filters, names);
  const which = said.length === 0 ? "All children that the person may see" : `Children ${said.join("; ")}`;
  return `${which}. Sorted by ${sortInWords(sort)}${together ? "; siblings together" : ""}.`;
}

/** Each filter as a phrase that follows “children”. */
export function filtersInWords(filters: Filters, { workers, authorities }: ViewNames): readonly string[] {
  const { authority, stage, status, worker, team, group, plan, legal, placement, barrier, orderFrom, orderTo, early, differs, profile, drift } = filters;
  const said = <T extends string>(before: string, values: readonly T[], word: (value: T) => string): string[] => (values.length === 0 ? [] : [`${before}${either(values.map(word))}`]);
  const among = (codes: Readonly<Record<string, string>>, none: string) => (code: string): string => (code === NONE ? none : quoted(codes[code] ?? code));
  return [
    ...(authority === undefined ? [] : [`of ${authorities.get(authority) ?? authority}`]),
    ...said("at stage ", stage, (s) => quoted(STAGES[s])),
    ...said("with status ", status, (s) => quoted(TRACKER_STATUSES[s])),
    ...said("allocated to ", worker, (w) => (w === NONE ? "no social worker" : workers.get(w) ?? w)),
    ...said("of team ", team, quoted),
    ...(group === undefined ? [] : [group === NONE ? "in no sibling group" : group === "any" ? "in a sibling group" : "in one sibling group"]),
    ...said("with plan ", plan, among(PERMANENCE_PLANS, "not recorded")),
    ...said("with legal status ", legal, among(LEGAL_STATUSES, "not recorded")),
    ...said("with placement ", placement, among(PLACEMENT_TYPES, "not recorded")),
    ...said("with barrier ", barrier, among(BARRIERS, "none")),
    ...sinceOrder(orderFrom, orderTo),
    ...(early === undefined ? [] : [early === "yes" ? "with early permanence" : "without early permanence"]),
    ...(differs === undefined ? [] : ["with a date that differs from the agency’s"]),
    ...(profile === undefined ? [] : ["whose profile is shown further than it may be"]),
    ...(drift === undefined ? [] : [`past the day of ${drift}, or near it`]),
  ];
}

const quoted = (text: string): string => `“${text}”`;
const either = (values: readonly string[]): string => (values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`);

function sinceOrder(from: number | undefined, to: number | undefined): readonly string[] {
  if (from === undefined && to === undefined) return [];
  const range = to === undefined ? `${from} days or more` : from === undefined ? `${to} days or fewer` : `${from} to ${to} days`;
  return [`${range} since the placement order`];
}
