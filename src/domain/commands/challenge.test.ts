import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { loadCalendar } from "../../reference/calendar.ts";
import { byUrgency, type Challenge, challengesOf, daysLate, LADDER, standingRung } from "../challenges/challenges.ts";
import type { Entry } from "../chronology/entry.ts";
import { type Case, fold } from "../chronology/fold.ts";
import { addDays, type Day, day } from "../dates/day.ts";
import { answerChallenge } from "./answer-challenge.ts";
import { usualAnswerBy } from "./challenge-input.ts";
import type { Decision } from "./command.ts";
import { escalateChallenge } from "./escalate-challenge.ts";
import { raiseChallenge, type RaiseInput } from "./raise-challenge.ts";
import { resolveChallenge } from "./resolve-challenge.ts";
import { withdrawEntry } from "./withdraw-entry.ts";

const today = day("2026-06-01");
const RAISED: RaiseInput = { about: "No plan by the second review", wanted: "A plan within ten days", level: "team-manager", answerBy: "2026-06-08" };

/** A record to which what was accepted is added, each by somebody. */
class Line {
  readonly entries: Entry[] = [];
  get case(): Case { return fold(this.entries); }
  get challenge(): Challenge { return challengesOf(this.case)[0]!; }
  add(decision: Decision, by: string, on: Day = today): this {
    assert.ok(decision.accepted, said(decision).join("; "));
    for (const draft of decision.drafts) this.entries.push({ ...draft, number: this.entries.length + 1, recordedAt: `${on}T10:00:00.000Z`, recordedBy: by });
    return this;
  }
}
const said = (decision: Decision): readonly string[] => (decision.accepted ? [] : decision.refusals.map((r) => `${r.field}: ${r.message}`));
const raised = (input: Partial<RaiseInput> = {}): Line => new Line().add(raiseChallenge({ ...RAISED, ...input }, today), "officer");
const manager = { account: "manager", roles: ["team-manager"] } as const;
const director = { account: "director", roles: ["assistant-director"] } as const;
const answer = (line: Line, who: Parameters<typeof answerChallenge>[2] = manager, text = "The plan comes on the 5th", on: Day = today): Decision => answerChallenge(line.case, { challenge: 1, answer: text }, who, on);
const further = (line: Line, answerBy = "2026-06-15", on: Day = today): Decision => escalateChallenge(line.case, { challenge: 1, why: "No plan came", answerBy }, on);

