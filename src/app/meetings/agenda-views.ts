import type { Day } from "../../domain/dates/day.ts";
import type { AgendaItem } from "../../domain/meetings/agenda.ts";
import type { PartFit, Proposal } from "../../domain/meetings/fit.ts";
import type { Lead, Part, Reason } from "../../domain/meetings/meeting.ts";
import type { Stage } from "../../domain/permanence/stage.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";

/** A reason with what its rule is called. */
export interface ToldReason extends Reason {
  readonly title: string;
}

/** An item of an agenda as a page shows it. */
export interface MeetingItem extends AgendaItem {
  readonly authority: string | null;
  readonly entries: readonly number[];
  readonly reasons: readonly ToldReason[];
  /** Only where the viewer has chosen to see names. */
  readonly name: string | null;
  readonly stage: Stage | null;
  /** “Placement order · Adoption · Fostering”, as the lists have it. */
  readonly standing: string;
  /** By name: the allocated worker, and the manager of the team. */
  readonly presenters: readonly string[];
  /** The local ids of brothers and sisters who are on the agenda too. */
  readonly siblings: readonly string[];
  /** The program proposes to put nobody off who must be considered. */
  readonly must: boolean;
  readonly changedByName: string | null;
  /** What was said of the child’s open actions: what is in the way, and what is to happen. */
  readonly said: readonly string[];
  /** What is proposed, where it does not fit its part. */
  readonly proposal: Proposal | null;
}

export interface MeetingPart extends Part {
  /** To be discussed or noted, in order; what was deferred is apart. */
  readonly items: readonly MeetingItem[];
  readonly fit: PartFit;
}

/** A meeting with its agenda, for whoever looks: children whom they may not open are not there, and not counted. */
export interface MeetingPage {
  readonly today: Day;
  readonly meeting: MeetingRow;
  readonly series: SeriesRow;
  readonly nextOn: Day | null;
  readonly leads: Readonly<Record<Lead, Day>> | null;
  readonly parts: readonly MeetingPart[];
  readonly deferred: readonly MeetingItem[];
  /** Taken off for safety: only for whoever holds the meeting. */
  readonly removed: readonly MeetingItem[];
  /** Whether the viewer holds the organisation’s meetings. */
  readonly mayHold: boolean;
  /** The viewer belongs to the meeting, and may still say whether they come. */
  readonly hasSeat: boolean;
  /** Whether the agenda can still be changed: the meeting is not held, nor cancelled. */
  readonly isBefore: boolean;
  /** Something that was on the agenda as it was sent can no longer be shown to the viewer, or to anybody. */
  readonly cannotShow: boolean;
  /** What building the agenda last changed: items, and the local ids of children who went. */
  readonly changes: { readonly added: readonly MeetingItem[]; readonly changed: readonly MeetingItem[]; readonly gone: readonly string[] };
  readonly sentByName: string | null;
  readonly showsNames: boolean;
}
