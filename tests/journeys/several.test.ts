import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { packIds } from "../../src/web/pages/several/ticked.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { ELSEWHERE, WAITING } from "../support/stories.ts";
import { follow, REFUSED, until, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const copy = (localId: string, more: StoryChild["entries"] = []): StoryChild => ({ ...WAITING, localId, entries: [...WAITING.entries, ...more] });
const TWO_PANELS = copy("HM-0204", [{ kind: "matching-panel", on: "2027-03-04", certainty: "planned", recordedOn: "2026-11-02" }]);
const CHILDREN = [...["HM-0201", "HM-0202", "HM-0203", "HM-keys", "HM-plain", "HM-meanwhile"].map((localId) => copy(localId)), TWO_PANELS];

describe("working on several children, and on the line", () => {
  const site = useSite([...CHILDREN, ELSEWHERE]);
  const panels = async (localId: string): Promise<readonly string[]> => {
    const entries = await site.app.store.reader({ type: "operator", authority: HARROWMERE.code }).entriesOf(site.recordOf(localId));
    const gone = new Set(entries.map((e) => e.supersedes));
    return entries.filter((e) => e.kind === "matching-panel" && !gone.has(e.number) && e.cause !== "entered-in-error" && e.cause !== "not-going-ahead").map((e) => `${e.happenedOn} ${e.certainty}`);
  };
  const line = (page: Page, localId: string) => page.locator(`#line-${site.recordOf(localId)}`);

  test("twenty are ticked as three are: one refuses and is named, the others are saved together and undone together", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED });
    assert.ok(await page.locator("[data-tick-all]").isVisible());
    for (const localId of ["HM-0201", "HM-0202", "HM-0204"]) await page.getByRole("checkbox", { name: localId, exact: true }).check();
    assert.equal(await page.locator(".pt-several__count").innerText(), "3 ticked");
    await follow(page.locator("text=Do the same for all ticked"));
    assert.equal(await page.locator("h1").innerText(), "What do you want to do for all 3?");
    await page.fill("#find-kind", "matching pan");
    await follow(page.locator("#kinds a:visible", { hasText: /^Matching panel$/ }));
    await follow(page.locator("text=See what will change"));
    await verifyErrorSummary(page, "Enter the day");
    await page.fill("#happenedOn-day", "17 mar 2027");
    await follow(page.locator("text=See what will change"));
    await verifyErrorSummary(page, "HM-0201 and HM-0202 already have a date to come for this, which would move. Say why, once for all of them");
    assert.equal(await page.inputValue("#happenedOn-day"), "17 mar 2027");
    await page.fill("#reason", "The panel of January is full");
    await follow(page.locator("text=See what will change"));
    await verifyPage(page, "Check what will change");
    assert.match(await page.locator(".govuk-error-summary").innerText(), /Nothing can be saved yet\s+HM-0204 cannot be changed like this.*\s+HM-0204: Matching panel has more than one date to come/);
    assert.equal(await page.locator("text=Save for").count(), 0);
    await follow(page.locator("text=Leave HM-0204 out and look again"));
    assert.match(await page.locator("tbody tr", { hasText: "HM-0202" }).innerText(), /14 January 2027 \(planned\)\s+17 March 2027 \(planned\)/);
    assert.deepEqual(await panels("HM-0201"), ["2027-01-14 planned"], "nothing is saved by looking");
    await follow(page.locator("text=Save for 2 children"));
    await verifyPage(page, "Matching panel: recorded for 2 children");
    assert.equal(await page.locator(".govuk-notification-banner--success").count(), 1);
    const other = await site.as("harrowmere.tracking-administrator", { scripts: false, at: new URL(page.url()).pathname + "?saved=yes" });
    assert.equal(await other.locator(".govuk-notification-banner--success").count(), 0, "nobody is told of somebody else’s change that they saved it");
    assert.deepEqual([await panels("HM-0201"), await panels("HM-0204")], [["2027-03-17 planned"], ["2027-01-14 planned", "2027-03-04 planned"]]);
    await follow(page.locator("text=Undo this change"));
    assert.equal(await page.locator("h1").innerText(), "Matching panel: undone for 2 children");
    assert.deepEqual(await panels("HM-0202"), ["2027-01-14 planned"]);
  });

  test("all of it without scripts: a change of worker for two, overtaken by somebody on the way", async () => {
    const page = await site.as("harrowmere.team-manager", { scripts: false, expected: REFUSED });
    assert.ok(!(await page.locator("[data-tick-all]").isVisible()), "nothing is shown that would do nothing");
    await follow(page.locator("text=Do the same for all ticked"));
    assert.equal(await page.locator("h1").innerText(), "No child is ticked");
    await follow(page.locator("text=Back to the tracker, as it was"));
    for (const localId of ["HM-0202", "HM-0203"]) await page.getByRole("checkbox", { name: localId, exact: true }).check();
    await follow(page.locator("text=Do the same for all ticked"));
    await follow(page.locator("a:text-is('Change of family finder')"));
    await page.selectOption("#detail-worker", "SW01001");
    await page.fill("#happenedOn-day", "16/11/2026");
    await follow(page.locator("text=See what will change"));
    const visit = { basedOn: "999999", certainty: "actual", "happenedOn-day": "12 nov 2026" };
    await page.request.post(`/children/${site.recordOf("HM-0203")}/record/visit`, { form: visit, headers: { origin: site.url } });
    await follow(page.locator("text=Save for 2 children"));
    const told = await page.locator("#overtaken").innerText();
    assert.match(told, /Somebody saved first[\s\S]*HM-0203: Social worker’s visit, 12 November 2026 \(actual\)/);
    await follow(page.locator("text=Save for 2 children"));
    assert.equal(await page.locator("h1").innerText(), "Family finder allocated: recorded for 2 children");
    assert.match(await page.locator("tbody tr", { hasText: "HM-0203" }).innerText(), /Ash Rowan, 16 November 2026 to now \(actual\)/);
  });

  test("a planned date is moved on its line by keyboard alone", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED });
    const edit = line(page, "HM-keys").locator("[data-edit-dates]");
    const press = (...keys: readonly string[]): Promise<void> => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    await edit.focus();
    await press("Space");
    await until(page, "document.activeElement?.matches('[data-dates-heading]') === true");
    assert.equal(await edit.getAttribute("aria-expanded"), "true");
    assert.ok(await page.evaluate("document.querySelector('.pt-edit-row').getBoundingClientRect().bottom <= innerHeight"), "all of it is in sight");
    await page.evaluate("scrollTo(0, 0)"); // a box half behind the head of the list would be measured by its other half
    await verifyPage(page, "Tracker");
    await press("Tab", "Tab");
    await page.keyboard.type("mar");
    await press("Escape");
    await until(page, "document.activeElement?.matches('[data-edit-dates][aria-expanded=false]') === true");
    await press("Enter");
    await until(page, "document.activeElement?.matches('[data-dates-heading]') === true");
    await press("Tab", "Tab");
    assert.equal(await page.evaluate("document.activeElement.value"), "mar", "what was typed is kept");
    await press("Enter");
    await until(page, "document.activeElement?.classList.contains('govuk-error-summary')");
    assert.equal(await page.locator(".govuk-error-summary__list").innerText(), "Say why the date moved");
    await press("Tab", "Enter");
    await page.keyboard.type("Papers are late");
    await press("Enter");
    await until(page, "document.activeElement?.matches('[data-edit-dates]') === true");
    assert.equal(await page.locator("main > [role=status].govuk-visually-hidden").last().innerText(), "HM-keys: matching panel moved to 14 March 2027 (planned)");
    assert.equal(await page.locator(".pt-edit-row").count(), 0);
    assert.deepEqual(await panels("HM-keys"), ["2027-03-14 planned"]);
    await press("Enter");
    await page.locator(".pt-dates__history", { hasText: "From 14 January 2027 to 14 March 2027: Papers are late, by Ash Rowan" }).waitFor();
  });

  test("without scripts it is a page, and leads back to the line", async () => {
    const page = await site.as("harrowmere.team-manager", { scripts: false, expected: REFUSED, at: "/tracker?stage=placement-order" });
    await follow(line(page, "HM-plain").locator("[data-edit-dates]"));
    assert.equal(await page.locator("h1").innerText(), "Dates to come for HM-plain");
    const one = page.locator("form.pt-dates__one").first();
    await follow(one.getByRole("button", { name: "Not going ahead" }));
    assert.equal(await page.locator(".govuk-error-summary__list").innerText(), "Say why, so that the next reader understands");
    await one.locator("[name=reason]").fill("The link ended");
    await follow(one.getByRole("button", { name: "Not going ahead" }));
    assert.match(page.url(), new RegExp(`/tracker\\?stage=placement-order#line-${site.recordOf("HM-plain")}$`));
    assert.equal(await line(page, "HM-plain").locator(".pt-line-said").innerText(), "HM-plain: matching panel of 14 January 2027 is not going ahead");
    assert.deepEqual(await panels("HM-plain"), []);
    await follow(line(page, "HM-plain").locator("[data-edit-dates]"));
    assert.match(await page.locator("main").innerText(), /Nothing is planned for this child/);
    await page.locator("select[name=kind]").selectOption({ label: "Matching panel" });
    await page.locator("form.pt-dates__one [id$=add-day]").fill("3 feb 2027");
    await follow(page.locator("text=Add this date"));
    assert.equal(await page.locator(".pt-line-said").innerText(), "HM-plain: matching panel added for 3 February 2027 (planned)");
  });

  test("somebody saved first: theirs is shown under the line, and what was typed is kept", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, width: "phone" });
    await line(page, "HM-meanwhile").locator("[data-edit-dates]").click();
    const row = page.locator(".pt-edit-row");
    await row.locator("[name=reason]").fill("Papers are late");
    await row.locator("[id$=-month]").first().fill("apr");
    const other = await site.as("harrowmere.tracking-administrator", { at: `/children/${site.recordOf("HM-meanwhile")}/dates` });
    await verifyPage(other, "Dates to come for HM-meanwhile");
    await other.locator("[name=reason]").fill("Panel was full");
    await other.locator("[id$=-month]").first().fill("2");
    await follow(other.locator("text=Move to this day"));
    await row.locator("text=Move to this day").click();
    await row.locator("#overtaken").waitFor();
    assert.match(await row.locator("#overtaken").innerText(), /14 February 2027 \(planned\)[\s\S]*Panel was full/);
    assert.deepEqual([await row.locator("[name=reason]").inputValue(), await row.locator("[id$=-month]").first().inputValue()], ["Papers are late", "apr"]);
    assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "as wide as the phone");
    await row.locator("text=Move to this day").click();
    await until(page, "document.querySelector('.pt-line-said')?.textContent === 'HM-meanwhile: matching panel moved to 14 April 2027 (planned)'");
  });

  test("those who may only read are offered nothing and refused, and nobody reaches another authority’s child", async () => {
    const children = packIds([site.recordOf("HM-0201"), site.recordOf("TW-0001")]);
    const form = { children, child: site.recordOf("HM-0201"), step: "save", versions: "999999,999999", "happenedOn-day": "17 mar 2027", certainty: "planned", reason: "x" };
    const addresses = [["/tracker/several", 403, 303], ["/tracker/several/matching-panel", 403, 404], [`/children/${site.recordOf("HM-0201")}/dates`, 403, 404], ["/changes/1/undo", 403, 404]] as const;
    const before = await panels("HM-0201");
    for (const [account, status] of [["three-rivers.agency-home-finder", 1], ["harrowmere.performance-analyst", 1], ["tidewell.team-manager", 2]] as const) {
      const page = await site.as(account, { expected: REFUSED });
      assert.equal(await page.locator("[data-tick], [data-edit-dates], [data-several]").count() > 0, status === 2, account);
      for (const address of addresses) {
        const answer = await page.request.post(address[0], { form, headers: { origin: site.url }, maxRedirects: 0 });
        assert.equal(answer.status(), address[status], `${account} at ${address[0]}`);
      }
      assert.equal((await page.request.get(`/tracker/several?children=${children}`)).status(), status === 1 ? 403 : 404);
    }
    assert.deepEqual(await panels("HM-0201"), before);
    const looking = await site.as("harrowmere.team-manager", { at: "/tracker?stood-on=2026-06-01" });
    assert.equal(await looking.locator("[data-tick], [data-edit-dates], [data-several]").count(), 0, "nothing is changed when looking at another day");
  });
});
