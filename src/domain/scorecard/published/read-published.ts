import type { Problem } from "../../returns/ssda903/problem.ts";
import { listed } from "../../words.ts";
import type { PublishedValue } from "../comparators.ts";
import { INDICATOR_CODES, type IndicatorCode } from "../window.ts";
import { AREA_LEVELS, type AreaLevel, type PublishedFigure } from "./published.ts";
import { type NamedAt, type NamedElsewhere, nearMisses, spellingFaults } from "./spelt-two-ways.ts";

/** A row of a file as it stands there, numbered as a spreadsheet shows it. */
export interface GivenRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export const COLUMNS = ["indicator", "year_ending", "years", "area", "level", "code", "value", "rank", "note"] as const;
export type Column = (typeof COLUMNS)[number];

/** What is asked of a file: whose publication it is, and what of that is here already. */
export interface PublishedGiven {
  readonly file: string;
  readonly source: string;
  /** The header row first. */
  readonly rows: readonly GivenRow[];
  /** The figures of the same source that are here. */
  readonly here: readonly PublishedFigure[];
  /** Areas as other publications and the tracker name them. */
  readonly elsewhere?: readonly NamedElsewhere[];
  /** The last year whose March has come: no later window can have been published. */
  readonly latest: number;
}

export interface PublishedRead {
  /** None where anything is wrong: a file is taken whole or not at all. */
  readonly figures: readonly PublishedFigure[];
  readonly problems: readonly Problem[];
}

interface FigureAt {
  readonly figure: PublishedFigure;
  readonly row: number;
}

const FIRST_YEAR = 1990;
const LONGEST = 10;
const MOST_DAYS = 5000;
const LONGEST_AREA = 120;
const LONGEST_NOTE = 500;

/** Reads published figures, strictly: every fault with its row and column, all at once. */
export function readPublished({ file, source, rows, here, elsewhere = [], latest }: PublishedGiven): PublishedRead {
  const problems: Problem[] = [];
  const fault = (row: number | null, column: Column | null, message: string): undefined => {
    problems.push({ severity: "error", file, row, column, message });
    return undefined;
  };
  const [header, ...body] = rows;
  const at = columnsAt(header, fault);
  if (at === undefined) return { figures: [], problems };
  if (body.length === 0) fault(null, null, "There are no figures under the header row");

  const read: FigureAt[] = [];
  const areas: NamedAt[] = here.map(({ area, level, code }) => ({ area, level, code, row: null }));
  const rowOf = new Map<string, number>();
  for (const { row, cells } of body) {
    if (cells.length > at.size && cells.slice(at.size).some((cell) => cell !== "")) {
      fault(row, null, `This row has ${cells.length} cells where the header row has ${at.size}. A comma within a cell needs quotation marks around the cell`);
      continue;
    }
    const cell = (column: Column): string => cells[at.get(column)!] ?? "";
    const figure = figureOf(cell, latest, (column, message) => fault(row, column, message));
    if (figure.area !== undefined && figure.level !== undefined) areas.push({ area: figure.area, level: figure.level, code: figure.code ?? null, row });
    if (!isWhole(figure)) continue;
    const key = keyOf(figure);
    const had = rowOf.get(key);
    if (had === undefined) rowOf.set(key, row);
    else fault(row, null, `The same figure is in row ${had} too: ${figure.indicator} of ${figure.area}, ${figure.years === 1 ? "one year" : `${figure.years} years`} ending in March ${figure.yearEnding}. Keep one of the two rows`);
    read.push({ figure: { source, ...figure }, row });
  }
  problems.push(...[...spellingFaults(areas), ...nearMisses(areas, elsewhere)].map(({ row, column, message, severity }): Problem => ({ severity, file, row, column, message })));
  problems.push(...missingYears(read, here).map(({ row, message }): Problem => ({ severity: "warning", file, row, column: "year_ending", message })));
  problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const figures = problems.some(({ severity }) => severity === "error") ? [] : read.map(({ figure }) => figure);
  return { figures, problems };
}

type Fault = (row: number | null, column: Column | null, message: string) => undefined;

/** Where each column is; nothing where one is missing, unknown or there twice. */
function columnsAt(header: GivenRow | undefined, fault: Fault): ReadonlyMap<Column, number> | undefined {
  if (header === undefined) return fault(null, null, "This file is empty");
  const names = [...header.cells];
  while (names.at(-1) === "") names.pop();
  const at = new Map<Column, number>();
  let faults = 0;
  const refuse = (message: string): void => {
    faults++;
    fault(header.row, null, message);
  };
  for (const [i, written] of names.entries()) {
    const column = COLUMNS.find((known) => known === written.toLowerCase().replaceAll(/[\s_-]+/g, "_"));
    if (column === undefined) refuse(written === "" ? `Column ${i + 1} has no name. Take it out, or name it` : `“${written}” is no column of published figures. The columns are ${listed(COLUMNS)}`);
    else if (at.has(column)) refuse(`The column “${column}” is there twice. Keep one of them`);
    else at.set(column, i);
  }
  for (const column of COLUMNS) if (!at.has(column)) refuse(`There is no column “${column}”. The columns are ${listed(COLUMNS)}, in any order`);
  return faults === 0 ? at : undefined;
}

type Read = { -readonly [K in Exclude<keyof PublishedFigure, "source">]?: PublishedFigure[K] | undefined };
type Whole = Omit<PublishedFigure, "source">;

const isWhole = (read: Read): read is Whole => Object.values(read).every((value) => value !== undefined);

