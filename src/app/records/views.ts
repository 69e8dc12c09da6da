import type { Organisation } from "../../domain/access/viewer.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { Erasing } from "../../domain/records/erasing.ts";
import type { Retention, RetentionList } from "../../domain/records/retention.ts";
import type { AccessRow } from "../../store/access-queries.ts";
import type { ErasedEntry, InquiryRow } from "../../store/records-queries.ts";

export type { AccessRow, ErasedEntry, InquiryRow };

/** A child’s record, to whoever keeps it: the local id and no name. */
export interface KeptRecord {
  readonly recordId: string;
  readonly localId: string;
  readonly authority: Organisation;
  readonly version: number;
  readonly retention: Retention;
  readonly list: RetentionList;
}

/** Who came to a record, by day and by person. */
export interface AccessFilter {
  readonly account?: string;
  readonly from?: Day;
  readonly until?: Day;
  /** Only those who were refused. */
  readonly refused?: boolean;
}

export interface Named {
  readonly account: string;
  readonly name: string;
}

export interface KeptRecordPage extends KeptRecord {
  readonly today: Day;
  readonly filter: AccessFilter;
  readonly access: readonly AccessRow[];
  readonly total: number;
  readonly refusals: number;
  readonly page: number;
  readonly pages: number;
  /** Everybody who ever came to it, for choosing one. */
  readonly people: readonly Named[];
}

export interface ListedRecord {
  readonly recordId: string;
  readonly localId: string;
  readonly retention: Retention;
}

export interface RecordLists {
  readonly today: Day;
  readonly counts: Readonly<Record<RetentionList, number>>;
  readonly rows: Readonly<Record<RetentionList, readonly ListedRecord[]>>;
}

/** One line of the disclosure record, in words. */
export interface DisclosureLine {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly who: string;
  /** Their role and organisation, as they were. */
  readonly as: string;
  readonly what: string;
  /** Why, to whom, on whose agreement; empty where nothing more was said. */
  readonly more: string;
}

export interface DisclosureRecord extends KeptRecord {
  readonly lines: readonly DisclosureLine[];
  readonly takenBy: string;
  readonly takenOn: string;
}

export interface ListedEntry {
  readonly entry: Entry;
  readonly state: "in-force" | "replaced" | "withdrawn";
}

export interface RecordEntries extends KeptRecord {
  readonly entries: readonly ListedEntry[];
  readonly erased: readonly ErasedEntry[];
  readonly names: ReadonlyMap<string, string>;
}

/** One entry with its words, and what would go with it. */
export interface ShownEntry extends KeptRecord {
  readonly erasing: Erasing;
  /** Why it cannot be erased; null where it can. */
  readonly cannot: string | null;
  readonly names: ReadonlyMap<string, string>;
}

export interface ErasePage extends ShownEntry {
  readonly colleagues: readonly { readonly account: string; readonly text: string }[];
}

export interface InquiryPage extends InquiryRow {
  readonly aboutName: string;
  readonly askedByName: string;
  readonly rows: readonly (AccessRow & { readonly localId: string | null })[];
  readonly total: number;
}

/** What came of asking for a change to how a record is kept. */
export type KeepOutcome =
  | { readonly outcome: "done" }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  | { readonly outcome: "not-found" };
