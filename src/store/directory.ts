import type { Service } from "../domain/access/office.ts";
import type { Role } from "../domain/access/role.ts";
import type { Day } from "../domain/dates/day.ts";
import type { Organisation, OrganisationType, Person } from "../domain/access/viewer.ts";

export interface Account {
  /** Such as `harrowmere.team-manager`. */
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  /** The worker code by which children are allocated, such as SW01001. */
  readonly worker: string | null;
  /** The team they work in, where the authority has said. */
  readonly team?: string | null;
  /** The service that a service manager manages. */
  readonly service?: Service | null;
  /** Where mail to them goes. */
  readonly email?: string | null;
  /** The first day that they are no longer here: from then on they cannot sign in. */
  readonly leftOn?: Day | null;
}

/** Who there is: what must be asked before there is a viewer. Nothing here tells of a child. */
export interface Directory {
  /** The person to sign in, or nothing where there is no such account or they have left. */
  person(account: string): Promise<Person | undefined>;
  /** The same, with how many of their messages they have not read: asked with each page. */
  signedIn(account: string): Promise<{ readonly person: Person; readonly unread: number } | undefined>;
  /** Everybody who is here, for choosing who to be in the demonstration; by organisation and role. */
  people(): Promise<Person[]>;
  organisation(code: string): Promise<Organisation | undefined>;
  organisations(type?: OrganisationType): Promise<Organisation[]>;
}
