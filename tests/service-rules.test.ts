import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { ROLES, type Role } from "../src/domain/access/role.ts";
import { fileOf, serviceRules } from "./support/service-rules.ts";

const FOLDER = new URL("../docs/service-rules/", import.meta.url);

test("the service rules say what the tables say: where not, run node --import tsx tests/support/write-service-rules.ts", () => {
  const pages = serviceRules();
  assert.deepEqual(readdirSync(FOLDER).sort(), [...pages.keys()].sort());
  for (const [name, text] of pages) assert.equal(readFileSync(new URL(name, FOLDER), "utf8"), text, name);
});

test("every role has a page, and what is decided, signed and chased stands on the page of whoever does it", () => {
  const pages = serviceRules();
  const pageOf = (role: Role): string => pages.get(fileOf(role)) ?? "";
  for (const role of Object.keys(ROLES) as Role[]) assert.match(pageOf(role), new RegExp(`^# ${ROLES[role]}\n`));
  assert.match(pageOf("decision-maker"), /## Decisions that only they confirm\n\n- /);
  assert.match(pageOf("social-worker"), /## Decisions that only they confirm\n\nNone\./);
  assert.match(pageOf("assistant-director"), /\*\*Assistant director\*\*: extensions of /);
  assert.match(pageOf("business-support"), /due from .*the court.*, who have no desk here/);
  assert.match(pageOf("family-finder"), /permanence social worker/);
});
