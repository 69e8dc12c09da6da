import type { Configuration } from "openid-client";
import type { Provider } from "./provider-settings.ts";
import { isThisMachine } from "./this-machine.ts";

/** What is kept, sealed in a cookie, between asking a provider who somebody is and its answer. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  /** The secret of which the provider has been shown the hash (PKCE). */
  readonly verifier: string;
}

/** A token that was believed. */
export interface Believed {
  readonly claims: Readonly<Record<string, unknown>>;
  /** The token itself, by which the provider knows again whom to sign out. */
  readonly idToken: string;
}

export type Disbelieved = "not-trusted" | "clock" | "unavailable" | "cancelled" | "signed-out-there";

/** Thrown where a provider’s answer is not to be acted on. `detail` is for the operator, and holds nothing of a token. */
export class AnswerRefused extends Error {
  override readonly name = "AnswerRefused";
  readonly why: Disbelieved;
  constructor(why: Disbelieved, detail: string) {
    super(detail);
    this.why = why;
  }
}

/** One provider, spoken to by the authorisation code flow. What it publishes of itself is asked for when first needed, and kept. */
export interface OpenId {
  /** Where to send somebody, and what to keep until they are back. `silently`: without asking them anything. */
  readonly begin: (silently: boolean) => Promise<{ readonly url: URL; readonly pending: Pending }>;
  /** `answer`: the address they came back to, whole. Throws AnswerRefused. */
  readonly finish: (answer: URL, pending: Pending) => Promise<Believed>;
  /** Where to sign out of the provider too; nothing where it has no such place, or does not answer. */
  readonly signOutUrl: (idToken: string | undefined) => Promise<URL | undefined>;
}

/** How far the provider’s clock may be from ours, in seconds. */
export const TOLERANCE_S = 60;
/** How old a token may be that was asked for a moment ago, in seconds. */
const FRESH_S = 10 * 60;
const KEPT_MS = 60 * 60 * 1000;
const TIMEOUT_S = 10;

export const callbackPath = (provider: Provider): string => `/sign-in/${provider.id}/callback`;

export function openIdOf(provider: Provider, address: string): OpenId {
  const redirect_uri = `${address}${callbackPath(provider)}`;
  const published = keeping(() => discovered(provider), KEPT_MS);
  return {
    begin: async (silently) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } = await import("openid-client");
      const pending: Pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await published(), {
        redirect_uri, scope: "openid profile email", response_type: "code", state: pending.state, nonce: pending.nonce,
        code_challenge: await calculatePKCECodeChallenge(pending.verifier), code_challenge_method: "S256",
        ...(silently ? { prompt: "none" } : {}),
      });
      return { url, pending };
    },
    finish: async (answer, pending) => {
      const { authorizationCodeGrant } = await import("openid-client");
      const configuration = await published();
      try {
        const tokens = await authorizationCodeGrant(configuration, answer, { expectedState: pending.state, expectedNonce: pending.nonce, pkceCodeVerifier: pending.verifier, idTokenExpected: true });
        const claims = tokens.claims();
        if (claims === undefined || tokens.id_token === undefined) throw new AnswerRefused("not-trusted", "no id token");
        checkIssuedAt(claims.iat);
        return { claims, idToken: tokens.id_token };
      } catch (error) {
        throw error instanceof AnswerRefused ? error : refusalOf(error);
      }
    },
    signOutUrl: async (idToken) => {
      const configuration = await published().catch(() => undefined);
      if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
      const { buildEndSessionUrl } = await import("openid-client");
      return buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${address}/signed-out`, ...(idToken === undefined ? {} : { id_token_hint: idToken }) });
    },
  };
}

async function discovered({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  const { allowInsecureRequests, ClientSecretBasic, clockTolerance, discovery, enableNonRepudiationChecks } = await import("openid-client");
  const url = new URL(issuer);
  // The signature is checked too, although the token comes straight from the provider: one that ends TLS on the way cannot make one.
  const execute = isThisMachine(url) ? [allowInsecureRequests, enableNonRepudiationChecks] : [enableNonRepudiationChecks];
  try {
    return await discovery(url, clientId, { [clockTolerance]: TOLERANCE_S }, ClientSecretBasic(clientSecret), { execute, timeout: TIMEOUT_S });
  } catch (error) {
    throw new AnswerRefused("unavailable", `what it publishes cannot be read: ${inWords(error)}`);
  }
}

/** A provider whose clock is ahead or behind would have us believe tokens for longer than it means. */
function checkIssuedAt(issuedAt: number): void {
  const age = Date.now() / 1000 - issuedAt;
  if (age < -TOLERANCE_S || age > FRESH_S + TOLERANCE_S) throw new AnswerRefused("clock", `token issued ${Math.round(age)} seconds ago`);
}

/** What providers answer where nobody is signed in there any more, or something would have to be asked of them. */
const ASKS_AGAIN: ReadonlySet<string> = new Set(["login_required", "interaction_required", "consent_required", "account_selection_required"]);

function refusalOf(error: unknown): AnswerRefused {
  const code = error instanceof Error && "error" in error ? String(error.error) : "";
  if (ASKS_AGAIN.has(code)) return new AnswerRefused("signed-out-there", code);
  if (code === "access_denied") return new AnswerRefused("cancelled", code);
  const said = inWords(error);
  if (/fetch failed|timeout|aborted|ECONN/i.test(said)) return new AnswerRefused("unavailable", said);
  return new AnswerRefused(/JWT_TIMESTAMP|"(exp|nbf|iat)"/.test(said) ? "clock" : "not-trusted", said);
}

/** An error and what caused it, without what they hold: that may be a token. */
const inWords = (error: unknown): string => {
  if (!(error instanceof Error)) return "unknown";
  const cause = error.cause instanceof Error && error.cause.message !== error.message ? `: ${inWords(error.cause)}` : "";
  const code = "code" in error ? ` (${String(error.code)})` : "error" in error ? ` (${String(error.error)})` : "";
  return `${error.message.split("\n", 1)[0]}${code}${cause}`.slice(0, 200);
};

/** Asks once for a while; a failure is not kept. */
function keeping<T>(ask: () => Promise<T>, forMs: number): () => Promise<T> {
  let kept: { readonly value: Promise<T>; readonly at: number } | undefined;
  return () => {
    if (kept !== undefined && Date.now() - kept.at < forMs) return kept.value;
    const value = ask();
    kept = { value, at: Date.now() };
    value.catch(() => { kept = undefined; });
    return value;
  };
}
