import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openSiblingGroupRecord } from "../../src/app/sibling-group-open.ts";
import { personOf } from "../../src/app/people.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { ADOPTED_OF_TEAM, EARLY, FROM_RETURN, WAITING } from "../support/stories.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const CROWD: readonly StoryChild[] = Array.from({ length: 60 }, (_, i) => ({
  authority: HARROWMERE.code, localId: `HM-1${String(i).padStart(3, "0")}`,
  entries: [{ kind: "birth", on: "2026-06-01" }, { kind: "early-alert", on: "2026-06-02" }],
}));

const ids = (page: Page): Promise<string[]> => page.locator(".pt-tracker__id").allInnerTexts();
const count = (page: Page): Promise<string> => page.locator(".pt-above-list__count").innerText();
const line = (page: Page, localId: string) => page.locator(".pt-tracker__child", { has: page.locator(`.pt-tracker__id:text-is("${localId}")`) });
const search = (page: Page): string => decodeURIComponent(new URL(page.url()).search);
const show = (page: Page): Promise<void> => follow(page.locator(".pt-filter__button"));
/** Opens a filter and ticks what is in it. */
async function tick(page: Page, filter: string, ...choices: readonly string[]): Promise<void> {
  const pick = page.locator(".pt-pick", { has: page.locator(`.pt-pick__label:text-is("${filter}")`) });
  await pick.locator("summary").click();
  for (const choice of choices) await pick.locator(".pt-pick__choice", { hasText: choice }).locator("input").check();
}

