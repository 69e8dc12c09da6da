import type { Service } from "./office.ts";
import type { Role } from "./role.ts";

export type OrganisationType = "local-authority" | "regional-agency" | "voluntary-agency";

export interface Organisation {
  /** ONS code for an authority (E08000019); a code of its own for an agency. */
  readonly code: string;
  readonly name: string;
  readonly type: OrganisationType;
}

/** The person for whom a read is made. There is no read without one. */
export interface Person {
  readonly type: "person";
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: Organisation;
  /** The service that a service manager manages, where the account says so. */
  readonly service?: Service | null;
}

/** Whoever runs the command line on the machine itself, acting for one authority. */
export interface Operator {
  readonly type: "operator";
  readonly authority: string;
}

export type Viewer = Person | Operator;

export const actorOf = (viewer: Viewer): string => (viewer.type === "operator" ? "operator" : viewer.account);
