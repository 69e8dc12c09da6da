import type { App } from "../app/app.ts";
import type { Person } from "../domain/access/viewer.ts";
import type { Assets } from "./assets/assets.ts";
import type { SignInDeps } from "./sign-in/deps.ts";

export interface WebDeps {
  readonly app: App;
  /** Signs the session cookie. Every web process before one database needs the same. */
  readonly sessionKey: string;
  /** The demonstration region: people choose who to be. */
  readonly demonstration: boolean;
  /** How people sign in for real. Where it is given, nobody chooses who to be. */
  readonly signIn?: SignInDeps;
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
    /** Set with it: how many messages they have not read. */
    unread: number | undefined;
    /** Set with it: how long the session lasts yet where it is not used, in milliseconds, and whether it is the one for emergencies. */
    session: { readonly left: number; readonly emergency: boolean } | undefined;
  };
}
