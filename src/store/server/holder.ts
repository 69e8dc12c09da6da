import { Socket } from "node:net";
import pg from "pg";
import { codeOf, DatabaseUnavailable } from "./unavailable.ts";

/** The name by which those who use a server are counted. */
const NAME = "permanence-holder";

const TOO_MANY_CONNECTIONS = "53300";

/**
 * A connection that does nothing but show, to whoever thinks of stopping the server, that
 * somebody still uses it. It does not keep this process alive.
 */
export interface Holder {
  /** Whether nobody else holds the server; false where the server is no longer there. */
  readonly isLast: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Takes hold of a server. Nothing where it is not there, is not ready, or is not ours. */
export async function hold(url: string): Promise<Holder | undefined> {
  const socket = new Socket();
  const client = new pg.Client({ connectionString: url, application_name: NAME, stream: () => socket });
  // Said when the server goes away under us; whoever queries it next is told then.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    if (codeOf(error) !== TOO_MANY_CONNECTIONS) return undefined;
    throw new DatabaseUnavailable(
      "The private database has no connection left to give. Close another process that uses it and try again.",
      { cause: error },
    );
  }
  socket.unref();
  return {
    isLast: async () => {
      socket.ref();
      return (await othersThan(client)) === 0;
    },
    close: () => client.end(),
  };
}

async function othersThan(client: pg.Client): Promise<number | undefined> {
  try {
    const { rows } = await client.query<{ others: number }>(
      "SELECT count(*)::int AS others FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()",
      [NAME],
    );
    return rows[0]?.others;
  } catch {
    return undefined;
  }
}
