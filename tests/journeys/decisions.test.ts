import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { SampleEntry } from "../../src/domain/chronology/sample.ts";
import { addDays } from "../../src/domain/dates/day.ts";
import { HARROWMERE, type StoryChild, TODAY, useSite } from "../support/site.ts";
import { follow, REFUSED, verifyErrorSummary, verifyPage } from "../support/verify-page.ts";

const inCare: readonly SampleEntry[] = [
  { kind: "birth", on: "2025-01-20" }, { kind: "looked-after", on: "2025-09-01" }, { kind: "legal-status", on: "2025-09-01", detail: { status: "C1" } },
  { kind: "reviewing-officer-appointed", on: "2025-09-03", detail: { officer: "harrowmere.reviewing-officer" } }, { kind: "review", on: "2025-09-26" }, { kind: "review", on: "2025-12-19" },
];
const child = (localId: string, entries: readonly SampleEntry[]): StoryChild => ({ authority: HARROWMERE.code, localId, entries: [...inCare, ...entries] });
const put = (on: string, note: string): SampleEntry => ({ kind: "plan-decision", on, certainty: "provisional", recordedOn: "2026-10-01", detail: { outcome: "made", note } });
const CHILDREN = [
  child("HM-0501", [
    { kind: "primary-plan", on: "2025-12-19", detail: { plan: "ADOPTION" } }, { kind: "plan-decision", on: "2026-02-10", detail: { outcome: "made" } }, { kind: "placement-order", on: "2026-04-01" },
    { kind: "panel-papers", on: "2026-10-26" }, { kind: "matching-panel", on: "2026-11-09" }, { kind: "matching-panel-minutes", on: "2026-11-16" },
  ]),
  child("HM-0502", []),
  child("HM-0503", [put("2026-10-12", "No relative can care")]), child("HM-0504", [put("2026-10-13", "The court’s own view")]),
];

