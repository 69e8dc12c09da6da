import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import type { Decision, EntryInput, Refusal } from "./command.ts";
import { correctEntry, type CorrectionInput } from "./correct-entry.ts";
import { groupLocalId, openSiblingGroup } from "./open-sibling-group.ts";
import { recordEntry } from "./record-entry.ts";
import { readGroupInput, refusingToo, type Sibling } from "./sibling-group.ts";

const today = day("2026-06-01");
const family: readonly Sibling[] = [
  { recordId: "id-4", localId: "HM-4" }, { recordId: "id-5", localId: "HM-5" }, { recordId: "id-6", localId: "HM-6" },
  { recordId: "id-7", localId: "HM-7" }, { recordId: "id-8", localId: "HM-8", otherGroup: "SG-HM-8" },
];
const joined = (child: string, on = "2025-01-10", until?: string): SampleEntry => ({ kind: "sibling-membership", on, until, detail: { child } });
const group = fold(sampleEntries([joined("id-4"), joined("id-5"), joined("id-6", "2025-05-01"), { kind: "together-or-apart", on: "2025-08-01", detail: { decision: "together" } }]));

const record = (input: Partial<EntryInput>): Decision => {
  const whole = { kind: "together-or-apart", happenedOn: "2026-05-01", certainty: "actual", detail: {}, ...input };
  const read = readGroupInput(group, whole, family);
  return refusingToo(recordEntry(group, read.input, today, "sibling-group"), read.refusals);
};
const correct = (input: Omit<CorrectionInput, "certainty">): Decision => {
  const read = readGroupInput(group, { certainty: "actual", ...input }, family, group.entries.find((e) => e.number === input.number));
  return refusingToo(correctEntry(group, read.input, today, "sibling-group"), read.refusals);
};
const refused = (d: Decision): readonly Refusal[] => (d.accepted ? [] : d.refusals);
const messages = (d: Decision): readonly string[] => refused(d).map((r) => r.message);
const subgroups = (text: string, happenedOn = "2026-05-01"): Decision => record({ happenedOn, detail: { decision: "subgroups", subgroups: text } });

describe("deciding together or apart", () => {
  it("holds who with whom by record ids, however the children were named", () => {
    const decision = subgroups("HM-4, id-5 / HM-6");
    assert.ok(decision.accepted);
    assert.deepEqual(decision.drafts[0]?.detail, { decision: "subgroups", subgroups: "id-4, id-5 / id-6" });
  });

  it("speaks of those in the group on its day", () => {
    assert.deepEqual(messages(subgroups("HM-4, HM-5 / HM-6", "2025-04-30")), ["HM-6 was not in this group on that day. Leave that child out"]);
    assert.deepEqual(messages(subgroups("HM-4, HM-5 / HM-6", "2025-01-09")), [
      "On 9 January 2025 there were not yet two children in this group. Enter a day when there were, or correct the day they joined"]);
  });

  it("wants who with whom for smaller groups, and for nothing else", () => {
    assert.deepEqual(refused(record({ detail: { decision: "subgroups" } })).map((r) => r.field), ["detail.subgroups"]);
    assert.deepEqual(refused(record({ detail: { decision: "apart", subgroups: "HM-4 / HM-5" } })).map((r) => r.field), ["detail.subgroups"]);
    assert.ok(record({ detail: { decision: "apart" } }).accepted);
  });

  it("is refused with everything wrong at once, and a day that is none is no other fault", () => {
    assert.deepEqual(refused(record({ happenedOn: "soon", detail: { decision: "subgroups", subgroups: "HM-4, HM-5" } })).map((r) => r.field), ["happenedOn", "detail.subgroups"]);
    assert.deepEqual(refused(record({ happenedOn: "soon", detail: { decision: "subgroups", subgroups: "HM-4, HM-5 / HM-6" } })).map((r) => r.field), ["happenedOn"]);
    assert.deepEqual(refused(record({ detail: {} })).map((r) => r.field), ["detail.decision"]);
  });
});

