import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Claims } from "../../../tests/support/openid-provider.ts";
import { type ServingSite, startServingSite } from "../../../tests/support/serving-site.ts";
import { Visitor } from "../../../tests/support/visitor.ts";

let site: ServingSite;
before(async () => {
  site = await startServingSite();
});
after(() => site.stop());
beforeEach(() => {
  Object.assign(site.harrowmere, { twist: undefined, forge: false });
  site.harrowmere.people.clear();
  site.harrowmere.people.set("7001", { name: "ash@council.example", roles: ["Permanence.Manager"] });
  site.harrowmere.people.set("7002", { name: "bo@council.example", roles: ["Permanence.Worker"] });
  site.tidewell.people.set("9001", { name: "cy@council.example", roles: ["Permanence.Manager"] });
});

/** What the access log holds of signing in, the newest last. */
const written = async (): Promise<readonly { account: string; organisation: string; outcome: string; asked: string | null; how: string }[]> =>
  (await site.owner.query("select account, organisation, outcome, asked, how from access_log order by id")).rows;

/** Somebody signed in, on the tracker. */
async function signedIn(subject = "7001"): Promise<Visitor> {
  const visitor = new Visitor();
  const visit = await site.signIn(visitor, subject);
  assert.equal(visit.status, 200, visit.text);
  return visitor;
}

async function refused(visit: { readonly status: number; readonly text: string }, status: number, sentence: RegExp, why: string): Promise<void> {
  assert.equal(visit.status, status, visit.text);
  assert.match(visit.text, sentence);
  const [, reference = "none"] = /<strong>([0-9a-f]{8})<\/strong>/.exec(visit.text) ?? [];
  assert.ok(site.log.some((line) => line.includes(`reference ${reference}`) && line.includes(why)), site.log.at(-1) ?? "nothing was logged");
  const last = (await written()).at(-1);
  assert.deepEqual([last?.outcome, last?.asked, last?.how], ["sign-in-refused", why, "openid harrowmere"]);
}

describe("signing in by one’s council", () => {
  test("leads to the page that was asked for, as the account that was registered, and is written down", async () => {
    const visitor = new Visitor();
    const asked = await visitor.open(`${site.urls[0]}/standards`);
    assert.equal(asked.url.pathname, "/sign-in");
    assert.ok(asked.url.searchParams.get("then") === "/standards");
    const [, path = ""] = /href="(\/sign-in\/harrowmere\?[^"]*)"/.exec(asked.text) ?? [];
    const visit = await site.signIn(visitor, "7001", { path: path.replaceAll("&amp;", "&") });
    assert.deepEqual([visit.status, visit.url.pathname], [200, "/standards"]);
    assert.match(visit.text, /Ash Rowan, team manager/);
    const last = (await written()).at(-1);
    assert.deepEqual([last?.account, last?.outcome, last?.how], ["ash", "signed-in", "openid harrowmere"]);
    const { rows } = await site.owner.query("select issuer, subject from identity where account = 'ash'");
    assert.deepEqual(rows, [{ issuer: site.harrowmere.issuer, subject: "7001" }]);
  });

  test("asks with a state, a nonce and a proof of who asked, each time others", async () => {
    const first = await new Visitor().open(`${site.urls[0]}/sign-in/harrowmere`, { stopAt: (url) => url.pathname === "/auth" });
    const second = await new Visitor().open(`${site.urls[0]}/sign-in/harrowmere`, { stopAt: (url) => url.pathname === "/auth" });
    for (const name of ["state", "nonce", "code_challenge"]) {
      assert.ok((first.url.searchParams.get(name)?.length ?? 0) >= 43, name);
      assert.notEqual(first.url.searchParams.get(name), second.url.searchParams.get(name), name);
    }
    assert.equal(first.url.searchParams.get("code_challenge_method"), "S256");
    assert.equal(first.url.searchParams.get("response_type"), "code");
  });

  test("is begun by a press of the button here, not by a page elsewhere", async () => {
    for (const [site_, leads] of [["cross-site", "/sign-in"], ["same-site", "/sign-in"], ["same-origin", "/auth"], ["none", "/auth"]] as const) {
      const visit = await new Visitor({ "sec-fetch-site": site_ }).open(`${site.urls[0]}/sign-in/harrowmere?then=/standards`, { stopAt: (url) => url.pathname === "/auth" });
      assert.equal(visit.url.pathname, leads, site_);
      if (leads === "/sign-in") assert.equal(visit.url.searchParams.get("then"), "/standards");
    }
  });

  test("goes by the provider’s own id once it is known: a new name is no matter, and an old name is nobody’s key", async () => {
    await signedIn();
    site.harrowmere.people.set("7001", { name: "ash.rowan-lime@council.example", roles: ["Permanence.Manager"] });
    assert.match((await (await signedIn()).open(`${site.urls[0]}/standards`)).text, /Ash Rowan/);
    site.harrowmere.people.set("7999", { name: "ASH@council.example", roles: ["Permanence.Manager"] });
    await refused(await site.signIn(new Visitor(), "7999"), 403, /belongs to somebody else who had that name before/, "another-person");
  });

  test("the demonstration’s way in is not there", async () => {
    const visitor = new Visitor();
    await visitor.open(`${site.urls[0]}/sign-in`, { form: { account: "ash", then: "/" } });
    assert.equal(visitor.cookie("permanence"), undefined);
    assert.doesNotMatch((await visitor.open(`${site.urls[0]}/sign-in`)).text, /Choose who to be|Ash Rowan|Emergency/);
  });
});

