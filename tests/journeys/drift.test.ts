import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HARROWMERE, type StoryChild, TIDEWELL, useSite } from "../support/site.ts";
import { EARLY, ELSEWHERE, WAITING } from "../support/stories.ts";
import { follow, until, verifyPage } from "../support/verify-page.ts";

const IN_CARE = [
  { kind: "birth", on: "2024-03-04" }, { kind: "looked-after", on: "2026-01-12" }, { kind: "legal-status", on: "2026-01-12", detail: { status: "C1" } },
  { kind: "responsible-team", on: "2026-01-12", detail: { team: "Court team" } }, { kind: "review", on: "2026-02-03" },
] as const;

/** Two reviews, and no plan. */
const NO_PLAN: StoryChild = { authority: HARROWMERE.code, localId: "HM-0005", entries: [...IN_CARE, { kind: "review", on: "2026-04-28" }] };

/** A final hearing meant for four days, one after another. */
const PUT_OFF: StoryChild = {
  authority: HARROWMERE.code, localId: "HM-0006", entries: [
    ...IN_CARE, { kind: "primary-plan", on: "2026-03-02", detail: { plan: "ADOPTION" } },
    { kind: "final-hearing", on: "2026-07-06", certainty: "planned", recordedOn: "2026-03-09" },
    { kind: "final-hearing", on: "2026-09-07", certainty: "planned", recordedOn: "2026-06-29", supersedes: 7, cause: "moved" },
    { kind: "final-hearing", on: "2026-11-02", certainty: "planned", recordedOn: "2026-08-31", supersedes: 8, cause: "moved" },
    { kind: "final-hearing", on: "2027-01-11", certainty: "planned", recordedOn: "2026-10-26", supersedes: 9, cause: "moved" },
  ],
};

describe("drift, and how the standards are met", () => {
  const site = useSite([WAITING, ELSEWHERE, EARLY, NO_PLAN, PUT_OFF]);

  test("a manager sees who drifts, why, for how long, since when it was known and what is next; records the barrier; and sees it there", async () => {
    const page = await site.as("harrowmere.team-manager");
    await follow(page.locator("nav[aria-label='Main menu'] >> text=Drift"));
    await verifyPage(page, "Drift");
    assert.match(await page.locator(".pt-heading__beside").innerText(), /^3 of 4 children you may see$/);
    const lines = await page.locator(".pt-drift tbody tr").allInnerTexts();
    const said = (localId: string): string => lines.find((line) => line.startsWith(localId)) ?? assert.fail(`${localId} is not listed`);
    assert.match(said("HM-0001"), /165 days past the limit\s+408 days, since 8 October 2025.*Written down 8 October 2025\s+on this list since 25 May 2026.*No barrier recorded.*overdue \d+ days/s);
    assert.match(said("HM-0005"), /206 days past the limit/);
    assert.match(said("HM-0006"), /Moved 3 times\s+Final hearing: first meant for 6 July 2026, now 11 January 2027 \(planned\), 189 days later.*on this list since 26 October 2026/s);
    await page.locator("summary", { hasText: "Why HM-0001" }).click();
    assert.match(await page.locator(".pt-drift details[open]").innerText(), /It runs from “Placement order” on 8 October 2025 \(actual\).*Too long after 8 June 2026/s);
    await follow(page.locator("a", { hasText: "Record a barrier for HM-0001" }));
    await page.selectOption("select", "court");
    for (const [part, value] of [["day", "2"], ["month", "11"], ["year", "2026"]] as const) await page.locator(`input[id$="${part}"]`).first().fill(value);
    await follow(page.locator("main button[type=submit]").first());
    await page.goto("/drift?rule=CBED-08");
    assert.match(await page.locator(".pt-drift tbody tr").innerText(), /Court process or an appeal\s+since 2 November 2026/);
    await follow(page.locator(".pt-drift a", { hasText: /^HM-0001$/ }));
    await follow(page.locator("a", { hasText: /^Drift$/ }).last());
    assert.match(page.url(), /\/drift\?rule=CBED-08$/, "the way back is to the list as it was");
    await follow(page.locator("main a", { hasText: "in the tracker" }));
    await verifyPage(page, "Tracker");
    assert.deepEqual((await page.locator(".pt-tracker__id").allInnerTexts()), ["HM-0001"]);
    assert.match(await page.locator(".pt-chosen").innerText(), /Drift: past CBED-08, or near it/);
  });

  test("the agency sees only who is shared with it, and whose they are; a social worker only theirs; each fits a phone", async () => {
    const agency = await site.as("three-rivers.agency-home-finder", { width: "phone", at: "/drift" });
    assert.deepEqual((await agency.locator(".pt-drift tbody th").allInnerTexts()).map((text) => text.split(/\s+/)), [["HM-0001", "Harrowmere"], ["TW-0001", "Tidewell"]]);
    assert.equal(await agency.locator("a", { hasText: "Record a barrier" }).count(), 0);
    await verifyPage(agency, "Drift");
    await agency.goto(`/drift?authority=${TIDEWELL.code}`);
    assert.match(await agency.locator(".pt-heading__beside").innerText(), /^1 of 1 child you may see$/);
    const worker = await site.as("harrowmere.social-worker", { at: "/drift" });
    assert.deepEqual(await worker.locator(".pt-drift tbody th").allInnerTexts(), ["HM-0001"]);
  });

  test("the standards’ figures open to their months and children, narrow to a team, and are of the children somebody may see", async () => {
    const page = await site.as("harrowmere.team-manager", { at: "/standards" });
    await follow(page.locator("text=How are we doing against our standards"));
    const row = page.locator(".pt-perform tbody tr", { hasText: "TC-01" });
    assert.match(await row.innerText(), /First review of a looked-after child.*100%\s+3 of 3\s+6 days early/s);
    await follow(row.locator("a"));
    await verifyPage(page, "First review of a looked-after child: how it is met");
    await until(page, "document.querySelector('.pt-chart img').naturalWidth > 0");
    assert.match((await page.locator(".pt-chart img").getAttribute("alt")) ?? "", /January 2026: none finished; February 2026: 100%/);
    await follow(page.locator(".pt-perform--months a", { hasText: "October 2026" }));
    assert.deepEqual(await page.locator(".pt-perform--children tbody tr").allInnerTexts(), ["HM-0002\t2 November 2026\t28 October 2026 (actual)\t5 days early"]);
    await page.goto("/standards/performance?team=Court+team");
    assert.match(await page.locator(".pt-perform tbody tr", { hasText: "TC-01" }).innerText(), /2 of 2/);
    const agency = await site.as("three-rivers.agency-home-finder", { width: "phone", at: "/standards/performance/TC-03?from=2025-01" });
    assert.deepEqual([...new Set((await agency.locator(".pt-perform--children tbody th").allInnerTexts()).map((text) => text.split(/\s+/)[0]))].sort(), ["HM-0001", "TW-0001"]);
    await verifyPage(agency, /how it is met$/);
    await agency.goto("/standards/performance");
    await verifyPage(agency, "How are we doing against our standards");
  });
});
