import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findChildren } from "../../src/app/find-children.ts";
import { personOf } from "../../src/app/people.ts";
import { useSite } from "../support/site.ts";
import { readWord } from "../support/word.ts";
import { EVERYBODY } from "../support/stories.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

describe("who sees whom", () => {
  const site = useSite(EVERYBODY);

  for (const [account, sees] of [
    // From the adoption order a record is open to those the authority’s rule admits, and to nobody else of their role.
    ["harrowmere.service-manager", ["HM-0001", "HM-0002", "HM-0003", "HM-0101", "HM-0102"]],
    ["harrowmere.team-manager", ["HM-0001", "HM-0002", "HM-0003"]],
    ["harrowmere.social-worker", ["HM-0001"]],
    ["tidewell.team-manager", ["TW-0001"]],
    ["tidewell.social-worker", ["TW-0001"]],
    ["three-rivers.agency-home-finder", ["HM-0001", "TW-0001"]],
  ] as const) {
    test(`${account}: by list, count, search, and address`, async () => {
      const page = await site.as(account, { expected: REFUSED });
      const viewer = await personOf(site.app, account);
      assert.ok(viewer !== undefined);
      assert.deepEqual((await page.locator(".pt-tracker__id").allInnerTexts()).sort(), sees);
      assert.match(await page.locator(".pt-above-list__count").innerText(), new RegExp(`^${sees.length} child`));
      const river = await page.locator(".pt-river__count").first().innerText();
      assert.equal(Number.parseInt(river, 10), sees.length);
      for (const { localId } of EVERYBODY) {
        const visible = (sees as readonly string[]).includes(localId);
        const { rows } = await findChildren(site.app, viewer, localId, 10);
        assert.equal(rows.some((child) => child.localId === localId), visible, `${localId} by search`);
        assert.equal((await page.request.get(`/children/${site.recordOf(localId)}`)).status(), visible ? 200 : 404, `${localId} by address`);
      }
      await verifyPage(page, "Tracker");
    });
  }

  test("the agency sees whose child each is, and records nothing of the authority’s", async () => {
    const page = await site.as("three-rivers.agency-home-finder");
    assert.match(await page.locator(".pt-tracker__child", { hasText: "TW-0001" }).innerText(), /Tidewell/);
    await page.locator(".pt-pick__summary", { hasText: "Authority" }).click();
    await page.getByLabel("Tidewell").check();
    await follow(page.locator(".pt-filter__button"));
    assert.deepEqual(await page.locator(".pt-tracker__id").allInnerTexts(), ["TW-0001"]);
    await follow(page.locator("text=TW-0001"));
    assert.equal(await page.locator("main a:has-text('Record')").count(), 0);
    await verifyPage(page, "TW-0001");
  });

  test("the agency’s lead reads the region’s figures and makes a pack of them, which tells of no child", async () => {
    const page = await site.as("three-rivers.agency-lead", { width: "phone", at: "/region" });
    await verifyPage(page, "The region");
    assert.match(await page.locator("section[aria-labelledby=waits]").innerText(), /The region.*Tidewell/s);
    await follow(page.locator("button:text-is('Make the pack')"));
    await verifyErrorSummary(page, "Choose for whom the pack is");
    await verifyPage(page, "The region");
    await page.check("input[value=board]");
    await follow(page.locator("button:text-is('Make the pack')"));
    const file = await page.request.get((await page.locator(".govuk-notification-banner a").getAttribute("href")) ?? "");
    assert.doesNotMatch(readWord(await file.body()).everything, /(HM|TW)-0001/);
    assert.match(readWord(await (await page.request.get("/region/operations.docx")).body()).everything, /TW-0001/);
    assert.match(await (await page.request.get("/region/downloads/region.csv?table=waits")).text(), /Authority,.*\r\nThe region,.*\r\n.*Tidewell/s);
    assert.equal((await page.request.get("/region/downloads/region.xlsx")).status(), 200);
    assert.equal((await (await site.as("harrowmere.service-manager", { expected: REFUSED })).request.get("/region")).status(), 403);
  });

  test("the agency keeps a date of its own, which differs; it proposes its own, and the authority puts its own right", async () => {
    const agency = await site.as("three-rivers.agency-home-finder", { expected: REFUSED });
    const refused = await agency.request.get(`/children/${site.recordOf("TW-0001")}/record/placement`);
    assert.equal(refused.status(), 403);
    assert.doesNotMatch(await refused.text(), /change your role/, "no role would open it: the authority has not given it");
    await agency.goto(`/children/${site.recordOf("TW-0001")}`);
    await follow(agency.locator("text=See its dates and notes"));
    await follow(agency.locator("button:has-text('Put down the date')"));
    await verifyPage(agency, "The regional agency’s record");
    assert.match(await agency.locator(".govuk-error-summary").innerText(), /Choose what the date is of/);
    await agency.selectOption("#of", "placement-order");
    for (const [box, text] of [["day", "3"], ["month", "6"], ["year", "2026"]] as const) await agency.fill(`#on-${box}`, text);
    await agency.check("input[name=certainty][value=actual]");
    await agency.fill("#date-note", "The day we were told");
    await follow(agency.locator("button:has-text('Put down the date')"));
    await verifyPage(agency, "The regional agency’s record");
    await agency.click("summary:has-text('Settle it')");
    await agency.check("input[value=agency]");
    await agency.fill("textarea[name^=why]", "The order is dated the 3rd");
    await follow(agency.locator("button:has-text('Settle it')"));
    assert.match(await agency.locator(".pt-differ").innerText(), /waits for the authority/);

    const authority = await site.as("tidewell.tracking-administrator", { width: "phone", at: "/work" });
    await follow(authority.locator("section:has(#differences-section) a", { hasText: "TW-0001" }));
    await verifyPage(authority, "The regional agency’s record");
    await authority.click("summary:has-text('Settle it')");
    await authority.check("input[value=agency]");
    await authority.fill("textarea[name^=why]", "So it is");
    await follow(authority.locator("button:has-text('Settle it')"));
    assert.match(await authority.locator(".govuk-notification-banner").innerText(), /Placement order: settled/);
    assert.equal(await authority.locator(".pt-differ").count(), 0);
    await authority.goto("/tracker?differs=yes");
    assert.equal(await authority.locator(".pt-tracker__id").count(), 0);
  });

  test("asking for an authority that is not theirs shows nobody", async () => {
    const page = await site.as("tidewell.team-manager", { at: "/tracker?authority=E10000901" });
    assert.equal(await page.locator(".pt-tracker__id").count(), 0);
  });

  test("a team manager restricts a record, names who stays, and whoever is not named finds nothing", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED });
    const record = `/children/${site.recordOf("HM-0001")}`;
    await page.goto(record);
    await follow(page.locator("text=Who may open it"));
    await verifyPage(page, "Who may open this record");
    assert.match(await page.locator("table").first().innerText(), /Ash Rowan, child’s social worker, Permanence North\s+The child’s social worker/);
    assert.match(await page.locator(".govuk-warning-text").innerText(), /Whoever is not named loses this record at once: Ash Rowan, and \d+ other people who have it by their role/);
    await follow(page.locator("button:text-is('Restrict the record')"));
    assert.match(await page.locator(".govuk-error-summary").innerText(), /Say why the record is restricted/);
    await page.locator("#restrict-why").fill("An adopter works in our contact service");
    assert.equal(await page.getByLabel("Ash Rowan, child’s social worker, Permanence North").isChecked(), true, "whoever has the child stays, unless somebody says otherwise");
    await follow(page.locator("button:text-is('Restrict the record')"));
    assert.match(await page.locator("main").innerText(), /This record is restricted\.[^]*Restricted\s+Somebody restricted this record by hand[^]*Why: An adopter works in our contact service/);
    await verifyPage(page, "Who may open this record");

    const reviewer = await site.as("harrowmere.reviewing-officer", { expected: REFUSED });
    assert.equal((await reviewer.request.get(record)).status(), 404);
    await reviewer.goto("/tracker");
    assert.ok(!(await reviewer.content()).includes("HM-0001"));
    const worker = await site.as("harrowmere.social-worker", { at: record });
    assert.match(await worker.locator("main").innerText(), /Restricted\s+This record is restricted: few people can open it/);
    assert.equal(await worker.locator("text=Who may open it").count(), 0);

    await page.locator("#name-account").selectOption("harrowmere.legal");
    await page.getByLabel("Legal adviser in the proceedings").check();
    await page.locator("#name-why").fill("Advises on the application");
    await follow(page.locator("button:text-is('Name them')"));
    assert.match(await page.locator("table").first().innerText(), /legal services\s+Legal adviser in the proceedings\s+Advises on the application\s+From 20 November 2026, with no end yet\s+Does not know them/);
    const legal = await site.as("harrowmere.legal", { at: record });
    await verifyPage(legal, "HM-0001");

    await page.locator("#unrestrict-why").fill("They have left the service");
    await follow(page.locator("button:text-is('End the restriction')"));
    assert.match(await page.locator("main").innerText(), /The restriction has ended\.[^]*Everybody at Harrowmere/);
    await page.locator("summary", { hasText: "End: Ash Rowan, Legal adviser" }).click();
    await page.locator("details[open] textarea").fill("The proceedings are over");
    await follow(page.locator("details[open] button"));
    assert.match(await page.locator("main").innerText(), /They are no longer named on this record/);
    assert.equal((await reviewer.request.get(record)).status(), 200);

    // Whoever restricts it and does not stay is on the other side of the wall with the rest.
    await page.locator("#restrict-why").fill("So do I know them");
    await page.getByLabel("I stay named on it myself").uncheck();
    await follow(page.locator("button:text-is('Restrict the record')"));
    assert.match(await page.locator("main").innerText(), /This record is restricted\./);
    await verifyPage(page, "My work");
    assert.equal((await page.request.get(record)).status(), 404);
  });
});
