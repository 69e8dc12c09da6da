import { dayInWords } from "../../dates/day.ts";
import { officeLabel } from "../../scorecard/plan/owners.ts";
import { type ActionPlan, actionsOf, isOverdue, type PlanAction, type PlanOwner } from "../../scorecard/plan/plan.ts";
import { standingOf } from "../../scorecard/plan/standing.ts";
import { monthInWords } from "../../standards/performance.ts";
import { listed } from "../../words.ts";
import type { PlanTold } from "./told.ts";

/** The plan as a committee reads it. `officeOf`: the office of somebody by account, for a report names no officer in its plan. */
export function planTold(plan: ActionPlan, officeOf: (account: string) => string): PlanTold {
  const actions = actionsOf(plan);
  return {
    actions: actions.length, done: actions.filter(({ state }) => state === "done").length, overdue: actions.filter(isOverdue).length,
    objectives: plan.objectives.map(({ title, actions: own }) => ({ objective: title, actions: own.map((action) => actionTold(action, officeOf)) })),
  };
}

function actionTold(action: PlanAction, officeOf: (account: string) => string): PlanTold["objectives"][number]["actions"][number] {
  const { what, owners, dueOn, progress: [last] } = action;
  return {
    what, owners: listed([...new Set(owners.map((owner) => ownerTold(owner, officeOf)))]), by: dueOn === null ? "Goes on" : dayInWords(dueOn), state: standingOf(action),
    progress: last === undefined || last.words === "" ? "" : `${monthInWords(last.month)}: ${last.words}`,
  };
}

const ownerTold = (owner: PlanOwner, officeOf: (account: string) => string): string =>
  owner.type === "named" ? owner.name : owner.type === "office" ? officeLabel(owner) : officeOf(owner.account);
