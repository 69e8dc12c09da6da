import { type Count, isFew, type Publication, SUPPRESSED, type Tables } from "./tables.ts";

/**
 * A number that is printed, or that could be worked out, as the sum of unknowns.
 * - `known`: told before, or nought: whoever reads has it;
 * - `open`: may be told, and may be hidden;
 * - `hidden`: printed as x;
 * - `between`: not printed, but cut out by what is.
 */
export interface Form {
  readonly over: ReadonlySet<number>;
  readonly value: number;
  readonly state: "known" | "open" | "hidden" | "between";
  /** By which keys it is told now. */
  readonly keys: readonly string[];
  /** How many pieces there are in it: a total is worth more than one of its parts. */
  readonly breadth: number;
  /** Hidden though it is no few: numbers each of which it must be able to be. */
  readonly mayBe?: readonly number[];
}

export interface Forms {
  /** What each unknown is in truth. An unknown is all the pieces that are always counted together. */
  readonly sizes: readonly number[];
  readonly forms: readonly Form[];
}

interface Cell {
  readonly pieces: readonly string[];
  readonly breadth: number;
  /** Of which pieces it is, whatever they were counted as. */
  readonly of: string;
  readonly key: string | undefined;
  readonly told: number | typeof SUPPRESSED | undefined;
  readonly mayBe: readonly number[];
}

/**
 * Every number of all publications over the same unknowns. A piece that was counted otherwise before is cut into what was counted
 * then and what came or went since: a difference of a few is a few, and is protected as one.
 */
export function formsOf(tables: Tables, before: readonly Publication[]): Forms {
  mustAgree(tables);
  const relevant = connected(tables, before);
  const all = [...before.flatMap(({ tables: { counts }, told }) => counts.filter((count) => relevant(count)).map((count) => ({ count, now: false, told: told.counts[count.key] ?? SUPPRESSED }))), ...tables.counts.map((count) => ({ count, now: true, told: undefined }))];
  const levels = levelsOf(all.map(({ count }) => count));
  const size = new Map<string, number>();
  const cells = all.map(({ count, now, told }): Cell => ({ mayBe: count.mayBe ?? [], key: now ? count.key : undefined, told, breadth: Object.keys(count.pieces).length, of: Object.keys(count.pieces).sort().join(" "), pieces: Object.entries(count.pieces).flatMap(([piece, n]) => levelled(piece, n, levels, size)) }));
  const classes = classesOf(cells);
  const sizes: number[] = [];
  for (const [piece, at] of classes) sizes[at] = (sizes[at] ?? 0) + (size.get(piece) ?? 0);
  const grouped = Map.groupBy(cells, ({ pieces }) => [...new Set(pieces.map((piece) => classes.get(piece) ?? 0))].sort((a, b) => a - b).join(" "));
  const raw = [...grouped].map(([id, same]) => {
    const over = new Set(id === "" ? [] : id.split(" ").map(Number));
    return { over, same, value: [...over].reduce((sum, i) => sum + sizes[i]!, 0), breadth: same[0]!.breadth };
  });
  const hiddenBefore = new Set(raw.flatMap(({ over, same }) => (same.some(({ told }) => told === SUPPRESSED) ? [...over] : [])));
  const toldOf = Map.groupBy(cells.filter(isTold), ({ of }) => of);
  const few = raw.filter(({ value, same }) => isFew(value) && !same.some(isTold));
  const forms = raw.map(({ over, same, value, breadth }): Form => {
    const keys = same.flatMap(({ key }) => (key === undefined ? [] : [key]));
    const mayBe = [...new Set(same.flatMap(({ mayBe: some }) => some))];
    if (mayBe.length > 0 && !same.some(isTold)) return { over, value, breadth, keys, mayBe, state: "hidden" };
    const wasHidden = same.some(({ told }) => told === SUPPRESSED);
    const isPartOfFew = (): boolean => few.some((sum) => sum.breadth > breadth && over.isSubsetOf(sum.over));
    if (same.some(({ key, of }) => key !== undefined && (toldOf.get(of) ?? []).some(({ told }) => typeof told === "number" && isFew(Math.abs(told - value))))) return { over, value, breadth, keys, state: "hidden" };
    return { over, value, breadth, keys, state: same.some(isTold) ? "known" : stateOf(value, keys.length > 0, () => wasHidden || isPartOfFew(), () => !over.isDisjointFrom(hiddenBefore)) };
  });
  const between = sizes.flatMap((n, i): Form[] => (isFew(n) && !forms.some(({ over }) => over.size === 1 && over.has(i)) ? [{ over: new Set([i]), value: n, state: "between", keys: [], breadth: 1 }] : []));
  return { sizes, forms: [...forms, ...between, ...differencesOf([...forms, ...between], sizes)] };
}

const isTold = ({ told }: Cell): boolean => told !== undefined && told !== SUPPRESSED;

