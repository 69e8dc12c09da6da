import assert from "node:assert/strict";
import { test } from "node:test";
import { type Context, Hono } from "hono";
import type { Person } from "../../domain/access/viewer.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { keepNotice, takeNotice } from "../layout/notice.tsx";
import { keepSaid } from "../pages/child/dates/said.ts";
import { keepSearch } from "../pages/find/kept.ts";
import { keepBegun, keepIdToken } from "../sign-in/pending.ts";
import { readSession, signIn } from "./session.ts";

const deps = (secure: boolean): WebDeps => ({ sessionKey: "a key for the test", secure }) as WebDeps;

/** Whatever sets a cookie, each by its name. */
const SETTING: Readonly<Record<string, (c: Context<WebEnv>) => unknown>> = {
  "permanence": (c) => signIn(c, c.get("deps"), "a"),
  "permanence-notice": (c) => keepNotice(c, "/children/1", "Saved"),
  "permanence-said": (c) => keepSaid(c, { text: "Moved" }),
  "find": (c) => keepSearch(c, "Bramblewick"),
  "permanence-id-token": (c) => keepIdToken(c, c.get("deps"), "token"),
  "permanence-begun-ba7816bf8f01": (c) => keepBegun(c, c.get("deps"), { state: "abc", nonce: "n", verifier: "v", provider: "p", then: "/" }),
};

const asked = async (secure: boolean, work: (c: Context<WebEnv>) => unknown, cookie = "", path = "/"): Promise<Response> => {
  const app = new Hono<WebEnv>().get("*", async (c) => {
    c.set("deps", deps(secure));
    c.set("person", { account: "a" } as Person);
    return c.text(String(await work(c)));
  });
  return app.request(`https://x${path}`, { headers: { cookie } });
};

for (const [name, set] of Object.entries(SETTING)) {
  test(`the cookie ${name} can be set over https by this host alone, and is out of reach of scripts`, async () => {
    const line = (await asked(true, set)).headers.get("set-cookie") ?? "";
    assert.match(line, new RegExp(`^__Host-${name}=`));
    assert.match(line, /; Path=\/; HttpOnly; Secure; SameSite=(Lax|Strict)$/);
    assert.doesNotMatch(line, /Domain=/i);
    assert.ok(line.length < 4_000);
    assert.match((await asked(false, set)).headers.get("set-cookie") ?? "", new RegExp(`^${name}=`), "on the machine itself there is no https");
  });
}

test("a notice is shown on the page it is for, and waits while another is opened", async () => {
  const [cookie = ""] = ((await asked(true, SETTING["permanence-notice"]!)).headers.get("set-cookie") ?? "").split(";");
  assert.equal(await (await asked(true, takeNotice, cookie, "/children/12")).text(), "undefined");
  const shown = await asked(true, takeNotice, cookie, "/children/1");
  assert.deepEqual([await shown.text(), /^__Host-permanence-notice=; Max-Age=0; Path=\/; Secure$/.test(shown.headers.get("set-cookie") ?? "")], ["Saved", true]);
});

test("what was signed to say what was done signs nobody in", async () => {
  const now = Date.now();
  const [said = ""] = ((await asked(true, (c) => keepSaid(c, { recordId: "somebody", text: `x.${now}.${now}` }))).headers.get("set-cookie") ?? "").split(";");
  const value = said.slice("__Host-permanence-said=".length);
  assert.match(decodeURIComponent(value), new RegExp(`^somebody\\.x\\.${now}\\.${now}\\.`));
  const who = await asked(true, async (c) => (await readSession(c, c.get("deps"), now))?.account ?? "nobody", `__Host-permanence=${value}`);
  assert.equal(await who.text(), "nobody");
});
