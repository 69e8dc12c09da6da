import { quotient } from "../rounding.ts";
import { type Average, type DaysOfSome, isFew, type Publication, SUPPRESSED, type Told, type ToldNumber } from "./tables.ts";

/** Over which pieces an average is, and how many children are in each. */
type Over = ReadonlyMap<string, number>;

/**
 * Which averages may be told, in the order given: of more than 5 children, and so that no sums and differences of those that are
 * told, times their numbers, come down to the days of 1 to 5. One that was told before is told as it was.
 */
export function protectAverages(averages: readonly Average[], before: readonly Publication[]): Told["averages"] {
  const versions = versionsOf([...before.flatMap(({ tables }) => tables.averages ?? []), ...averages]);
  const told: Over[] = before.flatMap(({ tables, told: { averages: earlier } }) => (tables.averages ?? []).filter(({ key }) => typeof earlier[key] === "number").map((average) => overOf(average, versions)));
  return Object.fromEntries(averages.map((average): readonly [string, ToldNumber] => {
    const all = Object.values(average.pieces);
    const children = all.reduce((sum, piece) => sum + piece.children, 0);
    if (children === 0) return [average.key, null];
    const over = overOf(average, versions);
    if (isFew(children) || givesAFew(told, over)) return [average.key, SUPPRESSED];
    told.push(over);
    return [average.key, quotient(all.reduce((sum, piece) => sum + piece.days, 0), children, 0)];
  }));
}

const same = (a: DaysOfSome, b: DaysOfSome): boolean => a.children === b.children && a.days === b.days;

/** What each piece came to, as it was first told and as it was each time after. */
function versionsOf(averages: readonly Average[]): ReadonlyMap<string, readonly DaysOfSome[]> {
  const versions = new Map<string, DaysOfSome[]>();
  for (const { key, pieces } of averages) {
    for (const [piece, days] of Object.entries(pieces)) {
      if (![days.children, days.days].every((n) => Number.isSafeInteger(n) && n >= 0)) throw new RangeError(`“${key}” is an average of numbers that are not whole, or less than nought`);
      const known = versions.get(piece) ?? [];
      if (!known.some((version) => same(version, days))) versions.set(piece, [...known, days]);
    }
  }
  return versions;
}

/** A piece that came to something else since is what it was and the difference, which is of at least one child. */
function overOf({ pieces }: Average, versions: ReadonlyMap<string, readonly DaysOfSome[]>): Over {
  return new Map(Object.entries(pieces).flatMap(([piece, days]): (readonly [string, number])[] => {
    const known = versions.get(piece) ?? [days];
    const at = known.findIndex((version) => same(version, days));
    const first = known[0]!;
    const whole: (readonly [string, number])[] = first.children === 0 ? [] : [[piece, first.children]];
    return at <= 0 ? whole : [...whole, [`${piece} since ${at}`, Math.max(1, Math.abs(days.children - first.children))]];
  }));
}

/** Whether one more sum lets those that are told come down to one over 1 to 5 children to which they did not before. */
function givesAFew(told: readonly Over[], more: Over): boolean {
  const after = [...told, more];
  const { children, sums } = together(after);
  const before = sums.slice(0, -1);
  const classes = [...children.keys()];
  if (rank(sums, classes) === rank(before, classes)) return false;
  const small = [...children].filter(([, n]) => isFew(n)).map(([one]) => one);
  return fewAtOnce(small, children).some((few) => {
    const others = classes.filter((one) => !few.has(one));
    return rank(sums, others) === rank(before, others);
  });
}

/** Pieces that are in the same sums come down to something together or not at all. */
function together(all: readonly Over[]): { readonly children: Over; readonly sums: readonly Over[] } {
  const sizes = new Map(all.flatMap((over) => [...over]));
  const children = new Map<string, number>();
  for (const [piece, n] of sizes) {
    const where = all.flatMap((over, i) => (over.has(piece) ? [i] : [])).join(" ");
    children.set(where, (children.get(where) ?? 0) + n);
  }
  return { children, sums: all.map((_, i) => new Map([...children].filter(([where]) => where.split(" ").includes(String(i))))) };
}

/** Every choice of pieces with at most 5 children together, to which none can be added. */
function fewAtOnce(small: readonly string[], children: Over): readonly ReadonlySet<string>[] {
  const choices: ReadonlySet<string>[] = [];
  const grow = (chosen: readonly string[], room: number, from: number): void => {
    let grew = false;
    for (let i = from; i < small.length; i++) {
      const n = children.get(small[i]!)!;
      if (n > room) continue;
      grew = true;
      grow([...chosen, small[i]!], room - n, i + 1);
    }
    if (!grew && chosen.length > 0) choices.push(new Set(chosen));
  };
  grow([], 5, 0);
  return choices;
}

/** The rank of the sums over these pieces alone, worked out in whole numbers modulo a prime far above any that come up. */
function rank(sums: readonly Over[], pieces: readonly string[]): number {
  const rows: bigint[][] = sums.map((over) => pieces.map((piece) => (over.has(piece) ? 1n : 0n)));
  let done = 0;
  for (let column = 0; column < pieces.length && done < rows.length; column++) {
    const at = rows.findIndex((row, i) => i >= done && row[column] !== 0n);
    if (at < 0) continue;
    [rows[done], rows[at]] = [rows[at]!, rows[done]!];
    const first = rows[done]!;
    for (let i = done + 1; i < rows.length; i++) {
      const [a, b] = [rows[i]![column]!, first[column]!];
      if (a !== 0n) rows[i] = rows[i]!.map((n, k) => (((n * b - first[k]! * a) % PRIME) + PRIME) % PRIME);
    }
    done++;
  }
  return done;
}
const PRIME = 2_305_843_009_213_693_951n;
