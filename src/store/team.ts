import type { Kind } from "../domain/chronology/kinds.ts";
import type { Certainty } from "../domain/chronology/entry.ts";
import type { Day } from "../domain/dates/day.ts";
import type { Stage } from "../domain/permanence/stage.ts";

/** Which children of an authority: of one team, of no team (null), or of no team but those that are not in `otherTeams`; all unless told. */
export interface TeamScope {
  readonly authority: string;
  readonly team?: string | null;
  readonly otherTeams?: readonly string[];
}

/** Who is here: the account behind each code and account under which children are allocated. */
export type Present = readonly { readonly key: string; readonly account: string }[];

export interface TeamQuestion {
  readonly scope: TeamScope;
  readonly present: Present;
  readonly today: Day;
}

/** What the open work of some children comes to, of one holder or of one standard; of both together where neither is said. */
export interface TeamWorkRow {
  /** `worker:` and an account; `nobody:` and a track; or `role:` and an owner. */
  readonly holder: string | null;
  readonly standard: string | null;
  readonly children: number;
  readonly late: number;
  readonly week: number;
  readonly later: number;
}

/** How many children somebody has, on either track. */
export interface HeldRow {
  readonly holder: string;
  readonly children: number;
}

export interface TeamWork {
  readonly work: readonly TeamWorkRow[];
  readonly held: readonly HeldRow[];
  readonly teams: readonly string[];
}

/** A child to be given to a worker, or who has one. */
export interface TeamChildRow {
  readonly recordId: string;
  readonly localId: string;
  readonly name: string | null;
  readonly stage: Stage;
  readonly team: string | null;
  readonly socialWorker: string | null;
  readonly familyFinder: string | null;
  readonly late: number;
  readonly week: number;
}

/** `keys`: those whom any of these has, on either track or on one; null on a track: whom nobody who is here has. */
export interface TeamChildrenQuery extends TeamQuestion {
  readonly keys: readonly string[] | null;
  readonly track: "allocated-worker" | "family-finder" | null;
  readonly limit: number;
}

/** A child of whom it was decided that they be placed for adoption, and who has no family finder. */
export interface WantingFinderRow {
  readonly recordId: string;
  readonly localId: string;
  readonly name: string | null;
  readonly decidedOn: Day | null;
  /** The clock that asks for one, where a standard in force does. */
  readonly standard: string | null;
  readonly occurrence: number | null;
  readonly dueOn: Day | null;
  /** Under what it was allocated, to somebody who is no longer here. */
  readonly was: string | null;
}

/** An entry that waits for a manager: put down and not confirmed, sent and not checked, discussed and not decided, asked for and not signed. */
export interface AwaitingRow {
  readonly kind: Kind;
  readonly recordId: string;
  readonly localId: string;
  readonly number: number;
  readonly happenedOn: Day;
  readonly certainty: Certainty;
  readonly recordedBy: string;
  readonly note: string | null;
}

/** What came about in an authority in some days before one. */
export interface ChangedQuestion {
  readonly authority: string;
  readonly today: Day;
  /** The first of those days. */
  readonly since: Day;
  /** Drift rules by standard; those of `unlessPlan` list nobody who has a plan. */
  readonly drift: readonly string[];
  readonly unlessPlan: readonly string[];
}

export interface Changed {
  readonly newlyLate: number;
  readonly newlyLateChildren: number;
  /** Drift by standard: children past the limit, near it, and past it since. */
  readonly drift: readonly { readonly standard: string; readonly past: number; readonly near: number; readonly newly: number }[];
  /** Decided since, by kind. */
  readonly decided: readonly { readonly kind: Kind; readonly count: number }[];
  readonly extensionsAgreed: number;
  /** Children with so many moved dates that one may have moved too often: whose records to read. */
  readonly moved: readonly string[];
}
