import type { Cause, Certainty } from "../domain/chronology/entry.ts";
import type { Kind } from "../domain/chronology/kinds.ts";
import type { Day } from "../domain/dates/day.ts";
import type { Stage } from "../domain/permanence/stage.ts";
import type { Clock } from "../domain/standards/clock.ts";
import type { DeskGroup } from "../domain/work/groups.ts";
import type { Held, Seat } from "../domain/work/seats.ts";
import type { TeamScope } from "./team.ts";

export interface DeskQuery {
  /** That which lands on these, of the children whom the viewer may see. */
  readonly seats: readonly Seat[];
  /** The day to judge by. */
  readonly today: Day;
  /** Of one child alone. */
  readonly recordId?: string;
  /** Of these children of an authority alone. */
  readonly scope?: TeamScope;
  /** Of these standards alone. */
  readonly standards?: readonly string[];
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** Only what is due on these days, the last included, late or not. */
  readonly due?: { readonly from: Day; readonly until: Day };
  readonly groups?: readonly DeskGroup[];
  /** What is new is asked for too. */
  readonly news?: DeskNewsQuestion;
}

export interface DeskNewsQuestion {
  /** The ISO 8601 instant since which things are new to somebody who never said that they had seen any. */
  readonly orSince: string;
  readonly limit: number;
  /** Under what children are allocated to the viewer: that they were is told to them. */
  readonly keys: readonly string[];
  /** The children given to the viewer since this day are told. */
  readonly givenSince: Day;
}

export interface DeskRow extends Held {
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
  readonly name: string | null;
  readonly stage: Stage;
  /** Sibling groups that the child is in, by record id. */
  readonly families: readonly string[];
  readonly group: DeskGroup;
  readonly clock: Clock;
  /** The first of the question’s seats on which it lands. */
  readonly seat: number;
  /** The entry that started it. */
  readonly start: StartingEntry | null;
}

export interface StartingEntry {
  readonly kind: Kind;
  readonly happenedOn: Day;
  readonly certainty: Certainty;
  /** ISO 8601 instant, UTC. */
  readonly recordedAt: string;
  readonly cause: Cause | null;
  /** The day that it moved from, where it was moved. */
  readonly movedFrom: Day | null;
}

export interface DeskList {
  /** Late first, then what is due soonest, then what has no day to be late by. */
  readonly rows: readonly DeskRow[];
  /** Items that match, on all pages. */
  readonly total: number;
  /** Of all on the desk, whatever part of it was asked for. */
  readonly totals: Readonly<Record<DeskGroup, number>>;
  /** How many children they are about. */
  readonly children: number;
  /** Nothing unless asked for. */
  readonly news: DeskNews | null;
}

export type NoticeType = "new" | "moved" | "gone-late";

export interface NoticeRow {
  readonly type: NoticeType;
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
  readonly clock: Clock;
  readonly movedFrom: Day | null;
}

/** Something that others wrote on the record of a child of the desk, of the kinds that people are told of. */
export interface ToldRow {
  readonly recordId: string;
  readonly localId: string;
  readonly kind: Kind;
  readonly number: number;
  readonly happenedOn: Day;
  /** ISO 8601 instant, UTC. */
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** What came about on a desk since its owner last said that they had seen it. */
export interface DeskNews {
  /** When that was: ISO 8601, nothing where never. */
  readonly seenAt: string | null;
  /** The latest first, as many as asked for. */
  readonly items: readonly NoticeRow[];
  readonly counts: Readonly<Record<NoticeType, number>>;
  readonly told: readonly ToldRow[];
  readonly takenOver: readonly TakenOverRow[];
}

/** A child whom somebody has been given lately, and what was open before. */
export interface TakenOverRow {
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
  readonly name: string | null;
  readonly track: "allocated-worker" | "family-finder";
  readonly since: Day;
  /** Account or worker code of whoever had them before; nothing where nobody had. */
  readonly previous: string | null;
  /** Things on the desk that ran before then and still do, and how many of them are late. */
  readonly leftOpen: number;
  readonly late: number;
}

/** What the work of an authority comes to, by one of these. */
export interface WorkCountsQuery {
  readonly authority: string;
  readonly today: Day;
  /** `worker`: whoever the child is allocated to, of the work that is theirs. */
  readonly by: "team" | "worker" | "standard" | "owner";
  /** Only of children of this team; null: of children of none. */
  readonly team?: string | null;
}

export interface WorkCountRow {
  readonly value: string | null;
  readonly children: number;
  readonly late: number;
  readonly week: number;
  readonly later: number;
}
