import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startSampleApp } from "../../tests/support/sample-app.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import { type Day, day } from "../domain/dates/day.ts";
import { type Column, DATED_KINDS, FIXED_COLUMNS } from "../domain/tracker/columns.ts";
import type { SheetCell } from "../domain/tracker/sheet.ts";
import type { Taken } from "../domain/tracker/taken.ts";
import { STANDARD_VIEW } from "../domain/tracker/view.ts";
import { addChild, IN_CARE, NORTH, operatorOf, personIn } from "../store/sample-region.ts";
import type { App } from "./app.ts";
import { showNames } from "./preferences.ts";
import { loadSamplePopulation } from "./sample-population.ts";
import { previewSheet } from "./sheets/land.ts";
import { findSheets, readChosen } from "./sheets/read-file.ts";
import type { SheetPreview } from "./sheets/views.ts";
import { fileOf, takeAway } from "./take-away.ts";

const today = day("2026-01-31");
const SIMULATED = 30;
/** When the list comes back. */
const later = day("2026-02-10");
/** Children of whom something is said that a sheet could lose. */
const AWKWARD: Readonly<Record<string, readonly SampleEntry[]>> = {
  "0412": [{ kind: "birth", on: "2026-05-14", certainty: "planned" }, { kind: "early-alert", on: "2026-01-05" }],
  "1E5": [...IN_CARE, name("=Mia", "@O’Neil-Smith"), { kind: "responsible-team", on: "2025-02-01", detail: { team: "=1+1, \"North\"" } }],
  "12-3": [...IN_CARE, name("Anne Marie", "van der Berg"), { kind: "matching-panel", on: "2025-12-01", certainty: "planned" }, { kind: "final-hearing", on: "2026-03-01", certainty: "provisional" }],
  "A.7": [...IN_CARE, name(undefined, "Thistledown"), { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW01002" } }, { kind: "family-finder", on: "2025-01-10", detail: { worker: "somebody who left" } }],
  "A.8": [{ kind: "birth", on: "2020-02-29" }, name("Ash", undefined), { kind: "looked-after", on: "2024-03-31", until: "2025-03-31", detail: { startUnknown: true, endReason: "E4A" } }],
  "A.9": [{ kind: "birth", on: "2019-01-01" }, { kind: "looked-after", on: "2024-04-01", detail: { startUnknown: true } }, { kind: "legal-status", on: "2024-04-01", detail: { status: "C2", startUnknown: true } },
    { kind: "plan-decision", on: "2024-05-01", detail: { outcome: "deferred" } }, { kind: "plan-decision", on: "2024-06-01", detail: { outcome: "made" } }, { kind: "plan-decision", on: "2024-07-01", detail: { outcome: "refused" } },
    { kind: "review", on: "2024-05-01" }, { kind: "review", on: "2025-05-01" }, { kind: "review", on: "2026-05-01", certainty: "planned" },
    { kind: "barrier", on: "2025-01-01", detail: { barrier: "process" } }, { kind: "barrier", on: "2025-01-01", detail: { barrier: "court" } }, { kind: "barrier", on: "2024-01-01", until: "2024-09-09", detail: { barrier: "panel-papers" } },
    { kind: "placement", on: "2024-04-01", detail: { type: "Z12" } }, { kind: "primary-plan", on: "2026-03-01", certainty: "planned", detail: { plan: "ADOPTION" } }],
  "A.10": [{ kind: "early-alert", on: "2026-01-05" }],
};
const CHILDREN = SIMULATED + Object.keys(AWKWARD).length;
function name(givenName: string | undefined, familyName: string | undefined): SampleEntry {
  return { kind: "particulars", on: "2025-01-10", detail: { ...(givenName === undefined ? {} : { givenName }), ...(familyName === undefined ? {} : { familyName }) } };
}
/** Sees the adopted too, whose records are restricted, and may bring a sheet in. */
const analyst = personIn(NORTH, "tracking-administrator");
const EVERY_COLUMN: readonly Column[] = [...(Object.keys(FIXED_COLUMNS) as Column[]), ...DATED_KINDS.map((kind): Column => `on:${kind}`)];
let app: App;
let stop: () => Promise<void>;

before(async () => {
  ({ app, stop } = await startSampleApp(today, async (app, store) => {
    await loadSamplePopulation(app, SIMULATED, today);
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addAccount({ account: analyst.account, name: analyst.name, role: analyst.role, organisation: NORTH.code, worker: null });
      for (const [localId, entries] of Object.entries(AWKWARD)) await addChild(writer, NORTH.code, localId, entries);
    });
    await store.maintenance.rebuild(app.summarise);
  }));
});
after(() => stop());

