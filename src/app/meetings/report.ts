import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import { addDays, type Day, earliest } from "../../domain/dates/day.ts";
import { type Further, furtherIn } from "../../domain/meetings/report.ts";
import { daysOf, type Quarter, quarterOf, quartersTo } from "../../domain/dates/quarter.ts";
import { type Worth, worthOf } from "../../domain/meetings/worth.ts";
import { reportOf } from "../../domain/documents/report.ts";
import { ENDED_STAGES, stageOf } from "../../domain/permanence/stage.ts";
import { DATE_MOVED, type Drift, driftOf, driftTitle } from "../../domain/standards/drift.ts";
import { evaluate } from "../../domain/standards/evaluate.ts";
import { writeWord } from "../../exports/word/document.ts";
import type { SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import { type App } from "../app.ts";
import { standardsFor, type StandardsInForce } from "../standards-for.ts";
import { madeBy, madeOn } from "./minutes-read.ts";
import { isAgencys, lookBack } from "./worth.ts";
import { fileName, type WordFile } from "./word-files.ts";

/** Those to whom the meetings answer, and their chairs. */
export const REPORT_READERS: readonly Role[] = ["service-manager", "assistant-director", "tracking-chair", "agency-lead"];
export const readsReports = ({ role }: Person): boolean => REPORT_READERS.includes(role);

export interface ReportedChild {
  readonly recordId: string;
  readonly localId: string;
}

/** A rule of drift with the children past its limit at the quarter’s end, and how many were before it began. */
export interface ReportedDrift {
  readonly rule: string;
  readonly title: string;
  readonly past: readonly ReportedChild[];
  readonly before: number;
}

/** One quarter of an organisation’s meetings, as it was known at the quarter’s end; or today, where it still runs. */
export interface Report {
  readonly organisation: string;
  readonly quarter: Quarter;
  readonly from: Day;
  readonly asOf: Day;
  readonly running: boolean;
  /** Children looked at. */
  readonly children: number;
  readonly series: readonly { readonly row: SeriesRow; readonly planned: number; readonly cancelled: number; readonly worth: Worth }[];
  readonly drift: readonly ReportedDrift[];
  readonly drifting: number;
  readonly further: readonly (Further & ReportedChild)[];
}

const LISTED_QUARTERS = 8;

/** The quarters of which there is a report, the one that runs first. */
export const reportQuarters = (app: App): readonly Quarter[] => quartersTo(quarterOf(app.clock.today()), LISTED_QUARTERS).toReversed();

interface Read extends ReportedChild {
  readonly case: Case;
  readonly past: readonly Drift[];
  readonly pastBefore: readonly Drift[];
}

/** The report of a quarter, worked out anew: nothing of it is kept. Of the children whom whoever reads may open. Nothing of a quarter that has not begun, or for those whom it is not for. */
export async function openReport(app: App, person: Person, quarter: Quarter): Promise<Report | undefined> {
  const { from, to } = daysOf(quarter);
  const today = app.clock.today();
  if (!readsReports(person) || from > today) return undefined;
  const asOf = earliest(to, today);
  return app.store.reading(person, async (reader) => {
    const [children, titles] = await readAll(app, reader, from, asOf);
    const own = (await reader.meetings.series()).filter(({ organisation }) => organisation === person.organisation.code);
    const meetings = await reader.meetings.meetings(addDays(from, -MEMORY_DAYS), asOf);
    const cases = children.map((child) => child.case);
    const series: Report["series"][number][] = [];
    for (const row of own) {
      const all = meetings.filter((meeting) => meeting.series === row.id);
      const inQuarter = all.filter(({ heldOn }) => heldOn >= from);
      if (row.endedOn !== null && row.endedOn < from && inQuarter.length === 0) continue;
      const worth = worthOf(cases, lookBack(row, all, await isAgencys(app, row)), { from, to: asOf }, asOf, app.calendar);
      series.push({ row, worth, planned: inQuarter.length, cancelled: inQuarter.filter(({ state }) => state === "cancelled").length });
    }
    const whose = { organisation: person.organisation.name, challenges: person.organisation.type === "local-authority" };
    return {
      organisation: person.organisation.name, quarter, from, asOf, running: to >= today, children: children.length, series,
      drift: driftsOf(children, titles), drifting: children.filter(({ past }) => past.length > 0).length,
      further: children.flatMap(({ recordId, localId, case: c }) => furtherIn(c, { from, to: asOf }, asOf, whose).map((one) => ({ recordId, localId, ...one }))).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    };
  });
}

/** How far back meetings are looked for, so that what was done in the quarter about an earlier meeting is counted. */
const MEMORY_DAYS = 1100;

/** Every child as they were known on the day, with the drift rules that they were past then and on the day before the quarter; and what the rules are called. */
async function readAll(app: App, reader: Reader, from: Day, asOf: Day): Promise<readonly [readonly Read[], ReadonlyMap<string, string>]> {
  const children: Read[] = [];
  const titles = new Map([[DATE_MOVED, "A planned date moved three times or more"]]);
  for (const { code } of await reader.authorities()) {
    const inForce = await standardsFor(reader, code);
    for (const [id, standard] of inForce.standards) titles.set(id, driftTitle(standard));
    for await (const batch of reader.recordsWithEntries(code)) {
      for (const { id, localId, entries } of batch) {
        const c = fold(entries, { knownOn: asOf });
        if (c.entries.length === 0) continue;
        const before = addDays(from, -1);
        children.push({ recordId: id, localId, case: c, past: pastIn(app, c, inForce, asOf), pastBefore: pastIn(app, fold(entries, { knownOn: before }), inForce, before) });
      }
    }
  }
  return [children.toSorted((a, b) => (a.localId < b.localId ? -1 : a.localId > b.localId ? 1 : 0)), titles];
}

const pastIn = (app: App, c: Case, { pack }: StandardsInForce, on: Day): readonly Drift[] =>
  c.entries.length === 0 || ENDED_STAGES.includes(stageOf(c)) ? [] : driftOf(c, evaluate(c, pack, app.calendar), pack, app.calendar, on).filter(({ standing }) => standing === "past");

function driftsOf(children: readonly Read[], titles: ReadonlyMap<string, string>): readonly ReportedDrift[] {
  const rules = new Set(children.flatMap(({ past, pastBefore }) => [...past, ...pastBefore].map(({ rule }) => rule)));
  return [...rules].map((rule): ReportedDrift => ({
    rule, title: titles.get(rule) ?? rule,
    past: children.filter(({ past }) => past.some((d) => d.rule === rule)).map(({ recordId, localId }) => ({ recordId, localId })),
    before: children.filter(({ pastBefore }) => pastBefore.some((d) => d.rule === rule)).length,
  })).toSorted((a, b) => b.past.length - a.past.length || (a.title < b.title ? -1 : 1));
}

/** The report as a Word document: counts alone, no child. */
export async function reportFile(app: App, person: Person, quarter: Quarter): Promise<WordFile | undefined> {
  const report = await openReport(app, person, quarter);
  if (report === undefined) return undefined;
  const document = reportOf({
    ...report, madeBy: madeBy(person), madeOn: madeOn(app),
    series: report.series.map(({ row, ...rest }) => ({ ...rest, name: row.definition.name, accountableTo: row.definition.accountableTo })),
    drift: report.drift.map(({ title, past, before }) => ({ title, past: past.length, before })),
  });
  return { name: fileName("to-senior-management", report.asOf), bytes: await writeWord(document) };
}
