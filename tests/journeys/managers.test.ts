import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { day } from "../../src/domain/dates/day.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { WAITING } from "../support/stories.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const copy = (localId: string): StoryChild => ({ ...WAITING, localId });

describe("managers", () => {
  const site = useSite([copy("HM-0501"), copy("HM-0502"), { ...copy("HM-0503"), entries: [...WAITING.entries, { kind: "interagency-discussed", on: "2026-11-16" }] }]);

  before(() => site.app.store.inTransaction({ type: "operator", authority: HARROWMERE.code }, async (writer) => {
    await writer.addAccount({ account: "harrowmere.second-worker", name: "Birch Ember", role: "social-worker", organisation: HARROWMERE.code, worker: "SW02002" });
    await writer.addAccount({ account: "harrowmere.gone", name: "Cedar Vane", role: "social-worker", organisation: HARROWMERE.code, worker: "SW03003", leftOn: day("2026-11-02") });
  }));

  test("a team manager sees who has what is late, gives two children to another worker, and that worker sees what was left open", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED });
    await follow(page.locator("nav a:text-is('Team')"));
    await verifyPage(page, "Team: Permanence North");
    const row = page.locator("table", { hasText: "Late and due, by whoever has it" }).locator("tr", { hasText: "Ash Rowan (child’s social worker)" });
    const late = Number(await row.locator("td[data-label='Late'] a").evaluate((a) => a.firstChild?.textContent));
    assert.ok(late > 0);
    await follow(row.locator("td[data-label='Late'] a"));
    await verifyPage(page, "Late: Ash Rowan (child’s social worker)");
    assert.equal(await page.locator("tbody tr").count(), late, "the list is as long as the figure said");
    await follow(page.locator("a.govuk-back-link"));
    await follow(row.locator("td[data-label='Children'] a"));
    await verifyPage(page, "Children of Ash Rowan (child’s social worker)");
    await follow(page.locator("text=Give those ticked to another worker"));
    await verifyErrorSummary(page, "Tick at least one child");
    for (const localId of ["HM-0501", "HM-0502"]) await page.getByRole("checkbox", { name: localId, exact: true }).check();
    await follow(page.locator("text=Give those ticked to another worker"));
    await verifyPage(page, "Give 2 children to another worker");
    assert.equal(await page.locator("#to option", { hasText: "Cedar Vane" }).count(), 0, "who has left is not offered");
    await follow(page.locator("text=See what will change"));
    await verifyErrorSummary(page, "Choose whether they are given to a social worker or to a family finder", "Choose who is to have these children", "Say why, for whoever reads these children’s records later");
    await page.check("#track");
    await page.selectOption("#to", "harrowmere.second-worker");
    await page.fill("#reason", "Ash goes to another team");
    const gone = { children: await page.inputValue("[name=children]"), track: "allocated-worker", to: "harrowmere.gone", reason: "x", "happenedOn-day": "20 nov 2026", step: "save", versions: "999999,999999" };
    const refused = await page.request.post("/team/reassign", { form: gone, headers: { origin: site.url } });
    assert.equal(refused.status(), 422);
    assert.match(await refused.text(), /Cedar Vane left on 2 November 2026\. Choose somebody who is still here/);
    await follow(page.locator("text=See what will change"));
    await verifyPage(page, "Check what will change");
    assert.match(await page.locator("tbody tr", { hasText: "HM-0502" }).innerText(), /Ash Rowan, 2 April 2025 to now[\s\S]*Birch Ember, 20 November 2026 to now[\s\S]*Ash goes to another team/);
    await follow(page.locator("text=Save for 2 children"));
    await verifyPage(page, "Allocated social worker: recorded for 2 children");
    assert.equal(await page.locator("button:text-is('Undo this change')").count(), 1);

    const worker = await site.as("harrowmere.second-worker", { at: "/work" });
    const taken = await worker.locator("section", { has: worker.locator("#taken-heading") }).innerText();
    assert.match(taken, /HM-0501: yours since 20 November 2026, before that Ash Rowan’s\. \d+ things left open\s+of HM-0501\s*, \d+ late/);
    assert.ok(!taken.includes("HM-0503"));
    assert.equal((await worker.request.get("/team")).status(), 403, "the team’s page is its manager’s");
  });

  test("a service manager’s page says what waits, how the teams stand and what changed, each with its list", async () => {
    const page = await site.as("harrowmere.service-manager");
    await follow(page.locator("nav a:text-is('Service')"));
    await verifyPage(page, "Service");
    const main = await page.locator("main").innerText();
    assert.match(main, /Since 13 November 2026[\s\S]*Late and due, by team[\s\S]*Drift[\s\S]*Challenges\s+None is open/);
    await follow(page.locator("table.pt-amounts").first().locator("th a"));
    assert.match(await page.locator("h1").innerText(), /^Team: /);
  });

  test("an assistant director, who decides on no search, is led to the child and not to the decision", async () => {
    const manager = await site.as("harrowmere.service-manager");
    const director = await site.as("harrowmere.assistant-director");
    for (const [page, decides] of [[manager, true], [director, false]] as const) {
      await page.goto("/service");
      assert.equal(await page.locator("main a[href$='/record/interagency-decision']").count() > 0, decides);
    }
  });
});
