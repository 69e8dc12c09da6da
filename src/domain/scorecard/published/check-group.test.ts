import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readGroup, type TypedGroup } from "./check-group.ts";
import type { ComparatorGroup, PublishedFigure } from "./published.ts";

const FIGURES = ["Tidewell", "Marsh and Fen", "Norcombe"].map((area): PublishedFigure => ({ source: "Tables", indicator: "A1", yearEnding: 2024, years: 3, area, level: "authority", code: null, value: 1, rank: null, note: "" }));
const TYPED: TypedGroup = { name: "Our four", kind: "own", members: "Tidewell\n\n City of Norcombe\r\nMARSH & FEN\nTidewell" };
const OTHER: ComparatorGroup = { id: "g", name: "OUR FOUR", kind: "own", members: ["Tidewell"] };
const refusals = (typed: Partial<TypedGroup>, others: readonly ComparatorGroup[] = [], figures = FIGURES): readonly string[] => {
  const read = readGroup({ ...TYPED, ...typed }, others, figures, { code: "E10000901", name: "Tidewell Council" });
  return "refusals" in read ? read.refusals.map(({ field, message }) => `${field}: ${message}`) : [];
};

describe("a group to compare with", () => {
  it("has its members as the published figures spell them, each once", () => {
    assert.deepEqual(readGroup(TYPED, [], FIGURES, { code: "E10000901", name: "Harrowmere" }), { group: { name: "Our four", kind: "own", members: ["Tidewell", "Norcombe", "Marsh and Fen"] } });
  });
  it("is refused with a name that is taken, an authority that no figure names, or nobody", () => {
    assert.deepEqual(refusals({}, [OTHER]), ["name: There is a group called Our four already. Change that one, or choose another name"]);
    assert.deepEqual(refusals({ members: "Norcomb\nTidewell\nAtlantis" }), ["members: The published figures do not name “Norcomb” (perhaps Norcombe) and “Atlantis”. Spell every authority as they do"]);
    assert.deepEqual(refusals({ members: "City of Tidewell" }), ["members: Write at least one authority besides Tidewell Council: with itself alone there is nothing to compare"]);
    assert.deepEqual(refusals({ members: "Norcombe" }), []);
    assert.deepEqual(refusals({ name: "", kind: "", members: " \n" }).map((one) => one.split(":")[0]), ["name", "kind", "members"]);
    assert.match(refusals({}, [], [])[0] ?? "", /Import published figures first/);
  });
});
