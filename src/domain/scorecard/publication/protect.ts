import { quotient } from "../rounding.ts";
import { isFew, type Publication, type Share, SUPPRESSED, type Tables, type Told, type ToldNumber, valueOf } from "./tables.ts";

/**
 * What may be told of tables after what was published `before`, so that nobody can work out more of a number of 1 to 5 than that
 * it is one: not from the totals, from one table and another, nor from this publication and an earlier one. `before` are all
 * publications of any of the same authorities, whoever made them, in any order.
 */
export function protect(tables: Tables, before: readonly Publication[]): Told {
  const linked = new Set<string>(before.flatMap(({ tables: { counts } }) => counts.flatMap(({ pieces }) => Object.keys(pieces))));
  const hides = tables.counts.some((count) => isFew(valueOf(count)) || Object.entries(count.pieces).some(([piece, n]) => isFew(n) || linked.has(piece)));
  const counts = Object.fromEntries(tables.counts.map((count) => [count.key, hides && valueOf(count) > 0 ? SUPPRESSED : valueOf(count)] as const));
  const values = new Map(tables.counts.map((count) => [count.key, valueOf(count)]));
  const shareOf = ({ part, whole }: Share): ToldNumber => {
    const [n = 0, of = 0] = [values.get(part), values.get(whole)];
    if (of === 0) return null;
    return n <= 5 || of <= 10 || counts[part] === SUPPRESSED || counts[whole] === SUPPRESSED ? SUPPRESSED : quotient(n * 100, of, 0);
  };
  return {
    counts, shares: Object.fromEntries((tables.shares ?? []).map((share) => [share.key, shareOf(share)])),
    averages: Object.fromEntries((tables.averages ?? []).map(({ key, pieces }) => [key, Object.values(pieces).some(({ children }) => children > 0) ? SUPPRESSED : null])),
  };
}
