import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { workingCalendar } from "../dates/working-days.ts";
import { summarise } from "../permanence/summarise.ts";
import { compile } from "../standards/compile.ts";
import { asMayLeave, identifiable, identifiableInList, withheldInWords } from "./identifiable.ts";

const IN_CARE: readonly SampleEntry[] = [
  { kind: "birth", on: "2024-03-01" }, { kind: "particulars", on: "2025-01-10", detail: { givenName: "Bramblewick", familyName: "Thistledown" } }, { kind: "looked-after", on: "2025-01-10" },
];
const DECIDED: readonly SampleEntry[] = [...IN_CARE, { kind: "plan-decision", on: "2025-06-02" }];
const ORDERED: readonly SampleEntry[] = [...DECIDED, { kind: "placement-order", on: "2025-09-01" }];
const NO_CALENDAR = workingCalendar(day("2020-01-01"), day("2030-12-31"), []);

const LIVES: readonly (readonly [boolean, string, readonly SampleEntry[]])[] = [
  [false, "in care", IN_CARE],
  [false, "decided, and no order", DECIDED],
  [true, "under a placement order", ORDERED],
  [false, "whose order is planned", [...DECIDED, { kind: "placement-order", on: "2025-09-01", certainty: "planned" }]],
  [false, "whose order was refused", [...DECIDED, { kind: "placement-order", on: "2025-09-01", detail: { outcome: "refused" } }]],
  [false, "whose order ended", [...ORDERED, { kind: "placement-order-revoked", on: "2025-12-01" }]],
  [true, "whose parent consented", [...DECIDED, { kind: "consent-given", on: "2025-08-01" }]],
  [false, "whose parent withdrew consent", [...DECIDED, { kind: "consent-given", on: "2025-08-01" }, { kind: "consent-withdrawn", on: "2025-08-09" }]],
  [true, "adopted", [...ORDERED, { kind: "placed-for-adoption", on: "2025-11-01" }, { kind: "adoption-order", on: "2026-03-01" }]],
  [false, "who went home under an order", [...IN_CARE.slice(0, 2), { kind: "looked-after", on: "2025-01-10", until: "2025-12-01" }, { kind: "placement-order", on: "2025-09-01" }]],
];

for (const [may, who, rows] of LIVES) {
  test(`a child ${who} is ${may ? "" : "not "}named in what leaves, by the record and by a line of a list alike`, () => {
    const c = fold(sampleEntries(rows));
    const line = summarise(c, compile([]), NO_CALENDAR);
    assert.deepEqual([identifiable(c), identifiableInList(line)], [may, may]);
    const left = asMayLeave<typeof line & { readonly ageInstead?: string }>(line, day("2026-06-01"));
    assert.deepEqual([left.name, left.bornOn, left.ageInstead], may ? ["Bramblewick Thistledown", "2024-03-01", undefined] : [null, null, "2 years 3 months"]);
    assert.equal(asMayLeave({ ...line, name: null }, day("2026-06-01")).bornOn, may ? "2024-03-01" : null, "whether or not names are shown");
  });
}

test("how many were left out is said in words", () => {
  assert.deepEqual([withheldInWords(0), withheldInWords(1).slice(0, 37), withheldInWords(1_204).slice(0, 45)], ["", "1 child is told by local id and age, ", "1,204 children are told by local id and age, "]);
});
