import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold } from "../../domain/chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../../domain/chronology/sample.ts";
import { day } from "../../domain/dates/day.ts";
import { aliasOf } from "../../domain/profile/alias.ts";
import { leavingProfile } from "../../domain/profile/leaving.ts";
import { profileOf } from "../../domain/profile/profile.ts";
import { profileCsv, profileText } from "./write-profile.ts";

const CHILD = { recordId: "0b6d7e4a-7a30-4c59-9f43-5d2d3c0f8a11", authority: "Harrowmere" };
const TODAY = day("2026-03-01");
const ANONYMOUS: readonly SampleEntry[] = [
  { kind: "birth", on: "2022-05-17" }, { kind: "particulars", on: "2025-01-10", detail: { givenName: "Bramblewick", familyName: "Thistledown", sex: "F", ethnicity: "WBRI" } },
  { kind: "looked-after", on: "2025-01-10" }, { kind: "placement", on: "2025-01-10", detail: { type: "U6", carer: "FC-0277" } }, { kind: "plan-decision", on: "2025-06-02" },
  { kind: "profile-completed", on: "2025-07-01", detail: { visibility: "own-region-anonymous" } },
  { kind: "profile-moved", on: "2025-07-01", detail: { to: "own-region-anonymous", why: "For Bramblewick", profilePlace: "Thistledown 12" } },
];
const SHOWN: readonly SampleEntry[] = [...ANONYMOUS, { kind: "placement-order", on: "2025-09-01" }, { kind: "profile-updated", on: "2025-09-08" }];

const written = (rows: readonly SampleEntry[]): readonly string[] => {
  const c = fold(sampleEntries(rows));
  const profile = leavingProfile(c, profileOf(c, TODAY), CHILD, TODAY);
  if (profile === undefined) return [];
  const taken = { profile, takenBy: "Asha Bell, family finder", takenOn: "1 March 2026 at 9:00am" };
  return [profileText(taken), profileCsv(taken)];
};

describe("a profile as it leaves", () => {
  it("says nothing before the order that tells who the child is", () => {
    for (const text of written(ANONYMOUS)) {
      assert.doesNotMatch(text, /Bramblewick|Thistledown|17 May|2022|Harrowmere|WBRI|FC-0277|0b6d7e4a/);
      assert.match(text, new RegExp(aliasOf(CHILD.recordId)));
      assert.match(text, /3 or 4/);
      assert.match(text, /Anonymous, own region, since 1 July 2025/);
    }
    assert.equal(written(ANONYMOUS).length, 2);
  });

  it("names the child once an order stands and the profile is shown so, and no more once it ends", () => {
    for (const text of written(SHOWN)) assert.match(text, /Bramblewick Thistledown[^]*17 May 2022[^]*Placement order of 1 September 2025/);
    assert.deepEqual(written([...SHOWN, { kind: "placement-order-revoked", on: "2025-12-01" }]), []);
    for (const text of written(SHOWN.slice(0, -1))) assert.doesNotMatch(text, /Bramblewick/, "the order alone does not identify an anonymous profile");
  });

  it("does not exist for a draft or a profile withdrawn", () => {
    assert.deepEqual([written(ANONYMOUS.slice(0, 5)), written([...SHOWN, { kind: "match-decision", on: "2025-12-01" }])], [[], []]);
  });

  it("calls a child the same each time, by nothing of the child", () => {
    fc.assert(fc.property(fc.uuid(), (id) => {
      assert.match(aliasOf(id), /^[A-Z][a-z]+ \d{3}$/);
      assert.equal(aliasOf(id), aliasOf(id));
    }));
    assert.ok(new Set(Array.from({ length: 500 }, (_, i) => aliasOf(`${i}-0000`))).size > 480);
  });
});