describe("decisions and challenges", () => {
  const site = useSite(CHILDREN);
  const at = (localId: string, rest: string): string => `/children/${site.recordOf(localId)}${rest}`;
  const told = (page: Page): Promise<string> => page.locator("main").innerText();
  const row = (page: Page, text: string) => page.locator("tbody tr", { hasText: text });

  before(async () => {
    const decider = (await site.app.store.directory.person("harrowmere.decision-maker"))!;
    await site.app.store.covers(decider).add({ account: decider.account, coveredBy: "harrowmere.assistant-director", fromOn: TODAY, untilOn: addDays(TODAY, 7) }, `${TODAY}T08:00:00.000Z`);
  });

  test("papers arrive; a team manager is told whose decision it is, and puts one down as provisional", async () => {
    const manager = await site.as("harrowmere.team-manager", { expected: REFUSED });
    assert.equal((await manager.goto("/decisions"))?.status(), 403);
    assert.match(await told(manager), /This desk is the agency decision-maker’s, and their named deputy’s while they are away/);
    await manager.goto(at("HM-0501", "/decide/match-decision"));
    await verifyPage(manager, "Match decision");
    assert.match(await told(manager), /This is not yours to decide\. Only the agency decision-maker, or their named deputy, says that it was decided/);
    assert.equal(await manager.locator("button:text-is('Continue')").count(), 0);
    await manager.goto(at("HM-0502", "/record/plan-decision"));
    for (const [part, text] of [["day", "18"], ["month", "11"], ["year", "2026"]] as const) await manager.fill(`#happenedOn-${part}`, text);
    await manager.check("input[name=certainty][value=actual]");
    await manager.fill("#detail-note", "Discussed on the telephone");
    await follow(manager.locator("button:text-is('Save')"));
    await verifyErrorSummary(manager, "Decision that the child should be placed for adoption: only the agency decision-maker, or their named deputy, can say so. Choose provisional, and it will wait on their desk to be confirmed");
    await manager.check("input[name=certainty][value=provisional]");
    await follow(manager.locator("button:text-is('Save')"));
    await verifyPage(manager, "HM-0502");
  });

  test("the decision-maker decides with reasons and feedback, reads it once more, and confirms others together", async () => {
    const decider = await site.as("harrowmere.decision-maker", { expected: REFUSED });
    await follow(decider.locator("nav a:text-is('Decisions')"));
    await verifyPage(decider, "Decisions");
    assert.match(await row(decider, "HM-0501").innerText(), /Match decision\s+26 October 2026\s+9 November 2026\s+16 November 2026\s+25 November 2026/);
    await follow(row(decider, "HM-0501").locator("a:has-text('Decide')"));
    await verifyPage(decider, "Match decision");
    await follow(decider.locator("button:text-is('Continue')"));
    await verifyErrorSummary(decider, "Choose what you decide", "Give the reasons for the decision. Whoever acts on it, and the child later, will ask");
    await decider.check("input[value=made]");
    await decider.fill("#reasons", "They can meet the child’s needs for life");
    await decider.fill("#feedback", "Send the health summary with the papers");
    await follow(decider.locator("button:text-is('Continue')"));
    await verifyPage(decider, "Check your decision");
    await follow(decider.locator("button:text-is('Change it')"));
    assert.equal(await decider.inputValue("#reasons"), "They can meet the child’s needs for life");
    await follow(decider.locator("button:text-is('Continue')"));
    await follow(decider.locator("button:text-is('Confirm this decision')"));
    await verifyPage(decider, "HM-0501");
    await decider.goto("/decisions");
    assert.match(await told(decider), /Papers waiting: 0.*Put down by others, for you to confirm: 3.*HM-0501, 20 November 2026, Ash Rowan: Send the health summary with the papers/s);
    for (const localId of ["HM-0503", "HM-0504"]) await row(decider, localId).locator("input").check();
    await follow(decider.locator("button:text-is('Confirm those ticked')"));
    await verifyPage(decider, "Confirm these 2 decisions");
    await follow(decider.locator("button:text-is('Confirm')"));
    assert.match(await told(decider), /for you to confirm: 1/);
  });

  test("their named deputy decides in their place, that more work is wanted, and the feedback is on the managers’ desks", async () => {
    const deputy = await site.as("harrowmere.assistant-director", { expected: REFUSED, at: "/work" });
    await follow(deputy.locator("a:text-is('Open decisions')"));
    assert.match(await told(deputy), /You are the named deputy of Ash Rowan today/);
    await follow(row(deputy, "HM-0502").locator("a").first());
    await deputy.check("input[value=more-work]");
    await deputy.fill("#reasons", "The grandmother is to be assessed first");
    await follow(deputy.locator("button:text-is('Continue')"));
    await follow(deputy.locator("button:text-is('Confirm this decision')"));
    await verifyPage(deputy, "HM-0502");
    await deputy.goto(at("HM-0502", "/chronology"));
    assert.match(await told(deputy), /More work wanted.*The grandmother is to be assessed first/s);
    const manager = await site.as("harrowmere.service-manager", { at: "/work" });
    assert.match(await told(manager), /Feedback from the decision-maker\s+HM-0501.*Send the health summary with the papers/s);
  });

  test("the reviewing officer challenges, is answered, takes it further and resolves it", async () => {
    const officer = await site.as("harrowmere.reviewing-officer", { expected: REFUSED });
    await follow(officer.locator("nav a:text-is('Reviews')"));
    await verifyPage(officer, "Reviews");
    assert.match(await row(officer, "HM-0502").innerText(), /Not in place: overdue/);
    await follow(row(officer, "HM-0502").locator("a", { hasText: "Raise one" }));
    await verifyPage(officer, "Challenges");
    await officer.fill("#raise-answerBy-day", "1");
    await follow(officer.locator("button:text-is('Raise the challenge')"));
    await verifyErrorSummary(officer, "Say what you challenge", "Say what should happen", "1 November 2026 has passed. Give today or a day to come");
    await officer.fill("#raise-about", "No plan by the second review");
    await officer.fill("#raise-wanted", "A plan by the end of the month");
    await officer.fill("#raise-answerBy-day", "27");
    await follow(officer.locator("button:text-is('Raise the challenge')"));

    const manager = await site.as("harrowmere.team-manager");
    await follow(manager.locator("nav a:text-is('Challenges')"));
    await verifyPage(manager, "Challenges");
    assert.match(await told(manager), /1 is open, none late\. One waits for your answer/);
    await follow(row(manager, "HM-0502").locator("a"));
    await manager.locator("summary", { hasText: "Answer it" }).click();
    await manager.locator("textarea").fill("The court has the file");
    await follow(manager.locator("button:text-is('Save the answer')"));
    await verifyPage(manager, "Challenges");
    assert.match(await told(manager), /The team manager answered on 20 November 2026\. It can be resolved or taken further/);

    await officer.reload();
    await officer.locator("summary", { hasText: "Take it further, to the service manager" }).click();
    await officer.locator("textarea[id^=escalate]").fill("A file is no plan");
    await follow(officer.locator("button:text-is('Take it further')"));
    assert.match(await told(officer), /Service manager\s+Answer due by 27 November 2026|Service manager\s+20 November 2026\s+27 November 2026\s+A file is no plan/);
    await officer.locator("summary", { hasText: "Resolve it" }).click();
    await officer.locator("textarea[id^=resolve]").fill("The plan was agreed on the telephone");
    await follow(officer.locator("button:text-is('Resolve')"));
    await verifyPage(officer, "Challenges");
    assert.match(await told(officer), /Resolved on 20 November 2026 by Ash Rowan: The plan was agreed on the telephone/);
    assert.equal(await officer.locator("summary").count(), 0, "nothing more is to be done with it");
  });
});
