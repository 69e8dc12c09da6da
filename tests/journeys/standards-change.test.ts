import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { settled } from "../../src/app/standards/recompute.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

/** Accommodated under section 20 two months and a half ago: three are the limit. */
const ACCOMMODATED: StoryChild = {
  authority: HARROWMERE.code, localId: "HM-0021", entries: [
    { kind: "birth", on: "2024-03-04" }, { kind: "looked-after", on: "2026-09-07" }, { kind: "legal-status", on: "2026-09-07", detail: { status: "V2" } },
    { kind: "responsible-team", on: "2026-09-07", detail: { team: "Permanence North" } },
  ],
};

async function fillDay(page: Page, id: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
  for (const [part, text] of [["day", day], ["month", month], ["year", year]] as const) await page.fill(`#${id}-${part}`, text);
}
const button = (page: Page, text: string) => page.locator("main button", { hasText: text });
const main = (page: Page): Promise<string> => page.locator("main").innerText();

describe("changing the standards", () => {
  const site = useSite([ACCOMMODATED]);

  test("a practice lead tightens a local standard, sees the children who change, and saves; a second lead, who was at it too, sees that first", async () => {
    const [first, second] = [await site.as("harrowmere.practice-lead"), await site.as("harrowmere.second-practice-lead", { width: "phone", expected: REFUSED })];
    for (const page of [first, second]) {
      await page.goto("/standards/CBED-10");
      await follow(page.locator("main a", { hasText: "Change this standard" }));
    }
    await verifyPage(first, "Change a standard");
    await first.fill("#within", "2 months");
    await fillDay(first, "from", ["1", "sep", "2026"]);
    await first.fill("#reason", "Agreed at the practice board");
    await follow(button(first, "See what will change"));
    await verifyPage(first, "Check what will change");
    assert.match(await main(first), /1 of the 1 child has a clock that would change state/);
    assert.match(await main(first), /HM-0021\s+CBED-10: on track becomes overdue; due 7 November 2026, was 7 December 2026/);
    await follow(button(first, "Save this change"));
    await settled(site.app);
    await first.reload();
    await verifyPage(first, "Section 20 for a long time");
    assert.match(await main(first), /Must not last longer than 2 months.*Set CBED-10 from 1 September 2026\s+Agreed at the practice board\s+Ash Rowan/s);
    await first.goto(`/children/${site.recordOf("HM-0021")}`);
    assert.match(await main(first), /Section 20 for a long time.*Overdue 13 days/s);

    await second.fill("#warnDays", "20");
    await second.fill("#reason", "Earlier warning");
    await follow(button(second, "See what will change"));
    assert.match(await second.locator("#overtaken").innerText(), /Set CBED-10 from 1 September 2026: Agreed at the practice board/);
    await verifyPage(second, "Check what will change");
    assert.match(await main(second), /Warns\s+In the last 14 days\s+In the last 20 days/);
    await follow(button(second, "Save this change"));
    await settled(site.app);
    await second.reload();
    assert.match(await main(second), /In the last 20 days.*Must not last longer than 2 months/s, "the first lead’s change stays");
  });

  test("law is not loosened: the field says why, and keeps what was typed", async () => {
    const page = await site.as("harrowmere.practice-lead", { expected: REFUSED });
    await page.goto("/standards/change?form=edit&id=TC-10");
    await page.fill("#within", "30 weeks");
    await page.fill("#reason", "Courts are busy");
    await follow(button(page, "See what will change"));
    await verifyErrorSummary(page, (await page.locator(".govuk-error-summary__list a").innerText()).trim());
    assert.match(await page.locator("#within-error").innerText(), /TC-10 is law: it may be tightened, and not loosened.*longer time/s);
    assert.equal(await page.inputValue("#within"), "30 weeks");
  });

  test("a standard of the authority’s own is checked against a worked example", async () => {
    const page = await site.as("harrowmere.practice-lead", { expected: REFUSED });
    await page.goto("/standards");
    await follow(page.locator("main a", { hasText: "Add a standard of our own" }));
    await follow(button(page, "See what will change"));
    assert.equal(await page.locator(".govuk-error-summary__list a").count(), 12);
    for (const [id, text] of [["id", "local-01"], ["title", "Life-story work begun"], ["within", "2 weeks"], ["evidence", "The child’s file"], ["source", "Our practice guide"], ["provision", "Section 4"], ["reason", "Agreed"]] as const) await page.fill(`#${id}`, text);
    await page.selectOption("#starts", "looked-after");
    await page.selectOption("#stops", "review");
    await page.selectOption("#owner", "social-worker");
    await fillDay(page, "started", ["2", "11", "2026"]);
    await fillDay(page, "due", ["17", "11", "2026"]);
    await follow(button(page, "See what will change"));
    await verifyErrorSummary(page, "By this rule the example is due on 16 November 2026, not on 17 November 2026: check the rule, or the day");
    await page.fill("#due-day", "16");
    await fillDay(page, "from", ["1", "9", "2026"]);
    await follow(button(page, "See what will change"));
    assert.match(await main(page), /HM-0021\s+LOCAL-01: no clock becomes overdue; due 21 September 2026/);
    await follow(button(page, "Save this change"));
    assert.equal(await page.locator("h1").innerText(), "Life-story work begun");
  });

  test("the agency publishes a pack; the lead sees that and adopts it; others only read", async () => {
    const agency = await site.as("three-rivers.agency-lead");
    await agency.goto("/standards/packs/derby-2020");
    await follow(agency.locator("a", { hasText: "Publish to the region" }));
    await agency.fill("#reason", "One way of tracking for the region");
    await follow(button(agency, "See what will change"));
    await follow(button(agency, "Save this change"));
    assert.match(await main(agency), /Published on/);

    const lead = await site.as("harrowmere.practice-lead");
    await lead.goto("/standards/packs");
    await follow(lead.locator("a", { hasText: "Derby" }));
    assert.match(await main(lead), /Published by Adoption Three Rivers.*One way of tracking for the region/s);
    await follow(lead.locator("a", { hasText: "DERB-02" }));
    assert.match(await main(lead), /Decided without one/, "its worked examples are to be read before it is adopted");
    await follow(lead.locator("a", { hasText: "Pack" }).last());
    await follow(lead.locator("a", { hasText: "Adopt this pack" }));
    await lead.fill("#reason", "It is how we track");
    await follow(button(lead, "See what will change"));
    await follow(button(lead, "Save this change"));
    await settled(site.app);
    await lead.reload();
    await verifyPage(lead, /Derby/);
    assert.match(await main(lead), /Adopted from 20 November 2026/);
    await lead.goto("/standards?from=derby-2020");
    assert.match(await lead.locator("tbody").innerText(), /DERB-02/);

    const manager = await site.as("harrowmere.team-manager", { expected: REFUSED });
    await manager.goto("/standards/DERB-02");
    assert.equal(await manager.locator("main a", { hasText: /Change|Confirm|End/ }).count(), 0);
    assert.equal((await manager.goto("/standards/change?form=edit&id=DERB-02"))?.status(), 403);
    const elsewhere = await site.as("tidewell.practice-lead", { expected: REFUSED });
    assert.equal((await elsewhere.goto("/standards/DERB-02"))?.status(), 404);
    assert.equal((await elsewhere.goto(`/standards/LOCAL-01?authority=${HARROWMERE.code}`))?.status(), 404);
    await elsewhere.goto("/standards/changes");
    assert.match(await main(elsewhere), /Nothing was changed yet/);
  });
});
