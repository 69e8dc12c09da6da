import { exactly } from "../../domain/simulation/relative-day.ts";
import { loadDemonstration } from "../../reference/demonstration.ts";
import type { App } from "../app.ts";
import { offerChild } from "./offer.ts";

/** The children of the stories who are offered to another authority, where both authorities are there. `of`: the authorities just loaded. */
export async function offerStories(app: App, of: readonly string[]): Promise<void> {
  const { stories } = loadDemonstration();
  for (const { authority, offered } of stories) {
    const person = offered === undefined || !of.includes(authority) ? undefined : await app.store.directory.person(offered.by);
    if (offered === undefined || person === undefined) continue;
    const record = await app.store.reader(person).findRecord(authority, offered.child);
    if (record === undefined) continue;
    await offerChild(app, person, record.id, record.version, { to: offered.to, movesOn: exactly(offered.from, app.clock.today()), why: offered.why });
  }
}
