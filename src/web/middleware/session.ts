import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import { personOf, signedInAs } from "../../app/people.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { BREAK_GLASS, type Facts, factsFrom, factsInCookie } from "../sign-in/facts.ts";
import { type Standing, standingOf } from "../sign-in/standing.ts";
import { HOST_PATH, hostCookie } from "./host-cookie.ts";
import { keepWhatWasSent } from "./kept-form.ts";
import { takePageOwner } from "./page-owner.ts";

/**
 * Who is signed in: a signed cookie holding the account and two instants. The web process
 * keeps nothing, so any number of them may stand before one database.
 */
interface Session {
  readonly account: string;
  readonly signedInAt: number;
  readonly seenAt: number;
  /** How they came to be signed in; absent where people choose who to be. */
  readonly facts?: Facts | undefined;
}

const IDLE_MS = 60 * 60 * 1000;
const LONGEST_MS = 12 * 60 * 60 * 1000;
const LONGEST_BREAK_GLASS_MS = 60 * 60 * 1000;
const RENEW_AFTER_MS = 5 * 60 * 1000;
/** How long after it was last used a session that has run out still says whose form it is that comes with it. */
const KNOWN_MS = 14 * 24 * 60 * 60 * 1000;

/** What a page asks for by itself while nobody touches it: no use of the session. */
const FOLLOWS = /^\/meetings\/[^/]+\/live$/;

const nameOf = (deps: WebDeps): string => hostCookie(deps.secure, "permanence");

async function write(c: Context, deps: WebDeps, session: Session): Promise<void> {
  const facts = session.facts === undefined ? "" : `.${factsInCookie(session.facts)}`;
  const value = `${encodeURIComponent(session.account)}.${session.signedInAt}.${session.seenAt}${facts}`;
  // Lax, not Strict: a link in an e-mail must find its reader still signed in. No request that changes anything is a GET.
  await setSignedCookie(c, nameOf(deps), value, deps.sessionKey, { path: HOST_PATH, httpOnly: true, sameSite: "Lax", secure: deps.secure });
}

/** Whose cookie it is, run out or not. */
async function sessionIn(c: Context, deps: WebDeps): Promise<Session | undefined> {
  const value = await getSignedCookie(c, deps.sessionKey, nameOf(deps));
  if (typeof value !== "string") return undefined;
  const [, account, signedIn, seen, facts] = /^(.+)\.(\d+)\.(\d+)(?:\.(~[\w-]+))?$/.exec(value) ?? [];
  return account === undefined ? undefined : { account: decodeURIComponent(account), signedInAt: Number(signedIn), seenAt: Number(seen), facts: factsFrom(facts) };
}

const longest = ({ facts }: Session): number => (facts?.by === BREAK_GLASS ? LONGEST_BREAK_GLASS_MS : LONGEST_MS);

/** How long it lasts yet where it is not used, in milliseconds; less than nothing once it has run out. */
const leftOf = (session: Session, now: number): number => Math.min(session.seenAt + IDLE_MS, session.signedInAt + longest(session)) - now;

const hasRunOut = (session: Session, now: number): boolean => leftOf(session, now) < 0;

export async function readSession(c: Context, deps: WebDeps, now: number): Promise<Session | undefined> {
  const session = await sessionIn(c, deps);
  return session === undefined || hasRunOut(session, now) ? undefined : session;
}

/** Begins a session in the place of any that there was; `since`: goes on with one that began then. */
export const signIn = (c: Context, deps: WebDeps, account: string, { facts, since }: { readonly facts?: Facts; readonly since?: number } = {}): Promise<void> => {
  const now = Date.now();
  return write(c, deps, { account, signedInAt: since ?? now, seenAt: now, facts });
};

/** Somebody who is signed in. */
export interface Present {
  readonly person: Person;
  readonly signedInAt: number;
  readonly facts: Facts | undefined;
  /** How long it lasts yet where it is not used, in milliseconds. */
  readonly left: number;
  /** It ends then however much it is used. */
  readonly last: boolean;
}

