import { countToldAs, FEW, type Telling, toNearest5 } from "../suppression.ts";
import { roundHalfUp } from "../rounding.ts";
import type { ByCharacteristic, Group, Waited } from "./equity.ts";
import { type CharacteristicCode, characteristic } from "./groups.ts";
import type { Middle } from "./waits.ts";

/** Of so many children or fewer no middle is told, and no difference: it would be the wait of one of a few. Source: the denominators left out of the 2012 performance tables. */
export const TOO_FEW = 10;
/** A difference that chance makes less often than this is looked at: divided by how many are looked at, it is a clear one. */
const SELDOM = 0.05;

/** Nobody is told more than this of a group, whichever records they may open. */
export interface ToldGroup {
  readonly code: string;
  readonly label: string;
  /** “24”, “about 25”; nothing where it is not told. */
  readonly children: string | null;
  /** To the nearest 10 days, for a middle wait is the wait of one child; nothing where it is not told. */
  readonly middle: Middle | null;
  readonly compared: Compared | null;
}

/** `clear` even beside how many comparisons were made; `perhaps` by itself alone; `none` where chance easily makes it. */
export interface Compared {
  readonly sure: "clear" | "perhaps" | "none";
  readonly waits: "longer" | "shorter";
}

export interface ToldCharacteristic {
  readonly code: CharacteristicCode;
  readonly label: string;
  readonly note: string;
  readonly groups: readonly ToldGroup[];
  /** How many children it is not recorded of; nothing where that is not told. */
  readonly notRecorded: string | null;
}

export interface ToldEquity {
  readonly characteristics: readonly ToldCharacteristic[];
  /** How many comparisons were made. */
  readonly comparisons: number;
}

/** Whose records the viewer may not open; and whether they are told of those in full anyway. */
export interface TellingOf {
  readonly isClosed: (child: string) => boolean;
  readonly knows: boolean;
}

/** What is told of waits by characteristic. */
export function tellEquity(all: readonly ByCharacteristic[], by: TellingOf): ToldEquity {
  const shown = all.map((one) => ({ ...one, ...shownIn(one, by) }));
  const comparisons = shown.reduce((sum, { groups, hidden }) => sum + groups.filter((group, i) => !hidden[i] && isCompared(group)).length, 0);
  return {
    comparisons,
    characteristics: shown.map(({ code, groups, notRecorded, hidden, tellings }) => {
      const { label, note } = characteristic(code);
      const count = (waited: readonly Waited[], i: number): string | null => (hidden[i] === true ? null : countIn(waited, tellings[i]!, by));
      return {
        code, label, note, notRecorded: count(notRecorded, groups.length),
        groups: groups.map((group, i) => ({
          code: group.code, label: group.label, children: count(group.waited, i),
          middle: hidden[i] === true || group.waited.length <= TOO_FEW ? null : inTens(group.middle),
          compared: hidden[i] === true || !isCompared(group) ? null : comparedOf(group, comparisons),
        })),
      };
    }),
  };
}

const isCompared = ({ waited, others, difference }: Group): boolean => difference !== undefined && waited.length > TOO_FEW && others > TOO_FEW;

function comparedOf({ difference }: Group, comparisons: number): Compared {
  const { chance, z } = difference!;
  return { sure: chance < SELDOM / comparisons ? "clear" : chance < SELDOM ? "perhaps" : "none", waits: z > 0 ? "longer" : "shorter" };
}

const tens = (days: number | null): number | null => (days === null ? null : roundHalfUp(days / 10) * 10);
export const inTens = ({ days, low, high }: Middle): Middle => ({ days: tens(days), low: tens(low), high: tens(high) });

const isFew = (n: number): boolean => n > 0 && n <= FEW;

/** Which cells of one characteristic, its groups and then those not recorded, are not told; and how the others are. */
function shownIn({ groups, notRecorded }: ByCharacteristic, { isClosed, knows }: TellingOf): { readonly hidden: readonly boolean[]; readonly tellings: readonly Telling[] } {
  const cells = [...groups.map(({ waited }) => waited), notRecorded];
  const closed = cells.map((waited) => (knows ? 0 : waited.filter(({ child }) => isClosed(child)).length));
  return { hidden: hiddenOf(cells.map(({ length }) => length), closed.map(isFew)), tellings: closed.map((n) => (n === 0 ? "all" : "coarse")) };
}

/**
 * Which of the counts that add up to a known whole are left out: those of 1 to 5, those said to be, and the next smallest until
 * each one left out could be anything from 1 to 5 or more for all that the whole and the others say.
 */
export function hiddenOf(counts: readonly number[], also: readonly boolean[] = []): readonly boolean[] {
  const hidden = counts.map((n, i) => isFew(n) || also[i] === true);
  const bySize = counts.map((n, i) => ({ n, i })).filter(({ n }) => n > 0).sort((a, b) => a.n - b.n || a.i - b.i);
  for (;;) {
    const left = counts.filter((_, i) => hidden[i]);
    if (left.length === 0 || (left.length > 1 && left.reduce((a, b) => a + b, 0) >= FEW - 1 + left.length)) return hidden;
    const next = bySize.find(({ i }) => hidden[i] !== true);
    if (next === undefined) return hidden;
    hidden[next.i] = true;
  }
}

const countIn = (waited: readonly Waited[], telling: Telling, { isClosed, knows }: TellingOf): string => {
  if (telling === "all") return String(waited.length);
  const closed = knows ? 0 : waited.filter(({ child }) => isClosed(child)).length;
  return countToldAs(waited.length - closed, closed, telling);
};

/** The whole of a table whose cells are told so: to the nearest 5 as soon as one child’s record is closed to the viewer. */
export function wholeTold(children: readonly string[], { isClosed, knows }: TellingOf): string {
  const closed = knows ? 0 : children.filter(isClosed).length;
  return closed === 0 ? (isFew(children.length) ? `1 to ${FEW}` : String(children.length)) : `about ${toNearest5(children.length)}`;
}
