import type { Context } from "hono";
import type { Person } from "../../domain/access/viewer.ts";
import { wasEnded } from "../../app/sign-in/sessions.ts";
import type { WebDeps } from "../deps.ts";
import { tell } from "./deps.ts";
import { BREAK_GLASS, type Facts } from "./facts.ts";
import { networkOf } from "./network.ts";

/**
 * What a session that has not run out is worth: `good`; `ask-again`, once its provider has said anew who it is;
 * `run-out`, as the provider was not asked in time; `ended`, by signing out anywhere or by the operator;
 * `elsewhere`, as it comes from another network than it was begun from.
 */
export type Standing = "good" | "ask-again" | "run-out" | "ended" | "elsewhere";

/** How long what a provider said holds. Then the next page that is opened asks it again, without asking the person. */
const ASKED_AGAIN_MS = 60 * 60 * 1000;
/** A form, which cannot be sent by way of the provider, is taken for so long after that. */
const AT_MOST_MS = 90 * 60 * 1000;

export interface Standable {
  readonly account: string;
  readonly signedInAt: number;
  readonly facts?: Facts | undefined;
}

export async function standingOf(c: Context, deps: WebDeps, { signedInAt, facts }: Standable, person: Person, now: number): Promise<Standing> {
  const { signIn } = deps;
  // Where people choose who to be, sessions hold no facts; and one made there is none where they sign in.
  if (signIn === undefined) return facts === undefined && !(await wasEnded(deps.app, person.account, signedInAt)) ? "good" : "ended";
  if (facts === undefined) return "ended";
  const glass = facts.by === BREAK_GLASS;
  const provider = signIn.openId.get(facts.by)?.provider;
  if (glass ? signIn.settings.breakGlass?.account !== person.account : provider?.organisations.includes(person.organisation.code) !== true) return "ended";
  const network = networkOf(c, signIn.settings.proxies);
  if (network !== facts.network) {
    await tell(deps, { outcome: "session-refused", person, provider, why: `begun from ${facts.network}, used from ${network}` });
    return "elsewhere";
  }
  if (await wasEnded(deps.app, person.account, signedInAt)) return "ended";
  const age = now - facts.checkedAt;
  if (glass || age <= ASKED_AGAIN_MS) return "good";
  if (opensPage(c)) return "ask-again";
  return age <= AT_MOST_MS ? "good" : "run-out";
}

/** A page opened by a person, which may go by way of the provider; not what a script asks for. */
const opensPage = (c: Context): boolean =>
  c.req.method === "GET" && (c.req.header("sec-fetch-mode") ?? "navigate") === "navigate" && c.req.header("x-in-place") === undefined;
