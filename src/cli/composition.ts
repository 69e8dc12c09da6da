import type { OpenApp } from "../app/open-app.ts";

export interface ServeOptions {
  /** The demonstration region: it is loaded where the database is empty, and people choose who to be. */
  readonly demonstration: boolean;
  /** Loading the demonstration, from 0 to 1. */
  readonly progress?: (share: number) => void;
}

export interface Serving {
  readonly url: string;
  /** Settles when the server has stopped, by Ctrl-C or a signal to end. */
  readonly stopped: Promise<void>;
}

/** What main.ts hands the command line: joined when first asked for. */
export interface Composition {
  readonly openApp: () => Promise<OpenApp>;
  /** Brings the database up to date. */
  readonly migrate: () => Promise<void>;
  /** Starts the web server; throws Refused where it may not be started so. */
  readonly serve: (options: ServeOptions) => Promise<Serving>;
}
