import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import { personOf } from "../../app/people.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { keepWhatWasSent } from "./kept-form.ts";

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
/** How long after it was last used a session that has run out still says whose form it is that comes with it. */
const KNOWN_MS = 14 * 24 * 60 * 60 * 1000;

const nameOf = (deps: WebDeps): string => (deps.secure ? "__Host-permanence" : "permanence");

async function write(c: Context, deps: WebDeps, session: Session): Promise<void> {
  const value = `${encodeURIComponent(session.account)}.${session.signedInAt}.${session.seenAt}`;
  // Lax, not Strict: a link in an e-mail must find its reader still signed in. No request that changes anything is a GET.
  await setSignedCookie(c, nameOf(deps), value, deps.sessionKey, { path: "/", httpOnly: true, sameSite: "Lax", secure: deps.secure });
}

/** Whose cookie it is, run out or not. */
async function sessionIn(c: Context, deps: WebDeps): Promise<Session | undefined> {
  const value = await getSignedCookie(c, deps.sessionKey, nameOf(deps));
  if (typeof value !== "string") return undefined;
  const [, account, signedIn, seen] = /^(.+)\.(\d+)\.(\d+)$/.exec(value) ?? [];
  return account === undefined ? undefined : { account: decodeURIComponent(account), signedInAt: Number(signedIn), seenAt: Number(seen) };
}

const hasRunOut = ({ seenAt, signedInAt }: Session, now: number): boolean => now - seenAt > IDLE_MS || now - signedInAt > LONGEST_MS;

export async function readSession(c: Context, deps: WebDeps, now: number): Promise<Session | undefined> {
  const session = await sessionIn(c, deps);
  return session === undefined || hasRunOut(session, now) ? undefined : session;
}

export const signIn = (c: Context, deps: WebDeps, account: string): Promise<void> => {
  const now = Date.now();
  return write(c, deps, { account, signedInAt: now, seenAt: now });
};

export const signOut = (c: Context, deps: WebDeps): void => void deleteCookie(c, nameOf(deps), { path: "/", secure: deps.secure });

/**
 * Lets signed-in people through and sends everybody else to sign in, to come back to the page they asked for. A form that
 * comes with a session that has run out is kept for whoever sent it.
 */
export const requireSession = (deps: WebDeps): MiddlewareHandler<WebEnv> => async (c, next) => {
  const now = Date.now();
  const session = await sessionIn(c, deps);
  const person = session === undefined ? undefined : await personOf(deps.app, session.account);
  if (session === undefined || person === undefined || hasRunOut(session, now)) {
    if (c.req.method === "GET") return c.redirect(signInPath({ then: new URL(c.req.url).pathname + new URL(c.req.url).search }), 303);
    if (session === undefined || person === undefined || now - session.seenAt > KNOWN_MS) return c.redirect(signInPath({}), 303);
    return c.redirect(signInPath({ form: (await keepWhatWasSent(c, deps, person)) ? "kept" : "not-sent" }), 303);
  }
  c.set("person", person);
  if (now - session.seenAt > RENEW_AFTER_MS) await write(c, deps, { ...session, seenAt: now });
  return next();
};

function signInPath({ then, form }: { readonly then?: string; readonly form?: "kept" | "not-sent" }): string {
  const said = new URLSearchParams({ ...(then === undefined || then === "/" ? {} : { then }), ...(form === undefined ? {} : { form }) }).toString();
  return said === "" ? "/sign-in" : `/sign-in?${said}`;
}