describe("adding a child to a group", () => {
  const add = (child: string, more: Partial<EntryInput> = {}): Decision => record({ kind: "sibling-membership", detail: { child }, ...more });

  it("holds the child by record id", () => {
    const decision = add(" HM-7 ");
    assert.ok(decision.accepted);
    assert.deepEqual(decision.drafts[0]?.detail, { child: "id-7" });
  });
  it("refuses an id of nobody, a child already in it, and one in another group, by name", () => {
    assert.match(messages(add(""))[0] ?? "", /^Enter the child’s local id/);
    assert.match(messages(add("TW-1"))[0] ?? "", /^There is no child with local id TW-1 in this authority/);
    assert.deepEqual(messages(add("HM-4")), ["HM-4 is already in this group, since 10 January 2025"]);
    assert.match(messages(add("HM-8"))[0] ?? "", /^HM-8 is already in the sibling group SG-HM-8/);
    assert.ok(add("HM-8", { until: "2026-05-20" }).accepted, "a membership that has ended stands beside another");
  });
  it("refuses a day to come", () => assert.deepEqual(refused(add("HM-7", { happenedOn: "2026-06-02" })).map((r) => r.field), ["happenedOn"]));
});

describe("changing a membership", () => {
  const membership = { number: 1, kind: "sibling-membership", happenedOn: "2025-01-10", reason: "" };
  it("ends it", () => {
    const decision = correct({ ...membership, until: "2026-05-01", cause: "ended", detail: { child: "HM-4" } });
    assert.ok(decision.accepted);
    assert.deepEqual([decision.drafts[0]?.until, decision.drafts[0]?.detail], ["2026-05-01", { child: "id-4" }]);
  });
  it("never puts another child in its place", () => {
    assert.match(messages(correct({ ...membership, cause: "corrected", reason: "Wrong", detail: { child: "HM-7" } }))[0] ?? "", /^A correction cannot put another child/);
  });
  it("gives an entry that has gone its own refusal", () =>
    assert.deepEqual(refused(correct({ ...membership, number: 99, until: "2026-05-01", cause: "ended", detail: { child: "HM-7" } })).map((r) => r.field), ["entry"]));
});

describe("starting a group", () => {
  const open = (children: readonly string[], happenedOn = "2026-01-05"): Decision => openSiblingGroup({ children, happenedOn }, family, today);

  it("makes each child a member from the one day", () => {
    const decision = open([" HM-5", "HM-4 ", ""]);
    assert.ok(decision.accepted);
    assert.deepEqual(decision.drafts.map((d) => [d.kind, d.happenedOn, d.detail["child"]]), [
      ["sibling-membership", "2026-01-05", "id-5"], ["sibling-membership", "2026-01-05", "id-4"]]);
  });
  it("wants two children, each once, of this authority, in no other group", () => {
    assert.deepEqual(messages(open(["HM-4"])), ["Enter the local ids of at least two children, one on each line"]);
    assert.deepEqual(messages(open(["HM-4", "HM-4"])), ["HM-4 is there twice. Enter each child once"]);
    assert.deepEqual(messages(open(["HM-4", "TW-1", "HM-8"])), [
      "There is no child with local id TW-1 in this authority. Check the id, or add the child first",
      "HM-8 is already in the sibling group SG-HM-8. A child is in one group at a time: end that membership first",
    ]);
    assert.equal(messages(open(Array.from({ length: 500 }, (_, i) => `X-${i}`))).length, 1);
  });
  it("says what is wrong with the day once, and with the children too", () => {
    assert.deepEqual(refused(open(["HM-4"], "")).map((r) => r.field), ["children", "happenedOn"]);
    assert.deepEqual(refused(open(["HM-4", "HM-5"], "2026-06-02")).map((r) => r.field), ["happenedOn"]);
  });
  it("is called after the first of its children, and again where that name was used", () => {
    assert.equal(groupLocalId(["HM-5", "HM-4"], 1), "SG-HM-4");
    assert.equal(groupLocalId(["HM-5", "HM-4"], 2), "SG-HM-4-2");
  });
});
