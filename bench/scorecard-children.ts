/** A child as a row of a tracker: days as numbers from 30 December 1899, as workbooks have them; null: an empty cell. */
export interface ChildRow {
  readonly id: string;
  readonly adopted: number | null;
  readonly care: number | null;
  readonly plan: number | null;
  readonly decision: number | null;
  readonly order: number | null;
  readonly matched: number | null;
  readonly placed: number | null;
  readonly movedIn: number | null;
}

export const DAY_COLUMNS = ["adopted", "care", "plan", "decision", "order", "matched", "placed", "movedIn"] as const;

/** The windows of ten years: each year, and the three years that end with it. */
export const WINDOWS = Array.from({ length: 10 }, (_, i) => 2017 + i).flatMap((yearEnding) => [1, 3].map((years) => ({ yearEnding, years })));

/** 1 April 2014 and 31 March 2026, as numbers. */
const [FIRST, LAST] = [41_730, 46_112];

/** Numbers from 0 to 1 that are the same every time. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** So many invented children, the same every time: most adopted, some on the way, some with a day that nobody recorded, in the wrong order, or with the carer they had. */
export function childrenOf(count: number): readonly ChildRow[] {
  const next = numbers(8);
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return Array.from({ length: count }, (_, i): ChildRow => {
    const care = FIRST + between(0, LAST - FIRST - 100);
    const plan = care + between(30, 150);
    const decision = plan + between(10, 80);
    const order = decision + between(5, 150);
    const matched = order + between(-60, 400);
    const placed = Math.max(matched, order) + between(10, 60);
    const adopted = placed + between(100, 500);
    const upTo = (day: number, unless: number): number | null => (day > LAST || next() < unless ? null : day);
    const at = upTo(placed, 0.01);
    return {
      id: `C${String(i + 1).padStart(5, "0")}`, care: next() < 0.01 ? null : care, plan: upTo(plan, 0.05), decision: upTo(decision, 0.01), order: upTo(order, 0.04), matched: upTo(matched, 0.01),
      placed: at, movedIn: at === null ? null : next() < 0.15 ? care + between(0, at - care) : at, adopted: upTo(adopted, 0.1),
    };
  });
}

/** What each way of working it out says, so that they can be held against each other: figures by window, and of each a list of children and days. */
export interface Worked {
  readonly figures: readonly (readonly (number | null)[])[];
  /** A check of every drill-down: how many children, the sum of their days, and a number that their order and ids make. */
  readonly lists: readonly (readonly number[])[];
}

export const checkOf = (rows: readonly (readonly [id: string, days: number])[]): readonly number[] =>
  [rows.length, rows.reduce((sum, [, days]) => sum + days, 0), rows.reduce((sum, [id, days]) => (sum * 31 + Number(id.slice(1)) * 7 + days) % 1_000_000_007, 7)];
