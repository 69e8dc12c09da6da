import { readFile, writeFile } from "node:fs/promises";
import pg from "pg";
import { createTestDatabase } from "./database.ts";
import { documentOf } from "./reporting-document.ts";

/** Writes the tables of docs/reporting.md anew from the database’s comments: `node --import tsx tests/support/write-reporting-document.ts`. */
const path = new URL("../../docs/reporting.md", import.meta.url);
const database = await createTestDatabase();
const owner = new pg.Client(database.url());
try {
  await owner.connect();
  const [above = ""] = (await readFile(path, "utf8")).split("\n### ");
  await writeFile(path, `${above}\n${await documentOf(owner)}`);
} finally {
  await owner.end();
  await database.drop();
}
