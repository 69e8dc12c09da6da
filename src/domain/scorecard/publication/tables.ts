import type { SUPPRESSED } from "../suppression.ts";

export { isFew, SUPPRESSED } from "../suppression.ts";

/**
 * What is to be published: counts, shares and averages, each with what it is made of. Two figures of the same things, in one
 * table or in two, this year or last, are linked by their pieces and by nothing else.
 */
export interface Tables {
  readonly counts: readonly Count[];
  readonly shares?: readonly Share[];
  readonly averages?: readonly Average[];
  /** Pieces that other counts cut finer, with what each comes to by its parts: adoptions of a quarter by whether they are within 14 months. */
  readonly cuts?: Readonly<Record<string, Pieces>>;
}

/** A number of times or of children, which is the sum of its pieces. */
export interface Count {
  /** By which shares speak of it, and by which it is told; unique within the tables. */
  readonly key: string;
  /** What it is of, for the register: “Adoption orders, April to June 2026, Harrowmere”. */
  readonly words: string;
  /**
   * How many there are of each of the smallest pieces it could ever be cut into, whole and not negative: one for each quarter and
   * authority (`eventPieces`). A piece has the same name wherever it is counted. Nothing is in two pieces at once.
   */
  readonly pieces: Pieces;
  /** Not printed: stands in for a share’s part or whole. It is protected as the others are, and told only where such a share is. */
  readonly printed?: false;
  /**
   * Hidden though it is no few: beside a share that others published it would give a few away. Each of these numbers stays possible.
   */
  readonly mayBe?: readonly number[];
}
export type Pieces = Readonly<Record<string, number>>;

/** How many of a hundred: of the count `whole`, those that `part` counts. */
export interface Share {
  readonly key: string;
  readonly words: string;
  readonly part: string;
  readonly whole: string;
}

/** An average of days over children. */
export interface Average {
  readonly key: string;
  readonly words: string;
  /** By year (`yearPieces`) or smaller: how many children, and how many days they come to. The same days of the same children have the same name wherever they are counted. */
  readonly pieces: Readonly<Record<string, DaysOfSome>>;
  /** The count of those among whom it looks: that nobody is there to divide by is told only where that count is. */
  readonly of?: string;
}
export interface DaysOfSome {
  readonly children: number;
  readonly days: number;
}

/** A number; `x`; or null where there is nothing to divide by. */
export type ToldNumber = number | typeof SUPPRESSED | null;

/** What is printed, by key. */
export interface Told {
  readonly counts: Readonly<Record<string, number | typeof SUPPRESSED>>;
  /** Whole per cent. */
  readonly shares: Readonly<Record<string, ToldNumber>>;
  /** Whole days. */
  readonly averages: Readonly<Record<string, ToldNumber>>;
}

/** What was published once: what there was, which nobody else is shown, and what was told of it. */
export interface Publication {
  readonly tables: Tables;
  readonly told: Told;
}

export const valueOf = ({ pieces }: Pick<Count, "pieces">): number => Object.values(pieces).reduce((sum, n) => sum + n, 0);
