import type { Form, Forms } from "./forms.ts";
import { isFew } from "./tables.ts";

/** Forms over the same unknowns, with how each stands to each. */
export interface Linked extends Forms {
  /** Whether two forms have an unknown in common. */
  readonly meets: readonly (readonly boolean[])[];
  /** Whether a form may be nought though it is hidden: it is, or is part of a sum that is a few. */
  readonly mayBeNought: readonly boolean[];
}

export const linked = (all: Forms): Linked => ({
  ...all,
  meets: all.forms.map(({ over }) => all.forms.map((other) => !over.isDisjointFrom(other.over))),
  mayBeNought: all.forms.map((form) => form.value === 0 || all.forms.some((sum) => isHiddenFew(sum) && sum.breadth > form.breadth && form.over.isSubsetOf(sum.over))),
});
const isHiddenFew = ({ value, state }: Form): boolean => state === "hidden" && isFew(value);

/** Forms that have no unknown in common, even over others, are worked out each for themselves. Unknowns that are known to be nought are left out. */
export function apart({ sizes, forms }: Forms): readonly Linked[] {
  const noughts = new Set(forms.flatMap(({ state, value, over }) => (state === "known" && value === 0 ? [...over] : [])));
  const group = sizes.map((_, i) => i);
  const find = (i: number): number => (group[i] === i ? i : (group[i] = find(group[i]!)));
  const left = forms.map((form) => ({ ...form, over: form.over.difference(noughts) }));
  for (const { over } of left) {
    const [first, ...rest] = over;
    for (const i of rest) group[find(i)] = find(first!);
  }
  const bare = left.filter(({ over }) => over.size === 0);
  const groups = Map.groupBy(left.filter(({ over }) => over.size > 0), ({ over }) => find([...over][0]!));
  return [linked({ sizes: [], forms: bare }), ...[...groups.values()].map((own): Linked => {
    const at = new Map([...new Set(own.flatMap(({ over }) => [...over]))].map((i, k) => [i, k]));
    return linked({ sizes: [...at.keys()].map((i) => sizes[i]!), forms: own.map((form) => ({ ...form, over: new Set([...form.over].map((i) => at.get(i)!)) })) });
  })];
}
