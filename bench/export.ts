import { fileURLToPath } from "node:url";
import pg from "pg";
import { makeApp } from "../src/app/app.ts";
import { loadSamplePopulation } from "../src/app/sample-population.ts";
import { machineClock } from "../src/app/machine-clock.ts";
import { openStore } from "../src/store/store.ts";
import { createTestDatabase } from "../tests/support/database.ts";
import { type Figure, median, runs, wholeProcess } from "./measure.ts";

const CHILDREN = 5_000;
const TIMES = 3;
const ONCE = fileURLToPath(new URL("export-once.ts", import.meta.url));

interface Once {
  readonly rows: number;
  readonly columns: number;
  readonly readMs: number;
  readonly writeMs: number;
  readonly bytes: number;
}

/** The whole tracker of one authority taken away: seconds, and the peak memory of a process that does nothing else. */
export async function benchExport(): Promise<readonly Figure[]> {
  const database = await createTestDatabase();
  try {
    const store = openStore(database.url());
    await loadSamplePopulation(makeApp(store), CHILDREN, machineClock.today());
    await store.close();
    await analysed(database.url());
    const nothing = await once(database.url(), "none");
    const figures: Figure[] = [];
    for (const as of ["xlsx", "csv"] as const) {
      const { rows, columns, readMs, writeMs, bytes, peakMiB } = await once(database.url(), as);
      const what = `${as === "xlsx" ? "Workbook" : "CSV"} of ${rows.toLocaleString("en-GB")} children, ${columns} columns`;
      figures.push(
        { what: `${what}: read, then written`, figure: `${(readMs / 1000).toFixed(2)} s, ${(writeMs / 1000).toFixed(2)} s`, aim: "" },
        { what: `  size; peak memory, of it more than with no child`, figure: `${(bytes / 1e6).toFixed(1)} MB; ${Math.round(peakMiB)} MiB, ${Math.round(peakMiB - nothing.peakMiB)} MiB`, aim: "" },
      );
    }
    return figures;
  } finally {
    await database.drop();
  }
}

/** As PostgreSQL does by itself within a minute of so much being written. */
async function analysed(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("analyze");
  await client.end();
}

async function once(url: string, as: "xlsx" | "csv" | "none"): Promise<Once & { readonly peakMiB: number }> {
  const all = await runs(TIMES, () => wholeProcess(process.execPath, [ONCE, url, as]));
  const said = all.map((run) => JSON.parse(run.output) as Once);
  const [first] = said;
  if (first === undefined) throw new Error("Nothing was measured");
  return { ...first, readMs: median(said.map((s) => s.readMs)), writeMs: median(said.map((s) => s.writeMs)), peakMiB: median(all.map((run) => run.peakMiB)) };
}
