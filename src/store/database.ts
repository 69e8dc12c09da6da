import { Kysely, type KyselyPlugin, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { NotPermitted, OverlappingPeriods, TransactionEnded } from "./errors.ts";
import { instantOf } from "./instant.ts";
import { KeepingClient } from "./keeping-client.ts";
import type { Tables } from "./tables.ts";

export type Db = Kysely<Tables>;

/** Runs work on a connection in a transaction of some kind; who the viewer is has been set by then. */
export type Run = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

const DATE = 1082;
const BIGINT = 20;
const TIMESTAMPTZ = 1184;

/** Days stay the text they are; instants become ISO 8601 in UTC; counts become numbers, or an error beyond what one holds. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (format === "binary") return pg.types.getTypeParser(oid, format);
    switch (oid as number) {
      case DATE: return (text: string) => text;
      case TIMESTAMPTZ: return instantOf;
      case BIGINT: return wholeNumber;
      default: return pg.types.getTypeParser(oid, format);
    }
  },
};

function wholeNumber(text: string): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n)) throw new RangeError(`The number ${text} is too large to be held exactly`);
  return n;
}

/** Connections to an address. They open as they are wanted; `destroy` closes them. */
export function connect(url: string, most: number): Db {
  const pool = new pg.Pool({ Client: KeepingClient, connectionString: url, max: most, types, idleTimeoutMillis: 10_000, allowExitOnIdle: true });
  // A connection that the server drops is replaced; where one is in use, its next query fails. Nobody
  // listening would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * One transaction. A query made with its `Db` after it ended, because somebody forgot to wait,
 * throws TransactionEnded; without this it would run on a connection that is another's by then.
 */
export async function transact<T>(db: Db, how: "write" | "read", work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  let ended = false;
  const stopAtEnd: KyselyPlugin = {
    transformQuery({ node }) {
      if (ended) throw new TransactionEnded();
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const begin = how === "read" ? db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only") : db.transaction().setAccessMode("read write");
  try {
    return await begin.execute(async (trx) => {
      try {
        return await work(trx.withPlugin(stopAtEnd));
      } finally {
        ended = true;
      }
    });
  } catch (error) {
    throw translated(error);
  }
}

/** The refusals that callers act on, as errors of their own; anything else as it came. */
function translated(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  switch (error.code) {
    case "42501": return new NotPermitted(`The database refused: ${error.message}`, { cause: error });
    case "23P01": return new OverlappingPeriods("Two periods of one kind would cover the same days", { cause: error });
    default: return error;
  }
}
