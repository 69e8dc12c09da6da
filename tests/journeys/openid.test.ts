import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchBrowser, type TestBrowser, type TestPage } from "../support/browser.ts";
import { type ServingSite, startServingSite } from "../support/serving-site.ts";
import { follow, until, verifyPage } from "../support/verify-page.ts";

describe("signing in by one’s council", () => {
  let site: ServingSite;
  let browser: TestBrowser;
  let opened: TestPage;
  before(async () => {
    site = await startServingSite();
    site.harrowmere.people.set("7001", { name: "ash@council.example", roles: ["Permanence.Manager"] });
    browser = await launchBrowser();
    // The provider’s own page asks for a typeface from elsewhere, which is not there.
    opened = await browser.open({ baseURL: site.urls[0], expected: [/fonts\.googleapis/] });
    await opened.page.route("**/fonts.googleapis.com/**", (route) => route.abort());
  });
  after(async () => {
    await opened.close();
    await browser.close();
    await site.stop();
  });

  test("somebody signs in at their council, is warned before they are signed out, stays, and signs out of both", async () => {
    const { page } = opened;
    await page.goto("/standards");
    await verifyPage(page, "Sign in");
    await follow(page.getByRole("button", { name: "Sign in with Harrowmere Council" }));
    assert.ok(page.url().startsWith(`${site.harrowmere.issuer}/interaction/`));
    await page.fill("input[name=login]", "7001");
    await page.fill("input[name=password]", "any");
    await follow(page.locator("button[type=submit]"));
    assert.equal(new URL(page.url()).pathname, "/standards");
    assert.match(await page.locator("header").innerText(), /Harrowmere\s+Ash Rowan, team manager/);

    // The server is asked whether nobody has used another tab; here, that four minutes are left.
    let left = 240;
    await page.route("**/session", (route) => {
      if (route.request().method() === "POST") left = 3600;
      return route.fulfill({ json: { left } });
    });
    const script = (await page.locator("script[type=module]").getAttribute("src") ?? "").replace("site.js", "stay.js");
    const warn = (): Promise<unknown> => page.evaluate(`import(${JSON.stringify(script)}).then(({ warn }) => warn(240))`);
    await page.locator("a[href='/tracker']").first().focus();
    await warn();
    const dialog = page.getByRole("dialog", { name: "You are about to be signed out" });
    assert.match(await dialog.getByRole("status").innerText(), /You will be signed out in 4 minutes/);
    await verifyPage(page, /./);
    await page.keyboard.press("Enter");
    await until(page, "!document.querySelector('dialog').open");
    assert.equal(left, 3600, "and stays signed in");
    assert.equal(await page.evaluate("document.activeElement?.getAttribute('href')"), "/tracker", "where they were");
    left = 0;
    await warn();
    await until(page, "document.querySelector('dialog').innerText.includes('You have been signed out')");
    assert.match(await page.locator("dialog").innerText(), /What you typed is still on this page/);
    await page.keyboard.press("Escape");
    await page.unroute("**/session");

    await page.locator("text=Sign out").click();
    await page.waitForURL(`${site.harrowmere.issuer}/session/end**`);
    await follow(page.locator("button[value=yes]"));
    assert.equal(page.url(), `${site.urls[0]}/signed-out`);
    await verifyPage(page, "You are signed out");
    await page.goto("/tracker");
    assert.equal(new URL(page.url()).pathname, "/sign-in");
    assert.deepEqual(site.log.filter((line) => line.startsWith("fault")), []);
  });
});
