import { hash } from "node:crypto";
import pg from "pg";

/** The statement that begins a transaction whose statements are kept. */
export const BEGIN_WRITING = "start transaction read write";

/** How a statement of a list begins whose plan is to be kept too: it is looked up by keys alone, whatever is asked. */
export const KEPT = "/* kept */";

/** Enough for every statement there is; a text that varies from call to call must not fill the server’s memory. */
const MOST_KEPT = 300;

/** Names by text, the same on every connection. */
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const had = names.get(text);
  if (had !== undefined || names.size >= MOST_KEPT) return had;
  const name = `kept_${hash("sha1", text).slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/**
 * A connection that prepares the statements of writing transactions once and keeps them: a command
 * runs the same two dozen, and planning them under the policies takes longer than running them. What
 * lists ask is planned each time, since the best plan depends on how much is asked for: but for those that say otherwise.
 */
export class KeepingClient extends pg.Client {
  #keeps = false;

  // One signature of the many that it stands for: callers see pg's own.
  override query(config: unknown, values?: unknown, callback?: unknown): never {
    if (typeof config === "string") {
      if (config === BEGIN_WRITING) this.#keeps = true;
      else if (config === "commit" || config === "rollback") this.#keeps = false;
      else if ((this.#keeps || config.startsWith(KEPT)) && Array.isArray(values) && values.length > 0) {
        const name = nameOf(config);
        if (name !== undefined) return super.query({ text: config, name, values }, callback as never) as never;
      }
    }
    return super.query(config as string, values as never, callback as never) as never;
  }
}
