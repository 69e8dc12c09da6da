import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { useSite } from "../support/site.ts";
import { EVERYBODY } from "../support/stories.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

describe("a child’s page", () => {
  const site = useSite(EVERYBODY);
  const address = (localId: string, rest = ""): string => `/children/${site.recordOf(localId)}${rest}`;

  test("says where the child stands, draws the line, and says it again as a table", async () => {
    const page = await site.as("harrowmere.team-manager", { at: "/tracker?stage=placement-order" });
    await follow(page.locator("text=HM-0001"));
    await verifyPage(page, "HM-0001");
    const identity = await page.locator(".pt-identity").innerText();
    assert.match(identity, /2 years 1 month/);
    assert.match(identity, /Placement order since 8 October 2025 · Fostering · Plan: adoption · Social worker Ash Rowan/);
    assert.match(identity, /\d late/);
    assert.ok(!identity.includes("Bramblewick"), "the name waits to be asked for");
    assert.equal(await page.locator("svg.pt-line:visible").count(), 1);
    await page.click("text=Show this as a table");
    const rows = await page.locator(".pt-figure table tbody tr").allInnerTexts();
    assert.ok(rows.includes("8 October 2025\tPlacement order\tMilestone\tActual"), rows.join("\n"));
    assert.ok(rows.includes("8 October 2025 to now\tPlacement order\tLegal status\tActual"));
    assert.ok(rows.includes("14 January 2027\tMatching panel\tMilestone\tPlanned"));
    assert.ok(rows.some((row) => row.endsWith("\tLate")));
    await verifyPage(page, "HM-0001");
  });

  test("tells the name only when asked, without a script", async () => {
    const page = await site.as("harrowmere.team-manager", { scripts: false, at: address("HM-0001") });
    await page.click(".pt-identity summary");
    assert.match(await page.locator(".pt-identity").innerText(), /Bramblewick Thistledown/);
  });

  test("lists what is late and next, each with its why and where to answer it", async () => {
    const page = await site.as("harrowmere.team-manager", { at: address("HM-0001") });
    const late = page.locator(".pt-clock").first();
    assert.match(await late.innerText(), /Overdue \d+ days/);
    await late.locator("summary").click();
    assert.match(await late.locator(".govuk-details__text").innerText(), /It runs from.*Source:/s);
    await follow(late.locator("a", { hasText: "Answer" }));
    assert.match(new URL(page.url()).pathname, /\/answer\//);
  });

  test("leads from a due day on any list to why it is that day, in all its parts, by keyboard and without scripts; and back", async () => {
    const page = await site.as("harrowmere.team-manager", { scripts: false, expected: REFUSED, at: "/tracker?stage=placement-order" });
    const due = page.locator("tr", { hasText: "HM-0001" }).locator("a[aria-label$=': why']");
    const on = await due.innerText();
    await due.focus();
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    assert.match(await page.locator(".pt-why__stands").innerText(), new RegExp(`^Due ${on}\\s+Overdue \\d+ days$`));
    const parts = await page.locator(".pt-why dt").allInnerTexts();
    assert.deepEqual(parts, ["What started it", "How the day is counted", "What would stop it", "Version in force", "Source", "Whose it is", "Where the evidence should be"]);
    const told = await page.locator(".pt-why dd").allInnerTexts();
    assert.ok(told.every((text) => text.length > 5), told.join("\n"));
    assert.ok(told[1]!.includes(on));
    const why = new URL(page.url()).pathname;
    await follow(page.locator(".govuk-back-link"));
    assert.match(page.url(), /\/tracker\?stage=placement-order$/);
    await page.goto(address("HM-0001"));
    await page.locator(".pt-clock summary").first().click();
    await follow(page.locator(".pt-clock a", { hasText: "This on a page of its own" }).first());
    assert.equal(new URL(page.url()).pathname, why);
    await follow(page.locator(".govuk-back-link"));
    assert.equal(new URL(page.url()).pathname, address("HM-0001"));
    const sighted = await site.as("harrowmere.team-manager", { at: why });
    await verifyPage(sighted, "HM-0001");
    assert.equal((await page.request.get(address("HM-0001", "/clocks/TC-01/99"))).status(), 404);
    assert.equal((await page.request.get(why.replace(site.recordOf("HM-0001"), site.recordOf("TW-0001")))).status(), 404, "another authority’s");
  });

  test("shows every clock under one heading, and never makes late what the return cannot carry", async () => {
    const page = await site.as("harrowmere.team-manager", { at: address("HM-0003", "/clocks") });
    await verifyPage(page, "HM-0003");
    assert.match(await page.locator("#notRecorded").innerText(), /Not recorded: \d+/);
    assert.match(await page.locator(".pt-identity").innerText(), /Nothing known to be late/);
    const shown = await page.locator(".pt-clock, .pt-section tbody tr").count();
    assert.match(await page.locator(".pt-tabs").innerText(), new RegExp(`Clocks \\(${shown}\\)`));
    const why = page.locator("#notRecorded tbody tr").first();
    assert.ok(!(await why.locator(".govuk-details__text").isVisible()));
    await why.locator("summary").click();
    assert.match(await why.locator(".govuk-details__text").innerText(), /Source:/);
  });

  test("says how far a return reaches, and how many clocks it leaves unjudged", async () => {
    const page = await site.as("harrowmere.team-manager", { at: address("HM-0003") });
    const known = page.locator(".pt-known");
    assert.match(await known.innerText(), /^Known up to 31 March 2026, from a return\. \d+ clocks? cannot be judged: the return they come from does not hold what would stop them/);
    await verifyPage(page, "HM-0003");
    const counted = Number.parseInt(await known.locator("a").innerText(), 10);
    await follow(known.locator("a"));
    assert.equal(await page.locator("#notRecorded tbody tr").count(), counted);
    await page.goto(address("HM-0001"));
    assert.equal(await page.locator(".pt-known").count(), 0, "what people entered has no such end");
  });

  test("tells each entry with its certainty, its source and who wrote it down", async () => {
    const page = await site.as("harrowmere.team-manager", { at: address("HM-0003", "/chronology") });
    await verifyPage(page, "HM-0003");
    const row = await page.locator(".pt-chronology tbody tr", { hasText: "Looked after" }).innerText();
    assert.match(row, /1 February 2024 to now\s+Actual\s+Looked after\s+903 return: episodes\.csv, row 12/);
  });

  test("can be seen as it stood and as we knew it, and says which", async () => {
    const page = await site.as("harrowmere.team-manager", { at: address("HM-0001") });
    await page.click("text=See it as at another day");
    await page.fill("#as-at-day", "1 sept 2025");
    await follow(page.locator("text=Show that day"));
    assert.match(page.url(), /\?stood-on=2025-09-01$/);
    assert.match(await page.locator(".pt-as-at").innerText(), /^As it stood on 1 September 2025/);
    assert.match(await page.locator(".pt-identity").innerText(), /Interim care order since 1 April 2025/);
    assert.equal(await page.locator("text=Record what happened").count(), 0, "another day is for reading");
    await verifyPage(page, "HM-0001");
    await follow(page.locator("text=Chronology ("));
    assert.match(await page.locator(".pt-as-at").innerText(), /1 September 2025/);
    await page.goto(address("HM-0001", "?known-on=2026-11-01"));
    assert.match(await page.locator(".pt-as-at").innerText(), /^As we knew it on 1 November 2026/);
    assert.ok(!(await page.locator("main").innerText()).includes("Matching panel"), "it was planned a day later");
    await follow(page.locator("text=Show it as it is now"));
    assert.equal(await page.locator(".pt-as-at").count(), 0);
  });

  test("a day that cannot be is refused where it was typed", async () => {
    const page = await site.as("harrowmere.team-manager", { at: address("HM-0001") });
    await page.click("text=See it as at another day");
    await page.check("#how-2");
    await page.fill("#as-at-day", "31");
    await page.fill("#as-at-month", "feb");
    await page.fill("#as-at-year", "2026");
    await follow(page.locator("text=Show that day"));
    await verifyErrorSummary(page, "The day must be a real date, such as 27 3 2026 or 27 March 2026");
    await verifyPage(page, "HM-0001");
    assert.equal(await page.inputValue("#as-at-month"), "feb");
    assert.ok(await page.isChecked("#how-2"));
    await page.fill("#as-at-month", "12");
    await follow(page.locator("text=Show that day"));
    await verifyErrorSummary(page, "31 December 2026 is still to come. Enter a day up to today");
  });

  test("another authority’s child is not found, whoever asks and whichever page", async () => {
    for (const account of ["tidewell.team-manager", "tidewell.tracking-administrator", "tidewell.decision-maker", "tidewell.performance-analyst"]) {
      const page = await site.as(account, { expected: REFUSED });
      for (const rest of ["", "/clocks", "/chronology"]) {
        assert.equal((await page.goto(address("HM-0001", rest)))?.status(), 404);
        assert.ok(!(await page.content()).includes("HM-0001"));
      }
      await verifyPage(page, "Not found");
    }
  });

  test("fits a phone", async () => {
    const page = await site.as("harrowmere.team-manager", { width: "phone" });
    for (const rest of ["", "/clocks", "/chronology"]) {
      await page.goto(address("HM-0001", rest));
      await verifyPage(page, "HM-0001");
    }
    await page.goto(address("HM-0001"));
    assert.equal(await page.locator("svg.pt-line:visible").count(), 1);
  });
});
