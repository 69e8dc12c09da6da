import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { loadCalendar } from "../../../reference/calendar.ts";
import { addDays, type Day, day } from "../../dates/day.ts";
import { indicator } from "../indicators.ts";
import { backtest, verdictOf } from "./backtest.ts";
import { Chance } from "./chance.ts";
import { type Journey, MISSING, NO_MORE_KNOWN } from "../journey.ts";
import { COUNTED, FORECAST_INDICATORS } from "./counted.ts";
import { imagine } from "./futures.ts";
import { nextOf } from "./in-words.ts";
import { learn, speedOf } from "./learn.ts";
import { dayRange, rangeOf } from "./ranges.ts";
import { regionForTests, type RegionForTests } from "./region-for-tests.ts";
import { asKnownOn, isWaiting, type Step, waitsFor, type Way } from "./way.ts";
import { wayOf } from "./way-of.ts";

const TODAY = day("2026-01-01");
const NEVER: Readonly<Record<Step, Day | null>> = { ordered: null, matched: null, placed: null, adopted: null };
const way = (child: string, authority: string, decidedOn: string, steps: Partial<Record<Step, string>> = {}, leftOn: string | null = null): Way => ({
  child, authority, household: child, careStartedOn: addDays(day(decidedOn), -150), decidedOn: day(decidedOn),
  steps: { ...NEVER, ...Object.fromEntries(Object.entries(steps).map(([s, d]) => [s, day(d)])) }, leftOn: leftOn === null ? null : day(leftOn),
  orderCountedOn: steps.ordered === undefined ? null : day(steps.ordered), movedInOn: null, circumstances: { bornOn: null, earlyPermanenceOn: null, healthUncertainOn: null, proceedingsOn: null, together: 1 },
});
/** Children of an authority whose order takes so many days, one decided every ten days of two years. */
const orderedAfter = (authority: string, days: number, count = 70): Way[] =>
  Array.from({ length: count }, (_, i) => addDays(day("2023-01-01"), 10 * i)).map((on, i) => way(`${authority}${i}`, authority, on, { ordered: addDays(on, days + (i % 15)) }));
const known = (ways: readonly Way[], on = TODAY) => ways.flatMap((w) => asKnownOn(w, on) ?? []);

describe("a stream of chance", () => {
  it("is even, waits 1 on average, and is the same for the same seed", () => {
    const chance = new Chance(5);
    const draws = Array.from({ length: 20_000 }, () => chance.next());
    const cells = Map.groupBy(draws, (d) => Math.floor(d * 10));
    assert.ok(draws.every((d) => d > 0 && d < 1));
    for (let cell = 0; cell < 10; cell++) assert.ok(Math.abs(cells.get(cell)!.length - 2000) < 200, `cell ${cell}`);
    const waits = Array.from({ length: 20_000 }, () => chance.wait());
    assert.ok(Math.abs(waits.reduce((a, b) => a + b) / waits.length - 1) < 0.03);
    assert.deepEqual([new Chance(9).next(), new Chance(9).bell()], [new Chance(9).next(), new Chance(9).bell()]);
    assert.notEqual(new Chance(9).next(), new Chance(10).next());
  });
});

describe("what is known on a day", () => {
  it("leaves out what came later, and whoever had no decision yet", () => {
    const whole = way("a", "A", "2025-01-01", { ordered: "2025-03-01", matched: "2025-08-01", placed: "2025-09-01", adopted: "2026-05-01" }, "2026-06-01");
    assert.equal(asKnownOn(whole, day("2024-12-31")), undefined);
    const then = asKnownOn(whole, day("2025-08-01"))!;
    assert.deepEqual(then.steps, { ordered: "2025-03-01", matched: "2025-08-01", placed: null, adopted: null });
    assert.equal(then.leftOn, null);
    assert.equal(isWaiting(then), true);
  });
});

describe("a way", () => {
  const at = (c: Partial<Journey>): Way => wayOf({ child: "a", authority: "A", household: "a", together: 1 }, {
    adoptedOn: null, careStarted: { on: day("2023-01-10") }, careEndedOn: null, placementOrder: { on: day("2023-08-15") }, laterPlacementOrders: [], placed: NOT, movedIn: NOT, matched: NOT,
    adoptedByCarer: false, decisionStands: true, decisions: [{ from: day("2023-06-01"), until: day("2024-03-01") }, { from: day("2024-10-01") }], ...NO_MORE_KNOWN, ...c,
  })!;
  const NOT = { missing: MISSING.notPlaced } as const;
  it("goes from the last decision: an order that ended before it is waited for again, and A2 still counts from it", () => {
    const again = asKnownOn(at({}), TODAY)!;
    assert.deepEqual([again.decidedOn, again.steps.ordered, again.orderCountedOn, nextOf(again)], ["2024-10-01", null, "2023-08-15", { step: "ordered", since: "2024-10-01" }]);
    const adopted = at({ orderInForceOn: day("2024-12-01"), matched: { on: day("2025-06-01") }, placed: { on: day("2025-07-01") }, adoptedOn: day("2025-12-20") });
    assert.deepEqual([adopted.steps.ordered, COUNTED.A2(adopted)], ["2024-12-01", 656], "656 days from the first order");
    assert.deepEqual(waitsFor(known([adopted]), "ordered", TODAY).map(({ days, end }) => [days, end]), [[61, "taken"]]);
    assert.deepEqual(waitsFor(known([adopted]), "matched", TODAY).map(({ days }) => days), [182]);
  });
  it("waits from the decision where the order before it never ended", () => {
    assert.deepEqual(nextOf(asKnownOn(at({ orderInForceOn: day("2023-08-15") }), TODAY)!), { step: "matched", since: "2024-10-01" });
  });
});

