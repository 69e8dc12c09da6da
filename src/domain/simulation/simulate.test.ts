import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { loadCalendar } from "../../reference/calendar.ts";
import type { Draft, Entry } from "../chronology/entry.ts";
import { type Case, fold } from "../chronology/fold.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import { STANDING_KINDS } from "../chronology/standing-kinds.ts";
import { type Day, addDays, addMonths, ageOn, day, daysBetween } from "../dates/day.ts";
import { contains } from "../dates/period.ts";
import { happened } from "../permanence/moments.ts";
import { STAGE_CODES, stageOf } from "../permanence/stage.ts";
import { readSubgroups } from "../siblings/subgroups.ts";
import { ORDINARY_SETTINGS } from "./settings.ts";
import { type SimulationRequest, simulate } from "./simulate.ts";
import { type SimulatedEntry, type SimulatedPopulation, inForce } from "./simulated.ts";

const calendar = loadCalendar();
const RUNS = 6;
const request = (seed: string, children: number, to = "2026-03-31"): SimulationRequest =>
  ({ seed, children, calendar, settings: ORDINARY_SETTINGS, from: addMonths(day(to), -60), to: day(to) });

const entriesOf = (entries: readonly SimulatedEntry[]): Entry[] => entries.map(({ draft, recordedOn, supersedes }, i) => ({
  ...draft, number: i + 1, recordedAt: `${recordedOn}T09:00:00.000Z`, recordedBy: "demonstration",
  ...(supersedes === undefined ? {} : { supersedes: supersedes + 1 }),
}));

interface Known {
  readonly seed: string;
  readonly to: Day;
  readonly children: readonly { readonly localId: string; readonly case: Case; readonly entries: readonly Entry[] }[];
}

let known: readonly Known[] | undefined;

/** Populations of several seeds and several todays, invented once for all the checks. */
const populations = (): readonly Known[] => (known ??= fc.sample(fc.tuple(fc.string(), fc.integer({ min: 0, max: 2000 })), RUNS).map(([seed, later]) => {
  const to = addDays(day("2021-06-01"), later);
  return {
    seed, to,
    children: simulate(request(seed, 60, to)).children.map(({ localId, entries }) => {
      const numbered = entriesOf(entries);
      return { localId, case: fold(numbered), entries: numbered };
    }),
  };
}));

