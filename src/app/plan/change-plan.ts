import { randomUUID } from "node:crypto";
import type { Person } from "../../domain/access/viewer.ts";
import { COMMANDS, type Refusal } from "../../domain/commands/command.ts";
import { alsoRefused, type Read, readAction, readEvidence, readObjective, readProgress, readTakingOut, type TypedAction } from "../../domain/scorecard/plan/change.ts";
import { outsidersIn, ownsAs } from "../../domain/scorecard/plan/owners.ts";
import { type ActionPlan, actionsOf, type PlanChange, type PlanMade } from "../../domain/scorecard/plan/plan.ts";
import { planFrom } from "../../domain/scorecard/plan/plan-from.ts";
import type { RegularMade } from "../../domain/scorecard/regular/regular.ts";
import { startFrom } from "../../domain/scorecard/plan/template.ts";
import { loadPlanTemplate } from "../../reference/action-plan.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { namesAChild } from "./names-a-child.ts";
import { actingAs, planPeople } from "./people.ts";

export type PlanOutcome =
  /** The objective or the action that was written to. */
  | { readonly outcome: "done"; readonly item: string }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  /** Somebody worded it otherwise meanwhile: `by`, by name. */
  | { readonly outcome: "overtaken"; readonly by: string; readonly now: PlanMade | RegularMade; readonly number: number }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

/** What one change is decided on: the plan as it is under the lock. */
interface Before {
  readonly writer: Writer;
  readonly plan: ActionPlan;
  readonly changes: readonly PlanChange[];
}

const NOT_FOUND: PlanOutcome = { outcome: "not-found" };
const refused = (refusals: readonly Refusal[]): PlanOutcome => ({ outcome: "refused", refusals });

/**
 * Puts down an objective, or words one otherwise: `basedOn` is the number of its wording that whoever changes it had before them.
 * `sure`, here and below: they have looked at words that may be a child, and none is.
 */
export async function setObjective(app: App, person: Person, title: string, of?: { readonly id: string; readonly basedOn: number }, sure = false): Promise<PlanOutcome> {
  const named = await namesAChild(app, person, [title], sure);
  return keeping(app, person, async (before) => {
    const item = of === undefined ? undefined : before.plan.objectives.find(({ id }) => id === of.id);
    if (of !== undefined && item === undefined) return NOT_FOUND;
    return await overtaken(before, of, item) ?? write(app, person, before, of?.id ?? randomUUID(), alsoRefused(readObjective(title), named));
  });
}

/** Puts down an action of an objective, or words one otherwise. */
export async function setAction(app: App, person: Person, objective: string, typed: TypedAction, of?: { readonly id: string; readonly basedOn: number }): Promise<PlanOutcome> {
  const named = await namesAChild(app, person, [typed.words, typed.shownBy, ...(typed.outside ?? [])], typed.sure);
  return keeping(app, person, async (before) => {
    const item = of === undefined ? undefined : actionsOf(before.plan).find(({ id }) => id === of.id);
    if ((of !== undefined && item === undefined) || !before.plan.objectives.some(({ id }) => id === objective)) return NOT_FOUND;
    const { choosable } = await planPeople(before.writer, person.organisation.code, app.clock.today());
    return await overtaken(before, of, item) ?? write(app, person, before, of?.id ?? randomUUID(), alsoRefused(readAction(objective, typed, choosable, outsidersIn(actionsOf(before.plan))), named));
  });
}

/** Takes an objective or an action out of the plan, saying why: it stays in the history, and can be put back. */
export async function takeOut(app: App, person: Person, id: string, why: string, sure = false): Promise<PlanOutcome> {
  const named = await namesAChild(app, person, [why], sure);
  return keeping(app, person, (before) => (isIn(before.plan, id) ? write(app, person, before, id, alsoRefused(readTakingOut(why), named)) : Promise.resolve(NOT_FOUND)));
}

export const putBack = (app: App, person: Person, id: string): Promise<PlanOutcome> =>
  keeping(app, person, (before) => (before.plan.takenOut.some((one) => one.id === id) ? write(app, person, before, id, { made: { what: "put-back" } }) : Promise.resolve(NOT_FOUND)));

const isIn = (plan: ActionPlan, id: string): boolean => plan.objectives.some((objective) => objective.id === id || objective.actions.some((action) => action.id === id));

