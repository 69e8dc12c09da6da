import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import type { WebDeps } from "../deps.ts";
import { readSession, signIn, signOut } from "./session.ts";

const deps = { sessionKey: "a key for the test", secure: true } as WebDeps;
const MINUTE = 60_000;

/** The cookie of somebody who signs in, and who is signed in by it so many minutes later. */
async function signedInAfter(minutes: number, cookieOf = (cookie: string) => cookie, key = deps.sessionKey): Promise<string | undefined> {
  const app = new Hono()
    .get("/in", async (c) => {
      await signIn(c, deps, "harrowmere.team-manager");
      return c.text("in");
    })
    .get("/who", async (c) => c.text((await readSession(c, { ...deps, sessionKey: key }, Date.now() + minutes * MINUTE))?.account ?? "nobody"));
  const [cookie = ""] = (await app.request("https://x/in")).headers.get("set-cookie")?.split(";") ?? [];
  return (await app.request("https://x/who", { headers: { cookie: cookieOf(cookie) } })).text();
}

test("a session lasts an hour without use", async () => {
  assert.equal(await signedInAfter(0), "harrowmere.team-manager");
  assert.equal(await signedInAfter(59), "harrowmere.team-manager");
  assert.equal(await signedInAfter(61), "nobody");
});

test("nothing but our own key makes a session", async () => {
  assert.equal(await signedInAfter(0, undefined, "another key"), "nobody");
  assert.equal(await signedInAfter(0, (cookie) => cookie.replace("team-manager", "decision-maker")), "nobody");
  assert.equal(await signedInAfter(0, (cookie) => cookie.replace(/\.\d+\./, ".1.")), "nobody");
  assert.equal(await signedInAfter(0, () => "__Host-permanence=rubbish"), "nobody");
});

test("over https the cookie is for this host alone, never for scripts, never sent from another site’s forms", async () => {
  const app = new Hono().get("/in", async (c) => {
    await signIn(c, deps, "a");
    return c.text("");
  }).get("/out", (c) => {
    signOut(c, deps);
    return c.text("");
  });
  assert.match((await app.request("https://x/in")).headers.get("set-cookie") ?? "", /^__Host-permanence=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  assert.match((await app.request("https://x/out")).headers.get("set-cookie") ?? "", /^__Host-permanence=; Max-Age=0; Path=\/; Secure$/);
});
