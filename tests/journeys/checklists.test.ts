import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { makeChange } from "../../src/app/standards/change-standards.ts";
import { settled } from "../../src/app/standards/recompute.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

/** Moved in on the last day of August, and most of what follows a move is still to be answered. */
const PLACED: StoryChild = {
  authority: HARROWMERE.code, localId: "HM-0401",
  entries: [
    { kind: "birth", on: "2025-01-20" }, { kind: "looked-after", on: "2025-09-01" }, { kind: "allocated-worker", on: "2025-09-01", detail: { worker: "SW01001" } },
    { kind: "plan-decision", on: "2025-12-15", detail: { outcome: "made" } }, { kind: "placement-order", on: "2026-01-26" },
    { kind: "match-decision", on: "2026-06-10", detail: { outcome: "made" } }, { kind: "introductions-start", on: "2026-08-24" }, { kind: "placed-for-adoption", on: "2026-08-31" },
  ],
};

describe("checklists", () => {
  const site = useSite([PLACED]);
  const address = (rest: string): string => `/children/${site.recordOf("HM-0401")}${rest}`;
  const save = (page: Page): Promise<void> => follow(page.locator("button:text-is('Save all the answers')"));
  const told = (page: Page): Promise<string> => page.locator("main").innerText();

  before(async () => {
    const lead = (await site.app.store.directory.person("harrowmere.practice-lead"))!;
    const outcome = await makeChange(site.app, lead, { type: "adopt-pack", pack: "leicestershire-2023", from: "2025-01-01" }, "Agreed by the service", 0);
    assert.equal(outcome.outcome, "done");
    await settled(site.app);
  });

  test("a worker goes from the list of points to one, answers many lines at once, and sees there what is done and where the proof is", async () => {
    const page = await site.as("harrowmere.social-worker", { expected: REFUSED, at: address("/checklists") });
    await verifyPage(page, "HM-0401");
    assert.match(await page.locator(".pt-points__point", { hasText: "After placement" }).innerText(), /still open \(\d late\)/);
    await follow(page.locator("a:text-is('After placement')"));
    await verifyPage(page, "HM-0401");
    assert.match(await page.locator("#LEIC-60_1").innerText(), /Adopters’ social worker: you answer on their behalf/);
    assert.ok(!(await page.locator("#LEIC-56_1").innerText()).includes("on their behalf"), "their own");

    await page.fill("#LEIC-56_1-on", "31 feb 2026");
    await page.fill("#LEIC-56_1-system", "Case system");
    await page.fill("#LEIC-57a_1-on", "1/9/26");
    await page.fill("#LEIC-60_1-why", "They go to a group already");
    await page.fill("#LEIC-61b_1-on", "3 September 2026");
    await page.fill("#LEIC-61b_1-why", "Not needed");
    await save(page);
    await verifyErrorSummary(page, "LEIC-56: The day must be a real date, such as 27 3 2026 or 27 March 2026", "LEIC-61b: Give a day, or say why it is not appropriate: not both");
    assert.equal(await page.inputValue("#LEIC-60_1-why"), "They go to a group already", "nothing typed is lost");
    await page.fill("#LEIC-56_1-on", "2 sept 2026");
    await page.fill("#LEIC-61b_1-why", "");
    await save(page);
    assert.match(await page.locator(".govuk-notification-banner").innerText(), /4 answers are saved/);
    const done = await page.locator("section", { has: page.locator("#done-heading") }).innerText();
    assert.match(done, /Visit within 72 hours of the move[\s\S]*Visit to the child and adopters, 2 September 2026 \(actual\)[\s\S]*Case system/);
    assert.match(await page.locator("section", { has: page.locator("#not-appropriate-heading") }).innerText(), /Family invited to support groups[\s\S]*They go to a group already[\s\S]*Ash Rowan, 20 November 2026/);
    assert.equal(await page.locator("#LEIC-56_1").count(), 0, "it is gone from what is open");
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator(".pt-check__fields").first().isVisible()), "on paper no boxes");
    assert.ok(await page.locator(".pt-check__title").first().isVisible());
  });

  test("of two people who answer at once the second sees both, on a phone and without a script, and loses nothing", async () => {
    const [first, second] = [await site.as("harrowmere.team-manager"), await site.as("harrowmere.tracking-administrator", { width: "phone", scripts: false, expected: REFUSED })];
    await second.goto(address("/checklists/before-introductions"));
    await second.fill("#LEIC-42a_1-on", "11/6/26");
    await first.goto(address("/checklists/on-placement-day"));
    await first.fill("#LEIC-53_1-on", "31/8/26");
    await save(first);
    await save(second);
    assert.match(await second.locator("#overtaken").innerText(), /Somebody saved first[\s\S]*Foster carer contacted by their own worker, 31 August 2026/);
    assert.equal(await second.inputValue("#LEIC-42a_1-on"), "11/6/26");
    await save(second);
    assert.match(await told(second), /1 answer is saved/);
    assert.ok(await second.evaluate("document.documentElement.scrollWidth <= innerWidth"), "as wide as the phone");
  });

  test("one clock is answered from where it is listed, on somebody’s behalf, or declined, and leads back with what was done", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: address("/clocks") });
    await follow(page.locator(".pt-clock", { hasText: "LEIC-57b" }).locator("a", { hasText: "Answer" }));
    await verifyPage(page, "Post-adoption support worker’s visit at six weeks");
    assert.match(await told(page), /It runs from “Moved in with the adoptive family” on 31 August 2026[\s\S]*This is the adopters’ social worker’s to answer\. You are answering on their behalf, and it will be recorded so/);
    for (const [part, text] of [["day", "1"], ["month", "8"], ["year", "2026"]]) await page.fill(`#happenedOn-${part}`, text!);
    await page.check("#certainty");
    await page.fill("#evidencePlace", "Support tracker");
    await follow(page.locator("button:text-is('Save the answer')"));
    await verifyErrorSummary(page, "On that day it would not answer LEIC-57b: it runs from 31 August 2026. Check the day, or record it on the child’s own page if it was something else");
    await page.fill("#happenedOn-month", "10");
    await follow(page.locator("button:text-is('Save the answer')"));
    assert.equal(new URL(page.url()).pathname, address("/clocks"));
    assert.match(await page.locator(".govuk-notification-banner").innerText(), /HM-0401, LEIC-57b: .* Answered: Post-adoption support worker’s visit, 1 October 2026 \(actual\)/);
    await page.goto(address(""));
    await follow(page.locator(".pt-clock").first().locator("a", { hasText: "Answer" }));
    assert.equal(await page.locator("a:text-is('Cancel')").getAttribute("href"), address(""), "back to the page it was listed on");
    await page.goto(address("/chronology"));
    assert.match(await told(page), /Post-adoption support worker’s visit[\s\S]*Support tracker[\s\S]*Answered on behalf of: Adopters’ social worker/);

    await page.goto(address(`/answer/LEIC-61a/1?back=${encodeURIComponent(address("/checklists/after-placement"))}`));
    await follow(page.locator("button:text-is('Save as not appropriate')"));
    await verifyErrorSummary(page, "Say why it is not appropriate for this child, for whoever reads it next");
    await page.fill("#why", "The birth family asked for none");
    await follow(page.locator("button:text-is('Save as not appropriate')"));
    assert.equal(new URL(page.url()).pathname, address("/checklists/after-placement"));
    assert.match(await told(page), /Answered: not appropriate for this child/);
    await page.goto(address("/answer/LEIC-61a/1?back=//elsewhere.example"));
    assert.match(await told(page), /There is nothing to answer here any more/);
    assert.equal(await page.locator("a:text-is('Go back')").getAttribute("href"), address("/clocks"), "never to another site");
  });

  test("is read by those who may not record, without a form", async () => {
    const page = await site.as("harrowmere.practice-lead", { scripts: false, at: address("/checklists/after-placement") });
    assert.equal(await page.locator("main form").count(), 0);
    assert.match(await told(page), /Still open: \d+[\s\S]*Settling-in letter/);
  });
});
