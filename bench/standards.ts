import type { Figure } from "./measure.ts";
import { Engine, type RuleProperties } from "json-rules-engine";
import { type Case, fold } from "../src/domain/chronology/fold.ts";
import { sampleEntries } from "../src/domain/chronology/sample.ts";
import { type Day, day, daysBetween } from "../src/domain/dates/day.ts";
import { standingOf } from "../src/domain/standards/clock.ts";
import { compile, evaluate } from "../src/domain/standards/evaluate.ts";
import { loadCalendar } from "../src/reference/calendar.ts";
import { loadStandards } from "../src/reference/standards.ts";
import { benchStandardsChanged } from "./standards-changed.ts";
import { syntheticChild } from "./synthetic-child.ts";

const CHILDREN = 10_000;
const ROUNDS = 6;
const TODAY = day("2026-03-31");

/**
 * Every national standard over many children, judged on one day, against a general rules
 * engine judging fifteen drift rules over the same children, their facts flattened for it
 * beforehand. Both per child and rule, in turns, the best round of each.
 */
export async function benchStandards(): Promise<readonly Figure[]> {
  const cases = Array.from({ length: CHILDREN }, (_, i) => fold(sampleEntries(syntheticChild(i))));
  const facts = cases.map((c) => factsOf(c, TODAY));
  const pack = compile(loadStandards());
  const calendar = loadCalendar();
  const engine = new Engine(RULES.map(([name, ...tests]): RuleProperties => ({
    conditions: { all: tests.map(([fact, operator, value]) => ({ fact, operator, value })) },
    event: { type: name },
  })));
  let own = Infinity;
  let peer = Infinity;
  let clocks = 0;
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    clocks = 0;
    found = 0;
    own = Math.min(own, await spent(() => {
      for (const c of cases) {
        for (const clock of evaluate(c, pack, calendar)) {
          standingOf(clock, TODAY);
          clocks++;
        }
      }
    }));
    peer = Math.min(peer, await spent(async () => {
      for (const child of facts) found += (await engine.run(child)).events.length;
    }));
  }
  const standards = pack.versions.size;
  const ratio = peer / RULES.length / (own / standards);
  const entries = cases.reduce((sum, c) => sum + c.entries.length, 0) / CHILDREN;
  return [
    { what: `National standards, µs a child (${standards}; ${entries.toFixed(0)} entries, ${(clocks / CHILDREN).toFixed(0)} clocks each)`, figure: own.toFixed(1), aim: "" },
    { what: "National standards, µs a child and rule", figure: (own / standards).toFixed(3), aim: "" },
    { what: `json-rules-engine, µs a child and rule (${RULES.length} rules, ${found} found)`, figure: (peer / RULES.length).toFixed(3), aim: "" },
    { what: "Times as fast, per child and rule", figure: ratio.toFixed(0), aim: "20 or more" },
    ...await benchStandardsChanged(),
  ];
}

/** Microseconds of processor time a child: the machine may have other work. */
async function spent(judging: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await judging();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / CHILDREN;
}

type Facts = Readonly<Record<string, number>>;
const FACTS: Readonly<Record<string, (c: Case, today: Day) => number>> = {
  daysInCare: (c, today) => since(c, "looked-after", today),
  daysInSection20: (c, today) => sinceOpen(c, "V2", today),
  daysAtHome: (c, today) => sinceOpen(c, "P1", today),
  reviews: (c) => c.of("review").length,
  daysSinceReview: (c, today) => since(c, "review", today),
  daysSinceVisit: (c, today) => since(c, "visit", today),
  plans: (c) => c.of("primary-plan").length,
  daysSinceAdoptionPlan: (c, today) => since(c, "adoption-became-plan", today),
  decisions: (c) => c.of("plan-decision").length,
  daysSinceDecision: (c, today) => since(c, "plan-decision", today),
  orders: (c) => c.of("placement-order").length,
  daysSinceOrder: (c, today) => since(c, "placement-order", today),
  matches: (c) => c.of("match-decision").length,
  daysSinceMatch: (c, today) => since(c, "match-decision", today),
  placed: (c) => c.of("placed-for-adoption").length,
  daysSincePlaced: (c, today) => since(c, "placed-for-adoption", today),
  adoptionReviews: (c) => c.of("adoption-review").length,
  adopted: (c) => c.of("adoption-order").length,
};

const since = (c: Case, kind: Parameters<Case["of"]>[0], today: Day): number => {
  const last = c.of(kind).at(-1);
  return last === undefined ? -1 : daysBetween(last.happenedOn, today);
};

const sinceOpen = (c: Case, code: string, today: Day): number => {
  const open = [...c.of("legal-status"), ...c.of("placement")].find((e) => e.until === undefined && Object.values(e.detail).includes(code));
  return open === undefined ? -1 : daysBetween(open.happenedOn, today);
};

const factsOf = (c: Case, today: Day): Facts => Object.fromEntries(Object.entries(FACTS).map(([name, of]) => [name, of(c, today)]));

type Test = readonly [fact: string, operator: string, value: number];
const RULES: readonly (readonly [name: string, ...tests: readonly Test[]])[] = [
  ["first review late", ["reviews", "equal", 0], ["daysInCare", "greaterThan", 28]],
  ["second review late", ["reviews", "equal", 1], ["daysSinceReview", "greaterThan", 92]],
  ["review late", ["reviews", "greaterThan", 1], ["daysSinceReview", "greaterThan", 183], ["placed", "equal", 0]],
  ["visit late", ["daysSinceVisit", "greaterThan", 42], ["adopted", "equal", 0]],
  ["no plan", ["plans", "equal", 0], ["daysInCare", "greaterThan", 122]],
  ["section 20 too long", ["daysInSection20", "greaterThan", 92]],
  ["at home too long", ["daysAtHome", "greaterThan", 275]],
  ["not before the decision-maker", ["daysSinceAdoptionPlan", "greaterThan", 61], ["decisions", "equal", 0]],
  ["no order", ["daysSinceDecision", "greaterThan", 183], ["orders", "equal", 0]],
  ["no match", ["daysSinceOrder", "greaterThan", 121], ["matches", "equal", 0]],
  ["order and not placed", ["daysSinceOrder", "greaterThan", 243], ["placed", "equal", 0]],
  ["matched and not placed", ["daysSinceMatch", "greaterThan", 61], ["placed", "equal", 0]],
  ["first adoption review late", ["daysSincePlaced", "greaterThan", 28], ["adoptionReviews", "equal", 0]],
  ["second adoption review late", ["daysSincePlaced", "greaterThan", 120], ["adoptionReviews", "equal", 1]],
  ["placed and not adopted", ["daysSincePlaced", "greaterThan", 365], ["adopted", "equal", 0]],
];
