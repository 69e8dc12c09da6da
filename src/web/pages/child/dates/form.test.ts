import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ChildPage } from "../../../../app/views.ts";
import { fold } from "../../../../domain/chronology/fold.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { sampleEntries } from "../../../../domain/chronology/sample.ts";
import { recordEntry } from "../../../../domain/commands/record-entry.ts";
import { correctEntry } from "../../../../domain/commands/correct-entry.ts";
import { withdrawEntry } from "../../../../domain/commands/withdraw-entry.ts";
import { addDays, day } from "../../../../domain/dates/day.ts";
import { aheadOf, commandOf, dateErrors, DOINGS, type Doing, doneInWords, idOf, NOTHING_TYPED, PLANNABLE, readDateForm, type TypedDate, typedOf } from "./form.ts";

const today = day("2026-11-20");
const c = fold(sampleEntries([
  { kind: "birth", on: "2024-10-14" },
  { kind: "match-decision", on: "2026-12-01", certainty: "provisional", detail: { family: "F1", adoptedByCarer: false } },
  { kind: "matching-panel", on: "2026-11-19", certainty: "planned" },
]));
const child = { recordId: "01234567-89ab-4def-8123-456789abcdef", localId: "HM-1", case: c } as ChildPage;
const [panel, match] = aheadOf(child) as [typeof c.entries[number], typeof c.entries[number]];

const decided = (typed: TypedDate, doing: Doing | "add", old?: typeof panel) => {
  const { command, unreadable } = commandOf(typed, doing, old);
  const decision = command.name === "record-entry" ? recordEntry(c, command.input, today, "child")
    : command.name === "correct-entry" ? correctEntry(c, command.input, today, "child") : withdrawEntry(c, command.input);
  return { draft: decision.accepted ? decision.drafts.at(-1) : undefined, errors: decision.accepted ? [] : dateErrors(child, typed, decision.refusals, unreadable) };
};
const onDay = (old: typeof panel, text: string, reason = ""): TypedDate => ({ ...typedOf(old), on: { day: text, month: "", year: "" }, reason });

describe("a date to come", () => {
  test("is moved, confirmed, made provisional or called off, and keeps what was said of it", () => {
    const moved = decided(onDay(match, "9/12/2026", "Papers are late"), "move", match).draft;
    assert.deepEqual([moved?.happenedOn, moved?.certainty, moved?.cause, moved?.detail], ["2026-12-09", "provisional", "moved", { family: "F1", adoptedByCarer: false }]);
    assert.deepEqual([decided(typedOf(panel), "happened", panel).draft?.certainty, decided(onDay(panel, "1 dec 2026"), "fixed", panel).draft?.certainty], ["actual", "provisional"]);
    assert.equal(decided({ ...typedOf(panel), reason: "The link ended" }, "stop", panel).draft?.cause, "not-going-ahead");
  });

  test("is refused at the box that is wrong", () => {
    const id = idOf(child, panel.number);
    assert.deepEqual(decided(typedOf(panel), "move", panel).errors, [{ id: `${id}-reason`, text: "Say why the date moved" }, { id: `${id}-day`, text: "Enter the day it moves to" }]);
    assert.deepEqual(decided(onDay(panel, "31/2/2027", "x"), "move", panel).errors.map((e) => e.text), ["The day must include a month and a year"]);
    assert.deepEqual(decided(typedOf(panel), "stop", panel).errors, [{ id: `${id}-reason`, text: "Say why, so that the next reader understands" }]);
    const add = idOf(child, "add");
    assert.deepEqual(decided(NOTHING_TYPED, "add").errors, [{ id: `${add}-kind`, text: "Choose what is planned" }, { id: `${add}-day`, text: "Enter the day" }]);
  });

  test("can be added of every kind that is offered, by its day alone", () => {
    const on = { day: addDays(today, 30), month: "", year: "" };
    for (const kind of PLANNABLE) {
      const { errors } = decided({ ...NOTHING_TYPED, on, kind }, "add");
      assert.deepEqual(errors, [], kind);
    }
    assert.ok(PLANNABLE.length > 20);
  });

  test("is read from the form as it was typed", () => {
    const body = { entry: String(panel.number), do: "stop", reason: " gone ", [`${idOf(child, panel.number)}-day`]: "x" };
    assert.deepEqual(readDateForm(child, body), { typed: { entry: panel.number, on: { day: "x", month: "", year: "" }, reason: "gone", kind: "", certainty: "planned" }, doing: "stop" });
    assert.equal(readDateForm(child, { entry: "add", do: "stop" }).doing, "add");
  });

  test("is told in words whatever was done", () => {
    for (const doing of [...DOINGS, "add"] as const) assert.match(doneInWords(child, panel, doing), /^HM-1: matching panel .*19 November 2026/);
    assert.equal(KINDS[panel.kind].label, "Matching panel");
  });
});
