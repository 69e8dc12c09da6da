import type { Owner, Role } from "../access/role.ts";
import type { Case } from "../chronology/fold.ts";
import { lastOf, openOf } from "../permanence/moments.ts";
import { DESKS } from "./desk.ts";

/** Somebody who answers: the roles they act in today, and the account and code under which children are allocated to them. */
export interface Answerer {
  readonly roles: readonly Role[];
  readonly keys: readonly string[];
}

/**
 * Whether what is an owner’s to do about this child is this person’s own: by their role, by that of somebody they
 * cover, or because the child is allocated to them on that track. Where not, they answer on the owner’s behalf.
 */
export function isTheirs(owner: Owner, { roles, keys }: Answerer, c: Case): boolean {
  const desk = DESKS[owner];
  if (desk.chases === true) return false;
  if ((roles as readonly Owner[]).includes(owner)) return true;
  switch (desk.by) {
    case "social-worker": return keys.includes(String(openOf(c, "allocated-worker")?.detail["worker"]));
    case "family-finder": return keys.includes(String(openOf(c, "family-finder")?.detail["worker"]));
    case "reviewing-officer": return keys.includes(String(lastOf(c, "reviewing-officer-appointed")?.detail["officer"]));
    default: return false;
  }
}
