import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchAgenda } from "./agenda.ts";
import { benchDesks } from "./desks.ts";
import { benchExport } from "./export.ts";
import { benchForecast } from "./forecast.ts";
import { benchImport } from "./import.ts";
import { benchPageWeight } from "./page-weight.ts";
import { benchRls } from "./rls.ts";
import { benchProof } from "./proof.ts";
import { benchRoom } from "./room.ts";
import { benchScorecard } from "./scorecard.ts";
import { benchSheets } from "./sheets.ts";
import { benchStandards } from "./standards.ts";
import type { Figure } from "./measure.ts";
import { benchStart } from "./start.ts";
import { benchStore } from "./store.ts";
import { benchStoreTracker } from "./store-tracker.ts";
import { benchWorkbook } from "./workbook.ts";

const only = process.argv[2];
const parts: Readonly<Record<string, (folder: string) => Promise<readonly Figure[]>>> = {
  standards: benchStandards, scorecard: benchScorecard, workbook: benchWorkbook, forecast: benchForecast, import: benchImport, sheets: benchSheets, store: benchStore, "store-tracker": benchStoreTracker, rls: benchRls, desks: benchDesks, agenda: benchAgenda, proof: benchProof, export: benchExport, room: benchRoom, start: benchStart, "page-weight": benchPageWeight,
};

const folder = mkdtempSync(join(tmpdir(), "permanence-bench-"));
try {
  for (const [name, part] of Object.entries(parts)) {
    if (only !== undefined && only !== name) continue;
    for (const { what, figure, aim } of await part(folder)) console.log(`${what.padEnd(64)} ${figure.padEnd(44)} ${aim === "" ? "" : `aim: ${aim}`}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
