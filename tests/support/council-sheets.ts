/**
 * Three trackers as councils keep them, each with its own habits, made in code. Nobody in them
 * lives: the names are those of the simulation. They speak of 22 November 2026.
 */
import { type CellObject, utils, type WorkBook, type WorkSheet, write } from "@e965/xlsx";
import { type Day, daysBetween } from "../../src/domain/dates/day.ts";

export interface CouncilSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Value = string | number | boolean | CellObject | null;

const EPOCH = "1899-12-30" as Day;
const EPOCH_1904 = "1904-01-01" as Day;

/** A date cell, as Excel keeps one: a count of days with a format. */
const date = (on: string, format = "dd/mm/yyyy", from = EPOCH): CellObject => ({ t: "n", v: daysBetween(from, on as Day), z: format });
const date1904 = (on: string, format = "dd/mm/yyyy"): CellObject => date(on, format, EPOCH_1904);
/** A formula with the value Excel kept of it. */
const formula = (f: string, v: string | number): CellObject => ({ t: typeof v === "string" ? "s" : "n", v, f });
const mistaken = (f: string, error: "#REF!" | "#N/A"): CellObject => ({ t: "e", v: error === "#REF!" ? 0x17 : 0x2a, w: error, f });

function sheetOf(rows: readonly (readonly Value[])[]): WorkSheet {
  const sheet: WorkSheet = {};
  let width = 1;
  rows.forEach((row, r) => row.forEach((value, c) => {
    if (value === null) return;
    width = Math.max(width, c + 1);
    const cell: CellObject = typeof value === "object" ? value : { t: typeof value === "number" ? "n" : typeof value === "boolean" ? "b" : "s", v: value };
    sheet[utils.encode_cell({ r, c })] = cell;
  }));
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(rows.length - 1, 0), c: width - 1 } });
  return sheet;
}

/** A workbook of sheets, as the bytes of a file of the kind asked for. */
export function workbookBytes(book: WorkBook, bookType: "xlsx" | "xlsb" | "biff8" | "ods" | "xlsm" = "xlsx"): Uint8Array {
  return new Uint8Array(write(book, { type: "buffer", bookType, compression: true }) as Buffer);
}

/** A workbook with one sheet of plain rows. */
export function simpleWorkbook(rows: readonly (readonly Value[])[], sheet = "Tracker"): WorkBook {
  return { SheetNames: [sheet], Sheets: { [sheet]: sheetOf(rows) } };
}

/**
 * A unitary authority’s monthly tracker: a title, two heading rows with merged group heads, 1904
 * dates, a hidden row, two dates in a cell, “tbc”, “w/c”, a name with an expected birth.
 */
