import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { moveThePen } from "../../src/app/meetings/room.ts";
import { personOf } from "../../src/app/people.ts";
import type { SampleEntry } from "../../src/domain/chronology/sample.ts";
import { sitDown } from "../support/meeting-room.ts";
import { HARROWMERE, TODAY, useSite } from "../support/site.ts";
import { until, verifyPage } from "../support/verify-page.ts";

const ENTRIES: readonly SampleEntry[] = [
  { kind: "birth", on: "2023-03-01" }, { kind: "looked-after", on: "2025-04-20" }, { kind: "legal-status", on: "2025-04-20", detail: { status: "E1" } }, { kind: "placement", on: "2025-04-20", detail: { type: "U6" } },
  { kind: "primary-plan", on: "2025-08-10", detail: { plan: "ADOPTION" } }, { kind: "plan-decision", on: "2025-09-01" }, { kind: "placement-order", on: "2025-10-08" },
  { kind: "action-agreed", on: "2026-10-20", detail: { meeting: "m", series: "Tracking meeting", organisation: "Harrowmere", what: "Ask two national agencies", whoElse: "Family finder", dueOn: "2026-11-18", shownBy: "Replies on file" } },
];

describe("a meeting on two screens", () => {
  const site = useSite([{ authority: HARROWMERE.code, localId: "HM-0412", entries: ENTRIES }]);

  it("shows at one desk what is typed at the other, both where two type at once, and loses nothing while the connection is gone", async () => {
    const [minutes, chair] = [await personOf(site.app, "harrowmere.tracking-administrator") ?? assert.fail(), await personOf(site.app, "harrowmere.tracking-chair") ?? assert.fail()];
    const sat = await sitDown(site.app, minutes, TODAY, [site.recordOf("HM-0412")], [{ as: "chair", account: chair.account, office: "Chair" }]);
    const [writes, follows] = [await site.as(minutes.account, { expected: [/ERR_INTERNET_DISCONNECTED|Failed to load/] }), await site.as(chair.account)];
    for (const page of [writes, follows]) await page.goto(`/meetings/${sat.meeting}/room`);
    for (const page of [writes, follows]) await until(page, `document.querySelector("[data-saved]").textContent.includes("Up to date")`);
    await verifyPage(writes, "Tracking meeting, 20 November 2026");
    assert.match(await writes.locator(".pt-since").innerText(), /Late 2 days: Ask two national agencies/);

    // Typed at one desk, seen at the other, where somebody is in the middle of a comment.
    await follows.locator("#comment").pressSequentially("The car");
    await writes.locator("#box-discussion").pressSequentially("Two families asked");
    await until(follows, `document.querySelector("#box-discussion").value === "Two families asked"`);
    assert.equal(await follows.evaluate("document.activeElement.id"), "comment");
    await follows.locator("#comment").pressSequentially("ers agree");
    await follows.locator("[data-comment] button").click();
    await until(writes, `document.querySelector(".pt-comments__words")?.textContent === "The carers agree"`);

    // Without the pen it is a suggestion, which the pen holder takes.
    await follows.locator("#box-steps").pressSequentially("Ask a third");
    await until(writes, `document.querySelector("[data-box=steps] .pt-kept__words")?.textContent === "Ask a third"`);
    await writes.getByRole("button", { name: /^Use this/ }).click();
    await until(writes, `document.querySelector("#box-steps").value === "Ask a third"`);
    await until(follows, `document.querySelector("[data-box=steps] .pt-box__said") === null`);

    // A line of a list appears with what it wants.
    await writes.locator("[data-list=actions] [data-entry]").last().locator("textarea").first().pressSequentially("Visit the family");
    await until(follows, `[...document.querySelectorAll("[data-list=actions] [data-lines] [data-entry]")].some((line) => line.querySelector("textarea").value === "Visit the family" && line.textContent.includes("Say by when"))`);

    // The connection goes, and the pen goes with the chair meanwhile, who types in the same box: both are kept and shown.
    await writes.context().setOffline(true);
    await writes.locator("#box-discussion").pressSequentially(" again");
    await until(writes, `document.querySelector("[data-saved]").textContent.includes("Not saved yet")`);
    await moveThePen(site.app, minutes, sat.meeting, "offer", chair.account);
    await moveThePen(site.app, chair, sat.meeting, "accept");
    await follows.locator("#box-discussion").fill("Three families asked");
    await until(follows, `document.querySelector("[data-saved]").textContent.includes("Saved")`);
    await writes.context().setOffline(false);
    await until(writes, `document.querySelector("[data-box=discussion] .pt-box__said .pt-kept__words")?.textContent === "Three families asked"`);
    assert.equal(await writes.locator("#box-discussion").inputValue(), "Two families asked again");
    await until(follows, `document.querySelector("[data-box=discussion] .pt-kept__words")?.textContent === "Two families asked again"`);
    await follows.locator("[data-box=discussion]").getByRole("button", { name: /^Join both/ }).click();
    for (const page of [writes, follows]) await until(page, `document.querySelector("#box-discussion").value === "Three families asked\\nTwo families asked again"`);
  });
});