describe("a challenge", () => {
  it("is raised with what, what should happen, to whom and by when", () => {
    const { challenge } = raised();
    assert.deepEqual([challenge.number, challenge.about, challenge.state, standingRung(challenge).level, standingRung(challenge).answerBy], [1, RAISED.about, "waiting", "team-manager", "2026-06-08"]);
    const wrong = said(raiseChallenge({ about: " ", wanted: "", level: "mayor", answerBy: "2026-05-29" }, today));
    assert.deepEqual(wrong, ["about: Say what you challenge", "wanted: Say what should happen", "level: Choose whom you put it to", "answerBy: 29 May 2026 has passed. Give today or a day to come"]);
    assert.match(said(raiseChallenge({ ...RAISED, answerBy: "2062-06-08" }, today)).join(), /more than six months ahead/);
  });

  it("gives five working days to answer, over a bank holiday", () => assert.equal(usualAnswerBy(day("2026-05-21"), loadCalendar()), "2026-05-29"));

  it("is late the day after its day, until it is answered", () => {
    const line = raised();
    assert.equal(daysLate(line.challenge, day("2026-06-08")), undefined);
    assert.equal(daysLate(line.challenge, day("2026-06-10")), 2);
    line.add(answer(line, manager, "Late, and here", day("2026-06-10")), "manager", day("2026-06-10"));
    assert.equal(daysLate(line.challenge, day("2026-06-11")), undefined);
    assert.equal(line.challenge.state, "answered");
  });

  it("is answered by whom it was put to or somebody above, once, and never by whoever raised it", () => {
    const line = raised({ level: "service-manager" });
    assert.deepEqual(said(answer(line)), ["answer: It was put to the service manager, who answers it"]);
    assert.match(said(answer(line, { account: "officer", roles: ["service-manager"] })).join(), /nobody answers their own/);
    assert.deepEqual(said(answer(line, { account: "deputy", roles: ["social-worker", "service-manager"] })), [], "whoever covers them answers for them");
    assert.deepEqual(said(answer(line, director, "  ")), ["answer: Write your answer"]);
    line.add(answer(line, director), "director");
    assert.match(said(answer(line, director)).join(), /answered on 1 June 2026\. It can be resolved or taken further/);
  });

  it("goes up the ladder, each rung with its own day, answered or not, and not beyond the last", () => {
    const line = raised();
    line.add(answer(line), "manager").add(further(line), "officer");
    assert.deepEqual(line.challenge.rungs.map(({ level, answerBy, why, answer: a }) => [level, answerBy, why, a?.recordedBy]), [
      ["team-manager", "2026-06-08", null, "manager"], ["service-manager", "2026-06-15", "No plan came", undefined]]);
    assert.match(said(answer(line)).join(), /put to the service manager/);
    line.add(further(line, "2026-06-22"), "officer");
    assert.match(said(further(line)).join(), /with the assistant director, the last rung/);
    assert.deepEqual(said(escalateChallenge(raised().case, { challenge: 1, why: "", answerBy: "" }, today)), ["why: Say why it goes further", "answerBy: Enter the day to answer by"]);
  });

  it("is resolved on any rung, once, and then is neither answered nor taken further", () => {
    const line = raised();
    assert.deepEqual(said(resolveChallenge(line.case, { challenge: 1, how: "" }, today)), ["how: Say how it was resolved"]);
    line.add(resolveChallenge(line.case, { challenge: 1, how: "The plan was agreed" }, today), "officer");
    assert.equal(line.challenge.state, "resolved");
    for (const decision of [answer(line), further(line), resolveChallenge(line.case, { challenge: 1, how: "Again" }, today)]) assert.match(said(decision).join(), /resolved/);
  });

  it("is withdrawn only while nobody has said anything of it", () => {
    const line = raised();
    const withdraw = (number: number): Decision => withdrawEntry(line.case, { number, cause: "entered-in-error", reason: "Another child" });
    assert.ok(withdraw(1).accepted);
    line.add(answer(line), "manager");
    assert.match(said(withdraw(1)).join(), /can no longer be withdrawn/);
    assert.match(said(withdraw(2)).join(), /stands/);
    assert.match(said(answerChallenge(fold([]), { challenge: 1, answer: "?" }, manager, today)).join(), /withdrawn since/);
  });

  it("is listed with what waits longest first", () => {
    const line = raised().add(raiseChallenge({ ...RAISED, answerBy: "2026-06-03" }, today), "officer").add(raiseChallenge(RAISED, today), "officer");
    line.add(resolveChallenge(line.case, { challenge: 3, how: "Agreed" }, today), "officer");
    assert.deepEqual(challengesOf(line.case).toSorted(byUrgency).map((c) => c.number), [2, 1, 3]);
  });
});

it("whatever is done with challenges in whatever order, the ladder only goes up and what is resolved stays so", () => {
  const step = fc.record({ type: fc.constantFrom("raise", "answer", "escalate", "resolve"), challenge: fc.integer({ min: 1, max: 8 }), by: fc.constantFrom("a", "b", "c"), role: fc.constantFrom(...LADDER), level: fc.constantFrom(...LADDER), days: fc.integer({ min: 0, max: 30 }) });
  fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
    const line = new Line();
    for (const { type, challenge, by, role, level, days } of steps) {
      const answerBy = addDays(today, days);
      const decision = type === "raise" ? raiseChallenge({ ...RAISED, level, answerBy }, today)
        : type === "answer" ? answerChallenge(line.case, { challenge, answer: "Yes" }, { account: by, roles: [role] }, today)
        : type === "escalate" ? escalateChallenge(line.case, { challenge, why: "No", answerBy }, today) : resolveChallenge(line.case, { challenge, how: "So" }, today);
      if (decision.accepted) line.add(decision, by);
    }
    for (const { rungs, raised: first } of challengesOf(line.case)) {
      const levels = rungs.map((r) => LADDER.indexOf(r.level));
      assert.deepEqual(levels, [...new Set(levels)].toSorted((a, b) => a - b));
      for (const { answer: a, put } of rungs) assert.ok(a === null || (a.recordedBy !== put.recordedBy && a.recordedBy !== first.recordedBy));
    }
    const spoken = line.entries.filter((e) => e.kind !== "challenge-raised").length;
    assert.equal(challengesOf(line.case).reduce((n, { rungs, resolved }) => n + rungs.length - 1 + rungs.filter((r) => r.answer !== null).length + (resolved === null ? 0 : 1), 0), spoken, "nothing that was said is lost");
  }), { numRuns: 200 });
});
