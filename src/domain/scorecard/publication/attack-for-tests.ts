import { type Publication, SUPPRESSED, valueOf } from "./tables.ts";

/**
 * Somebody who has every publication before them and works out what a hidden number may be. They share no code with what hides.
 * - `reader`: knows what is printed, and that an x may be any number;
 * - `insider`: has been told as well which x are a few and which are hidden for their sake, save of those that have something in
 *   common with the number they want to know, how many of which there are hangs on it.
 */
export type Attacker = "reader" | "insider";

interface Known {
  readonly over: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** A few that is printed as x, or not printed at all, and which of the numbers 1 to 5 the attacker can rule out. */
export interface Narrowed {
  /** Of the count, or of the piece, as it was then. */
  readonly key: string;
  readonly ruledOut: readonly number[];
}

/** Every hidden few of which the attacker can rule out a number; `budget` is how long they search before they give up a number. */
export function narrowed(publications: readonly Publication[], attacker: Attacker, budget = 20_000): readonly Narrowed[] {
  // Of what is not printed and was not told either, nobody has so much as an x.
  const cells = publications.flatMap(({ tables, told }) => tables.counts.filter(({ key, printed }) => printed !== false || told.counts[key] !== SUPPRESSED).map((count) => ({
    key: count.key, value: valueOf(count), told: told.counts[count.key], over: Object.entries(count.pieces).map(([piece, n]) => `${piece} as ${n}`),
  })));
  const few = cells.filter(({ told, value }) => told === SUPPRESSED && value >= 1 && value <= 5);
  const pieces = publications.flatMap(({ tables: { counts } }) => counts.flatMap((count) => Object.entries(count.pieces).map(([piece, n]) => ({ key: piece, value: n, over: [`${piece} as ${n}`] }))))
    .filter(({ value, over }) => value >= 1 && value <= 5 && !few.some((cell) => cell.over.join() === over[0]));
  return [...few, ...new Map(pieces.map((piece) => [piece.over[0], piece])).values()].flatMap((cell): Narrowed[] => {
    const mine = new Set(cell.over.map(bare));
    const known = cells.map(({ over, told, value }): Known => {
      if (told !== SUPPRESSED) return { over, least: value, most: value };
      if (attacker === "reader" || over.some((piece) => mine.has(bare(piece)))) return { over, least: 0, most: Infinity };
      if (value > 5) return { over, least: 6, most: Infinity };
      const partOfFew = few.some((sum) => over.every((piece) => sum.over.includes(piece)) && over.length < sum.over.length);
      return { over, least: value === 0 || partOfFew ? 0 : 1, most: 5 };
    });
    const ruledOut = [1, 2, 3, 4, 5].filter((n) => !canBe([...known, { over: cell.over, least: n, most: n }], laterIsMore(cells), budget));
    return ruledOut.length === 0 ? [] : [{ key: cell.key, ruledOut }];
  });
}

const bare = (piece: string): string => piece.replace(/ as \d+$/, "");

/** Of a piece that was counted twice, the greater count holds the smaller. */
function laterIsMore(cells: readonly { readonly over: readonly string[] }[]): readonly (readonly [less: string, more: string])[] {
  const byPiece = Map.groupBy(new Set(cells.flatMap(({ over }) => over)), bare);
  return [...byPiece.values()].flatMap((versions) => {
    const sorted = versions.toSorted((a, b) => Number(a.split(" as ")[1]) - Number(b.split(" as ")[1]));
    return sorted.slice(1).map((more, i) => [sorted[i]!, more] as const);
  });
}

/** Whether whole numbers satisfy all that is known: by narrowing the bounds of each, and trying. */
function canBe(known: readonly Known[], order: readonly (readonly [string, string])[], budget: number): boolean {
  const names = [...new Set(known.flatMap(({ over }) => over))];
  const at = new Map(names.map((name, i) => [name, i]));
  const sums = known.map(({ over, least, most }) => ({ over: over.map((name) => at.get(name)!), least, most }));
  const pairs = order.flatMap(([less, more]) => (at.has(less) && at.has(more) ? [[at.get(less)!, at.get(more)!] as const] : []));
  const left = { tries: budget };

  const narrow = (low: number[], high: number[]): boolean => {
    for (let changed = true; changed;) {
      changed = false;
      const raise = (i: number, n: number): void => void (n > low[i]! && ((low[i] = n), (changed = true)));
      const lower = (i: number, n: number): void => void (n < high[i]! && ((high[i] = n), (changed = true)));
      for (const [less, more] of pairs) {
        raise(more, low[less]!);
        lower(less, high[more]!);
      }
      for (const { over, least, most } of sums) {
        let [min, max] = [0, 0];
        for (const i of over) [min, max] = [min + low[i]!, max + high[i]!];
        if (min > most || max < least) return false;
        for (const i of over) {
          if (most < Infinity) lower(i, most - min + low[i]!);
          if (max < Infinity) raise(i, least - max + high[i]!);
        }
      }
      if (low.some((n, i) => n > high[i]!)) return false;
    }
    return true;
  };
  const search = (low: number[], high: number[]): boolean => {
    if (left.tries-- <= 0) return true;
    if (!narrow(low, high)) return false;
    let [pick, width] = [-1, Infinity];
    low.forEach((n, i) => {
      if (high[i]! > n && high[i]! - n < width) [pick, width] = [i, high[i]! - n];
    });
    if (pick < 0) return true;
    for (let n = low[pick]!; n <= high[pick]!; n++) if (search(low.with(pick, n), high.with(pick, n))) return true;
    return false;
  };
  return search(names.map(() => 0), names.map(() => 60));
}
