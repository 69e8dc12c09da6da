import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { NORTH, operatorOf, SOUTH, drafts, write } from "./sample-region.ts";
import { makeChainedRegion } from "./sample-region-chained.ts";
import { openStore } from "./store.ts";

const DOCS = new URL("../../docs/", import.meta.url);
const AWKWARD = "“quoted”, \"twice\"\r\nand \\ on\ttwo lines, with é, 😀 and a comma,";

const ERASED = "kind happened_on until certainty detail source recorded_at recorded_by supersedes cause reason salt".split(" ").map((column) => `${column} = null`).join(", ");

let database: TestDatabase;
let superuser: pg.Client;
let folder: string;
let document: string;

before(async () => {
  [database, folder, document] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), "permanence-without-")), readFile(new URL("verify-without-us.md", DOCS), "utf8")]);
  superuser = new pg.Client(database.url());
  await superuser.connect();
  const { ids } = await makeChainedRegion(database.url());
  const store = openStore(database.url());
  await store.inTransaction(operatorOf(NORTH), (writer) => write(writer, NORTH.code, ids.northInCare, drafts([
    { kind: "barrier", on: "2025-03-01", detail: { barrier: "other", note: AWKWARD } }, { kind: "visit", on: "2025-03-02" },
  ]).map((draft) => ({ ...draft, reason: "" }))));
  await writeFile(join(folder, "heads.jsonl"), (await store.maintenance.heads()).map((head) => JSON.stringify(head)).join("\n"));
  await store.close();
});
after(async () => {
  await Promise.all([superuser.end(), rm(folder, { recursive: true })]);
  await database.drop();
});

const blocksOf = (language: string): string[] => [...document.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, "g"))].map((match) => match[1] ?? "");

/** The document's own \copy commands, as the server does them. */
async function dump(): Promise<void> {
  const copies = blocksOf("psql").join("").split("\n").filter((line) => line !== "");
  assert.equal(copies.length, 5);
  for (const copy of copies) {
    const [, query = "", file = ""] = /^\\copy \((.*)\) to '(\w+\.csv)' csv header$/.exec(copy) ?? assert.fail(copy);
    const path = `${(await superuser.query<{ folder: string }>("select current_setting('data_directory') as folder")).rows[0]?.folder}/${database.url().split("/").at(-1)}.csv`;
    await superuser.query(`copy (${query}) to '${path}' csv header`);
    await writeFile(join(folder, file), await readFile(path));
    await rm(path);
  }
}

function check(): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [new URL("verify-without-us.mjs", DOCS).pathname, folder, join(folder, "heads.jsonl")], { encoding: "utf8" });
  assert.equal(stderr, "");
  return { status, said: stdout };
}

const links = async (): Promise<unknown[]> => (await superuser.query(blocksOf("sql")[0] ?? assert.fail())).rows;

describe("the record without the program", () => {
  it("is proved by the script and the SQL of the document", async () => {
    await dump();
    const { status, said } = check();
    assert.equal(status, 0, said);
    assert.match(said, /^E09000901 access: whole, 4 rows\nE09000901 audit: whole, \d+ rows\nE09000901 entry: whole, \d+ rows\n/);
    assert.equal(said.match(/holds$/gm)?.length, 7);
    assert.deepEqual(await links(), []);
  });

  it("is found to have been changed: a word, a row, a line of the log, a chain written anew", async () => {
    const here = `authority = '${NORTH.code}'`;
    const CHANGES = [
      [`update entry set detail = detail || '{"x": 1}' where ${here} and number = 3`, "E09000901 entry: NOT AS IT WAS WRITTEN, first at 3", 0],
      [`delete from audit where ${here} and number = 2`, "E09000901 audit: NOT AS IT WAS WRITTEN, first at 2", 1],
      [`update entry set ${ERASED}, erased_at = now() where ${here} and number = 4`, "E09000901 entry: NOT AS IT WAS WRITTEN, first at 4", 0],
      [`update access_log set how = 'other' where organisation = '${SOUTH.code}' and batch = 2`, "E09000902 access: NOT AS IT WAS WRITTEN, first at 2", 0],
      [`update chain set number = 0, hash = sha256('audit ${NORTH.code}') where ${here} and book = 'audit'`, "E09000901 audit: NOT AS IT WAS WRITTEN, first at 1", 0],
      [`delete from audit where ${here} and number = (select max(number) from audit where ${here})`, "number 5, DOES NOT HOLD", 0],
    ] as const;
    for (const [change, expected, broken] of CHANGES) {
      await superuser.query("begin");
      await superuser.query(change);
      await dump();
      assert.equal((await links()).length, broken, change);
      await superuser.query("rollback");
      const { status, said } = check();
      assert.equal(status, 1, change);
      assert.ok(said.includes(expected), said);
    }
  });
});
