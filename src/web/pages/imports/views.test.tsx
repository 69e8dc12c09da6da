import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { SheetPreview, SheetRun } from "../../../app/sheets/views.ts";
import { day } from "../../../domain/dates/day.ts";
import type { ImportPreview, ImportRun, ListedImport } from "../../../app/views.ts";
import { ImportsView } from "./list-view.tsx";
import { headingOf, RunView } from "./run-view.tsx";
import { headingOfSheet, SheetRunView } from "./sheet/preview-view.tsx";

const preview: ImportPreview = {
  tables: [], children: { new: 0, changed: 1, unchanged: 1200, vanished: 0 }, entries: { added: 0, superseded: 0, withdrawn: 0 },
  problems: [], conflicts: [], vanished: [], stopped: false,
};
const run = (over: Partial<ImportRun>, of: Partial<ImportPreview> = {}): ImportRun => ({
  id: "r", authority: { code: "E10000901", name: "Harrowmere", type: "local-authority" }, state: "done", startedAt: "2026-11-20T09:00:00Z", startedBy: "someone",
  files: ["header.csv"], progress: 1, preview: { ...preview, ...of }, failure: null, ...over,
});
const conflict = { localId: "R1", record: "Review: 3 March 2026", file: "2 March 2026 (reviews.csv, row 2)" };
const textOf = (html: unknown): string => String(html).replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

describe("how an import ended", () => {
  const ended = (n: number): string => textOf(RunView({ run: run({}, { conflicts: Array.from({ length: n }, () => conflict) }), refused: undefined }));

  test("all in the record only where nothing is left to settle", () => {
    assert.match(ended(0), /It is all in the record now/);
    assert.doesNotMatch(ended(1), /It is all in the record now/);
    assert.match(ended(1), /1 difference from what people entered , which is left for a person to settle/);
    assert.match(ended(2), /2 differences from what people entered , which are left/);
    assert.match(ended(0), /1,200/);
  });

  test("stopped is not waiting", () => {
    const { preview: _preview, ...frame } = run({ state: "ready" });
    const listed: ListedImport = { ...frame, type: "ssda903", children: { new: 1, changed: 0 }, stopped: false, asking: false, overtaken: false };
    assert.match(textOf(ImportsView({ runs: [{ ...listed, stopped: true }] })), /Stopped: errors to correct/);
    assert.match(textOf(ImportsView({ runs: [listed] })), /Waiting for you to confirm/);
    const overtaken = textOf(ImportsView({ runs: [{ ...listed, overtaken: true }, { ...listed, state: "done" }] }));
    assert.match(overtaken, /Not confirmed: the same file was imported since/);
    assert.doesNotMatch(overtaken, /Waiting/);
    assert.match(textOf(ImportsView({ runs: [{ ...listed, overtaken: true, asking: true }] })), /Not confirmed/);
    assert.match(textOf(ImportsView({ runs: [{ ...listed, type: "sheet", children: null, asking: true }] })), /Tracking sheet.*Waiting for your answers/);
  });
});

const sheetPreview: SheetPreview = {
  sheet: "Tracker", children: { new: 0, changed: 60, unchanged: 0, leftOut: 0 }, entries: { added: 60, superseded: 0, withdrawn: 0 }, problems: [], problemCount: 0, conflicts: [], conflictCount: 0,
  changes: Array.from({ length: 60 }, (_, i) => ({ localId: `H-${i}`, isNew: false, what: ["Review 3 March 2026: new"] })), siblings: [], understood: [], asked: [], answered: [], stopped: false, fingerprint: "",
};
const sheetRun = (of: Partial<SheetPreview> = {}): SheetRun => {
  const { preview: _preview, ...frame } = run({ state: "ready" });
  return { ...frame, answers: { asOn: day("2026-11-20"), found: [], sheet: "Tracker" }, preview: { ...sheetPreview, ...of }, step: "preview" };
};

describe("what a sheet would change", () => {
  test("is listed in full, in no box of its own to scroll, before the question", () => {
    const html = String(SheetRunView({ run: sheetRun(), refused: undefined }));
    const list = html.slice(html.indexOf("changes-heading"), html.lastIndexOf("confirm-heading"));
    assert.doesNotMatch(list, /pt-long/);
    assert.ok(list.indexOf("<details") > list.indexOf("H-39") && list.indexOf("<details") < list.indexOf("H-40"), "the first forty, and the rest to open");
    assert.match(textOf(list), /The other 20 children/);
    assert.match(list, /H-59/);
    assert.match(html.slice(0, html.indexOf("changes-heading")), /href="#confirm-heading"/);
  });

  test("an import that cannot go ahead says so in its title", () => {
    assert.equal(headingOfSheet(sheetRun({ stopped: true })), "This sheet cannot be imported yet");
    assert.equal(headingOf(run({ state: "ready" }, { stopped: true })), "These files cannot be imported yet");
    assert.equal(headingOf(run({ state: "ready" })), "What this import would change");
  });
});
