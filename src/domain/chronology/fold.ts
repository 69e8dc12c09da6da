import type { Day } from "../dates/day.ts";
import { overlaps } from "../dates/period.ts";
import { type Entry, isWithdrawal } from "./entry.ts";
import { type Kind, KINDS, TRACKS, type Track } from "./kinds.ts";

/**
 * A child's case (or a sibling group's) as its entries tell it. Only entries in force are
 * in `entries` and `of`; what they replaced is in `history`, newest first, by the number
 * of the entry in force (or of the withdrawal that ended it).
 */
export interface Case {
  /** In force, by the day they happened, then by number. */
  readonly entries: readonly Entry[];
  readonly of: (kind: Kind) => readonly Entry[];
  readonly history: ReadonlyMap<number, readonly Entry[]>;
  /** Withdrawals, each standing for an entry that is gone. */
  readonly withdrawn: readonly Entry[];
  readonly problems: readonly FoldProblem[];
}

export interface FoldProblem {
  readonly message: string;
  readonly entries: readonly number[];
}

/** Two questions that can be asked of the past; either, both or neither. */
export interface AsAt {
  /** As we knew it: only entries recorded by the end of this day. */
  readonly knownOn?: Day;
  /** As it stood: only what had happened by this day, from all we know now. */
  readonly stoodOn?: Day;
}

const NONE: readonly Entry[] = [];

const byDay = (a: Entry, b: Entry): number =>
  a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : a.number - b.number;

/** Folds entries (in any order) into the case they tell. Pure; total: bad chronologies give problems, not errors. */
export function fold(all: readonly Entry[], asAt: AsAt = {}): Case {
  const heard = asAt.knownOn === undefined ? all : all.filter((e) => e.recordedAt.slice(0, 10) <= asAt.knownOn!);
  const replaced = new Map<number, Entry>();
  for (const e of heard) if (e.supersedes !== undefined) replaced.set(e.supersedes, e);

  const entries: Entry[] = [];
  const withdrawn: Entry[] = [];
  for (const e of heard) {
    if (replaced.has(e.number)) continue;
    if (isWithdrawal(e.cause)) withdrawn.push(e);
    else if (asAt.stoodOn === undefined) entries.push(e);
    else if (stoodBy(e, asAt.stoodOn)) entries.push(openedAgain(e, asAt.stoodOn));
  }
  entries.sort(byDay);

  const kinds = new Map<Kind, Entry[]>();
  for (const e of entries) {
    const list = kinds.get(e.kind);
    if (list === undefined) kinds.set(e.kind, [e]);
    else list.push(e);
  }
  return {
    entries,
    of: (kind) => kinds.get(kind) ?? NONE,
    history: replaced.size === 0 ? new Map() : historyOf(heard),
    withdrawn,
    problems: overlapProblems(kinds),
  };
}

/** The case as it would be without one entry: what a correction of that entry is judged against. */
export const without = (c: Case, number: number): Case => ({
  ...c,
  entries: c.entries.filter((e) => e.number !== number),
  of: (kind) => c.of(kind).filter((e) => e.number !== number),
});

/** Had it happened by the day, or was it by then only meant? What was planned stays planned. */
const stoodBy = (e: Entry, on: Day): boolean => e.certainty !== "actual" || e.happenedOn <= on;

const openedAgain = (e: Entry, on: Day): Entry => {
  if (e.until === undefined || e.until <= on) return e;
  const { until: _ended, ...open } = e;
  return open;
};

function historyOf(heard: readonly Entry[]): Map<number, readonly Entry[]> {
  const byNumber = new Map(heard.map((e) => [e.number, e]));
  const superseded = new Set(heard.flatMap((e) => (e.supersedes === undefined ? [] : [e.supersedes])));
  const history = new Map<number, readonly Entry[]>();
  for (const e of heard) {
    if (e.supersedes === undefined || superseded.has(e.number)) continue;
    const before: Entry[] = [];
    for (let at = byNumber.get(e.supersedes); at !== undefined; ) {
      before.push(at);
      at = at.supersedes === undefined ? undefined : byNumber.get(at.supersedes);
    }
    history.set(e.number, before);
  }
  return history;
}

function overlapProblems(kinds: ReadonlyMap<Kind, readonly Entry[]>): FoldProblem[] {
  const tracks = new Map<Track, Entry[]>();
  for (const [kind, list] of kinds) {
    const { track } = KINDS[kind];
    if (track !== undefined) tracks.set(track, [...(tracks.get(track) ?? []), ...list.filter((e) => e.certainty === "actual")]);
  }
  const problems: FoldProblem[] = [];
  for (const [track, list] of tracks) {
    const sorted = list.sort(byDay);
    for (let i = 1; i < sorted.length; i++) {
      const before = sorted[i - 1]!;
      const after = sorted[i]!;
      if (overlaps({ from: before.happenedOn, until: before.until }, { from: after.happenedOn, until: after.until })) {
        problems.push({ message: `${TRACKS[track]}: two entries cover the same days`, entries: [before.number, after.number] });
      }
    }
  }
  return problems;
}
