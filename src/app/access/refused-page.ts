import type { Person } from "../../domain/access/viewer.ts";
import { notForRole } from "../../domain/records/how.ts";
import type { App } from "../app.ts";

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Writes down that somebody asked for what their role does not let them do: under the record it was about, where it was about one. `path`: never with a query. */
export function noteRefusedPage(app: App, person: Person, path: string): Promise<void> {
  const id = ID.exec(path)?.[0];
  return app.store.accessLog(person).refused(id ?? path, id === undefined ? "not-for-role" : notForRole(path));
}
