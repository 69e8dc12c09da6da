import type { Forms } from "./forms.ts";

/** Forms that have no unknown in common, even over others, are worked out each for themselves. Unknowns that are known to be nought are left out. */
export function apart({ sizes, forms }: Forms): readonly Forms[] {
  const noughts = new Set(forms.flatMap(({ state, value, over }) => (state === "known" && value === 0 ? [...over] : [])));
  const group = sizes.map((_, i) => i);
  const find = (i: number): number => (group[i] === i ? i : (group[i] = find(group[i]!)));
  const left = forms.map((form) => ({ ...form, over: form.over.difference(noughts) }));
  for (const { over } of left) {
    const [first, ...rest] = over;
    for (const i of rest) group[find(i)] = find(first!);
  }
  const bare = left.filter(({ over }) => over.size === 0);
  const linked = Map.groupBy(left.filter(({ over }) => over.size > 0), ({ over }) => find([...over][0]!));
  return [{ sizes: [], forms: bare }, ...[...linked.values()].map((own): Forms => {
    const at = new Map([...new Set(own.flatMap(({ over }) => [...over]))].map((i, k) => [i, k]));
    return { sizes: [...at.keys()].map((i) => sizes[i]!), forms: own.map((form) => ({ ...form, over: new Set([...form.over].map((i) => at.get(i)!)) })) };
  })];
}
