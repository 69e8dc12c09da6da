import { Hono } from "hono";
import { keptForms } from "../../../app/kept-forms.ts";
import { listAccounts, personOf } from "../../../app/people.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { signIn, signOut } from "../../middleware/session.ts";
import { NotFound } from "../../middleware/permission.ts";
import { SignInView } from "./view.tsx";

/** Only a path of this site: never another site’s address, however it is written. */
export const safePath = (text: string | undefined): string =>
  text !== undefined && /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(text) ? text : "/";

/** Signing in and out. Only the demonstration lets people choose who to be. */
export const signInPages = new Hono<WebEnv>()
  .get("/sign-in", async (c) => {
    const deps = c.get("deps");
    if (!deps.demonstration) throw new NotFound();
    const accounts = await listAccounts(deps.app);
    const then = safePath(c.req.query("then"));
    const form = c.req.query("form");
    return page(c, { title: "Choose who to be" }, <SignInView accounts={accounts} then={then} form={form === "kept" || form === "not-sent" ? form : undefined} />);
  })
  .post("/sign-in", async (c) => {
    const deps = c.get("deps");
    if (!deps.demonstration) throw new NotFound();
    const { account, then } = await c.req.parseBody();
    const person = typeof account === "string" ? await personOf(deps.app, account) : undefined;
    if (person === undefined) return c.redirect("/sign-in", 303);
    await signIn(c, deps, person.account);
    const asked = safePath(typeof then === "string" ? then : undefined);
    const kept = await keptForms(deps.app, person);
    return c.redirect(kept.length === 0 ? asked : `/kept${asked === "/" ? "" : `?${new URLSearchParams({ then: asked })}`}`, 303);
  })
  .post("/sign-out", (c) => {
    signOut(c, c.get("deps"));
    return c.redirect("/sign-in", 303);
  });
