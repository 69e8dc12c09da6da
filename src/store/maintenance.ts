import type { Summarise } from "./rows.ts";

export interface Verified {
  readonly chains: number;
  /** Entries and audit rows checked. */
  readonly rows: number;
  readonly ok: boolean;
  /**
   * The first place where the record is not as it was written. Book `entry` or `audit`: the number in
   * that chain. Book `projection`: the latest entry of the record whose projection differs.
   */
  readonly firstBroken: { readonly authority: string; readonly book: "entry" | "audit" | "projection"; readonly number: number } | null;
  /**
   * Authorities whose lists are being made anew after a change of their standards, with how far that is. Children
   * still behind were proved by the standards that their lists were made by.
   */
  readonly beingMadeAnew: readonly { readonly authority: string; readonly done: number; readonly children: number }[];
}

/** Called now and then with how many of how many records are done. */
export type Progress = (done: number, of: number) => void;

/** Work on everybody's records, in a role and under policies of its own. For the machine's operator only. */
export interface Maintenance {
  /** Recomputes every chain, and every projection from its chronology. Writes nothing. */
  verify(summarise: Summarise, progress?: Progress): Promise<Verified>;
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
  /** Tells the planner how much there is now. After much was written at once; what comes little by little PostgreSQL notices itself. */
  refreshStatistics(): Promise<void>;
}
