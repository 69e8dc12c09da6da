import { may } from "../../../domain/access/policy.ts";
import type { Role } from "../../../domain/access/role.ts";

/** Where somebody begins whose work is none of the tracker’s. */
const OWN: Readonly<Partial<Record<Role, string>>> = {
  "administrator": "/administration",
  "data-protection-officer": "/records",
  "auditor": "/verify",
};

/** The page of an office of its own; nothing for those who begin at their desk or the tracker. */
export const pageOfOffice = (role: Role): string | undefined => OWN[role];

/** Where a role goes that has no desk, or nothing on it. A role that sees no tracker has a page of its own. */
export const firstPage = (role: Role): string => OWN[role] ?? (may(role, "see-tracker").allowed ? "/tracker" : "/standards");