/** Who is signed in, on pages that need nobody to be; their session lasts no longer for that, unless it is `used`. */
export async function present(c: Context, deps: WebDeps, used = false): Promise<Present | undefined> {
  const now = Date.now();
  const session = await readSession(c, deps, now);
  const person = session === undefined ? undefined : await personOf(deps.app, session.account);
  if (session === undefined || person === undefined) return undefined;
  const standing = await standingOf(c, deps, session, person, now);
  if (standing !== "good" && standing !== "ask-again") return undefined;
  const lasting = used ? { ...session, seenAt: now } : session;
  if (used) await write(c, deps, lasting);
  return { person, signedInAt: session.signedInAt, facts: session.facts, left: leftOf(lasting, now), last: lasting.signedInAt + longest(lasting) <= now + IDLE_MS };
}

export const signOut = (c: Context, deps: WebDeps): void => void deleteCookie(c, nameOf(deps), { path: HOST_PATH, secure: deps.secure });

/**
 * Lets signed-in people through and sends everybody else to sign in, to come back to the page they asked for. A form that
 * comes with a session that has run out is kept for whoever sent it.
 */
export const requireSession = (deps: WebDeps): MiddlewareHandler<WebEnv> => async (c, next) => {
  const now = Date.now();
  const session = await sessionIn(c, deps);
  const who = session === undefined ? undefined : await signedInAs(deps.app, session.account);
  if (session === undefined || who === undefined) return c.redirect(signInPath(c.req.method === "GET" ? { then: asked(c) } : {}), 303);
  const { person } = who;
  const standing = hasRunOut(session, now) ? "run-out" : await standingOf(c, deps, session, person, now);
  if (standing !== "good") return turnAway(c, deps, { session, person, standing, now });
  c.set("person", person);
  c.set("unread", who.unread);
  const seen = now - session.seenAt > RENEW_AFTER_MS && !FOLLOWS.test(c.req.path) ? { ...session, seenAt: now } : session;
  c.set("session", { left: leftOf(seen, now), emergency: seen.facts?.by === BREAK_GLASS });
  if (seen !== session) await write(c, deps, seen);
  return next();
};

const asked = (c: Context): string => new URL(c.req.url).pathname + new URL(c.req.url).search;

interface TurnedAway {
  readonly session: Session;
  readonly person: Person;
  readonly standing: Exclude<Standing, "good">;
  readonly now: number;
}

/** To where somebody goes whose session is no longer one. What was sent with one that was ended is not taken from anybody. */
async function turnAway(c: Context<WebEnv>, deps: WebDeps, { session, person, standing, now }: TurnedAway): Promise<Response> {
  const then = asked(c);
  if (standing === "ask-again" && session.facts !== undefined) return c.redirect(`/sign-in/${session.facts.by}?${new URLSearchParams({ again: "1", then })}`, 303);
  if (c.req.method === "GET") return c.redirect(signInPath({ then, ...(standing === "elsewhere" ? { why: standing } : {}) }), 303);
  if (standing === "ended" || now - session.seenAt > KNOWN_MS) return c.redirect(signInPath({}), 303);
  return c.redirect(signInPath({ form: (await keepWhatWasSent(c, deps, await whoseForm(c, deps, person))) ? "kept" : "not-sent" }), 303);
}

/** Whoever’s page it was, where that is somebody else than whose session has run out. */
async function whoseForm(c: Context, deps: WebDeps, person: Person): Promise<Person> {
  const owner = await takePageOwner(c, deps).catch(() => undefined);
  return (owner === undefined || owner === person.account ? undefined : await personOf(deps.app, owner)) ?? person;
}

function signInPath({ then, form, why }: { readonly then?: string; readonly form?: "kept" | "not-sent"; readonly why?: "elsewhere" }): string {
  const said = new URLSearchParams({ ...(then === undefined || then === "/" ? {} : { then }), ...(form === undefined ? {} : { form }), ...(why === undefined ? {} : { why }) }).toString();
  return said === "" ? "/sign-in" : `/sign-in?${said}`;
}
