import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Role } from "../access/role.ts";
import { sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import type { Colleague } from "../work/cover.ts";
import { reassignOne, type ReassignInput, refuseReassign } from "./reassign.ts";

const today = day("2026-06-01");
const colleague = (account: string, role: Role, over: Partial<Colleague> = {}): Colleague => ({ account, name: account.toUpperCase(), role, organisation: "N", worker: null, team: null, leftOn: null, ...over });
const manager = colleague("manager", "team-manager");
const ash = colleague("ash", "social-worker", { worker: "SW1" });
const PEOPLE = [manager, ash, colleague("gone", "social-worker", { leftOn: day("2026-05-01") }), colleague("far", "social-worker", { organisation: "S" }), colleague("support", "business-support")];
const input = (over: Partial<ReassignInput> = {}): ReassignInput => ({ track: "allocated-worker", to: "ash", happenedOn: "2026-06-01", reason: "The team was split", ...over });
const refused = (over: Partial<ReassignInput>): readonly string[] => refuseReassign(input(over), manager, PEOPLE, today).map(({ field, message }) => `${field}: ${message}`);

describe("giving children to another worker", () => {
  it("is refused in words where it can be given to nobody like that", () => {
    assert.deepEqual(refused({}), []);
    assert.deepEqual(refused({ to: "gone" }), ["to: GONE left on 1 May 2026. Choose somebody who is still here"]);
    assert.deepEqual(refused({ to: "far" }), ["to: FAR works for another organisation. Choose somebody of your own"]);
    assert.match(refused({ to: "support" }).join(), /^to: SUPPORT is here as adoption business support, and has no children of their own/);
    assert.deepEqual(refused({ to: "nobody" }), ["to: Nobody here has this account. Choose somebody from the list"]);
    assert.deepEqual(refused({ to: "", happenedOn: "", reason: " " }).map((r) => r.split(":")[0]), ["to", "happenedOn", "reason"]);
    assert.match(refused({ happenedOn: "2026-06-02" }).join(), /^happenedOn: 2 June 2026 is still to come/);
  });
  const had = (worker: string) => sampleEntries([{ kind: "birth", on: "2025-01-10" }, { kind: "looked-after", on: "2025-06-02" }, { kind: "allocated-worker", on: "2025-06-03", detail: { worker } }]);
  it("ends whoever had the child and says who has them, under the code that records hold, and why", () => {
    const answer = reassignOne(had("SW9"), input(), ash, today);
    assert.ok(answer.answer === "changes");
    assert.deepEqual(answer.drafts.map(({ kind, happenedOn, until, cause, detail }) => [kind, happenedOn, until, cause, detail["worker"], detail["reason"]]), [
      ["allocated-worker", "2025-06-03", "2026-06-01", "ended", "SW9", undefined], ["allocated-worker", "2026-06-01", undefined, undefined, "SW1", "The team was split"],
    ]);
  });
  it("is refused of a child whom they have already, by either of their names; on the other track it is not", () => {
    for (const worker of ["SW1", "ash"]) {
      const answer = reassignOne(had(worker), input(), ash, today);
      assert.deepEqual(answer.answer === "refused" && answer.refusals.map((r) => r.message), ["ASH is this child’s social worker already, since 3 June 2025"]);
    }
    const finder = reassignOne(had("SW1"), input({ track: "family-finder" }), ash, today);
    assert.ok(finder.answer === "changes");
    assert.deepEqual(finder.drafts.map(({ kind, detail }) => [kind, detail["worker"], detail["reason"]]), [["family-finder", "SW1", "The team was split"]]);
  });
  it("is refused before the day that the child came to whoever has them", () => {
    assert.equal(reassignOne(had("SW9"), input({ happenedOn: "2025-06-01" }), ash, today).answer, "refused");
  });
});