describe("what is learnt", () => {
  it("is how long waits last, quicker where they are, and nearer to everybody the fewer there are", () => {
    const learnt = learn(known([...orderedAfter("quick", 60), ...orderedAfter("slow", 200), ...orderedAfter("few", 60, 3)]), TODAY);
    const times = (authority: string): number => learnt.ordered.authorities.get(authority)!.times;
    assert.ok(times("quick") > 1.3 && times("slow") < 0.8, `${times("quick")} ${times("slow")}`);
    assert.ok(times("few") > 1 && times("few") < times("quick"), `${times("few")}`);
    assert.equal(learnt.ordered.ended, 143);
    assert.equal(speedOf(learnt.ordered, { age: 0, together: 1, earlyPermanence: false, healthUncertain: false, proceedingsDays: null }, "elsewhere") < 1.2, true);
  });
  it("is nothing strange where there is nobody to learn from", () => {
    const learnt = learn([], TODAY);
    assert.equal(learnt.adopted.waits, 0);
    assert.ok(learnt.adopted.curves[0].every((v) => Number.isFinite(v)));
  });
});

describe("imagined futures", () => {
  const ways = [...orderedAfter("A", 60), way("waiting", "A", "2025-12-01")];
  const ask = { authority: "A", today: TODAY, ways: known(ways), learnt: learn(known(ways), TODAY), windows: [{ yearEnding: 2026, years: 1 }, { yearEnding: 2027, years: 3 }], futures: 400, seed: 1 } as const;
  it("are the same for the same seed", () => {
    const [one, same, other] = [imagine(ask), imagine(ask), imagine({ ...ask, seed: 2 })];
    assert.deepEqual(one.figures[1]!.means.A1, same.figures[1]!.means.A1);
    assert.notDeepEqual(one.figures[1]!.means.A1, other.figures[1]!.means.A1);
  });
  it("bring the next step when such waits end, and never before tomorrow", () => {
    const come = imagine(ask);
    const at = come.waiting.findIndex((w) => w.child === "waiting");
    const range = dayRange(come.weeks[at]!.ordered, TODAY)!;
    // 60 to 74 days after the decision on 1 December, 30 January to 13 February; and the authority’s pace is not known to the day.
    assert.ok(range.low >= "2026-01-24" && range.high <= "2026-03-20" && range.low <= range.likely && range.likely <= range.high, JSON.stringify(range));
  });
  it("come sooner where waits are said to be shorter, and by the day that is said", () => {
    const at = (otherwise: Parameters<typeof imagine>[0]["otherwise"]): Day => {
      const come = imagine({ ...ask, ...(otherwise === undefined ? {} : { otherwise }) });
      return dayRange(come.weeks[come.waiting.findIndex((w) => w.child === "waiting")]!.placed, TODAY)!.likely;
    };
    assert.ok(at({ sooner: { matched: 90 } }) < at(undefined));
    assert.ok(at({ placedBy: new Map([["waiting", day("2026-03-01")]]) }) <= addDays(day("2026-03-01"), 40));
  });
});

describe("ranges", () => {
  it("hold four of five", () => {
    assert.deepEqual(rangeOf(Float64Array.from({ length: 101 }, (_, i) => i)), { low: 10, likely: 50, high: 90 });
    assert.equal(rangeOf(Float64Array.from([Number.NaN])), null);
    assert.equal(dayRange(new Uint16Array(313), TODAY), null);
  });
});

describe("a verdict", () => {
  it("says whether four of five is what the ranges held, where there are enough", () => {
    const of = (coverage80: number, forecasts = 20): string => verdictOf({ forecasts, coverage80 }).split(":")[0]!;
    assert.deepEqual([0.744, 0.75, 0.8, 0.854, 0.86].map((held) => of(held)), ["Too narrow", "About right", "About right", "About right", "Too wide"]);
    assert.deepEqual([of(0.8, 19), of(Number.NaN, 0)], ["Too few to say", "Too few to say"]);
  });
});

describe("the forecast of simulated authorities", () => {
  let region: RegionForTests;
  before(() => {
    region = regionForTests(loadCalendar(), 2, 420);
  });
  it("counts what is known as the indicators do", () => {
    const window = { yearEnding: 2025, years: 3 };
    const own = region.ways.filter((w) => w.authority === "A0");
    const come = imagine({ authority: "A0", today: region.until, ways: known(own, region.until), learnt: learn(known(region.ways, region.until), region.until), windows: [window], futures: 1, seed: 1 });
    const travellers = region.travellers.filter(({ child }) => child.endsWith("0") && own.some((w) => w.child === child));
    for (const code of FORECAST_INDICATORS) {
      assert.equal(come.figures[0]!.means[code][0], indicator(code, travellers, window).meanDays, code);
    }
  });
  it("says what came within its range four times of five, and nearer than the authority’s mean or the threshold (the whole of it in torture)", () => {
    const from = [day("2019-10-01"), day("2021-07-01"), day("2023-04-15")];
    const { children, indicators } = backtest({ ways: region.ways, from, seenUntil: region.until, futures: 200, seed: 7, thresholds: { A1: 426, A2: 121, A10: 426 } });
    assert.ok(children.forecasts > 60, `${children.forecasts}`);
    assert.ok(children.coverage80 > 0.68 && children.coverage80 < 0.92, `${children.coverage80}`);
    assert.ok(children.meanAbsoluteErrorDays < children.baselineErrorDays && children.meanAbsoluteErrorDays < children.thresholdErrorDays, JSON.stringify(children));
    assert.ok(indicators.A1.meanAbsoluteErrorDays < indicators.A1.thresholdErrorDays, JSON.stringify(indicators.A1));
  });
});
