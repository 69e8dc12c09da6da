import { Hono } from "hono";
import { endOwnSessions } from "../../app/sign-in/sessions.ts";
import type { WebEnv } from "../deps.ts";
import { page } from "../layout/page.tsx";
import { NotFound } from "../middleware/permission.ts";
import { present, signOut } from "../middleware/session.ts";
import { tell } from "./deps.ts";
import { takeIdToken } from "./pending.ts";
import { signInOf } from "./routes.tsx";
import { LeavingView, SignedOutView } from "./views.tsx";

/** Signing out: here, wherever else the person is signed in, and at the provider. */
export const signOutPages = new Hono<WebEnv>()
  .post("/sign-out", async (c) => {
    const deps = c.get("deps");
    const signedIn = signInOf(deps);
    const here = await present(c, deps);
    signOut(c, deps);
    if (here === undefined) return c.redirect("/signed-out", 303);
    const provider = signedIn.openId.get(here.facts?.by ?? "")?.provider;
    await endOwnSessions(deps.app, here.person);
    await tell(deps, { outcome: "signed-out", person: here.person, provider });
    return c.redirect(provider === undefined ? "/signed-out" : `/sign-out/${provider.id}`, 303);
  })
  // A page of its own: the content policy lets no form lead to another site, by whatever way.
  .get("/sign-out/:provider", async (c) => {
    const deps = c.get("deps");
    const found = signInOf(deps).openId.get(c.req.param("provider"));
    if (found === undefined) throw new NotFound();
    const url = await found.openId.signOutUrl(takeIdToken(c, deps));
    if (url === undefined) return c.redirect("/signed-out", 303);
    c.header("refresh", `0; url=${url.href}`);
    return page(c, { title: "You are signed out", narrow: true }, <LeavingView name={found.provider.name} href={url.href} />);
  })
  .get("/signed-out", (c) => {
    signInOf(c.get("deps"));
    return page(c, { title: "You are signed out", narrow: true }, <SignedOutView />);
  });
