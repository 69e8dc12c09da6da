import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Organisation } from "../access/viewer.ts";
import { day } from "../dates/day.ts";
import { accountFor, type AccountInput, type AccountsHere, type AccountState, decideAccount, decideLeaving, rolesOf } from "./account.ts";

const NORTH: Organisation = { code: "E10000901", name: "North Vale", type: "local-authority" };
const state = (over: Partial<AccountState>): AccountState =>
  ({ account: "north.ash", organisation: NORTH.code, name: "Ash Rowan", role: "social-worker", worker: "SW01", team: "East", service: null, signInName: "ash@north.example", email: null, leftOn: null, ...over });
const input = (over: Partial<AccountInput> = {}): AccountInput => ({ name: "Ash Rowan", role: "social-worker", team: "East", worker: "SW01", service: "", signInName: "ash@north.example", email: "", ...over });
const ash = state({});
const left = state({ account: "north.elm", name: "Elm Holt", worker: "SW02", signInName: "elm@north.example", leftOn: day("2026-01-05") });
const here = (over: Partial<AccountsHere> = {}): AccountsHere =>
  ({ organisation: NORTH, everyone: [ash, left], by: "north.admin", today: day("2026-11-20"), signInNameOf: undefined, childrenUnder: (key) => (key === "SW01" ? 12 : 0), ...over });
const fieldsRefused = (decision: ReturnType<typeof decideAccount>): readonly string[] => (decision.accepted ? [] : decision.refusals.map(({ field }) => field));
const said = (decision: ReturnType<typeof decideAccount>): string => (decision.accepted ? "accepted" : decision.refusals.map(({ message }) => message).join("; "));

describe("an account", () => {
  test("is added with what was typed, tidied, under a name made from theirs", () => {
    const decision = decideAccount(undefined, input({ name: "  Zoë   O’Shea ", worker: "SW09", team: "", signInName: "Zoe@North.Example" }), here());
    assert.deepEqual(decision, {
      accepted: true, endsSessions: false, changed: ["name", "role", "worker", "signInName"],
      after: { account: "north-vale.zoe.o.shea", organisation: NORTH.code, name: "Zoë O’Shea", role: "social-worker", worker: "SW09", team: null, service: null, signInName: "zoe@north.example", email: null, leftOn: null },
    });
  });

  test("says everything that is wrong with it at once, each at its field", () => {
    const wrong = input({ name: " ", role: "wizard", team: "x".repeat(101), worker: "SW 1", service: "legal", signInName: "a b", email: "a b" });
    assert.deepEqual(fieldsRefused(decideAccount(undefined, wrong, here())), ["name", "role", "team", "worker", "service", "signInName", "email"]);
  });

  test("has a role of its own organisation, and a service only where it manages one", () => {
    assert.match(said(decideAccount(undefined, input({ worker: "", role: "agency-lead" }), here())), /Nobody is regional agency lead in North Vale/);
    assert.match(said(decideAccount(undefined, input({ worker: "", role: "team-manager", service: "adoption" }), here())), /Only a service manager/);
    assert.ok(decideAccount(undefined, input({ worker: "", role: "service-manager", service: "adoption" }), here()).accepted);
    assert.ok(!rolesOf("regional-agency").includes("social-worker"));
  });

  test("ends its sessions where the role or the sign-in name changes, and not for a team", () => {
    const ends = (over: Partial<AccountInput>): boolean | undefined => {
      const decision = decideAccount(ash, input(over), here());
      return decision.accepted ? decision.endsSessions : undefined;
    };
    assert.equal(ends({ role: "family-finder" }), true);
    assert.equal(ends({ signInName: "ash2@north.example" }), true);
    assert.equal(ends({ team: "West" }), false);
    assert.equal(ends({}), undefined, "nothing is changed");
  });

  test("keeps a code under which children are recorded, and takes nobody else’s", () => {
    assert.match(said(decideAccount(ash, input({ worker: "SW07" }), here())), /12 children are recorded under SW01/);
    assert.match(said(decideAccount(undefined, input({ worker: "SW02", signInName: "" }), here())), /SW02 is the code of Elm Holt, who has left/);
    assert.ok(decideAccount(ash, input({ worker: "SW07" }), here({ childrenUnder: () => 0 })).accepted);
  });

  test("has an address for mail or none, which signs nobody out", () => {
    const decision = decideAccount(ash, input({ email: " Ash@North.Example " }), here());
    assert.deepEqual(decision, { accepted: true, changed: ["email"], endsSessions: false, after: { ...ash, email: "Ash@north.example" } });
    assert.ok(decideAccount(state({ email: "ash@north.example" }), input({ email: "" }), here()).accepted);
  });

  test("shares its sign-in name with nobody, and tells of nobody in another organisation", () => {
    assert.match(said(decideAccount(ash, input({ signInName: "elm@north.example" }), here({ signInNameOf: "north.elm" }))), /Elm Holt signs in by this name/);
    assert.match(said(decideAccount(ash, input({ signInName: "x@south.example" }), here({ signInNameOf: "south.x" }))), /^Somebody has this sign-in name already/);
    assert.match(said(decideAccount(ash, input({ signInName: "" }), here())), /say that they have left/);
  });

  test("is not raised or ended by whoever has it", () => {
    const own = here({ by: ash.account });
    assert.match(said(decideAccount(ash, input({ role: "service-manager", worker: "SW01" }), own)), /your own role/);
    assert.match(said(decideLeaving(ash, day("2026-11-20"), own)), /your own account/);
    assert.ok(decideAccount(ash, input({ team: "West" }), own).accepted);
  });

  test("ends on a day, its sessions with it once the day is there, and may begin again", () => {
    const leaving = (on: string | null) => decideLeaving(ash, on === null ? null : day(on), here());
    assert.deepEqual(leaving("2026-11-20"), { accepted: true, after: state({ leftOn: day("2026-11-20") }), changed: ["leftOn"], endsSessions: true });
    assert.deepEqual(leaving("2026-12-01"), { accepted: true, after: state({ leftOn: day("2026-12-01") }), changed: ["leftOn"], endsSessions: false });
    assert.match(said(leaving("2028-01-01")), /more than a year away/);
    assert.match(said(leaving("1926-11-20")), /Check the year/);
    assert.match(said(leaving(null)), /Nothing is changed/);
    assert.ok(decideLeaving(left, null, here()).accepted);
  });
});

test("accounts of one name are told apart", () => {
  assert.equal(accountFor("Ash Rowan", NORTH, new Set()), "north-vale.ash.rowan");
  assert.equal(accountFor("Ash Rowan", NORTH, new Set(["north-vale.ash.rowan", "north-vale.ash.rowan.2"])), "north-vale.ash.rowan.3");
  assert.equal(accountFor("明", { ...NORTH, name: "—" }, new Set()), "somebody");
  assert.match(accountFor("x".repeat(300), NORTH, new Set()), /^[a-z0-9][a-z0-9._@-]{0,99}$/);
});
