import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { makeChange } from "../../src/app/standards/change-standards.ts";
import { settled } from "../../src/app/standards/recompute.ts";
import { HARROWMERE, type StoryChild, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

/** With adopters since September; a pack went out, and panel on another match was planned and moved. */
const PLACED: StoryChild = {
  authority: HARROWMERE.code, localId: "HM-0401",
  entries: [
    { kind: "birth", on: "2024-10-12" }, { kind: "looked-after", on: "2025-09-01" },
    { kind: "legal-status", on: "2025-09-01", until: "2026-01-26", detail: { status: "C1" } }, { kind: "legal-status", on: "2026-01-26", detail: { status: "E1" } },
    { kind: "allocated-worker", on: "2025-09-01", detail: { worker: "SW01001" } }, { kind: "family-finder", on: "2026-02-01", detail: { worker: "SW01501" } },
    { kind: "adoption-pack-sent", on: "2025-10-06" }, { kind: "milestones-form", on: "2025-10-06" },
    { kind: "plan-decision", on: "2025-12-15", detail: { outcome: "made" } }, { kind: "placement-order", on: "2026-01-26" },
    { kind: "support-planning-meeting", on: "2026-12-01", certainty: "planned", recordedOn: "2026-10-01" },
    { kind: "support-planning-meeting", on: "2026-12-08", certainty: "planned", recordedOn: "2026-10-20", supersedes: 11, cause: "moved" },
    { kind: "placed-for-adoption", on: "2026-09-14" }, { kind: "adoption-order", on: "2026-11-16" },
    // After the order, of managers only the child’s own may open it.
    { kind: "responsible-team", on: "2025-09-01", detail: { team: "Permanence North" } },
  ],
};

async function type(page: Page, kind: string, [day = "", month = "", year = ""]: readonly string[], certainty?: string): Promise<void> {
  for (const [part, text] of [["day", day], ["month", month], ["year", year]]) await page.fill(`#q-${kind}-${part}`, text!);
  if (certainty !== undefined) await page.check(`input[name="q-${kind}-certainty"][value="${certainty}"]`);
}

describe("the milestones form", () => {
  const site = useSite([PLACED]);
  const address = (rest = ""): string => `/children/${site.recordOf("HM-0401")}/milestones${rest}`;
  const told = (page: Page): Promise<string> => page.locator("main").innerText();
  const send = (page: Page, what: string): Promise<void> => follow(page.locator("form button", { hasText: new RegExp(`^\\s*${what}\\s*$`) }).last());
  const of = (page: Page, kind: string) => page.locator(`#question-${kind}`);
  const recorded = async (kind: string) => (await site.app.store.reader({ type: "operator", authority: HARROWMERE.code }).entriesOf(site.recordOf("HM-0401"))).filter((e) => e.kind === kind);

  before(async () => {
    const lead = (await site.app.store.directory.person("harrowmere.practice-lead"))!;
    const outcome = await makeChange(site.app, lead, { type: "adopt-pack", pack: "sheffield-2015", from: "2025-01-01" }, "Agreed by the service", 0);
    assert.equal(outcome.outcome, "done");
    await settled(site.app);
  });

  test("a family finder fills in their own, goes away, comes back to it and finishes, whoever saved first", async () => {
    const finder = await site.as("harrowmere.family-finder", { expected: REFUSED, at: `/children/${site.recordOf("HM-0401")}` });
    await follow(finder.locator("a", { hasText: "Milestones form" }));
    await verifyPage(finder, "Milestones form");
    assert.match(await told(finder), /Open since 6 October 2025\..*Your questions have the colour Family finder\./s);
    await follow(finder.locator("a:text-is('Matching')"));
    await verifyPage(finder, "Matching");

    const meeting = of(finder, "support-planning-meeting");
    assert.match(await meeting.innerText(), /Family finder\s+Yours\s+8 December 2026 \(planned\).*Moved once: was 1 December 2026 \(planned\)/s);
    assert.match(await of(finder, "matching-panel").innerText(), /Adoption service\s+Panel adviser; adoption business support answers for them\s+Not answered yet\s+Answer on their behalf/);
    assert.equal(await of(finder, "matching-panel").locator("input").count(), 0, "others’ questions are read");
    await type(finder, "support-planning-meeting", ["15", "12", "2026"], "provisional");
    await type(finder, "support-plan", ["31", "11", "2026"], "planned");
    await follow(finder.locator("nav a", { hasText: "Court" }));
    assert.match(await told(finder), /You have 2 answers not yet on the record/, "going on by a link keeps what was typed");
    await follow(finder.locator("nav a", { hasText: "Matching" }));
    await follow(of(finder, "matching-panel").locator("button"));
    assert.match(await of(finder, "matching-panel").innerText(), /You answer on behalf of: Panel adviser/);
    await type(finder, "matching-panel", ["6", "jul", "2026"], "actual");
    await send(finder, "Save");
    await verifyErrorSummary(finder, "Adoption support planning meeting: say why the date moved", "Adoption support plan completed: the day must be a real date, such as 27 3 2026 or 27 March 2026");
    assert.match(await told(finder), /What you typed is kept\. Nothing is on the record until you finish\.\s+2 things have to be put right/);
    await finder.fill("#q-support-plan-day", "30");
    await finder.fill("#q-support-planning-meeting-reason", "Their worker is away");
    await send(finder, "Save and exit");
    assert.match(await told(finder), /You have 3 answers not yet on the record.*Only you see these until you finish: Adoption support planning meeting; Adoption support plan completed; Matching panel\./s);
    assert.equal((await recorded("support-plan")).length, 0);

    // Meanwhile somebody else answers one of the same questions, and another.
    const manager = await site.as("harrowmere.team-manager", { expected: REFUSED, scripts: false, at: `${address("/matching")}?answer=support-plan` });
    await type(manager, "support-plan", ["27", "11", "2026"], "planned");
    await type(manager, "matching-meeting", ["2", "6", "2026"], "actual");
    await send(manager, "Finish");
    assert.match(await told(manager), /Your answers are on the record/);

    await finder.goto(address());
    await follow(finder.locator("a:text-is('Preview all')").last());
    await verifyPage(finder, "Preview all");
    assert.match(await told(finder), /Not yet on the record: 15 December 2026 \(provisional\)/);
    await follow(finder.locator("button", { hasText: "Finish" }));
    await verifyPage(finder, "Put these right to finish");
    await verifyErrorSummary(finder, "Adoption support plan completed: somebody else answered this while you were. Choose what becomes of your answer");
    assert.match(await of(finder, "support-plan").innerText(), /Theirs: 27 November 2026 \(planned\).*By Ash Rowan/s);
    assert.deepEqual(await Promise.all(["day", "month", "year"].map((part) => finder.inputValue(`#q-support-plan-${part}`))), ["30", "11", "2026"]);
    assert.equal(await finder.locator(".pt-question").count(), 1, "only what stands in the way");
    await finder.check("input[name='q-support-plan-choice'][value='mine']");
    await finder.fill("#q-support-plan-reason", "Their review is on the 30th");
    await send(finder, "Finish");
    assert.match(await told(finder), /Your answers are on the record, and the clocks have answered/);

    assert.deepEqual((await recorded("support-plan")).map((e) => [e.happenedOn, e.cause, e.recordedBy]), [
      ["2026-11-27", undefined, "harrowmere.team-manager"], ["2026-11-30", "moved", "harrowmere.family-finder"],
    ]);
    assert.deepEqual((await recorded("support-planning-meeting")).map((e) => [e.happenedOn, e.certainty, e.cause]), [["2026-12-01", "planned", undefined], ["2026-12-08", "planned", "moved"], ["2026-12-15", "provisional", "moved"]]);
    assert.deepEqual((await recorded("matching-panel")).map((e) => e.detail["onBehalfOf"]), ["panel"]);
    await finder.goto(address("/matching"));
    assert.match(await of(finder, "support-planning-meeting").innerText(), /15 December 2026 \(provisional\).*Moved 2 times: was 1 December 2026 \(planned\), then 8 December 2026 \(planned\)\. Last moved because: Their worker is away/s);
  });

  test("leaves decisions and the breakdown to those whose they are, and others’ children to others", async () => {
    const worker = await site.as("harrowmere.social-worker", { expected: REFUSED, width: "phone", at: address("/breakdown") });
    await verifyPage(worker, "Breakdown (adoption service only)");
    assert.match(await told(worker), /The adoption service fills in this section\. You can read it\./);
    assert.equal(await worker.locator(".pt-question button").count(), 0);
    await worker.goto(`${address("/matching")}?answer=match-decision#question-match-decision`);
    assert.match(await of(worker, "match-decision").innerText(), /only the agency decision-maker, or their named deputy, can say so/);
    assert.equal(await worker.locator("input[name='q-match-decision-certainty'][value='actual']").count(), 0);
    const sent = await worker.request.post(`${site.url}${address("/matching")}`, {
      form: { do: "finish", basedOn: "999", "q-match-decision-day": "1", "q-match-decision-month": "9", "q-match-decision-year": "2026", "q-match-decision-certainty": "actual", "q-match-decision-detail-note": "Because" }, headers: { origin: site.url },
    });
    assert.equal(sent.status(), 422);
    assert.deepEqual(await recorded("match-decision"), []);
    await worker.goto(address());
    await send(worker, "Throw these away");
    assert.match(await told(worker), /thrown away/);
    const stranger = await site.as("tidewell.business-support", { expected: REFUSED });
    assert.equal((await stranger.request.get(address())).status(), 404);
  });

  test("is closed by business support once nothing it asks is open, with what is and whose said first", async () => {
    const support = await site.as("harrowmere.business-support", { expected: REFUSED });
    await follow(support.locator("nav a:text-is('Forms')"));
    await verifyPage(support, "Milestones forms");
    assert.match(await told(support), /1 form is to be closed/);
    await follow(support.locator("a", { hasText: "Forms to close (1)" }));
    await follow(support.locator("a", { hasText: "Close the form HM-0401" }));
    await verifyPage(support, "Close the form");
    const open = await support.locator("section tbody tr").allInnerTexts();
    assert.equal(open.length, 1);
    assert.match(open[0] ?? "", /^Later-life letter complete within four weeks SHEF-A03\tChild’s social worker\t12 October 2026\tAnswer it/);
    await send(support, "Close the form");
    await verifyErrorSummary(support, "Choose why the form is closed");
    await support.check("#endReason");
    await send(support, "Close the form");
    await verifyErrorSummary(support, "Later-life letter complete within four weeks (SHEF-A03) is still open: child’s social worker, due 12 October 2026. It must be answered or declined first");

    await support.goto(`${address("/after-order")}?answer=later-life-letter-completed`);
    await type(support, "later-life-letter-completed", ["9", "10", "2026"], "actual");
    await send(support, "Finish");
    await follow(support.locator("a", { hasText: "Close this form" }));
    assert.match(await told(support), /^(?!.*Still open)/s);
    await support.check("#endReason");
    await send(support, "Close the form");
    assert.match(await told(support), /Closed on 20 November 2026: adoption order made\. It can be read, and opened again/);
    await support.goto(address("/matching"));
    assert.equal(await support.locator("main button, main input").count(), 0, "read, and not answered");
  });

  test("has a report for paper, which the decision-maker reads", async () => {
    const maker = await site.as("harrowmere.decision-maker", { at: address("/report") });
    await verifyPage(maker, "Milestones report: HM-0401");
    const text = await told(maker);
    assert.match(text, /Interim care order, 1 September 2025 to 26 January 2026 \(actual\)/);
    assert.match(text, /Placement order\s+Child’s social worker\s+26 January 2026 \(actual\)/);
    assert.match(text, /Target dates/);
  });
});
