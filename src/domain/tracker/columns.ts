import { isAgencyKind, isMeetingKind } from "../agency/shown.ts";
import { type Chapter, isKind, isPeriodKind, isSiblingGroupKind, type Kind, KIND_CODES, KINDS } from "../chronology/kinds.ts";
import { lowerFirst } from "../commands/entry-input.ts";

interface ColumnRow {
  readonly label: string;
  /** Pictures do not sort. */
  readonly sorts: boolean;
}

/** What a list of children can show of each, beside the dates of things that happen on a day. */
export const FIXED_COLUMNS = {
  "child": { label: "Child", sorts: true },
  "where": { label: "Stage, plan and legal status", sorts: true },
  "line": { label: "Line", sorts: false },
  "a10": { label: "A10: care to moving in", sorts: true },
  "a2": { label: "A2: order to match", sorts: true },
  "next": { label: "Next, and whose it is", sorts: true },
  "status": { label: "Status", sorts: true },
  "born": { label: "Born", sorts: true },
  "placement": { label: "Placement", sorts: true },
  "social-worker": { label: "Social worker", sorts: true },
  "family-finder": { label: "Family finder", sorts: true },
  "team": { label: "Team", sorts: true },
  "siblings": { label: "Siblings", sorts: true },
  "barriers": { label: "Barriers", sorts: true },
  "profile": { label: "Who may see the profile", sorts: true },
  "early-permanence": { label: "Early permanence", sorts: true },
  "care-started": { label: "Looked after since", sorts: true },
  "days-since-order": { label: "Days since placement order", sorts: true },
  "authority": { label: "Authority", sorts: true },
} as const satisfies Record<string, ColumnRow>;
export type FixedColumn = keyof typeof FIXED_COLUMNS;

/** A column of dates: `on:` and the kind, of those that happen on a day. */
export type DateColumn = `on:${Kind}`;
/** A column of the regional agency’s own dates of a kind. */
export type AgencyColumn = `agency:${Kind}`;
export type Column = FixedColumn | DateColumn | AgencyColumn;

/** The kinds whose dates can be a column: not of what the agency keeps of its own, or of who may open a record. */
export const DATED_KINDS: readonly Kind[] = KIND_CODES.filter((kind) =>
  !isPeriodKind(kind) && !isSiblingGroupKind(kind) && !isAgencyKind(kind) && !isMeetingKind(kind) && KINDS[kind].chapter !== "records" && kind !== "particulars" && kind !== "birth");

const AGENCY_CHAPTERS: ReadonlySet<Chapter> = new Set<Chapter>(["family-finding", "matching", "moving-in"]);
/** The kinds of which the agency’s own dates can be a column: those of the work it shares in. */
export const AGENCY_DATED_KINDS: readonly Kind[] = DATED_KINDS.filter((kind) => AGENCY_CHAPTERS.has(KINDS[kind].chapter));

/** The kind of a column of dates; nothing for any other column. */
export function kindOf(column: Column): Kind | undefined {
  const kind = column.startsWith("on:") ? column.slice(3) : "";
  return isKind(kind) && DATED_KINDS.includes(kind) ? kind : undefined;
}

/** The kind of which a column shows the agency’s own dates; nothing for any other column. */
export function agencyKindOf(column: Column): Kind | undefined {
  const kind = column.startsWith("agency:") ? column.slice(7) : "";
  return isKind(kind) && AGENCY_DATED_KINDS.includes(kind) ? kind : undefined;
}

/** Whether a column is of dates, the authority’s or the agency’s. */
export const isOfDates = (column: Column): boolean => kindOf(column) !== undefined || agencyKindOf(column) !== undefined;

export const isColumn = (text: string): text is Column => Object.hasOwn(FIXED_COLUMNS, text) || isOfDates(text as Column);

export function columnLabel(column: Column): string {
  const [kind, agency] = [kindOf(column), agencyKindOf(column)];
  if (agency !== undefined) return `Agency’s date: ${lowerFirst(KINDS[agency].label)}`;
  return kind === undefined ? FIXED_COLUMNS[column as FixedColumn].label : KINDS[kind].label;
}

/** The label inside a sentence: “sorted by days since placement order”. */
export const columnInSentence = (column: Column): string => lowerFirst(columnLabel(column));

export const columnSorts = (column: Column): boolean => isOfDates(column) || FIXED_COLUMNS[column as FixedColumn].sorts;

/** What a tracker shows until somebody chooses otherwise. The child always comes first and cannot be left out. */
export const STANDARD_COLUMNS: readonly Column[] = ["child", "where", "line", "a10", "a2", "next", "status"];
