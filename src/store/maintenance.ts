import type { Day } from "../domain/dates/day.ts";
import type { HeadsChecked, PublishedHead } from "./published-heads.ts";
import type { Resealing } from "./reseal.ts";
import type { Summarise } from "./rows.ts";
import type { Book } from "./tables.ts";
import type { VerifyQuery } from "./verify-chains.ts";

export interface Verified {
  readonly chains: number;
  /** Entries, audit rows and lines of the log of access checked. */
  readonly rows: number;
  readonly ok: boolean;
  /**
   * The first place where the record is not as it was written. Book `entry` or `audit`: the number in
   * that chain. Book `access`: the number of the batch of lines. Book `projection`: the latest entry of the record
   * whose projection differs, or 0 where a list holds something of no record.
   */
  readonly firstBroken: { readonly authority: string; readonly book: Book | "projection"; readonly number: number } | null;
  /**
   * Authorities whose lists are being made anew after a change of their standards, with how far that is. Children
   * still behind were proved by the standards that their lists were made by.
   */
  readonly beingMadeAnew: readonly { readonly authority: string; readonly done: number; readonly children: number }[];
  /** Lines of the log of access that have waited to be chained for longer than they do while anything serves. */
  readonly unchained: number;
  /** What came of comparing with published heads; null where none were given. */
  readonly heads: HeadsChecked | null;
}

/** Called now and then with how many of how many records are done. */
export type Progress = (done: number, of: number) => void;

/** Work on everybody's records, in a role and under policies of its own. For the machine's operator only. */
export interface Maintenance {
  /** Recomputes every chain, and every projection from its chronology. Writes nothing. */
  verify(summarise: Summarise, progress?: Progress, query?: VerifyQuery): Promise<Verified>;
  /** Chains the lines of the log of access that are not yet; gives how many. Any number of processes may do it side by side. */
  chainAccess(): Promise<number>;
  /** The heads of all chains at one moment. */
  heads(): Promise<PublishedHead[]>;
  /** Gives the heads of all chains to `publish`, once a day for all processes; again where it threw. Whether it was done now. */
  publishHeads(day: Day, publish: (heads: readonly PublishedHead[]) => Promise<void>): Promise<boolean>;
  /** Carries out a proof that somebody asked for. Never throws: what stopped it is kept with it. */
  prove(run: { readonly authority: string; readonly id: string }, summarise: Summarise): Promise<void>;
  /** Ends the proofs whose process is no more. */
  endCutShort(): Promise<void>;
  /** Writes every projection anew from the chronology; gives the number of records. */
  rebuild(summarise: Summarise, progress?: Progress): Promise<number>;
  /**
   * Makes anew the projections of an authority's children that are behind its last change of standards, slice by
   * slice, so that what is killed goes on where it was. Gives how many were behind.
   */
  recompute(authority: string, summarise: Summarise, progress?: Progress): Promise<number>;
  /** Writes down why a recomputing stopped. */
  noteFailure(authority: string, failure: string): Promise<void>;
  /** Authorities with children whose projections are behind. */
  authoritiesBehind(): Promise<string[]>;
  /** Lets go of everybody’s kept forms of before an instant (ISO 8601). */
  forgetKeptForms(before: string): Promise<void>;
  /** The ids of the keys with which anything of the adoptive side is closed. */
  identityKeys(): Promise<string[]>;
  /** Closes all of it anew with another key; gives how many envelopes. */
  reseal(resealing: Resealing): Promise<number>;
  /** Tells the planner how much there is now. After much was written at once; what comes little by little PostgreSQL notices itself. */
  refreshStatistics(): Promise<void>;
}
