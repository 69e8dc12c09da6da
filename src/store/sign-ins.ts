import type { Person } from "../domain/access/viewer.ts";

/** A person as a sign-in provider knows them: its issuer, and its own lasting id of the person. */
export interface ProviderSubject {
  readonly issuer: string;
  readonly subject: string;
}

/** An account that people sign in to by a provider. */
export interface Identity {
  readonly account: string;
  /** In small letters. */
  readonly signInName: string;
  /** Whom it belongs to, once they have signed in for the first time. */
  readonly linkedTo: ProviderSubject | null;
}

export type SignInOutcome = "signed-in" | "sign-in-refused" | "session-refused" | "signed-out";

/** What the access log keeps of signing in and out. */
export interface SignInEvent {
  readonly outcome: SignInOutcome;
  /** Whose account; nothing where the person is not known. */
  readonly person?: Person | undefined;
  /** The organisation that the provider signs people in for, where the person is not known. */
  readonly organisation: string;
  /** By what, such as `openid harrowmere` or `break-glass`. */
  readonly how: string;
  /** Why, cut to 100 characters. Nothing of a child. */
  readonly why?: string | undefined;
}

/** What is asked and written about signing in, before there is a viewer. Nothing here tells of a child. */
export interface SignIns {
  /** The account of this person, once linked. */
  linked(to: ProviderSubject): Promise<Identity | undefined>;
  /** The account registered under this sign-in name, linked or not. Capitals do not matter. */
  registered(signInName: string): Promise<Identity | undefined>;
  /** Since when sessions of the account are over: an instant, or nothing where none was ended. */
  endedAt(account: string): Promise<string | undefined>;
  /** Ends every session of this person that began until now. `at` is ISO 8601 in UTC. */
  end(account: string, at: string): Promise<void>;
  /**
   * Whether the passphrase of emergency access may be tried from a network once more: not where it was `most` times in the last
   * `minutes`, at whichever process before this database. A try that is let through is counted.
   */
  mayTry(network: string, most: number, minutes: number): Promise<boolean>;
  /** Writes a line of the access log, committed at once. */
  log(event: SignInEvent): Promise<void>;
}
