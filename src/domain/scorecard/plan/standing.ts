import { type Day, dayInWords } from "../../dates/day.ts";
import { type Month, monthAfter, monthOf } from "../../standards/performance.ts";
import { counted } from "../../words.ts";
import { type ActionPlan, actionsOf, hasEnded, isOverdue, type PlanAction, PROGRESS_STATES, type ProgressState } from "./plan.ts";

/** The months that somebody may say anything of: the last two years, to the month that runs. */
export const MONTHS_SAYABLE = 24;

/** Nobody has said how an open action goes in the month that runs or the one before it. */
export function isUnsaid(action: Pick<PlanAction, "state" | "progress">, today: Day): boolean {
  const since = monthAfter(monthOf(today), -1);
  return !hasEnded(action) && !action.progress.some(({ month }) => month >= since);
}

export const isSayable = (month: Month, today: Day): boolean => month <= monthOf(today) && month >= monthAfter(monthOf(today), 1 - MONTHS_SAYABLE);

/** The overdue first, the longest of them before the others; then what is due soonest; then what has no day; what has ended last. */
export const mostPressingFirst = (a: PlanAction, b: PlanAction): number =>
  Number(hasEnded(a)) - Number(hasEnded(b)) || b.daysOverdue - a.daysOverdue || (a.dueOn ?? "9999-12-31").localeCompare(b.dueOn ?? "9999-12-31");

/** “Overdue by 12 days”, “On course”; with the state that was last said. */
export const standingOf = ({ state, daysOverdue }: Pick<PlanAction, "state" | "daysOverdue">): string =>
  daysOverdue > 0 ? `${PROGRESS_STATES[state]}, overdue by ${counted(daysOverdue, "day")}` : PROGRESS_STATES[state];

/** “28 February 2027”; “No day”. */
export const dueInWords = ({ dueOn }: Pick<PlanAction, "dueOn">): string => (dueOn === null ? "No day" : dayInWords(dueOn));

/** How many actions stand how: “Overdue” of those past their day, whatever was said of them. */
export interface PlanCounts {
  readonly actions: number;
  readonly overdue: number;
  readonly states: Readonly<Record<ProgressState, number>>;
  /** Neither done nor needed no longer; and of how many of them nobody has spoken lately. */
  readonly open: number;
  readonly unsaid: number;
}

export function countsOf(plan: Pick<ActionPlan, "objectives" | "asOf">): PlanCounts {
  const all = actionsOf(plan);
  const states = Object.fromEntries(Object.keys(PROGRESS_STATES).map((state) => [state, all.filter((action) => action.state === state).length])) as PlanCounts["states"];
  return { actions: all.length, overdue: all.filter(isOverdue).length, states, open: all.filter((action) => !hasEnded(action)).length, unsaid: all.filter((action) => isUnsaid(action, plan.asOf)).length };
}

/** “Of 24 actions, 3 are overdue, 8 are done and 2 are no longer needed.” */
export function countsInWords({ actions, overdue, states }: PlanCounts): string {
  if (actions === 0) return "There is no action in the plan yet.";
  if (overdue === 0 && states.done === 0 && states.dropped === 0) return `Of ${counted(actions, "action")}, none is overdue or done.`;
  const parts = [overdue === 0 ? "none is overdue" : `${overdue} ${overdue === 1 ? "is" : "are"} overdue`, states.done === 0 ? "none is done" : `${states.done} ${states.done === 1 ? "is" : "are"} done`, ...(states.dropped === 0 ? [] : [`${states.dropped} ${states.dropped === 1 ? "is" : "are"} no longer needed`])];
  return `Of ${counted(actions, "action")}, ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)!}.`;
}
