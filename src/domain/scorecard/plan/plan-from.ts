import { type Day, daysBetween } from "../../dates/day.ts";
import type { Month } from "../../standards/performance.ts";
import { type ActionPlan, hasEnded, type PlanAction, type PlanChange, type PlanMade, type PlanObjective, type PlanProgress, type TakenOut } from "./plan.ts";

type Made<What extends PlanMade["what"]> = Extract<PlanMade, { what: What }>;

/** One change as its sort, with who made it and when. */
type Of<What extends PlanMade["what"]> = Omit<PlanChange, "made"> & { readonly made: Made<What> };

/** The plan that an authority’s changes come to, in the order of their numbers, as it stands on a day. Pure; total. */
export function planFrom(authority: string, changes: readonly PlanChange[], asOf: Day): ActionPlan {
  const items = Map.groupBy(changes, ({ item }) => item);
  const out = new Map<string, TakenOut>();
  const objectives: Omit<PlanObjective, "actions">[] = [];
  const actions: PlanAction[] = [];
  for (const [id, own] of items) {
    const gone = takenOutOf(own);
    if (gone !== undefined) out.set(id, gone);
    const objective = lastOf(own, "objective");
    if (objective !== undefined) objectives.push({ id, number: objective.number, title: objective.made.title });
    const action = actionFrom(id, own, asOf);
    if (action !== undefined) actions.push(action);
  }
  const standing = actions.filter(({ id, objective }) => !out.has(id) && !out.has(objective));
  const byObjective = Map.groupBy(standing, ({ objective }) => objective);
  return {
    authority, asOf, revision: changes.at(-1)?.number ?? 0,
    objectives: objectives.filter(({ id }) => !out.has(id)).map((objective) => ({ ...objective, actions: byObjective.get(objective.id) ?? [] })),
    takenOut: [...out.values()],
    months: [...new Set(standing.flatMap(({ progress }) => progress.map(({ month }) => month)))].sort().toReversed(),
  };
}

function allOf<What extends PlanMade["what"]>(changes: readonly PlanChange[], what: What): readonly Of<What>[] {
  return changes.filter((change): change is Of<What> & PlanChange => change.made.what === what);
}

const lastOf = <What extends PlanMade["what"]>(changes: readonly PlanChange[], what: What): Of<What> | undefined => allOf(changes, what).at(-1);

/** Why an item is not in the plan, where it was taken out and not put back after it. */
function takenOutOf(own: readonly PlanChange[]): TakenOut | undefined {
  const last = own.findLast(({ made }) => made.what === "taken-out" || made.what === "put-back");
  if (last === undefined || last.made.what !== "taken-out") return undefined;
  const [objective, action] = [lastOf(own, "objective"), lastOf(own, "action")];
  return { id: last.item, type: objective === undefined ? "action" : "objective", words: objective?.made.title ?? action?.made.words ?? "", why: last.made.why, by: last.by, at: last.at };
}

function actionFrom(id: string, own: readonly PlanChange[], asOf: Day): PlanAction | undefined {
  const worded = allOf(own, "action");
  const last = worded.at(-1);
  if (last === undefined) return undefined;
  const { objective, words, owners, dueOn, shownBy } = last.made;
  const progress = progressOf(own);
  const state = lastOf(own, "progress")?.made.state ?? "not-begun";
  const firstDueOn = worded.find(({ made }) => made.dueOn !== null)?.made.dueOn ?? null;
  return {
    id, number: last.number, objective, what: words, owners, dueOn, shownBy, state, progress,
    daysOverdue: dueOn === null || dueOn >= asOf || hasEnded({ state }) ? 0 : daysBetween(dueOn, asOf),
    evidence: allOf(own, "evidence").map(({ made, by, at }) => ({ words: made.words, where: made.where, by, at })),
    firstDueOn: firstDueOn === dueOn ? null : firstDueOn,
  };
}

/** What holds of each month, the latest first: what was said last of it. */
function progressOf(own: readonly PlanChange[]): readonly PlanProgress[] {
  const byMonth = new Map<Month, PlanProgress>();
  for (const { made: { month, state, words }, by, at } of allOf(own, "progress")) byMonth.set(month, { month, state, words, by, at });
  return [...byMonth.values()].sort((a, b) => (a.month < b.month ? 1 : -1));
}
