import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { LONGEST_SEARCH } from "../../../domain/tracker/find.ts";
import type { WebEnv } from "../../deps.ts";
import { HOST_PATH, hostCookie } from "../../middleware/host-cookie.ts";
import { type Seal, sealFor } from "../../middleware/sealed.ts";

/**
 * What somebody searched for lately, sealed in a cookie of theirs: an address holds only which of
 * these searches it is, so that Back and reload find the same again and no name is in any address.
 */
type Kept = readonly (readonly [key: string, text: string])[];

const MOST_KEPT = 5;
const GOOD_FOR_MS = 30 * 60 * 1000;
const KEY = /^[0-9a-f]{8}$/;

/** Keeps a search; what the address is to call it. */
export function keepSearch(c: Context<WebEnv>, text: string): string {
  const before = readKept(c);
  const key = before.find(([, same]) => same === text)?.[0] ?? randomBytes(4).toString("hex");
  const kept: Kept = [[key, text.slice(0, LONGEST_SEARCH)] as const, ...before.filter(([other]) => other !== key)].slice(0, MOST_KEPT);
  setCookie(c, cookieOf(c), sealOf(c).seal(JSON.stringify(kept), GOOD_FOR_MS), {
    path: HOST_PATH, httpOnly: true, sameSite: "Strict", secure: c.get("deps").secure, maxAge: GOOD_FOR_MS / 1000,
  });
  return key;
}

/** A search by what an address calls it; nothing where it is no longer kept, or was somebody else’s. */
export const searchKept = (c: Context<WebEnv>, key: string): string | undefined =>
  KEY.test(key) ? readKept(c).find(([kept]) => kept === key)?.[1] : undefined;

function readKept(c: Context<WebEnv>): Kept {
  const sealed = getCookie(c, cookieOf(c));
  const text = sealed === undefined ? undefined : sealOf(c).open(sealed);
  return text === undefined ? [] : JSON.parse(text) as Kept;
}

const cookieOf = (c: Context<WebEnv>): string => hostCookie(c.get("deps").secure, "find");
const sealOf = (c: Context<WebEnv>): Seal => sealFor(c.get("deps").sessionKey, "find", c.get("person").account);
