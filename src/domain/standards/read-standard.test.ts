import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readStandards } from "./read-standard.ts";
import { sampleStandards, type SampleStandard } from "./sample-standards.ts";

const GOOD = {
  id: "TT-01", title: "A test", shape: "deadline", force: "local", confirmed: true,
  citation: { provision: "paragraph 1", source: "A manual" }, owner: "social-worker", evidence: "The record",
  starts: "review", within: "5 working days", stops: "visit",
  examples: [{ says: "Nothing", chronology: [], today: "2026-01-01", clocks: [] }],
};

/** “where: what” for the one fault that a change to a good standard makes. */
function fault(change: SampleStandard): string {
  const { problems } = readStandards({ layer: "national", standards: [{ ...GOOD, ...change }] });
  assert.equal(problems.length, 1, JSON.stringify(problems));
  return `${problems[0]!.path.slice(2).join(".")}: ${problems[0]!.message}`;
}

describe("a standard", () => {
  it("is read whole where it is well made", () => {
    const [standard] = sampleStandards({ ...GOOD, applies: [{ plan: ["ADOPTION"] }, { "is-not": "relinquished" }], counting: "beginning with" });
    assert.equal(standard?.layer, "authority");
    assert.deepEqual(standard?.counting, { beginningWith: true });
    assert.deepEqual(standard?.applies, [{ test: "plan", values: ["ADOPTION"], not: false }, { test: "named", name: "relinquished", not: true }]);
  });

  it("is refused with the place and the word that is wrong", () => {
    assert.match(fault({ starts: "reveiw" }), /^starts: “reveiw” is not a kind of entry/);
    assert.match(fault({ moot: ["end of review"] }), /^moot\.0: “review” has no end/);
    assert.match(fault({ starts: { kind: "legal-status", status: "C9" } }), /^starts\.status: “C9” is not a legal status/);
    assert.match(fault({ starts: { kind: "legal-status", colour: "red" } }), /^starts\.colour: “Legal status” has no “colour”/);
    assert.match(fault({ extension: { needs: "mayor" } }), /^extension\.needs: “mayor” is not an office that signs off/);
    assert.match(fault({ extension: { needs: ["assistant-director", "assistant-director"] } }), /^extension\.needs: Each office signs once/);
    assert.match(fault({ extension: { needs: "assistant-director", "report-when": "raining" } }), /^extension\.report-when: “raining” is not when a report is needed/);
    assert.match(fault({ extension: { report: true } }), /^extension\.report: “report” means nothing here: use needs, report-when/);
    assert.match(fault({ within: "5 wroking days" }), /^within: “5 wroking days” is not a length of time: write it like/);
    assert.match(fault({ within: undefined }), /^: A deadline needs either “within” or “due”/);
    assert.match(fault({ citation: undefined }), /^: TT-01 has no source/);
    assert.match(fault({ citation: { provision: "p" } }), /^citation: “source” is missing/);
    assert.match(fault({ applies: [{ moon: "full" }] }), /^applies\.0\.moon: “moon” is not a condition: use plan, /);
    assert.match(fault({ applies: [{ plan: ["HOLIDAY"] }] }), /^applies\.0\.plan\.0: “HOLIDAY” is not a plan/);
    assert.match(fault({ applies: [{ is: "sunny" }] }), /^applies\.0\.is: “sunny” is not a named condition/);
    assert.match(fault({ owner: "the milkman" }), /^owner: “the milkman” is not an owner/);
    assert.match(fault({ shape: "square" }), /^shape: “square” is not a shape/);
    assert.match(fault({ steps: [] }), /^steps: “steps” means nothing here/);
    assert.match(fault({ effect: { from: "2026-02-01", until: "2026-01-01" } }), /^effect: TT-01 ends before it begins/);
    assert.match(fault({ effect: { from: "2026-02-31" } }), /^effect\.from: “2026-02-31” is not a day/);
    assert.match(fault({ id: "first" }), /^id: “first” is not an id/);
    assert.match(fault({ examples: [] }), /^examples: TT-01 has no worked example/);
    assert.match(fault({ confirmed: "yes" }), /^confirmed: Give true or false/);
  });

  it("is refused where its example is no chronology", () => {
    const example = (change: SampleStandard) => fault({ examples: [{ ...GOOD.examples[0], ...change }] });
    assert.match(example({ chronology: [{ kind: "review", on: "2026-13-01" }] }), /^examples\.0\.chronology\.0\.on: “2026-13-01” is not a day/);
    assert.match(example({ chronology: [{ kind: "review", on: "2026-01-01", until: "2026-01-02" }] }), /has no end/);
    assert.match(example({ clocks: [{ state: "late" }] }), /^examples\.0\.clocks\.0\.state: “late” is not a state/);
  });

  it("of a series says which links each step is for", () => {
    const { starts: _starts, within: _within, stops: _stops, ...common } = GOOD;
    const chain = (step: SampleStandard): string => {
      const row = { ...common, shape: "chain", starts: "looked-after", of: "review", steps: [step] };
      return readStandards({ layer: "national", standards: [row] }).problems.map((p) => `${p.path.slice(2).join(".")}: ${p.message}`).join();
    };
    for (const links of [1, "2 to 4", "3 on"]) assert.equal(chain({ links, within: "1 week" }), "");
    assert.match(chain({ links: "0", within: "1 week" }), /^steps\.0\.links: “0” names no links/);
    assert.match(chain({ links: "later", within: "1 week" }), /^steps\.0\.links: “later” names no links/);
    assert.match(chain({ links: 1 }), /^steps\.0: “within” is missing/);
  });

  it("does not stop the others from being read", () => {
    const { standards, problems } = readStandards({ layer: "national", standards: [{ ...GOOD, owner: 7 }, GOOD] });
    assert.deepEqual([standards.length, problems.length], [1, 1]);
    assert.deepEqual(readStandards("nothing").problems.map((p) => p.path), [[]]);
  });
});
