import { protect } from "../publication/protect.ts";
import { type Count, SUPPRESSED, valueOf } from "../publication/tables.ts";
import { countToldAs, FEW, isFew, toNearest5 } from "../suppression.ts";
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
  // Of two groups each beside the other is one comparison.
  const comparisons = shown.reduce((sum, { groups, waits }) => sum + Math.min(groups.length === 2 ? 1 : groups.length, groups.filter((group, i) => waits[i] === true && isCompared(group)).length), 0);
  return {
    comparisons,
    characteristics: shown.map(({ code, groups, notRecorded, counts, waits }) => ({
      code, label: characteristic(code).label, note: characteristic(code).note,
      notRecorded: counts[groups.length] === true ? countIn(notRecorded, by) : null,
      groups: groups.map((group, i) => ({
        code: group.code, label: group.label, children: counts[i] === true ? countIn(group.waited, by) : null,
        middle: waits[i] === true ? inTens(group.middle) : null,
        compared: waits[i] === true && isCompared(group) ? comparedOf(group, comparisons) : null,
      })),
    })),
  };
}

const isCompared = ({ waited, others, difference }: Group): boolean => difference !== undefined && waited.length > TOO_FEW && others > TOO_FEW;

function comparedOf({ difference }: Group, comparisons: number): Compared {
  const { chance, z } = difference!;
  return { sure: chance < SELDOM / comparisons ? "clear" : chance < SELDOM ? "perhaps" : "none", waits: z > 0 ? "longer" : "shorter" };
}

const tens = (days: number | null): number | null => (days === null ? null : roundHalfUp(days / 10) * 10);
export const inTens = ({ days, low, high }: Middle): Middle => ({ days: tens(days), low: tens(low), high: tens(high) });

/** Of one characteristic, its groups and then those not recorded: which counts are told, and of which the waits are. */
function shownIn({ groups, notRecorded }: ByCharacteristic, { isClosed, knows }: TellingOf): { readonly counts: readonly boolean[]; readonly waits: readonly boolean[] } {
  const cells = [...groups.map(({ waited }) => waited), notRecorded];
  const sizes = cells.map(({ length }) => length);
  const hidden = hiddenOf(sizes);
  const isClosedFew = cells.map((waited) => !knows && isFew(waited.filter(({ child }) => isClosed(child)).length));
  const waits = sizes.map((n, i) => n > TOO_FEW && isClosedFew[i] !== true);
  // That a wait is told says that there are more than ten: not where so much would tell of how few the others are.
  const left = sizes.reduce((sum, n, i) => (hidden[i] === true ? sum + n - (waits[i] === true ? TOO_FEW + 1 : 0) : sum), 0);
  return { counts: hidden.map((is, i) => !is && isClosedFew[i] !== true), waits: waits.map((is, i) => is && (hidden[i] !== true || left >= FEW)) };
}

/** Which of the counts that add up to a known whole are left out, so that nobody can work out a number of 1 to 5 from the others. */
export function hiddenOf(counts: readonly number[]): readonly boolean[] {
  const parts = counts.map((n, i): Count => ({ key: `${i}`, words: "", pieces: { [i]: n } }));
  const whole: Count = { key: "whole", words: "", pieces: Object.fromEntries(counts.map((n, i) => [i, n])) };
  const told = protect({ counts: parts }, [{ tables: { counts: [whole] }, told: { counts: { whole: valueOf(whole) }, shares: {}, averages: {} } }]);
  return counts.map((_, i) => told.counts[`${i}`] === SUPPRESSED);
}

function countIn(waited: readonly Waited[], { isClosed, knows }: TellingOf): string {
  const closed = knows ? 0 : waited.filter(({ child }) => isClosed(child)).length;
  return countToldAs(waited.length - closed, closed, closed === 0 ? "all" : "coarse");
}

/** The whole of a table whose cells are told so: to the nearest 5 as soon as one child’s record is closed to the viewer. */
export function wholeTold(children: readonly string[], { isClosed, knows }: TellingOf): string {
  const closed = knows ? 0 : children.filter(isClosed).length;
  return closed === 0 ? (isFew(children.length) ? `1 to ${FEW}` : String(children.length)) : `about ${toNearest5(children.length)}`;
}
