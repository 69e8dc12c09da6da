import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { textsOf } from "../records/erasing.ts";
import { endHold } from "./end-hold.ts";
import { type EraseInput, eraseEntry } from "./erase-entry.ts";
import { holdRecord } from "./hold-record.ts";
import { withdrawEntry } from "./withdraw-entry.ts";

const TODAY = day("2026-11-22");
const HOLD: SampleEntry = { kind: "legal-hold", on: "2026-01-05", detail: { why: "Inquiry" } };
const caseOf = (...rows: readonly SampleEntry[]) => fold(sampleEntries(rows));

describe("a legal hold", () => {
  it("begins today, and says why", () => {
    const decision = holdRecord({ why: "  The Ash inquiry " }, TODAY);
    assert.deepEqual(decision.accepted && decision.drafts.map((d) => [d.kind, d.happenedOn, d.until, d.detail]), [["legal-hold", TODAY, undefined, { why: "The Ash inquiry" }]]);
    assert.deepEqual(holdRecord({ why: " " }, TODAY), { accepted: false, refusals: [{ field: "why", message: "Say why the record must be kept, such as the inquiry or the case" }] });
  });

  it("ends today, saying why, and leaves other holds running", () => {
    const decision = endHold(caseOf(HOLD, HOLD), { hold: 1, why: "The inquiry has reported" }, TODAY);
    assert.deepEqual(decision.accepted && decision.drafts.map((d) => [d.until, d.supersedes, d.cause, d.reason, d.detail]), [[TODAY, 1, "ended", "The inquiry has reported", { why: "Inquiry" }]]);
    const sameDay = endHold(caseOf({ ...HOLD, on: TODAY }), { hold: 1, why: "The case is over" }, TODAY);
    assert.deepEqual(sameDay.accepted && sameDay.drafts.map((d) => [d.until, d.cause]), [[TODAY, "ended"]]);
  });

  it("is ended once, with a reason, and never withdrawn by hand", () => {
    const fields = (rows: readonly SampleEntry[], why = "Over") => {
      const decision = endHold(caseOf(...rows), { hold: 1, why }, TODAY);
      return decision.accepted ? [] : decision.refusals.map((r) => r.message);
    };
    assert.deepEqual(fields([{ ...HOLD, until: "2026-06-01" }]), ["This hold has already ended"]);
    assert.deepEqual(fields([HOLD], ""), ["Say why the record need no longer be held"]);
    assert.deepEqual(fields([{ kind: "birth", on: "2014-05-03" }]), ["This hold has been ended since. Open the page again"]);
    const withdrawn = withdrawEntry(caseOf(HOLD), { number: 1, cause: "entered-in-error", reason: "No" });
    assert.ok(!withdrawn.accepted && withdrawn.refusals[0]?.message.includes("pages of their own"));
  });
});

const VISIT: SampleEntry = { kind: "visit", on: "2026-03-01", detail: { note: "Saw Thistledown at Bramblewick" } };
const RECORD: readonly SampleEntry[] = [
  { kind: "birth", on: "2020-05-03" },
  VISIT,
  { ...VISIT, on: "2026-03-02", supersedes: 2, cause: "corrected" },
  { ...VISIT, on: "2026-03-02", supersedes: 3, cause: "wrong-child" },
  { kind: "visit", on: "2026-03-09" },
  { ...VISIT, on: "2026-03-02" },
];
const GOOD: EraseInput = { number: 3, why: "Another child’s", authority: "Head of legal, 20 November 2026", askedOf: "north.other", again: "3" };
const COLLEAGUES = [{ account: "north.other" }];
const erase = (rows: readonly SampleEntry[], over: Partial<EraseInput> = {}) => eraseEntry(sampleEntries(rows), { ...GOOD, ...over }, COLLEAGUES, TODAY);
const messages = (rows: readonly SampleEntry[], over: Partial<EraseInput> = {}): readonly string[] => {
  const decision = erase(rows, over);
  return decision.accepted ? [] : decision.refusals.map((r) => `${r.field}: ${r.message}`);
};

