import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { SampleEntry } from "../../src/domain/chronology/sample.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { ADOPTED_OF_TEAM, ELSEWHERE } from "../support/stories.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const child = (localId: string, ...entries: readonly SampleEntry[]): StoryChild => ({ authority: HARROWMERE.code, localId, entries: [
  { kind: "birth", on: "2024-05-01" }, { kind: "looked-after", on: "2026-02-01" }, { kind: "plan-decision", on: "2026-06-01" }, ...entries,
] });
const order: SampleEntry = { kind: "placement-order", on: "2026-08-15" };

const CHILDREN: readonly StoryChild[] = [
  ELSEWHERE, ...ADOPTED_OF_TEAM,
  /** The order was written down six weeks after it was made. */
  child("HM-0301", { ...order, recordedOn: "2026-09-30" }),
  /** A panel planned, and moved three weeks later in November. */
  child("HM-0302", order, { kind: "matching-panel", on: "2026-12-01", certainty: "planned", recordedOn: "2026-09-01" }, { kind: "matching-panel", on: "2026-12-22", certainty: "planned", recordedOn: "2026-11-05", supersedes: 5, cause: "moved" }),
  /** Matched in November, with what was said of the order put right. */
  child("HM-0303", order, { kind: "match-decision", on: "2026-11-10" }, { ...order, on: "2026-08-17", recordedOn: "2026-11-11", supersedes: 4, cause: "corrected" }),
  /** A panel planned for a day in November that went by. */
  child("HM-0304", order, { kind: "matching-panel", on: "2026-11-12", certainty: "planned", recordedOn: "2026-09-01" }),
];

