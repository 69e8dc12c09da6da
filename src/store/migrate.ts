import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import pg from "pg";

/** Where the numbered migrations are. */
export const MIGRATIONS = new URL("../../db/migrations/", import.meta.url);

/** The roles that the program works in. Neither can log in, owns anything or steps round a policy. */
export const ROLES = ["permanence_app", "permanence_maintenance"] as const;

/** That of logins for reports (0040-reporting.sql), which the program never takes on. */
const REPORTING = "permanence_reporting";

/** Two processes must not both migrate. Any number will do, if it is ours. */
const LOCK = 7_401_901;

export interface Migrated {
  /** The migrations applied now, by file name; empty where the database was up to date. */
  readonly applied: readonly string[];
  /**
   * The projections are to be made anew before anybody reads them: a migration that says
   * `-- Afterwards: rebuild` in its first line was applied over data. Until `rebuilt` is told, it stays due.
   */
  readonly rebuildDue: boolean;
}

const REBUILD = /^-- Afterwards: rebuild\n/;

/** The database is not as the program expects; the message says what to do. */
export class CannotMigrate extends Error {
  override name = "CannotMigrate";
}

/**
 * Brings a database up to date, once: any number of processes may call it together. Makes the
 * program's roles where they are missing, so the login of `url` needs CREATEROLE (or the roles,
 * granted to it) and CREATE on the database; it will own the tables.
 */
export async function migrate(url: string): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await ensureRoles(client);
    const applied = await applyAll(client);
    return { applied, rebuildDue: await isRebuildDue(client) };
  } finally {
    await client.end();
  }
}

/** The projections have been made anew since the last migration that wanted it. */
export async function rebuilt(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("update migration set rebuild_due = false where rebuild_due");
  } finally {
    await client.end();
  }
}

const isRebuildDue = async (client: pg.Client): Promise<boolean> => (await client.query("select from migration where rebuild_due limit 1")).rowCount !== 0;

const NOT_YET = new Set(["42P01", "42703"]);
const NOT_ALLOWED = "42501";

/** Whether `migrate` has anything to do. A login that may not look is taken to have been given a database that is ready. */
export async function needsMigrating(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select name from migration");
    const applied = new Set(rows.map((row) => row.name));
    return (await migrationFiles()).some((name) => !applied.has(name)) || (await isRebuildDue(client));
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code ?? "" : "";
    if (NOT_YET.has(code) || code === NOT_ALLOWED) return NOT_YET.has(code);
    throw error;
  } finally {
    await client.end();
  }
}

const migrationFiles = async (): Promise<string[]> => (await readdir(MIGRATIONS)).filter((file) => file.endsWith(".sql")).sort();

async function ensureRoles(client: pg.Client): Promise<void> {
  for (const role of [...ROLES, REPORTING]) {
    try {
      await ensureRole(client, role);
    } catch (error) {
      throw new CannotMigrate(
        `The database role ${role} could not be made: ${messageOf(error)}. Use a login that may create roles, or make the role and grant it to that login`,
        { cause: error },
      );
    }
  }
}

async function ensureRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  if (rowCount === 0) {
    // Roles belong to the whole server: another database's migration may be making it at this moment.
    await client.query(`create role ${role} nologin`).catch((error: unknown) => {
      if (!isAlreadyThere(error)) throw error;
    });
  }
  if (role === REPORTING) return;
  const { rows } = await client.query<{ member: boolean }>("select pg_has_role(current_user, $1, 'set') as member", [role]);
  if (rows[0]?.member !== true) await client.query(`grant ${role} to current_user with inherit false, set true`);
}

const ALREADY_THERE = new Set(["42710", "23505"]);
const isAlreadyThere = (error: unknown): boolean => error instanceof pg.DatabaseError && ALREADY_THERE.has(error.code ?? "");
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function applyAll(client: pg.Client): Promise<string[]> {
  await client.query("create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())");
  await client.query("alter table migration add column if not exists rebuild_due boolean not null default false");
  const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from migration");
  const before = new Map(rows.map((row) => [row.name, row.sha256]));
  const overData = rows.length > 0;
  const applied: string[] = [];
  for (const name of await migrationFiles()) {
    const text = await readFile(new URL(name, MIGRATIONS), "utf8");
    const sha256 = createHash("sha256").update(text).digest("hex");
    const had = before.get(name);
    before.delete(name);
    if (had === sha256) continue;
    if (had !== undefined) throw new CannotMigrate(`Migration ${name} has been changed since this database applied it. Put it back, and write a new one for what should change`);
    await apply(client, { name, text, sha256, rebuildDue: overData && REBUILD.test(text) });
    applied.push(name);
  }
  const [unknown] = before.keys();
  if (unknown !== undefined) throw new CannotMigrate(`This database has migration ${unknown}, which this version of the program does not know. Use the newer version`);
  return applied;
}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
  readonly rebuildDue: boolean;
}

async function apply(client: pg.Client, { name, text, sha256, rebuildDue }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into migration (name, sha256, rebuild_due) values ($1, $2, $3)", [name, sha256, rebuildDue]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new CannotMigrate(`Migration ${name} failed, and nothing of it was kept: ${messageOf(error)}`, { cause: error });
  }
}
