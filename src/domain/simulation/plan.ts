import type { ProgressState } from "../scorecard/plan/plan.ts";
import type { Rhythm } from "../scorecard/regular/regular.ts";

/** The action plan of an authority of a demonstration, as its file tells it. Numbers are from 1; months and times are so long ago. */
export interface ToldPlan {
  readonly organisation: string;
  readonly by: string;
  readonly months: number;
  readonly objectives: readonly number[];
  /** Accounts, offices or names, by action: “1.5”. */
  readonly owners: Readonly<Record<string, readonly string[]>>;
  readonly progress: readonly { readonly action: string; readonly ago: number; readonly by: string; readonly state: ProgressState; readonly words: string }[];
  readonly evidence: readonly { readonly action: string; readonly ago: number; readonly by: string; readonly words: string; readonly where: string }[];
  readonly reports: readonly ToldReport[];
}

export interface ToldReport {
  readonly meeting: string;
  readonly rhythm: Rhythm;
  readonly makers: readonly string[];
  readonly within: number;
  readonly made: readonly { readonly ago: number; readonly late: boolean }[];
  /** Who made them. */
  readonly by: string;
}