describe("asking as at an earlier day", () => {
  const site = useSite(CHILDREN);
  const ids = async (page: Page): Promise<readonly string[]> => (await page.locator(".pt-tracker__id").allInnerTexts()).toSorted();
  const heading = (page: Page): Promise<string> => page.locator("h1").innerText();
  const notice = (page: Page): Promise<string> => page.locator(".pt-as-at").innerText();

  test("the tracker as we knew it and as it stood differ by what was written down late; a filter means the same in both", async () => {
    const page = await site.as("harrowmere.team-manager");
    await page.locator("text=See it as at another day").click();
    await page.check("#how-2");
    await follow(page.locator("text=Show that day"));
    await verifyErrorSummary(page, "Enter the day");
    await page.fill("#as-at-day", "1 September 2026");
    await follow(page.locator("text=Show that day"));
    assert.equal(new URL(page.url()).search, "?known-on=2026-09-01");
    assert.match(await notice(page), /^As we knew it on 1 September 2026: only what had been written down by the end of that day/);
    await verifyPage(page, "Tracker");
    assert.equal(await page.locator("main input[type=checkbox][name=child], main [data-edit-dates], main a:has-text('Add a child')").count(), 0, "nothing is changed on an earlier day");
    for (const href of await page.locator('main a[href^="/tracker"], main a[href^="/children/"]').evaluateAll((links) => links.map((a) => [a.textContent, a.getAttribute("href")].join(" ")))) {
      assert.ok(/known-on=2026-09-01|^Show it as it is now|^Compare 1 September 2026 with today/.test(href), href);
    }
    await follow(page.locator(".pt-river__stage", { hasText: "Placement order" }).locator("a"));
    assert.deepEqual(await ids(page), ["HM-0302", "HM-0303", "HM-0304"]);
    await page.goto("/tracker?stood-on=2026-09-01&stage=placement-order");
    assert.deepEqual(await ids(page), ["HM-0301", "HM-0302", "HM-0303", "HM-0304"]);
    assert.match(await notice(page), /^As it stood on 1 September 2026/);
    await follow(page.locator("text=HM-0301"));
    assert.match(await notice(page), /^As it stood on 1 September 2026/);
    await follow(page.locator(".govuk-back-link"));
    await follow(page.locator("text=Show it as it is now"));
    assert.equal(new URL(page.url()).search, "?stage=placement-order");
    assert.deepEqual(await ids(page), ["HM-0301", "HM-0302", "HM-0304"]);
    await page.goto("/tracker?known-on=2020-01-01");
    assert.match(await page.locator("main").innerText(), /Nothing had been written down by then of any child you may see/);
  });

  test("two days compared say what moved on, what slipped, what went by and what was put right", async () => {
    const page = await site.as("harrowmere.team-manager");
    await follow(page.locator("text=Compare two days"));
    const section = (id: string): Promise<string> => page.locator(`section[aria-labelledby=${id}]`).innerText();
    assert.match(await page.locator("main").innerText(), /23 October 2026 to 20 November 2026[^]*4 of 6 children that you may see changed/);
    assert.match(await section("moved-on"), /\(1\)[^]*HM-0303\s+Placement order\s+Matched$/);
    assert.match(await section("slipped"), /HM-0302\s+Matching panel\s+1 December 2026 \(planned\)\s+22 December 2026 \(planned\)\s+21 days$/);
    assert.match(await section("late"), /HM-0301\s+Reviews while a child who may be placed is waiting\s+15 November 2026\s+5 days/);
    assert.match(await section("passed"), /HM-0304\s+Matching panel\s+12 November 2026 \(planned\)$/);
    assert.match(await section("corrected"), /HM-0303\s+Placement order\s+15 August 2026 \(actual\)\s+17 August 2026 \(actual\)$/);
    assert.match(await section("happened"), /1\s+HM-0303 10 November$/);
    assert.match(await page.locator(".pt-flow tbody tr", { hasText: "Placement order" }).innerText(), /Placement order\s+4\s+1\s+–\s+3$/);
    await follow(page.locator("text=Since last week"));
    assert.match(page.url(), /from=2026-11-13&to=2026-11-20&as=known/);
    assert.deepEqual(await page.locator("main h2").allInnerTexts(), ["Became late (4)"]);
    await page.goto("/tracker/compare?from=2026-11-18&to=2026-11-20");
    assert.match(await page.locator("main").innerText(), /Nothing changed\. 6 children/);
    await page.goto("/tracker/compare?from=2026-10-20&as=stood&stage=matched");
    assert.match(await page.locator("main").innerText(), /Only children at stage “Matched”, on 20 November 2026[^]*1 of 1 child/);
    assert.equal(await page.locator("section[aria-labelledby=slipped], section[aria-labelledby=corrected]").count(), 0, "as it stood, no date moved");
    await follow(page.locator("section[aria-labelledby=moved-on] a"));
    assert.equal(await heading(page), "HM-0303");
  });

  test("any two days can be asked for, and what is wrong with them is said", async () => {
    const page = await site.as("harrowmere.team-manager", { width: "phone", at: "/tracker/compare?stage=placement-order" });
    await verifyPage(page, "What changed");
    await page.locator("text=Compare two other days").click();
    await page.fill("#from-day", "31");
    await page.fill("#to-day", "1 January 2027");
    await follow(page.locator("button:text-is('Compare')"));
    await verifyErrorSummary(page, "The earlier day must include a month and a year", "1 January 2027 is still to come. Enter a day up to today");
    assert.equal(await page.inputValue("#from-day"), "31");
    await page.fill("#from-day", "1 Sept 2026");
    await page.fill("#to-day", "1 Oct 2026");
    await follow(page.locator("button:text-is('Compare')"));
    assert.match(page.url(), /from=2026-09-01&to=2026-10-01&as=known&stage=placement-order$/);
    assert.match(await page.locator("section[aria-labelledby=learnt]").innerText(), /HM-0301 15 August \(written down 30 September\)/);
    assert.equal(await page.locator("section[aria-labelledby=moved-on] a").getAttribute("href"), `/children/${site.recordOf("HM-0301")}?known-on=2026-10-01`);
  });

  test("the scorecard counts the children adopted by then, and its window follows the day", async () => {
    const page = await site.as("harrowmere.team-manager", { at: "/scorecard?stood-on=2025-10-01&year-ending=2026&years=3" });
    await verifyPage(page, "Scorecard");
    assert.match(await page.locator(".pt-card").first().innerText(), /400 days\s+Met: 26 days under the threshold of 426\s+1 child counted/);
    await follow(page.locator("text=1 child counted").first());
    assert.equal(await heading(page), "A1: 400 days");
    assert.match(await notice(page), /^As it stood on 1 October 2025/);
    assert.equal(await page.locator("tbody a").getAttribute("href"), `/children/${site.recordOf("HM-0101")}?stood-on=2025-10-01`);
    await follow(page.locator("text=Show it as it is now"));
    assert.equal(await heading(page), "A1: 450 days");
    await page.goto("/scorecard");
    await page.locator("text=See it as at another day").click();
    await page.fill("#as-at-day", "1 Oct 2025");
    await follow(page.locator("text=Show that day"));
    assert.equal(new URL(page.url()).search, "?stood-on=2025-10-01");
    assert.match(await page.locator("main").innerText(), /three years to 31 March 2025/);
  });

  test("an earlier day shows nobody whom one may not see", async () => {
    const finder = await site.as("three-rivers.agency-home-finder", { expected: REFUSED, at: "/tracker?stood-on=2026-11-01" });
    // The adopted are shown to an agency that has been given a function, which this one has not.
    assert.deepEqual(await ids(finder), ["HM-0301", "HM-0302", "HM-0303", "HM-0304", "TW-0001"]);
    const worker = await site.as("tidewell.social-worker", { expected: REFUSED });
    for (const [address, told] of [["/tracker?stood-on=2026-11-01", "TW-0001"], ["/tracker/compare?from=2025-09-01&as=stood", "TW-0001"]] as const) {
      await worker.goto(address);
      const text = await worker.locator("main").innerText();
      assert.ok(text.includes(told) && !text.includes("HM-"), address);
    }
    assert.equal((await worker.request.get("/scorecard?stood-on=2025-10-01")).status(), 403);
  });
});
