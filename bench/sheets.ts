import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeApp } from "../src/app/app.ts";
import { addAuthority } from "../src/app/authorities.ts";
import { addDays, type Day, day, dayInWords } from "../src/domain/dates/day.ts";
import { openStore } from "../src/store/store.ts";
import { createTestDatabase } from "../tests/support/database.ts";
import { simpleWorkbook, workbookBytes } from "../tests/support/council-sheets.ts";
import { type Figure, median, wholeProcess } from "./measure.ts";

const ROWS = 20_000;
const TIMES = 3;
const AUTHORITY = "E10000999";
const ON = day("2026-11-22");
const ONCE = fileURLToPath(new URL("sheets-once.ts", import.meta.url));

interface Once {
  readonly took: Readonly<Record<"look" | "read" | "plan" | "land" | "again", number>>;
  readonly landed: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly entries: number;
  readonly again: number;
}

/** A sheet of 20,000 children brought in, step by step, and the peak memory of a process that does nothing else. */
export async function benchSheets(folder: string): Promise<readonly Figure[]> {
  const path = join(folder, "sheet.xlsx");
  const bytes = workbookBytes(simpleWorkbook(rows()));
  writeFileSync(path, bytes);
  const all: (Once & { readonly peakMiB: number })[] = [];
  for (let i = 0; i < TIMES; i++) {
    const database = await createTestDatabase();
    const store = openStore(database.url());
    try {
      await addAuthority(makeApp(store), AUTHORITY, "Bench");
      const { output, peakMiB } = await wholeProcess(process.execPath, [ONCE, database.url(), path, AUTHORITY, ON]);
      all.push({ ...(JSON.parse(output) as Once), peakMiB });
    } finally {
      await store.close();
      await database.drop();
    }
  }
  const [first] = all;
  if (first === undefined || !first.landed || first.again !== 0) throw new Error(`The sheet did not land, or not whole: ${JSON.stringify(first)}`);
  const s = (part: keyof Once["took"]): string => `${(median(all.map((a) => a.took[part])) / 1000).toFixed(2)} s`;
  return [
    { what: `Sheet of ${first.rows.toLocaleString("en-GB")} rows, ${first.columns} columns: looked at, and read by its columns`, figure: `${s("look")}, ${s("read")} (${(bytes.length / 1e6).toFixed(1)} MB)`, aim: "" },
    { what: "  set against the record: nothing there, and all of it there", figure: `${s("plan")}, ${s("again")}`, aim: "" },
    { what: `  landed: planned again, ${first.entries.toLocaleString("en-GB")} entries, chain, clocks, commit`, figure: s("land"), aim: "" },
    { what: "  peak memory", figure: `${Math.round(median(all.map((a) => a.peakMiB)))} MiB`, aim: "" },
  ];
}

const HEADINGS = [
  "LCS ID", "Surname", "Forename", "DOB", "M/F", "Team", "SW", "FF worker", "LS", "Placement type", "Care plan", "Date came into care",
  "CPR", "SHOBPA", "PO application", "PO granted", "Linked", "Matching panel", "ADM ratification", "Intros", "Placed", "Comments",
];

function rows(): (string | number | null)[][] {
  const written = (on: Day): string => on.split("-").reverse().join("/");
  return [HEADINGS, ...Array.from({ length: ROWS }, (_, i) => {
    const care = addDays(ON, -800 + (i % 500));
    const on = (days: number): string | null => (addDays(care, days) < ON ? written(addDays(care, days)) : days % 2 === 0 ? `w/c ${dayInWords(addDays(care, days))}` : "tbc");
    return [
      `B-${10_000 + i}`, `Family${String.fromCodePoint(97 + (i % 26))}${i}`, `Given${i % 97}`, written(addDays(care, -30 - (i % 1500))), i % 2 === 0 ? "M" : "F", `Team ${i % 9}`,
      `Worker${i % 200} Surname`, `Finder${i % 40} Surname`, i % 3 === 0 ? "PO" : "ICO", "IFA", "Adoption", written(care),
      on(100), on(160), on(180), on(300), on(360), on(420), on(431), on(450), on(480), "as discussed",
    ];
  })];
}
