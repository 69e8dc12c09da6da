import { createHash } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { WebDeps } from "../deps.ts";
import { HOST_PATH, hostCookie } from "../middleware/host-cookie.ts";
import { sealFor } from "../middleware/sealed.ts";
import type { Pending } from "./open-id.ts";

/** A sign-in that was begun in this browser and is not finished. */
export interface Begun extends Pending {
  /** Which provider was asked: another’s answer opens nothing. */
  readonly provider: string;
  /** The page to go to then; a path of this site. */
  readonly then: string;
  /** The account whose session this is to go on with, where the provider is asked again. */
  readonly renews?: string;
}

const TEN_MINUTES_S = 600;
/** What a browser keeps of one cookie, with room for its name. */
const MOST = 3_900;

/** A name by its state, so that two tabs may each sign in. */
const nameOf = (deps: WebDeps, state: string): string => hostCookie(deps.secure, `permanence-begun-${createHash("sha256").update(state).digest("hex").slice(0, 12)}`);
const options = (deps: WebDeps) => ({ path: HOST_PATH, httpOnly: true, sameSite: "Lax", secure: deps.secure } as const);

export function keepBegun(c: Context, deps: WebDeps, begun: Begun): void {
  const sealed = sealFor(deps.sessionKey, "sign-in", begun.provider).seal(JSON.stringify(begun), TEN_MINUTES_S * 1000);
  setCookie(c, nameOf(deps, begun.state), sealed, { ...options(deps), maxAge: TEN_MINUTES_S });
}

/** The sign-in that this answer belongs to, once: a second answer to it finds nothing. */
export function takeBegun(c: Context, deps: WebDeps, provider: string, state: string | undefined): Begun | undefined {
  if (state === undefined) return undefined;
  const sealed = getCookie(c, nameOf(deps, state));
  deleteCookie(c, nameOf(deps, state), options(deps));
  const text = sealed === undefined ? undefined : sealFor(deps.sessionKey, "sign-in", provider).open(sealed);
  const begun = text === undefined ? undefined : JSON.parse(text) as Begun;
  return begun?.state === state ? begun : undefined;
}

const idTokenName = (deps: WebDeps): string => hostCookie(deps.secure, "permanence-id-token");

/** Keeps the token, sealed, by which its provider knows whom to sign out; one too large for a cookie is not kept. */
export function keepIdToken(c: Context, deps: WebDeps, idToken: string): void {
  const sealed = sealFor(deps.sessionKey, "id-token", "").seal(idToken, 12 * 60 * 60 * 1000);
  if (sealed.length > MOST) deleteCookie(c, idTokenName(deps), options(deps));
  else setCookie(c, idTokenName(deps), sealed, options(deps));
}

export function takeIdToken(c: Context, deps: WebDeps): string | undefined {
  const sealed = getCookie(c, idTokenName(deps));
  deleteCookie(c, idTokenName(deps), options(deps));
  return sealed === undefined ? undefined : sealFor(deps.sessionKey, "id-token", "").open(sealed);
}
