import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compile } from "../domain/standards/evaluate.ts";
import { exampleProblems } from "../domain/standards/examples.ts";
import { loadCalendar } from "./calendar.ts";
import { coverage, loadPacks, parsePack } from "./packs.ts";
import { loadStandards, UnreadableStandards } from "./standards.ts";

const calendar = loadCalendar();

for (const { id, standards } of loadPacks()) {
  describe(`the pack ${id}`, () => {
    const pack = compile([...loadStandards(), ...standards]);
    for (const standard of standards) {
      for (const example of standard.examples) {
        it(`${standard.id}: ${example.says}`, () => assert.deepEqual(exampleProblems(standard.id, example, pack, calendar), []));
      }
    }
  });
}

const PACK = `pack: test-2026
title: A test
source: A test manual
rows:
  - { id: LEIC-02, says: Who leads, as: role, where: The family finder’s entry, owner: team-manager, examples: [{ says: The manager names them, kind: family-finder, asks: team-manager, fields: worker }] }
`;

describe("a pack’s own page", () => {
  const read = (text: string) => parsePack([{ name: "standards/local/test/pack.yaml", text }], loadStandards());
  const fault = (from: string, to: string): string => {
    assert.ok(PACK.includes(from), from);
    try {
      read(PACK.replace(from, to));
    } catch (error) {
      if (error instanceof UnreadableStandards) return error.faults.join();
      throw error;
    }
    return "";
  };

  it("is read where it is well made", () => assert.equal(read(PACK).rows[0]?.id, "LEIC-02"));

  it("is refused with the line where a row is none, waits for what nothing brings, or its example does not hold", () => {
    assert.match(fault("LEIC-02", "LEIC-72"), /pack\.yaml, line 5: “LEIC-72” is no row of the source documents/);
    assert.match(fault("owner: team-manager,", "owner: team-manager, planned: later,"), /line 5: “later” is not something a row may wait for/);
    assert.match(fault("asks: team-manager", "asks: panel"), /line 5: “Family finder allocated” is asked of Team manager/);
    assert.match(fault("fields: worker", "fields: colour"), /line 5: “Family finder allocated” has no “colour”/);
    const series = "examples: [{ says: Fortnightly, series: permanence, has: rhythm, of: every 2 weeks }]";
    const [recording] = /examples: \[.*?\]/.exec(PACK) ?? [];
    assert.equal(fault(recording!, series), "");
    assert.match(fault(recording!, series.replace("every 2", "every 3")), /line 5: The usual series “permanence” has rhythm: every 2 weeks/);
    assert.match(fault(recording!, series.replace("has: rhythm", "has: colour")), /says anything of “colour”/);
    const report = "examples: [{ says: Monthly, report: fieldwork, has: how often, of: every month }]";
    assert.equal(fault(recording!, report), "");
    assert.match(fault(recording!, report.replace("every month", "every quarter")), /line 5: The usual report “fieldwork” has how often: every month/);
    assert.match(fault(recording!, report.replace("has: how often", "has: colour")), /No usual report “fieldwork” says anything of “colour”/);
    assert.match(fault(", examples: [{ says: The manager names them, kind: family-finder, asks: team-manager, fields: worker }]", ""), /needs a worked example/);
  });
});

describe("every row of the source documents", () => {
  const { rows, missing, twice } = coverage();
  const known = new Set(loadStandards().concat(loadPacks().flatMap((p) => p.standards)).map((s) => s.id));

  it("is realised, and by one thing", () => assert.deepEqual([missing, twice, rows.length], [[], [], 159]));

  it("has a worked example, or says what it waits for", () => {
    assert.deepEqual(rows.filter((r) => r.examples === 0 && r.planned === null).map((r) => r.id), []);
  });

  it("is the same only as standards that there are", () => {
    for (const { id, sameAs } of loadPacks()) for (const row of sameAs) for (const s of row.standards) assert.ok(known.has(s), `${id}: ${row.id} is said to be the same as ${s}`);
  });
});
