import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Named, readSubgroups, subgroupsIn, subgroupsText } from "./subgroups.ts";

const child = (n: number): Named => ({ recordId: `00000000-0000-4000-8000-00000000000${n}`, localId: `HM-000${n}` });
const [four, five, six, seven] = [child(4), child(5), child(6), child(7)];
const members = [four, five, six];
const problems = (text: string, others: readonly Named[] = []): readonly string[] => {
  const read = readSubgroups(text, members, others);
  return "problems" in read ? read.problems : [];
};

describe("who with whom", () => {
  it("is read by local ids, and held by record ids", () =>
    assert.deepEqual(readSubgroups("HM-0004, HM-0005 / HM-0006", members), { subgroups: [[four.recordId, five.recordId], [six.recordId]] }));

  it("is read by record ids too, and a slash inside an id divides nothing", () => {
    const odd = { ...six, localId: "HM/6" };
    assert.deepEqual(readSubgroups(`${four.recordId},HM-0005 / HM/6`, [four, five, odd]), { subgroups: [[four.recordId, five.recordId], [six.recordId]] });
  });

  it("must say something", () => {
    for (const text of ["", "  ", " / , "]) assert.match(problems(text)[0] ?? "", /^Say who is to live with whom/, text);
  });

  it("must place every child, each once, and nobody else", () => {
    assert.deepEqual(problems("HM-0004, HM-0005 / HM-0004"), [
      "HM-0004 is in two of the smaller groups. Put each child in one",
      "HM-0006 is in none of the smaller groups. Put every child in one",
    ]);
    assert.deepEqual(problems(`HM-0004, HM-0005 / HM-0006, ${seven.recordId} / TW-0001`, [seven]), [
      "HM-0007 was not in this group on that day. Leave that child out",
      "TW-0001 was not in this group on that day. Leave that child out",
    ]);
    assert.deepEqual(problems("HM-0004 with HM-0005; HM-0006 alone").length, 4, "words are no ids");
  });

  it("must be neither everybody nor each alone: those are other decisions", () => {
    assert.match(problems("HM-0004, HM-0005, HM-0006")[0] ?? "", /Choose “Together”/);
    assert.match(problems("HM-0004 / HM-0005 / HM-0006")[0] ?? "", /Choose “Apart”/);
  });

  it("comes back from its text as it went, whatever the groups", () => {
    const id = fc.uuid();
    fc.assert(fc.property(fc.array(fc.array(id, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (groups) => {
      assert.deepEqual(subgroupsIn(subgroupsText(groups)), groups);
    }));
  });

  it("is accepted exactly where it divides the members, whatever is asked", () => {
    const asked = fc.array(fc.array(fc.constantFrom(four, five, six, seven), { maxLength: 4 }), { maxLength: 4 });
    fc.assert(fc.property(asked, (groups) => {
      const said = groups.filter((of) => of.length > 0);
      const flat = said.flat();
      const divides = flat.length === 3 && members.every((m) => flat.includes(m)) && said.length === 2;
      assert.equal("subgroups" in readSubgroups(subgroupsText(groups.map((of) => of.map((m) => m.localId))), members), divides);
    }));
  });
});
