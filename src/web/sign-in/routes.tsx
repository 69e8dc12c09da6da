import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import { endOwnSessions } from "../../app/sign-in/sessions.ts";
import { recognised } from "../../app/sign-in/recognised.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { page } from "../layout/page.tsx";
import { NotFound } from "../middleware/permission.ts";
import { present, signIn, signOut } from "../middleware/session.ts";
import { safePath } from "../pages/sign-in/route.tsx";
import { type SignInDeps, tell } from "./deps.ts";
import { networkOf } from "./network.ts";
import { AnswerRefused, type Believed } from "./open-id.ts";
import { type Begun, keepBegun, keepIdToken, takeBegun } from "./pending.ts";
import type { Provider } from "./provider-settings.ts";
import { SENTENCES, type SignInRefusal, statusOf } from "./refusals.ts";
import { type Note, NOTES, NotSignedInView, ProvidersView, TwoPeopleView } from "./views.tsx";
import { whereTo } from "./where-to.ts";

/** Signing in by the account that people have at work. Only `serve` has these pages. */
export const providerPages = new Hono<WebEnv>()
  .get("/sign-in", (c) => {
    const { settings } = signInOf(c.get("deps"));
    const note = c.req.query("form") ?? c.req.query("why");
    return page(c, { title: "Sign in", narrow: true }, (
      <ProvidersView providers={settings.providers} then={safePath(c.req.query("then"))} note={isNote(note) ? note : undefined} emergency={settings.breakGlass !== undefined} />
    ));
  })
  .get("/sign-in/:provider/callback", async (c) => {
    const { provider, openId } = chosen(c);
    const begun = takeBegun(c, c.get("deps"), provider.id, c.req.query("state"));
    if (begun === undefined) return refuse(c, provider, { refused: "not-begun" });
    let believed: Believed;
    try {
      // Where we are is ours to say: what stands before us may speak to us by another name.
      const { pathname, search } = new URL(c.req.url);
      believed = await openId.finish(new URL(pathname + search, signInOf(c.get("deps")).settings.address), begun);
    } catch (error) {
      if (error instanceof AnswerRefused) return refuse(c, provider, { refused: error.why, detail: error.message }, begun);
      throw error;
    }
    return accept(c, provider, begun, believed);
  })
  .get("/sign-in/:provider", async (c) => {
    const deps = c.get("deps");
    const { provider, openId } = chosen(c);
    const then = safePath(c.req.query("then"));
    const renews = c.req.query("again") === undefined ? undefined : (await present(c, deps))?.person.account;
    // A page elsewhere signs nobody in behind their back: they press the button here.
    if (renews === undefined && FROM_ELSEWHERE.has(c.req.header("sec-fetch-site") ?? "")) return c.redirect(then === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ then })}`, 303);
    try {
      const { url, pending } = await openId.begin(renews !== undefined);
      keepBegun(c, deps, { ...pending, provider: provider.id, then, ...(renews === undefined ? {} : { renews }) });
      return c.redirect(url.href, 303);
    } catch (error) {
      if (error instanceof AnswerRefused) return refuse(c, provider, { refused: error.why, detail: error.message });
      throw error;
    }
  });

const FROM_ELSEWHERE: ReadonlySet<string> = new Set(["cross-site", "same-site"]);

/** Pages of the real sign-in are not there where people choose who to be. */
export function signInOf(deps: WebDeps): SignInDeps {
  if (deps.signIn === undefined) throw new NotFound();
  return deps.signIn;
}

function chosen(c: Context<WebEnv>) {
  const found = signInOf(c.get("deps")).openId.get(c.req.param("provider") ?? "");
  if (found === undefined) throw new NotFound();
  return found;
}

const isNote = (text: string | undefined): text is Note => text !== undefined && Object.hasOwn(NOTES, text);

interface Refusal {
  readonly refused: SignInRefusal;
  readonly person?: Person | undefined;
  /** For the operator. */
  readonly detail?: string;
}

/** Says why, and writes it down. Where a session was to go on, it ends instead, wherever it is used. */
async function refuse(c: Context<WebEnv>, provider: Provider, { refused, person, detail }: Refusal, begun?: Begun): Promise<Response> {
  const deps = c.get("deps");
  // A provider that does not answer says nothing of anybody: the session lasts as long as it would have.
  const going = begun?.renews === undefined || refused === "unavailable" ? undefined : await present(c, deps);
  const reference = randomBytes(4).toString("hex");
  await tell(deps, { outcome: going === undefined ? "sign-in-refused" : "session-refused", person: person ?? going?.person, provider, why: refused, reference, ...(detail === undefined ? {} : { detail }) });
  if (going !== undefined) {
    await endOwnSessions(deps.app, going.person);
    signOut(c, deps);
    if (refused === "signed-out-there") return c.redirect(`/sign-in?${new URLSearchParams({ why: refused, ...(begun?.then === undefined || begun.then === "/" ? {} : { then: begun.then }) })}`, 303);
  }
  return page(c, { title: "You are not signed in", status: statusOf(refused), narrow: true }, <NotSignedInView sentence={SENTENCES[refused]} reference={reference} />);
}

/** The token is believed: may whom it speaks of be signed in, here and now? */
async function accept(c: Context<WebEnv>, provider: Provider, begun: Begun, { claims, idToken }: Believed): Promise<Response> {
  const deps = c.get("deps");
  const found = await recognised(deps.app, provider, {
    issuer: provider.issuer, subject: String(claims["sub"]), signInName: textIn(claims[provider.nameClaim]), roles: wordsIn(claims[provider.rolesClaim]),
  });
  if ("refused" in found) return refuse(c, provider, { ...found, detail: `subject ${String(claims["sub"]).slice(0, 80)}` }, begun);
  const { person } = found;
  const wanted = provider.secondFactor;
  if (wanted !== undefined && !wordsIn(claims[wanted.claim]).includes(wanted.value)) return refuse(c, provider, { refused: "one-factor", person }, begun);
  const here = await present(c, deps);
  if (begun.renews !== undefined && (here === undefined || begun.renews !== person.account)) return refuse(c, provider, { refused: here === undefined ? "signed-out-there" : "somebody-else", person }, begun);
  if (here !== undefined && here.person.account !== person.account) {
    await tell(deps, { outcome: "sign-in-refused", person, provider, why: `two-people, ${here.person.account} is signed in` });
    return page(c, { title: "Somebody else is signed in here", status: statusOf("two-people"), narrow: true }, <TwoPeopleView signedIn={here.person} sentence={SENTENCES["two-people"]} />);
  }
  const facts = { by: provider.id, checkedAt: Date.now(), network: networkOf(c, signInOf(deps).settings.proxies), id: randomBytes(16).toString("base64url") };
  await signIn(c, deps, person.account, { facts, ...(begun.renews === undefined || here === undefined ? {} : { since: here.signedInAt }) });
  keepIdToken(c, deps, idToken);
  if (begun.renews === undefined) await tell(deps, { outcome: "signed-in", person, provider });
  return c.redirect(begun.renews === undefined ? await whereTo(deps.app, person, begun.then) : begun.then, 303);
}

const textIn = (claim: unknown): string | undefined => (typeof claim === "string" && claim !== "" ? claim : undefined);

/** Text or a list of it; of roles, anything that is none is one that nobody knows. */
const wordsIn = (claim: unknown): readonly string[] => (claim === undefined || claim === null ? [] : Array.isArray(claim) ? claim.map(String) : [String(claim)]);
