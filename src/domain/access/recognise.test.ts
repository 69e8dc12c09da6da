import assert from "node:assert/strict";
import { test } from "node:test";
import { type ProviderRules, recognise } from "./recognise.ts";
import type { Person } from "./viewer.ts";

const rules: ProviderRules = { organisations: ["E10000901"], roles: new Map([["Permanence.Manager", "team-manager"], ["Permanence.Worker", "social-worker"]]) };
const manager: Person = { type: "person", account: "ash.rowan", name: "Ash Rowan", role: "team-manager", organisation: { code: "E10000901", name: "Harrowmere", type: "local-authority" } };

test("somebody is recognised by a role that is their account’s own", () => {
  assert.equal(recognise(manager, rules, ["Permanence.Manager"]), undefined);
  assert.equal(recognise(manager, rules, ["Permanence.Worker", "Permanence.Manager"]), undefined);
});

test("a role that is missing, unknown or another’s is refused, as is another council’s token", () => {
  assert.equal(recognise(manager, rules, []), "no-role");
  assert.equal(recognise(manager, rules, ["Permanence.Worker"]), "other-role");
  assert.equal(recognise(manager, rules, ["toString"]), "unknown-role");
  // A role that nobody knows is never passed over for the sake of one that is known.
  assert.equal(recognise(manager, rules, ["Permanence.Manager", "Permanence.Everything"]), "unknown-role");
  assert.equal(recognise(manager, { ...rules, organisations: ["E06000902"] }, ["Permanence.Manager"]), "other-organisation");
});
