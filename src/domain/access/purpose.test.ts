import assert from "node:assert/strict";
import { test } from "node:test";
import type { Role } from "./role.ts";
import { notFor } from "./purpose.ts";
import type { Person } from "./viewer.ts";

const person = (role: Role): Person => ({ type: "person", account: "ash.rowan", name: "Ash Rowan", role, organisation: { code: "E10000901", name: "Harrowmere", type: "local-authority" } });

test("a purpose is for those whose work it is, for every child of their authority", () => {
  assert.equal(notFor(person("performance-analyst"), "return", "write"), undefined);
  assert.match(notFor(person("social-worker"), "return", "read") ?? "", /^Child’s social worker: this role does not let you bring in a return/);
  assert.equal(notFor(person("administrator"), "agreement", "write"), undefined);
  assert.equal(notFor(person("data-protection-officer"), "records", "write"), undefined);
  assert.equal(notFor(person("adoption-records"), "seal", "write"), undefined);
  assert.match(notFor(person("team-manager"), "seal", "read") ?? "", /seal a record/);
});

test("figures are for reading alone", () => {
  assert.equal(notFor(person("team-manager"), "figures", "read"), undefined);
  assert.match(notFor(person("team-manager"), "figures", "write") ?? "", /let you write anything to/);
});