export function unitaryTracker(bookType: "xlsx" | "xlsb" | "biff8" | "xlsm" = "xlsx"): CouncilSheet {
  const d = date1904;
  const rows: readonly (readonly Value[])[] = [
    ["Adoption tracker November 2026 - CONFIDENTIAL"],
    [],
    ["Child", null, null, null, "Workers", null, "Legal", null, null, "Planning", null, "Matching", null, null, "Moving in", null, "Comments"],
    ["LCS ID", "Child", "DOB", "M/F", "SW", "FF worker", "LS", "PO app", "PO granted", "CPR", "SHOBPA", "Linked?", "Matching panel", "ADM ratification", "Intros", "Placed", null],
    ["HM 4101", "BARLEYTHORN, Fennimor", d("2024-02-11"), "M", "A. Candlewharf", "J. Otterquill", "PO", d("2025-06-02"), d("2025-09-15"), d("2025-04-20"), d("2025-05-12"), d("2025-12-01"), d("2026-02-18"), d("2026-02-24"), d("2026-03-09"), d("2026-03-27"), "Settled well"],
    ["HM 4102", "BARLEYTHORN, Tansyrose", d("2022-07-30"), "F", "A. Candlewharf", "J. Otterquill", "PO", d("2025-06-02"), d("2025-09-15"), d("2025-04-20"), d("2025-05-12"), "Y", "tbc", "tbc", null, null, "To be placed with sibling?"],
    ["HM 4117", "EIDERDOWN, Quillon", d("2025-01-19"), "M", "M. Lanternby", "J. Otterquill", "ICO", "booked 14/12/26", "w/c 15 February 2027", d("2026-09-30"), d("2026-10-19"), "N", null, null, null, null, null],
    ["HM 4120", "Gingerfield, Saffrel", d("2023-11-05"), "F", "M. Lanternby", null, "PO", d("2026-01-12"), d("2026-04-21"), "12/11/25, 14/5/26 (updated)", d("2025-12-15"), d("2026-09-02"), d("2026-12-16"), "by end of January 2027", null, null, null],
    ["HM 4131", "Baby Hobblethwaite (EDD 3/1/27)", null, null, "R. Nightjarrow", null, "n/a", null, null, "tbc", "early April 2027", null, null, null, null, null, "Early alert"],
    ["HM 4099", "KETTLEMOOR, Vetchling", d("2021-05-25"), "F", "R. Nightjarrow", "P. Sparrowthatch", "FCO", null, null, d("2024-11-02"), d("2024-12-09"), null, null, null, null, null, "Plan changed"],
    ["HM 4140", "Underbriar, Yarrowin", d("2024-08-16"), "M", "R. Nightjarrow", "P. Sparrowthatch", "PO", d("2026-03-04"), d("2026-07-08"), d("2026-01-28"), d("2026-02-16"), d("2026-10-01"), "12/11/26 moved to 3/12/26", null, "-", "-", null],
  ];
  const sheet = sheetOf(rows);
  const merge = (r: number, from: number, to: number) => ({ s: { r, c: from }, e: { r, c: to } });
  sheet["!merges"] = [merge(0, 0, 16), merge(2, 0, 3), merge(2, 4, 5), merge(2, 6, 8), merge(2, 9, 10), merge(2, 11, 13), merge(2, 14, 15), { s: { r: 2, c: 16 }, e: { r: 3, c: 16 } }];
  sheet["!rows"] = [];
  sheet["!rows"][9] = { hidden: true };
  const book: WorkBook = { SheetNames: ["Tracker", "Key"], Sheets: { Tracker: sheet, Key: sheetOf([["Key"], ["Red", "Overdue"]]) }, Workbook: { WBProps: { date1904: true }, Sheets: [{ name: "Tracker", Hidden: 0 }, { name: "Key", Hidden: 1 }] } };
  return { name: "Adoption tracker Nov 26.xlsx", bytes: workbookBytes(book, bookType) };
}

/** A county’s list out of its case system: CSV by semicolons in Windows-1252, some dates with the month first, a child twice. */
export function countyList(): CouncilSheet {
  const lines = [
    "Mosaic ID;Surname;Forename;DOB;Sex;Team;Allocated SW;Current legal status;Placement type;Carers;Care plan;Contingency;Date came into care;BID;PO date;Matched;Placement date;AO app;AO;LAC review;RoA;Reason for delay",
    "70011;Applecross-Vane;Zéphyrine;14/03/2023;Female;North;L Dapplestone;Placement Order;IFA;The Marzipanes;Adoption;LTF;02/11/2024;09/06/2025;17/10/2025;;;;;06/05/2026;;Siblings",
    "70012;Applecross-Vane;Bracken;14/03/2021;Male;North;L Dapplestone;Placement Order;IFA;The Marzipanes;Adoption;LTF;02/11/2024;09/06/2025;17/10/2025;;;;;06/05/2026;;Siblings; ",
    "70020;Foxglovehurst;Ivoryn;27/09/2024;F;South;K Inkerpenny;Placement order;Prospective adopters;;Adoption;;01/10/2024;03/03/2025;12/05/2025;15/09/2025;20/10/2025;n/a;;10/02/2026;18/11/2025;",
    "70021;Jollyfern;Alderic;05/12/2022;M;South;K Inkerpenny;S20;Kinship;Grandmother’s home;SGO;Adoption;11/08/2026;;;;;;;08/09/2026;;Late assessment of family",
    "70031;Puddlestone;Cindrel;22/06/2025;F;East;Vacant;ICO;FFA;Mr & Mrs O;Twin track: adoption / rehab;;30/06/2025;13/10/2026;;;;;;07/14/2026;;Court",
    "70031;Puddlestone;Cindrel;22/06/2025;F;East;Vacant;ICO;FFA;Mr & Mrs O;Twin track: adoption / rehab;;30/06/2025;13/10/2026;;;;;;07/14/2026;;Court",
    "70044;Quarrymint;Oatrick;31/01/2020;M;East;B Ravenbutter;Care Order;Residential;Larch House;Residential;;04/04/2023;;;;;;;09/03/2026;;Age of child",
    "70050;Velvetmarsh;Emberly;18/08/2023;F;West;B Ravenbutter;Police detention;Mum's friend;;Adoption;;19/08/2023;05/02/2024;10/06/2024;02/12/2024;13/01/2025;05/06/2025;03/11/2025;;10/02/2025;",
  ];
  return { name: "county-list.csv", bytes: windows1252(lines.join("\r\n")) };
}

