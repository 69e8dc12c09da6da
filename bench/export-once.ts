import { makeApp } from "../src/app/app.ts";
import { fileOf, takeAway } from "../src/app/take-away.ts";
import { NO_FILTERS, STANDARD_VIEW } from "../src/domain/tracker/view.ts";
import { NORTH, personIn } from "../src/store/sample-region.ts";
import { openStore } from "../src/store/store.ts";

/** A process that takes the tracker away once: `xlsx`, `csv`, or `none`: nobody matches. Says how long each part took. */
const [url = "", as = "csv"] = process.argv.slice(2);
const store = openStore(url);
const app = makeApp(store);
const filters = as === "none" ? { ...NO_FILTERS, team: ["no such team"] } : NO_FILTERS;
const kind = as === "xlsx" ? "xlsx" : "csv";
const began = performance.now();
const taken = await takeAway(app, personIn(NORTH, "team-manager"), { page: 1, view: { ...STANDARD_VIEW, filters, columns: [...STANDARD_VIEW.columns, "social-worker", "on:placement-order", "on:matching-panel", "on:review"] } }, kind);
const read = performance.now();
const bytes = await fileOf(taken, kind);
process.stdout.write(JSON.stringify({ rows: taken.rows.length, columns: taken.columns.length, readMs: read - began, writeMs: performance.now() - read, bytes: bytes.length }));
await store.close();
