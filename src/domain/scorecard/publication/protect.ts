import { quotient } from "../rounding.ts";
import { protectAverages } from "./averages.ts";
import { cutAlike, tellsNobody } from "./cuts.ts";
import { formsOf, mustBeCounted } from "./forms.ts";
import { hide } from "./hide.ts";
import { apart } from "./apart.ts";
import { isFew, type Publication, type Share, SUPPRESSED, type Tables, type Told, type ToldNumber, valueOf } from "./tables.ts";

/**
 * What may be told of tables after what was published `before`, so that nobody can work out more of a number of 1 to 5 than that
 * it is one: not from the totals, from one table and another, nor from this publication and an earlier one. `before` are all
 * publications of any of the same authorities, whoever made them. The same tables are always told the same. Throws a RangeError
 * for tables that contradict themselves.
 */
export function protect(tables: Tables, before: readonly Publication[]): Told {
  mustBeCounted(tables);
  const { counts: all, shares = [], averages: means = [] } = tables;
  const values = new Map(all.map((count) => [count.key, valueOf(count)]));
  // What no share could be told of is not asked for, so that nothing is hidden for its sake.
  const needed = new Set(shares.filter((share) => isTellable(share, values)).flatMap(({ part, whole }) => [part, whole]));
  const alike = cutAlike(tables, before);
  const asked = { ...alike.tables, counts: alike.tables.counts.filter(({ key, printed, mayBe }) => printed !== false || mayBe !== undefined || needed.has(key)) };
  const counts: Record<string, number | typeof SUPPRESSED> = {};
  for (const forms of apart(formsOf(asked, alike.before))) {
    const states = hide(forms);
    forms.forms.forEach(({ keys, value }, j) => {
      for (const key of keys) counts[key] = states[j] === "hidden" ? SUPPRESSED : value;
    });
  }
  const toldShares = shares.map((share) => [share, isTellable(share, values) ? shareOf(share, counts) : SUPPRESSED] as const);
  const said = new Set(toldShares.flatMap(([{ part, whole }, told]) => (told === SUPPRESSED ? [] : [part, whole])));
  const averages = protectAverages(means, before);
  return {
    counts: Object.fromEntries(all.map(({ key, printed }) => [key, printed === false && !said.has(key) ? SUPPRESSED : counts[key] ?? SUPPRESSED])),
    shares: Object.fromEntries(toldShares.map(([{ key }, told]) => [key, told])),
    averages: Object.fromEntries(means.map((mean) => { const told = averages[mean.key] ?? null; return [mean.key, told === null && !tellsNobody(mean, counts) ? SUPPRESSED : told]; })),
  };
}

/** Of more than 5 and of more than 10, and of all but a few; or of nobody. */
function isTellable({ part, whole }: Share, values: ReadonlyMap<string, number>): boolean {
  const [n = 0, all = 0] = [values.get(part), values.get(whole)];
  return all === 0 || (n > 5 && all > 10 && !isFew(all - n));
}

/** Whole per cent, where both counts are told as they are: a share tells them, whether or not they are printed, to whoever knows the one or has other shares. */
function shareOf({ part, whole }: Share, told: Told["counts"]): ToldNumber {
  const [n, all] = [told[part], told[whole]];
  return typeof n !== "number" || typeof all !== "number" ? SUPPRESSED : all === 0 ? null : quotient(n * 100, all, 0);
}
