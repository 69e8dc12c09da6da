import { day } from "../../domain/dates/day.ts";
import { TABLES, type TableName } from "../../domain/returns/ssda903/tables.ts";
import { type GivenFile, readReturn } from "./read-return.ts";

export const TODAY = day("2026-11-21");

export const file = (name: string, content: string | Uint8Array): GivenFile => ({ name, bytes: typeof content === "string" ? Buffer.from(content) : content });

/** A table’s file with its own header row, and these rows beneath. */
export const table = (name: TableName, rows: readonly string[], fileName = `${name.toLowerCase()}.csv`): GivenFile =>
  file(fileName, [TABLES[name].join(","), ...rows, ""].join("\r\n"));

/** A small return for one year that nothing is wrong with. */
export const goodYear = (): GivenFile[] => [
  table("Header", ["A1,F,02/02/2020,WBRI,UN1,,"]),
  table("Episodes", ["A1,10/05/2024,S,V2,N1,U6,PR1,01/08/2024,X1,,AB1 2CD,AB1 2CD,SC1", "A1,01/08/2024,L,C1,N1,U6,PR1,,,,AB1 2CD,AB1 2CD,SC1"]),
  table("Reviews", ["A1,02/02/2020,20/03/2025,PN1"]),
  table("AD1", []),
  table("PlacedAdoption", []),
  table("PrevPerm", ["A1,02/02/2020,Z1,,"]),
  table("Missing", []),
  table("SWEpisodes", ["A1,02/02/2020,SW1,10/05/2024,,MANAGE"]),
];

/** The good year with one table’s file in place of its own. */
export const goodYearWith = (...files: readonly GivenFile[]): GivenFile[] => {
  const names = new Set(files.map((f) => f.name));
  return [...goodYear().filter((f) => !names.has(f.name)), ...files];
};

export const read = (files: readonly GivenFile[]) => readReturn(files, { today: TODAY });
