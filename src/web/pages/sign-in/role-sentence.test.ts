import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Role, ROLES } from "../../../domain/access/role.ts";
import { whatTheyCanDo } from "./role-sentence.ts";

describe("what a role can do, in words", () => {
  it("promises no record that is restricted or sealed but to whoever keeps them", () => {
    const whole = (Object.keys(ROLES) as Role[]).filter((role) => /every child|member authorities/.test(whatTheyCanDo(role)) && !/not restricted or sealed/.test(whatTheyCanDo(role)));
    assert.deepEqual(whole, ["adoption-records"]);
    assert.match(whatTheyCanDo("adoption-records"), /^Sees every child of the authority, restricted and sealed records too\. Seals records/);
    assert.match(whatTheyCanDo("team-manager"), /^Sees every child of the authority whose record is not restricted or sealed\. Adds children/);
    assert.match(whatTheyCanDo("auditor"), /^Sees no child\. Proves/);
  });
});
