import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { useSite } from "../support/site.ts";
import { WAITING } from "../support/stories.ts";
import { follow, REFUSED, verifyPage } from "../support/verify-page.ts";

describe("signing in and out", () => {
  const site = useSite([WAITING]);

  test("somebody chooses who to be, sees what that role may use, and signs out", async () => {
    const page = await site.as(undefined, { at: "/" });
    await verifyPage(page, "Choose who to be");
    assert.match(await page.locator('button[value="harrowmere.team-manager"]').innerText(), /Harrowmere[^]*Ash Rowan/);
    await follow(page.locator('button[value="harrowmere.team-manager"]'));
    await verifyPage(page, "My work");
    assert.match(await page.locator("header").innerText(), /Harrowmere\s+Ash Rowan, team manager\s+Inbox\s+Sign out/);
    assert.deepEqual(await page.locator("nav[aria-label='Main menu'] a").allInnerTexts(), ["My work", "Team", "Meetings", "Tracker", "Drift", "Challenges", "Scorecard", "Standards"]);
    await follow(page.locator("text=Sign out"));
    await verifyPage(page, "Choose who to be");
    await page.goto("/tracker");
    assert.equal(new URL(page.url()).pathname, "/sign-in");
  });

  test("signing in leads back to the page that was asked for, and never to another site", async () => {
    const page = await site.as(undefined, { at: "/standards/TC-01" });
    await follow(page.locator('button[value="harrowmere.team-manager"]'));
    assert.equal(new URL(page.url()).pathname, "/standards/TC-01");
    for (const elsewhere of ["https://example.com/", "//example.com", "/\\example.com", "javascript:alert(1)"]) {
      await page.goto(`/sign-in?then=${encodeURIComponent(elsewhere)}`);
      await follow(page.locator('button[value="harrowmere.team-manager"]'));
      assert.equal(page.url(), `${site.url}/work`, elsewhere);
    }
  });

  test("what was typed before the sign-in ran out is kept, sent again by a button, and saved", async (t) => {
    const page = await site.as("harrowmere.team-manager", { at: `/children/${site.recordOf(WAITING.localId)}/record/review` });
    for (const [part, typed] of [["day", "3"], ["month", "November"], ["year", "2026"]] as const) await page.fill(`#happenedOn-${part}`, typed);
    await page.check("[name=certainty][value=actual]");
    const later = Date.now() + 2 * 60 * 60 * 1000;
    const clock = t.mock.method(Date, "now", () => later);
    await follow(page.locator("text=Save").first());
    clock.mock.restore();
    await verifyPage(page, "Choose who to be");
    assert.match(await page.locator(".govuk-notification-banner").innerText(), /What you typed is kept for you for a day/);
    await follow(page.locator('button[value="harrowmere.team-manager"]'));
    await verifyPage(page, "You were signed out before this was saved");
    assert.match(await page.locator("main h2").innerText(), new RegExp(`^${WAITING.localId}: recording “`));
    assert.doesNotMatch(page.url(), /November/);
    await follow(page.locator("text=Send it again"));
    assert.match(await page.locator("main").innerText(), /3 November 2026/);
    await page.goto("/kept");
    await verifyPage(page, "Nothing is kept for you");
  });

  test("whoever has nothing to do begins at the tracker", async () => {
    const page = await site.as("tidewell.performance-analyst", { at: "/" });
    await verifyPage(page, "Tracker");
  });

  test("a cookie that was tampered with signs nobody in", async () => {
    const page = await site.as("harrowmere.social-worker");
    const [cookie] = await page.context().cookies();
    assert.ok(cookie !== undefined && cookie.httpOnly && cookie.sameSite === "Lax");
    await page.context().addCookies([{ ...cookie, value: cookie.value.replace("social-worker", "team-manager") }]);
    await page.goto("/tracker");
    assert.equal(new URL(page.url()).pathname, "/sign-in");
  });

  test("the accessibility statement is open to anybody", async () => {
    const page = await site.as(undefined, { at: "/sign-in" });
    await follow(page.locator("text=Accessibility statement"));
    await verifyPage(page, "Accessibility statement for Permanence Tracker");
  });

  test("an address with nothing at it says so and no more", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED });
    for (const address of ["/nothing", "/children/nobody", "/assets/old/site.css", "/standards/TC-99", "/imports2", "/scorecard/A4"]) {
      const response = await page.goto(address);
      assert.equal(response?.status(), 404, address);
      await verifyPage(page, "Not found");
    }
  });
});

describe("what every answer carries", () => {
  const site = useSite([]);

  test("a strict content policy, and nothing kept of pages", async () => {
    const { headers } = await fetch(`${site.url}/sign-in`);
    const policy = headers.get("content-security-policy") ?? "";
    assert.equal(policy, "default-src 'none'; object-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "same-origin");
    assert.match(headers.get("permissions-policy") ?? "", /camera=\(\)/);
    assert.equal(headers.get("x-powered-by"), null);
  });

  test("assets are kept for a year under a name that changes with them, without the crown or its typeface", async () => {
    const html = await (await fetch(`${site.url}/sign-in`)).text();
    const [address] = /\/assets\/[0-9a-f]{12}\/site\.css/.exec(html) ?? [];
    const css = await fetch(`${site.url}${address}`);
    assert.equal(css.headers.get("cache-control"), "public, max-age=31536000, immutable");
    const text = await css.text();
    assert.ok(text.includes(".govuk-button") && text.includes(".pt-tracker"));
    for (const never of ["GDS Transport", "@font-face"]) assert.ok(!text.includes(never), never);
    assert.doesNotMatch(text, /url\((?!#pt-)/, "nothing is asked for from the stylesheet; a texture is in the page");
    assert.ok(!html.includes("govuk-logo") && !html.includes("crown"));
  });

  test("a form sent from another site is refused, and changes nothing", async () => {
    const sent = (headers: Record<string, string>, type = "application/x-www-form-urlencoded") =>
      fetch(`${site.url}/sign-in`, { method: "POST", redirect: "manual", body: "account=harrowmere.team-manager", headers: { "content-type": type, ...headers } });
    for (const headers of [{}, { origin: "https://example.com" }, { origin: "https://example.com", "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }]) {
      for (const type of ["application/x-www-form-urlencoded", "text/plain", "application/json"]) {
        const refused = await sent(headers, type);
        assert.ok([403, 415].includes(refused.status), `${JSON.stringify(headers)} ${type}: ${refused.status}`);
        assert.equal(refused.headers.get("set-cookie"), null);
      }
    }
    assert.equal((await sent({ origin: site.url })).status, 303);
  });

  test("a form that is too large is refused in words", async () => {
    const response = await fetch(`${site.url}/sign-in`, {
      method: "POST", headers: { "content-type": "application/x-www-form-urlencoded", origin: site.url }, body: "x".repeat(300 * 1024),
    });
    assert.equal(response.status, 413);
    assert.match(await response.text(), /larger than 256 kilobytes/);
  });
});
