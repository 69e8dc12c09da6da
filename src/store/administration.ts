import type { AccountState } from "../domain/administration/account.ts";
import type { Wall } from "../domain/access/wall.ts";
import type { Stage } from "../domain/permanence/stage.ts";

/** How many children, whose journey goes on, somebody has. `key`: the account, or the code under which it is recorded. */
export interface HoldingRow {
  readonly key: string;
  readonly as: "allocated-worker" | "family-finder" | "reviewing-officer";
  readonly children: number;
}

/** A team, by what accounts and children say of theirs. */
export interface TeamRow {
  readonly team: string;
  /** Of those who are here on the day. */
  readonly people: number;
  /** Whose journey goes on. */
  readonly children: number;
  readonly views: number;
}

/** Children alike in all that a restriction goes by, and how many they are. */
export interface WalledGroup {
  readonly stage: Stage;
  readonly wall: Wall;
  readonly team: string | null;
  readonly officer: string | null;
  readonly workers: readonly string[];
  readonly children: number;
}

/** A line of the audit of what administrators and operators did. */
export interface AdministrationRow {
  readonly number: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A child whose record the administrator does not open: only who works with them. */
export interface WhoseRow {
  readonly recordId: string;
  readonly localId: string;
  readonly stage: Stage;
  readonly wall: Wall;
  readonly team: string | null;
  readonly socialWorker: string | null;
  readonly familyFinder: string | null;
  readonly reviewingOfficer: string | null;
}

/** What administrators ask of their own organisation, for the purpose `agreement` where it is about children. */
export interface Administration {
  /** Everybody with an account there, those who have left too, by name. */
  accountsOf(organisation: string): Promise<readonly AccountState[]>;
  holdings(authority: string): Promise<readonly HoldingRow[]>;
  /** By name. `today`: who is here then. */
  teamsOf(organisation: string, today: string): Promise<readonly TeamRow[]>;
  /** All children of the authority but those restricted by hand and sealed, who are behind their wall whatever the rule says. */
  walledGroups(authority: string): Promise<readonly WalledGroup[]>;
  /** The records of children of a team that may be written, sealed ones are not. */
  recordsOfTeam(authority: string, team: string): Promise<readonly string[]>;
  whoseIs(authority: string, by: { readonly localId: string } | { readonly recordId: string }): Promise<WhoseRow | undefined>;
  /** The latest first; of one account where it is said. */
  administrationLog(organisation: string, of: { readonly account?: string | undefined; readonly before?: number | undefined; readonly limit: number }): Promise<readonly AdministrationRow[]>;
}
