import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { useSite } from "../support/site.ts";
import { EVERYBODY } from "../support/stories.ts";
import { leave, tabTo } from "../support/keys.ts";

describe("with a keyboard alone", () => {
  const site = useSite(EVERYBODY);

  test("somebody signs in, narrows and sorts the tracker, opens a child as at another day, records what is planned and comes back", async () => {
    const page = await site.as(undefined);
    const type = (text: string): Promise<void> => page.keyboard.type(text);
    const press = (key: string): Promise<void> => page.keyboard.press(key);

    await page.goto("/sign-in?then=/tracker");
    await tabTo(page, /^Team manager, Harrowmere/);
    await leave(page);

    await tabTo(page, "Skip to main content");
    await press("Enter");
    assert.equal(await page.evaluate("document.activeElement.id"), "main-content");
    await tabTo(page, /^Status ?Any/);
    await press("Enter");
    await tabTo(page, /^Late/);
    await press("Space");
    await tabTo(page, "Show");
    await leave(page);
    assert.match(page.url(), /status=late/);
    assert.ok((await page.locator(".pt-tracker__child").count()) < 5);

    await tabTo(page, /^Child, sort/);
    await leave(page);
    assert.match(page.url(), /sort=child/);
    assert.equal(await page.locator("th[aria-sort]").innerText().then((text) => text.split(",")[0]!.trim()), "Child");

    await tabTo(page, "HM-0001");
    await leave(page);
    await tabTo(page, "Earlier step");
    await press("Space");
    assert.match(await page.locator("[data-line-said]").innerText(), /^Matching panel, 14 January 2027 \(planned\)\. Step \d+ of \d+$/);

    await tabTo(page, "See it as at another day");
    await press("Enter");
    await tabTo(page, /^As it stood/);
    await press("ArrowDown");
    assert.equal(await page.locator("input[name=how]:checked").getAttribute("value"), "known");
    for (const [part, text] of [["Day", "1"], ["Month", "11"], ["Year", "2026"]] as const) {
      await tabTo(page, part);
      await type(text);
    }
    await Promise.all([page.waitForURL(/known-on=2026-11-01/), press("Enter")]);
    assert.equal(await page.locator(".pt-line .pt-mark--planned").count(), 0, "the panel was not planned by then");
    await tabTo(page, /now/i);
    await leave(page);

    await tabTo(page, "Record what happened");
    await leave(page);
    await tabTo(page, /Which|Find|milestone/i);
    await type("final hearing");
    await tabTo(page, /^Final hearing/);
    await leave(page);
    for (const [part, text] of [["Day", "15"], ["Month", "12"], ["Year", "2026"]] as const) {
      await tabTo(page, part);
      await type(text);
    }
    await tabTo(page, /^(Actual|Planned|Provisional|It has happened)/i);
    const certainty = (): Promise<string | undefined> => page.evaluate<string | undefined>("document.querySelector('input[name=certainty]:checked')?.value");
    for (let tries = 0; tries < 3 && await certainty() !== "planned"; tries++) await press("ArrowDown");
    assert.equal(await certainty(), "planned");
    await tabTo(page, "Save");
    await leave(page);
    assert.match(await page.locator(".govuk-notification-banner--success").innerText(), /Recorded: Final hearing, 15 December 2026 \(planned\)/);

    await tabTo(page, "Tracker");
    await leave(page);
    assert.match(page.url(), /\/tracker/);
  });
});