function figureOf(cell: (column: Column) => string, latest: number, fault: (column: Column, message: string) => undefined): Read {
  for (const column of COLUMNS) if (/[\uFFFD\p{Cc}]/u.test(cell(column).replaceAll(/[\n\r\t]/g, " "))) fault(column, "There is a letter here that cannot be read. Save the file as “CSV UTF-8” and import it again");
  const indicator = INDICATOR_CODES.find((code) => code === cell("indicator").toUpperCase());
  return {
    indicator: indicator ?? fault("indicator", `${said(cell("indicator"))} is no indicator. Write ${INDICATOR_CODES.slice(0, -1).join(", ")} or ${INDICATOR_CODES.at(-1)}`),
    yearEnding: whole(cell("year_ending"), FIRST_YEAR, latest) ?? fault("year_ending", `${said(cell("year_ending"))} is not a year. Write the year in whose March the figures end, from ${FIRST_YEAR} to ${latest}: 2024 for 2021-24`),
    years: whole(cell("years"), 1, LONGEST) ?? fault("years", `${said(cell("years"))} is not a number of years. Write 3 for a three-year average, 1 for a single year`),
    area: areaOf(cell("area"), fault),
    level: levelOf(cell("level")) ?? fault("level", `${said(cell("level"))} is no level. Write ${listed(Object.keys(AREA_LEVELS)).replace(" and ", " or ")}`),
    code: codeOf(cell("code"), fault),
    value: valueOf(cell("value"), indicator, fault),
    rank: cell("rank") === "" ? null : whole(cell("rank"), 1, 1000) ?? fault("rank", `${said(cell("rank"))} is not a rank. Write a whole number, or leave it empty`),
    note: cell("note").length <= LONGEST_NOTE ? cell("note") : fault("note", `This note has ${cell("note").length} letters. Shorten it to ${LONGEST_NOTE}`),
  };
}

const said = (text: string): string => (text === "" ? "An empty cell" : `“${text.slice(0, 60)}”`);

function whole(text: string, least: number, most: number): number | undefined {
  const n = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return n >= least && n <= most ? n : undefined;
}

function areaOf(text: string, fault: (column: Column, message: string) => undefined): string | undefined {
  if (text === "") return fault("area", "There is no name of an area. Write whose figure it is");
  return text.length <= LONGEST_AREA ? text : fault("area", `This name has ${text.length} letters. Shorten it to ${LONGEST_AREA}`);
}

const levelOf = (text: string): AreaLevel | undefined => (Object.keys(AREA_LEVELS) as AreaLevel[]).find((level) => level === text.toLowerCase());

function codeOf(text: string, fault: (column: Column, message: string) => undefined): string | null | undefined {
  if (text === "") return null;
  return /^[A-Z]\d{8}$/.test(text.toUpperCase()) ? text.toUpperCase() : fault("code", `${said(text)} is no code of an area. Codes are a letter and eight figures, as in E08000019; leave the cell empty where there is none`);
}

function valueOf(text: string, indicator: IndicatorCode | undefined, fault: (column: Column, message: string) => undefined): PublishedValue | undefined {
  if (text === "") return fault("value", "This cell is empty. Write x where the figure was suppressed, .. where there is none");
  if (text === "x") return "x";
  if (text === "..") return null;
  if (indicator === undefined) return undefined;
  const isShare = indicator === "A3";
  const n = (isShare ? /^\d{1,3}(\.\d)?$/ : /^\d{1,4}$/).test(text) ? Number(text) : Number.NaN;
  if (n <= (isShare ? 100 : MOST_DAYS)) return n;
  return fault("value", isShare ? `${said(text)} is not a share. Write per cent from 0 to 100 without a sign, x or ..` : `${said(text)} is not a number of days. Write whole days up to ${MOST_DAYS} without a comma, x or ..`);
}

/** What names a figure within its source. */
export const keyOf = ({ indicator, yearEnding, years, level, area }: Pick<PublishedFigure, "indicator" | "yearEnding" | "years" | "level" | "area">): string =>
  [indicator, yearEnding, years, level, area].join("|");

/** Years between others of one area that the source, with what is here, says nothing of: at the row after the gap. */
function missingYears(read: readonly FigureAt[], here: readonly PublishedFigure[]): { readonly row: number; readonly message: string }[] {
  const lines = new Map<string, Map<number, { readonly figure: PublishedFigure; readonly row?: number }>>();
  const put = (figure: PublishedFigure, row?: number): void => {
    const key = keyOf({ ...figure, yearEnding: 0 });
    const line = lines.get(key) ?? new Map<number, { figure: PublishedFigure; row?: number }>();
    line.set(figure.yearEnding, { figure, ...(row === undefined ? {} : { row }) });
    lines.set(key, line);
  };
  for (const figure of here) put(figure);
  for (const { figure, row } of read) put(figure, row);
  return [...lines.values()].flatMap((line) => {
    const years = [...line.keys()].sort((a, b) => a - b);
    return years.flatMap((year, i) => {
      const [before, after] = [line.get(years[i - 1] ?? year), line.get(year)];
      const first = (years[i - 1] ?? year) + 1;
      const row = after?.row ?? before?.row;
      if (first >= year || row === undefined || after === undefined) return [];
      const { indicator, area, years: length } = after.figure;
      const missing = listed(Array.from({ length: year - first }, (_, n) => String(first + n)));
      return [{ row, message: `${area} has ${indicator}${length === 1 ? " of single years" : ""} for ${first - 1} and ${year}, and nothing for ${missing} between. Its line has a gap there` }];
    });
  });
}