/** The bytes of text in Windows-1252, of the letters a county needs. */
export const windows1252 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => (letter === "’" ? 0x92 : letter === "–" ? 0x96 : letter.codePointAt(0)!));

/**
 * A big authority’s workbook: a sheet a month for years past and one for each team, headings in
 * one row with a blank row above, sections with lines between them, formulas with and without
 * errors, a total.
 */
export function manySheets(sheets = 100): CouncilSheet {
  const tracker: readonly (readonly Value[])[] = [
    ["Permanence tracker - all teams"],
    ["Ref", "Initials", "Date of birth", "Age", "Social worker", "Family finder", "Legal status", "Placement", "Plan", "PO", "Days since PO", "Panel", "ADM", "AO", "Celebration hearing", "LSB", "LLL"],
    ["TEAM ONE"],
    ["P-2001", "FB", date("2023-04-02"), formula("DATEDIF(C4,TODAY(),\"y\")", 3), "S. Thimbledon", "N. Wandlewick", "PO", "Placed with adopters", "Adoption", date("2025-03-03"), formula("TODAY()-J4", 629), date("2025-10-08", "d-mmm-yy"), date("2025-10-15"), date("2026-08-20"), date("2026-09-25"), date("2026-10-01"), "Done"],
    ["P-2002", "HK", date("2024-12-19"), mistaken("DATEDIF(#REF!,TODAY(),\"y\")", "#REF!"), "S. Thimbledon", mistaken("VLOOKUP(A5,Workers!A:B,2,0)", "#N/A"), "PO", "Foster care", "Adoption", date("2026-05-18"), formula("TODAY()-J5", 188), "Jan-27", null, null, null, null, null],
    ["P-2003", "OE", "DOB 3.9.25", formula("DATEDIF(C6,TODAY(),\"y\")", 1), "S. Thimbledon", "N. Wandlewick", "ICO", "FFA", "Twin track", null, null, null, null, null, null, null, null],
    ["TEAM TWO"],
    ["P-2010", "RY", date("2020-10-10"), formula("DATEDIF(C8,TODAY(),\"y\")", 6), "C. Yellowgate", null, "CO", "LTF", "LTF", "n/a", null, null, null, null, null, null, null],
    ["P-2011", "WU & LU", date("2022-02-14"), formula("DATEDIF(C9,TODAY(),\"y\")", 4), "C. Yellowgate", null, "PO", "Foster care", "Adoption", date("2025-11-24"), formula("TODAY()-J9", 363), "25/11/26?", null, null, null, null, null],
    ["P-2012", "JM", 45107, formula("DATEDIF(C10,TODAY(),\"y\")", 3), "C. Yellowgate", "N. Wandlewick", "PO", "Foster care", "Adoption", "21st July 2026", formula("TODAY()-J10", 124), "Fri 4th December", null, null, null, null, null],
    ["CLOSED"],
    ["P-1950", "GD", date("2021-01-09"), formula("DATEDIF(C12,TODAY(),\"y\")", 5), "C. Yellowgate", "N. Wandlewick", "PO", "Placed with adopters", "Adoption", date("2023-06-26"), formula("TODAY()-J12", 1245), date("2024-01-17"), date("2024-01-24"), date("2025-02-13"), null, date("2025-03-01"), date("2025-03-01")],
    ["Total", formula("COUNTA(A4:A12)-2", 7)],
  ];
  const names = Array.from({ length: sheets - 1 }, (_, i) => `Month ${i + 1}`);
  const book: WorkBook = {
    SheetNames: [...names, "All teams"],
    Sheets: { ...Object.fromEntries(names.map((name, i) => [name, sheetOf([["Month", "Adoption orders", "Placement orders"], [name, i % 5, i % 7]])])), "All teams": sheetOf(tracker) },
  };
  return { name: "Permanence MASTER (2).xlsx", bytes: workbookBytes(book) };
}
