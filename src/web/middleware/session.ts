import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import { personOf } from "../../app/people.ts";
import type { WebDeps, WebEnv } from "../deps.ts";

/**
 * Who is signed in: a signed cookie holding the account and two instants. The web process
 * keeps nothing, so any number of them may stand before one database.
 */
interface Session {
  readonly account: string;
  readonly signedInAt: number;
  readonly seenAt: number;
}

const IDLE_MS = 60 * 60 * 1000;
const LONGEST_MS = 12 * 60 * 60 * 1000;
const RENEW_AFTER_MS = 5 * 60 * 1000;

const nameOf = (deps: WebDeps): string => (deps.secure ? "__Host-permanence" : "permanence");

async function write(c: Context, deps: WebDeps, session: Session): Promise<void> {
  const value = `${encodeURIComponent(session.account)}.${session.signedInAt}.${session.seenAt}`;
  // Lax, not Strict: a link in an e-mail must find its reader still signed in. No request that changes anything is a GET.
  await setSignedCookie(c, nameOf(deps), value, deps.sessionKey, { path: "/", httpOnly: true, sameSite: "Lax", secure: deps.secure });
}

export async function readSession(c: Context, deps: WebDeps, now: number): Promise<Session | undefined> {
  const value = await getSignedCookie(c, deps.sessionKey, nameOf(deps));
  if (typeof value !== "string") return undefined;
  const [, account, signedIn, seen] = /^(.+)\.(\d+)\.(\d+)$/.exec(value) ?? [];
  if (account === undefined) return undefined;
  const session = { account: decodeURIComponent(account), signedInAt: Number(signedIn), seenAt: Number(seen) };
  return now - session.seenAt > IDLE_MS || now - session.signedInAt > LONGEST_MS ? undefined : session;
}

export const signIn = (c: Context, deps: WebDeps, account: string): Promise<void> => {
  const now = Date.now();
  return write(c, deps, { account, signedInAt: now, seenAt: now });
};

export const signOut = (c: Context, deps: WebDeps): void => void deleteCookie(c, nameOf(deps), { path: "/", secure: deps.secure });

/** Lets signed-in people through and sends everybody else to sign in, to come back to the page they asked for. */
export const requireSession = (deps: WebDeps): MiddlewareHandler<WebEnv> => async (c, next) => {
  const now = Date.now();
  const session = await readSession(c, deps, now);
  const person = session === undefined ? undefined : await personOf(deps.app, session.account);
  if (session === undefined || person === undefined) {
    const back = c.req.method === "GET" ? new URL(c.req.url).pathname + new URL(c.req.url).search : "/";
    return c.redirect(back === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ then: back })}`, 303);
  }
  c.set("person", person);
  if (now - session.seenAt > RENEW_AFTER_MS) await write(c, deps, { ...session, seenAt: now });
  return next();
};
