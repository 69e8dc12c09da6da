import assert from "node:assert/strict";
import { after, before, beforeEach, describe, type TestContext, test } from "node:test";
import { type ServingSite, startServingSite } from "../../../tests/support/serving-site.ts";
import { Visitor } from "../../../tests/support/visitor.ts";
import { endSessions } from "../../app/sign-in/accounts.ts";
import { makeBreakGlass, parseBreakGlass } from "../../app/sign-in/passphrase.ts";
import { createApp } from "../app.tsx";

const MINUTE = 60_000;
const HERE = { "x-forwarded-for": "192.0.2.17" };
const SAME_OFFICE = { "x-forwarded-for": "192.0.2.200" };
const ELSEWHERE = { "x-forwarded-for": "198.51.100.9" };

let site: ServingSite;
let passphrase: string;
before(async () => {
  const made = await makeBreakGlass("emergency");
  passphrase = made.passphrase;
  const breakGlass = parseBreakGlass(made.file, (line) => assert.fail(line));
  assert.ok(breakGlass !== undefined);
  site = await startServingSite({ breakGlass });
});
after(() => site.stop());
beforeEach(async () => {
  // Sessions that a test ended at an hour that has not come.
  await site.owner.query("delete from session_end");
  site.harrowmere.people.set("7001", { name: "ash@council.example", roles: ["Permanence.Manager"] });
});

async function signedIn(): Promise<Visitor> {
  const visitor = new Visitor(HERE);
  assert.equal((await site.signIn(visitor, "7001")).status, 200);
  return visitor;
}

const outcomes = async (): Promise<readonly string[]> =>
  (await site.owner.query<{ said: string }>("select concat_ws(' ', account, outcome, how, asked) as said from access_log order by id desc limit 3")).rows.map(({ said }) => said);

const opens = async (visitor: Visitor, site_ = 0): Promise<string> => (await visitor.open(`${site.urls[site_]}/standards`)).url.pathname;
/** It is so many minutes later, for us and for the provider. */
const later = (t: TestContext, minutes: number): void => t.mock.timers.enable({ apis: ["Date"], now: Date.now() + minutes * MINUTE });

describe("a session", () => {
  test("is one for all the processes: begun at one, answered at the other, good at both, ended for both", async () => {
    const visitor = new Visitor(HERE);
    const { url } = await site.signIn(visitor, "7001", { stopAtAnswer: true });
    const other = new URL(url.pathname + url.search, site.urls[1]);
    assert.equal((await visitor.open(other)).status, 200);
    assert.deepEqual([await opens(visitor, 0), await opens(visitor, 1)], ["/standards", "/standards"]);
    const copy = visitor.copied(HERE);
    // As what stands before the processes would pass it on: the page it was sent from is of the public address.
    await visitor.copied({ ...HERE, origin: site.urls[0] }).open(`${site.urls[1]}/sign-out`, { form: {}, stopAt: () => true });
    assert.deepEqual([await opens(copy, 0), await opens(copy, 1)], ["/sign-in", "/sign-in"]);
  });

  test("is another with each sign-in", async () => {
    const visitor = await signedIn();
    const first = visitor.cookie("permanence");
    await site.signIn(visitor, "7001");
    assert.ok(first !== undefined && visitor.cookie("permanence") !== first);
  });

  test("ends at the provider too", async () => {
    const visitor = await signedIn();
    const left = await visitor.open(`${site.urls[0]}/sign-out`, { form: {} });
    assert.equal(left.url.pathname, "/sign-out/harrowmere");
    assert.equal(visitor.cookie("permanence"), undefined);
    assert.equal(visitor.cookie("id-token"), undefined);
    assert.deepEqual((await outcomes())[0], "ash signed-out openid harrowmere");
    const [, address = ""] = /^0; url=(.+)$/.exec(String(left.headers["refresh"])) ?? [];
    const there = await visitor.open(address);
    const [, action = ""] = /action="([^"]+)"/.exec(there.text) ?? [];
    const [, secret = ""] = /name="xsrf" value="([^"]+)"/.exec(there.text) ?? [];
    const back = await visitor.open(new URL(action, there.url), { form: { xsrf: secret, logout: "yes" } });
    assert.equal(back.url.href, `${site.urls[0]}/signed-out`);
    // Signed out there: whoever signs in next is asked who they are.
    assert.match((await visitor.open(`${site.urls[0]}/sign-in/harrowmere`)).url.pathname, /^\/interaction\//);
  });

  test("is ended by the operator, wherever it is", async () => {
    const visitor = await signedIn();
    assert.ok("changed" in await endSessions(site.app, "ash"));
    assert.equal(await opens(visitor), "/sign-in");
  });

  test("used from another network is refused and written down, and goes on where it was begun", async () => {
    const visitor = await signedIn();
    const stolen = visitor.copied(ELSEWHERE);
    const visit = await stolen.open(`${site.urls[0]}/standards`);
    assert.equal(visit.url.searchParams.get("why"), "elsewhere");
    assert.match(visit.text, /another network/);
    assert.deepEqual((await outcomes())[0], "ash session-refused openid harrowmere begun from 192.0.2.0/24, used from 198.51.100.0/24");
    assert.ok(site.log.some((line) => line.includes("session-refused") && line.includes("198.51.100.0/24")));
    assert.equal(await opens(visitor.copied(SAME_OFFICE)), "/standards");
    assert.equal(await opens(visitor), "/standards");
  });

  test("of the demonstration is none here, whatever key signed it", async () => {
    const web = createApp({ app: site.app, sessionKey: "the key of these tests, which signs no real cookie", demonstration: true, secure: false, log: () => undefined });
    const sent = await web.request("/sign-in", { method: "POST", body: new URLSearchParams({ account: "ash" }), headers: { origin: "http://localhost" } });
    const [cookie = ""] = (sent.headers.get("set-cookie") ?? "").split(";");
    assert.match(cookie, /^permanence=ash\./);
    const asked = await fetch(`${site.urls[0]}/tracker`, { redirect: "manual", headers: { cookie } });
    assert.equal(new URL(asked.headers.get("location") ?? "", site.urls[0]).pathname, "/sign-in");
  });
});

