import type { Service } from "../../access/office.ts";
import type { Role } from "../../access/role.ts";
import type { Day } from "../../dates/day.ts";
import type { Month } from "../../standards/performance.ts";

/** How an action stands, in the words of whoever says so. The last two end it. */
export const PROGRESS_STATES = {
  "not-begun": "Not begun",
  "on-course": "On course",
  "behind": "Behind",
  "done": "Done",
  "dropped": "No longer needed",
} as const;
export type ProgressState = keyof typeof PROGRESS_STATES;

/** Whose an action is: one person’s, everybody’s who holds an office here, or that of somebody outside, by name. */
export type PlanOwner =
  | { readonly type: "person"; readonly account: string }
  | { readonly type: "office"; readonly role: Role; readonly service: Service | null }
  | { readonly type: "named"; readonly name: string };

/** The plan of an authority as it stands on a day. What was taken out of it is not among its objectives and actions. */
export interface ActionPlan {
  readonly authority: string;
  readonly asOf: Day;
  /** In the order in which they were put down. */
  readonly objectives: readonly PlanObjective[];
  readonly takenOut: readonly TakenOut[];
  /** The months in which anything was said, the latest first. */
  readonly months: readonly Month[];
  /** How many changes it has come from. */
  readonly revision: number;
}

export interface PlanObjective {
  readonly id: string;
  /** Of the change that last worded it: who changes it says which they had before them. */
  readonly number: number;
  readonly title: string;
  readonly actions: readonly PlanAction[];
}

export interface PlanAction {
  readonly id: string;
  /** Of the change that last worded it. */
  readonly number: number;
  readonly objective: string;
  readonly what: string;
  readonly owners: readonly PlanOwner[];
  /** None where it goes on without a day. */
  readonly dueOn: Day | null;
  /** What will show that it was done; empty where nobody has said. */
  readonly shownBy: string;
  /** As last said; `not-begun` where nobody has said anything. */
  readonly state: ProgressState;
  /** 0 where it is not past its day, or has ended. */
  readonly daysOverdue: number;
  /** What holds of each month, the latest first. What was said earlier of the same month is in the history. */
  readonly progress: readonly PlanProgress[];
  /** In the order in which it was put down. */
  readonly evidence: readonly PlanEvidence[];
  /** The day it was first given, where it was given another since. */
  readonly firstDueOn: Day | null;
}

export interface PlanProgress {
  readonly month: Month;
  readonly state: ProgressState;
  readonly words: string;
  /** Account. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

export interface PlanEvidence {
  readonly words: string;
  /** Where it is kept; empty where nobody has said. */
  readonly where: string;
  readonly by: string;
  readonly at: string;
}

export interface TakenOut {
  readonly id: string;
  readonly type: "objective" | "action";
  readonly words: string;
  readonly why: string;
  readonly by: string;
  readonly at: string;
}

/** One thing that was done to the plan. All of them in order are the plan and its history: none is ever changed or erased. */
export interface PlanChange {
  /** From 1, without a gap, in each authority. */
  readonly number: number;
  /** The objective or the action. */
  readonly item: string;
  readonly made: PlanMade;
  /** Account. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

export type PlanMade =
  /** Put down the first time, worded otherwise after it. */
  | { readonly what: "objective"; readonly title: string }
  | { readonly what: "action"; readonly objective: string; readonly words: string; readonly owners: readonly PlanOwner[]; readonly dueOn: Day | null; readonly shownBy: string }
  | { readonly what: "progress"; readonly month: Month; readonly state: ProgressState; readonly words: string }
  | { readonly what: "evidence"; readonly words: string; readonly where: string }
  | { readonly what: "taken-out"; readonly why: string }
  | { readonly what: "put-back" };

export const hasEnded = ({ state }: Pick<PlanAction, "state">): boolean => state === "done" || state === "dropped";
export const isOverdue = ({ daysOverdue }: Pick<PlanAction, "daysOverdue">): boolean => daysOverdue > 0;

/** Every action of a plan, objective by objective. */
export const actionsOf = ({ objectives }: Pick<ActionPlan, "objectives">): readonly PlanAction[] => objectives.flatMap(({ actions }) => actions);
