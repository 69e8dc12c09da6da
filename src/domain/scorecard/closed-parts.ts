import { type Day, yearEndingOf } from "../dates/day.ts";
import { indicator, type Options, type ScoredChild, type Traveller } from "./indicators.ts";
import type { Journey } from "./journey.ts";
import { whereTheDaysWent } from "./stages.ts";

/**
 * Parts of these children, by the days of their adoption orders, that figures tell apart: those whom A1, A2, A10 or a stage counts,
 * and those in whom A1 and A10 differ. A year may have many of the children, and a few of a part of them: then it is a year of a
 * few of that figure.
 */
export function partsOf(journeys: readonly Journey[], options: Options = {}): readonly (readonly Day[])[] {
  const adopted = journeys.filter((journey): journey is Journey & { readonly adoptedOn: Day } => journey.adoptedOn !== null);
  if (adopted.length === 0) return [];
  const travellers = adopted.map((journey, i): Traveller => ({ child: String(i), journey }));
  const years = adopted.map(({ adoptedOn }) => yearEndingOf(adoptedOn));
  const ever = { yearEnding: Math.max(...years), years: Math.max(...years) - Math.min(...years) + 1 };
  const [A1, A2, A10] = (["A1", "A2", "A10"] as const).map((code) => indicator(code, travellers, ever, options).counted) as [Counted, Counted, Counted];
  const daysByA1 = new Map(A1.map(({ child, days }) => [child, days]));
  const differing = A10.filter(({ child, days }) => daysByA1.get(child) !== days);
  const stages = whereTheDaysWent(travellers).stages.map(({ counted }) => counted);
  return [A1, A2, A10, differing, ...stages].map((part) => part.map(({ child }) => adopted[Number(child)]!.adoptedOn));
}

type Counted = readonly ScoredChild[];