describe("after an hour the provider is asked again", () => {
  test("without asking the person, who comes to the page they opened", async (t) => {
    const visitor = await signedIn();
    later(t, 50);
    assert.equal(await opens(visitor), "/standards");
    t.mock.timers.setTime(Date.now() + 11 * MINUTE);
    const visit = await visitor.open(`${site.urls[0]}/standards?q=1`);
    assert.deepEqual([visit.status, visit.url.pathname + visit.url.search], [200, "/standards?q=1"]);
    assert.ok(visit.way.some((url) => url.pathname === "/auth" && url.searchParams.get("prompt") === "none"));
    assert.ok((await visitor.open(`${site.urls[0]}/standards`)).way.length === 1, "and is not asked at every page");
  });

  test("a role removed there ends the session, wherever it is", async (t) => {
    const visitor = await signedIn();
    const copy = visitor.copied(HERE);
    later(t, 50);
    assert.equal(await opens(visitor), "/standards");
    site.harrowmere.people.set("7001", { name: "ash@council.example", roles: [] });
    t.mock.timers.setTime(Date.now() + 11 * MINUTE);
    const visit = await visitor.open(`${site.urls[0]}/standards`);
    assert.deepEqual([visit.status, /has given you no role/.test(visit.text)], [403, true]);
    assert.equal((await outcomes())[0], "ash session-refused openid harrowmere no-role");
    assert.deepEqual([await opens(visitor), await opens(copy)], ["/sign-in", "/sign-in"]);
  });

  test("signed out there is signed out here", async (t) => {
    const visitor = await signedIn();
    later(t, 50);
    assert.equal(await opens(visitor), "/standards");
    for (const key of visitor.cookies.keys()) if (key.startsWith("_session")) visitor.cookies.delete(key);
    t.mock.timers.setTime(Date.now() + 11 * MINUTE);
    const visit = await visitor.open(`${site.urls[0]}/standards`);
    assert.deepEqual([visit.url.pathname, visit.url.searchParams.get("why"), visit.url.searchParams.get("then")], ["/sign-in", "signed-out-there", "/standards"]);
  });

  test("and by another person’s answer it does not go on", async (t) => {
    site.harrowmere.people.set("7002", { name: "bo@council.example", roles: ["Permanence.Worker"] });
    const visitor = await signedIn();
    const other = new Visitor(HERE);
    await site.signIn(other, "7002");
    later(t, 50);
    assert.equal(await opens(visitor), "/standards");
    for (const [key, cookie] of other.cookies) if (key.startsWith("_session")) visitor.cookies.set(key, cookie);
    t.mock.timers.setTime(Date.now() + 11 * MINUTE);
    const visit = await visitor.open(`${site.urls[0]}/standards`);
    assert.deepEqual([visit.status, /is now somebody else’s/.test(visit.text)], [403, true]);
    assert.equal(await opens(visitor), "/sign-in");
  });

  test("and a session that is used all day ends after twelve hours", async (t) => {
    const visitor = await signedIn();
    later(t, 0);
    for (let minutes = 45; minutes < 720; minutes += 45) {
      t.mock.timers.setTime(Date.now() + 45 * MINUTE);
      assert.equal(await opens(visitor), "/standards", `${minutes} minutes`);
    }
    t.mock.timers.setTime(Date.now() + 46 * MINUTE);
    assert.equal(await opens(visitor), "/sign-in");
  });
});

