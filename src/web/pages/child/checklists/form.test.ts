import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ChecklistLine } from "../../../../app/answers/checklists.ts";
import type { ExplainedClock } from "../../../../app/views.ts";
import { samplePack, type SampleStandard } from "../../../../domain/standards/sample-standards.ts";
import { answersOf } from "../../../../domain/work/answers.ts";
import { answersIn, formOf, type LineForm, lineErrors, readLines } from "./form.ts";

const OPEN = { standard: "TT-01", occurrence: 2, stoppedOn: null, mootOn: null, flags: [] } as unknown as ExplainedClock;
type Own = SampleStandard & { readonly id: string };
function lineFor(own: Own, clock: ExplainedClock | null = OPEN): ChecklistLine {
  const standard = samplePack(own).versions.get(own.id)![0]!;
  return { state: "open", standard, owner: standard.owner, clock: clock === null ? null : { ...clock, standard: own.id }, before: 0, answeredBy: null, declinedBy: null, answers: answersOf(standard), ahead: [], theirs: true, startsWith: "" };
}
const form = (own: Own): LineForm => formOf(lineFor(own)) ?? assert.fail("no form");
const DUTY: Own = { id: "TT-01", shape: "duty", force: "local", starts: "plan-decision", stops: "settling-in-letter" };
const FINDER: Own = { id: "TT-02", starts: "plan-decision", within: "1 week", stops: "family-finder" };
const VISIT: Own = { id: "TT-03", starts: "placed-for-adoption", within: "72 hours", stops: ["adoption-visit", "visit"] };
const said = (forms: readonly LineForm[], body: Record<string, string>) => answersIn(forms, readLines(forms, body));

describe("the lines of a checklist’s form", () => {
  it("ask what the entry cannot do without, and which it is where there are several", () => {
    assert.deepEqual(form(FINDER).more.map(([name]) => name), ["worker"]);
    assert.deepEqual(form(VISIT).ways.map(({ kind }) => kind), ["adoption-visit", "visit"]);
    assert.deepEqual([form(DUTY).mayDecline, form(VISIT).mayDecline], [true, false]);
  });

  it("are none for what is not open, and for decisions, whose reasons want a page of their own", () => {
    assert.equal(formOf(lineFor(DUTY, null)), undefined);
    assert.equal(formOf(lineFor(DUTY, { ...OPEN, stoppedOn: "2026-01-05" } as ExplainedClock)), undefined);
    assert.equal(formOf(lineFor({ id: "TT-04", starts: "matching-panel", within: "1 week", stops: "match-decision" })), undefined);
  });

  it("that are left empty say nothing", () => assert.deepEqual(said([form(DUTY), form(VISIT)], { "TT-01_2-certainty": "actual", "TT-03_2-kind": "visit", "TT-03_2-on": " " }), []));

  it("become answers, with the day as people write it", () => {
    const answers = said([form(DUTY), form(FINDER), form(VISIT)], {
      "TT-01_2-why": "Nobody to write to", "TT-02_2-on": "5 jan 26", "TT-02_2-detail-worker": "FF1", "TT-03_2-on": "6/1/2026", "TT-03_2-kind": "visit", "TT-03_2-certainty": "planned", "TT-03_2-place": "Visits",
    });
    assert.deepEqual(answers.map(({ answer }) => answer.says), [
      { as: "declined", why: "Nobody to write to" },
      { as: "entry", input: { kind: "family-finder", certainty: "actual", happenedOn: "2026-01-05", detail: { worker: "FF1" } } },
      { as: "entry", input: { kind: "visit", certainty: "planned", happenedOn: "2026-01-06", detail: { evidencePlace: "Visits" } } },
    ]);
    assert.deepEqual(answers.map(({ answer }) => answer.occurrence), ["2", "2", "2"]);
  });

  it("that say two things, or evidence of nothing, are held back and told at their boxes", () => {
    const forms = [form(DUTY), form(VISIT)];
    const answers = said(forms, { "TT-01_2-on": "5/1/26", "TT-01_2-why": "No", "TT-03_2-system": "Case system" });
    assert.deepEqual(answers.map(({ answer }) => (answer.says.as === "entry" ? answer.says.input.happenedOn : "declined")), ["", ""]);
    const refused = (line: number) => ({ line, field: "happenedOn", message: "Enter the day" });
    assert.deepEqual(lineErrors(forms, answers, [refused(0), refused(1)]), [
      { id: "TT-01_2-on", text: "TT-01: Give a day, or say why it is not appropriate: not both" },
      { id: "TT-03_2-on", text: "TT-03: Enter the day, or leave the whole line empty" },
    ]);
    assert.deepEqual(lineErrors(forms, [], [{ line: 0, field: "entry", message: "Answer at least one line" }]), [{ id: "TT-01_2-on", text: "Answer at least one line" }]);
  });

  it("tell each refusal at the box it speaks of", () => {
    const forms = [form(FINDER), form(DUTY)];
    const answers = said(forms, { "TT-02_2-on": "5/1/26", "TT-01_2-why": "x" });
    const at = (line: number, field: string) => lineErrors(forms, answers, [{ line, field, message: "No" }])[0]?.id;
    assert.deepEqual([at(0, "detail.worker"), at(0, "detail.evidencePlace"), at(0, "certainty"), at(1, "why"), at(1, "standard")], ["TT-02_2-detail-worker", "TT-02_2-place", "TT-02_2-on", "TT-01_2-why", "TT-01_2-on"]);
  });
});
