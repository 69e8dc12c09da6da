import type { Resealing } from "../../store/reseal.ts";
import type { App } from "../app.ts";
import { closeAdoptive, closeFamily, closeText, marksOf, openAdoptive, openFamily, openText } from "./kept.ts";
import { adoptiveMark, type IdentityKey, markOf } from "./key.ts";

/** Whether the database holds anything that was closed with another key than the application’s. */
export async function isAnotherKey({ store, identityKey }: App): Promise<boolean> {
  return identityKey !== undefined && (await store.maintenance.identityKeys()).some((id) => id !== identityKey.id);
}

/** Opens everything with the old key and closes it with the new one, marks and all, in one transaction. Gives how many envelopes. Throws CannotOpen, and changes nothing. */
export function rotateIdentityKey({ store }: Pick<App, "store">, old: IdentityKey, next: IdentityKey): Promise<number> {
  const resealing: Resealing = {
    family: ({ authority, recordId, groups, envelope }) => {
      const kept = openFamily(old, recordId, envelope);
      return { envelope: closeFamily(next, recordId, kept), owner: markOf(next, "owner", recordId), marks: marksOf(next, { authority, id: recordId }, groups, kept) };
    },
    recordOf: ({ id, envelope }) => openAdoptive(old, id, envelope).link.recordId,
    adoptive: ({ authority, id, groups, envelope }) => {
      const kept = openAdoptive(old, id, envelope);
      const { recordId } = kept.link;
      return {
        mark: adoptiveMark(next, recordId), envelope: closeAdoptive(next, id, kept),
        owner: markOf(next, "owner", recordId), marks: marksOf(next, { authority, id: recordId }, groups, kept),
      };
    },
    text: ({ id, envelope }) => closeText(next, id, openText(old, id, envelope)),
  };
  return store.maintenance.reseal(resealing);
}
