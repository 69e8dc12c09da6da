import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Draft, Entry } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import { sampleEntries } from "../chronology/sample.ts";
import { noteForAgency } from "../commands/note-for-agency.ts";
import { recordAgencyDate } from "../commands/record-agency-date.ts";
import { withdrawAgencyEntry } from "../commands/withdraw-agency-entry.ts";
import type { Decision } from "../commands/command.ts";
import { settleDifference } from "../commands/settle-difference.ts";
import { addDays, day } from "../dates/day.ts";
import { differencesOf, differsFor, isUnsettled } from "./differences.ts";
import { shownUnder } from "./shown.ts";

const TODAY = day("2026-11-22");
const AGENCY = "RAA-1";
const START = sampleEntries([
  { kind: "birth", on: "2024-01-01" }, { kind: "looked-after", on: "2025-01-10" }, { kind: "link", on: "2026-06-02", detail: { family: "F1" } },
]);

/** What a decision writes, after all that there was. */
function then(entries: readonly Entry[], decision: Decision): Entry[] {
  assert.ok(decision.accepted, JSON.stringify(decision));
  const next = Math.max(...entries.map((e) => e.number)) + 1;
  return [...entries, ...decision.drafts.map((draft: Draft, i): Entry => ({ ...draft, number: next + i, recordedAt: "2026-11-22T09:00:00.000Z", recordedBy: "x" }))];
}
const dated = (entries: readonly Entry[], of: string, on: string) =>
  then(entries, recordAgencyDate(fold(entries), { of, happenedOn: on, certainty: "actual", note: "" }, AGENCY, TODAY));
const settled = (entries: readonly Entry[], side: "authority" | "agency", how: string) => settleDifference(fold(entries), { of: "link", how, why: "We looked it up" }, side, TODAY);
const stateOf = (entries: readonly Entry[]) => differencesOf(fold(entries))[0]?.state;

test("the agency's date stands beside the authority's, which is left as it was", () => {
  const entries = dated(START, "link", "2026-06-05");
  const [one] = differencesOf(fold(entries));
  assert.deepEqual([one?.state, one?.days, one?.authority?.on, differsFor(fold(entries))], ["open", 3, "2026-06-02", ["authority", "agency"]]);
  assert.equal(stateOf(dated(START, "link", "2026-06-02")), "same");
  assert.equal(stateOf(dated(START, "validation-visit", "2026-06-09")), "alone");
  assert.deepEqual(fold(dated(entries, "link", "2026-06-07")).of("agency-date").map((e) => [e.happenedOn, e.cause]), [["2026-06-07", "corrected"]]);
});

test("each side puts its own date right at once, and proposes the other's", () => {
  const entries = dated(START, "link", "2026-06-05");
  const byAuthority = then(entries, settled(entries, "authority", "agency"));
  assert.deepEqual([stateOf(byAuthority), fold(byAuthority).of("link").map((e) => [e.happenedOn, e.detail["family"], e.reason])], ["same", [["2026-06-05", "F1", "We looked it up"]]]);
  const byAgency = then(entries, settled(entries, "agency", "authority"));
  assert.deepEqual([stateOf(byAgency), fold(byAgency).of("agency-date")[0]?.happenedOn], ["same", "2026-06-02"]);
  const proposed = then(entries, settled(entries, "agency", "agency"));
  assert.deepEqual([stateOf(proposed), differsFor(fold(proposed))], ["proposed", ["authority"]]);
  assert.equal(settled(proposed, "agency", "agency").accepted, false);
  assert.equal(stateOf(then(proposed, settled(proposed, "authority", "agency"))), "same");
  assert.equal(stateOf(then(proposed, settled(proposed, "authority", "both"))), "settled");
});

test("what was settled is open again once either date is written anew", () => {
  const both = then(dated(START, "link", "2026-06-05"), settled(dated(START, "link", "2026-06-05"), "authority", "both"));
  assert.deepEqual([stateOf(both), differsFor(fold(both))], ["settled", []]);
  assert.equal(settled(both, "agency", "both").accepted, false);
  assert.equal(stateOf(dated(both, "link", "2026-06-08")), "open");
});