const everything = (as: "xlsx" | "csv") => takeAway(app, analyst, { page: 1, view: { ...STANDARD_VIEW, columns: EVERY_COLUMN } }, as);

/** Takes the whole tracker away with every column, and brings it back as proposed; `change`: what somebody changes meanwhile. */
async function thereAndBack(as: "xlsx" | "csv", on: Day, change: (taken: Taken) => Taken = (taken) => taken): Promise<SheetPreview> {
  const taken = change(await everything(as));
  assert.equal(taken.rows.length, CHILDREN);
  const file = { name: `north-tracker.${as}`, bytes: await fileOf(taken, as) };
  const found = await findSheets(file, new Map());
  if ("refused" in found) assert.fail(JSON.stringify(found.refused));
  const [sheet] = found.found;
  assert.ok(sheet !== undefined && sheet.rows === CHILDREN, JSON.stringify(sheet));
  assert.deepEqual(sheet.matches.filter((m) => m.how !== "exact").map((m) => [m.heading, m.target, m.how]), [], "every heading is known by its own words");
  const columns = Object.fromEntries(sheet.matches.map((m) => [m.column, m.target]));
  const given = await readChosen(file, { asOn: on, found: found.found, sheet: sheet.name, columns }, on);
  return previewSheet(app, analyst, NORTH.code, given ?? assert.fail("the sheet is read"));
}

function changesNothing(preview: SheetPreview): void {
  assert.deepEqual(preview.changes.slice(0, 5), []);
  assert.deepEqual(preview.conflicts.slice(0, 5), []);
  assert.deepEqual(preview.problems.map((p) => p.message), ["“1 December 2025 (planned)” is planned for a day that has gone by. Whether it happened is not said. It was not used."]);
  assert.deepEqual(preview.children, { new: 0, changed: 0, unchanged: CHILDREN, leftOut: 0 });
  assert.deepEqual(preview.entries, { added: 0, superseded: 0, withdrawn: 0 });
  assert.deepEqual([preview.siblings, preview.asked, preview.stopped], [[], [], false]);
}

describe("a list that is taken away and brought back", () => {
  it("has something of everything in it, or the rest would prove little", async () => {
    const csv = new TextDecoder().decode(await fileOf(await everything("csv"), "csv"));
    for (const word of ["(planned)", "(provisional)", "Not born yet", "Ended", "Overdue", "Person 1", "Court process or an appeal", "Still counting", "Finished", "'=1+1"]) assert.ok(csv.includes(word), word);
  });

  it("changes nothing as a workbook, with every column there is and names shown", async () => {
    await showNames(app, analyst, true);
    changesNothing(await thereAndBack("xlsx", today).finally(() => showNames(app, analyst, false)));
  });

  it("changes nothing as CSV, with names hidden", async () => {
    changesNothing(await thereAndBack("csv", today));
  });

  it("changes what was changed in it, and that alone", async () => {
    const preview = await thereAndBack("csv", later, (taken) => {
      const at = taken.columns.findIndex((c) => c.heading === "Placement order");
      return { ...taken, rows: taken.rows.map((row): readonly SheetCell[] => (row[0]?.type === "text" && row[0].text === "12-3" ? row.with(at, { type: "day", on: day("2026-02-05"), mark: "actual" }) : row)) };
    });
    assert.deepEqual(preview.changes.map((c) => c.localId), ["12-3"]);
    assert.match(preview.changes[0]?.what.join() ?? "", /^Placement order.* 5 February 2026[^,]*: new$/);
    assert.deepEqual([preview.children.changed, preview.entries, preview.conflicts], [1, { added: 1, superseded: 0, withdrawn: 0 }, []]);
  });
});
