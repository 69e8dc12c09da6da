import { ROLES } from "../../domain/access/role.ts";
import type { Organisation, Person } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { type Day, yearEndingOf } from "../../domain/dates/day.ts";
import { keptApart, knownAlready } from "../../domain/documents/scrutiny/known-already.ts";
import { drawingsOf } from "../../domain/documents/scrutiny/pictures.ts";
import { planTold } from "../../domain/documents/scrutiny/plan-told.ts";
import { readingsSaid, scrutinyTables } from "../../domain/documents/scrutiny/tables.ts";
import { tellFigures } from "../../domain/documents/scrutiny/tell.ts";
import type { Drawing, ScrutinyTold } from "../../domain/documents/scrutiny/told.ts";
import { readTyped, type Typed } from "../../domain/documents/scrutiny/typed.ts";
import { planFrom } from "../../domain/scorecard/plan/plan-from.ts";
import { protect } from "../../domain/scorecard/publication/protect.ts";
import type { Publication } from "../../domain/scorecard/publication/tables.ts";
import { toldBefore } from "../../domain/scorecard/publication/told-before.ts";
import type { ComparatorGroup } from "../../domain/scorecard/published/published.ts";
import type { Window } from "../../domain/scorecard/window.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { londonDay } from "../london-time.ts";
import { choicesOf, journeysByChoice } from "../scorecard-choices.ts";
import { barriersIn } from "../scorecard-why.ts";
import { thresholdsOf } from "../thresholds-of.ts";
import { forecastTold } from "./forecast.ts";

/** A report to a committee as it would be published now, with what was written for it. */
export interface ScrutinyPage {
  readonly authority: Organisation;
  readonly today: Day;
  readonly yearEnding: number;
  /** Years that have ended, the latest first. */
  readonly yearEndings: readonly number[];
  readonly typed: Typed;
  /** How many times it was kept, by whom last (by name) and when; null where nobody has yet. */
  readonly kept: { readonly revision: number; readonly by: string; readonly at: string } | null;
  readonly sources: readonly string[];
  readonly groups: readonly ComparatorGroup[];
  readonly told: ScrutinyTold;
  readonly drawings: readonly Drawing[];
  /** What it would publish of the record, and how it is told: for the register. */
  readonly publication: Publication;
  /** What others have published of the authority. */
  readonly known: Publication;
}

/** By which a form that publishes says what whoever sends it had read: the words, and the day of the figures. */
export const seenAs = ({ kept, today }: Pick<ScrutinyPage, "kept" | "today">): string => `${kept?.revision ?? 0} ${today}`;

const YEARS = 3;
/** Windows shown side by side; each more is another year of small numbers to protect. */
const WINDOWS = 4;
const YEARS_OFFERED = 6;

/** Years of which a report can be made: those that have ended. */
export const reportYears = (today: Day): readonly number[] => Array.from({ length: YEARS_OFFERED }, (_, i) => yearEndingOf(today) - 1 - i);

/** The report whose window ends in March of a year, with what was kept for it, or with `typed` in its place; nothing where the viewer may not publish, or it is no year to report on. */
export async function openScrutiny(app: App, person: Person, asked: number | undefined, typed?: Typed): Promise<ScrutinyPage | undefined> {
  const today = app.clock.today();
  const yearEndings = reportYears(today);
  const yearEnding = asked ?? yearEndings[0]!;
  if (forbids(person, "publish") !== undefined || person.organisation.type !== "local-authority" || !yearEndings.includes(yearEnding)) return undefined;
  const { code } = person.organisation;
  const [read, plan, draft] = await Promise.all([
    app.store.reading(person, (reader) => readFigures(reader, code), "figures"),
    app.store.reading(person, (reader) => readPlan(reader, code, today)),
    app.store.reader(person).reportDraft(code, "scrutiny", yearEnding),
  ]);
  const written = typed ?? readTyped(draft?.typed ?? {}).typed;
  const windows = Array.from({ length: WINDOWS }, (_, i): Window => ({ yearEnding: yearEnding - WINDOWS + 1 + i, years: YEARS }));
  const tables = keptApart(scrutinyTables({ authority: person.organisation, travellers: read.travellers, windows, today, choices: read.choices }), windows, person.organisation, read.figures);
  const known = knownAlready(tables, windows, person.organisation, read.figures);
  const told = protect(tables, [...read.before, known]);
  const before = toldBefore(tables, told, read.before);
  const sources = [...new Set(read.figures.map(({ source }) => source))];
  const figures = tellFigures({
    told, before, windows, today, own: person.organisation, figures: read.figures, thresholds: read.thresholds.of,
    groups: written.groups === null ? read.groups : read.groups.filter(({ id }) => written.groups!.includes(id)),
    source: sources.find((known) => known === written.source) ?? sources.at(-1) ?? null,
  });
  const report: ScrutinyTold = { ...figures, authority: person.organisation.name, forecast: await forecastTold(app, code, figures, { tables, told, before }), plan: plan.told, readings: readingsSaid(read.choices) };
  return {
    authority: person.organisation, today, yearEnding, yearEndings, sources, groups: read.groups, typed: written,
    kept: draft === null ? null : { revision: draft.revision, by: plan.nameOf(draft.by), at: draft.at },
    told: report, drawings: report.indicators.filter((indicator) => indicator.code === "A1" || indicator.code === "A2").flatMap((indicator) => drawingsOf(report.authority, today, indicator)),
    publication: { tables, told }, known,
  };
}

/** Every child of the authority, those behind a wall too: what is told of them is protected. */
async function readFigures(reader: Reader, code: string) {
  const barriers = new Map((await reader.entriesOfKinds(code, ["barrier"])).map(({ recordId, entries }) => [recordId, [...new Set(barriersIn(fold(entries)).map(({ barrier }) => barrier))]]));
  return {
    travellers: (await journeysByChoice(reader, code)).map(({ recordId, journey }) => ({ child: recordId, journey, barriers: barriers.get(recordId) ?? [] })),
    choices: await choicesOf(reader, code), thresholds: await thresholdsOf(reader, code),
    figures: await reader.publishedFigures(code), groups: await reader.comparatorGroups(code), before: (await reader.publications(code)).map((one) => ({ ...one, on: londonDay(one.at) })),
  };
}

async function readPlan(reader: Reader, code: string, today: Day) {
  const plan = planFrom(code, await reader.plan.changes(code), today);
  const people = new Map((await reader.workers()).map((worker) => [worker.account, worker]));
  return {
    told: plan.objectives.length === 0 ? null : planTold(plan, (account) => { const one = people.get(account); return one === undefined ? "Somebody no longer here" : ROLES[one.role]; }),
    nameOf: (account: string): string => people.get(account)?.name ?? "Somebody",
  };
}

