import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Role } from "../access/role.ts";
import { fold } from "../chronology/fold.ts";
import { sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { answerMeeting, whyNotAnswerMeeting } from "./answer-decision.ts";
import { endAction, type Ending, whyNotEnd } from "./end-action.ts";
import { actionsIn, saidInWords, waitsForSaying } from "./actions.ts";
import { escalateAction, isToEscalate, managerFor, reminderOf, USUAL_CHASE } from "./follow-up.ts";
import { furtherIn } from "./report.ts";
import { sayOfAction } from "./say-of-action.ts";
import { missingOf } from "./smart.ts";
import { type Tellable, type Telling, toldOf } from "./tell.ts";

const today = day("2026-06-10");
const one = (account: string, role: Role, but: Partial<Tellable> = {}): Tellable => ({ account, role, worker: null, team: null, service: null, organisation: "N", leftOn: null, ...but });
const OF = { meeting: "m", series: "Tracking", organisation: "North" };
const agreed = (dueOn: string, but: object = {}) => ({ kind: "action-agreed", on: "2026-05-01", detail: { ...OF, what: "Ring the court today", who: "ash", dueOn, shownBy: "A letter", ...but } } as const);
const caseOf = (...rows: Parameters<typeof sampleEntries>[0][number][]) => fold(sampleEntries(rows));

describe("what is missing of an action", () => {
  const good = { what: "Ring the court today", who: "ash", dueOn: "2026-06-20", shownBy: "A letter on file" };
  const people = new Map([["ash", { name: "Ash", left: false }], ["gone", { name: "Gorse", left: true }], ["down", { name: "Heath Down", left: true }], ["vale", { name: "Birch Vale", left: true }], ["vale2", { name: "Birch Vale", left: false }]]);
  const when = { heldOn: day("2026-06-01"), today, people };
  for (const [but, says] of [
    [{}, /^$/], [{ what: "Court" }, /too short/], [{ what: "" }, /what is to be done/], [{ who: "" }, /by whom/], [{ who: "gone" }, /Gorse has left/], [{ who: "nobody" }, /from the list/],
    [{ who: "", whoElse: "Health visitor" }, /^$/], [{ who: "", whoElse: " heath  down" }, /^Heath Down has left/], [{ who: "", whoElse: "Birch Vale" }, /^Birch Vale has an account: choose them/],
    [{ who: "ash", whoElse: "Heath Down" }, /^$/], [{ dueOn: "" }, /by when/], [{ dueOn: "soon" }, /not a day/], [{ dueOn: "2026-05-30" }, /before the meeting/], [{ dueOn: "2026-06-05" }, /in the past/],
    [{ shownBy: "" }, /how we will know/], [{ shownBy: "ASAP" }, /does not say/],
  ] as const) it(`${JSON.stringify(but)} is told by ${String(says)}`, () => assert.match(missingOf({ ...good, ...but }, when).join(" "), says));
});

describe("who is told", () => {
  const about: Telling = { recordId: "r", authority: "N", title: "Meeting", heldOn: today, today, adoption: true, reviewingOfficer: "oak", decisionDue: day("2026-06-20") };
  const people = [one("oak", "reviewing-officer"), one("elm", "reviewing-officer"), one("fern", "decision-maker"), one("far", "decision-maker", { organisation: "S" }), one("old", "decision-maker", { leftOn: today }),
    one("ado", "service-manager", { service: "adoption" }), one("fie", "service-manager", { service: "fieldwork" }), one("bus", "business-support"), one("ash", "social-worker")];
  const told = (detail: object, kind: "meeting-decision" | "action-agreed" | "meeting-outcome" = "meeting-decision", but: Partial<Telling> = {}) => toldOf([{ kind, number: 7, detail: { ...OF, ...detail } }], { ...about, ...but }, people).map(({ account, template }) => `${template} ${account}`);
  it("goes by what it is", () => {
    assert.deepEqual(told({ sort: "decided" }), []);
    assert.deepEqual(told({ sort: "to-review" }), ["decision-recommended oak"]);
    assert.deepEqual(told({ sort: "to-review" }, "meeting-decision", { reviewingOfficer: null }).length, 2);
    assert.deepEqual(told({ sort: "to-decision-maker" }), ["decision-recommended fern"]);
    assert.deepEqual([told({ sort: "delay" }), told({ sort: "delay" }, "meeting-decision", { adoption: false })], [["delay-raised ado"], ["delay-raised fie"]]);
    assert.deepEqual(told({ who: "ash", dueOn: "2026-06-20" }, "action-agreed"), ["action-agreed ash"]);
  });
  it("gives the decision-maker the notes where a decision is due, and tells business support", () => {
    assert.deepEqual(told({ tellBusinessSupport: true }, "meeting-outcome"), ["business-support-told bus", "decision-maker-papers fern"]);
    assert.deepEqual(told({}, "meeting-outcome", { decisionDue: null }), []);
  });
});

describe("a late action", () => {
  const chase = { daysBefore: 2, everyDays: 7, escalateAfterDays: 14 };
  const at = (dueOn: string) => actionsIn(caseOf(agreed(dueOn)), today)[0]!;
  it("is said on its rhythm", () => {
    assert.equal(reminderOf(at("2026-06-20"), chase, 10), undefined);
    assert.equal(reminderOf(at("2026-06-11"), chase, 1)?.template, "action-due");
    assert.deepEqual(["2026-06-09", "2026-06-03", "2026-06-02"].map((dueOn) => reminderOf(at(dueOn), chase, -1)?.key.slice(-1)), ["1", "1", "2"]);
  });
  it("goes further once, to whoever manages its owner", () => {
    assert.deepEqual(["2026-05-27", "2026-05-28"].map((dueOn) => isToEscalate(at(dueOn), chase)), [true, false]);
    const c = caseOf(agreed("2026-05-02"), { kind: "action-escalated", on: "2026-06-01", detail: { action: 1, to: "cedar" } });
    assert.equal(escalateAction(c, 1, "cedar", today).accepted, false);
    assert.equal(isToEscalate(actionsIn(c, today)[0]!, USUAL_CHASE), false);
    assert.equal(escalateAction(caseOf(agreed("2026-05-02")), 1, null, today).accepted, true);
  });
  it("falls to the owner’s team manager, else the child’s; of a manager’s own to the service manager; of an agency to its lead", () => {
    const people = [one("ash", "social-worker", { team: "East", leftOn: today }), one("cedar", "team-manager", { team: "East" }), one("dale", "team-manager", { team: "West" }), one("hazel", "service-manager"), one("finder", "agency-home-finder", { organisation: "R" }), one("lead", "agency-lead", { organisation: "R" })];
    const child = { authority: "N", socialWorker: null, team: "West" };
    assert.deepEqual(["ash", null, "cedar", "finder"].map((who) => managerFor(who, child, people, today)?.account), ["cedar", "dale", "hazel", "lead"]);
    assert.equal(managerFor("ash", child, people.slice(0, 1), today), undefined);
  });
});

describe("closing an action", () => {
  const by = (but: Partial<Ending> = {}): Ending => ({ accounts: ["birch"], roles: ["social-worker"], organisation: { code: "N", name: "North" }, hasChild: false, ...but });
  const ash = { name: "Ash Rowan", left: false, organisation: "N" };
  const action = actionsIn(caseOf(agreed("2026-06-20")), today)[0]!;
  it("is its owner’s, whoever covers for them, a manager’s, or where they have left the child’s worker’s", () => {
    assert.match(whyNotEnd(action, by(), ash) ?? "", /Ash Rowan’s to close/);
    for (const who of [by({ accounts: ["birch", "ash"] }), by({ roles: ["team-manager"] })]) assert.equal(whyNotEnd(action, who, ash), undefined);
    assert.match(whyNotEnd(action, by({ roles: ["agency-lead"], organisation: { code: "R", name: "Region" } }), ash) ?? "", /Ash Rowan’s/);
    assert.match(whyNotEnd(action, by(), { ...ash, left: true }) ?? "", /has left. The child’s own worker closes it, or a manager of North/);
    assert.equal(whyNotEnd(action, by({ hasChild: true }), { ...ash, left: true }), undefined);
  });
  it("passes it on only to somebody, by a day to come", () => {
    const end = (next: object) => endAction(caseOf(agreed("2026-06-20")), { action: 1, how: "passed-on", done: "On leave", next }, by({ accounts: ["ash"] }), () => ash, { today, heldOn: today });
    const bad = end({ dueOn: "2026-06-01" });
    assert.deepEqual(bad.accepted ? [] : bad.refusals.map(({ field }) => field), ["who", "dueOn"]);
    const good = end({ who: "birch", dueOn: "2026-07-01" });
    assert.deepEqual(good.accepted && good.drafts.map(({ kind, detail }) => [kind, detail["who"], detail["what"]]), [["action-done", undefined, undefined], ["action-agreed", "birch", "Ring the court today"]]);
  });
});

describe("what is said of an open action", () => {
  const by = (but: Partial<Ending> = {}): Ending => ({ accounts: ["ash"], roles: ["social-worker"], organisation: { code: "N", name: "North" }, hasChild: false, ...but });
  const ash = { name: "Ash Rowan", left: false, organisation: "N" };
  const further = { kind: "action-escalated", on: "2026-05-20", detail: { action: 1, to: "cedar" } } as const;
  const said = (about: string, text: string, on: string) => ({ kind: "action-said", on, detail: { action: 1, about, said: text } } as const);
  const say = (about: string, text: string, who: Ending, ...rows: Parameters<typeof caseOf>) => sayOfAction(caseOf(agreed("2026-05-02"), ...rows), { action: 1, about, said: text }, who, () => ash, today);
  const fields = (decision: ReturnType<typeof say>): readonly string[] => (decision.accepted ? decision.drafts.map(({ kind }) => kind) : decision.refusals.map(({ field }) => field));
  it("is what is in the way, by whoever has it, and what is to happen, by whoever it was taken further to", () => {
    const [cedar, chair] = [by({ accounts: ["cedar"], roles: ["team-manager"] }), by({ accounts: ["chair"], roles: ["tracking-chair"] })];
    assert.deepEqual(fields(say("in-the-way", "The form is not signed", by())), ["action-said"]);
    assert.deepEqual(fields(say("in-the-way", " ", by())), ["said"]);
    assert.deepEqual(fields(say("", "x", by())), ["about"]);
    assert.deepEqual(fields(say("in-the-way", "x".repeat(2001), by())), ["said"]);
    assert.deepEqual(fields(say("to-happen", "x", chair)), ["about"], "it was not taken further");
    assert.deepEqual(fields(say("to-happen", "x", by(), further)), ["about"], "nor by whoever has it to do");
    for (const who of [cedar, chair]) assert.deepEqual(fields(say("to-happen", "Cedar rings", who, further)), ["action-said"]);
    assert.deepEqual(fields(say("in-the-way", "x", by({ accounts: ["birch"] }))), ["said"]);
    assert.deepEqual(fields(say("in-the-way", "x", by(), { kind: "action-done", on: "2026-05-21", detail: { action: 1, how: "done", done: "Rang" } })), ["said"], "it has ended");
  });
  it("stands with the action until it ends: the last of each, and whether anybody has answered what was taken further", () => {
    const at = (...rows: Parameters<typeof caseOf>) => actionsIn(caseOf(agreed("2026-05-02"), ...rows), today)[0]!;
    const three = [said("in-the-way", "No form", "2026-05-18"), further, said("in-the-way", "No signature", "2026-05-21")];
    assert.deepEqual(saidInWords(at(...three)), ["What is in the way, said on 21 May 2026: No signature"]);
    assert.equal(waitsForSaying(at(...three)), true);
    const answered = [...three, said("to-happen", "Cedar rings the court", "2026-05-22")];
    assert.deepEqual([saidInWords(at(...answered)).length, waitsForSaying(at(...answered))], [2, false]);
    assert.deepEqual(saidInWords(at(...answered, { kind: "action-done", on: "2026-05-23", detail: { action: 1, how: "done", done: "Rang" } })), []);
    const report = (...rows: Parameters<typeof caseOf>) => furtherIn(caseOf(agreed("2026-05-02"), ...rows), { from: day("2026-04-01"), to: day("2026-06-30") }, today, { organisation: "North", challenges: false }).map(({ sort, answeredOn }) => [sort, answeredOn]);
    assert.deepEqual([report(...three), report(...answered)], [[["action", null]], [["action", "2026-05-22"]]], "senior managers are told that it was answered");
  });
});

describe("answering a recommendation", () => {
  const c = caseOf({ kind: "meeting-decision", on: "2026-05-01", detail: { ...OF, sort: "to-review", what: "Change the plan", why: "Aunt" } });
  it("takes the role whose decision it is, yes or no, and words", () => {
    assert.match(whyNotAnswerMeeting({ sort: "to-review", answered: null }, ["team-manager"]) ?? "", /independent reviewing officer/);
    const bad = answerMeeting(c, { decision: 1, agreed: "", answer: " " }, ["reviewing-officer"], today);
    assert.deepEqual(bad.accepted ? [] : bad.refusals.map(({ field }) => field), ["agreed", "answer"]);
    const good = answerMeeting(c, { decision: 1, agreed: "no", answer: "Not yet" }, ["reviewing-officer"], today);
    assert.deepEqual(good.accepted && good.drafts[0]?.detail, { decision: 1, agreed: false, answer: "Not yet" });
  });
});
