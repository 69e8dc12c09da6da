import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { useSite } from "../support/site.ts";
import { follow, verifyPage } from "../support/verify-page.ts";

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
    const page = await site.as("harrowmere.team-manager");
    for (const { id, title, confirmed } of site.app.standards.values()) {
      assert.equal((await page.goto(`/standards/${id}`))?.status(), 200);
      assert.equal(await page.locator("h1").innerText(), title);
      assert.equal(await page.locator(".govuk-inset-text").count(), confirmed ? 0 : 1, id);
      const told = await page.locator("main").innerText();
      assert.ok(!/undefined|\[object|\b1 \w+ have passed|(plan|legal status|placement type) is (not )?[A-Z][A-Z\d]/.test(told), id);
    }
    await verifyPage(page, /./);
  });
});
