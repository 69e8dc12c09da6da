import type { Person } from "../../domain/access/viewer.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import type { Day } from "../../domain/dates/day.ts";
import { parseDay } from "../../domain/dates/day.ts";
import { cannotCover, type Colleague, mayArrange, refuseCover } from "../../domain/work/cover.ts";
import { isPresent } from "../../domain/work/seats.ts";
import type { CoverRow } from "../../store/cover.ts";
import { NotPermitted, OverlappingPeriods } from "../../store/errors.ts";
import type { WorkerRow } from "../../store/rows.ts";
import type { App } from "../app.ts";

export { decidingRoles } from "./deciding-roles.ts";

/** One arrangement, with the people by name. */
export interface CoverView extends CoverRow {
  readonly name: string;
  readonly coveredByName: string;
  /** It holds today. */
  readonly isNow: boolean;
  readonly mayEnd: boolean;
}

export interface CoverPage {
  readonly today: Day;
  /** Who has the viewer’s work, whose work the viewer has, and what the viewer may arrange for others. */
  readonly own: readonly CoverView[];
  readonly given: readonly CoverView[];
  readonly others: readonly CoverView[];
  /** Whose cover the viewer may arrange; themselves first. */
  readonly people: readonly Colleague[];
  /** Who could do the work of at least one of them. */
  readonly colleagues: readonly Colleague[];
}

/** What somebody typed: accounts, and days as text. */
export interface CoverTyped {
  readonly account: string;
  readonly coveredBy: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

export type CoverOutcome = { readonly outcome: "done" } | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] };

/** Who covers for the viewer, for whom the viewer does, and for whom else they may arrange it. */
export async function openCover(app: App, person: Person): Promise<CoverPage> {
  const today = app.clock.today();
  const { rows, everyone, viewer } = await known(app, person, today);
  const nameOf = (account: string): string => everyone.find((one) => one.account === account)?.name ?? account;
  const views = rows.map((row): CoverView => ({
    ...row, name: nameOf(row.account), coveredByName: nameOf(row.coveredBy), isNow: row.fromOn <= today,
    mayEnd: mayArrange(viewer, everyone.find(({ account }) => account === row.account) ?? viewer),
  }));
  const here = everyone.filter((one) => isPresent(one, today));
  const people = [viewer, ...here.filter((one) => one.account !== viewer.account && mayArrange(viewer, one))];
  return {
    today, people,
    own: views.filter(({ account }) => account === person.account),
    given: views.filter(({ coveredBy }) => coveredBy === person.account),
    others: views.filter(({ account, coveredBy, mayEnd }) => mayEnd && account !== person.account && coveredBy !== person.account),
    colleagues: here.filter((by) => people.some((one) => cannotCover(one, by) === undefined)),
  };
}

/** Arranges who does somebody’s work while they are away, or says field by field why not. Nothing is written then. */
export async function arrangeCover(app: App, person: Person, typed: CoverTyped): Promise<CoverOutcome> {
  const today = app.clock.today();
  const { rows, everyone, viewer } = await known(app, person, today);
  const [fromOn, untilOn] = [parseDay(typed.fromOn), parseDay(typed.untilOn)];
  if (fromOn === undefined || untilOn === undefined) {
    return { outcome: "refused", refusals: [
      ...(fromOn === undefined ? [{ field: "fromOn", message: "Enter the first day of the cover" }] : []),
      ...(untilOn === undefined ? [{ field: "untilOn", message: "Enter the last day of the cover" }] : []),
    ] };
  }
  const input = { account: typed.account, coveredBy: typed.coveredBy, fromOn, untilOn };
  const refusals = refuseCover(input, viewer, everyone, rows, today);
  if (refusals.length > 0) return { outcome: "refused", refusals };
  try {
    await app.store.covers(person).add(input, app.clock.now());
    return { outcome: "done" };
  } catch (error) {
    if (error instanceof OverlappingPeriods) return { outcome: "refused", refusals: [{ field: "fromOn", message: "Somebody has just arranged cover for some of these days. Open this page again to see it" }] };
    if (!(error instanceof NotPermitted)) throw error;
    return { outcome: "refused", refusals: [{ field: "account", message: "This cover is not yours to arrange. They can arrange it themselves" }] };
  }
}

/** Ends cover at once. False where there is none that the viewer may end. */
export async function endCover(app: App, person: Person, id: string): Promise<boolean> {
  const { rows, everyone, viewer } = await known(app, person, app.clock.today());
  const account = rows.find((row) => row.id === id)?.account;
  const whose = everyone.find((one) => one.account === account);
  return whose !== undefined && mayArrange(viewer, whose) && app.store.covers(person).end(id, app.clock.now());
}

/** What is arranged, and everybody of the viewer’s organisation with the viewer among them. */
async function known(app: App, person: Person, today: Day): Promise<{ rows: readonly CoverRow[]; everyone: readonly Colleague[]; viewer: Colleague }> {
  const { rows, workers } = await app.store.reading(person, async (reader) => ({ rows: await reader.covers(today), workers: await reader.workers() }));
  const everyone = workers.filter(({ organisation }) => organisation === person.organisation.code).map(colleagueOf);
  const viewer = everyone.find(({ account }) => account === person.account)
    ?? { account: person.account, name: person.name, role: person.role, organisation: person.organisation.code, worker: null, team: null, leftOn: null };
  return { rows, everyone, viewer };
}

const colleagueOf = ({ account, name, role, organisation, worker, team, leftOn }: WorkerRow): Colleague => ({ account, name, role, organisation, worker, team, leftOn });
