import { createHash } from "node:crypto";
import type { Person } from "../../domain/access/viewer.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { Reader } from "../../store/reader.ts";
import type { JsonValue, Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import type { ChangeLine, Made } from "./views.ts";

/** Reads as an administrator, who asks past the walls what is shared and restricted, and opens no record. */
export const looking = <T>(app: App, person: Person, work: (reader: Reader) => Promise<T>): Promise<T> => app.store.reading(person, work, "agreement");

/** Writes as one, under the lock of their own organisation. What the database refuses is not theirs, and so not found. */
export async function changing<T>(app: App, person: Person, work: (writer: Writer) => Promise<Made<T>>): Promise<Made<T>> {
  try {
    return await app.store.inTransaction(person, async (writer) => {
      await writer.lock(person.organisation.code);
      return work(writer);
    }, "agreement");
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    if (isTaken(error)) return { outcome: "refused", refusals: [{ field: "signInName", message: "Somebody was given this account or sign-in name a moment ago. Look at the list of people, and try again" }] };
    throw error;
  }
}

/** PostgreSQL’s word for two of what there may be one of. */
const isTaken = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "23505";

/** A few letters that change with what they are of: a form says by them on what it was based. */
export const versionOf = (state: unknown): string => createHash("sha256").update(JSON.stringify(state)).digest("base64url").slice(0, 16);

/** Writes down what an administrator did, in the audit of the organisation it is about. */
export const audit = (app: App, writer: Writer, person: Person, command: "set-account" | "set-organisation" | "set-agreement" | "set-restriction-rule", input: Readonly<Record<string, JsonValue>>): Promise<number> =>
  writer.appendAudit(person.organisation.code, { command, input }, app.clock.now());

/** What was changed, with the names of who did it and of whose account it is about; those of other organisations by their account. */
export async function changesOf(reader: Reader, organisation: string, of: { readonly account?: string; readonly before?: number; readonly limit: number }): Promise<readonly ChangeLine[]> {
  const names = new Map((await reader.administration.accountsOf(organisation)).map(({ account, name }) => [account, name]));
  return (await reader.administration.administrationLog(organisation, of)).map((row) => ({
    ...row, by: row.actor === "operator" ? "The machine’s operator" : names.get(row.actor) ?? row.actor,
    about: typeof row.input["account"] === "string" ? names.get(row.input["account"]) ?? row.input["account"] : null,
  }));
}
