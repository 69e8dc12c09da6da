import type { App } from "../app/app.ts";
import type { Person } from "../domain/access/viewer.ts";
import type { Assets } from "./assets/assets.ts";

export interface WebDeps {
  readonly app: App;
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
