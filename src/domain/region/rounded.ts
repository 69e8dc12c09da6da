import { quotient, roundHalfUp } from "../scorecard/rounding.ts";
import { FEW, toNearest5 } from "../scorecard/suppression.ts";

/** Printed for a figure that is of too few, or of nobody. */
export const NOT_TOLD = "x";
/** Averages and shares are of more children than this. */
export const MANY = 10;

/**
 * A number as a pack prints it, as published figures of authorities do: to the nearest 5, and nought to five alike. Six and seven
 * are printed as 10: a 5 would tell them apart from all others.
 */
export const roundedCount = (n: number): number => (n <= FEW ? 0 : Math.max(10, toNearest5(n)));

/** “5 or fewer”; “10”. */
export const countPrinted = (n: number): string => (n <= FEW ? `${FEW} or fewer` : String(roundedCount(n)));

/** What “5 or fewer” is taken for in a sum. */
const FOR_A_FEW = 3;

/**
 * The region’s number: the authorities’ as they are printed, added up and rounded to the nearest 10. Of their true sum the number
 * behind a “5 or fewer” could be worked out: beside a 10, a region of “10 or fewer” would leave two at most.
 */
export function regionPrinted(counts: readonly number[]): string {
  if (counts.every((n) => n <= FEW)) return `${FEW * counts.length} or fewer`;
  return String(roundHalfUp(counts.reduce((sum, n) => sum + (n <= FEW ? FOR_A_FEW : roundedCount(n)), 0) / 10) * 10);
}

interface Mean { readonly children: number; readonly totalDays: number }
interface Part { readonly children: number; readonly within: number }

/** Whole days to the nearest 10, of more than ten children. */
export const averagePrinted = ({ children, totalDays }: Mean): number | null => (children > MANY ? quotient(totalDays, children * 10, 0) * 10 : null);

/** Per cent to the nearest 5, where more than ten are counted, more than five of them within and more than five not. */
export const sharePrinted = ({ children, within }: Part): number | null =>
  children > MANY && within > FEW && children - within > FEW ? quotient(within * 20, children, 0) * 5 : null;

/** The average of all together, where those whose own is not told are nobody or more than ten: it tells of what is left when the others are taken from it. */
export const averageOfAll = (parts: readonly Mean[]): number | null => {
  const left = parts.filter((part) => averagePrinted(part) === null).reduce((sum, { children }) => sum + children, 0);
  return left > 0 && left <= MANY ? null : averagePrinted({ children: sumOf(parts.map(({ children }) => children)), totalDays: sumOf(parts.map(({ totalDays }) => totalDays)) });
};

/** The share of all together, where each authority’s own is told or is of nobody. */
export const shareOfAll = (parts: readonly Part[]): number | null =>
  parts.some((part) => part.children > 0 && sharePrinted(part) === null) ? null : sharePrinted({ children: sumOf(parts.map(({ children }) => children)), within: sumOf(parts.map(({ within }) => within)) });

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
