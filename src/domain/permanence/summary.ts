import type { Day } from "../dates/day.ts";
import type { Certainty } from "../chronology/entry.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Journey } from "../scorecard/journey.ts";
import type { Clock } from "../standards/clock.ts";
import type { Stage } from "./stage.ts";

/** One band of the small picture: a legal status from a day until a day. */
export interface LineBand {
  readonly status: string;
  readonly from: Day;
  readonly until: Day | null;
}

export interface LineMark {
  readonly kind: Kind;
  readonly on: Day;
  readonly certainty: Certainty;
}

/** What a list shows of a child, and what the projections hold; nothing in it depends on today. */
export interface Summary {
  readonly stage: Stage;
  readonly bornOn: Day | null;
  readonly expectedOn: Day | null;
  readonly careStartedOn: Day | null;
  readonly legalStatus: string | null;
  readonly plan: string | null;
  readonly bands: readonly LineBand[];
  readonly marks: readonly LineMark[];
  readonly clocks: readonly Clock[];
  readonly journey: Journey;
  /** Accounts or worker ids with the child allocated to them now. */
  readonly workers: readonly string[];
}

/** The part of a summary that a line of a list shows. */
export type ListedSummary = Omit<Summary, "clocks" | "journey" | "workers">;
