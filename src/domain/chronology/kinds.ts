import { COMMON_DETAIL, type DetailField, KIND_TABLE, type KindRow } from "./kind-table.ts";

export { CHAPTERS, COMMON_DETAIL, FORM_CHAPTERS, isFormChapter, REASONS, TRACKS, type Chapter, type DetailField, type FormChapter, type KindRow, type ReturnTable, type Track } from "./kind-table.ts";

export type Kind = keyof typeof KIND_TABLE;

export const KINDS: Readonly<Record<Kind, KindRow>> = KIND_TABLE;
export const KIND_CODES = Object.keys(KIND_TABLE) as Kind[];

export const isKind = (text: string): text is Kind => Object.hasOwn(KIND_TABLE, text);
export const isPeriodKind = (kind: Kind): boolean => KINDS[kind].shape === "period";
/** Whether the kind belongs to a sibling group's record, not a child's. */
export const isSiblingGroupKind = (kind: Kind): boolean => kind === "sibling-membership" || kind === "together-or-apart";

/** All that an entry of a kind may say beside its days: its own details, and where it may be made by hand those common to all. */
export const detailOf = (kind: Kind): Readonly<Record<string, DetailField>> =>
  KINDS[kind].notByHand === undefined ? { ...KINDS[kind].detail, ...COMMON_DETAIL } : (KINDS[kind].detail ?? {});
