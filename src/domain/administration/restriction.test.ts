import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULT_RESTRICTION } from "../access/wall.ts";
import { ADMISSIBLE, type Alike, type Looker, readRule, restrictionChange } from "./restriction.ts";

const alike = (stage: Alike["stage"], children: number, over: Partial<Alike> = {}): Alike => ({ stage, wall: 0, team: "East", officer: "iro", workers: ["SW01"], children, ...over });
const person = (account: string, role: Looker["role"], over: Partial<Looker> = {}): Looker => ({ account, name: account, role, worker: null, team: null, ...over });
const CHILDREN = [alike("decision", 4), alike("matched", 3), alike("matched", 2, { team: "West", officer: null, workers: [] }), alike("adopted", 5)];

test("a rule from an earlier stage says how many records it closes and who loses what", () => {
  const change = restrictionChange(DEFAULT_RESTRICTION, { ...DEFAULT_RESTRICTION, fromStage: "matched" }, CHILDREN, [
    person("analyst", "performance-analyst"), person("east", "team-manager", { team: "East" }), person("iro", "reviewing-officer"),
    person("worker", "social-worker", { worker: "SW01" }), person("support", "business-support"), person("admin", "administrator"), person("lawyer", "legal"),
  ]);
  assert.deepEqual([change.closes, change.opens, change.restricted], [5, 0, 10]);
  assert.deepEqual(change.byStage, [{ stage: "matched", closes: 5, opens: 0 }]);
  assert.deepEqual(change.people.map(({ account, before, after }) => [account, before, after]), [["analyst", 9, 4], ["east", 14, 12], ["iro", 14, 12]]);
});

test("a role that is admitted no more loses what is restricted already", () => {
  const after = { ...DEFAULT_RESTRICTION, roles: DEFAULT_RESTRICTION.roles.filter((role) => role !== "business-support") };
  const change = restrictionChange(DEFAULT_RESTRICTION, after, CHILDREN, [person("support", "business-support")]);
  assert.deepEqual([change.closes, change.people.map(({ before, after: then }) => [before, then])], [0, [[14, 9]]]);
});

test("a rule is read from a stage of the line and roles that see an authority, the adoption records officer always", () => {
  assert.deepEqual(readRule("matched", ["panel", "adoption-records"]), { refusals: [{ field: "roles", message: "Choose only among the roles that are offered" }] });
  const fields = (read: ReturnType<typeof readRule>): readonly string[] => ("rule" in read ? [] : read.refusals.map(({ field }) => field));
  assert.deepEqual(fields(readRule("left-care", ["service-manager"])), ["fromStage"]);
  assert.deepEqual(readRule("matched", ["service-manager"]), { rule: { fromStage: "matched", roles: ["service-manager", "adoption-records"] } });
  assert.ok(ADMISSIBLE.includes("agency-home-finder") && !ADMISSIBLE.includes("administrator") && !ADMISSIBLE.includes("social-worker"));
});
