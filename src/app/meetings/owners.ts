import type { Person } from "../../domain/access/viewer.ts";
import { type MeetingAction } from "../../domain/meetings/actions.ts";
import type { App } from "../app.ts";
import { whoIs } from "./in-room.ts";

/** Somebody who took an action on in another organisation, by name and organisation: “Iris Vale, Adoption West”. Not to be called within a transaction. */
export async function elsewhere(app: App, viewer: Person, account: string): Promise<string> {
  const owner = await whoIs(app, account);
  if (owner === undefined) return "Somebody who has left";
  return owner.organisation.code === viewer.organisation.code ? owner.name : `${owner.name}, ${owner.organisation.name}`;
}

/** The owners of actions by account, of those who are not among `known`. What the viewer may not know of an action has no owner here. */
export async function ownersOf(app: App, viewer: Person, actions: readonly Pick<MeetingAction, "who">[], known: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (const account of new Set(actions.flatMap(({ who }) => who ?? []))) owners.set(account, known.get(account) ?? await elsewhere(app, viewer, account));
  return owners;
}