describe("an answer that is not to be believed", () => {
  const NOW = (): number => Math.floor(Date.now() / 1000);

  for (const [what, twist, status, sentence, why] of [
    ["of another issuer", (c: Claims) => ({ ...c, iss: "https://elsewhere.example" }), 403, /cannot be trusted/, "not-trusted"],
    ["for another tracker", (c: Claims) => ({ ...c, aud: "another-client" }), 403, /cannot be trusted/, "not-trusted"],
    ["without its nonce", ({ nonce: _nonce, ...c }: Claims) => c, 403, /cannot be trusted/, "not-trusted"],
    ["with another nonce", (c: Claims) => ({ ...c, nonce: "another" }), 403, /cannot be trusted/, "not-trusted"],
    ["that has run out", (c: Claims) => ({ ...c, exp: NOW() - 70 }), 403, /clock/, "clock"],
    ["from a clock that is ahead", (c: Claims) => ({ ...c, iat: NOW() + 75 }), 403, /clock/, "clock"],
    ["not to be used yet", (c: Claims) => ({ ...c, nbf: NOW() + 75 }), 403, /clock/, "clock"],
    ["from a clock that is behind", (c: Claims) => ({ ...c, iat: NOW() - 700 }), 403, /clock/, "clock"],
  ] as const) {
    test(`a token ${what}`, async () => {
      site.harrowmere.twist = twist;
      const visitor = new Visitor();
      await refused(await site.signIn(visitor, "7001"), status, sentence, why);
      assert.equal(visitor.cookie("permanence"), undefined);
      assert.equal((await visitor.open(`${site.urls[0]}/tracker`)).url.pathname, "/sign-in");
    });
  }

  test("a clock less than a minute away is no matter", async () => {
    for (const iat of [NOW() + 40, NOW() - 40]) {
      site.harrowmere.twist = (c) => ({ ...c, iat, exp: NOW() - 40 });
      await signedIn();
    }
  });

  test("a token that somebody else signed", async () => {
    site.harrowmere.forge = true;
    await refused(await site.signIn(new Visitor(), "7001"), 403, /cannot be trusted/, "not-trusted");
  });

  test("an answer that another issuer says is its own", async () => {
    const visitor = new Visitor();
    const { url } = await site.signIn(visitor, "7001", { stopAtAnswer: true });
    url.searchParams.set("iss", site.tidewell.issuer);
    await refused(await visitor.open(url), 403, /cannot be trusted/, "not-trusted");
  });

  test("one provider’s answer brought to another’s door", async () => {
    const visitor = new Visitor();
    const { url } = await site.signIn(visitor, "7001", { stopAtAnswer: true });
    url.pathname = "/sign-in/tidewell/callback";
    const visit = await visitor.open(url);
    assert.deepEqual([visit.status, /was not begun in this browser/.test(visit.text)], [400, true]);
  });

  test("an answer used a second time, one never asked for, and one brought to another browser", async () => {
    const visitor = new Visitor();
    const { url } = await site.signIn(visitor, "7001", { stopAtAnswer: true });
    const before_ = visitor.copied();
    await refused(await new Visitor().open(url), 400, /was not begun in this browser/, "not-begun");
    assert.equal((await visitor.open(url)).status, 200);
    await refused(await visitor.open(url), 400, /finished already/, "not-begun");
    // Even with the cookies as they were: the provider gives each code once.
    await refused(await before_.open(url), 403, /cannot be trusted/, "not-trusted");
    await refused(await new Visitor().open(`${site.urls[0]}/sign-in/harrowmere/callback?code=abc&state=abc`), 400, /was not begun/, "not-begun");
  });

  test("signing in that was cancelled there", async () => {
    const visitor = new Visitor();
    const { url } = await site.signIn(visitor, "7001", { stopAtAnswer: true });
    url.searchParams.delete("code");
    url.searchParams.set("error", "access_denied");
    await refused(await visitor.open(url), 403, /was cancelled/, "cancelled");
  });
});

