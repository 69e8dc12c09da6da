import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ImportPreview, ImportRun, ListedImport } from "../../../app/views.ts";
import { ImportsView } from "./list-view.tsx";
import { RunView } from "./run-view.tsx";

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
    const listed: ListedImport = { ...frame, type: "ssda903", children: { new: 1, changed: 0 }, stopped: false, asking: false };
    assert.match(textOf(ImportsView({ runs: [{ ...listed, stopped: true }] })), /Stopped: errors to correct/);
    assert.match(textOf(ImportsView({ runs: [listed] })), /Waiting for you to confirm/);
    assert.match(textOf(ImportsView({ runs: [{ ...listed, type: "sheet", children: null, asking: true }] })), /Tracking sheet.*Waiting for your answers/);
  });
});
