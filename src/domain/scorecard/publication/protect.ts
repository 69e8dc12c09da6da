import { quotient } from "../rounding.ts";
import { protectAverages } from "./averages.ts";
import { formsOf } from "./forms.ts";
import { hide } from "./hide.ts";
import { apart } from "./apart.ts";
import { type Publication, type Share, SUPPRESSED, type Tables, type Told, type ToldNumber, valueOf } from "./tables.ts";

/**
 * What may be told of tables after what was published `before`, so that nobody can work out more of a number of 1 to 5 than that
 * it is one: not from the totals, from one table and another, nor from this publication and an earlier one. `before` are all
 * publications of any of the same authorities, whoever made them. The same tables are always told the same. Throws a RangeError
 * for tables that contradict themselves.
 */
export function protect(tables: Tables, before: readonly Publication[]): Told {
  const counts: Record<string, number | typeof SUPPRESSED> = {};
  for (const forms of apart(formsOf(tables, before))) {
    const states = hide(forms);
    forms.forms.forEach(({ keys, value }, j) => {
      for (const key of keys) counts[key] = states[j] === "hidden" ? SUPPRESSED : value;
    });
  }
  const values = new Map(tables.counts.map((count) => [count.key, valueOf(count)]));
  return {
    counts: Object.fromEntries(tables.counts.map(({ key }) => [key, counts[key] ?? SUPPRESSED])),
    shares: Object.fromEntries((tables.shares ?? []).map((share) => [share.key, shareOf(share, values, counts)])),
    averages: protectAverages(tables.averages ?? [], before),
  };
}

/** Whole per cent of more than 5 and of more than 10, where both counts may be told: with either, it tells the other. */
function shareOf({ part, whole }: Share, values: ReadonlyMap<string, number>, told: Told["counts"]): ToldNumber {
  const [n = 0, all = 0] = [values.get(part), values.get(whole)];
  if (all === 0) return null;
  return n <= 5 || all <= 10 || told[part] === SUPPRESSED || told[whole] === SUPPRESSED ? SUPPRESSED : quotient(n * 100, all, 0);
}
