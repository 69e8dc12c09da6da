import type { Role } from "../../access/role.ts";
import { type Detail, type Draft, isWithdrawal } from "../../chronology/entry.ts";
import type { Kind } from "../../chronology/kinds.ts";
import { type Day, addDays, earliest, latest, weekday } from "../../dates/day.ts";
import type { WorkingCalendar } from "../../dates/working-days.ts";
import type { Written } from "../chronicle.ts";
import type { Random } from "../random.ts";

/** A child’s record while the work that people do around it is being imagined. */
export interface Desk {
  /** All that was written down; added to in place. */
  readonly written: Written[];
  /** Today. */
  readonly to: Day;
  readonly calendar: WorkingCalendar;
  readonly luck: Random;
}

export interface How {
  readonly by?: Role;
  readonly certainty?: Draft["certainty"];
  readonly until?: Day;
  readonly replaces?: Written;
  readonly cause?: NonNullable<Draft["cause"]>;
  readonly reason?: string;
  readonly refers?: NonNullable<Written["refers"]>;
  readonly recordedOn?: Day;
}

/** Writes something down, on the day it happened unless `how` says when. */
export function writeDown({ written, to }: Desk, kind: Kind, on: Day, detail: Detail = {}, how: How = {}): Written {
  const { by, certainty = "actual", until, replaces, cause, reason, refers, recordedOn } = how;
  const draft: Draft = {
    kind, happenedOn: on, certainty, detail, source: { type: "demonstration" },
    ...(until === undefined ? {} : { until }), ...(cause === undefined ? {} : { cause }), ...(reason === undefined ? {} : { reason }),
  };
  const entry: Written = {
    draft, recordedOn: earliest(to, recordedOn ?? until ?? on),
    ...(by === undefined ? {} : { by }), ...(replaces === undefined ? {} : { replaces }), ...(refers === undefined ? {} : { refers }),
  };
  written.push(entry);
  return entry;
}

/** What stands of a kind, or of everything, in the order of its days. */
export function standing({ written }: Desk, kind?: Kind): Written[] {
  const replaced = new Set(written.map((w) => w.replaces));
  return written
    .filter((w) => (kind === undefined || w.draft.kind === kind) && !replaced.has(w) && !isWithdrawal(w.draft.cause))
    .sort((a, b) => (a.draft.happenedOn < b.draft.happenedOn ? -1 : a.draft.happenedOn > b.draft.happenedOn ? 1 : 0));
}

/** What happened of a kind, in the order of its days. */
export const happenedAt = (desk: Desk, kind: Kind): Written[] => standing(desk, kind).filter((w) => w.draft.certainty === "actual");

export const lastAt = (desk: Desk, kind: Kind): Day | undefined => happenedAt(desk, kind).at(-1)?.draft.happenedOn;

/** The period of a kind that runs today. */
export const running = (desk: Desk, kind: Kind): Written | undefined => happenedAt(desk, kind).findLast((w) => w.draft.until === undefined);

/** So many days ago, and not at a weekend. */
export const daysAgo = ({ to, luck }: Desk, least: number, most: number): Day => weekdayBefore(addDays(to, -luck.whole(least, most)));

export const weekdayBefore = (on: Day): Day => addDays(on, -Math.max(0, weekday(on) - 5));

/** A weekday from one day to another. */
export const weekdayBetween = (luck: Random, from: Day, until: Day, days: number): Day =>
  latest(from, weekdayBefore(earliest(until, addDays(from, luck.whole(0, Math.max(0, days))))));
