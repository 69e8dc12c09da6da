import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { useSite } from "../support/site.ts";
import { follow, verifyPage } from "../support/verify-page.ts";

/** Text as a browser shows it. */
const unescaped = (html: string): string => html.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "");

describe("the standards", () => {
  const site = useSite([]);

  test("are listed with their sources, and found by words", async () => {
    const page = await site.as("harrowmere.social-worker");
    await follow(page.locator("text=Standards"));
    await verifyPage(page, "Standards");
    assert.equal(await page.locator("tbody tr").count(), site.app.standards.size);
    await page.fill("#find", "first review");
    await follow(page.locator("button:text-is('Show')"));
    const found = await page.locator("tbody tr").allInnerTexts();
    assert.ok(found.length > 0 && found.length < 10);
    assert.match(found[0]!, /^TC-01\s+First review of a looked-after child\s+The first within 20 working days\s+Independent reviewing officer\s+Statutory\s+14 days\s+Statute: Care Planning.*National\s+Confirmed$/s);
    await page.fill("#find", "no such words");
    await follow(page.locator("button:text-is('Show')"));
    assert.match(await page.locator("main").innerText(), /No standard has all of these words\. Try fewer/);
    await verifyPage(page, "Standards");
  });

  test("each has a page with its source, its rule in words and its worked examples", async () => {
    const page = await site.as("three-rivers.agency-home-finder", { at: "/standards" });
    await follow(page.locator("text=TC-01"));
    await verifyPage(page, "First review of a looked-after child");
    const told = await page.locator("main").innerText();
    assert.match(told, /regulation 33\(1\)/);
    assert.match(told, /20 working days/);
    assert.match(told, /Held late, over Good Friday and Easter Monday/);
    assert.match(told, /Met 2 days late; started 16 March 2026; due 15 April 2026; stopped 17 April 2026/);
  });

  test("every one of them can be shown, and an advisory one says that it is", async () => {
    const page = await site.as("harrowmere.team-manager", { at: "/standards/TC-10" });
    for (const { id, title, confirmed } of site.app.standards.values()) {
      const given = await page.request.get(`/standards/${id}`);
      assert.equal(given.status(), 200, id);
      const html = await given.text();
      assert.equal(unescaped(/<h1[^>]*>([^<]*)<\/h1>/.exec(html)?.[1] ?? "").trim(), title);
      assert.equal(html.match(/class="govuk-inset-text\b/g)?.length ?? 0, confirmed ? 0 : 1, id);
      const told = unescaped(html.slice(html.indexOf("<main"), html.indexOf("</main>")).replaceAll(/<[^>]*>/g, " ")).replaceAll(/\s+/g, " ");
      assert.ok(told.includes(title) && !/undefined|\[object|\b1 \w+ have passed|(plan|legal status|placement type) is (not )?[A-Z][A-Z\d]/.test(told), id);
    }
    await verifyPage(page, /./);
  });
});
