import type { Person } from "../../domain/access/viewer.ts";
import { stillOpen, type StillOpen } from "../../domain/forms/open-close.ts";
import type { App } from "../app.ts";
import { standardsFor } from "../standards-for.ts";
import type { ChildPage } from "../views.ts";

/** What keeps the form of a child from being closed, soonest first. */
export async function stillOpenFor(app: App, person: Person, child: ChildPage): Promise<readonly StillOpen[]> {
  const { pack } = await standardsFor(app.store.reader(person), child.authority.code);
  return stillOpen(child.clocks, pack);
}
