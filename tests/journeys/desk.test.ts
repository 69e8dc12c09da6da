import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { leave, tabTo } from "../support/keys.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const visited = (localId: string, worker: string, on: string): StoryChild => ({
  authority: HARROWMERE.code, localId,
  entries: [
    { kind: "birth", on: "2020-05-04" }, { kind: "looked-after", on: "2025-11-03" }, { kind: "legal-status", on: "2025-11-03", detail: { status: "C2" } }, { kind: "placement", on: "2025-11-03", detail: { type: "U6" } },
    { kind: "allocated-worker", on: "2025-11-03", detail: { worker } }, { kind: "responsible-team", on: "2025-11-03", detail: { team: "Permanence North" } },
    { kind: "visit", on: "2025-11-05" }, { kind: "review", on: "2025-11-24" }, { kind: "review", on: "2026-02-20" }, { kind: "review", on: "2026-07-20" },
    { kind: "visit", on }, { kind: "primary-plan", on: "2026-02-20", detail: { plan: "OTHERPLN" } },
  ],
});

describe("my work", () => {
  // The one is late to be visited, the other due in a week, and the third is somebody else’s.
  const site = useSite([visited("HM-0401", "SW01001", "2026-09-25"), visited("HM-0402", "SW01001", "2026-10-14"), visited("HM-0403", "harrowmere.second-social-worker", "2026-09-25")]);
  const rows = (page: Page, child: string) => page.locator(".pt-work tbody", { hasText: child });
  const told = (page: Page): Promise<string> => page.locator("main").innerText();

  test("says what to do first; a worker answers it with the keyboard alone, and it is gone", async () => {
    const page = await site.as("harrowmere.social-worker", { at: "/work" });
    await verifyPage(page, "My work");
    assert.match(await page.locator(".pt-work__next").innerText(), /^Do first: Social worker’s visits to a looked-after child for HM-0401, due 6 November 2026 and 14 days late\./);
    assert.match(await rows(page, "HM-0401").first().innerText(), /Runs from Social worker’s visit, 25 September 2026/);
    assert.equal(await rows(page, "HM-0403").count(), 0, "another’s");

    await tabTo(page, /^Answer: Social worker’s visits to a looked-after child, HM-0401/);
    await leave(page);
    await verifyPage(page, /Social worker’s visits/);
    for (const [part, text] of [["Day", "19"], ["Month", "11"], ["Year", "2026"]] as const) {
      await tabTo(page, part);
      await page.keyboard.type(text);
    }
    await tabTo(page, /^Actual/);
    await page.keyboard.press("Space");
    await tabTo(page, "Save the answer");
    await leave(page);
    await verifyPage(page, "My work");
    assert.match(await page.locator(".govuk-notification-banner").innerText(), /HM-0401, TC-05: .*Answered/s);
    assert.match(await page.locator(".pt-work__next").innerText(), /^Do next: .* for HM-0402, due 25 November 2026, in 5 days\./);
    assert.equal(await page.locator("#work-late").count(), 0);

    await follow(page.locator("a:text-is('This week')"));
    await verifyPage(page, "My week from 16 November 2026");
    await follow(page.locator("a", { hasText: "Week after" }));
    await verifyPage(page, "My week from 23 November 2026");
    assert.match(await page.locator("section", { hasText: "Wednesday 25 November 2026" }).innerText(), /HM-0402/);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".pt-work__actions").first().isVisible(), false);
    assert.ok(await page.locator(".pt-print-only").isVisible());
  });

  test("while somebody is away, has what is theirs, marked so, and it may be answered", async () => {
    const { app } = site;
    await app.store.inTransaction({ type: "operator", authority: HARROWMERE.code }, (writer) =>
      writer.addAccount({ account: "harrowmere.second-social-worker", name: "Juniper Vale", role: "social-worker", organisation: HARROWMERE.code, worker: null, team: "Permanence North" }));
    const manager = await site.as("harrowmere.team-manager", { expected: REFUSED, at: "/work" });
    await follow(manager.locator("a:text-is('When somebody is away')"));
    await verifyPage(manager, "When somebody is away");
    await manager.selectOption("#account", "harrowmere.second-social-worker");
    await manager.selectOption("#coveredBy", "harrowmere.social-worker");
    const type = async (id: string, ...parts: readonly string[]): Promise<void> => {
      for (const [i, part] of ["day", "month", "year"].entries()) await manager.fill(`#${id}-${part}`, parts[i]!);
    };
    await type("fromOn", "20", "11", "2026");
    await type("untilOn", "19", "11", "2026");
    await follow(manager.locator("button:text-is('Arrange cover')"));
    await verifyErrorSummary(manager, "The last day, 19 November 2026, is before the first, 20 November 2026");
    assert.equal(await manager.locator("#account").inputValue(), "harrowmere.second-social-worker", "what was chosen is kept");
    await type("untilOn", "27", "11", "2026");
    await follow(manager.locator("button:text-is('Arrange cover')"));
    assert.match(await told(manager), /Cover is arranged\..*Juniper Vale, by Ash Rowan\s+20 November 2026 to 27 November 2026 \(now\)/s);

    const page = await site.as("harrowmere.social-worker", { width: "phone", at: "/work" });
    await verifyPage(page, "My work");
    assert.match(await told(page), /The work of Juniper Vale is here too, until 27 November 2026/);
    assert.match(await rows(page, "HM-0403").first().innerText(), /For Juniper Vale, who is away/);
    await follow(rows(page, "HM-0403").locator("a", { hasText: "Answer" }));
    await verifyPage(page, /Social worker’s visits/);

    await follow(manager.locator("button", { hasText: "End it now" }));
    assert.match(await told(manager), /Cover has ended/);
    await page.goto("/work");
    assert.equal(await rows(page, "HM-0403").count(), 0);
  });
});
