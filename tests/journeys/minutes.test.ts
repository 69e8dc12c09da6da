import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { saveBox } from "../../src/app/meetings/room.ts";
import { personOf } from "../../src/app/people.ts";
import type { SampleEntry } from "../../src/domain/chronology/sample.ts";
import { day } from "../../src/domain/dates/day.ts";
import { type Sat, sitDown } from "../support/meeting-room.ts";
import { HARROWMERE, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";
import { readWord, type ReadWord } from "../support/word.ts";

const entries = (givenName: string): readonly SampleEntry[] => [
  { kind: "birth", on: "2023-03-14" }, { kind: "particulars", on: "2025-10-01", detail: { givenName, familyName: "Thistledown" } }, { kind: "looked-after", on: "2025-10-01" },
  { kind: "legal-status", on: "2026-03-01", detail: { status: "E1" } }, { kind: "allocated-worker", on: "2025-10-01", detail: { worker: "SW01001" } }, { kind: "primary-plan", on: "2026-02-02", detail: { plan: "ADOPTION" } },
  { kind: "plan-decision", on: "2026-02-11", detail: { outcome: "made", note: "Reasons" } }, { kind: "placement-order", on: "2026-03-01" },
];
const TYPED: readonly (readonly [string, string])[] = [
  ["discussion", "Two families were asked. Bramblewick will stay where she is.\n\nThe report is to be updated first."], ["plan", "ADOPTION"], ["classification", "at-risk"], ["planRight", "yes"], ["tellBusinessSupport", "yes"],
  ["actions/a1/what", "Update the permanence report"], ["actions/a1/who", "harrowmere.social-worker"], ["actions/a1/dueOn", "2026-11-30"], ["actions/a1/shownBy", "The report is with the panel adviser"],
];

describe("the minutes of a meeting", () => {
  const site = useSite([{ authority: HARROWMERE.code, localId: "HM-2301", entries: entries("Larkspur") }, { authority: HARROWMERE.code, localId: "HM-2302", entries: entries("Bramblewick") }]);
  let sat: Sat;

  before(async () => {
    const minutes = (await personOf(site.app, "harrowmere.tracking-administrator"))!;
    sat = await sitDown(site.app, minutes, day("2026-11-04"), ["HM-2301", "HM-2302"].map(site.recordOf), [
      { as: "chair", account: "harrowmere.tracking-chair", office: "Practice manager, reviews" }, { as: "minute-taker", account: minutes.account, office: "Tracking administrator" },
    ]);
    await site.app.store.inTransaction(minutes, (writer) => writer.meetings.addMeeting(HARROWMERE.code, sat.series, day("2026-11-18"), { state: "held" }));
    for (const [box, text] of TYPED) await saveBox(site.app, minutes, sat.items[0]!, box, text, 0);
  });

  const address = (): string => `/meetings/${sat.meeting}/minutes`;
  async function word(page: Page, path: string): Promise<ReadWord> {
    const answer = await page.request.get(path);
    assert.match(answer.headers()["content-disposition"] ?? "", /^attachment; filename="[a-z0-9-]+\.docx"$/);
    return readWord(await answer.body());
  }

  test("are closed, looked through, filed child by child, confirmed at the next meeting and corrected beside what they say", async () => {
    const page = await site.as("harrowmere.tracking-administrator", { expected: REFUSED });
    await page.goto(address());
    await verifyPage(page, "Minutes of 4 November 2026");
    await follow(page.locator("text=Close the meeting"));
    assert.match(await page.locator(".govuk-notification-banner--success").innerText(), /closed/);
    assert.match(await page.locator(".pt-minutes__next").innerText(), /Confirm first what was agreed for 1 child:\s+HM-2301/);

    await page.goto(`/meetings/items/${sat.items[0]}/record.docx`);
    await verifyPage(page, "This record may name another child");
    assert.match(await page.locator("form .govuk-fieldset").innerText(), /“Bramblewick”\s+Under: Notes of the discussion/);
    await follow(page.locator("text=I have looked"));
    await verifyErrorSummary(page, "Choose whether “Bramblewick” is another child");
    await page.check('input[value="left-out"]');
    await follow(page.locator("text=I have looked"));
    await page.waitForURL(address());
    const record = await word(page, `/meetings/items/${sat.items[0]}/record.docx`);
    assert.match(record.everything, /Larkspur Thistledown, HM-2301[^]*Draft[^]*Update the permanence report\s+Ash Rowan\s+30 November 2026/);
    assert.doesNotMatch(record.everything, /HM-2302|Bramblewick/);
    assert.match(record.everything, /\[another child\] will stay where she is/);

    await page.goto(`/meetings/items/${sat.items[0]}/confirm`);
    await verifyPage(page, "What the meeting comes to for HM-2301");
    assert.match(await page.locator(".govuk-error-summary").innerText(), /This cannot be confirmed yet[^]*Drift or delay, there or to come: Say why/);
    const minutes = (await personOf(site.app, "harrowmere.tracking-administrator"))!;
    await saveBox(site.app, minutes, sat.items[0]!, "drift", "The report waits for a medical", 0);
    await page.reload();
    await verifyPage(page, "What the meeting comes to for HM-2301");
    assert.match(await page.locator("main").innerText(), /Ash Rowan: .*an action of yours, by 30 November 2026/);
    await follow(page.locator("text=Confirm, and write 4 entries"));
    await page.goto(address());
    await verifyPage(page, "Minutes of 4 November 2026");
    await follow(page.locator("text=Confirm and lock"));
    await page.waitForURL(address());
    assert.match(await page.locator("main").innerText(), /Confirmed on 20 November 2026, by the meeting of 18 November 2026/);

    await follow(page.locator("text=Note that it is on the case record"));
    assert.match(await page.locator(`#item-${sat.items[0]}`).innerText(), /On the case record since 20 November 2026/);
    await follow(page.locator(`#item-${sat.items[0]} >> text=Correct`));
    await verifyPage(page, "Correct the minutes");
    await page.selectOption("#box", "discussion");
    await page.fill("#text", "Three families were asked");
    await follow(page.locator("text=Put the correction beside the minutes"));
    await verifyErrorSummary(page, "Say why it is corrected. It stands beside the minutes for good");
    assert.equal(await page.inputValue("#text"), "Three families were asked", "what was typed is kept");
    await page.fill("#why", "The third answered late");
    await follow(page.locator("text=Put the correction beside the minutes"));
    await page.waitForURL(address());
    assert.match(await page.locator(`#item-${sat.items[0]}`).innerText(), /corrected: see the end[^]*Three families were asked[^]*The third answered late/);
    const whole = await word(page, `/meetings/${sat.meeting}/minutes.docx`);
    assert.deepEqual(whole.headings.filter(({ level }) => level === 2).map(({ text }) => text), ["HM-2301", "HM-2302"]);
    assert.match((await word(page, `/meetings/${sat.meeting}/agenda.docx`)).everything, /Adoption, 09:30 to 10:15/);
  });

  test("come to an action that its owner finds and ends, which shows with what the meeting decided", async () => {
    const page = await site.as("harrowmere.social-worker", { expected: REFUSED, width: "phone" });
    await page.goto("/actions");
    await verifyPage(page, "Actions from meetings");
    await follow(page.locator("table a"));
    await verifyPage(page, "Update the permanence report");
    await follow(page.locator("text=Say it"));
    await verifyErrorSummary(page, "Say what is in the way");
    await page.fill("#said", "The medical has not come");
    await follow(page.locator("text=Say it"));
    await verifyPage(page, "Update the permanence report");
    assert.match(await page.locator("main").innerText(), /Written: what is in the way[^]*What is in the way\s+The medical has not come/);
    await follow(page.locator("text=End the action"));
    await verifyErrorSummary(page, "Choose how the action ended", "Say what was done, or why it ends");
    await page.check('input[value="done"]');
    await page.fill("#done", "It is with the panel adviser");
    await follow(page.locator("text=End the action"));
    await verifyPage(page, "What meetings decided, and what became of it");
    assert.match(await page.locator("main").innerText(), /In danger of drift or delay[^]*Waits for the service manager[^]*Update the permanence report\s+Done on 20 November 2026[^]*It is with the panel adviser/);
  });
});
