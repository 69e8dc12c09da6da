import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { projectFolder } from "../../src/config.ts";
import { migrate } from "../../src/store/migrate.ts";
import { ensureServer, type Server } from "../../src/store/server/server.ts";

/** The tests' own server lives beside the product's, never in it. */
export const testDataFolder: string = join(projectFolder, "data", "test");

const migrations = join(projectFolder, "db", "migrations");
const migrator = join(projectFolder, "src", "store", "migrate.ts");

/** A database of one's own with everything migrated and no rows, until dropped. */
export interface TestDatabase {
  /** Its address, for connections that take on a PostgreSQL role; without one, the owner's. */
  readonly url: (role?: string) => string;
  readonly drop: () => Promise<void>;
}

/**
 * Clones the migrated template (20 ms). One database a test file is the custom:
 *
 *     const database = await createTestDatabase();
 *     after(database.drop);
 */
export const createTestDatabase = (): Promise<TestDatabase> => own(ensureTemplate);

/** A database with nothing in it at all, for tests of the migrations themselves. */
export const createEmptyDatabase = (): Promise<TestDatabase> => own(() => Promise.resolve("template0"));

async function own(chooseTemplate: (server: Server) => Promise<string>): Promise<TestDatabase> {
  const server = await ensureServer(testDataFolder);
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  const template = await chooseTemplate(server);
  await asAdmin(server, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`));
  return {
    url: (role) => server.url(name, role),
    drop: async () => {
      await asAdmin(server, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await server.release();
    },
  };
}

/**
 * Nothing that a test writes needs to outlive the machine, and everything that one reads is there without the disk: a database
 * is made and dropped in a hundredth of a second, not in one. The product's own server keeps what is committed, which
 * tests/database-server.test.ts says.
 */
const WITHOUT_THE_DISK = ["fsync = off", "full_page_writes = off", "synchronous_commit = off"];

async function useNoDisk(admin: pg.Client): Promise<void> {
  for (const setting of WITHOUT_THE_DISK) await admin.query(`ALTER SYSTEM SET ${setting}`);
  await admin.query("SELECT pg_reload_conf()");
}

/** Removes the databases of test runs that were killed. */
export async function dropAbandonedDatabases(server: Server): Promise<void> {
  await asAdmin(server, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname ~ '^(test|building)_[0-9]+_'");
    for (const { datname } of rows) {
      if (!isAlive(Number(datname.split("_")[1]))) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
  });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Two test processes at once must not make the template twice. Any number will do, if it is ours. */
const TEMPLATE_LOCK = 7_401_903;

/** The name of the template for the migrations as they stand; made when they have changed. */
async function ensureTemplate(server: Server): Promise<string> {
  const template = `template_${fingerprint()}`;
  await asAdmin(server, async (admin) => {
    if (await exists(admin, template)) return;
    await admin.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    if (await exists(admin, template)) return;
    await useNoDisk(admin);
    const building = `building_${process.pid}_${randomBytes(4).toString("hex")}`;
    await admin.query(`CREATE DATABASE ${building} TEMPLATE template0`);
    await migrate(server.url(building));
    await dropOtherTemplates(admin, template);
    await admin.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
  });
  return template;
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  return rowCount !== 0;
}

async function dropOtherTemplates(admin: pg.Client, kept: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%' AND datname <> $1", [kept]);
  for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${datname}`);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const files = readdirSync(migrations).filter((name) => name.endsWith(".sql")).sort();
  for (const name of files) hash.update(name).update("\0").update(readFileSync(join(migrations, name)));
  return hash.update(WITHOUT_THE_DISK.join()).update(readFileSync(migrator)).digest("hex").slice(0, 16);
}

async function asAdmin(server: Server, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