/** Runs a check over every child of each of them; a failure says which it was. */
function everyChild(check: (c: Case, localId: string, to: Day, entries: readonly Entry[]) => void): void {
  for (const { seed, to, children } of populations()) {
    for (const child of children) {
      try {
        check(child.case, child.localId, to, child.entries);
      } catch (error) {
        throw new Error(`With the seed ${JSON.stringify(seed)} on ${to}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  }
}

const firstOf = (c: Case, kind: Kind): Day | undefined => happened(c, kind)[0]?.happenedOn;
const within = (c: Case, kind: Kind, on: Day): Draft | undefined =>
  c.of(kind).findLast((e) => e.certainty === "actual" && contains({ from: e.happenedOn, until: e.until }, on));

describe("the population simulator", () => {
  test("gives the same children for the same seed, and others for another", () => {
    assert.deepEqual(simulate(request("a", 40)), simulate(request("a", 40)));
    assert.notDeepEqual(simulate(request("a", 40)), simulate(request("b", 40)));
  });

  test("gives as many as are asked for, numbered in the order they came", () => {
    const { children } = simulate(request("count", 137));
    assert.equal(children.length, 137);
    assert.deepEqual(children.map((c) => c.localId), children.map((_, i) => `R${100001 + i}`));
  });

  test("writes nothing down before it happened, and nothing that has not", () => {
    fc.assert(fc.property(fc.string(), (seed) => {
      const { to } = request(seed, 0);
      const { children, groups } = simulate(request(seed, 60));
      for (const { localId, entries } of [...children, ...groups]) {
        for (const [i, { draft, recordedOn, supersedes }] of entries.entries()) {
          const said = `${localId} ${draft.kind} on ${draft.happenedOn}`;
          assert.ok(recordedOn <= to, said);
          assert.ok(i === 0 || entries[i - 1]!.recordedOn <= recordedOn, said);
          if (draft.certainty === "actual") assert.ok(draft.happenedOn <= recordedOn, said);
          else assert.ok(KINDS[draft.kind].ahead, said);
          if (draft.until !== undefined) assert.ok(draft.happenedOn < draft.until && draft.until <= recordedOn, said);
          if (supersedes !== undefined) assert.ok(entries[supersedes]!.recordedOn < recordedOn, `${said}, in place of an earlier day's`);
        }
      }
    }), { numRuns: RUNS });
  });

  test("begins a record when the child became somebody's concern, however old they were then", () => {
    everyChild((_c, localId, _to, entries) => {
      const begunOn = entries.filter((e) => !STANDING_KINDS.has(e.kind)).map((e) => e.happenedOn).sort()[0];
      const first = entries.map((e) => e.recordedAt.slice(0, 10)).sort()[0] ?? "";
      assert.ok(begunOn !== undefined && first >= begunOn, `${localId}: written down on ${first}, known from ${begunOn}`);
      const born = entries.find((e) => e.kind === "birth" && e.certainty === "actual" && e.happenedOn <= begunOn);
      if (born !== undefined && born.supersedes === undefined) assert.equal(born.recordedAt.slice(0, 10), begunOn, localId);
    });
  });

  test("holds details by the kinds table", () => {
    everyChild((c, localId) => {
      for (const e of c.entries) {
        const fields = KINDS[e.kind].detail ?? {};
        for (const [name, field] of Object.entries(fields)) assert.ok(field.required !== true || e.detail[name] !== undefined, `${localId} ${e.kind} lacks ${name}`);
        for (const [name, value] of Object.entries(e.detail)) {
          assert.ok(fields[name] !== undefined, `${localId} ${e.kind} has ${name}`);
          if (fields[name].codes !== undefined) assert.ok(Object.hasOwn(fields[name].codes, String(value)), `${localId} ${e.kind} ${name} ${value}`);
        }
      }
    });
  });

  test("never has two periods of a track on one day, as it is or as it was known", () => {
    everyChild((c, localId, to, entries) => {
      assert.deepEqual(c.problems, [], localId);
      const then = fold(entries, { knownOn: addMonths(to, -7) });
      assert.deepEqual(then.problems, [], localId);
    });
  });

  test("gives every day of care one legal status and one placement", () => {
    everyChild((c, localId) => {
      for (const care of c.of("looked-after")) {
        for (const kind of ["legal-status", "placement"] as const) {
          const periods = c.of(kind).filter((p) => p.happenedOn >= care.happenedOn && (care.until === undefined || p.happenedOn < care.until));
          assert.equal(periods[0]?.happenedOn, care.happenedOn, `${localId} ${kind} begins with care`);
          assert.equal(periods.at(-1)?.until, care.until, `${localId} ${kind} ends with care`);
          periods.slice(1).forEach((p, i) => assert.equal(p.happenedOn, periods[i]!.until, `${localId} ${kind} has no gap`));
        }
      }
    });
  });

  test("keeps the law's short limits, and no child under section 20 at home", () => {
    everyChild((c, localId, to) => {
      for (const s of c.of("legal-status")) {
        const days = daysBetween(s.happenedOn, s.until ?? to);
        if (s.detail["status"] === "V2" && s.until === undefined && happened(c, "match-decision").length === 0) assert.ok(days <= 457, `${localId}: ${days} days under section 20`);
        if (s.detail["status"] === "L1") assert.ok(days <= 3, localId);
        if (s.detail["status"] === "L2") assert.ok(days <= 8, localId);
        if (s.detail["status"] === "V3") assert.ok(days <= 17, localId);
      }
      for (const home of c.of("placement").filter((p) => p.detail["type"] === "P1")) {
        assert.notEqual(within(c, "legal-status", home.happenedOn)?.detail["status"], "V2", localId);
      }
    });
  });

  test("takes the steps to adoption in their order", () => {
    everyChild((c, localId) => {
      const born = firstOf(c, "birth");
      const care = c.of("looked-after")[0];
      for (const order of happened(c, "placement-order")) {
        assert.ok(happened(c, "plan-decision").some((d) => d.happenedOn <= order.happenedOn), localId);
        assert.equal(within(c, "legal-status", order.happenedOn)?.detail["status"], "E1", localId);
        assert.ok(c.of("final-hearing").some((h) => h.happenedOn === order.happenedOn), localId);
      }
      for (const placed of happened(c, "placed-for-adoption")) {
        const type = String(within(c, "placement", placed.happenedOn)?.detail["type"]);
        assert.match(type, /^A[3-6]$/, localId);
        assert.ok(happened(c, "match-decision").some((m) => m.happenedOn <= placed.happenedOn), localId);
        if (type === "A5" || type === "A6") assert.equal(within(c, "legal-status", placed.happenedOn)?.detail["status"], "E1", localId);
        else assert.ok(happened(c, "consent-given").some((e) => e.happenedOn <= placed.happenedOn), localId);
        if (placed.detail["withCurrentCarer"] === true) {
          const before = c.of("placement").find((p) => p.until === placed.happenedOn);
          assert.match(String(before?.detail["type"]), /^U/, localId);
        }
      }
      for (const match of happened(c, "match-decision")) {
        assert.ok(happened(c, "plan-decision").some((d) => d.happenedOn <= match.happenedOn), localId);
      }
      for (const consent of happened(c, "consent-given")) assert.ok(daysBetween(born!, consent.happenedOn) >= 42, localId);
      for (const order of happened(c, "adoption-order")) {
        const placed = happened(c, "placed-for-adoption").at(-1);
        const home = c.of("placement").findLast((p) => p.happenedOn <= order.happenedOn);
        assert.ok(placed !== undefined && home !== undefined && home.happenedOn === placed.happenedOn, localId);
        assert.ok(happened(c, "adoption-application").some((a) => a.happenedOn < order.happenedOn), localId);
        assert.equal(care?.until, order.happenedOn, localId);
        assert.match(String(care?.detail["endReason"]), /^E1[12]$/, localId);
        assert.ok(happened(c, "match-decision").every((m) => m.happenedOn !== order.happenedOn), localId);
      }
    });
  });

  test("puts nothing but alerts and plans before birth, and nobody in care after 18", () => {
    const BEFORE = new Set<Kind>(["birth", "early-alert", "early-permanence-considered", "allocated-worker", "particulars", "tracking-meeting", "legal-advice", "permanence-planning-meeting"]);
    everyChild((c, localId, to) => {
      const born = firstOf(c, "birth");
      for (const e of c.entries) if (born === undefined || e.happenedOn < born) assert.ok(BEFORE.has(e.kind), `${localId} ${e.kind} on ${e.happenedOn}`);
      for (const care of c.of("looked-after")) assert.ok(born !== undefined && (care.until ?? to) <= addMonths(born, 216), localId);
      for (const review of happened(c, "review")) {
        assert.equal(review.detail["participation"] === "PN0", ageOn(born!, review.happenedOn).years < 4, localId);
      }
    });
  });

  test("has brothers and sisters who came together, and who stay on the same days when they are placed together", () => {
    const { children, groups } = simulate(request("siblings", 400));
    assert.ok(groups.length > 20);
    const careOf = (at: number): Draft[] => inForce(children[at]!.entries).filter((d) => d.kind === "looked-after" || d.kind === "placed-for-adoption")
      .toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1));
    let together = 0;
    for (const [g, group] of groups.entries()) {
      const members = children.flatMap((c, i) => (c.siblingGroup === g ? [i] : []));
      const drafts = inForce(group.entries);
      assert.deepEqual(drafts.filter((d) => d.kind === "sibling-membership").map((d) => d.detail["child"]).toSorted(), members.map((i) => children[i]!.localId));
      for (const i of members) assert.equal(careOf(i)[0]?.happenedOn, careOf(members[0]!)[0]?.happenedOn);
      const decided = drafts.find((d) => d.kind === "together-or-apart")?.detail ?? {};
      const named = members.map((i) => ({ recordId: children[i]!.localId, localId: children[i]!.localId }));
      if (decided["decision"] === "subgroups") assert.ok("subgroups" in readSubgroups(String(decided["subgroups"]), named), String(decided["subgroups"]));
      if (decided["decision"] !== "together") continue;
      for (const i of members) {
        assert.deepEqual(careOf(i).filter((d) => d.kind === "placed-for-adoption").map((d) => d.happenedOn), careOf(members[0]!).filter((d) => d.kind === "placed-for-adoption").map((d) => d.happenedOn));
      }
      together++;
    }
    assert.ok(together > 5);
  });
});

