import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findChildren } from "../../src/app/find-children.ts";
import { personOf } from "../../src/app/people.ts";
import { useSite } from "../support/site.ts";
import { EVERYBODY } from "../support/stories.ts";
import { follow, REFUSED, verifyPage } from "../support/verify-page.ts";

describe("who sees whom", () => {
  const site = useSite(EVERYBODY);

  for (const [account, sees] of [
    ["harrowmere.team-manager", ["HM-0001", "HM-0002", "HM-0003", "HM-0101", "HM-0102"]],
    ["harrowmere.social-worker", ["HM-0001"]],
    ["tidewell.team-manager", ["TW-0001"]],
    ["tidewell.social-worker", ["TW-0001"]],
    ["three-rivers.agency-home-finder", ["HM-0001", "HM-0101", "HM-0102", "TW-0001"]],
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
        assert.equal((await page.goto(`/children/${site.recordOf(localId)}`))?.status(), visible ? 200 : 404, `${localId} by address`);
      }
      await page.goto("/tracker");
      await verifyPage(page, "Tracker");
    });
  }

  test("the agency sees whose child each is, and may only read", async () => {
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

  test("asking for an authority that is not theirs shows nobody", async () => {
    const page = await site.as("tidewell.team-manager");
    await page.goto("/tracker?authority=E10000901");
    assert.equal(await page.locator(".pt-tracker__id").count(), 0);
  });
});