describe("somebody who is not to be signed in", () => {
  test("who has shown one factor, where their organisation says that it wants two", async () => {
    for (const [amr, status] of [[undefined, 403], ["pwd", 403], [["pwd"], 403], [["pwd", "mfa"], 200], ["mfa", 200]] as const) {
      site.tidewell.twist = (c) => ({ ...c, ...(amr === undefined ? {} : { amr }) }) as Claims;
      const visit = await site.signIn(new Visitor(), "9001", { provider: "tidewell" });
      assert.equal(visit.status, status, String(amr));
      if (status === 403) assert.match(visit.text, /did not say that you have shown a second proof/);
    }
    site.tidewell.twist = undefined;
    assert.ok((await written()).some(({ account, asked }) => account === "cy" && asked === "one-factor"));
  });

  for (const [what, person, sentence, why] of [
    ["whom nobody has added", { name: "dee@council.example", roles: ["Permanence.Manager"] }, /no account here for you/, "unknown-person"],
    ["of another council", { name: "cy@council.example", roles: ["Permanence.Manager"] }, /an organisation that this sign-in is not for/, "other-organisation"],
    ["in a role that nobody knows", { name: "bo@council.example", roles: ["Permanence.Everything"] }, /a role that Permanence Tracker does not know/, "unknown-role"],
    ["in a role that nobody knows beside one that is known", { name: "bo@council.example", roles: ["Permanence.Worker", "Permanence.Everything"] }, /a role that Permanence Tracker does not know/, "unknown-role"],
    ["in a role that is no word", { name: "bo@council.example", roles: [{ admin: true }] }, /a role that Permanence Tracker does not know/, "unknown-role"],
    ["in another role than their account’s", { name: "bo@council.example", roles: "Permanence.Manager" }, /is not the role of your account here/, "other-role"],
    ["in no role", { name: "bo@council.example", roles: undefined }, /no role/, "no-role"],
  ] as const) {
    test(what, async () => {
      site.harrowmere.people.set("8000", { ...person });
      await refused(await site.signIn(new Visitor(), "8000"), 403, sentence, why);
      const { rows } = await site.owner.query("select account from identity where subject = '8000'");
      assert.deepEqual(rows, []);
    });
  }

  test("who has left", async () => {
    await site.owner.query("update account set left_on = current_date where id = 'bo'");
    await refused(await site.signIn(new Visitor(), "7002"), 403, /has ended/, "left");
    await site.owner.query("update account set left_on = null where id = 'bo'");
  });

  test("while somebody else is signed in in the same browser: two tabs in two roles", async () => {
    const visitor = await signedIn();
    for (const key of visitor.cookies.keys()) if (key.startsWith("_session") || key.startsWith("_interaction")) visitor.cookies.delete(key);
    const visit = await site.signIn(visitor, "7002");
    assert.equal(visit.status, 409);
    assert.match(visit.text, /Only one person, in one role/);
    assert.match((await written()).at(-1)?.asked ?? "", /two-people, ash is signed in/);
    assert.match((await visitor.open(`${site.urls[0]}/standards`)).text, /Ash Rowan/, "the first goes on");
  });
});
