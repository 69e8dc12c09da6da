import type { Person } from "../../domain/access/viewer.ts";
import type { App } from "../app.ts";

export interface ForeignForm {
  /** The account whose page it stood on. */
  readonly owner: string;
  /** Where it was sent: never with a query, which may say what somebody looked for. */
  readonly path: string;
}

/** Writes down that somebody sent a form of a page that was opened by another. */
export const noteForeignForm = (app: App, person: Person, { owner, path }: ForeignForm): Promise<void> =>
  app.store.accessLog(person).refused(`${path}, a page of ${owner}`, "another-person’s-form");
