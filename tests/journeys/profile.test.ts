import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { personOf } from "../../src/app/people.ts";
import { openChild } from "../../src/app/open-child.ts";
import { runCommand } from "../../src/app/run-command.ts";
import type { Kind } from "../../src/domain/chronology/kinds.ts";
import type { SampleEntry } from "../../src/domain/chronology/sample.ts";
import { HARROWMERE, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const DECIDED: readonly SampleEntry[] = [
  { kind: "birth", on: "2023-03-14" }, { kind: "particulars", on: "2025-10-01", detail: { givenName: "Bramblewick", familyName: "Thistledown", sex: "F" } }, { kind: "looked-after", on: "2025-10-01" },
  { kind: "legal-status", on: "2025-10-01", detail: { status: "C1" } }, { kind: "allocated-worker", on: "2025-10-01", detail: { worker: "SW01001" } }, { kind: "family-finder", on: "2026-05-12", detail: { worker: "SW01501" } },
  { kind: "primary-plan", on: "2026-02-02", detail: { plan: "ADOPTION" } }, { kind: "plan-decision", on: "2026-05-11", detail: { outcome: "made", note: "Reasons" } },
];

async function typeDay(page: Page, id: string, on: string): Promise<void> {
  const [year, month, day] = on.split("-");
  for (const [part, text] of [["day", day], ["month", month], ["year", year]] as const) await page.fill(`#${id}-${part}`, text ?? "");
}

describe("a child’s profile, and a child who moves", () => {
  const site = useSite([{ authority: HARROWMERE.code, localId: "HM-2101", entries: DECIDED }, { authority: HARROWMERE.code, localId: "HM-2102", entries: DECIDED.slice(0, 5) }]);

  /** What somebody else records meanwhile, on their own pages. */
  async function recorded(account: string, kind: Kind, happenedOn: string, detail: Readonly<Record<string, string>> = {}): Promise<void> {
    const person = (await personOf(site.app, account))!;
    const child = (await openChild(site.app, person, site.recordOf("HM-2101")))!;
    const outcome = await runCommand(site.app, person, child.recordId, child.version, { name: "record-entry", input: { kind, happenedOn, certainty: "actual", detail } });
    assert.equal(outcome.outcome, "done", JSON.stringify(outcome));
  }
  const current = (page: Page): Promise<string> => page.locator('.pt-profile [aria-current="step"]').innerText();
  const taken = async (page: Page, as: "txt" | "csv"): Promise<string> => (await page.request.get(`/children/${site.recordOf("HM-2101")}/profile.${as}`)).text();

  test("goes from draft to all approved adopters as far as its guards let it, and is withdrawn by the match", async () => {
    const page = await site.as("harrowmere.family-finder", { expected: REFUSED, at: `/children/${site.recordOf("HM-2101")}` });
    await follow(page.locator("text=See who may see it"));
    await verifyPage(page, "Who may see the profile of HM-2101");
    assert.match(await current(page), /Draft/);
    assert.match(await taken(page, "txt"), /Nobody is shown this profile/);

    await page.click('input[value="own-region"]');
    await typeDay(page, "happenedOn", "2026-06-01");
    await follow(page.locator("text=Save"));
    await verifyErrorSummary(page, "Identified, own region is not open on 1 June 2026: there is no placement order, and no parent’s consent");
    assert.equal(await page.inputValue("#happenedOn-day"), "01", "what was typed is kept");
    await page.click('input[value="own-region-anonymous"]');
    await follow(page.locator("text=Save"));
    assert.match(await page.locator(".govuk-notification-banner--success").innerText(), /Now: anonymous, own region/);
    assert.match(await current(page), /Anonymous, own region[^]*since 1 June 2026/);
    for (const as of ["txt", "csv"] as const) assert.doesNotMatch(await taken(page, as), /Bramblewick|Thistledown|14 March|2023|Harrowmere|HM-2101/);

    await recorded("harrowmere.team-manager", "placement-order", "2026-08-03");
    await page.reload();
    assert.match(await page.locator(".pt-profile-next").innerText(), /Identified, own region: open[^]*Placement order of 3 August 2026[^]*Identified, national: not open yet[^]*no decision on a search beyond the region/);
    await page.click('input[value="own-region"]');
    await typeDay(page, "happenedOn", "2026-08-05");
    await page.click("#photographs");
    await follow(page.locator("text=Save"));
    assert.match(await taken(page, "txt"), /Bramblewick Thistledown[^]*14 March 2023/);

    await recorded("harrowmere.service-manager", "interagency-decision", "2026-09-01", { outcome: "made", note: "Nobody in the region" });
    await page.reload();
    await page.click('input[value="national"]');
    await typeDay(page, "happenedOn", "2026-09-02");
    await follow(page.locator("text=Save"));
    assert.match(await current(page), /Identified, national/);
    await verifyPage(page, "Who may see the profile of HM-2101");

    await recorded("harrowmere.decision-maker", "match-decision", "2026-11-02", { outcome: "made", note: "They fit" });
    await page.reload();
    assert.match(await current(page), /Withdrawn[^]*since 2 November 2026/);
    assert.match(await page.locator("table").innerText(), /2 November 2026\s+Withdrawn\s+A match was decided on 2 November 2026\s+Of itself/);
    const kinds = (await openChild(site.app, (await personOf(site.app, "harrowmere.team-manager"))!, site.recordOf("HM-2101")))!.case;
    assert.deepEqual((["profile-completed", "profile-updated", "profile-opened-nationally", "profile-moved"] as const).map((kind) => kinds.of(kind).length), [1, 1, 1, 3], "what the standards go by is written with it");
  });

  test("is offered to another authority, which reads it and takes it over with its history", async () => {
    const address = `/children/${site.recordOf("HM-2102")}`;
    const page = await site.as("harrowmere.team-manager", { expected: REFUSED, at: address });
    await follow(page.locator("text=Move to another authority"));
    await verifyPage(page, "Move HM-2102 to another authority");
    await follow(page.locator("text=Continue"));
    await verifyErrorSummary(page, "Choose the authority that is to have the child", "Enter the day from which the other authority has the child", "Say why, for whoever takes the child over and for whoever reads the record later");
    await page.click('input[value="E06000902"]');
    await typeDay(page, "movesOn", "2026-11-20");
    await page.fill("#why", "The mother lives there");
    await follow(page.locator("text=Continue"));
    await verifyPage(page, "Offer HM-2102 to Tidewell?");
    await follow(page.locator("text=Offer the child to Tidewell"));
    await verifyPage(page, "HM-2102 is offered to Tidewell");

    const theirs = await site.as("tidewell.team-manager", { expected: REFUSED });
    assert.equal((await theirs.request.get(address)).status(), 404);
    await theirs.goto("/work");
    await follow(theirs.locator("text=1 child waits to be taken over from another authority"));
    await verifyPage(theirs, "Moves between authorities");
    await follow(theirs.locator('a[href^="/moves/"]'));
    await verifyPage(theirs, "HM-2102, offered by Harrowmere");
    await follow(theirs.locator("button:has-text('Take the child over')"));
    await verifyErrorSummary(theirs, "Enter the child’s local id here: up to 40 letters, figures, - / _ or .");
    await theirs.fill("#localId", "TW-2102");
    await follow(theirs.locator("button:has-text('Take the child over')"));
    assert.match(await theirs.locator("main").innerText(), /The child is yours now[^]*TW-2102[^]*Taken over from another authority on 20 November 2026/);
    assert.match(await theirs.locator("main").innerText(), /Nobody here has the child yet: give them a worker and a team/);
    await follow(theirs.locator("a:text-is('give them a worker')"));
    await verifyPage(theirs, "Give a child to another worker");
    assert.equal((await page.request.get(address)).status(), 404);
    await page.goto("/moves");
    const told = page.locator("tr", { hasText: "HM-2102" });
    assert.match(await told.innerText(), /Taken over by Tidewell/, "whoever offered the child is told");
    assert.equal(await told.locator("a").count(), 0, "and led to no record that they may not open");
  });
});
