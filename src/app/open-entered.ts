import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import { type Day, yearEndingOf } from "../domain/dates/day.ts";
import { type EntryCohort, entryCohort } from "../domain/scorecard/cohorts.ts";
import { daysToldAs, type Telling, tellingOfCount } from "../domain/scorecard/suppression.ts";
import { type App, forbids } from "./app.ts";
import { knowsFigures } from "./figures-for.ts";
import { choicesOf } from "./scorecard-choices.ts";
import type { ToldCount } from "./open-counts.ts";

export const OUTCOMES = { adopted: "Adopted", placed: "Moved in, and not adopted", waiting: "Still waiting to move in", changed: "No longer for adoption, or left otherwise" } as const;
export type Outcome = keyof typeof OUTCOMES;
export const OUTCOME_CODES = Object.keys(OUTCOMES) as Outcome[];

export interface ToldCohort {
  readonly yearEnding: number;
  readonly children: ToldCount;
  readonly outcomes: Readonly<Record<Outcome, ToldCount>>;
  readonly within: ToldCount;
  readonly early: ToldCount;
  readonly middle: { readonly days: number | null; readonly telling: Telling };
}

export interface EnteredPage {
  readonly authority: Organisation;
  readonly today: Day;
  /** The latest year of entry first; those alone in which somebody entered for whom adoption was ever decided. */
  readonly cohorts: readonly ToldCohort[];
}

const YEARS_BACK = 8;

/** Those who entered care in each of the last years, over every child of the authority; nothing where the viewer may not see its scorecard. */
export async function openEntered(app: App, viewer: Viewer, authority: string): Promise<EnteredPage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  const organisation = (await app.store.reader(viewer).authorities()).find(({ code }) => code === authority);
  if (organisation === undefined) return undefined;
  const { rows, choices } = await app.store.reading(viewer, async (reader) => ({ rows: await reader.journeys(authority), choices: await choicesOf(reader, authority) }), "figures");
  const opens = await app.store.reader(viewer).childIds(authority);
  const knows = knowsFigures(viewer);
  const today = app.clock.today();
  const latest = yearEndingOf(today);
  const travellers = rows.map(({ recordId, journey }) => ({ child: recordId, journey }));
  const told = (ids: readonly string[]): ToldCount => {
    const closed = ids.filter((id) => !opens.has(id)).length;
    return { open: ids.length - closed, closed, telling: knows ? "whole" : tellingOfCount(closed) };
  };
  const cohorts = Array.from({ length: YEARS_BACK }, (_, i) => entryCohort(travellers, latest - i, today, choices)).filter(({ children }) => children.length > 0);
  return { authority: organisation, today, cohorts: cohorts.map((cohort) => tellCohort(cohort, told)) };
}

function tellCohort(cohort: EntryCohort, told: (ids: readonly string[]) => ToldCount): ToldCohort {
  const children = told(cohort.children);
  const { middleDays } = cohort;
  return {
    yearEnding: cohort.yearEnding, children, within: told(cohort.within), early: told(cohort.early),
    outcomes: { adopted: told(cohort.adopted), placed: told(cohort.placed), waiting: told(cohort.waiting), changed: told(cohort.changed) },
    middle: { telling: children.telling, days: middleDays === null || children.telling === "none" ? null : daysToldAs(middleDays, children.telling) },
  };
}
