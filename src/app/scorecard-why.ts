import { BARRIERS, type BarrierCode } from "../domain/chronology/codes.ts";
import type { Case } from "../domain/chronology/fold.ts";
import type { Day } from "../domain/dates/day.ts";
import { indicator, type Options, type Traveller } from "../domain/scorecard/indicators.ts";
import type { Journey } from "../domain/scorecard/journey.ts";
import { legsOf, type Stage, stageOn } from "../domain/scorecard/stages.ts";
import { isExact, type Telling, tellingOfFigure } from "../domain/scorecard/suppression.ts";
import { type WhyMoved, whyMoved } from "../domain/scorecard/why-moved.ts";
import type { Window } from "../domain/scorecard/window.ts";

export const MOVING = ["A1", "A2", "A10"] as const;
export type Moving = (typeof MOVING)[number];

/** Why a figure moved; `null` where a window has nobody in it, and that it is not told where single years would tell of a few children. */
export type Moved = WhyMoved | "not-told" | null;

/** Four figures stand in it, and from any of them that is not exact the others would tell: it is all told, or none of it. */
export function movedFor(code: Moving, travellers: readonly Traveller[], window: Window, telling: (of: Window) => Telling, isClosed: (t: { readonly child: string }) => boolean, options?: Options): Moved {
  const { yearEnding, years } = window;
  const all: readonly Window[] = [window, { yearEnding: yearEnding - 1, years }, { yearEnding: yearEnding - years, years: 1 }, { yearEnding, years: 1 }];
  const isTold = all.every((of) => isExact(tellingOfFigure(telling(of), indicator(code, travellers, of, options).counted.filter(isClosed).length)) && isExact(telling(of)));
  return isTold ? whyMoved(code, travellers, window, options) : "not-told";
}

/** A barrier written down, and from when. */
export interface BarrierFrom {
  readonly barrier: BarrierCode;
  readonly on: Day;
}

export const barriersIn = (c: Case): readonly BarrierFrom[] =>
  c.of("barrier").flatMap((e) => (e.certainty === "actual" && isBarrier(e.detail["barrier"]) ? [{ barrier: e.detail["barrier"], on: e.happenedOn }] : []));

const isBarrier = (code: unknown): code is BarrierCode => typeof code === "string" && Object.hasOwn(BARRIERS, code);

/** Of how many children a barrier was written down in a stage; null: on a day that is in none of their stages. */
export interface BarrierCount {
  readonly barrier: BarrierCode;
  readonly stage: Stage | null;
  readonly open: number;
  readonly closed: number;
}

/** Each child counts once for a barrier in a stage; the commonest first. */
export function barrierCounts(children: readonly { readonly journey: Journey; readonly barriers: readonly BarrierFrom[]; readonly isClosed: boolean }[]): readonly BarrierCount[] {
  const counts = new Map<string, { barrier: BarrierCode; stage: Stage | null; open: number; closed: number }>();
  for (const { journey, barriers, isClosed } of children) {
    const legs = legsOf(journey);
    for (const key of new Set(barriers.map(({ barrier, on }) => `${barrier} ${stageOn(legs, on) ?? ""}`))) {
      const [barrier, stage] = key.split(" ") as [BarrierCode, Stage | ""];
      const count = counts.get(key) ?? { barrier, stage: stage === "" ? null : stage, open: 0, closed: 0 };
      counts.set(key, { ...count, ...(isClosed ? { closed: count.closed + 1 } : { open: count.open + 1 }) });
    }
  }
  return [...counts.values()].sort((a, b) => b.open + b.closed - a.open - a.closed || (a.barrier < b.barrier ? -1 : 1));
}
