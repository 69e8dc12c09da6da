import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TABLES, TABLE_NAMES, type TableName } from "../../domain/returns/ssda903/tables.ts";
import { TODAY, file, goodYear, goodYearWith, read, table } from "./files-for-tests.ts";
import { readGroups } from "./read-return.ts";

const summary = (files: Parameters<typeof read>[0]) =>
  read(files).years.map((y) => [y.yearEnding, y.upTo, ...y.files.map((f) => `${f.table}=${f.name}`).sort()].join(" "));

describe("what is read", () => {
  test("a good year, with nothing to say against it", () => {
    const { years, children, problems } = read(goodYear());
    assert.deepEqual(problems, []);
    assert.deepEqual(years.map((y) => [y.yearEnding, y.upTo, y.tables]), [[2025, "2025-03-31", "Header Episodes Reviews AD1 PlacedAdoption PrevPerm Missing SWEpisodes"]]);
    const child = children.get("A1");
    assert.deepEqual(child?.episodes.map((e) => [e.row, e.decom, e.rne, e.ls, e.place, e.dec, e.rec, e.urn]), [
      [2, "2024-05-10", "S", "V2", "U6", "2024-08-01", "X1", "SC1"], [3, "2024-08-01", "L", "C1", "U6", null, null, "SC1"],
    ]);
    assert.ok(!JSON.stringify([...children.values()]).includes("AB1"), "postcodes are not kept");
  });

  test("every table is told by its header row, whatever the file is called, in any order, case and spacing", () => {
    for (const name of TABLE_NAMES) {
      const header = [...TABLES[name]].reverse().map((c) => ` ${c.toLowerCase()} `).join(",");
      const { years, problems } = read([table("Episodes", ["A1,10/05/2024,S,V2,N1,U6,PR1,,,,,,"], "e"), file("whatever.txt", `${header}\n`)]);
      assert.deepEqual(problems, [], name);
      assert.ok(years[0]?.files.some((f) => f.name === "whatever.txt" && f.table === name), name);
    }
  });

  test("columns out of order are read by name", () => {
    const { children } = read([file("r.csv", "REVIEW_CODE,CHILD,REVIEW,DOB\nPN1,007,20/03/2025,02/02/2020\n")]);
    assert.deepEqual(children.get("007")?.reviews.map((r) => [r.on, r.code, r.dob]), [["2025-03-20", "PN1", "2020-02-02"]]);
  });

  const episodesWith = (text: string | Uint8Array) => read([file("e.csv", text)]);
  const header = TABLES.Episodes.join(",");
  const wordings: Readonly<Record<string, string | Uint8Array>> = {
    "a byte order mark": `\uFEFF${header}\nA1,10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1\n`,
    "Windows line ends": `${header}\r\nA1,10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1\r\n`,
    "no line end at the end": `${header}\nA1,10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1`,
    "quoted fields": `${header}\n"A1","10/05/2024","S","V2","N1","U6","PR1","","","","A ""B"", C","","SC1"\n`,
    "spaces, small letters, no leading noughts": `${header}\n A1 , 10/5/2024 ,s, v2 ,n1,u6,pr1,,,,,, SC1 \n`,
    "dates as databases write them": `${header}\nA1,2024-05-10,S,V2,N1,U6,PR1,,,,,,SC1\n`,
    "midnight behind the dates": `${header}\nA1,10/05/2024 00:00:00,S,V2,N1,U6,PR1,,,,,,SC1\n`,
    "semicolons": `${header}\nA1,10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1\n`.replaceAll(",", ";"),
    "UTF-16": Buffer.from(`\uFEFF${header}\nA1,10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1\n`, "utf16le"),
    "empty rows": `${header}\nA1,10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1\n,,,,,,,,,,,,\n\n`,
  };
  for (const [wording, text] of Object.entries(wordings)) {
    test(`a file with ${wording}`, () => {
      const { children, problems } = episodesWith(text);
      assert.deepEqual(problems, []);
      assert.deepEqual(children.get("A1")?.episodes.map((e) => [e.row, e.decom, e.rne, e.ls, e.place, e.provider, e.urn]), [[2, "2024-05-10", "S", "V2", "U6", "PR1", "SC1"]]);
    });
  }

  test("Windows-1252 where it is not UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from(`${TABLES.PrevPerm.join(",")}\nA1,02/02/2020,P1,Z`), Buffer.from([0xfc]), Buffer.from("rich,zz/05/2020\n")]);
    const { children } = read([file("p.csv", bytes), ...goodYear().slice(0, 2)]);
    assert.deepEqual(children.get("A1")?.previousPermanence.map((p) => [p.authority, p.date]), [["Zürich", "zz/05/2020"]]);
  });

  test("rows are numbered as a spreadsheet shows them, empty rows and line ends inside cells included", () => {
    const { children } = episodesWith(`${header}\n\nA1,10/05/2024,S,V2,N1,U6,PR1,01/08/2024,X1,,"two\nlines",,SC1\nA1,01/08/2024,L,C1,N1,U6,PR1,,,,,,SC1\n`);
    assert.deepEqual(children.get("A1")?.episodes.map((e) => e.row), [3, 4]);
  });
});

