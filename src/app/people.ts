import type { Person } from "../domain/access/viewer.ts";
import type { App } from "./app.ts";
import type { AccountChoice } from "./views.ts";

/** The demonstration's people, for choosing who to be. */
export const listAccounts = (app: App): Promise<readonly AccountChoice[]> =>
  app.store.directory.people();

export const personOf = (app: App, account: string): Promise<Person | undefined> => app.store.directory.person(account);
