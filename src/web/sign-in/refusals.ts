import { UNRECOGNISED, type Unrecognised } from "../../domain/access/recognise.ts";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Disbelieved } from "./open-id.ts";

export type SignInRefusal = Unrecognised | Disbelieved | "one-factor" | "not-begun" | "somebody-else" | "two-people";

/** Why somebody is not signed in, in a sentence for them. */
export const SENTENCES: Readonly<Record<SignInRefusal, string>> = {
  ...UNRECOGNISED,
  "not-trusted": "Your organisation’s sign-in answered with something that cannot be trusted, so nobody has been signed in. Try again. If it happens again, tell your IT service",
  "clock": "The clock of your organisation’s sign-in and ours are more than a minute apart, so what it said cannot be trusted. Tell your IT service",
  "unavailable": "Your organisation’s sign-in does not answer. Try again in a few minutes",
  "cancelled": "You were not signed in, because signing in to your organisation was cancelled",
  "signed-out-there": "You are signed out of your organisation, so you are signed out here too. Sign in again",
  "one-factor": "Your organisation’s sign-in did not say that you have shown a second proof of who you are, such as a code or a key. Sign in there with it, or tell your IT service",
  "not-begun": "This sign-in was not begun in this browser in the last ten minutes, or has been finished already. Begin again",
  "somebody-else": "Your organisation’s sign-in is now somebody else’s in this browser, so you have been signed out here. Sign in again",
  "two-people": "Somebody else is signed in here, in another tab or window. Only one person, in one role, can be signed in in a browser at a time. Sign out there first",
};

export const statusOf = (refusal: SignInRefusal): ContentfulStatusCode =>
  refusal === "unavailable" ? 503 : refusal === "not-begun" ? 400 : refusal === "two-people" ? 409 : 403;
