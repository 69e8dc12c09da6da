import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { usualRules } from "../domain/meetings/agenda-rule.ts";
import { ruleProblems } from "../domain/meetings/rule-examples.ts";
import { USUAL_SERIES } from "../domain/meetings/usual-series.ts";
import { compile } from "../domain/standards/compile.ts";
import { loadAgendaRules, parseAgendaRules } from "./agenda.ts";
import { loadCalendar } from "./calendar.ts";
import { loadStandards } from "./standards.ts";

const law = { pack: compile(loadStandards()), calendar: loadCalendar() };

describe("the rules of the agenda", () => {
  it("hold in every worked example of theirs", () => {
    assert.deepEqual(loadAgendaRules().flatMap((rule) => ruleProblems(rule, law)), []);
  });

  it("begin each usual series with those of its purpose alone", () => {
    const of = (id: string): string[] => usualRules(loadAgendaRules(), USUAL_SERIES.find((one) => one.id === id)!.definition.parts).map(({ rule, part }) => `${rule} ${part}`);
    assert.deepEqual(of("early-alerts"), ["told-to-return any", "action-overdue any", "early-alert early-alerts"]);
    assert.deepEqual(of("adoption"), ["decision-since adoption", "told-to-return any", "action-overdue any", "plan-changed any", "early-alert early-alerts", "order-not-placed adoption", "on-adoption-tracker adoption"]);
    assert.deepEqual(of("region"), ["decision-since finding", "told-to-return any", "action-overdue any", "early-alert early-alerts", "order-not-placed finding", "on-adoption-tracker finding"]);
    assert.deepEqual(of("family-finding"), ["decision-since finding", "told-to-return any", "action-overdue any", "order-not-placed finding", "on-adoption-tracker finding", "final-plan-in-proceedings profiles"]);
    assert.equal(of("permanence").length, loadAgendaRules().length);
  });

  const RULE = ["rules:", "  - id: told-to-return", "    title: Told", "    says: Come back", "    citation: { source: A, provision: B }", "    part: any", "    priority: 2", "    minutes: 5", "    because: return", "    examples:",
    "      - { says: None, chronology: [], meeting: 2026-03-10, reason: none }", "      - { says: One, chronology: [], meeting: 2026-03-10, reason: {} }"];
  const faultsOf = (...changes: readonly (readonly [number, string])[]): string => {
    const lines = RULE.map((line, i) => changes.find(([at]) => at === i)?.[1] ?? line);
    try {
      parseAgendaRules({ name: "agenda.yaml", text: lines.join("\n") }, new Set(["TC-02"]));
      return "";
    } catch (error) {
      return (error as Error).message;
    }
  };
  it("say what is wrong with the file and the line", () => {
    assert.equal(faultsOf(), "");
    assert.match(faultsOf([5, "    part: fourth"]), /agenda\.yaml, line 6: “fourth” is not a part/);
    assert.match(faultsOf([7, "    minutes: 500"]), /line 8: Give a number from 1 to 60/);
    assert.match(faultsOf([8, "    because: { clock: { standard: XX-99, at: reached } }"]), /line 9: told-to-return goes by XX-99, and there is no such standard/);
    assert.match(faultsOf([8, "    because: { state: { starts: nothing-such } }"]), /line 9: “nothing-such” is not a kind of entry/);
    assert.match(faultsOf([8, "    because: { first: { starts: looked-after } }"]), /needs “limit”/);
    assert.match(faultsOf([11, ""]), /an example that gives a reason, and one that gives none/);
    assert.match(faultsOf([1, "  - id: Told"]), /is not an id/);
  });
});
