import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { personOf } from "../../src/app/people.ts";
import type { SampleEntry } from "../../src/domain/chronology/sample.ts";
import { addDays, type Day } from "../../src/domain/dates/day.ts";
import { HARROWMERE, TODAY, useSite } from "../support/site.ts";
import { follow, until, verifyPage } from "../support/verify-page.ts";
import { readWord } from "../support/word.ts";

const WAITING: readonly SampleEntry[] = [
  { kind: "birth", on: "2023-03-14" }, { kind: "looked-after", on: "2025-06-01" }, { kind: "legal-status", on: "2025-12-01", detail: { status: "E1" } }, { kind: "placement", on: "2025-06-01", detail: { type: "U6" } },
  { kind: "allocated-worker", on: "2025-06-01", detail: { worker: "SW01001" } }, { kind: "responsible-team", on: "2025-06-01", detail: { team: "Permanence North" } },
  { kind: "primary-plan", on: "2025-10-02", detail: { plan: "ADOPTION" } }, { kind: "plan-decision", on: "2025-11-11" }, { kind: "placement-order", on: "2025-12-01" },
];

describe("a tracking meeting, from its series to the filed record", () => {
  let today: Day = TODAY;
  const site = useSite([{ authority: HARROWMERE.code, localId: "HM-2401", entries: WAITING }, { authority: HARROWMERE.code, localId: "HM-2402", entries: [{ kind: "birth", on: "2024-01-01" }] }], () => today);
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

  it("is set up, built, sent, answered, held, followed, confirmed and filed by three people in three windows", async () => {
    const [minutes, chair, worker] = [await site.as("harrowmere.tracking-administrator"), await site.as("harrowmere.tracking-chair"), await site.as("harrowmere.social-worker")];

    // A series of its own, with a meeting today and every two weeks.
    await minutes.goto("/meetings/series/new?from=permanence");
    for (const [part, value] of [["day", "20"], ["month", "11"], ["year", "2026"]]) await minutes.fill(`#from-${part}`, value!);
    for (const [i, account] of ["harrowmere.tracking-chair", "harrowmere.tracking-administrator"].entries()) await minutes.fill(`#members-${i}-account`, account);
    await follow(button(minutes, "Save").last());
    await verifyPage(minutes, "Permanence tracking meeting");
    await follow(minutes.locator("a[href^='/meetings/']").filter({ hasText: "20 November 2026" }));

    // Its agenda says why the child is on it, and goes out.
    const meeting = new URL(minutes.url()).pathname;
    await follow(button(minutes, "Build the agenda"));
    await verifyPage(minutes, "Permanence tracking meeting");
    assert.match(await minutes.locator("main").innerText(), /HM-2401[^]*Placement order, and not placed/);
    assert.doesNotMatch(await minutes.locator("main").innerText(), /HM-2402/);
    await follow(button(minutes, "Send the agenda"));

    // The worker is asked in words that name no child, and answers.
    await minutes.goto(`${meeting}/updates`);
    await follow(button(minutes, /^Ask/));
    await worker.goto("/inbox");
    assert.doesNotMatch(await worker.locator("main").innerText(), /HM-2401/);
    await follow(worker.locator(".pt-inbox__open").first());
    if (!worker.url().includes("/update")) await follow(worker.getByRole("link", { name: /HM-2401/ }));
    await verifyPage(worker, "Update before the meeting");
    for (const right of ["planRight", "legalRight"]) await worker.check(`[name=${right}][value=yes]`);
    for (const [box, words] of [["timescales", "A link by Christmas"], ["securing", "Two families were asked"], ["drift", "The second family withdrew"], ["homeFinding", "Two families have read the profile"]]) await worker.fill(`#${box}`, words!);
    await follow(button(worker, "Send the update"));
    assert.match(await worker.locator("main").innerText(), /Sent on 20 November 2026/);

    // The chair follows what the minute taker writes.
    await minutes.goto(`${meeting}/room`);
    await follow(minutes.getByRole("link", { name: "Open the meeting" }));
    await follow(button(minutes, "Open the meeting"));
    await chair.goto(`${meeting}/room`);
    for (const page of [minutes, chair]) await until(page, `document.querySelector("[data-saved]").textContent.includes("Up to date")`);
    assert.match(await minutes.locator("main").innerText(), /The second family withdrew/);
    await minutes.locator("#box-discussion").fill("Two more agencies are to be asked");
    await until(chair, `document.querySelector("#box-discussion").value === "Two more agencies are to be asked"`);
    for (const box of ["planRight", "tellBusinessSupport"]) await minutes.locator(`[data-box=${box}] input[value=yes]`).check();
    await minutes.locator("[data-box=plan] select").selectOption("ADOPTION");
    const ofAction = (box: string) => minutes.locator(`[data-list=actions] [data-box$="/${box}"]`).first();
    await ofAction("what").locator("textarea").fill("Ask two agencies for families");
    await ofAction("who").locator("select").selectOption("harrowmere.social-worker");
    await ofAction("dueOn").locator("input:not([type=hidden])").fill("4 December 2026");
    await ofAction("shownBy").locator("textarea").fill("Their replies are on file");
    await until(chair, `[...document.querySelectorAll("[data-list=actions] textarea")].some((box) => box.value === "Their replies are on file")`);
    await until(chair, `[...document.querySelectorAll("[data-list=actions] input")].some((box) => box.value.includes("December"))`);

    // What was agreed is confirmed, and is on the child's record and on the worker's desk.
    await follow(button(minutes, "Confirm what was agreed"));
    await verifyPage(minutes, "What the meeting comes to for HM-2401");
    await follow(button(minutes, /^Confirm, and write \d entries$/));
    await worker.goto("/actions");
    await verifyPage(worker, /Actions/);
    assert.match(await worker.locator("main").innerText(), /Ask two agencies for families/);
    await worker.goto(`/children/${site.recordOf("HM-2401")}/meetings`);
    await verifyPage(worker, "What meetings decided, and what became of it");
    assert.match(await worker.locator("main").innerText(), /Ask two agencies for families/);

    // The meeting is closed; its minutes are confirmed at the next, and the child's record is filed.
    await minutes.goto(`${meeting}/minutes`);
    await follow(minutes.locator("text=Close the meeting"));
    today = addDays(TODAY, 14);
    const { meetings } = site.app.store.reader((await personOf(site.app, "harrowmere.tracking-administrator"))!);
    const [next] = await meetings.meetings(today, today, (await meetings.meeting(meeting.slice("/meetings/".length)))?.series);
    await minutes.goto(`/meetings/${next!.id}/open`);
    await follow(button(minutes, "Open the meeting"));
    await minutes.goto(`${meeting}/minutes`);
    await follow(minutes.locator("text=Confirm and lock"));
    await verifyPage(minutes, "Minutes of 20 November 2026");
    const link = await minutes.locator("a[href$='/record.docx']").first().getAttribute("href");
    const record = readWord(await (await minutes.request.get(link!)).body());
    assert.match(record.everything, /HM-2401[^]*Two more agencies are to be asked[^]*Ask two agencies for families/);
    assert.doesNotMatch(record.everything, /HM-2402/);
    await follow(minutes.locator("text=Note that it is on the case record"));

    // The action is done, and what became of the decision is on the child.
    await worker.goto("/actions");
    await follow(worker.getByRole("link", { name: /Ask two agencies for families/ }).first());
    await verifyPage(worker, "Ask two agencies for families");
    await worker.check("[name=how][value=done]");
    await worker.fill("#done", "Both were asked on 2 December");
    await follow(worker.locator("form .govuk-button").last());
    await minutes.goto(`/children/${site.recordOf("HM-2401")}/meetings`);
    assert.match(await minutes.locator("main").innerText(), /Ask two agencies for families[^]*Both were asked on 2 December/);
  });
});
