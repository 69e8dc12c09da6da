import type { Organisation, Person } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import { owns } from "../../domain/scorecard/plan/owners.ts";
import { type ActionPlan, actionsOf, hasEnded, type PlanAction, type PlanChange, type PlanObjective } from "../../domain/scorecard/plan/plan.ts";
import { planFrom } from "../../domain/scorecard/plan/plan-from.ts";
import { mostPressingFirst } from "../../domain/scorecard/plan/standing.ts";
import { type App, forbids } from "../app.ts";
import { type PlanPeople, planPeople } from "./people.ts";

/** The action plan as somebody sees it. */
export interface PlanPage extends PlanPeople {
  readonly today: Day;
  readonly authority: Organisation;
  readonly plan: ActionPlan;
  /** All that was done to it, the first first. */
  readonly changes: readonly PlanChange[];
  /** The viewer keeps the plan: adds, words and takes out. */
  readonly mayKeep: boolean;
  readonly seesScorecard: boolean;
  /** The actions that are the viewer’s own. */
  readonly mine: ReadonlySet<string>;
}

/** Who sees the plan of their authority whatever is in it. */
const seesPlan = (person: Person): boolean => forbids(person, "see-scorecard") === undefined || forbids(person, "publish") === undefined || forbids(person, "keep-action-plan") === undefined;

/** The plan of the viewer’s own authority; why it is not theirs to see, where they neither see its figures nor own an action of it. */
export async function openPlan(app: App, person: Person): Promise<PlanPage | { readonly forbidden: string }> {
  const forbidden = { forbidden: "The action plan is for those who see the scorecard or make reports for publication, and for whoever has an action of it" };
  if (person.organisation.type !== "local-authority" || forbids(person, "follow-meetings") !== undefined) return forbidden;
  const today = app.clock.today();
  const { code } = person.organisation;
  const { changes, ...people } = await app.store.reading(person, async (reader) => ({ changes: await reader.plan.changes(code), ...await planPeople(reader, code, today) }));
  const plan = planFrom(code, changes, today);
  const mine = new Set(actionsOf(plan).filter(({ owners }) => owns(person, owners)).map(({ id }) => id));
  if (!seesPlan(person) && mine.size === 0) return forbidden;
  return { ...people, today, authority: person.organisation, plan, changes, mine, mayKeep: forbids(person, "keep-action-plan") === undefined, seesScorecard: forbids(person, "see-scorecard") === undefined };
}

/** One action of a plan with the objective that it serves, and all that was done to it, the latest first. */
export interface OpenedAction {
  readonly page: PlanPage;
  readonly objective: PlanObjective;
  readonly action: PlanAction;
  readonly history: readonly PlanChange[];
  /** The viewer may say how it goes. */
  readonly maySay: boolean;
}

/** Nothing where the plan has no such action. */
export function actionIn(page: PlanPage, id: string): OpenedAction | undefined {
  const objective = page.plan.objectives.find(({ actions }) => actions.some((action) => action.id === id));
  const action = objective?.actions.find((one) => one.id === id);
  if (objective === undefined || action === undefined) return undefined;
  return { page, objective, action, history: page.changes.filter(({ item }) => item === id).toReversed(), maySay: page.mayKeep || page.mine.has(id) };
}

/** The open actions that are somebody’s own, the most pressing first: for their desk. */
export async function planActionsMine(app: App, person: Person): Promise<readonly PlanAction[]> {
  if (person.organisation.type !== "local-authority" || forbids(person, "follow-meetings") !== undefined) return [];
  const { code } = person.organisation;
  const plan = planFrom(code, await app.store.reader(person).plan.changes(code), app.clock.today());
  return actionsOf(plan).filter((action) => owns(person, action.owners) && !hasEnded(action)).toSorted(mostPressingFirst);
}
