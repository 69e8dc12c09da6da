import { readFileSync } from "node:fs";
import { makeApp } from "../src/app/app.ts";
import { landSheet, previewSheet } from "../src/app/sheets/land.ts";
import { findSheets, readChosen } from "../src/app/sheets/read-file.ts";
import { day } from "../src/domain/dates/day.ts";
import { openStore } from "../src/store/store.ts";

/** A process that brings one sheet in, as the pages do step by step, and says how long each part took. */
const [url = "", path = "", authority = "", on = ""] = process.argv.slice(2);
const store = openStore(url);
const app = makeApp(store, { today: () => day(on), now: () => new Date().toISOString() });
const viewer = { type: "operator", authority } as const;
const file = { name: "sheet.xlsx", bytes: readFileSync(path) };
const took: Record<string, number> = {};
async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  took[name] = performance.now() - began;
  return result;
}
const found = await timed("look", () => findSheets(file, new Map()));
if ("refused" in found) throw new Error(found.refused[0]?.message);
const [sheet] = found.found;
const columns = Object.fromEntries(sheet!.matches.map((m) => [m.column, m.target]));
const given = await timed("read", () => readChosen(file, { asOn: day(on), found: found.found, sheet: sheet!.name, columns }, day(on)));
const preview = await timed("plan", () => previewSheet(app, viewer, authority, given!));
const { landed } = await timed("land", () => landSheet(app, viewer, authority, given!, "", preview.fingerprint));
const again = await timed("again", () => previewSheet(app, viewer, authority, given!));
console.log(JSON.stringify({ took, landed, rows: given!.read.rows.length, columns: sheet!.matches.length, entries: preview.entries.added, again: again.entries.added + again.entries.superseded, problems: preview.problemCount, asked: preview.asked.length }));
await store.close();
