import { type Owner, OWNERS } from "../access/role.ts";
import { ownersOn } from "./desk.ts";
import { keysOf, type Seat, type Worker } from "./seats.ts";

/** Who has a thing to be done: somebody who is here; nobody who is; or a role, whoever of it does it. */
export type Holder =
  | { readonly type: "worker"; readonly account: string }
  | { readonly type: "nobody"; readonly as: "social-worker" | "family-finder" }
  | { readonly type: "role"; readonly owner: Owner };

/** Reads `worker:ash`, `nobody:family-finder` or `role:panel`; nothing where it is none of these. */
export function parseHolder(text: string): Holder | undefined {
  const [, type, rest = ""] = /^(worker|nobody|role):(.{1,100})$/.exec(text) ?? [];
  if (type === "worker") return { type, account: rest };
  if (type === "nobody" && (rest === "social-worker" || rest === "family-finder")) return { type, as: rest };
  if (type === "role" && Object.hasOwn(OWNERS, rest)) return { type, owner: rest as Owner };
  return undefined;
}

/** The seats on which what a holder has lands; everything, where none is named. `here`: those who are here, among whom a worker is looked for. */
export function seatsOfHolder(holder: Holder | undefined, here: readonly Worker[]): readonly Seat[] {
  const forAccount = null;
  switch (holder?.type) {
    case "worker": {
      const keys = keysOf(here.find(({ account }) => account === holder.account) ?? { account: holder.account, worker: null });
      return (["social-worker", "family-finder"] as const).map((by) => ({ by, owners: ownersOn(by), keys, forAccount }));
    }
    case "nobody": return [{ by: `no-${holder.as}`, owners: ownersOn(holder.as), keys: here.flatMap(keysOf), otherTeams: [], forAccount }];
    case "role": return [{ by: "role", owners: [holder.owner], forAccount }];
    case undefined: return [{ by: "role", owners: Object.keys(OWNERS) as Owner[], forAccount }];
  }
}
