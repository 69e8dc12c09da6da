import type { Person } from "../../domain/access/viewer.ts";
import type { App } from "../app.ts";
import { mayImport } from "./runs.ts";

/** The record of a child whom an import names by local id; nothing where there is none that the person may see. */
export async function recordOfImported(app: App, person: Person, localId: string): Promise<string | undefined> {
  if (mayImport(person) !== undefined) return undefined;
  return (await app.store.reader(person).findRecord(person.organisation.code, localId))?.id;
}
