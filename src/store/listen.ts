import pg from "pg";
import { withRole } from "./server/address.ts";

/** What a channel was told; nothing where the connection was lost meanwhile, so that anything may have been. */
export type Told = (payload: string | undefined) => void;

export interface Listening {
  /** Settles once what is told from now on is heard. Gives what ends it. */
  readonly listen: (channel: string, told: Told) => Promise<() => void>;
  readonly close: () => Promise<void>;
}

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;
/** A connection that died without a word is found out by asking. */
const ASK_EVERY_MS = 20_000;
const PATIENCE_MS = 10_000;

/** One connection for all that this process listens to, opened when somebody first listens, and again, after waiting longer each time, when it was lost. */
export function listenOn(url: string): Listening {
  const channels = new Map<string, Set<Told>>();
  let client: pg.Client | undefined;
  let opening: Promise<void> | undefined;
  let again: NodeJS.Timeout | undefined;
  let asking: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT_MS;
  let closed = false;

  const lost = (was: pg.Client): void => {
    if (client !== was) return;
    client = undefined;
    clearInterval(asking);
    void was.end().catch(() => undefined);
    if (closed || channels.size === 0) return;
    again = setTimeout(() => void open().catch(() => undefined), wait);
    again.unref();
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: withRole(url, "permanence_app"), keepAlive: true, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS });
    client = fresh;
    fresh.on("error", () => lost(fresh));
    fresh.on("end", () => lost(fresh));
    fresh.on("notification", ({ channel, payload }) => {
      for (const told of channels.get(channel) ?? []) told(payload ?? "");
    });
    try {
      await fresh.connect();
      for (const channel of channels.keys()) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      lost(fresh);
      throw error;
    }
    asking = setInterval(() => void fresh.query("select 1").catch(() => lost(fresh)), ASK_EVERY_MS);
    asking.unref();
  };

  const open = async (): Promise<void> => {
    if (client !== undefined && opening === undefined) return;
    const anew = wait > FIRST_WAIT_MS;
    await (opening ??= connect().finally(() => { opening = undefined; }));
    wait = FIRST_WAIT_MS;
    if (anew) for (const each of channels.values()) for (const told of each) told(undefined);
  };

  return {
    async listen(channel, told) {
      const had = channels.get(channel);
      const handlers = had ?? new Set<Told>();
      handlers.add(told);
      channels.set(channel, handlers);
      const end = (): void => {
        handlers.delete(told);
        if (handlers.size > 0 || channels.get(channel) !== handlers) return;
        channels.delete(channel);
        const now = client;
        if (channels.size === 0) {
          clearTimeout(again);
          clearInterval(asking);
          client = undefined;
          void now?.end().catch(() => undefined);
        } else void now?.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => lost(now));
      };
      try {
        await open();
        if (had === undefined) await client?.query(`listen ${pg.escapeIdentifier(channel)}`);
      } catch (error) {
        end();
        throw error;
      }
      return end;
    },
    async close() {
      closed = true;
      clearTimeout(again);
      clearInterval(asking);
      channels.clear();
      const was = client;
      client = undefined;
      await was?.end().catch(() => undefined);
    },
  };
}
