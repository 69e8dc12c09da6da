import { writeFile } from "node:fs/promises";
import { dumpSchema } from "../../src/store/schema-dump.ts";
import { createTestDatabase } from "./database.ts";

/** Writes db/schema.sql anew from the migrations: `node --import tsx tests/support/dump-schema.ts`. */
const database = await createTestDatabase();
try {
  await writeFile(new URL("../../db/schema.sql", import.meta.url), await dumpSchema(database.url()));
} finally {
  await database.drop();
}
