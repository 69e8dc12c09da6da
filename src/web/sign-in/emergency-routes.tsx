import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import { personOf } from "../../app/people.ts";
import type { WebEnv } from "../deps.ts";
import { readBody } from "../forms/body.ts";
import { page } from "../layout/page.tsx";
import { NotFound } from "../middleware/permission.ts";
import { present, signIn } from "../middleware/session.ts";
import { safePath } from "../pages/sign-in/route.tsx";
import { tell } from "./deps.ts";
import { EmergencyView, type EmergencyError } from "./emergency-view.tsx";
import { BREAK_GLASS } from "./facts.ts";
import { networkOf } from "./network.ts";
import { mayTryEmergency } from "../../app/sign-in/emergency-tries.ts";
import { type BreakGlass, opens } from "../../app/sign-in/passphrase.ts";
import { SENTENCES, statusOf } from "./refusals.ts";
import { signInOf } from "./routes.tsx";
import { TwoPeopleView } from "./views.tsx";
import { whereTo } from "./where-to.ts";

/** Longer would be cut in the access log. */
const REASON_LENGTH = 100;
/** A try takes a third of a second and 128 MB: one at a time, and no crowd before the door. */
const AT_ONCE = 4;

const glassOf = (c: Context<WebEnv>): BreakGlass => {
  const { breakGlass } = signInOf(c.get("deps")).settings;
  if (breakGlass === undefined) throw new NotFound();
  return breakGlass;
};

let trying = 0;
let before: Promise<unknown> = Promise.resolve();

/** Whether the passphrase opens; nothing where too many are being tried. */
async function tried(glass: BreakGlass, passphrase: string): Promise<boolean | undefined> {
  if (trying >= AT_ONCE) return undefined;
  trying += 1;
  const mine = before.then(() => opens(glass, passphrase));
  before = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    trying -= 1;
  }
}

/** The account for the day on which no provider answers: off unless it is configured, and loud. */
export const emergencyPages = new Hono<WebEnv>()
  .get("/sign-in/emergency", (c) => {
    glassOf(c);
    return page(c, { title: "Emergency access", narrow: true, back: { href: "/sign-in" } }, <EmergencyView then={safePath(c.req.query("then"))} reason="" errors={[]} />);
  })
  .post("/sign-in/emergency", async (c) => {
    const deps = c.get("deps");
    const glass = glassOf(c);
    const { passphrase = "", reason = "", then } = await readBody(c);
    const why = reason.trim();
    const again = (errors: readonly EmergencyError[], status: 422 | 429): Response | Promise<Response> =>
      page(c, { title: "Emergency access", narrow: true, error: true, status, back: { href: "/sign-in" } }, <EmergencyView then={safePath(then)} reason={reason} errors={errors} />);
    const errors: EmergencyError[] = [];
    if (passphrase.trim() === "") errors.push({ field: "passphrase", text: "Enter the passphrase" });
    if (why === "") errors.push({ field: "reason", text: "Enter why emergency access is needed" });
    else if ([...why].length > REASON_LENGTH) errors.push({ field: "reason", text: `The reason must be ${REASON_LENGTH} characters or fewer` });
    if (errors.length > 0) return again(errors, 422);
    if (!(await mayTryEmergency(deps.app, networkOf(c, signInOf(deps).settings.proxies)))) return again([{ field: "passphrase", text: "Too many passphrases were tried from here. Wait five minutes and try again" }], 429);
    const right = await tried(glass, passphrase);
    if (right === undefined) return again([{ field: "passphrase", text: "Too many passphrases are being tried at once. Wait a minute and try again" }], 429);
    const person = right ? await personOf(deps.app, glass.account) : undefined;
    if (person === undefined) {
      await tell(deps, { outcome: "sign-in-refused", why: right ? "its account is not here" : "wrong passphrase", detail: `from ${networkOf(c, signInOf(deps).settings.proxies)}` });
      return again([{ field: "passphrase", text: right ? "The passphrase is right, but its account is not here. Tell whoever runs the service" : "That is not the passphrase" }], 422);
    }
    const here = await present(c, deps);
    if (here !== undefined && here.person.account !== person.account) {
      return page(c, { title: "Somebody else is signed in here", status: statusOf("two-people"), narrow: true }, <TwoPeopleView signedIn={here.person} sentence={SENTENCES["two-people"]} />);
    }
    // Written down before anybody is let in: where it cannot be, nobody is.
    await tell(deps, { outcome: "signed-in", person, reason: why, detail: "EMERGENCY ACCESS, the reason is in the access log" });
    await signIn(c, deps, person.account, { facts: { by: BREAK_GLASS, checkedAt: Date.now(), network: networkOf(c, signInOf(deps).settings.proxies), id: randomBytes(16).toString("base64url") } });
    return c.redirect(await whereTo(deps.app, person, safePath(then)), 303);
  });
