import type { Person } from "../../domain/access/viewer.ts";
import { addDays, addMonths, type Day } from "../../domain/dates/day.ts";
import { addWorkingDays } from "../../domain/dates/working-days.ts";
import type { ActionPlan, PlanAction } from "../../domain/scorecard/plan/plan.ts";
import { ownerTyped } from "../../domain/scorecard/plan/owners.ts";
import { registerFrom, spanOfPeriod } from "../../domain/scorecard/regular/regular.ts";
import type { ToldPlan, ToldReport } from "../../domain/simulation/plan.ts";
import { offTheWeekend } from "../../domain/simulation/relative-day.ts";
import { type Month, monthAfter, monthOf } from "../../domain/standards/performance.ts";
import { ownerFrom } from "../../reference/action-plan.ts";
import { loadDemonstration } from "../../reference/demonstration.ts";
import type { App } from "../app.ts";
import { addEvidence, sayProgress, setAction, startPlan } from "./change-plan.ts";
import { planPeople } from "./people.ts";
import { planOf } from "./plan-of.ts";
import { noteMade, setRegular } from "./register.ts";

/** So far into a month something is said of it. */
const SAID_ON = 25;
/** So many working days after its month or quarter a report is made; and so many days after it was due, where it is late. */
const MADE_AFTER = 5;
const LATE_BY = 3;

/** The action plans of the demonstration’s authorities that have none yet, with months of progress; and their registers of regular reports. All as people do it, each thing on its day. */
export async function keepDemonstrationPlans(app: App): Promise<void> {
  for (const told of loadDemonstration().plans) {
    const keeper = await app.store.directory.person(told.by);
    if (keeper === undefined || (await app.store.reader(keeper).plan.changes(told.organisation)).length > 0) continue;
    await keepPlan(app, keeper, told);
    for (const report of told.reports) await keepReport(app, keeper, told, report);
  }
}

/** The product on a day that has gone by. */
const onDay = (app: App, on: Day): App => ({ ...app, clock: { today: () => on, now: () => `${on}T10:00:00.000Z` } });
const begunOn = (app: App, { months }: ToldPlan): Day => offTheWeekend(addMonths(app.clock.today(), -months), app.clock.today());

const actionAt = ({ objectives }: ActionPlan, code: string): PlanAction | undefined => {
  const [objective = 0, action = 0] = code.split(".").map(Number);
  return objectives[objective - 1]?.actions[action - 1];
};

async function keepPlan(app: App, keeper: Person, told: ToldPlan): Promise<void> {
  const today = app.clock.today();
  const begun = onDay(app, begunOn(app, told));
  await startPlan(begun, keeper, told.objectives.map((number) => number - 1));
  const plan = await planOf(app.store.reader(keeper), told.organisation, today);
  const { choosable } = await planPeople(app.store.reader(keeper), told.organisation, today);
  for (const [code, owners] of Object.entries(told.owners)) {
    const action = actionAt(plan, code);
    if (action === undefined) continue;
    await setAction(begun, keeper, action.objective, { words: action.what, owners: owners.map((owner) => ownerTyped(ownerFrom(owner), choosable)), outside: owners, sure: true, dueOn: action.dueOn ?? "", shownBy: action.shownBy }, { id: action.id, basedOn: action.number });
  }
  const monthOfSaying = (ago: number): Month => monthAfter(monthOf(today), -ago);
  const sayingOn = (ago: number): App => onDay(app, offTheWeekend(addDays(`${monthOfSaying(ago)}-01` as Day, SAID_ON - 1), today));
  for (const { action, ago, by, state, words } of told.progress.toSorted((a, b) => b.ago - a.ago)) {
    const [person, own] = [await app.store.directory.person(by), actionAt(plan, action)];
    if (person !== undefined && own !== undefined) await sayProgress(sayingOn(ago), person, own.id, { month: monthOfSaying(ago), state, words, sure: true });
  }
  for (const { action, ago, by, words, where } of told.evidence) {
    const [person, own] = [await app.store.directory.person(by), actionAt(plan, action)];
    if (person !== undefined && own !== undefined) await addEvidence(sayingOn(ago), person, own.id, { words, where, sure: true });
  }
}

async function keepReport(app: App, keeper: Person, told: ToldPlan, { meeting, rhythm, makers, within, made, by }: ToldReport): Promise<void> {
  const today = app.clock.today();
  const { choosable } = await planPeople(app.store.reader(keeper), told.organisation, today);
  const set = await setRegular(onDay(app, begunOn(app, told)), keeper, { meeting, rhythm, makers: makers.map((maker) => ownerTyped(ownerFrom(maker), choosable)), withinDays: String(within) });
  const maker = await app.store.directory.person(by);
  if (set.outcome !== "done" || maker === undefined) return;
  const report = registerFrom(await app.store.reader(keeper).plan.reports(told.organisation), app.calendar, today).find(({ id }) => id === set.item);
  for (const { ago, late } of made.toSorted((a, b) => b.ago - a.ago)) {
    const due = report?.due[ago - 1];
    if (due === undefined) continue;
    const on = late ? offTheWeekend(addDays(due.dueOn, LATE_BY), today) : addWorkingDays(app.calendar, spanOfPeriod(due.period)!.to, MADE_AFTER);
    if (on <= today) await noteMade(onDay(app, on), maker, set.item, due.period);
  }
}
