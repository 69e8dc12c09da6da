import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { HARROWMERE, useSite } from "../support/site.ts";
import { EVERYBODY, WAITING } from "../support/stories.ts";
import { follow, REFUSED, until, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const COPIES = ["recorded", "plain", "refused", "overtaken", "corrected", "withdrawn", "gone", "back"].map((name) => ({ ...WAITING, localId: `HM-${name}` }));

async function typeDate(page: Page, id: string, day: string, month: string, year: string): Promise<void> {
  await page.fill(`#${id}-day`, day);
  await page.fill(`#${id}-month`, month);
  await page.fill(`#${id}-year`, year);
}

describe("recording what happened", () => {
  const site = useSite([...EVERYBODY, ...COPIES]);
  const address = (localId: string, rest = ""): string => `/children/${site.recordOf(localId)}${rest}`;
  const banner = (page: Page): Promise<string> => page.locator(".govuk-notification-banner--success").innerText();

  test("somebody finds the milestone by any of its names, says when, and the clocks answer at once", async () => {
    const page = await site.as("harrowmere.social-worker", { at: address("HM-recorded") });
    await follow(page.locator("text=Record what happened"));
    await verifyPage(page, "What happened?");
    await page.fill("#find-kind", "lac rev");
    assert.equal(await page.locator("#find-kind-count").innerText(), "1 found");
    await follow(page.locator("#kinds a:visible", { hasText: "Looked-after review" }).first());
    await verifyPage(page, "Looked-after review");
    await typeDate(page, "happenedOn", "3", "nov", "26");
    await page.selectOption("#detail-participation", "PN0");
    assert.match(await page.locator("main").innerText(), /This is the independent reviewing officer’s to answer\. You are answering on their behalf, and it will be recorded so\./);
    await page.click("text=Where the evidence is (optional)");
    await page.fill("#evidenceSystem", "Case system");
    await page.fill("#evidencePlace", "Reviews, 3");
    assert.equal(await page.locator("input[name=certainty]:checked").count(), 0, "what may be ahead is not taken as done");
    await page.check("input[value=actual]");
    await follow(page.locator("button:text-is('Save')"));
    const told = await banner(page);
    assert.match(told, /Recorded: Looked-after review, 3 November 2026 \(actual\)/);
    assert.match(told, /Evidence: Case system, Reviews, 3\./);
    assert.match(told, /: now due \d+ \w+ 20\d\d/);
    await verifyPage(page, "HM-recorded");
    await page.reload();
    await page.goto(address("HM-recorded", "/chronology"));
    assert.equal(await page.locator(".pt-chronology tr", { hasText: "3 November 2026" }).count(), 1, "saved once");
    assert.match(await page.locator(".pt-chronology tr", { hasText: "3 November 2026" }).innerText(), /Entered by hand\s+Entry \d+, by Ash Rowan/);
    await follow(page.locator(".pt-chronology tr", { hasText: "3 November 2026" }).locator("text=Correct"));
    assert.equal(await page.inputValue("#evidencePlace"), "Reviews, 3");
    assert.match(await page.locator("main").innerText(), /Answered on behalf of\s+Independent reviewing officer/);
    await page.check("[name=cause][value=corrected]");
    await page.fill("#reason", "The place was wrong");
    await page.fill("#evidencePlace", "Reviews, 4");
    await follow(page.locator("text=Save the correction"));
    assert.match(await banner(page), /Evidence: Case system, Reviews, 4\./);
    await page.goto(address("HM-recorded", "/chronology"));
    assert.match(await page.locator(".pt-chronology tr", { hasText: "3 November 2026" }).innerText(), /Answered on behalf of: Independent reviewing officer/);
  });

  test("all of it works without scripts", async () => {
    const page = await site.as("harrowmere.team-manager", { scripts: false, expected: REFUSED, at: address("HM-plain") });
    await follow(page.locator("text=Record what happened"));
    assert.ok(!(await page.locator("#find-kind").isVisible()), "nothing is shown that would do nothing");
    await follow(page.locator("a:text-is('Social worker’s visit')"));
    await follow(page.locator("button:text-is('Save')"));
    assert.equal(await page.locator(".govuk-error-summary__list").innerText(), "Enter the day\nChoose whether it is planned, provisional or actual");
    await typeDate(page, "happenedOn", "12 nov 2026", "", "");
    await page.check("input[value=actual]");
    await follow(page.locator("button:text-is('Save')"));
    assert.match(await banner(page), /Recorded: Social worker’s visit, 12 November 2026 \(actual\)/);
    // axe itself is a script: the same page is put to it where scripts are on.
    assert.equal(await page.locator("h1").innerText(), "HM-plain");
  });

  test("what cannot be is refused beside where it was typed, and nothing typed is lost", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: address("HM-refused", "/record/placement") });
    await typeDate(page, "happenedOn", "31", "2", "2026");
    await typeDate(page, "until", "3", "", "");
    await page.fill("#detail-provider", "PR1 “the house on the hill”");
    await follow(page.locator("button:text-is('Save')"));
    await verifyErrorSummary(page,
      "The day it began must be a real date, such as 27 3 2026 or 27 March 2026",
      "The day it ended must include a month and a year",
      "Choose type");
    await verifyPage(page, "Placement");
    assert.equal(await page.inputValue("#happenedOn-month"), "2");
    assert.equal(await page.inputValue("#until-day"), "3");
    assert.equal(await page.inputValue("#detail-provider"), "PR1 “the house on the hill”");
    await typeDate(page, "happenedOn", "1", "12", "2026");
    await typeDate(page, "until", "", "", "");
    await page.selectOption("#detail-type", "U6");
    await follow(page.locator("button:text-is('Save')"));
    await verifyErrorSummary(page, "1 December 2026 is in the future. Enter a day up to today");
    await typeDate(page, "happenedOn", "1", "9", "2024");
    await follow(page.locator("button:text-is('Save')"));
    await until(page, "document.activeElement?.classList.contains('govuk-error-summary')");
    assert.match(await page.locator(".govuk-error-summary").innerText(), /1 September 2024 is before the child was born on 14 October 2024/);
  });

  test("a second person saving first: both are shown, neither is lost", async () => {
    const first = await site.as("harrowmere.team-manager", { expected: REFUSED });
    const second = await site.as("harrowmere.tracking-administrator");
    for (const page of [first, second]) await page.goto(address("HM-overtaken", "/record/wishes-and-feelings"));
    await typeDate(second, "happenedOn", "10", "11", "2026");
    await second.fill("#detail-note", "Likes the garden");
    await follow(second.locator("button:text-is('Save')"));
    await typeDate(first, "happenedOn", "11", "11", "2026");
    await first.fill("#detail-note", "Asked about school");
    await follow(first.locator("button:text-is('Save')"));
    await until(first, "document.activeElement?.id === 'overtaken'");
    const told = await first.locator("#overtaken").innerText();
    assert.match(told, /Somebody saved first/);
    assert.match(told, /10 November 2026 \(actual\); Note: Likes the garden/);
    assert.match(told, /By Ash Rowan, 20 November 2026/);
    assert.equal(await first.inputValue("#detail-note"), "Asked about school");
    await verifyPage(first, "Child’s wishes and feelings");
    await follow(first.locator("button:text-is('Save')"));
    assert.match(await banner(first), /11 November 2026/);
    await first.goto(address("HM-overtaken", "/chronology"));
    const said = await first.locator(".pt-chronology").innerText();
    assert.ok(said.includes("Likes the garden") && said.includes("Asked about school"));
  });

  test("a planned day is moved and then confirmed, with a reason, and its history is kept", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: address("HM-corrected", "/record/matching-panel") });
    assert.match(await page.locator(".govuk-inset-text").innerText(), /Already planned for 14 January 2027 \(planned\)\. If this is that one, confirm or move it instead/);
    await follow(page.locator("text=confirm or move it"));
    await verifyPage(page, "Matching panel");
    await follow(page.locator("text=Save the correction"));
    await verifyErrorSummary(page, "Choose why the entry changes", "Nothing has been changed. Change what is wrong, or go back");
    await page.check("input[value=moved]");
    await page.fill("#happenedOn-day", "20");
    await follow(page.locator("text=Save the correction"));
    await verifyErrorSummary(page, "Say why the date moved");
    assert.equal(await page.inputValue("#happenedOn-day"), "20");
    await page.fill("#reason", "The panel’s medical adviser is away");
    await follow(page.locator("text=Save the correction"));
    assert.match(await banner(page), /Corrected: Matching panel, 20 January 2027 \(planned\)/);
    await page.goto(address("HM-corrected", "/chronology"));
    const row = page.locator(".pt-chronology tr", { hasText: "Matching panel" });
    await row.locator("summary").click();
    const history = await row.locator(".moj-timeline").innerText();
    assert.match(history, /The date moved/);
    assert.match(history, /Before: 14 January 2027 \(planned\)/);
    assert.match(history, /Reason: The panel’s medical adviser is away/);
    await verifyPage(page, "HM-corrected");
  });

  test("an entry is withdrawn with a cause and a reason, and stays to be seen", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: address("HM-withdrawn", "/chronology") });
    await follow(page.locator(".pt-chronology tr", { hasText: "Family finding started" }).locator("text=Withdraw"));
    await verifyPage(page, "Family finding started");
    await follow(page.locator("text=Withdraw the entry"));
    await verifyErrorSummary(page, "Choose why the entry is withdrawn", "Say why, so that the next reader understands");
    await page.check("input[value=wrong-child]");
    await page.fill("#reason", "It was the brother’s");
    await follow(page.locator("text=Withdraw the entry"));
    const told = await banner(page);
    assert.match(told, /Withdrawn: Family finding started, 15 September 2025/);
    assert.match(told, /Belongs to another child: It was the brother’s\. Every clock has been worked out again without it/);
    assert.ok(!told.includes("now due"));
    await page.goto(address("HM-withdrawn", "/chronology"));
    const gone = await page.locator("section[aria-labelledby=withdrawn-heading]").innerText();
    assert.match(gone, /Family finding started, 15 September 2025 \(actual\)\s+Belongs to another child\. It was the brother’s/);
    await verifyPage(page, "HM-withdrawn");
    const entries = await site.app.store.reader({ type: "operator", authority: HARROWMERE.code }).entriesOf(site.recordOf("HM-withdrawn"));
    const withdrawal = entries.find((e) => e.cause === "wrong-child");
    assert.ok(withdrawal?.supersedes !== undefined);
    for (const verb of ["correct", "withdraw"]) {
      await page.goto(address("HM-withdrawn", `/entries/${withdrawal.supersedes}/${verb}`));
      await verifyPage(page, "This entry has been corrected or withdrawn since");
      assert.ok(!(await page.locator("main").innerText()).includes("you typed"), "nobody typed anything");
      await follow(page.locator("text=See what the chronology says now"));
      assert.match(page.url(), /\/chronology$/);
    }
  });

  test("an entry withdrawn by somebody else meanwhile: what was typed is given back", async () => {
    const slow = await site.as("harrowmere.team-manager", { expected: REFUSED });
    const quick = await site.as("harrowmere.tracking-administrator");
    await slow.goto(address("HM-gone", "/record/matching-panel"));
    await follow(slow.locator("text=confirm or move it"));
    await quick.goto(slow.url().replace("/correct", "/withdraw"));
    await quick.check("input[value=not-going-ahead]");
    await quick.fill("#reason", "The link ended");
    await follow(quick.locator("text=Withdraw the entry"));
    await slow.check("input[value=moved]");
    await slow.fill("#happenedOn-day", "27");
    await slow.fill("#reason", "Papers are late");
    await follow(slow.locator("text=Save the correction"));
    await verifyPage(slow, "This entry has been withdrawn");
    const told = await slow.locator("main").innerText();
    assert.match(told, /Planned, and not going ahead: The link ended/);
    assert.match(told, /27 1 2027/);
    assert.match(told, /Papers are late/);
  });

  test("going back keeps what was typed, and sending it again saves nothing twice", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: address("HM-back", "/record/visit") });
    await typeDate(page, "happenedOn", "5", "12", "2026");
    await page.fill("#detail-note", "Seen at nursery");
    await page.check("#certainty-2");
    await follow(page.locator("button:text-is('Save')"));
    await page.goBack();
    assert.equal(await page.inputValue("#happenedOn-day"), "5");
    assert.equal(await page.inputValue("#detail-note"), "Seen at nursery");
    await follow(page.locator("button:text-is('Save')"));
    await verifyErrorSummary(page, "This is already recorded, with the same day and the same details. Change what differs, or go back to the child");
    assert.equal(await page.inputValue("#detail-note"), "Seen at nursery");
  });

  test("a child that no return knows of yet is added by hand", async () => {
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: "/tracker" });
    await follow(page.locator("text=Add a child"));
    await verifyPage(page, "Add a child");
    await follow(page.locator("text=Add the child"));
    await verifyErrorSummary(page, "Enter the child’s local id: up to 40 letters, figures, - / _ or .", "Enter the date of birth", "Say whether the child is born yet");
    await page.fill("#localId", "HM-0001");
    await page.check("#unborn-2");
    await typeDate(page, "birthOn", "14", "jan", "2027");
    await follow(page.locator("text=Add the child"));
    await verifyErrorSummary(page, "Local id HM-0001 is already used in this authority. Search for the child. If you do not find them, ask your administrator");
    assert.equal(await page.inputValue("#birthOn-month"), "jan");
    await page.fill("#localId", "HM-9001");
    await follow(page.locator("text=Add the child"));
    await verifyPage(page, "HM-9001");
    assert.match(await page.locator(".pt-identity").innerText(), /Due 14 January 2027/);
  });

  test("those who may not record or correct are refused, with the reason", async () => {
    for (const [account, rest, reason] of [
      ["harrowmere.performance-analyst", "/record", "record what happened"],
      ["harrowmere.performance-analyst", "/record/review", "record what happened"],
      ["harrowmere.performance-analyst", "/entries/1/correct", "correct or withdraw what was recorded"],
      ["harrowmere.performance-analyst", "/entries/1/withdraw", "correct or withdraw what was recorded"],
    ] as const) {
      const page = await site.as(account, { expected: REFUSED });
      assert.equal((await page.goto(address("HM-0001", rest)))?.status(), 403);
      await verifyPage(page, "You cannot do this");
      assert.match(await page.locator("main").innerText(), new RegExp(`this role does not let you ${reason}`));
    }
    const page = await site.as("harrowmere.performance-analyst", { at: address("HM-0001", "/chronology") });
    assert.equal(await page.locator("a:text('Withdraw')").count(), 0, "nothing is offered that would be refused");
    const decider = await site.as("harrowmere.decision-maker", { at: address("HM-0001", "/chronology") });
    assert.ok((await decider.locator("a:text('Withdraw')").count()) > 0, "somebody corrects their own decisions");
  });

  test("a child is added by those who see every child, and nobody else is offered it", async () => {
    const page = await site.as("harrowmere.social-worker", { expected: REFUSED, at: "/tracker" });
    assert.equal(await page.locator("text=Add a child").count(), 0);
    assert.equal((await page.goto("/children/new"))?.status(), 403);
    await verifyPage(page, "You cannot do this");
    assert.match(await page.locator("main").innerText(), /this role does not let you add a child/);
  });

  test("another authority’s child cannot be written to by knowing its address", async () => {
    const page = await site.as("tidewell.team-manager", { expected: REFUSED, at: "/tracker" });
    const sent = await page.request.post(address("HM-0001", "/record/review"), {
      form: { basedOn: "999999", certainty: "actual", "happenedOn-day": "5", "happenedOn-month": "11", "happenedOn-year": "2026" }, headers: { origin: site.url },
    });
    assert.equal(sent.status(), 404);
    for (const rest of ["/record", "/record/review", "/entries/1/correct", "/entries/1/withdraw"]) assert.equal((await page.request.get(address("HM-0001", rest))).status(), 404);
    const rows = await site.app.store.reader({ type: "operator", authority: HARROWMERE.code }).entriesOf(site.recordOf("HM-0001"));
    assert.ok(!rows.some((e) => e.happenedOn === "2026-11-05"));
  });
});
