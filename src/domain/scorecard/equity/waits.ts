/** One child’s wait in whole days from 0 up: it ended as asked, or has lasted so long at least. */
export interface Wait {
  readonly days: number;
  readonly ended: boolean;
}

/** The days by which half had ended, and the range that holds it nineteen times of twenty; null where not so many have ended yet. */
export interface Middle {
  readonly days: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The standard normal’s point beyond which, on either side, one time of twenty lies. */
const ONE_IN_TWENTY = 1.959964;

/** What is left waiting after each day on which a wait ended, by Kaplan and Meier; and the variance, by Greenwood, of its logarithm. */
export function curveOf(waits: readonly Wait[]): readonly { readonly days: number; readonly left: number; readonly variance: number }[] {
  const sorted = waits.toSorted((a, b) => a.days - b.days);
  const points: { days: number; left: number; variance: number }[] = [];
  let [left, variance] = [1, 0];
  for (let i = 0; i < sorted.length; ) {
    const { days } = sorted[i]!;
    const waiting = sorted.length - i;
    let ended = 0;
    for (; i < sorted.length && sorted[i]!.days === days; i++) if (sorted[i]!.ended) ended += 1;
    if (ended === 0) continue;
    left *= (waiting - ended) / waiting;
    variance += waiting === ended ? 0 : ended / (waiting * (waiting - ended));
    points.push({ days, left, variance });
  }
  return points;
}

/**
 * The middle wait, those that last being counted as longer than they have lasted, and its range by Brookmeyer and Crowley with
 * the limits of the curve worked out on the scale log(−log).
 */
export function middleOf(waits: readonly Wait[]): Middle {
  const curve = curveOf(waits);
  const firstAtHalf = (of: (point: (typeof curve)[number]) => number): number | null => curve.find((point) => of(point) <= 0.5)?.days ?? null;
  const limit = (side: 1 | -1) => ({ left, variance }: (typeof curve)[number]): number =>
    left <= 0 || left >= 1 ? left : left ** Math.exp((side * ONE_IN_TWENTY * Math.sqrt(variance)) / Math.abs(Math.log(left)));
  return { days: firstAtHalf(({ left }) => left), low: firstAtHalf(limit(1)), high: firstAtHalf(limit(-1)) };
}

/** How two groups differ by the log-rank test: positive where the first waits longer. `chance`: how often chance alone makes as large a difference. */
export interface Difference {
  readonly z: number;
  readonly chance: number;
}

/** The log-rank test of two groups; nothing where no wait of theirs can be compared. Source: Mantel’s form, with the hypergeometric variance. */
export function differenceOf(first: readonly Wait[], second: readonly Wait[]): Difference | undefined {
  const days = [...new Set([...first, ...second].flatMap((wait) => (wait.ended ? [wait.days] : [])))].sort((a, b) => a - b);
  let [expected, variance] = [0, 0];
  for (const on of days) {
    const [here, there] = [first, second].map((group) => group.filter((wait) => wait.days >= on).length) as [number, number];
    const ended = [...first, ...second].filter((wait) => wait.ended && wait.days === on).length;
    const waiting = here + there;
    expected += (ended * here) / waiting;
    if (waiting > 1) variance += (ended * (here / waiting) * (there / waiting) * (waiting - ended)) / (waiting - 1);
  }
  if (variance === 0) return undefined;
  const z = (expected - first.filter(({ ended }) => ended).length) / Math.sqrt(variance);
  return { z, chance: beyond(Math.abs(z)) };
}

/** The share of the standard normal further from 0 than z, on both sides; right to six places. Source: Abramowitz and Stegun 7.1.26. */
function beyond(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  return t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x);
}
