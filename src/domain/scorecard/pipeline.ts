import { type Day, daysBetween, yearEndingOf } from "../dates/day.ts";
import { type FigureOf, indicator, type Traveller } from "./indicators.ts";
import type { Journey, KnownDay } from "./journey.ts";
import { daysOf, INDICATOR_CODES, type Window } from "./window.ts";

/** Where a child who is not yet adopted stands on the way. */
export const PIPELINE = {
  placed: "Placed, and not adopted",
  matched: "Matched, and not placed",
  ordered: "Placement order, and not matched",
  decided: "Decision, and no placement order or match",
} as const;
export type PipelineStage = keyof typeof PIPELINE;

/** One child in the pipeline, with what each figure will get from them that nothing can change now; null where it is still open. */
export interface Waiting {
  readonly child: string;
  readonly stage: PipelineStage;
  /** Since when they have stood there. */
  readonly since: Day;
  readonly waitedDays: number;
  readonly fixed: { readonly A1: number | null; readonly A2: number | null; readonly A10: number | null };
}

const dayOf = (known: KnownDay): Day | null => ("on" in known ? known.on : null);

/** Where a child stands on a day, by the decision and the order in force; nothing for one who is adopted, has left, or has no decision that stands. */
export function stageInPipeline(j: Journey, today: Day): { readonly stage: PipelineStage; readonly since: Day } | undefined {
  if (j.adoptedOn !== null || !j.decisionStands || (j.careEndedOn !== null && j.careEndedOn <= today)) return undefined;
  const [placed, matched, ordered, decided] = [dayOf(j.placed), dayOf(j.matched), j.orderInForceOn, j.decisions.at(-1)?.from ?? null];
  if (placed !== null) return { stage: "placed", since: placed };
  if (matched !== null) return { stage: "matched", since: matched };
  if (ordered !== null) return { stage: "ordered", since: ordered };
  return decided === null ? undefined : { stage: "decided", since: decided };
}

/** Every child on the way, those who have waited longest first within each stage. Source: Sheffield’s report, 3.5 and 3.11. */
export function pipelineOf(travellers: readonly Traveller[], today: Day): readonly Waiting[] {
  const order = Object.keys(PIPELINE) as PipelineStage[];
  return travellers.flatMap(({ child, journey }): Waiting[] => {
    const at = stageInPipeline(journey, today);
    return at === undefined ? [] : [{ child, ...at, waitedDays: daysBetween(at.since, today), fixed: fixedOf(journey) }];
  }).sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || b.waitedDays - a.waitedDays || (a.child < b.child ? -1 : 1));
}

/** What an order would count, tried on the last day known: the order’s own day is in none of the figures’ days. */
function fixedOf(journey: Journey): Waiting["fixed"] {
  const placed = dayOf(journey.placed);
  const by = placed ?? dayOf(journey.matched);
  if (by === null) return { A1: null, A2: null, A10: null };
  const tried = ifAdopted([{ child: "", journey }], new Map([["", { adoptedOn: by }]]));
  const of = (code: "A1" | "A2" | "A10"): number | null => indicator(code, tried, { yearEnding: yearEndingOf(by), years: 1 }).counted[0]?.days ?? null;
  return { A1: placed === null ? null : of("A1"), A2: of("A2"), A10: placed === null ? null : of("A10") };
}

/** What is imagined of a child: adopted on a day, and where they are not placed or matched yet, from when. */
export interface Imagined {
  readonly adoptedOn: Day;
  readonly placedOn?: Day;
  readonly matchedOn?: Day;
}

/** The same children, with those named adopted on the days given. What they have already is theirs. */
export function ifAdopted(travellers: readonly Traveller[], imagined: ReadonlyMap<string, Imagined>): readonly Traveller[] {
  return travellers.map((traveller) => {
    const { child, journey } = traveller;
    const to = imagined.get(child);
    if (to === undefined || journey.adoptedOn !== null) return traveller;
    const placedOn = dayOf(journey.placed) ?? to.placedOn ?? to.adoptedOn;
    const placed: KnownDay = { on: placedOn };
    return {
      child,
      journey: {
        ...journey, adoptedOn: to.adoptedOn, careEndedOn: to.adoptedOn, placed,
        movedIn: "on" in journey.movedIn ? journey.movedIn : placed,
        matched: "on" in journey.matched ? journey.matched : { on: to.matchedOn ?? placedOn },
      },
    };
  });
}

/** The figures of a window as they stand, and as they become if these are adopted as imagined. */
export function figuresIf(travellers: readonly Traveller[], imagined: ReadonlyMap<string, Imagined>, window: Window): { readonly now: FigureOf; readonly then: FigureOf } {
  const of = (some: readonly Traveller[]): FigureOf => Object.fromEntries(INDICATOR_CODES.map((code) => [code, indicator(code as "A1", some, window)])) as unknown as FigureOf;
  return { now: of(travellers), then: of(ifAdopted(travellers, imagined)) };
}

/** Everybody placed and not adopted, with an order made by a day of the window: the question that scrutiny asks. */
export const allPlacedBy = (waiting: readonly Waiting[], by: Day, window: Window): ReadonlyMap<string, Imagined> => {
  const { lastOn } = daysOf(window);
  return by > lastOn ? new Map() : new Map(waiting.filter(({ stage }) => stage === "placed").map(({ child }) => [child, { adoptedOn: by }]));
};
