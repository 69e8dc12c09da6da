import type { Day } from "../../domain/dates/day.ts";
import type { ByHand, ItemMode, MeetingDetail, MeetingState, Reason, SeriesDefinition } from "../../domain/meetings/meeting.ts";

export interface SeriesRow {
  readonly organisation: string;
  readonly id: string;
  readonly definition: SeriesDefinition;
  /** Rises with each change. */
  readonly revision: number;
  readonly endedOn: Day | null;
}

/** Instants are ISO 8601 in UTC. */
export interface MeetingRow {
  readonly organisation: string;
  readonly id: string;
  readonly series: string;
  readonly heldOn: Day;
  readonly state: MeetingState;
  readonly detail: MeetingDetail;
  readonly revision: number;
  readonly agendaBuiltAt: string | null;
  readonly agendaSentAt: string | null;
  readonly agendaSentBy: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedIn: string | null;
  /** The account that writes. */
  readonly pen: string | null;
  readonly currentItem: string | null;
  readonly currentSince: string | null;
}

/** What a meeting may be changed to; what is left out stays. */
export type MeetingChange = Partial<Omit<MeetingRow, "organisation" | "id" | "series" | "revision">>;

export interface ItemRow {
  readonly organisation: string;
  readonly meeting: string;
  readonly id: string;
  readonly authority: string | null;
  readonly recordId: string | null;
  /** The child’s local id; null for business that is about no child. */
  readonly localId: string | null;
  readonly title: string | null;
  readonly part: string;
  /** From 1 within its part. */
  readonly position: number;
  readonly minutes: number;
  readonly mode: ItemMode;
  readonly reasons: readonly Reason[];
  readonly presenter: string | null;
  /** What people did by hand, which building the agenda anew keeps. */
  readonly byHand: readonly ByHand[];
  readonly changedBy: string | null;
  readonly why: string | null;
  readonly concludedAt: string | null;
  readonly concludedBy: string | null;
  readonly entries: readonly number[];
}
export type ItemDraft = Omit<ItemRow, "organisation" | "meeting" | "localId" | "byHand" | "concludedAt" | "concludedBy" | "entries"> & { readonly byHand?: readonly ByHand[] };

/** A message to one person: nothing in it names a child. */
export interface MessageDraft {
  readonly account: string;
  /** A template of src/domain/post/templates.ts. */
  readonly template: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
  /** Where it leads, from “/”. */
  readonly path: string;
  /** Says that it is the same thing: one account is told of it once. */
  readonly key?: string;
  /** An invitation, as the text of an .ics file. */
  readonly calendar?: string;
}
