import type { Person } from "../domain/access/viewer.ts";
import { loadDemonstration } from "../reference/demonstration.ts";
import type { App } from "./app.ts";
import type { AccountChoice } from "./views.ts";

/** The demonstration's people, for choosing who to be: not their colleagues, who are there to be named. */
export async function listAccounts(app: App): Promise<readonly AccountChoice[]> {
  const colleagues = new Set(loadDemonstration().region.authorities.flatMap((a) => a.colleagues.map(({ id }) => id)));
  return (await app.store.directory.people()).filter(({ account }) => !colleagues.has(account));
}

/** Who is signed in, and how many messages wait for them. */
export const signedInAs = (app: App, account: string): Promise<{ readonly person: Person; readonly unread: number } | undefined> => app.store.directory.signedIn(account);

export const personOf = (app: App, account: string): Promise<Person | undefined> => app.store.directory.person(account);
