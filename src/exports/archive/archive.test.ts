import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { CFB } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { sampleEntries } from "../../domain/chronology/sample.ts";
import { day } from "../../domain/dates/day.ts";
import { type ArchivedRecord, archiveFiles, archiveName } from "./archive.ts";
import { zipOf } from "./zip.ts";

const NONE = { heads: ["a"], rows: [] };
const RECORD: ArchivedRecord = {
  authority: { code: "E10000901", name: "Harrowmere" }, localId: "HM-0412", recordId: "7d2c",
  entries: sampleEntries([
    { kind: "birth", on: "2024-03-01" },
    { kind: "visit", on: "2025-02-01", detail: { note: "=1+1\nsaid “no”" } },
    { kind: "visit", on: "2025-02-02", detail: { note: "Right day" }, supersedes: 2, cause: "corrected" },
    { kind: "review", on: "2025-03-01" },
    { kind: "review", on: "2025-03-01", supersedes: 4, cause: "wrong-child" },
  ]),
  erased: [{ number: 6, erasedOn: "2026-06-01" }], audit: NONE, access: NONE, clocks: NONE, proof: NONE,
  kept: "75 years", names: new Map([["sample", "Ash Rowan"]]), madeBy: "Ash Rowan", madeOn: "22 November 2026 at 10:00am", madeAt: "2026-11-22T10:00:00.000Z",
};
const textOf = (name: string): string => archiveFiles(RECORD).find((file) => file.name === name)?.text ?? assert.fail(name);

describe("the archive of a record", () => {
  it("has a manifest of every other file, each named in the text that explains it", () => {
    const files = archiveFiles(RECORD);
    const lines = textOf("manifest.sha256").trimEnd().split("\n").map((line) => /^([0-9a-f]{64})  (\S+)$/.exec(line) ?? assert.fail(line));
    assert.deepEqual(lines.map(([, , name]) => name), files.map((file) => file.name).filter((name) => name !== "manifest.sha256"));
    for (const [, hash, name] of lines) assert.equal(hash, createHash("sha256").update(Buffer.from(textOf(name!))).digest("hex"));
    for (const { name } of files) assert.ok(textOf("README.txt").includes(name), name);
    for (const line of textOf("README.txt").split("\n")) assert.ok(line.length <= 110, line);
  });

  it("tells the chronology in words: what is in force, what was replaced or withdrawn, what was erased", () => {
    const text = textOf("chronology.txt");
    assert.match(text, /2 February 2025 \(actual\): Social worker’s visit\n    Note: Right day\n    Corrected[^]*Replaced or withdrawn[^]*Now: replaced[^]*Now: withdrawn[^]*Entry 6: its words were erased on 2026-06-01\n$/);
    const rows: Record<string, string>[] = parse(textOf("chronology.csv"), { bom: true, columns: true, record_delimiter: "\r\n" });
    assert.deepEqual(rows.map((row) => [row["Entry"], row["State"]]), [["1", "in force"], ["2", "replaced"], ["3", "in force"], ["4", "replaced"], ["5", "withdrawn"], ["6", "erased by law on 2026-06-01"]]);
    assert.equal(JSON.parse(rows[1]?.["Details as JSON"] ?? "").note, "=1+1\nsaid “no”");
  });

  it("has a name that any file system takes", () => {
    assert.equal(archiveName("HM/04 12:é", day("2026-11-22")), "record-HM-04-12--2026-11-22");
  });

  it("is a ZIP that others read, whatever the files hold", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[a-z]{1,8}\.txt$/), text: fc.string({ unit: "grapheme", maxLength: 400 }) }), { selector: (f) => f.name, minLength: 1, maxLength: 5 }), (files) => {
      const read = CFB.read(Buffer.from(zipOf(files, "2026-11-22T10:11:12.000Z")), { type: "buffer" });
      for (const { name, text } of files) {
        const found = CFB.find(read, name);
        assert.equal(Buffer.from(found?.content ?? []).toString(), text);
      }
    }), { numRuns: 40 });
  });
});
