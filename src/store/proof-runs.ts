import type { Verified } from "./maintenance.ts";
import type { PublishedHead } from "./published-heads.ts";

/** A proof asked for in the browser: how far it is, and what came of it. */
export interface ProofRun {
  readonly id: string;
  readonly startedBy: string;
  /** ISO 8601 instants, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Rows of chains and records gone through, of how many. */
  readonly done: number;
  readonly total: number;
  readonly heads: readonly PublishedHead[];
  /** Null until it is finished, and where it failed. */
  readonly result: Verified | null;
  /** What kind of error stopped it, or that the program was stopped. */
  readonly failure: string | null;
}

/** What the viewer may know of the proof of their own organisation’s chains. */
export interface ProofRuns {
  /** The heads of the organisation’s chains as they are now. */
  heads(): Promise<PublishedHead[]>;
  /** The last day on which all heads were written to where the operator keeps them. */
  lastPublished(): Promise<{ readonly day: string; readonly at: string } | undefined>;
  /** The latest proof. */
  latest(): Promise<ProofRun | undefined>;
  /** Writes down that a proof begins; gives its id, or nothing where one is running. */
  begin(heads: readonly PublishedHead[]): Promise<string | undefined>;
}
