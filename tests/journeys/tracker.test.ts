import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { EVERYBODY } from "../support/stories.ts";
import { follow, verifyPage } from "../support/verify-page.ts";

const CROWD: readonly StoryChild[] = Array.from({ length: 60 }, (_, i) => ({
  authority: HARROWMERE.code, localId: `HM-1${String(i).padStart(3, "0")}`,
  entries: [{ kind: "birth", on: "2026-06-01" }, { kind: "early-alert", on: "2026-06-02" }],
}));

const ids = (page: Page): Promise<string[]> => page.locator(".pt-tracker__id").allInnerTexts();
const count = (page: Page): Promise<string> => page.locator(".pt-above-list__count").innerText();

describe("the tracker", () => {
  const site = useSite([...EVERYBODY, ...CROWD]);

  test("has a line for each child, the most overdue first, and says whose the next thing is", async () => {
    const page = await site.as("harrowmere.team-manager");
    await verifyPage(page, "Tracker");
    assert.equal(await count(page), "1 to 50 of 65 children you may see");
    const line = page.locator(".pt-tracker__child", { hasText: "HM-0001" });
    const text = await line.innerText();
    assert.match(text, /2 years 1 month/);
    assert.match(text, /Placement order\s+Adoption/);
    assert.match(text, /Overdue \d+ days/);
    assert.match(text, /· due \d+ \w+ 20\d\d/);
    assert.match((await line.locator("svg").getAttribute("aria-label")) ?? "", /^Placement order since 8 October 2025\. Last step: Placement order, 8 October 2025 \(actual\)\. Next step: Matching panel, 14 January 2027 \(planned\)$/);
    assert.equal((await ids(page))[0], "HM-0001");
    assert.match(await page.locator(".pt-tracker__child", { hasText: "HM-0101" }).innerText(), /Adopted\s+on 1 September 2025 \(actual\)[^]*(Ended|Overdue|Due)/, "never on track");
  });

  test("the river counts children by stage, and filters by it", async () => {
    const page = await site.as("harrowmere.team-manager");
    const stage = page.locator(".pt-river__stage", { hasText: "Placement order" });
    assert.match(await stage.innerText(), /Placement order\s+1\s+children, \s*1 late/);
    await follow(stage.locator("a"));
    assert.match(page.url(), /stage=placement-order/);
    assert.deepEqual(await ids(page), ["HM-0001"]);
    assert.equal(await count(page), "1 child you may see");
    await verifyPage(page, "Tracker");
  });

  test("status and part of a local id narrow the list, the address holds the view, and back undoes it", async () => {
    const page = await site.as("harrowmere.team-manager");
    await page.fill("#find", "hm-00");
    await follow(page.locator("text=Show"));
    assert.deepEqual((await ids(page)).sort(), ["HM-0001", "HM-0002", "HM-0003"]);
    await page.selectOption("#status", "late");
    await follow(page.locator("text=Show"));
    assert.ok(!(await ids(page)).includes("HM-0003"));
    const narrowed = await ids(page);
    await page.reload();
    assert.deepEqual(await ids(page), narrowed);
    assert.equal(await page.inputValue("#find"), "hm-00");
    await page.goBack();
    assert.equal((await ids(page)).length, 3);
  });

  test("the way back from a child keeps the search; the river counts all children, so it leads out of it", async () => {
    const page = await site.as("harrowmere.team-manager");
    await page.goto("/tracker?find=HM-00&sort=local-id");
    await follow(page.locator("text=HM-0002"));
    await follow(page.locator(".govuk-back-link"));
    assert.equal(new URL(page.url()).search, "?find=HM-00&sort=local-id");
    await follow(page.locator(".pt-river__stage", { hasText: "Placement order" }).locator("a"));
    assert.equal(new URL(page.url()).search, "?stage=placement-order&sort=local-id");
    await page.goto(`/children/${site.recordOf("HM-0002")}`);
    assert.equal(await page.locator(".govuk-back-link").getAttribute("href"), "/tracker");
  });

  test("a search that finds nobody says what to do", async () => {
    const page = await site.as("harrowmere.team-manager");
    await page.goto("/tracker?find=%25");
    assert.equal(await count(page), "No child that you may see matches");
    await verifyPage(page, "Tracker");
    await follow(page.locator("text=Show all children"));
    assert.equal((await ids(page)).length, 50);
  });

  test("fifty lines a page, sorted by local id on request; a page past the last is the last", async () => {
    const page = await site.as("harrowmere.team-manager");
    await follow(page.locator("text=Child, sort by this"));
    const first = await ids(page);
    await follow(page.locator(".govuk-pagination__next a"));
    const second = await ids(page);
    assert.deepEqual([...first, ...second], [...first, ...second].sort());
    assert.equal(first.length + second.length, 65);
    await verifyPage(page, "Tracker");
    await page.goto("/tracker?page=9");
    assert.equal(await count(page), "51 to 65 of 65 children you may see");
  });

  test("on a phone each line is a card, and nothing runs off the screen", async () => {
    const page = await site.as("harrowmere.team-manager", { width: "phone" });
    await page.goto("/tracker?find=HM-00");
    await verifyPage(page, "Tracker");
    const card = await page.locator(".pt-tracker__child").first().boundingBox();
    assert.ok(card !== null && card.height > 100 && card.width < 375);
  });

  test("an empty tracker teaches how to fill it, to those who may", async () => {
    const page = await site.as("tidewell.social-worker");
    await page.goto("/tracker");
    assert.equal(await count(page), "1 child you may see");
    const finder = await site.as("harrowmere.decision-maker");
    assert.equal(await count(finder), "1 to 50 of 65 children you may see");
  });
});

describe("a tracker with nobody in it", () => {
  const site = useSite([]);

  test("says what would be here and how it gets here", async () => {
    const analyst = await site.as("harrowmere.performance-analyst");
    await verifyPage(analyst, "Tracker");
    await follow(analyst.locator("text=Import 903 files"));
    await verifyPage(analyst, "Import 903 files");
    const worker = await site.as("harrowmere.social-worker");
    assert.match(await worker.locator("main").innerText(), /Children allocated to you will be listed here/);
    await verifyPage(worker, "Tracker");
  });
});
