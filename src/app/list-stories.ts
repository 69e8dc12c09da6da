import type { Person } from "../domain/access/viewer.ts";
import { loadDemonstration } from "../reference/demonstration.ts";
import type { App } from "./app.ts";

/** A named story of the demonstration: what it shows, and whose it is, as far as the viewer may see them. */
export interface StoryToOpen {
  readonly id: string;
  readonly shows: string;
  readonly children: readonly { readonly localId: string; readonly recordId: string }[];
}

/** The stories with at least one child whom this person may see. */
export async function listStories(app: App, person: Person): Promise<readonly StoryToOpen[]> {
  return app.store.reading(person, async (reader) => {
    const stories: StoryToOpen[] = [];
    for (const { id, shows, authority, children } of loadDemonstration().stories) {
      const records = await Promise.all(children.map(({ localId }) => reader.findRecord(authority, localId)));
      const seen = records.filter((r) => r !== undefined).map((r) => ({ localId: r.localId, recordId: r.id }));
      if (seen.length > 0) stories.push({ id, shows, children: seen });
    }
    return stories;
  });
}