/** Says how an action goes, of a month: whoever keeps the plan, and whose action it is. */
export const sayProgress = async (app: App, person: Person, id: string, typed: { readonly month: string; readonly state: string; readonly words: string; readonly sure?: boolean }): Promise<PlanOutcome> =>
  saying(app, person, id, alsoRefused(readProgress(typed, app.clock.today()), await namesAChild(app, person, [typed.words], typed.sure)));

/** Puts down what shows that an action was done, or how far it is: whoever keeps the plan, and whose action it is. */
export const addEvidence = async (app: App, person: Person, id: string, typed: { readonly words: string; readonly where: string; readonly sure?: boolean }): Promise<PlanOutcome> =>
  saying(app, person, id, alsoRefused(readEvidence(typed), await namesAChild(app, person, [typed.words, typed.where], typed.sure)));

/** Whoever keeps the plan, under the authority’s lock: what they do is in the audit too. */
async function keeping(app: App, person: Person, work: (before: Before) => Promise<PlanOutcome>): Promise<PlanOutcome> {
  const reason = forbids(person, COMMANDS["change-action-plan"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const { code } = person.organisation;
  return app.store.inTransaction(person, async (writer) => {
    await writer.lock(code);
    return work(await beforeIn(app, writer, code));
  });
}

async function beforeIn(app: App, writer: Writer, code: string): Promise<Before> {
  await writer.plan.wait(code);
  const changes = await writer.plan.changes(code);
  return { writer, changes, plan: planFrom(code, changes, app.clock.today()) };
}

async function write(app: App, person: Person, { writer }: Before, item: string, read: Read<PlanMade>): Promise<PlanOutcome> {
  if ("refusals" in read) return refused(read.refusals);
  const { code } = person.organisation;
  await writer.plan.addChanges(code, [{ item, made: read.made }], app.clock.now());
  await writer.appendAudit(code, { command: "change-action-plan", input: { item, what: read.made.what } }, app.clock.now());
  return { outcome: "done", item };
}

async function overtaken({ writer, changes, plan }: Before, of: { readonly id: string; readonly basedOn: number } | undefined, item: { readonly number: number } | undefined): Promise<PlanOutcome | undefined> {
  if (of === undefined || item === undefined || item.number === of.basedOn) return undefined;
  const change = changes.find(({ number }) => number === item.number)!;
  return { outcome: "overtaken", by: (await planPeople(writer, plan.authority, plan.asOf)).names.get(change.by) ?? "Somebody", now: change.made, number: change.number };
}

/** The plan is its own account of who said what when: an owner may be one who writes on no child’s record, and has no part in its audit. */
async function saying(app: App, person: Person, id: string, read: Read<PlanMade>): Promise<PlanOutcome> {
  const reason = forbids(person, "follow-meetings");
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const { code } = person.organisation;
  return app.store.inTransaction(person, async (writer) => {
    const { plan } = await beforeIn(app, writer, code);
    const action = actionsOf(plan).find((one) => one.id === id);
    if (action === undefined) return NOT_FOUND;
    if (forbids(person, "keep-action-plan") !== undefined && ownsAs(await actingAs(writer, person, app.clock.today()), action.owners) === undefined) return { outcome: "forbidden", reason: "Only whoever has an action, or keeps the plan, says how it goes" };
    if ("refusals" in read) return refused(read.refusals);
    await writer.plan.addChanges(code, [{ item: id, made: read.made }], app.clock.now());
    return { outcome: "done", item: id };
  });
}

/** Puts objectives of the plan to start from into a plan that has none yet, by their places in it. */
export const startPlan = (app: App, person: Person, chosen: readonly number[]): Promise<PlanOutcome> =>
  keeping(app, person, async ({ writer, plan, changes }) => {
    const objectives = loadPlanTemplate().objectives.filter((_, i) => chosen.includes(i));
    if (objectives.length === 0) return refused([{ field: "objectives", message: "Choose at least one objective to start from" }]);
    if (plan.objectives.length > 0) return refused([{ field: "objectives", message: "The plan has objectives already. Add to it by hand, so that nothing stands in it twice" }]);
    const { code } = person.organisation;
    await writer.plan.addChanges(code, objectives.flatMap((objective) => startFrom(objective, app.clock.today(), randomUUID)), app.clock.now());
    await writer.appendAudit(code, { command: "change-action-plan", input: { what: "start", objectives: objectives.length, from: changes.length } }, app.clock.now());
    return { outcome: "done", item: "" };
  });
