import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { TODAY, goodYear } from "./files-for-tests.ts";
import { listFiles, readFolders } from "./read-folders.ts";

describe("reading folders", () => {
  const root = mkdtempSync(join(tmpdir(), "permanence-903-"));
  after(() => rmSync(root, { recursive: true }));

  const folder = (name: string, move: (text: string) => string = (text) => text): string => {
    const path = join(root, name);
    mkdirSync(path, { recursive: true });
    for (const { name: file, bytes } of goodYear()) writeFileSync(join(path, file), move(Buffer.from(bytes).toString()));
    return path;
  };
  const yearBefore = (text: string): string => text.replaceAll("/2024", "/2023").replaceAll("/2025", "/2024");
  const read = (...folders: readonly string[]) => readFolders(folders, { today: TODAY });

  test("a folder is a year; its files go by their own names", () => {
    const { years, problems } = read(folder("one"));
    assert.deepEqual(problems, []);
    assert.deepEqual(years.map((y) => [y.yearEnding, y.files[0]?.name]), [[2025, "ad1.csv"]]);
  });

  test("several folders, in any order; their files go by their folder’s name too", () => {
    const { years } = read(folder("b"), folder("a", yearBefore));
    assert.deepEqual(years.map((y) => [y.yearEnding, y.files[0]?.name]), [[2024, "a/ad1.csv"], [2025, "b/ad1.csv"]]);
  });

  test("a folder that holds a folder for each year", () => {
    folder("all/2024", yearBefore);
    folder("all/2025");
    assert.deepEqual(read(join(root, "all")).years.map((y) => y.yearEnding), [2024, 2025]);
    assert.equal(listFiles([join(root, "all")]).length, goodYear().length * 2);
  });

  test("what lies beside the tables is passed over; what might be a table is not", () => {
    const path = folder("beside");
    writeFileSync(join(path, "README.md"), "# notes");
    writeFileSync(join(path, ".DS_Store"), Buffer.from([0, 0]));
    assert.deepEqual(read(path).problems, []);
    writeFileSync(join(path, "return.zip"), Buffer.from([0x50, 0x4b, 3, 4]));
    assert.deepEqual(read(path).problems.map((p) => [p.severity, p.file]), [["error", "return.zip"]]);
  });

  test("a 200 MB file is refused and never read", () => {
    const alone = join(root, "huge-alone");
    mkdirSync(alone);
    writeFileSync(join(alone, "one.csv"), "");
    truncateSync(join(alone, "one.csv"), 200 * 1024 * 1024);
    assert.deepEqual(read(alone).problems.map((p) => p.file), ["one.csv"]);
    const path = folder("huge");
    writeFileSync(join(path, "extra.csv"), "");
    truncateSync(join(path, "extra.csv"), 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    assert.match(read(path).problems[0]?.message ?? "", /200 MB/);
    assert.ok(process.memoryUsage().rss - before < 100 * 1024 * 1024);
  });

  test("a folder that is not there, a file in place of a folder, an empty folder", () => {
    mkdirSync(join(root, "empty"));
    const path = folder("file");
    assert.match(read(join(root, "nowhere")).problems[0]?.message ?? "", /no such folder/);
    assert.match(read(join(path, "header.csv")).problems[0]?.message ?? "", /not a folder/);
    assert.match(read(join(root, "empty")).problems[0]?.message ?? "", /no files here/);
    assert.equal(read(join(root, "nowhere")).problems.length, 1);
  });
});
