import { BARRIERS, LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../chronology/codes.ts";
import { isStage, type Stage } from "../permanence/stage.ts";
import { type Column, columnSorts, isColumn, STANDARD_COLUMNS } from "./columns.ts";

/** Late: a clock that counts is overdue. Due soon: none is, and one is due within 14 days. On track: neither, and nothing is unknown. Not recorded: neither, and all that runs is not recorded; or nothing runs for a child not known to be in care or to have a plan. Ended: adopted or left care, and nothing is awaited any more. Every child has exactly one. */
export const TRACKER_STATUSES = {
  "late": "Late",
  "due-soon": "Due in 14 days",
  "on-track": "On track",
  "not-recorded": "Not recorded",
  "ended": "Ended",
} as const;
export type TrackerStatus = keyof typeof TRACKER_STATUSES;

/** In a filter on something a child may not have: those who have none. */
export const NONE = "none";

/** What a list is narrowed to. Several values of one filter widen it; several filters narrow together. */
export interface Filters {
  readonly authority?: string;
  readonly stage: readonly Stage[];
  readonly status: readonly TrackerStatus[];
  /** Accounts or worker codes, on either track; or NONE: no social worker. */
  readonly worker: readonly string[];
  readonly team: readonly string[];
  /** A sibling group’s record id; or NONE; or `any`: in some group. */
  readonly group?: string;
  readonly plan: readonly string[];
  readonly legal: readonly string[];
  readonly placement: readonly string[];
  readonly barrier: readonly string[];
  /** Days since the placement order in force, from and to, both counted in. A child without one matches neither. */
  readonly orderFrom?: number;
  readonly orderTo?: number;
  readonly early?: "yes" | "no";
  /** Those of whom a date of the regional agency’s differs from the authority’s, and is not settled. */
  readonly differs?: "yes";
  /** Those whose profile is shown further than it may be. */
  readonly profile?: "too-far";
  /** A standard’s id: of which a clock that counts is past its day, or within its warning period, for a child who has not left. */
  readonly drift?: string;
}

export interface Sort {
  readonly column: Column;
  readonly descending: boolean;
}

/** How a list of children is seen: what an address, a saved view and an export hold. No names are in it. */
export interface View {
  readonly filters: Filters;
  readonly sort: Sort;
  /** Siblings stand next to each other, where the first of them stands. */
  readonly together: boolean;
  /** In order, `child` first. */
  readonly columns: readonly Column[];
}

export const NO_FILTERS: Filters = { stage: [], status: [], worker: [], team: [], plan: [], legal: [], placement: [], barrier: [] };
export const STANDARD_SORT: Sort = { column: "status", descending: false };
export const STANDARD_VIEW: View = { filters: NO_FILTERS, sort: STANDARD_SORT, together: false, columns: STANDARD_COLUMNS };

export type Params = Readonly<Record<string, readonly string[]>>;

export interface ReadView {
  readonly view: View;
  /** What the parameters asked for that there is no more, such as a column that has gone: in words for the person. */
  readonly dropped: readonly string[];
}

const MOST_VALUES = 50;

/**
 * Reads a view from the parameters of an address or a saved view. What is not understood is
 * left out and said: an old link still opens.
 */
export function readView(params: Params): ReadView {
  const dropped: string[] = [];
  const given = (name: string): readonly string[] => (params[name] ?? []).filter((text) => text !== "").slice(0, MOST_VALUES);
  const among = <T extends string>(name: string, what: string, is: (text: string) => boolean): readonly T[] => given(name).filter((text): text is T => {
    if (!is(text)) dropped.push(`${what} “${text.slice(0, 40)}”`);
    return is(text);
  });
  const one = (name: string, what: string, is: (text: string) => boolean): string | undefined => among(name, what, is)[0];
  const days = (name: string): number | undefined => {
    const text = one(name, "days since the order", (t) => /^\d{1,5}$/.test(t));
    return text === undefined ? undefined : Number(text);
  };
  const [authority, group, drift, early] = [one("authority", "authority", isReference), one("group", "sibling group", isReference), one("drift", "drift rule", isReference), one("early", "early permanence", (t) => t === "yes" || t === "no")];
  const differs = one("differs", "differing dates", (t) => t === "yes");
  const profile = one("profile", "profiles shown too far", (t) => t === "too-far");
  const [orderFrom, orderTo] = [days("order-from"), days("order-to")];
  const filters: Filters = {
    stage: among<Stage>("stage", "stage", isStage),
    status: among<TrackerStatus>("status", "status", (t) => Object.hasOwn(TRACKER_STATUSES, t)),
    worker: among("worker", "worker", isReference),
    team: among("team", "team", (t) => t.length <= 100),
    plan: among("plan", "plan", codeOr(PERMANENCE_PLANS)),
    legal: among("legal", "legal status", codeOr(LEGAL_STATUSES)),
    placement: among("placement", "placement type", codeOr(PLACEMENT_TYPES)),
    barrier: among("barrier", "barrier", codeOr(BARRIERS)),
    ...(authority === undefined ? {} : { authority }),
    ...(group === undefined ? {} : { group }),
    ...(orderFrom === undefined ? {} : { orderFrom }),
    ...(orderTo === undefined ? {} : { orderTo }),
    ...(early === undefined ? {} : { early: early as "yes" | "no" }),
    ...(differs === undefined ? {} : { differs: "yes" as const }),
    ...(profile === undefined ? {} : { profile: "too-far" as const }),
    ...(drift === undefined ? {} : { drift }),
  };
  const columns = [...new Set(among<Column>("column", "column", isColumn))].filter((c) => c !== "child");
  const sort = one("sort", "sort by", (t) => isColumn(t.replace(/^-/, "")) && columnSorts(t.replace(/^-/, "") as Column));
  return {
    view: {
      filters,
      sort: sort === undefined ? STANDARD_SORT : { column: sort.replace(/^-/, "") as Column, descending: sort.startsWith("-") },
      together: (params["siblings"] ?? [])[0] === "together",
      columns: columns.length === 0 ? STANDARD_COLUMNS : ["child", ...columns],
    },
    dropped,
  };
}

/** An id or a code: never a name, so that no address holds one. */
const isReference = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$/.test(text);
const codeOr = (codes: Readonly<Record<string, string>>) => (text: string): boolean => text === NONE || Object.hasOwn(codes, text);

/** The parameters of a view, as short as they can be: what is standard is left out. Reading them gives the view again. */
export function viewParams({ filters, sort, together, columns }: View): readonly (readonly [string, string])[] {
  const many = (name: string, values: readonly string[]) => values.map((value) => [name, value] as const);
  const one = (name: string, value: string | number | undefined) => (value === undefined ? [] : [[name, String(value)] as const]);
  const isStandard = columns.join() === STANDARD_COLUMNS.join();
  const by = `${sort.descending ? "-" : ""}${sort.column}`;
  return [
    ...one("authority", filters.authority),
    ...many("stage", filters.stage), ...many("status", filters.status), ...many("worker", filters.worker), ...many("team", filters.team),
    ...one("group", filters.group),
    ...many("plan", filters.plan), ...many("legal", filters.legal), ...many("placement", filters.placement), ...many("barrier", filters.barrier),
    ...one("order-from", filters.orderFrom), ...one("order-to", filters.orderTo), ...one("early", filters.early), ...one("differs", filters.differs), ...one("profile", filters.profile), ...one("drift", filters.drift),
    ...(by === STANDARD_SORT.column ? [] : one("sort", by)),
    ...(together ? one("siblings", "together") : []),
    ...(isStandard ? [] : many("column", columns.filter((c) => c !== "child"))),
  ];
}
