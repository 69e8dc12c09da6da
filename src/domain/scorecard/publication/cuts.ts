import type { Average, Count, Pieces, Publication, Tables } from "./tables.ts";

/** All tables over the same smallest pieces: whatever one of them cuts finer is cut so in every other, whenever that was published. */
export function cutAlike(tables: Tables, before: readonly Publication[]): { readonly tables: Tables; readonly before: readonly Publication[] } {
  const cuts = new Map([...before.flatMap(({ tables: { cuts: known = {} } }) => Object.entries(known)), ...Object.entries(tables.cuts ?? {})]);
  if (cuts.size === 0) return { tables, before };
  const of = (all: Tables): Tables => ({ ...all, counts: all.counts.map((count): Count => ({ ...count, pieces: finer(count.pieces, all.cuts ?? {}, cuts) })) });
  return { tables: of(tables), before: before.map((one) => ({ ...one, tables: of(one.tables) })) };
}

function finer(pieces: Pieces, own: Readonly<Record<string, Pieces>>, cuts: ReadonlyMap<string, Pieces>): Pieces {
  return Object.fromEntries(Object.entries(pieces).flatMap(([piece, n]) => {
    const cut = own[piece] ?? cuts.get(piece);
    return cut === undefined ? [[piece, n] as const] : summingTo(n, cut);
  }));
}

/** A piece counted as another number than its cuts come to, at another time: the difference is taken as of the greatest of them, for no more is known. */
function summingTo(n: number, cut: Pieces): readonly (readonly [string, number])[] {
  let left = n - Object.values(cut).reduce((sum, of) => sum + of, 0);
  return Object.entries(cut).sort(([, a], [, b]) => b - a).map(([piece, of]) => {
    const now = Math.max(0, of + left);
    left -= now - of;
    return [piece, now] as const;
  });
}

/** Averages of nobody are told only where it is told that there is nobody. */
export const tellsNobody = ({ of }: Pick<Average, "of">, counts: Readonly<Record<string, unknown>>): boolean => of === undefined || counts[of] === 0;