describe("a thousand invented children", () => {
  const population: SimulatedPopulation = simulate(request("a thousand", 1000));
  const cases = population.children.map((c) => fold(entriesOf(c.entries)));
  const some = (what: string, test_: (c: Case) => boolean, least = 3): void => {
    const count = cases.filter(test_).length;
    assert.ok(count >= least, `${what}: ${count}`);
  };

  test("stand at every stage", () => {
    for (const stage of STAGE_CODES.filter((code) => code !== "no-plan")) some(stage, (c) => stageOf(c) === stage, 1);
  });

  test("make the journeys that happen seldom", () => {
    some("a disruption and a second family", (c) => happened(c, "disruption").length > 0 && happened(c, "placed-for-adoption").length > 1, 2);
    some("two placement orders", (c) => happened(c, "placement-order").length > 1, 2);
    for (const reason of ["RD1", "RD2", "RD3", "RD4"]) some(`reversed by ${reason}`, (c) => happened(c, "plan-decision-reversed").some((e) => e.detail["reason"] === reason), 2);
    some("a decision deferred and brought back", (c) => c.of("plan-decision").some((e) => e.detail["outcome"] === "brought-back"));
    some("consent in place of an order", (c) => happened(c, "consent-given").length > 0);
    some("fostering for adoption", (c) => c.of("placement").some((p) => p.detail["type"] === "U5"));
    some("at home under an order", (c) => c.of("placement").some((p) => p.detail["type"] === "P1"));
    some("not yet born", (c) => c.of("birth").some((e) => e.certainty === "planned"));
    some("links that failed", (c) => happened(c, "link-ended").length > 0, 20);
    some("two plans at once", (c) => happened(c, "contingency-plan").length + happened(c, "parallel-plan").length > 0, 100);
    some("a provisional day to move in, that moved or was confirmed", (c) => [...c.history.values()].some((before) => before.some((e) => e.certainty === "provisional")), 20);
    some("a correction", (c) => c.entries.some((e) => e.cause === "corrected"), 20);
    some("an entry written twice and withdrawn", (c) => c.withdrawn.some((e) => e.cause === "duplicate"));
    some("a meeting called off", (c) => c.withdrawn.some((e) => e.cause === "not-going-ahead"));
    some("short breaks", (c) => c.of("legal-status").some((e) => e.detail["status"] === "V3"), 2);
  });

  test("wait about as long as England's children did", () => {
    const waits = cases.flatMap((c) => {
      const [order] = happened(c, "adoption-order");
      const placed = happened(c, "placed-for-adoption").at(-1);
      const [care] = c.of("looked-after");
      return order === undefined || placed === undefined || care === undefined ? [] : [daysBetween(care.happenedOn, placed.happenedOn)];
    });
    const mean = waits.reduce((a, b) => a + b, 0) / waits.length;
    assert.ok(waits.length > 100 && mean > 420 && mean < 660, `${waits.length} adopted after ${mean} days`);
  });

  test("are allocated evenly among the workers", () => {
    const loads = new Map<unknown, number>();
    for (const c of cases) for (const e of c.of("allocated-worker")) if (e.until === undefined) loads.set(e.detail["worker"], (loads.get(e.detail["worker"]) ?? 0) + 1);
    const counts = [...loads.values()];
    assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, counts.join(" "));
  });

  test("come quicker to a family where the authority is quick", () => {
    const matchedAfter = (pace: number): number => {
      const settings = { ...ORDINARY_SETTINGS, pace: { ...ORDINARY_SETTINGS.pace, "family-finding": pace } };
      const days = simulate({ ...request("pace", 400), settings }).children.flatMap(({ entries }) => {
        const c = fold(entriesOf(entries));
        const [order] = happened(c, "placement-order");
        const [match] = happened(c, "match-decision");
        return order === undefined || match === undefined ? [] : [daysBetween(order.happenedOn, match.happenedOn)];
      });
      return days.reduce((a, b) => a + b, 0) / days.length;
    };
    assert.ok(matchedAfter(0.6) + 40 < matchedAfter(1.8));
  });
});