/**
 * Where a sum is a few, nothing is told of what it is made of, noughts neither: else one could count how many there are at least.
 * Another nought is told, unless it would take out of hiding what an earlier publication hid.
 */
function stateOf(value: number, isNow: boolean, staysHidden: () => boolean, tellsOfHidden: () => boolean): Form["state"] {
  if (isFew(value) || !isNow) return "hidden";
  if (value > 0) return "open";
  return staysHidden() ? "hidden" : tellsOfHidden() ? "open" : "known";
}

/** What one number that may be told leaves of another is a few like any other, whether it is printed or comes by taking one away: of a total, of a share’s whole. */
function differencesOf(forms: readonly Form[], sizes: readonly number[]): readonly Form[] {
  const known = new Set(forms.map(({ over }) => nameOf(over)));
  const tellable = forms.filter(({ state, over }) => (state === "known" || state === "open") && over.size > 0);
  return tellable.flatMap((all): readonly Form[] => tellable.flatMap((some): readonly Form[] => {
    if (all.value <= some.value || all.value - some.value > 5 || some.over.size >= all.over.size || !some.over.isSubsetOf(all.over)) return [];
    const over = all.over.difference(some.over);
    if (known.has(nameOf(over))) return [];
    known.add(nameOf(over));
    return [{ over, value: [...over].reduce((sum, i) => sum + sizes[i]!, 0), state: "between", keys: [], breadth: 1 }];
  }));
}
const nameOf = (over: ReadonlySet<number>): string => [...over].sort((a, b) => a - b).join(" ");

/** No share of a count that is not there. */
export function mustBeCounted({ counts, shares = [] }: Tables): void {
  const keys = new Set(counts.map(({ key }) => key));
  for (const { key, part, whole } of shares) if (!keys.has(part) || !keys.has(whole)) throw new RangeError(`“${key}” is a share of a count that there is not`);
}

/** Which counts of earlier publications have anything to do with these: by a piece in common, or over others that have. */
function connected(tables: Tables, before: readonly Publication[]): (count: Count) => boolean {
  const reached = new Set(tables.counts.flatMap(({ pieces }) => Object.keys(pieces)));
  const earlier = before.flatMap(({ tables: { counts } }) => counts);
  for (let grown = -1; grown !== reached.size;) {
    grown = reached.size;
    for (const { pieces } of earlier) if (Object.keys(pieces).some((piece) => reached.has(piece))) for (const piece of Object.keys(pieces)) reached.add(piece);
  }
  return ({ pieces }) => Object.keys(pieces).some((piece) => reached.has(piece));
}

/** Tables whose pieces are whole, and the same wherever they are counted; and no key says two things. */
function mustAgree({ counts }: Tables): void {
  const pieces = new Map<string, number>();
  if (new Set(counts.map(({ key }) => key)).size < counts.length) throw new RangeError("Two counts have the same key");
  for (const count of counts) {
    for (const [piece, n] of Object.entries(count.pieces)) {
      if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`“${count.key}” is made of a number that is not whole, or less than nought: ${n}`);
      if ((pieces.get(piece) ?? n) !== n) throw new RangeError(`“${piece}” is ${pieces.get(piece)} in one count and ${n} in “${count.key}”`);
      pieces.set(piece, n);
    }
  }
}

/** The numbers that each piece was counted as, the smallest first. */
function levelsOf(counts: readonly Count[]): ReadonlyMap<string, readonly number[]> {
  const levels = new Map<string, Set<number>>();
  for (const count of counts) {
    for (const [piece, n] of Object.entries(count.pieces)) levels.set(piece, (levels.get(piece) ?? new Set()).add(n));
  }
  return new Map([...levels].map(([piece, ns]) => [piece, [...ns].sort((a, b) => a - b)]));
}

function levelled(piece: string, n: number, levels: ReadonlyMap<string, readonly number[]>, size: Map<string, number>): readonly string[] {
  const upTo = (levels.get(piece) ?? [n]).filter((level) => level <= n);
  return upTo.map((level, i) => {
    size.set(`${piece} ${i}`, level - (upTo[i - 1] ?? 0));
    return `${piece} ${i}`;
  });
}

/** Pieces that are in the same cells are one unknown. */
function classesOf(cells: readonly Cell[]): ReadonlyMap<string, number> {
  const where = new Map<string, number[]>();
  cells.forEach(({ pieces }, at) => {
    for (const piece of pieces) {
      const list = where.get(piece);
      if (list === undefined) where.set(piece, [at]);
      else list.push(at);
    }
  });
  const ids = new Map<string, number>();
  return new Map([...where].map(([piece, at]) => {
    const signature = at.join(" ");
    const id = ids.get(signature) ?? ids.size;
    ids.set(signature, id);
    return [piece, id];
  }));
}