describe("which year", () => {
  const episodes = (name: string, ...rows: readonly string[]) => table("Episodes", rows.map((r) => `${r},,,,,,`), name);
  const header = (name: string, ...ids: readonly string[]) => table("Header", ids.map((id) => `${id},F,02/02/2020,WBRI,UN1,,`), name);

  test("files of several years in one list go to their years, tables without dates by their children", () => {
    assert.deepEqual(summary([
      header("h-old", "A1", "A2"), episodes("e-new", "A2,10/05/2024,S,V2,N1,U6,PR1", "A3,20/03/2025,S,V2,N1,U6,PR1"),
      episodes("e-old", "A1,10/05/2023,S,V2,N1,U6,PR1", "A2,11/05/2023,S,V2,N1,U6,PR1"), header("h-new", "A2", "A3"),
    ]), ["2024 2024-03-31 Episodes=e-old Header=h-old", "2025 2025-03-31 Episodes=e-new Header=h-new"]);
  });

  test("an empty table, and one that is not used, go to a year that lacks them", () => {
    const years = [episodes("e-old", "A1,10/05/2023,S,V2,N1,U6,PR1"), episodes("e-new", "A1,20/03/2025,S,V2,N1,U6,PR1")];
    const { problems } = read([...years, table("AD1", [], "a-1"), table("AD1", [], "a-2"), table("OC3", ["Z9,02/02/2006,Y,F1,B"], "o")]);
    assert.deepEqual(problems, []);
    assert.deepEqual(summary([...years, table("AD1", [], "a-1"), table("AD1", [], "a-2")]), ["2024 2024-03-31 AD1=a-2 Episodes=e-old", "2025 2025-03-31 AD1=a-1 Episodes=e-new"]);
  });

  test("in one list, files that came in one folder are one year", () => {
    assert.deepEqual(summary([
      episodes("old/e", "A1,10/05/2023,S,V2,N1,U6,PR1"), header("old/h", "A1"), table("AD1", [], "old/a"),
      episodes("new/e", "A1,20/03/2025,S,V2,N1,U6,PR1"), header("new/h", "A1"),
    ]), ["2024 2024-03-31 AD1=old/a Episodes=old/e Header=old/h", "2025 2025-03-31 Episodes=new/e Header=new/h"]);
  });

  test("a return that stops before the last three weeks of March speaks up to its last day", () => {
    assert.deepEqual(summary([episodes("e", "A1,10/09/2024,S,V2,N1,U6,PR1")]), ["2025 2024-09-10 Episodes=e"]);
    assert.deepEqual(summary([episodes("e", "A1,10/03/2025,S,V2,N1,U6,PR1")]), ["2025 2025-03-31 Episodes=e"]);
  });

  test("unless a later year follows it", () => {
    assert.deepEqual(summary([episodes("b", "A1,10/09/2024,S,V2,N1,U6,PR1"), episodes("a", "A1,10/09/2023,S,V2,N1,U6,PR1")]), ["2024 2024-03-31 Episodes=a", "2025 2024-09-10 Episodes=b"]);
  });

  test("files that came in one folder are one year, though a table in it has older dates only", () => {
    const { years } = readGroups([[episodes("e", "A1,10/03/2025,S,V2,N1,U6,PR1"), table("PlacedAdoption", ["A1,02/02/2020,10/12/2023,,"], "p")]], { today: TODAY });
    assert.deepEqual(years.map((y) => [y.yearEnding, y.files.length]), [[2025, 2]]);
  });

  test("a slip of the pen does not make another year of it", () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `B${i},10/0${1 + (i % 9)}/2024,S,V2,N1,U6,PR1`);
    assert.deepEqual(summary([episodes("e", ...rows, "A1,01/05/2026,S,V2,N1,U6,PR1")]), ["2025 2024-09-10 Episodes=e"]);
  });
});

interface Bad {
  readonly given: Parameters<typeof read>[0];
  readonly file: string | null;
  readonly row?: number;
  readonly column?: string;
  readonly says: RegExp;
}

const zip = (inside: string) => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), Buffer.from(inside)]);
const episodesFile = (...rows: readonly string[]) => goodYearWith(table("Episodes", rows));
const named = (name: TableName, header: string) => goodYearWith(file(`${name.toLowerCase()}.csv`, `${header}\nx\n`));

