import type { Person } from "../../domain/access/viewer.ts";
import type { App } from "../app.ts";

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Writes down that somebody asked for what their role does not let them do: under the record it was about, where it was about one. `path`: never with a query. */
export const noteRefusedPage = (app: App, person: Person, path: string): Promise<void> =>
  app.store.accessLog(person).refused(ID.exec(path)?.[0] ?? path, "not-for-role");
