import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { settled } from "../../src/app/standards/recompute.ts";
import { HARROWMERE, type StoryChild, TIDEWELL, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

/** Accommodated under section 20 two months and a half ago: three are the limit. */
const ACCOMMODATED: StoryChild = {
  authority: HARROWMERE.code, localId: "HM-0021", entries: [
    { kind: "birth", on: "2024-03-04" }, { kind: "looked-after", on: "2026-09-07" }, { kind: "legal-status", on: "2026-09-07", detail: { status: "V2" } },
    { kind: "responsible-team", on: "2026-09-07", detail: { team: "Permanence North" } },
  ],
};

/** More than a preview tells at first. */
const CROWD = Array.from({ length: 51 }, (_, i): StoryChild => ({
  authority: TIDEWELL.code, localId: `TW-${String(i + 1).padStart(4, "0")}`, entries: [{ kind: "birth", on: "2024-03-04" }, { kind: "looked-after", on: "2026-09-07" }],
}));

async function fillDay(page: Page, id: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
  for (const [part, text] of [["day", day], ["month", month], ["year", year]] as const) await page.fill(`#${id}-${part}`, text);
}
const button = (page: Page, text: string) => page.locator("main button", { hasText: text });
const main = (page: Page): Promise<string> => page.locator("main").innerText();

describe("changing the standards", () => {
  const site = useSite([ACCOMMODATED, ...CROWD]);

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
    assert.match(await main(first), /1 of the 1 child has a clock that would change, 1 of them to overdue/);
    assert.match(await main(first), /HM-0021\s+CBED-10 Section 20 for a long time: from on track to overdue; due 7 November 2026; was due 7 December 2026/);
    await follow(button(first, "Save this change"));
    await settled(site.app);
    await first.reload();
    await verifyPage(first, "Section 20 for a long time");
    assert.match(await main(first), /Saved\s+Change CBED-10 from 1 September 2026.*Must not last longer than 2 months.*Change CBED-10 from 1 September 2026\s+Due: Must not last longer than 2 months; was: Must not last longer than 3 months\s+Agreed at the practice board\s+Ash Rowan/s);
    assert.match(await main(first), /Written for the earlier rule: still in time.*Overdue 25 days/s, "a heading that no longer holds says so");
    await first.goto(`/children/${site.recordOf("HM-0021")}`);
    assert.match(await main(first), /Section 20 for a long time.*Overdue 13 days/s);

    await second.fill("#warnDays", "20");
    await second.fill("#reason", "Earlier warning");
    await follow(button(second, "See what will change"));
    assert.match(await second.locator("#overtaken").innerText(), /Change CBED-10 from 1 September 2026: Agreed at the practice board/);
    await verifyPage(second, "Check what will change");
    assert.match(await main(second), /Warns\s+In the last 14 days\s+In the last 20 days/);
    await follow(button(second, "Save this change"));
    await settled(site.app);
    await second.reload();
    assert.match(await main(second), /Must not last longer than 2 months.*In the last 20 days/s, "the first lead’s change stays");
  });

  test("law is not loosened: the field says why, and keeps what was typed", async () => {
    const page = await site.as("harrowmere.practice-lead", { expected: REFUSED, at: "/standards/change?form=edit&id=TC-10" });
    await page.fill("#within", "30 weeks");
    await page.fill("#reason", "Courts are busy");
    await follow(button(page, "See what will change"));
    await verifyErrorSummary(page, (await page.locator(".govuk-error-summary__list a").innerText()).trim());
    assert.match(await page.locator("#within-error").innerText(), /TC-10 is law: it may be tightened, and not loosened.*longer time/s);
    assert.equal(await page.inputValue("#within"), "30 weeks");
  });

  test("a standard of the authority’s own is checked against a worked example", async () => {
    const page = await site.as("harrowmere.practice-lead", { expected: REFUSED, at: "/standards" });
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
    assert.match(await main(page), /HM-0021\s+LOCAL-01 Life-story work begun: new and overdue; due 21 September 2026/);
    await follow(button(page, "Save this change"));
    assert.equal(await page.locator("h1").innerText(), "Life-story work begun");
  });

  test("the agency publishes a pack; the lead sees that and adopts it; others only read", async () => {
    const agency = await site.as("three-rivers.agency-lead", { at: "/standards/packs/derby-2020" });
    await follow(agency.locator("a", { hasText: "Publish to the region" }));
    await agency.fill("#reason", "One way of tracking for the region");
    await follow(button(agency, "See what will change"));
    await follow(button(agency, "Save this change"));
    assert.match(await main(agency), /Published on/);

    const lead = await site.as("harrowmere.practice-lead", { at: "/standards/packs" });
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
    await agency.goto("/standards/packs/derby-2020");
    assert.match(await main(agency), /Adopted by\s+Harrowmere; not by Tidewell/);
    await lead.goto("/standards?from=derby-2020");
    assert.match(await lead.locator("tbody").innerText(), /DERB-02/);

    const manager = await site.as("harrowmere.team-manager", { expected: REFUSED, at: "/standards/DERB-02" });
    assert.equal(await manager.locator("main a", { hasText: /Change|Confirm|End/ }).count(), 0);
    assert.equal((await manager.request.get("/standards/change?form=edit&id=DERB-02")).status(), 403);
    const elsewhere = await site.as("tidewell.practice-lead", { expected: REFUSED });
    assert.equal((await elsewhere.request.get("/standards/DERB-02")).status(), 404);
    assert.equal((await elsewhere.request.get(`/standards/LOCAL-01?authority=${HARROWMERE.code}`)).status(), 404);
    await elsewhere.goto("/standards/changes");
    assert.match(await main(elsewhere), /Nothing was changed yet/);
  });

  test("the lead confirms a text, corrects what was guessed, rewrites a whole text, ends a standard and leaves the pack", async () => {
    const lead = await site.as("harrowmere.practice-lead", { expected: REFUSED });
    const saves = async (): Promise<void> => {
      await follow(button(lead, "See what will change"));
      await verifyPage(lead, "Check what will change");
      await follow(button(lead, "Save this change"));
      await settled(site.app);
      await lead.reload();
    };
    await lead.goto("/standards/TC-09a");
    assert.match(await main(lead), /Advisory\. Only the gist/);
    await follow(lead.locator("main a", { hasText: "Confirm its text" }));
    await verifyPage(lead, "Confirm the text of a standard");
    assert.match(await main(lead), /You say that this text is right.*Starts with.*Due.*Source/s);
    await lead.fill("#reason", "Read with the regulations beside it");
    await saves();
    assert.match(await main(lead), /^Saved\s+Confirm the text of TC-09a/);
    assert.doesNotMatch(await main(lead), /Advisory\./);

    await lead.goto("/standards/DERB-04");
    await follow(lead.locator("main a", { hasText: "Correct what is lost or guessed" }));
    await verifyPage(lead, "Change a standard");
    await lead.fill("#reason", "We asked Derby for the page");
    await follow(button(lead, "See what will change"));
    await verifyErrorSummary(lead, "Nothing is changed yet: change one of these, or cancel");
    await lead.fill("#lost", "");
    await lead.fill("#provision", "Section 8.16, fourth point");
    await saves();
    assert.match(await main(lead), /Source\s+Section 8\.16, fourth point.*Comes from\s+The authority’s own version, after Derby.*Lost or guessed: no longer said; was: The source says immediately/s);
    assert.equal(await lead.locator("main a", { hasText: "Correct what is lost" }).count(), 0);

    await lead.goto("/standards/DERB-02");
    await follow(lead.locator("main a", { hasText: "Change its whole text" }));
    const text = await lead.inputValue("#yaml");
    await lead.fill("#yaml", text.replace(/^owner: .*$/m, "owner: nobody"));
    await lead.fill("#reason", "In our own words");
    await follow(button(lead, "See what will change"));
    assert.match(await lead.locator("#yaml-error").innerText(), /Line \d+: /);
    assert.match(await lead.inputValue("#yaml"), /owner: nobody/, "what was typed is kept");
    await lead.fill("#yaml", text.replace(/^title: .*$/m, "title: Planning meeting first"));
    await saves();
    await verifyPage(lead, "Planning meeting first");

    await lead.goto("/standards/DERB-03");
    await follow(lead.locator("main a", { hasText: "End this standard" }));
    await fillDay(lead, "from", ["1", "dec", "2026"]);
    await lead.fill("#reason", "The early alert is no longer used");
    await saves();
    assert.match(await main(lead), /Saved\s+End DERB-03 from 1 December 2026/);
    await follow(lead.locator("main td a, main th a", { hasText: "End DERB-03" }));
    assert.match(await main(lead), /In force\s+From 20 November 2026 to 30 November 2026/);
    assert.equal(await lead.locator("main a", { hasText: "End this standard" }).count(), 0);

    await lead.goto("/standards/packs/derby-2020");
    await follow(lead.locator("main a", { hasText: "Leave this pack" }));
    assert.match(await main(lead), /What Harrowmere made its own of this pack stays until you end it on its page: DERB-02, DERB-04\./);
    await fillDay(lead, "from", ["1", "dec", "2026"]);
    await lead.fill("#reason", "We track in our own way");
    await saves();
    assert.match(await main(lead), /Saved\s+Leave “Derby.*Here\s+Adopted from 20 November 2026 to 30 November 2026/s);
  });

  test("fifty of the children who would change are told at first, and all when asked for", async () => {
    const lead = await site.as("tidewell.practice-lead", { at: "/standards/change?form=adopt&pack=central-bedfordshire" });
    await fillDay(lead, "from", ["1", "1", "2026"]);
    await lead.fill("#reason", "Tracked sooner");
    await follow(button(lead, "See what will change"));
    const children = lead.locator("table", { hasText: "The children who change" }).locator("tbody tr");
    assert.match(await main(lead), /The first 50 of the 51 children who change/);
    assert.equal(await children.count(), 50);
    await follow(button(lead, "Show all 51 children"));
    assert.equal(await children.count(), 51);
    assert.match(lead.url(), /#children$/);
    assert.match(await main(lead), /Why: Tracked sooner/, "what was typed is kept");
  });
});
