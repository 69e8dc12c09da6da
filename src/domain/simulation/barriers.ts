import type { BarrierCode } from "../chronology/codes.ts";
import type { Kind } from "../chronology/kinds.ts";
import { type Day, addDays, earliest, weekday } from "../dates/day.ts";
import type { Line } from "./line.ts";
import type { Random } from "./random.ts";

/** A wait in which something may stand in the way: between what two things, how many days after the first, and what. */
interface Wait {
  readonly from: Kind;
  readonly until: Kind;
  readonly after: readonly [number, number];
  readonly barriers: Readonly<Partial<Record<BarrierCode, number>>>;
}

const WAITS: readonly Wait[] = [
  { from: "proceedings-issued", until: "final-hearing", after: [60, 190], barriers: { court: 30, reports: 30, assessment: 20, "late-relatives": 20 } },
  { from: "adoption-became-plan", until: "plan-decision", after: [10, 40], barriers: { reports: 35, process: 25, health: 20, "late-relatives": 20 } },
  { from: "placement-order", until: "matching-meeting", after: [15, 110], barriers: { health: 22, "needs-uncertain": 18, behaviour: 12, "family-history": 12, age: 10, "only-child": 8, "failed-link": 10, "adopters-criteria": 8 } },
  { from: "matching-meeting", until: "match-decision", after: [8, 30], barriers: { "panel-papers": 45, reports: 25, "adopters-support": 15, process: 15 } },
  { from: "placed-for-adoption", until: "adoption-application", after: [70, 130], barriers: { "adopters-not-ready": 55, "adopters-support": 30, other: 15 } },
];
const OF_SIBLINGS: Readonly<Partial<Record<BarrierCode, number>>> = { siblings: 70, "siblings-needs": 30 };

/** What stood in the way of a child: in as many of the waits as the share says. Some has ended, some still does. */
export function meetBarriers(line: Line, share: number, hasSiblings: boolean, luck: Random): void {
  for (const { from, until, after, barriers } of WAITS) {
    for (const [i, start] of line.all(from).entries()) {
      const chance = luck.fork(`${from} ${i}`);
      if (!chance.chance(share)) continue;
      const begunOn = offTheWeekend(addDays(start.on, chance.whole(...after)));
      const over = line.all(until).find((h) => h.on > start.on && h.calledOffOn === undefined)?.on ?? addDays(begunOn, 300);
      const endedOn = earliest(over, offTheWeekend(addDays(begunOn, chance.around(150, 0.6))));
      const weights = hasSiblings && from === "placement-order" ? OF_SIBLINGS : barriers;
      line.span("barrier", begunOn, endedOn, { barrier: chance.weighted(weights as Record<BarrierCode, number>) });
    }
  }
}

const offTheWeekend = (on: Day): Day => (weekday(on) > 5 ? addDays(on, 8 - weekday(on)) : on);
