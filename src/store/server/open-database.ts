import pg from "pg";
import { withRole } from "./address.ts";
import { ensureServer } from "./server.ts";
import { codeOf, DatabaseUnavailable, messageOf } from "./unavailable.ts";

/** A database to work in, until it is let go of. */
export interface Database {
  /** Its address for connections that take on a PostgreSQL role; without one, as whoever the address names. */
  readonly url: (role?: string) => string;
  /** Lets go. A private server that nobody else uses is then stopped. */
  readonly release: () => Promise<void>;
}

const NAME = "permanence";
const ALREADY_THERE = new Set(["42P04", "23505"]);

/**
 * The database of a configuration: the one that `databaseUrl` names, else one of our own in
 * `dataFolder`, started if need be. Nothing is migrated here.
 * Throws DatabaseUnavailable, saying what to do, where there is none to be had.
 */
export async function openDatabase(where: { readonly databaseUrl?: string | undefined; readonly dataFolder: string }): Promise<Database> {
  if (where.databaseUrl !== undefined) return given(where.databaseUrl);
  const server = await ensureServer(where.dataFolder);
  await createDatabase(server.url("postgres"), NAME);
  return { url: (role) => server.url(NAME, role), release: server.release };
}

async function given(databaseUrl: string): Promise<Database> {
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    throw new DatabaseUnavailable(
      `The database that DATABASE_URL names does not answer: ${messageOf(error)}. Check the address, and that the server runs.`,
      { cause: error },
    );
  }
  return { url: (role) => withRole(databaseUrl, role), release: () => Promise.resolve() };
}

/** Creates a database unless it is there; two processes may both try. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount !== 0) return;
    const from = template === undefined ? "" : ` TEMPLATE ${client.escapeIdentifier(template)}`;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${from}`);
  } catch (error) {
    if (!ALREADY_THERE.has(codeOf(error) ?? "")) throw error;
  } finally {
    await client.end();
  }
}