const BAD: Readonly<Record<string, Bad>> = {
  "a zip": { given: [file("return.zip", zip("episodes.csv"))], file: "return.zip", says: /zip file\. Unzip it/ },
  "a zip called .csv": { given: [file("episodes.csv", zip("episodes.csv"))], file: "episodes.csv", says: /zip file/ },
  "a spreadsheet renamed .csv": { given: [file("episodes.csv", zip("[Content_Types].xml xl/workbook.xml"))], file: "episodes.csv", says: /Excel workbook, not a CSV/ },
  "an old spreadsheet": { given: [file("episodes.csv", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))], file: "episodes.csv", says: /xls/ },
  "an empty file": { given: goodYearWith(file("reviews.csv", "")), file: "reviews.csv", says: /empty/ },
  "a file of spaces": { given: goodYearWith(file("reviews.csv", " \r\n \r\n")), file: "reviews.csv", says: /empty/ },
  "bytes that are no text": { given: [file("e.csv", Buffer.from([67, 72, 0, 0, 73]))], file: "e.csv", says: /not a text file/ },
  "the XML form": { given: [file("return.xml", "<?xml version=\"1.0\"?><Message/>")], file: "return.xml", says: /XML.*CSV/ },
  "a PDF": { given: [file("a.csv", "%PDF-1.7 and so on")], file: "a.csv", says: /PDF/ },
  "no files": { given: [], file: null, says: /no files/ },
  "a table of something else": { given: [file("cats.csv", "NAME,COLOUR\nTom,grey\n")], file: "cats.csv", row: 1, says: /none of the tables/ },
  "no header row": { given: [file("e.csv", "A1,10/05/2024,S,V2,N1,U6,PR1,,,,,,\n")], file: "e.csv", row: 1, says: /none of the tables/ },
  "an unknown column": { given: named("Reviews", "CHILD,DOB,REVIEW,REVIEW_CODE,WEATHER"), file: "reviews.csv", row: 1, column: "WEATHER", says: /no column WEATHER/ },
  "a missing column": { given: named("Reviews", "CHILD,DOB,REVIEW"), file: "reviews.csv", row: 1, column: "REVIEW_CODE", says: /REVIEW_CODE is missing/ },
  "a misspelt column": { given: named("Episodes", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URM"), file: "episodes.csv", row: 1, column: "URN", says: /URN is missing/ },
  "a column twice": { given: named("Reviews", "CHILD,DOB,REVIEW,REVIEW_CODE,DOB"), file: "reviews.csv", row: 1, column: "DOB", says: /given twice/ },
  "an impossible date": { given: episodesFile("A1,31/02/2025,S,V2,N1,U6,PR1,,,,,,SC1"), file: "episodes.csv", row: 2, column: "DECOM", says: /“31\/02\/2025” is not a date/ },
  "a date in words": { given: episodesFile("A1,10 May,S,V2,N1,U6,PR1,,,,,,SC1"), file: "episodes.csv", row: 2, column: "DECOM", says: /not a date/ },
  "a year of two figures": { given: episodesFile("A1,10/05/24,S,V2,N1,U6,PR1,,,,,,SC1"), file: "episodes.csv", row: 2, column: "DECOM", says: /not a date/ },
  "a date after today": { given: episodesFile("A1,10/05/2024,S,V2,N1,U6,PR1,22/11/2026,X1,,,,SC1"), file: "episodes.csv", row: 2, column: "DEC", says: /after today/ },
  "no start": { given: episodesFile("A1,,S,V2,N1,U6,PR1,,,,,,SC1"), file: "episodes.csv", row: 2, column: "DECOM", says: /no DECOM/ },
  "no child": { given: episodesFile("A1,10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1", ",10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1"), file: "episodes.csv", row: 3, column: "CHILD", says: /no CHILD/ },
  "a row with a field too many": { given: episodesFile("A1,10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1,more"), file: "episodes.csv", row: 2, says: /14 fields where the header row has 13/ },
  "a row with fields too few": { given: episodesFile("A1,10/05/2024,S,V2"), file: "episodes.csv", row: 2, says: /4 fields/ },
  "quotation marks that do not pair": { given: episodesFile("A1,10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1", "A1,\"10/05/2024,S,V2,N1,U6,PR1,,,,,,SC1"), file: "episodes.csv", row: 3, says: /quotation marks/ },
  "a file whose year nothing tells": { given: [table("Header", ["A1,F,02/02/2020,WBRI,UN1,,"])], file: "header.csv", says: /Which year/ },
};

describe("bad input is refused with a sentence, naming file, row and column", () => {
  for (const [what, bad] of Object.entries(BAD)) {
    test(what, () => {
      const errors = read(bad.given).problems.filter((p) => p.severity === "error");
      const found = errors.find((p) => bad.says.test(p.message));
      assert.ok(found, `none of these: ${JSON.stringify(errors)}`);
      assert.deepEqual([found.file, found.row, found.column], [bad.file, bad.row ?? null, bad.column ?? null]);
    });
  }

  test("where a file cannot be read, that alone is said: nothing is made of a year nobody knows", () => {
    const given = read([table("Header", ["A1,F,02/02/2020,WBRI,UN1,,", "A2,M,02/02/2020,WBRI,UN1,,"]), file("episodes.csv", zip("xl/workbook.xml"))]);
    assert.deepEqual(given.problems.map((p) => p.file), ["episodes.csv"]);
    assert.deepEqual([given.years.length, given.children.size], [0, 0]);
  });

  test("a file too large is refused by its size alone", () => {
    const { problems } = read([{ name: "huge.csv", bytes: { length: 200 * 1024 * 1024 } as Uint8Array }]);
    assert.match(problems[0]?.message ?? "", /200 MB. Files over 100 MB are not read/);
  });
});
