import type { AccountChoice } from "../app/views.ts";
import type { Person } from "../domain/access/viewer.ts";
import type { Day } from "../domain/dates/day.ts";
import type { Assets } from "./assets/assets.ts";

/** What the pages ask of the rest of the house. main.ts binds each verb to its database. */
export interface Verbs {
  /** The demonstration's accounts, for choosing who to be. */
  readonly listAccounts: () => Promise<readonly AccountChoice[]>;
  /** The person an account stands for; nobody where it is unknown or closed. */
  readonly personOf: (account: string) => Promise<Person | undefined>;
}

export interface WebDeps {
  readonly verbs: Verbs;
  /** The day it is in England; passed in, so that tests may choose it. */
  readonly today: () => Day;
  /** Signs the session cookie. Every web process before one database needs the same. */
  readonly sessionKey: string;
  /** The demonstration region: people choose who to be. */
  readonly demonstration: boolean;
  /** Served over https: cookies are then marked so. */
  readonly secure: boolean;
  /** A line for the operator’s log. Nothing about a child ever goes in it. */
  readonly log: (line: string) => void;
}

/** What a page may read of its request. */
export interface WebEnv {
  Variables: {
    deps: WebDeps;
    assets: Assets;
    /** Set by `requireSession`: absent only on the pages that need nobody signed in. */
    person: Person;
  };
}
