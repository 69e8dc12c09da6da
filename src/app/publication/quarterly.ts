import type { Organisation, Person } from "../../domain/access/viewer.ts";
import { type Day, dayInWords, yearEndingOf } from "../../domain/dates/day.ts";
import { daysOf, type Quarter, quarterCode } from "../../domain/dates/quarter.ts";
import { quarterlyDocument } from "../../domain/documents/quarterly.ts";
import { COUNT_KINDS, EVENTS, happeningsOf } from "../../domain/scorecard/counts.ts";
import { protect } from "../../domain/scorecard/publication/protect.ts";
import { QUARTERLY, type QuarterlyTable, quarterlyTables, quartersEnded, toldQuarterly } from "../../domain/scorecard/publication/quarterly.ts";
import { SUPPRESSED, type Tables, type Told } from "../../domain/scorecard/publication/tables.ts";
import { countToldAs } from "../../domain/scorecard/suppression.ts";
import { windowName } from "../../domain/scorecard/window.ts";
import { csvOf } from "../../exports/archive/csv.ts";
import { writeWord } from "../../exports/word/document.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { madeBy, madeOn } from "../meetings/minutes-read.ts";
import { fileName, type WordFile } from "../meetings/word-files.ts";
import type { CountsPage } from "../open-counts.ts";
import { type Entered, openPublication, publish, type Published, publishedBefore } from "./publish.ts";

/** The quarterly table as it would be published today. */
export interface QuarterlyPage {
  readonly authority: Organisation;
  readonly yearEnding: number;
  readonly yearEndings: readonly number[];
  /** Those of the year that have ended; none: there is nothing to publish yet. */
  readonly quarters: readonly Quarter[];
  readonly table: QuarterlyTable;
  /** How many of its numbers are left out for the sake of what was published before alone: by itself the table could tell them. */
  readonly forEarlier: number;
}

const YEARS_OFFERED = 6;
const yearOf = (yearEnding: number): string => windowName({ yearEnding, years: 1 });

/** The years that can be chosen, the latest first: that of the last quarter that has ended, and those before it. */
export function quarterlyYears(today: Day): readonly number[] {
  const latest = yearEndingOf(today);
  const first = quartersEnded(latest, today).length === 0 ? latest - 1 : latest;
  return Array.from({ length: YEARS_OFFERED }, (_, i) => first - i);
}

/** The table of a year for publication; nothing where the viewer may not publish, or it is no year to choose. */
export async function openQuarterly(app: App, person: Person, asked: number | undefined): Promise<QuarterlyPage | undefined> {
  const yearEndings = quarterlyYears(app.clock.today());
  const yearEnding = asked ?? yearEndings[0]!;
  if (forbids(person, "publish") !== undefined || person.organisation.type !== "local-authority" || !yearEndings.includes(yearEnding)) return undefined;
  const { organisation: authority } = person;
  const quarters = quartersEnded(yearEnding, app.clock.today());
  const tables = await tablesOf(app, person, quarters);
  const before = await publishedBefore(app.store.reader(person), authority.code);
  const told = protect(tables, before);
  return { authority, yearEnding, yearEndings, quarters, table: toldQuarterly(told), forEarlier: before.length === 0 ? 0 : hiddenMore(told, protect(tables, [])) };
}

const hiddenMore = ({ counts }: Told, { counts: alone }: Told): number => Object.keys(counts).filter((key) => counts[key] === SUPPRESSED && alone[key] !== SUPPRESSED).length;

/** Publishes the table of a year up to the quarter that whoever asks had before them. Its id in the register; `moved`: another quarter has ended meanwhile. */
export async function publishQuarterly(app: App, person: Person, yearEnding: number, upTo: string): Promise<Pick<Entered, "id" | "isAlready"> | { readonly moved: true } | undefined> {
  const quarters = quartersEnded(yearEnding, app.clock.today());
  const last = quarters.at(-1);
  if (forbids(person, "publish") !== undefined || person.organisation.type !== "local-authority" || !quarterlyYears(app.clock.today()).includes(yearEnding) || last === undefined) return undefined;
  if (quarterCode(last) !== upTo) return { moved: true };
  return publish(app, person, { kind: "quarterly-table", title: `Adoption by quarter, ${yearOf(yearEnding)}, up to ${dayInWords(daysOf(last).to)}`, tables: await tablesOf(app, person, quarters) });
}

/** Over every child of the authority, those behind a wall too: what is told of them is protected. */
const tablesOf = (app: App, person: Person, quarters: readonly Quarter[]): Promise<Tables> =>
  app.store.reading(person, async (reader: Reader) => {
    const children = (await reader.entriesOfKinds(person.organisation.code, COUNT_KINDS)).map(({ recordId, entries }) => ({ child: recordId, entries }));
    return quarterlyTables(person.organisation, happeningsOf(children), quarters);
  }, "figures");

/** A publication as the file that it is given as: a report as it was published, a table made of what was told. Nothing where the viewer may not publish, or there is no such file. */
export async function publishedFile(app: App, person: Person, id: string, as: "docx" | "csv"): Promise<WordFile | undefined> {
  const found = await openPublication(app, person, id);
  if (found === undefined) return undefined;
  if (found.kind !== "quarterly-table") return as === "docx" ? keptFile(app, person, found) : undefined;
  const table = toldQuarterly(found.told);
  const name = fileName("adoption-by-quarter", found.on);
  if (as === "csv") return { name: name.replace(".docx", ".csv"), bytes: csvBytes(table) };
  const year = /\d{4}-\d{2}/.exec(found.title)?.[0] ?? "";
  return { name, bytes: await writeWord(quarterlyDocument({ authority: person.organisation.name, year, table, publishedOn: dayInWords(found.on), madeBy: madeBy(person), madeOn: madeOn(app) })) };
}

async function keptFile(app: App, person: Person, { id, kind, on }: Published): Promise<WordFile | undefined> {
  const bytes = await app.store.reader(person).publicationDocument(person.organisation.code, id);
  return bytes === undefined ? undefined : { name: fileName(kind, on), bytes };
}

const csvBytes = ({ heads, rows }: QuarterlyTable): Uint8Array => new TextEncoder().encode(csvOf({ heads: ["Count", ...heads], rows: rows.map(({ title, cells }) => [title, ...cells]) }));

/** The table within the service: as the viewer of the counts is told them, with the quarter that runs so far. */
export const internalQuarterly = ({ quarters, year }: CountsPage): QuarterlyTable => {
  const spans = [...quarters.filter(({ state }) => state !== "to-come"), year];
  return {
    heads: spans.map((span) => (span === year ? "Total to date" : span.state === "running" ? `${span.name}, up to ${dayInWords(span.to)}` : span.name)),
    rows: QUARTERLY.map((code) => ({ title: EVENTS[code], cells: spans.map(({ events }) => { const told = events?.[code]; return told === undefined ? "" : countToldAs(told.open, told.closed, told.telling); }) })),
  };
};

/** The table within the service as a Word document. */
export async function internalQuarterlyFile(app: App, person: Person, page: CountsPage): Promise<WordFile> {
  return {
    name: fileName("adoption-by-quarter-internal", page.today),
    bytes: await writeWord(quarterlyDocument({ authority: page.authority.name, year: yearOf(page.yearEnding), table: internalQuarterly(page), madeBy: madeBy(person), madeOn: madeOn(app) })),
  };
}