describe("what is left of a session", () => {
  const left = async (visitor: Visitor, form?: Record<string, string>): Promise<number> =>
    (JSON.parse((await visitor.open(`${site.urls[0]}/session`, form === undefined ? {} : { form })).text) as { left: number }).left;

  test("is told without adding to it, and is an hour again for whoever stays", async (t) => {
    const visitor = await signedIn();
    later(t, 56);
    assert.ok(Math.abs(await left(visitor) - 240) < 5);
    assert.ok(Math.abs(await left(visitor) - 240) < 5);
    assert.ok(Math.abs(await left(visitor, {}) - 3600) < 5);
    assert.ok(Math.abs(await left(visitor) - 3600) < 5);
    assert.equal(await left(new Visitor(HERE)), 0);
    t.mock.timers.setTime(Date.now() + 61 * MINUTE);
    assert.equal(await left(visitor, {}), 0, "what has run out is not begun again");
  });
});

describe("emergency access", () => {
  const open = (visitor: Visitor, form: Record<string, string>) => visitor.open(`${site.urls[0]}/sign-in/emergency`, { form });

  test("wants the passphrase and a reason, is written down and told aloud, and shows on every page", async () => {
    const visitor = new Visitor(HERE);
    assert.match((await visitor.open(`${site.urls[0]}/sign-in`)).text, /Emergency access/);
    for (const [form, status, said] of [
      [{ passphrase: "", reason: "" }, 422, /Enter the passphrase[^]*Enter why/],
      [{ passphrase, reason: " " }, 422, /Enter why emergency access is needed/],
      [{ passphrase, reason: "x".repeat(101) }, 422, /100 characters or fewer/],
      [{ passphrase: `${passphrase}x`, reason: "no provider answers" }, 422, /That is not the passphrase/],
    ] as const) {
      const visit = await open(visitor, form);
      assert.deepEqual([visit.status, said.test(visit.text)], [status, true]);
      assert.ok(!visit.text.includes(passphrase), "what was typed there is not sent back");
    }
    assert.equal((await outcomes())[0], "nobody sign-in-refused break-glass wrong passphrase");
    const visit = await open(visitor, { passphrase: passphrase.toUpperCase().replaceAll("-", " "), reason: "no provider answers" });
    assert.equal(visit.status, 200);
    assert.equal((await outcomes())[0], "emergency signed-in break-glass no provider answers");
    assert.ok(site.alarms.some((line) => line.includes("EMERGENCY ACCESS") && !line.includes("no provider")));
    for (const path of ["/tracker", "/standards"]) assert.match((await visitor.open(site.urls[0] + path)).text, /role="region" aria-label="Emergency access"/);
    await visitor.open(`${site.urls[0]}/sign-out`, { form: {} });
    assert.equal(await opens(visitor), "/sign-in");
  });

  test("ends after an hour, however much it is used", async (t) => {
    const visitor = new Visitor(HERE);
    await open(visitor, { passphrase, reason: "no provider answers" });
    later(t, 30);
    const { left, last } = JSON.parse((await visitor.open(`${site.urls[0]}/session`, { form: {} })).text) as { left: number; last: boolean };
    assert.ok(last && Math.abs(left - 1800) < 10, "staying adds nothing to it");
    assert.equal(await opens(visitor), "/standards");
    t.mock.timers.setTime(Date.now() + 31 * MINUTE);
    assert.equal(await opens(visitor), "/sign-in");
  });

  test("is tried by few at once", async () => {
    const tries = await Promise.all(Array.from({ length: 6 }, () => open(new Visitor(HERE), { passphrase: "guess", reason: "guessing" })));
    assert.deepEqual(tries.map(({ status }) => status).filter((status) => status === 429).length, 2);
  });

  test("is tried so often from one network, at whichever process, and then not for some minutes", async () => {
    const guess = async (from: Readonly<Record<string, string>>, process_: number): Promise<number> =>
      (await new Visitor({ ...from, origin: site.urls[0] }).open(`${site.urls[process_]}/sign-in/emergency`, { form: { passphrase: "guess", reason: "guessing" } })).status;
    await site.owner.query("delete from emergency_try");
    assert.equal(await guess(ELSEWHERE, 0), 422);
    await site.owner.query("insert into emergency_try (network) select network from emergency_try, generate_series(1, 9)");
    assert.deepEqual([await guess(ELSEWHERE, 0), await guess(ELSEWHERE, 1), await guess(HERE, 1)], [429, 429, 422]);
    await site.owner.query("update emergency_try set at = at - interval '6 minutes'");
    assert.equal(await guess(ELSEWHERE, 1), 422);
    assert.deepEqual((await site.owner.query("select from emergency_try")).rowCount, 1, "what is over is forgotten");
  });
});
