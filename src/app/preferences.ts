import type { Person } from "../domain/access/viewer.ts";
import type { App } from "./app.ts";

/** Whether lists show children's names to this person from now on. Until somebody chooses, they do not: screens are shared in meetings. */
export const showNames = (app: App, person: Person, shows: boolean): Promise<void> =>
  app.store.savedViews(person).showNames(shows);
