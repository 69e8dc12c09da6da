import type { Organisation, Person } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import { type ActsAs, ownsAs } from "../../domain/scorecard/plan/owners.ts";
import { type ActionPlan, actionsOf, hasEnded, type PlanAction, type PlanChange, type PlanObjective } from "../../domain/scorecard/plan/plan.ts";
import { planFrom } from "../../domain/scorecard/plan/plan-from.ts";
import { mostPressingFirst } from "../../domain/scorecard/plan/standing.ts";
import { type App, forbids } from "../app.ts";
import { actingAs, type PlanPeople, planPeople } from "./people.ts";

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
  /** The actions that are the viewer’s, by id: null of their own, the name of whoever is away of those whose work they do. */
  readonly mine: ReadonlyMap<string, string | null>;
}

/** Who sees the plan of their authority whatever is in it. */
const seesPlan = (person: Person): boolean => forbids(person, "see-scorecard") === undefined || forbids(person, "publish") === undefined || forbids(person, "keep-action-plan") === undefined;

/** The plan of the viewer’s own authority; why it is not theirs to see, where they neither see its figures nor own an action of it. */
export async function openPlan(app: App, person: Person): Promise<PlanPage | { readonly forbidden: string }> {
  const forbidden = { forbidden: "The action plan is for those who see the scorecard or make reports for publication, and for whoever has an action of it" };
  if (person.organisation.type !== "local-authority" || forbids(person, "follow-meetings") !== undefined) return forbidden;
  const today = app.clock.today();
  const { code } = person.organisation;
  const { changes, acting, ...people } = await app.store.reading(person, async (reader) => ({ changes: await reader.plan.changes(code), acting: await actingAs(reader, person, today), ...await planPeople(reader, code, today) }));
  const plan = planFrom(code, changes, today);
  const names = await withNames(app, people.names, changes);
  const mine = new Map(actionsOf(plan).flatMap(({ id, owners }) => { const as = ownsAs(acting, owners); return as === undefined ? [] : [[id, as.covers] as const]; }));
  if (!seesPlan(person) && mine.size === 0) return forbidden;
  return { ...people, names, today, authority: person.organisation, plan, changes, mine, mayKeep: forbids(person, "keep-action-plan") === undefined, seesScorecard: forbids(person, "see-scorecard") === undefined };
}

/** The names, and those of whoever has a part in the plan and is none of the people whom the viewer sees by the children: an owner may see no child. */
async function withNames(app: App, known: ReadonlyMap<string, string>, changes: readonly PlanChange[]): Promise<ReadonlyMap<string, string>> {
  const accounts = changes.flatMap(({ by, made }) => [by, ...(made.what === "action" ? made.owners.flatMap((owner) => (owner.type === "person" ? [owner.account] : [])) : [])]);
  const names = new Map(known);
  for (const account of new Set(accounts)) {
    const person = names.has(account) ? undefined : await app.store.directory.person(account);
    if (person !== undefined) names.set(account, person.name);
  }
  return names;
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

/** The open actions that are somebody’s own, or theirs while they do another’s work, the most pressing first: for their desk. */
export async function planActionsMine(app: App, person: Person): Promise<readonly (PlanAction & Pick<ActsAs, "covers">)[]> {
  if (person.organisation.type !== "local-authority" || forbids(person, "follow-meetings") !== undefined) return [];
  const { code } = person.organisation;
  const today = app.clock.today();
  const reader = app.store.reader(person);
  const plan = planFrom(code, await reader.plan.changes(code), today);
  if (plan.objectives.length === 0) return [];
  const acting = await actingAs(reader, person, today);
  return actionsOf(plan).flatMap((action) => { const as = hasEnded(action) ? undefined : ownsAs(acting, action.owners); return as === undefined ? [] : [{ ...action, covers: as.covers }]; }).toSorted(mostPressingFirst);
}
