import pg from "pg";
import { openStore } from "../src/store/store.ts";
import { makeApp } from "../src/app/app.ts";
import { addAuthority } from "../src/app/authorities.ts";
import { importFolders } from "../src/app/ssda903/import-folders.ts";
import { createTestDatabase } from "../tests/support/database.ts";
import { type Figure, median, seconds } from "./measure.ts";
import { sampleReturns } from "./sample-returns.ts";

const AUTHORITY = "E10000999";
const TIMES = 3;

/** Importing those files into the database, beside a bare COPY of the entries it wrote into a table with the same indexes. */
export async function benchImport(folder: string): Promise<readonly Figure[]> {
  const folders = sampleReturns(folder);
  const imports: number[] = [];
  const copies: number[] = [];
  let entries = 0;
  for (let i = 0; i < TIMES; i++) {
    const database = await createTestDatabase();
    const store = openStore(database.url());
    try {
      const app = makeApp(store);
      await addAuthority(app, AUTHORITY, "Bench");
      imports.push(await seconds(async () => {
        const { plan } = await importFolders(app, { type: "operator", authority: AUTHORITY }, AUTHORITY, folders, {});
        entries = plan.entries.added;
      }));
      copies.push(await bareCopy(database.url()));
    } finally {
      await store.close();
      await database.drop();
    }
  }
  const [imported, copied] = [median(imports), median(copies)];
  return [
    { what: "Import of the same files: read, plan, chain, clocks, commit", figure: `${imported.toFixed(2)} s, ${entries} entries`, aim: "" },
    { what: "  entries a second", figure: `${Math.round(entries / imported)}`, aim: "" },
    { what: "  ratio to a bare COPY of the same rows, same indexes", figure: `${(imported / copied).toFixed(1)} (COPY ${copied.toFixed(2)} s)`, aim: "5" },
  ];
}

async function bareCopy(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("create table bare (like entry including all)");
    const file = client.escapeLiteral(`/tmp/permanence-bench-${process.pid}.copy`);
    await client.query(`copy (select * from entry order by number) to ${file}`);
    return await seconds(() => client.query(`copy bare from ${file}`));
  } finally {
    await client.end();
  }
}
