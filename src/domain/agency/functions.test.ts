import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadPacks } from "../../reference/packs.ts";
import { loadStandards } from "../../reference/standards.ts";
import { KINDS } from "../chronology/kinds.ts";
import { bookOf } from "../standards/book.ts";
import { type StandardsChange, undecided } from "../standards/change.ts";
import { ADOPTION_FUNCTIONS, type AdoptionFunction, FUNCTION_CODES, functionOf, kindsGiven, ownerUnder } from "./functions.ts";

const library = { national: loadStandards(), packs: loadPacks() };
const every = [...library.national, ...library.packs.flatMap(({ standards }) => standards)];
const some = fc.subarray(FUNCTION_CODES);

test("no function holds a decision, a period, a date of the return, or what is not recorded by hand; and none holds another’s", () => {
  for (const code of FUNCTION_CODES) {
    for (const kind of ADOPTION_FUNCTIONS[code].kinds) {
      const { shape, decidedBy, ssda903, notByHand } = KINDS[kind];
      assert.deepEqual([shape, decidedBy, ssda903, notByHand], ["point", undefined, undefined, undefined], kind);
      assert.equal(functionOf(kind), code, kind);
    }
  }
});

test("giving more never takes a standard back, and giving nothing gives none", () => {
  const owned = (functions: readonly AdoptionFunction[]) => every.filter((s) => ownerUnder(s, functions) !== s.owner).map(({ id }) => id);
  assert.deepEqual(owned([]), []);
  fc.assert(fc.property(some, some, (few, more) => {
    const all = new Set(owned([...few, ...more]));
    return owned(few).every((id) => all.has(id)) && kindsGiven(few).every((kind) => kindsGiven([...more, ...few]).includes(kind));
  }));
});

test("what social workers, managers, decision-makers, reviewing officers, carers and courts own stays theirs, whatever is given", () => {
  for (const s of every) {
    const owner = ownerUnder(s, FUNCTION_CODES);
    assert.ok(owner === s.owner || (owner === "agency-home-finder" && ["family-finder", "business-support", "adopters-social-worker", "panel"].includes(s.owner)), s.id);
  }
});

test("each function has standards of some pack that it takes over", () => {
  for (const code of FUNCTION_CODES) assert.ok(every.some((s) => ownerUnder(s, [code]) === "agency-home-finder"), code);
});

test("the last agreement’s functions say who owns the standards of a book, and taking all back gives them back", () => {
  const give = (...functions: AdoptionFunction[]): StandardsChange => ({ type: "give-functions", agency: "RAA-1", functions });
  const adopt: StandardsChange = { type: "adopt-pack", pack: "leicestershire-2023", from: "2026-01-01" as never };
  const book = (...changes: StandardsChange[]) => bookOf(library, {
    ...undecided("E1"), revision: changes.length, changes: changes.map((change, i) => ({ number: i + 1, at: "", by: "", reason: "", change })),
  });
  const owners = (b: ReturnType<typeof book>) => new Map(b.standards.map((s) => [s.id, s.owner]));
  const given = owners(book(adopt, give("matching")));
  assert.deepEqual([given.get("LEIC-23"), given.get("LEIC-03"), given.get("LEIC-24a")], ["agency-home-finder", "family-finder", "team-manager"]);
  assert.deepEqual(owners(book(adopt, give("matching"), give())), owners(book(adopt)));
});
