import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { compile } from "../domain/standards/evaluate.ts";
import { exampleProblems } from "../domain/standards/examples.ts";
import { loadCalendar } from "./calendar.ts";
import { loadStandards, parseStandards, UnreadableStandards } from "./standards.ts";
import { checkWorkedExamples, faultsOf } from "./worked-examples.ts";

describe("the national pack", () => {
  const standards = loadStandards();
  const pack = compile(standards);
  const calendar = loadCalendar();

  for (const standard of standards) {
    for (const example of standard.examples) {
      it(`${standard.id}: ${example.says}`, () => assert.deepEqual(exampleProblems(standard.id, example, pack, calendar), []));
    }
  }

  it("would notice an example that does not hold", () => {
    const [standard] = standards;
    const [example] = standard!.examples;
    const wrong = { ...example!, clocks: [{ ...example!.clocks[0], days: 1 }] };
    assert.match(exampleProblems(standard!.id, wrong, pack, calendar).join(), /days should be 1, and is 21/);
    assert.match(exampleProblems(standard!.id, { ...example!, clocks: [] }, pack, calendar).join(), /expected 0 clocks, found 1/);
  });

  it("has every row of the list, or says why not", () => {
    const leftOut = readFileSync(new URL("../../standards/national/README.md", import.meta.url), "utf8");
    for (let n = 1; n <= 38; n++) {
      const row = `TC-${String(n).padStart(2, "0")}`;
      const here = standards.some(({ id }) => id.replace(/[a-z]$/, "") === row);
      assert.notEqual(here, leftOut.includes(`| ${row} |`), row);
    }
  });

  it("has three worked examples for what is statute and confirmed, but where one or two say it all", () => {
    const few = standards.filter((s) => s.legalForce === "statute" && s.confirmed && s.examples.length < 3).map((s) => s.id);
    assert.deepEqual(few, ["TC-06a", "TC-06b", "TC-06c", "TC-07", "TC-13", "TC-22a", "TC-23", "TC-38b"]);
  });

  it("marks as advisory what was only remembered", () => {
    const advisory = standards.filter((s) => !s.confirmed).map((s) => s.id);
    assert.deepEqual(advisory, [
      "TC-09a", "TC-09b", "TC-09c", "TC-15a", "TC-15b", "TC-16a", "TC-16b", "TC-16c", "TC-16d", "TC-18a", "TC-18b", "TC-29b",
      "TC-32", "TC-33", "TC-36a", "TC-36b",
    ]);
  });
});

const GOOD = `layer: national
standards:
  - id: TT-01
    title: A test
    shape: by-event
    force: statute
    confirmed: true
    citation: { provision: regulation 1, source: SI 1/2026 }
    owner: social-worker
    evidence: The record
    starts: looked-after
    by: { event: review }
    stops: primary-plan
    examples:
      - { says: Nothing, chronology: [], today: 2026-01-01, clocks: [] }
`;

/** What is said of a file in which one line was changed. */
function faults(from: string, to: string, ...more: readonly string[]): readonly string[] {
  assert.ok(GOOD.includes(from), from);
  try {
    parseStandards([GOOD.replace(from, to), ...more].map((text, i) => ({ name: `${i === 0 ? "one" : "two"}.yaml`, text })));
  } catch (error) {
    if (error instanceof UnreadableStandards) return error.faults;
    throw error;
  }
  return [];
}

describe("a file of standards", () => {
  it("is read where it is well made", () => assert.equal(parseStandards([{ name: "one.yaml", text: GOOD }]).length, 1));

  it("is refused with its name and the line", () => {
    assert.match(faults("starts: looked-after", "starts: looked-afetr")[0]!, /^one\.yaml, line 11: “looked-afetr” is not a kind of entry/);
    assert.match(faults("stops: primary-plan", "stops: primary-plan\n    within: 5 days")[0]!, /^one\.yaml, line 14: “within” means nothing here/);
    assert.match(faults("    citation: { provision: regulation 1, source: SI 1/2026 }\n", "")[0]!, /^one\.yaml, line 3: TT-01 has no source/);
    assert.match(faults("today: 2026-01-01", "today: 2026-02-30")[0]!, /^one\.yaml, line 15: “2026-02-30” is not a day/);
    assert.match(faults("shape: by-event", "shape: [")[0]!, /^one\.yaml, line \d+: this is not YAML/);
    assert.match(faults("layer: national", "layer: galactic")[0]!, /^one\.yaml, line 1: “galactic” is not a layer/);
  });

  it("is refused with its line where a length of time is none, or no version is in force for a while", () => {
    const late = GOOD.replace("shape: by-event", "shape: deadline\n    within: a fortnight or so").replace("    by: { event: review }\n", "");
    assert.match(faults("TT-01", "TT-02", late)[0]!, /^two\.yaml, line 6: .*“a fortnight or so” is not a length of time/);
    const from = (effect: string) => GOOD.replace("    title: A test\n", `    title: A test\n    effect: { ${effect} }\n`);
    assert.deepEqual(faults("    title: A test\n", "    title: A test\n    effect: { until: 2026-01-01 }\n", from("from: 2026-02-01")),
      ["two.yaml, line 5: No version of TT-01 is in force from 2026-01-01 to 2026-02-01"]);
  });

  it("is refused at start-up with its line where a worked example does not hold", () => {
    assert.doesNotThrow(checkWorkedExamples);
    const wrong = parseStandards([{ name: "one.yaml", text: GOOD.replace("clocks: []", "clocks: [{ dueOn: 2026-01-01 }]") }]);
    assert.deepEqual(faultsOf(wrong), ["one.yaml, line 14: TT-01, “Nothing”: expected 1 clocks, found 0: []"]);
  });

  it("is refused where standards do not go together, over files too", () => {
    assert.deepEqual(faults("{ event: review }", "{ event: review, or-due-under: TT-09 }"), ["one.yaml, line 12: TT-01 waits for TT-09, and there is no such standard"]);
    assert.deepEqual(faults("{ event: review }", "{ event: review, or-due-under: TT-01 }"), ["one.yaml, line 12: TT-01 waits for itself, by way of TT-01"]);
    assert.deepEqual(faults("TT-01", "TT-01", GOOD), ["two.yaml, line 3: Two versions of TT-01 are in force at once"]);
  });

  it("names every fault, not the first alone", () => {
    const two = GOOD.replace("owner: social-worker", "owner: nobody");
    assert.deepEqual(faults("force: statute", "force: habit", two).map((f) => f.split(":")[0]), ["one.yaml, line 6", "two.yaml, line 9"]);
  });
});
