import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { settled } from "../../src/app/standards/recompute.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const BEGUN = [{ kind: "birth", on: "2024-03-04" }, { kind: "looked-after", on: "2025-09-07" }, { kind: "responsible-team", on: "2025-09-07", detail: { team: "Permanence North" } }, { kind: "allocated-worker", on: "2025-09-07", detail: { worker: "SW01001" } }] as const;
const DECIDED = { kind: "plan-decision", on: "2026-06-01", detail: { outcome: "made" } } as const;
const child = (localId: string, ...more: StoryChild["entries"]): StoryChild => ({ authority: HARROWMERE.code, localId, entries: [...BEGUN, ...more] });
const CHILDREN = [child("HM-0001"), child("HM-0002", DECIDED), child("HM-0003", DECIDED, { kind: "placement-order", on: "2026-09-01" })];

const main = (page: Page): Promise<string> => page.locator("main").innerText();
const button = (page: Page, text: string) => page.locator("main button", { hasText: text });
const link = (page: Page, text: string) => page.locator("main a", { hasText: text });

describe("looking after an authority", () => {
  const site = useSite(CHILDREN);

  test("an administrator begins at a page of their own, adds somebody, corrects what was wrong, and says that they leave", async () => {
    const page = await site.as("harrowmere.administrator", { expected: REFUSED });
    await verifyPage(page, "Administration");
    await follow(link(page, "People"));
    await verifyPage(page, "People");
    await follow(link(page, "Add somebody"));
    await verifyPage(page, "Add somebody");
    await page.fill("#worker", "SW 9");
    await page.fill("#email", "hazel.thorn");
    await follow(button(page, "Add them"));
    await verifyErrorSummary(page, "Enter their name, as colleagues know them", "Choose what they do", "A worker code is letters and figures with nothing between them, such as SW01001, 20 at most", "Enter one e-mail address, like ash.rowan@council.gov.uk");
    await page.fill("#email", "Hazel.Thorn@harrowmere.example");
    await page.fill("#name", "Hazel Thorn");
    await page.fill("#team", "Permanence North");
    await page.fill("#worker", "SW09009");
    await page.fill("#signInName", "hazel.thorn@harrowmere.example");
    await page.getByLabel("Child’s social worker", { exact: true }).check();
    await follow(button(page, "Add them"));
    await verifyPage(page, "Hazel Thorn");
    assert.match(await main(page), /Hazel Thorn is here\..*Permanence North.*SW09009.*hazel\.thorn@harrowmere\.example.*Hazel\.Thorn@harrowmere\.example.*Added as child’s social worker, Permanence North/s);

    await site.app.store.inTransaction({ type: "operator", authority: HARROWMERE.code }, (writer) => writer.addMessages(
      [1, 2].map(() => ({ account: "harrowmere.administrator", template: "agenda-sent", detail: { title: "Tracking meeting", heldOn: "2026-12-08" }, path: "/administration/teams" })), "2026-11-19T09:00:00.000Z"));
    await page.goto("/administration/people");
    assert.match(await page.locator("header").innerText(), /Inbox 2/);
    await follow(page.locator("header a", { hasText: "Inbox" }));
    await verifyPage(page, "Inbox");
    await follow(button(page, "See the agenda"));
    await verifyPage(page, "Teams");
    await page.goto("/inbox");
    assert.match(await main(page), /1 message not read.*New Tracking meeting: the agenda for 8 December 2026.*Read/s);

    await page.goto("/administration/people/harrowmere.social-worker/leave");
    await verifyPage(page, "They leave");
    assert.match(await main(page), /Ash Rowan has 3 children as social worker\. Ash Rowan \(Permanence North\) can give them to others\. Send them this address; you cannot open it yourself\.\s+http:\S*\/team\/children\?who=worker:harrowmere\.social-worker\s/);
    for (const [part, text] of [["day", "20"], ["month", "11"], ["year", "2026"]] as const) await page.fill(`#leftOn-${part}`, text);
    await follow(button(page, "Save"));
    assert.match(await main(page), /Ash Rowan leaves\. They are signed out.*Has left: not here since 20 November 2026.*Not here from 20 November 2026, leaving 3 children/s);
    assert.match(await main(page), /http:\S*\/team\/children\?who=nobody:social-worker\s/, "the children of somebody gone are nobody’s");
    await page.goto("/administration");
    assert.match(await main(page), /Ash Rowan: Not here from 20 November 2026/);
    await page.goto("/administration/people/harrowmere.administrator/change");
    assert.deepEqual(await page.locator("input[name=role]").count(), 1, "nobody is offered another role of their own");
    await page.goto("/administration/people/harrowmere.social-worker");
    await follow(button(page, "Here after all"));
    assert.match(await main(page), /is here after all/);
  });

  test("the agreement shows whom it would show before it is saved; a manager’s team is renamed for the children too", async () => {
    const page = await site.as("harrowmere.administrator", { width: "phone", expected: REFUSED });
    const finder = await site.as("three-rivers.agency-home-finder");
    assert.deepEqual(await finder.locator(".pt-tracker__id").allInnerTexts(), ["HM-0003"]);
    await page.goto("/administration/agreement/change");
    await verifyPage(page, "Change the agreement");
    await page.getByLabel("Decision made").check();
    await page.getByLabel("Family finding").check();
    await page.getByLabel("Names").uncheck();
    await follow(button(page, "See what will change"));
    await verifyPage(page, "Check what will change");
    assert.match(await main(page), /1 child would appear, and none would vanish; 1 stays shared\. At Adoption Three Rivers 1 regional agency home finder and 1 regional agency lead see them.*Appear to Adoption Three Rivers\s+HM-0002/s);
    assert.match(await main(page), /From family finder to regional agency home finder.*TC-20 /s);
    await follow(button(page, "Save the agreement"));
    await verifyPage(page, "Sharing agreement");
    assert.match(await main(page), /The agreement is saved.*Children are shared from: decision made\..*hidden: the child’s name.*family finding/s);
    await settled(site.app);
    await finder.reload();
    assert.deepEqual((await finder.locator(".pt-tracker__id").allInnerTexts()).toSorted(), ["HM-0002", "HM-0003"]);

    await page.goto("/administration/teams");
    await verifyPage(page, "Teams");
    await follow(link(page, "Rename"));
    await page.fill("#team", "North and coast");
    await follow(button(page, "See what will change"));
    await verifyPage(page, "Check what will change");
    assert.match(await main(page), /“Permanence North” is called “North and coast” from now on.*for 3 children/s);
    await follow(button(page, "Rename the team"));
    assert.match(await main(page), /“Permanence North” is called “North and coast”\..*North and coast/s);
  });

  test("a rule restricts records for those whom it does not admit, said first; who works with a child is found and named", async () => {
    const page = await site.as("harrowmere.administrator", { expected: REFUSED, at: "/administration/restriction" });
    await verifyPage(page, "When records are restricted");
    assert.equal(await page.getByLabel("Adoption records officer").count(), 0, "who is admitted in any case is not to be unticked");
    await page.getByLabel("Placement order").check();
    await follow(button(page, "See what will change"));
    await verifyPage(page, "Check what will change");
    assert.match(await main(page), /1 child’s record would become restricted.*Performance analyst\s+3\s+2 \(1 fewer\)/s);
    await follow(button(page, "Save the rule"));
    assert.match(await main(page), /The rule is saved.*Now records are restricted from: placement order/s);
    const analyst = await site.as("harrowmere.performance-analyst");
    assert.deepEqual((await analyst.locator(".pt-tracker__id").allInnerTexts()).toSorted(), ["HM-0001", "HM-0002"]);

    await page.goto("/administration/children");
    await page.fill("#localId", "HM-9999");
    await follow(button(page, "Find"));
    await verifyErrorSummary(page, "No child has this local id, or none whom you may look up. Check it with whoever gave it to you");
    await page.fill("#localId", "hm-0003");
    await follow(button(page, "Find"));
    await verifyPage(page, "Who works with HM-0003");
    assert.equal(await page.locator("#account option[value='harrowmere.auditor']").count(), 0, "who opens no child’s record is not offered");
    assert.deepEqual([await page.inputValue("#from-day"), await page.inputValue("#from-month"), await page.inputValue("#from-year")], ["20", "11", "2026"]);
    await page.selectOption("#account", "harrowmere.performance-analyst");
    await page.selectOption("#as", "named");
    for (const [part, text] of [["day", "20"], ["month", "11"], ["year", "2026"]] as const) await page.fill(`#from-${part}`, text);
    await page.fill("#why", "Checks the figures of this child");
    await follow(button(page, "Name them"));
    assert.match(await main(page), /They are named on the record.*Named as one of those who may open the restricted record\s+20 November 2026, no end yet/s);
    await analyst.reload();
    assert.equal(await analyst.locator(".pt-tracker__id").count(), 3);
    await page.goto("/administration/changes");
    await verifyPage(page, "What was changed");
    assert.equal((await page.request.get("/tracker")).status(), 403);
    const agency = await site.as("three-rivers.administrator", { expected: REFUSED });
    assert.equal((await agency.goto("/administration/restriction"))?.status(), 403);
    assert.doesNotMatch(await main(agency), /change your role/, "no role of the agency could");
  });
});