describe("erasing an entry", () => {
  it("takes with it what it replaced, what replaced it, and what says the same; and nothing else", () => {
    for (const number of [2, 3, 4, 6]) {
      const decision = erase(RECORD, { number, again: ` ${number} ` });
      assert.ok(decision.accepted);
      assert.deepEqual(decision.erasing.together.map((e) => e.number), [2, 3, 4, 6]);
    }
    const other = erase(RECORD, { number: 5, again: "5" });
    assert.ok(other.accepted);
    assert.deepEqual(other.erasing.together.map((e) => e.number), [5]);
  });

  it("says which entries speak of it and stay", () => {
    const decision = erase([
      { kind: "challenge-raised", on: "2026-03-01", detail: { about: "A", wanted: "B", level: "team-manager", answerBy: "2026-03-09" } },
      { kind: "challenge-answered", on: "2026-03-02", detail: { challenge: 1, answer: "C" } },
    ], { number: 1, again: "1" });
    assert.ok(decision.accepted);
    assert.deepEqual([decision.erasing.together.map((e) => e.number), decision.erasing.speakOfIt.map((e) => e.number)], [[1], [2]]);
  });

  it("says which earlier period it ended, which stays ended on its day", () => {
    const decision = erase([
      { kind: "placement", on: "2025-01-01", detail: { type: "U6" } },
      { kind: "placement", on: "2025-01-01", until: "2026-03-01", detail: { type: "U6" }, supersedes: 1, cause: "ended" },
      { kind: "placement", on: "2026-03-01", detail: { type: "A3" } },
    ]);
    assert.ok(decision.accepted);
    assert.deepEqual([decision.erasing.together.map((e) => e.number), decision.erasing.ended.map((e) => e.number)], [[3], [2]]);
  });

  it("wants a reason, an authority, a colleague who agrees and the number again", () => {
    assert.deepEqual(messages(RECORD, { why: "", authority: " ", askedOf: "north.dpo", again: "33" }), [
      "why: Say why it is erased, without repeating what it says",
      "authority: Say on whose authority it is erased, such as an office and the day they decided",
      "askedOf: Choose the colleague whom you asked. It cannot be yourself",
      "again: Type the number of the entry again, 3, to show that it is this one",
    ]);
    assert.deepEqual(messages(RECORD, { why: "x".repeat(2_001) }), ["why: Use at most 2000 characters"]);
    assert.match(messages(RECORD, { number: 9, again: "9" })[0] ?? "", /erased since, or was never here/);
  });

  it("is refused on a record on hold, and of what says how the record is kept", () => {
    assert.match(messages([...RECORD, HOLD])[0] ?? "", /on legal hold/);
    assert.deepEqual(messages([...RECORD, { ...HOLD, until: TODAY }]), []);
    assert.match(messages([{ kind: "document-released", on: "2026-03-01", detail: { what: "Letter", to: "Mother", agreedBy: "x" } }], { number: 1, again: "1" })[0] ?? "", /never destroyed/);
    assert.match(messages([{ kind: "restriction", on: "2026-03-01", detail: { why: "Known to staff" } }], { number: 1, again: "1" })[0] ?? "", /End it first/);
    assert.deepEqual(messages([{ kind: "restriction", on: "2026-03-01", until: "2026-04-01", detail: { why: "Known to staff" } }], { number: 1, again: "1" }), []);
    const sealed: readonly SampleEntry[] = [{ kind: "adoption-order", on: "2025-01-01" }, { kind: "record-sealed", on: "2025-06-01" }];
    assert.match(messages(sealed, { number: 1, again: "1" })[0] ?? "", /Undo the seal first/);
    assert.deepEqual(messages([...sealed, { kind: "seal-undone", on: "2025-07-01", detail: { why: "Set aside", agreedBy: "x" } }], { number: 1, again: "1" }), []);
  });

  it("looks elsewhere for texts as they were typed, and for no code or short word", () => {
    const decision = erase([{ kind: "particulars", on: "2026-01-01", detail: { givenName: "Bramblewick", familyName: "Ash", sex: "F" } }, { kind: "legal-status", on: "2026-01-01", detail: { status: "E1" } }], { number: 1, again: "1" });
    assert.ok(decision.accepted);
    assert.deepEqual(textsOf(decision.erasing.together), ["Bramblewick"]);
  });
});