describe("the tracker", () => {
  const site = useSite([WAITING, EARLY, FROM_RETURN, ...ADOPTED_OF_TEAM, ...CROWD]);
  before(async () => {
    const manager = await personOf(site.app, "harrowmere.team-manager");
    assert.ok(manager !== undefined);
    const made = await openSiblingGroupRecord(site.app, manager, HARROWMERE.code, { children: ["HM-0001", "HM-0102"], happenedOn: "2025-05-01" });
    assert.equal(made.outcome, "done");
  });

  test("has a line for each child, the most overdue first, with its clocks, what is next and whose", async () => {
    const page = await site.as("harrowmere.team-manager");
    assert.equal(await count(page), "1 to 50 of 65 children you may see, by status, most overdue first");
    assert.equal((await ids(page))[0], "HM-0001");
    const text = await line(page, "HM-0001").innerText();
    assert.match(text, /2 years 1 month[^]*1 sibling/);
    assert.match(text, /Placement order\s+Adoption/);
    assert.match(text, /598 of 426 days\s+over by 172 days, still counting/);
    assert.match(text, /408 of 121 days/);
    assert.match(text, /Overdue \d+ days/);
    assert.match(text, /· due \d+ \w+ 20\d\d/);
    await page.locator("[data-tick]").first().check();
    await follow(page.locator(".govuk-pagination__next a"));
    assert.equal((await ids(page)).length, 15);
    assert.match(await line(page, "HM-0101").innerText(), /Adopted\s+on 1 September 2025 \(actual\)[^]*400 of 426 days\s+within, finished/);
    assert.equal(await page.title(), "Page 2 of 2 – Tracker – Permanence Tracker");
    await page.locator("[data-tick]").last().check();
    assert.equal(await page.locator("[data-tick-count]").innerText(), "2 ticked, 1 on another page");
    assert.equal(await page.evaluate("new FormData(document.querySelector('[data-several]')).getAll('child').length"), 2, "both are sent");
    await page.goto("/tracker?page=9");
    assert.match(await count(page), /^51 to 65 of 65/);
    await page.goto("/tracker?status=ended");
    assert.deepEqual((await ids(page)).sort(), ["HM-0101", "HM-0102"]);
    assert.match(await line(page, "HM-0101").innerText(), /Ended/);
    await page.locator("[data-untick]").click();
    assert.equal(await page.locator("[data-tick-count]").innerText(), "");
  });

  test("is narrowed by stage and several filters together, without scripts; the address holds it, tags take it back, and the river counts everybody", async () => {
    const page = await site.as("harrowmere.team-manager", { scripts: false });
    const stage = page.locator(".pt-river__stage", { hasText: "Placement order" });
    assert.match(await stage.innerText(), /Placement order\s+1\s+children, \s*1 late/);
    await tick(page, "Status", "Late", "On track");
    await tick(page, "Plan", "Adoption");
    await show(page);
    assert.equal(search(page), "?status=late&status=on-track&plan=ADOPTION");
    assert.deepEqual(await ids(page), ["HM-0001"]);
    assert.equal(await page.title(), "Late, On track, Plan: Adoption – Tracker – Permanence Tracker");
    await follow(stage.locator("a"));
    assert.equal(search(page), "?stage=placement-order&status=late&status=on-track&plan=ADOPTION");
    assert.match(await page.locator(".pt-stages").innerText(), /All stages\s+65[^]*count every child/);
    assert.match(await page.locator(".pt-pick__value--set").first().innerText(), /Late, On track/);
    await follow(page.locator(".pt-chosen__tags a", { hasText: "Plan: Adoption" }));
    assert.equal(search(page), "?stage=placement-order&status=late&status=on-track");
    await page.goBack();
    assert.equal(await page.locator(".pt-chosen__tags a").count(), 4);
    await follow(page.locator("text=Clear filters"));
    assert.match(await count(page), /^1 to 50 of 65/);
  });

  test("days since the order, early permanence and the like wait behind “More filters”, which stays open; nobody matching says what to take away", async () => {
    const page = await site.as("harrowmere.team-manager");
    await page.locator("summary:text-is('More filters')").click();
    await page.fill("#order-from", "400");
    await page.fill("#order-to", "90 days");
    await show(page);
    await verifyErrorSummary(page, "Days since the placement order must be a whole number, such as 90: “90 days” was left out");
    assert.deepEqual([await page.inputValue("#order-from"), await page.inputValue("#order-to")], ["400", "90 days"], "what was typed is kept");
    assert.match(await count(page), /of 65/);
    await page.fill("#order-to", "");
    await tick(page, "Early permanence", "Yes");
    await show(page);
    assert.equal(search(page), "?order-from=400&early=yes");
    assert.equal(await count(page), "No child that you may see matches");
    assert.ok(await page.locator("#order-from").isVisible());
    await verifyPage(page, "Tracker");
    await follow(page.locator("main a:text-is('Take away Early permanence: Yes')"));
    assert.equal(search(page), "?order-from=400");
    assert.ok((await ids(page)).includes("HM-0001") && !(await ids(page)).includes("HM-0002"));
    await page.goto("/tracker?find=HM-00&worker=%3Cscript%3E");
    assert.match(await page.locator(".pt-dropped").innerText(), /not here any more: worker “<script>”/);
  });

  test("sorts by any column, both ways, and siblings stand together or apart", async () => {
    const page = await site.as("harrowmere.team-manager");
    await follow(page.locator(".pt-sort", { hasText: "A10" }));
    assert.deepEqual((await ids(page)).slice(0, 3), ["HM-0001", "HM-0102", "HM-0101"]);
    await follow(page.locator(".pt-sort", { hasText: "A10" }));
    assert.deepEqual((await ids(page)).slice(0, 3), ["HM-0101", "HM-0102", "HM-0001"]);
    assert.equal((await page.locator("th[aria-sort=ascending]").innerText()).replace("\n", ""), "A10: care to moving in, sort most days first");
    await follow(page.locator(".pt-sort", { hasText: "Child" }));
    assert.deepEqual((await ids(page)).slice(0, 4), ["HM-0001", "HM-0002", "HM-0003", "HM-0101"]);
    await follow(page.locator("text=Put siblings together"));
    assert.equal(search(page), "?sort=child&siblings=together");
    assert.deepEqual((await ids(page)).slice(0, 3), ["HM-0001", "HM-0102", "HM-0002"]);
    assert.match(await line(page, "HM-0102").innerText(), /siblings of HM-0001/);
    assert.equal(await line(page, "HM-0001").getAttribute("class"), "pt-tracker__child pt-tracker__child--family-first");
    await follow(page.locator("text=HM-0102"));
    await follow(page.locator(".govuk-back-link"));
    assert.equal(search(page), "?sort=child&siblings=together", "the way back from a child keeps the view");
  });

  test("columns are chosen and put in order by ticking and pressing, and dates say whether they are planned", async () => {
    const page = await site.as("harrowmere.team-manager", { at: "/tracker?stage=placement-order" });
    await follow(page.locator("text=Choose columns"));
    await page.fill("#find-column", "panel match");
    assert.match(await page.locator("#find-column-count").innerText(), /found/);
    await verifyPage(page, "Choose columns");
    await page.getByLabel("Matching panel", { exact: true }).check();
    await page.locator(".pt-choose__shown").getByLabel("Line").uncheck();
    await page.fill("#find-column", "");
    await page.getByLabel("Social worker", { exact: true }).check();
    await follow(page.locator("button", { hasText: "Up: Status" }));
    await follow(page.locator("button", { hasText: "Up: Matching panel" }));
    assert.match((await page.evaluate<string>("document.activeElement.textContent")).trim(), /^Up: Matching panel$/, "the focus stays on what was moved");
    await follow(page.locator("text=Show these columns"));
    assert.equal(search(page), "?stage=placement-order&column=where&column=a10&column=a2&column=status&column=next&column=on:matching-panel&column=social-worker");
    const heads = (await page.locator(".pt-tracker thead th").allInnerTexts()).map((t) => t.split(/\n|,/)[0]);
    assert.deepEqual(heads, ["Child", "Stage", "A10: care to moving in", "A2: order to match", "Status", "Next", "Matching panel", "Social worker"]);
    assert.match(await line(page, "HM-0001").innerText(), /14 January 2027\s+\(planned\)\s+Ash Rowan/);
    await verifyPage(page, "Tracker");
  });

  test("a view is saved, shared by its address, made the team’s and opened first; to anybody else it is not there", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: "/tracker?status=late&sort=-born" });
    await follow(page.locator("text=Save this view"));
    await follow(page.locator("button:text-is('Save view')"));
    await verifyErrorSummary(page, "Enter a name for the view");
    await page.fill("#name", "Late, youngest first");
    await follow(page.locator("button:text-is('Save view')"));
    const address = search(page);
    assert.match(address, /^\?view=[0-9a-f-]{36}$/);
    assert.equal(await page.title(), "Late, youngest first – Tracker – Permanence Tracker");
    assert.match(await page.evaluate<string>("document.activeElement.textContent"), /^The view “Late, youngest first” is saved/);
    const seen = await ids(page);
    assert.ok(seen.includes("HM-0001") && !seen.includes("HM-1001"));
    assert.equal(await page.locator(".pt-views [aria-current]").innerText(), "Late, youngest first");

    const worker = await site.as("harrowmere.social-worker", { expected: REFUSED });
    const elsewhere = await site.as("tidewell.team-manager", { expected: REFUSED });
    for (const other of [worker, elsewhere]) {
      assert.equal((await other.goto(`/tracker${address}`))?.status(), 404);
      assert.match(await other.locator("main").innerText(), /View not found[^]*Ask whoever sent you the link/);
    }
    await follow(page.locator("text=Change views"));
    await follow(page.locator("button", { hasText: "Make it the view of Permanence North" }));
    await follow(page.locator("button", { hasText: "Open first for the team" }));
    assert.match(await page.locator("main").innerText(), /Opens first for the team/);
    await verifyPage(page, "Saved views");

    await worker.goto("/tracker");
    assert.match(await worker.locator(".pt-views [aria-current]").innerText(), /Late, youngest first/, "the team’s view opens first");
    assert.deepEqual(await ids(worker), ["HM-0001"], "with the children that the worker may see");
    await follow(worker.locator(".pt-views a", { hasText: "All children" }));
    assert.equal(search(worker), "?view=standard");
    await worker.goto("/tracker/views");
    assert.equal(await worker.locator("button", { hasText: /Delete|Rename|first/ }).count(), 0, "the team’s view is not the worker’s to change");
    assert.equal((await elsewhere.request.get(`/tracker${address}`)).status(), 404);

    await page.goto(`/tracker${address}`);
    await follow(page.locator("text=Put siblings together"));
    await follow(page.locator("button", { hasText: "Save changes to Late, youngest first" }));
    assert.equal(search(page), address);
    assert.match(await page.locator(".pt-above-list").innerText(), /Take siblings apart/);
    await page.goto("/tracker/views");
    await page.locator("summary", { hasText: "Rename or delete" }).click();
    await follow(page.locator("button", { hasText: "Delete “Late" }));
    assert.equal((await page.request.get(`/tracker${address}`)).status(), 404);
  });

  test("a view that names a column that has gone opens without it, and says so", async () => {
    const page = await site.as("harrowmere.performance-analyst");
    const analyst = await personOf(site.app, "harrowmere.performance-analyst");
    assert.ok(analyst !== undefined);
    const id = await site.app.store.savedViews(analyst).add("Of last year", { column: ["on:gone", "status"], status: ["late"] });
    await page.goto(`/tracker?view=${id}`);
    assert.match(await page.locator(".pt-dropped").innerText(), /column “on:gone”/);
    assert.equal(await page.locator(".pt-tracker thead th").count(), 2);
    await page.goto("/tracker/views");
    assert.match(await page.locator("main").innerText(), /You cannot make a view the team’s. Performance analyst: this role does not let you/);
  });

  test("names are hidden until somebody asks for them, and then are nowhere on the page", async () => {
    const page = await site.as("harrowmere.decision-maker");
    assert.doesNotMatch(await page.content(), /Thistledown/);
    await page.goto("/tracker?stage=placement-order");
    await follow(page.locator("button:text-is('Show names')"));
    assert.equal(search(page), "?stage=placement-order");
    assert.match(await page.evaluate<string>("document.activeElement.textContent"), /^Names are shown now/);
    assert.match(await line(page, "HM-0001").innerText(), /HM-0001\s+Bramblewick Thistledown/);
    await follow(page.locator("button:text-is('Hide names')"));
    assert.doesNotMatch(await page.content(), /Thistledown/);
  });

  test("on a phone each line is a card, the filters wait behind one, and nothing runs off the screen", async () => {
    const page = await site.as("harrowmere.team-manager", { width: "phone", at: "/tracker?plan=ADOPTION&column=on:matching-panel&column=where&column=team&column=status&column=siblings&column=barriers&column=a10&column=a2&column=next" });
    await verifyPage(page, "Tracker");
    const card = await page.locator(".pt-tracker__child").first().boundingBox();
    assert.ok(card !== null && card.height > 100 && card.width < 375);
    assert.ok(!(await page.locator(".pt-pick").first().isVisible()));
    await page.locator("summary", { hasText: "Filters (1 set)" }).click();
    await tick(page, "Status", "Late");
    await show(page);
    assert.match(search(page), /^\?status=late&plan=ADOPTION&column=/);
  });

  test("with nobody in it says what would be here and how it gets here", async () => {
    const analyst = await site.as("tidewell.performance-analyst");
    await verifyPage(analyst, "Tracker");
    assert.equal(await analyst.locator("main a", { hasText: "Bring a sheet" }).getAttribute("href"), "/imports/sheet/new");
    assert.equal(await analyst.locator("main a", { hasText: "Import 903 files" }).getAttribute("href"), "/imports/new");
    const worker = await site.as("tidewell.social-worker");
    assert.match(await worker.locator("main").innerText(), /Children allocated to you will be listed here/);
  });
});