test("a date of nothing, of a decision not yet to come, or of no kind is refused; so is another agency's withdrawal", () => {
  const c = fold(START);
  const ask = (of: string, on: string, certainty = "actual") => recordAgencyDate(c, { of, happenedOn: on, certainty, note: "" }, AGENCY, TODAY);
  for (const [of, on, certainty, field] of [["looked-after", "2026-01-01", "actual", "of"], ["agency-note", "2026-01-01", "actual", "of"], ["link", "2027-01-01", "actual", "happenedOn"], ["link-ended", "2027-01-01", "planned", "certainty"], ["matching-panel", "2026-01-01", "planned", "happenedOn"]] as const) {
    const decision = ask(of, on, certainty);
    assert.ok(!decision.accepted && decision.refusals.some((r) => r.field === field), of);
  }
  const entries = dated(START, "link", "2026-06-05");
  const number = entries.at(-1)!.number;
  assert.equal(withdrawAgencyEntry(fold(entries), { number, cause: "entered-in-error", reason: "x" }, "RAA-2").accepted, false);
  assert.equal(withdrawAgencyEntry(fold(entries), { number: 3, cause: "entered-in-error", reason: "x" }, AGENCY).accepted, false);
  assert.deepEqual(differencesOf(fold(then(entries, withdrawAgencyEntry(fold(entries), { number, cause: "entered-in-error", reason: "x" }, AGENCY)))), []);
  assert.equal(noteForAgency({ note: "  " }, AGENCY, TODAY).accepted, false);
});

test("whatever both sides do in whatever order, one difference a kind is open or none, and settling an open one always ends it or hands it over", () => {
  const step = fc.record({ side: fc.constantFrom("authority" as const, "agency" as const), how: fc.constantFrom("authority", "agency", "both", "date"), on: fc.integer({ min: 0, max: 5 }) });
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
    let entries: Entry[] = [...START];
    for (const { side, how, on } of steps) {
      const c = fold(entries);
      const before = differencesOf(c).find(({ kind }) => kind === "link");
      if (how === "date") {
        const decision = recordAgencyDate(c, { of: "link", happenedOn: addDays(day("2026-06-01"), on), certainty: "actual", note: "" }, AGENCY, TODAY);
        if (decision.accepted) entries = then(entries, decision);
        continue;
      }
      const decision = settled(entries, side, how);
      assert.ok(decision.accepted || before === undefined || !isUnsettled(before) || before.state === "proposed");
      if (!decision.accepted) continue;
      entries = then(entries, decision);
      const after = differencesOf(fold(entries)).find(({ kind }) => kind === "link");
      assert.ok(after === undefined || after.state === (how === "both" ? "settled" : how === side ? "proposed" : "same"));
    }
    assert.ok(fold(entries).of("agency-date").length <= 1 && fold(entries).of("link").length === 1);
  }));
});

test("what is not shared is taken away from the agency, and what the agency wrote is not", () => {
  const entries: Entry[] = sampleEntries([
    { kind: "particulars", on: "2025-01-10", detail: { givenName: "Marram", familyName: "Thrift", sex: "1" } },
    { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW01001", reason: "New to the team" } },
    { kind: "barrier", on: "2026-01-10", detail: { barrier: "court", note: "Adjourned" } },
    { kind: "matching-meeting", on: "2026-05-01", detail: { note: "Close" } },
    { kind: "agency-note", on: "2026-05-02", detail: { agency: AGENCY, note: "Ours" } },
  ]).map((e) => ({ ...e, recordedBy: e.kind === "agency-note" ? "finder" : "worker" }));
  const own = new Set(["finder"]);
  assert.equal(shownUnder(["names", "workers", "notes", "barriers"], own, entries), entries);
  const nothing = shownUnder([], own, entries);
  assert.deepEqual(nothing.map((e) => [e.kind, e.detail, e.recordedBy === "finder"]), [
    ["particulars", { sex: "1" }, false], ["allocated-worker", {}, false], ["matching-meeting", {}, false], ["agency-note", { agency: AGENCY, note: "Ours" }, true],
  ]);
  assert.deepEqual(nothing.map((e) => e.hidden ?? []), [["givenName", "familyName"], ["worker", "reason"], ["note"], []]);
  assert.doesNotMatch(JSON.stringify(nothing), /Marram|Thrift|SW01001|Adjourned|Close|"worker":/);
});
