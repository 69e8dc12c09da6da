import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { settled } from "../../src/app/standards/recompute.ts";
import { makeChange } from "../../src/app/standards/change-standards.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

/** Moved in ten weeks ago: the application is due on 30 November 2026, by a standard that needs two managers for more. */
const LATE: StoryChild = {
  authority: HARROWMERE.code, localId: "HM-0301",
  entries: [
    { kind: "birth", on: "2025-01-20" }, { kind: "looked-after", on: "2025-09-01" },
    { kind: "legal-status", on: "2026-01-26", detail: { status: "E1" } }, { kind: "allocated-worker", on: "2025-09-01", detail: { worker: "SW01001" } },
    { kind: "plan-decision", on: "2025-12-15", detail: { outcome: "made" } }, { kind: "placement-order", on: "2026-01-26" },
    { kind: "match-decision", on: "2026-06-10", detail: { outcome: "made" } }, { kind: "placed-for-adoption", on: "2026-09-14" },
  ],
};

async function typeDate(page: Page, id: string, day: string, month: string, year: string): Promise<void> {
  for (const [part, text] of [["day", day], ["month", month], ["year", year]]) await page.fill(`#${id}-${part}`, text!);
}

describe("more time", () => {
  const site = useSite([LATE]);
  const address = (rest = ""): string => `/children/${site.recordOf("HM-0301")}${rest}`;
  const NEW = "/extensions/new?standard=SHEF-A04&occurrence=1";
  const told = (page: Page): Promise<string> => page.locator("main").innerText();

  before(async () => {
    const lead = (await site.app.store.directory.person("harrowmere.practice-lead"))!;
    const outcome = await makeChange(site.app, lead, { type: "adopt-pack", pack: "sheffield-2015", from: "2026-01-01" }, "Agreed by the service", 0);
    assert.equal(outcome.outcome, "done");
    await settled(site.app);
  });

  test("is asked for by the worker, signed by both managers each in their own office, and then moves the clock", async () => {
    const worker = await site.as("harrowmere.social-worker", { expected: REFUSED, at: address("/clocks") });
    await follow(worker.locator(".pt-clock", { hasText: "SHEF-A04" }).locator("a", { hasText: "Ask for more time" }));
    await verifyPage(worker, "Ask for more time");
    assert.match(await told(worker), /The service manager of adoption and the service manager of fieldwork, each with a sign-off of their own\. Not you/);
    await typeDate(worker, "dueOn", "1", "nov", "2026");
    await worker.check("#adoptersNotReady");
    await follow(worker.locator("button:text-is('Ask for more time')"));
    await verifyErrorSummary(worker, "It is due on 30 November 2026: the new day must be later", "Say why more time is needed",
      "Say what support is proposed for the adopters", "Say which system holds the written report", "Say where in that system the report is", "Enter the date of the report", "Say who wrote the report");
    await typeDate(worker, "dueOn", "11", "jan", "2027");
    await worker.fill("#why", "Their second bedroom is being built");
    await worker.fill("#support", "Two more visits");
    await worker.fill("#reportSystem", "Case system");
    await worker.fill("#reportPlace", "Documents, adoption");
    await typeDate(worker, "reportOn", "18", "11", "2026");
    await worker.fill("#reportBy", "Ash Rowan");
    await follow(worker.locator("button:text-is('Ask for more time')"));
    await verifyPage(worker, "HM-0301");
    const waiting = worker.locator(".pt-clock", { hasText: "SHEF-A04" });
    assert.match(await waiting.innerText(), /due 30 November 2026.*More time asked for, to 11 January 2027, by Ash Rowan on 20 November 2026\. It waits for the service manager of adoption \(Ash Rowan\) and the service manager of fieldwork \(Ash Rowan\)/s);
    assert.equal(await waiting.locator("a", { hasText: "Ask for more time" }).count(), 0, "asked for once");
    await follow(waiting.locator("a", { hasText: "Open the request" }));
    await verifyPage(worker, "More time asked for");
    assert.match(await told(worker), /Written report\s+Case system, Documents, adoption, 18 November 2026, by Ash Rowan/);
    assert.equal(await worker.locator("button:text-is('Sign')").count(), 0);
    const request = new URL(worker.url()).pathname;

    const director = await site.as("harrowmere.assistant-director", { at: request });
    assert.match(await told(director), /you hold no such office/);

    for (const [account, office, next] of [["service-manager", "adoption", /It waits for the service manager of fieldwork \(Ash Rowan\)/], ["fieldwork-manager", "fieldwork", /Extended to 11 January 2027, agreed by Ash Rowan \(service manager of adoption\) on 20 November 2026 and Ash Rowan \(service manager of fieldwork\) on 20 November 2026/]] as const) {
      const manager = await site.as(`harrowmere.${account}`, { expected: REFUSED });
      await follow(manager.locator("nav a:text-is('Sign-offs')"));
      await verifyPage(manager, "Sign-offs");
      assert.match(await told(manager), /Waiting for you: 1/);
      await follow(manager.locator("a", { hasText: "HM-0301" }));
      await follow(manager.locator("button:text-is('Sign')"));
      await verifyErrorSummary(manager, "Choose whether you agree to the extension");
      assert.match(await told(manager), new RegExp(`Do you agree, as service manager of ${office}\\?`));
      await manager.check("#agreed");
      await follow(manager.locator("button:text-is('Sign')"));
      await verifyPage(manager, "Sign-offs");
      assert.match(await told(manager), /You signed: more time is agreed by your office/);
      await manager.goto(address("/clocks"));
      assert.match(await manager.locator(".pt-clock", { hasText: "SHEF-A04" }).innerText(), next);
      const again = await manager.request.post(`${site.url}${request}`, { form: { basedOn: "999999", agreed: "no", note: "Second thoughts" }, headers: { origin: site.url } });
      assert.equal(again.status(), 422);
      assert.match(await again.text(), /You signed this on 20 November 2026\. A sign-off is recorded once/);
    }
    await worker.goto(address("/clocks"));
    assert.match(await worker.locator(".pt-clock", { hasText: "SHEF-A04" }).innerText(), /due 11 January 2027/);
    await worker.goto(address("/clocks?known-on=2026-11-19"));
    assert.match(await worker.locator(".pt-clock", { hasText: "SHEF-A04" }).innerText(), /due 30 November 2026/, "as it was known the day before");
  });

  test("is never signed by whoever asked, by those who sign nothing, nor from another authority", async () => {
    const manager = await site.as("harrowmere.service-manager", { expected: REFUSED, at: address("/clocks") });
    await follow(manager.locator(".pt-clock, .pt-table tr", { hasText: "SHEF-" }).locator("a", { hasText: "Ask for more time" }));
    await typeDate(manager, "dueOn", "1", "mar", "2027");
    await manager.fill("#why", "The family is away");
    if (await manager.locator("#adoptersNotReady-2").count() > 0) await manager.check("#adoptersNotReady-2");
    await follow(manager.locator("button:text-is('Ask for more time')"));
    await manager.goto(address("/clocks"));
    await follow(manager.locator(".pt-beside li", { hasText: "It waits for" }).locator("a"));
    const request = new URL(manager.url()).pathname;
    assert.match(await told(manager), /You asked for this extension, and nobody signs off their own request/);
    const sign = (page: Page) => page.request.post(`${site.url}${request}`, { form: { basedOn: "999999", agreed: "yes", note: "" }, headers: { origin: site.url } });
    assert.equal((await sign(manager)).status(), 422);
    const worker = await site.as("harrowmere.social-worker", { expected: REFUSED });
    assert.equal((await sign(worker)).status(), 403);
    assert.equal((await worker.request.get("/sign-offs")).status(), 403);
    const stranger = await site.as("tidewell.fieldwork-manager", { expected: REFUSED });
    assert.equal((await sign(stranger)).status(), 404);
    assert.equal((await stranger.request.get(address(NEW))).status(), 404);
    await stranger.goto("/sign-offs");
    assert.match(await told(stranger), /Waiting for you: 0/);
    const director = await site.as("harrowmere.assistant-director", { expected: REFUSED });
    assert.equal((await director.request.get(address(NEW))).status(), 403, "they sign, and do not ask");
    const rows = await site.app.store.reader({ type: "operator", authority: HARROWMERE.code }).entriesOf(site.recordOf("HM-0301"));
    assert.equal(rows.filter((e) => e.kind === "extension-signed-off").length, 2, "nothing but the two of before");
  });

  test("a target set for the child stands beside the standard’s own day, among the days the child should keep", async () => {
    const page = await site.as("harrowmere.team-manager", { width: "phone", at: address("/clocks") });
    await follow(page.locator(".pt-clock", { hasText: "SHEF-A04" }).locator("a", { hasText: "Set a target" }));
    assert.equal(await page.inputValue("#detail-standard"), "SHEF-A04");
    await typeDate(page, "detail-dueOn", "14", "12", "2026");
    await page.fill("#detail-note", "Before the school holidays");
    await follow(page.locator("button:text-is('Save')"));
    await page.goto(address());
    await verifyPage(page, "HM-0301");
    const targets = await page.locator("section", { has: page.locator("#targets-heading") }).locator("tbody tr").allInnerTexts();
    const line = (start: string, by: string): string => targets.find((row) => row.startsWith(start) && row.includes(by)) ?? assert.fail(`${start}, ${by}: ${targets.join("\n")}`);
    assert.match(line("Matched with a family", "27 May 2026"), /121 days from the placement order on 26 January 2026 \(scorecard A2\).*Not met.*done 10 June 2026, 14 days after/s);
    assert.match(line("Moved in with the family", "1 November 2026"), /426 days from coming into care on 1 September 2025.*Met.*on 14 September 2026/s);
    assert.match(line("Adoption application", "14 December 2026"), /target for this child.*Set by Ash Rowan on 20 November 2026: Before the school holidays.*Still possible.*24 days left/s);
    assert.match(line("Adoption application", "11 January 2027"), /SHEF-A04/);
    await page.goto(address("/clocks"));
    assert.match(await page.locator(".pt-clock", { hasText: "SHEF-A04" }).innerText(), /due 11 January 2027.*Target for this child: 14 December 2026, set by Ash Rowan on 20 November 2026: Before the school holidays/s);
    await verifyPage(page, "HM-0301");
  });
});
