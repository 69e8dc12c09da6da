import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays, day } from "../domain/dates/day.ts";
import { figuresIn, type Traveller } from "../domain/scorecard/indicators.ts";
import { NO_MORE_KNOWN } from "../domain/scorecard/journey.ts";
import { type Telling, tellingOf } from "../domain/scorecard/suppression.ts";
import type { Window } from "../domain/scorecard/window.ts";
import { CLOSED } from "./open-scorecard.ts";
import { figureInWords, numberInWords } from "./scorecard-words.ts";

/** The days of the hidden children adopted in each year, the years one after another. */
type World = Readonly<Record<number, readonly number[]>>;
/** A span of years, the first and the last, and the least and the most that is in it. */
type Bound = readonly [first: number, last: number, least: number, most: number];

const hidden = (yearEnding: number, days: number): Traveller => {
  const adoptedOn = day(`${yearEnding - 1}-06-01`);
  const moved = { on: addDays(adoptedOn, -150) } as const;
  return { child: CLOSED, journey: {
    adoptedOn, careStarted: { on: addDays(moved.on, -days) }, careEndedOn: adoptedOn, placementOrder: { missing: "" }, laterPlacementOrders: [],
    placed: moved, movedIn: moved, matched: moved, adoptedByCarer: false, decisionStands: true, decisions: [], ...NO_MORE_KNOWN,
  } };
};

/** A1 and its children as they are told, of every window of one year and of three. */
function told(world: World, telling: (window: Window) => Telling) {
  const all = Object.entries(world).flatMap(([year, days]) => days.map((d) => hidden(Number(year), d)));
  return Object.keys(world).map(Number).flatMap((yearEnding) => [1, 3].map((years) => {
    const window = { yearEnding, years };
    const figures = figuresIn(all, window);
    return { first: yearEnding - years + 1, last: yearEnding, children: figures.A1.children, figure: figureInWords("A1", figures, telling(window)), count: numberInWords("A1", figures, telling(window)) };
  }));
}
type Told = ReturnType<typeof told>[number];

const telling = (world: World) => (window: Window): Telling =>
  tellingOf(Object.entries(world).flatMap(([year, days]) => days.map(() => day(`${Number(year) - 1}-06-01`))), window, { today: day("2026-11-22") });

const numberIn = (words: string): number => Number(/\d+/.exec(words)![0]);

function countBound({ first, last, count }: Told): Bound {
  if (count === "1 to 5") return [first, last, 1, 5];
  return count.startsWith("about") ? [first, last, numberIn(count) - 2, numberIn(count) + 2] : [first, last, Number(count), Number(count)];
}

/** What is told of the days of a span altogether, to whoever had found out how many children it has. */
function daysBound({ first, last, figure, children }: Told): Bound {
  if (children === 0) return [first, last, 0, 0];
  if (figure === "x") return [first, last, 0, Infinity];
  const [days, by] = [numberIn(figure), figure.startsWith("about") ? 5 : 0];
  return [first, last, (days - by - 0.5) * children, (days + by + 0.5) * children];
}

/** The least and the most that can be in one year, from everything that is told of spans: shortest paths between running totals. */
function within(year: number, bounds: readonly Bound[]): readonly [number, number] {
  const ends = [...new Set(bounds.flatMap(([first, last]) => [first - 1, last]))];
  const most = new Map(ends.map((a) => [a, new Map(ends.map((b) => [b, a === b ? 0 : Infinity]))]));
  const lower = (a: number, b: number, by: number): void => { most.get(a)!.set(b, Math.min(most.get(a)!.get(b)!, by)); };
  for (const [first, last, least, greatest] of bounds) {
    lower(first - 1, last, greatest);
    lower(last, first - 1, -least);
  }
  for (const by of ends) for (const a of ends) for (const b of ends) lower(a, b, most.get(a)!.get(by)! + most.get(by)!.get(b)!);
  return [-most.get(year)!.get(year - 1)!, most.get(year - 1)!.get(year)!];
}

/** How far apart the averages are that a year’s hidden few can have, and how many they can be. */
function attack(world: World, few: number, as: (window: Window) => Telling = telling(world)): { readonly days: number; readonly numbers: number } {
  const all = told(world, as);
  const [least, most] = within(few, all.map(daysBound));
  const [fewest, greatest] = within(few, all.map(countBound));
  return { days: (most - least) / world[few]!.length, numbers: greatest - fewest + 1 };
}

const spread = (n: number, mean: number): readonly number[] => Array.from({ length: n }, (_, i) => Math.round(mean + (i - (n - 1) / 2) * 14));
const AFTER_NOBODY: World = { 2020: [], 2021: [], 2022: [], 2023: spread(5, 383), 2024: spread(27, 530), 2025: spread(17, 620), 2026: spread(20, 560) };

describe("a year with a few hidden children", () => {
  const worlds: readonly (readonly [string, number, World])[] = [
    ["after years with nobody", 2023, AFTER_NOBODY],
    ["between many", 2024, { 2021: spread(20, 480), 2022: spread(20, 480), 2023: spread(14, 610), 2024: spread(3, 455), 2025: spread(22, 540), 2026: spread(18, 500) }],
    ["between not many", 2024, { 2021: spread(6, 500), 2022: spread(7, 480), 2023: spread(9, 610), 2024: spread(2, 700), 2025: spread(8, 540), 2026: spread(6, 500) }],
    ["that runs", 2027, { 2023: spread(16, 480), 2024: spread(15, 560), 2025: spread(17, 620), 2026: spread(24, 570), 2027: spread(3, 420) }],
    ["beside another", 2025, { 2021: spread(12, 480), 2022: spread(12, 480), 2023: spread(15, 610), 2024: spread(4, 700), 2025: spread(1, 540), 2026: spread(11, 500) }],
  ];
  for (const [name, few, world] of worlds) {
    it(`${name} tells neither how many they are nor their average, whatever is set against what`, () => {
      const { days, numbers } = attack(world, few);
      assert.ok(days > 60, `their average is known to ${days} days`);
      assert.ok(numbers > 1, "only one number fits");
    });
  }
  it("would be told by averages to the day, though the count were rounded", () => {
    const exact = (window: Window): Telling => (telling(AFTER_NOBODY)(window) === "none" ? "none" : "all");
    const { days } = attack(AFTER_NOBODY, 2023, exact);
    assert.ok(days < 15, `${days}`);
  });
});
