import assert from "node:assert/strict";
import { test } from "node:test";
import { refuseSharing, type Shareable, sharingChange } from "./sharing.ts";

const child = (localId: string, stage: Shareable["stage"], wall = 0): Shareable => ({ localId, stage, wall });
const CHILDREN = [child("A", "early-alert"), child("B", "decision"), child("C", "placement-order"), child("D", "placement-order", 1), child("E", "decision", 2), child("F", "adopted", 3), child("G", "other-plan")];
const agreed = (fromStage: Shareable["stage"], functions: readonly "family-finding"[] = [], agency = "RAA") => ({ agency, fromStage, functions });
const ids = (children: readonly Shareable[]): string => children.map(({ localId }) => localId).join("");

test("an earlier stage shows more children, a later one fewer, each told apart by stage", () => {
  const earlier = sharingChange(agreed("placement-order"), agreed("early-alert"), CHILDREN);
  assert.deepEqual([ids(earlier.appear), ids(earlier.vanish), earlier.stay], ["AB", "", 1]);
  assert.deepEqual(earlier.byStage, [{ stage: "early-alert", appear: 1, vanish: 0, stay: 0 }, { stage: "decision", appear: 1, vanish: 0, stay: 0 }, { stage: "placement-order", appear: 0, vanish: 0, stay: 1 }]);
  assert.equal(ids(sharingChange(agreed("early-alert"), agreed("placement-order"), CHILDREN).vanish), "AB");
});

test("functions given show who is restricted of themselves, and never who is restricted by hand or sealed", () => {
  const change = sharingChange(agreed("decision"), agreed("decision", ["family-finding"]), CHILDREN);
  assert.deepEqual([ids(change.appear), change.exposed], ["D", 0]);
  assert.equal(refuseSharing(change), undefined, "who was within it already is exposed no further");
});

test("a first agreement, and one with another agency, shows everybody in it anew", () => {
  assert.equal(ids(sharingChange(undefined, agreed("decision"), CHILDREN).appear), "BC");
  const other = sharingChange(agreed("decision"), agreed("placement-order", [], "OTHER"), CHILDREN);
  assert.deepEqual([ids(other.appear), ids(other.vanish), other.stay], ["C", "BC", 0]);
});

test("an agreement within which a record restricted by hand would come is refused, without saying which", () => {
  const change = sharingChange(agreed("placement-order"), agreed("decision"), CHILDREN);
  assert.equal(change.exposed, 1);
  const refusal = refuseSharing(change);
  assert.match(refusal?.message ?? "", /^A record that is restricted by hand would come within this agreement/);
  assert.doesNotMatch(refusal?.message ?? "", /\bE\b/);
  assert.equal(sharingChange(undefined, agreed("decision"), CHILDREN).exposed, 1);
});
