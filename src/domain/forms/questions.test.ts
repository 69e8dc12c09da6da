import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Role } from "../access/role.ts";
import { FORM_CHAPTERS, type Kind, KIND_CODES, KINDS } from "../chronology/kinds.ts";
import { KIND_TABLE } from "../chronology/kind-table.ts";
import { colourOf } from "./colours.ts";
import { answeredFor, isOwn, notTheirSection, ownerInWords, type Question, questionOf, QUESTIONS, questionsOf } from "./questions.ts";

const asked = (kind: Kind): Question => {
  const question = questionOf(kind);
  assert.ok(question !== undefined, kind);
  return question;
};

describe("the questions of a milestones form", () => {
  it("are every point kind of the form’s chapters, each once, in the order of the table", () => {
    const expected = KIND_CODES.filter((kind) => KINDS[kind].shape === "point" && (FORM_CHAPTERS as readonly string[]).includes(KINDS[kind].chapter));
    assert.deepEqual(QUESTIONS.map(({ kind }) => kind), expected);
    assert.ok(QUESTIONS.length > 100);
  });

  it("come from the table alone: a new kind is asked in its chapter, of its owner, in its colour", () => {
    const questions = questionsOf({ ...KIND_TABLE, "sibling-contact-plan": { label: "Sibling contact plan agreed", shape: "point", chapter: "moving-in", asks: "family-finder", ahead: true } });
    assert.equal(questions.length, QUESTIONS.length + 1);
    const { kind: _kind, ...said } = questions.at(-1)!;
    assert.deepEqual(said, { label: "Sibling contact plan agreed", chapter: "moving-in", section: "milestones", owner: "family-finder", colour: "family-finder", ahead: true, repeats: false });
  });

  it("can be answered ahead of their day, but for what nobody plans", () => {
    const never = QUESTIONS.filter(({ ahead }) => !ahead).map(({ kind }) => kind);
    assert.deepEqual(never, [
      "early-alert", "adoption-not-the-route", "appeal-lodged", "consent-withdrawn", "return-requested", "child-returned",
      "own-region-search-ended", "expression-of-interest", "link-ended", "disruption",
    ]);
  });

  it("put what follows a breakdown in a section of the adoption service’s own", () => {
    assert.deepEqual(QUESTIONS.filter(({ section }) => section === "breakdown").map(({ kind }) => kind), ["child-returned", "disruption", "disruption-meeting"]);
    assert.equal(ownerInWords(asked("disruption")), "Adoption service");
    const may = (role: Role): boolean => notTheirSection(asked("disruption"), role) === undefined;
    assert.deepEqual((["business-support", "tracking-administrator", "service-manager", "social-worker", "family-finder"] as const).map(may), [true, true, true, false, false]);
    assert.match(notTheirSection(asked("disruption"), "social-worker") ?? "", /filled in by the adoption service\. Tell adoption business support/);
  });

  it("have the colour of whoever answers, by hand or for somebody outside", () => {
    assert.deepEqual((["social-worker", "legal", "family-finder", "foster-carer", "business-support", "medical-adviser", "panel", "court", "decision-maker", "reviewing-officer"] as const).map(colourOf),
      ["social-worker", "social-worker", "family-finder", "family-finder", "adoption-service", "adoption-service", "adoption-service", "adoption-service", "others", "others"]);
  });

  it("are one’s own, or somebody else’s to answer on behalf of", () => {
    assert.equal(isOwn(asked("profiling-visit"), "family-finder"), true);
    assert.equal(isOwn(asked("profiling-visit"), "social-worker"), false);
    assert.equal(isOwn(asked("adoption-medical"), "business-support"), true);
    assert.equal(isOwn(asked("matching-meeting"), "team-manager"), true);
    assert.equal(answeredFor(asked("profiling-visit"), "family-finder"), undefined);
    assert.equal(answeredFor(asked("profiling-visit"), "social-worker"), "family-finder");
    assert.equal(answeredFor(asked("adoption-medical"), "business-support"), "medical-adviser");
    assert.equal(ownerInWords(asked("adoption-medical")), "Medical adviser; adoption business support answers for them");
  });
});
