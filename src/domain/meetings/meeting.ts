import type { Day } from "../dates/day.ts";
import type { Duration } from "../dates/duration.ts";

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a series meets: every so many weeks counted from a day; on the first to fourth, or last, such weekday of a month; or not of itself. A bank holiday moves it to the next working day. */
export type Rhythm =
  | { readonly every: "weeks"; readonly count: number; readonly from: Day }
  | { readonly every: "month"; readonly nth: 1 | 2 | 3 | 4 | "last"; readonly weekday: Weekday }
  | { readonly every: "never" };

/** A part of the meeting with the time it has. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
}

export const MEMBER_KINDS = { chair: "Chair", "minute-taker": "Minute taker", member: "Member", invited: "Invited" } as const;
export type MemberKind = keyof typeof MEMBER_KINDS;

/** Somebody who belongs to a series: by account, or by name and office alone where they have none. */
export interface Member {
  readonly as: MemberKind;
  readonly account: string | null;
  /** As the terms of reference say it: “Practice manager, fostering team”. */
  readonly office: string;
}

/** How long before the meeting a thing is due. */
export const LEADS = {
  "build": "Agenda first built",
  "updates": "Workers asked for their update",
  "remind": "Workers reminded",
  "papers": "Care plan and chronology received",
  "extra-items": "Extra items sent in",
  "agenda": "Agenda sent",
} as const;
export type Lead = keyof typeof LEADS;

/** A rule of the agenda as this series goes by it (`standards/meetings/agenda.yaml`). */
export interface SeriesRule {
  readonly rule: string;
  readonly part: string;
  /** 1 comes first. */
  readonly priority: number;
  readonly minutes: number;
  /** In place of the rule’s own limit, where it has one. */
  readonly limit?: Duration;
}

/** How late actions are followed up by mail. */
export interface Chase {
  /** Days before an action is due that its owner is told. */
  readonly daysBefore: number;
  /** Days between one reminder and the next, once it is late. */
  readonly everyDays: number;
  /** Days late at which it is taken further, once. */
  readonly escalateAfterDays: number;
}

/** All that an administrator says of a series. */
export interface SeriesDefinition {
  readonly name: string;
  /** What it is called in calendars and mail, where nothing may tell of a child. */
  readonly neutralTitle: string;
  readonly purpose: string;
  readonly terms: string;
  readonly accountableTo: string;
  readonly rhythm: Rhythm;
  /** HH:MM in England. */
  readonly startsAt: string;
  readonly place: string;
  readonly parts: readonly Part[];
  readonly members: readonly Member[];
  /** How many members, chair and minute taker among them, it takes to meet. */
  readonly quorum: number;
  readonly leads: Readonly<Record<Lead, Duration>>;
  readonly rules: readonly SeriesRule[];
  readonly chase: Chase;
}

export const MEETING_STATES = {
  planned: "Planned",
  "agenda-sent": "Agenda sent",
  open: "In session",
  held: "Held, minutes not confirmed",
  confirmed: "Minutes confirmed",
  cancelled: "Cancelled",
} as const;
export type MeetingState = keyof typeof MEETING_STATES;

/** Still to come: it is moved, sent round, asked for and cancelled as long as it is. */
export const isAhead = (state: MeetingState): boolean => state === "planned" || state === "agenda-sent";
/** Not over: its agenda and the updates for it are changed as long as it is. */
export const isNotOver = (state: MeetingState): boolean => isAhead(state) || state === "open";

export const ATTENDANCES = { present: "Present", apologies: "Apologies", "stood-in": "Stood in for", absent: "Absent" } as const;
export type Attendance = keyof typeof ATTENDANCES;

/** What is said of one meeting beside its series. */
export interface MeetingDetail {
  readonly startsAt?: string;
  readonly place?: string;
  /** Why it meets out of its rhythm. */
  readonly extraordinary?: string;
  /** Chair’s action between meetings, which nobody sits for. */
  readonly chairsAction?: boolean;
  readonly cancelled?: string;
  /** Its members were asked to come: what is changed after it they are told. */
  readonly invited?: true;
  /** How often somebody was taken off the series after they were asked to this meeting, by account: asked again, they are told again. */
  readonly left?: Readonly<Record<string, number>>;
  /** The day the rhythm gave, where it was moved. */
  readonly movedFrom?: Day;
  readonly chair?: string;
  readonly minuteTaker?: string;
  /** By account, or by office where there is none. */
  readonly attendance?: Readonly<Record<string, { readonly as: Attendance; readonly standIn?: string }>>;
  /** Minutes given to each part this time, by its id. */
  readonly minutes?: Readonly<Record<string, number>>;
  /** What building the agenda last changed: items that came, items whose reasons are others now, and the records of the children who went. */
  readonly built?: { readonly added: readonly string[]; readonly changed: readonly string[]; readonly gone: readonly string[] };
  /** The items on the agenda as it was sent, but for those behind a wall by then. */
  readonly sentItems?: readonly string[];
}

export const ITEM_MODES = { discuss: "Discussed", note: "Noted without discussion", deferred: "Deferred", removed: "Removed" } as const;
export type ItemMode = keyof typeof ITEM_MODES;

/** What people do to an item of an agenda by hand; building it anew keeps it. */
export const BY_HAND = { added: "Added by hand", placed: "Placed by hand", minutes: "Minutes given by hand", mode: "How it is taken said by hand" } as const;
export type ByHand = keyof typeof BY_HAND;

/** One reason why a child is on the agenda, worked out from the record on the day the agenda was built; it explains itself as a clock does. */
export interface Reason {
  /** Id of the rule. */
  readonly rule: string;
  /** In a sentence, with its days. */
  readonly because: string;
  /** The day it goes by, and what that is. */
  readonly start: { readonly on: Day; readonly what: string } | null;
  /** “8 weeks after, counted from the day after”, where there is a limit. */
  readonly arithmetic: string | null;
  /** The limit’s day, where there is one. */
  readonly limitOn: Day | null;
  /** Numbers of the entries that it rests on. */
  readonly entries: readonly number[];
  readonly source: string;
}
