import { passagesOf, type WordDocument } from "../word.ts";
import type { Typed } from "./typed.ts";

/** The first names and the family names of a child, as they are written down. */
export interface ChildName {
  readonly given: string;
  readonly family: string;
}

/** A name that so many children of the authority have at most is rare enough to be known by. */
const RARE = 2;
const SHORTEST = 3;
/** Names that are words of a report oftener than they are children. */
const WORDS = new Set(["january", "march", "april", "may", "june", "july", "august", "will", "bill", "grace", "hope", "faith", "joy", "young", "parent", "child", "court", "north", "south", "east", "west", "king", "home", "house", "day", "panel", "england", "family", "social", "worker"]);

/**
 * Words of a report that are a child’s name: the first and the family name, in either order, with or without a comma, in any case
 * and however hyphened, accented or put into apostrophes; and, in what people wrote, a first or a family name alone that few of the
 * children have. Each once, as it stands there. Pure; total.
 */
export function namesOfChildren(document: WordDocument, { words: { committee: _c, reportOf: _r, author: _a, ...written } }: Pick<Typed, "words">, plan: readonly string[], children: readonly ChildName[]): readonly string[] {
  const whole = new Set(children.flatMap(({ given, family }) => pairsOf(given, family)));
  const rare = rareOf(children);
  return [...new Set([
    ...passagesOf(document).flatMap(({ text }) => wholeNames(text, whole)),
    ...[...Object.values(written), ...plan].flatMap((text) => wordsOf(text).flatMap(({ said, plain }) => (/^\p{Lu}/u.test(said) && rare.has(plain) ? [said] : []))),
  ])];
}

interface Word {
  /** As it stands, without what belongs to the sentence. */
  readonly said: string;
  readonly plain: string;
  /** Whether nothing but spaces, a comma or a hyphen stands between it and the word before. */
  readonly follows: boolean;
}

/** Words with what binds a name together left in them: “O’Hara”, “Anne-Marie” are one. */
function wordsOf(text: string): readonly Word[] {
  let end = 0;
  return [...text.matchAll(/[\p{L}\p{M}]+(?:['’‘ʼ`´\-\u2010-\u2015][\p{L}\p{M}]+)*/gu)].map((match): Word => {
    const follows = /^[\s,\-\u2010-\u2015]*$/u.test(text.slice(end, match.index));
    end = match.index + match[0].length;
    const said = match[0].replace(/['’‘ʼ`´]s$/iu, "");
    return { said, plain: plainly(said), follows };
  });
}

/** Letters alone: no case, accents, hyphens or apostrophes. */
const plainly = (name: string): string => name.normalize("NFKD").replaceAll(/[^\p{L}]/gu, "").toLowerCase();

/** The parts in which a name may stand by itself: of “Anne-Marie Lee” the whole, “annemarie” and “lee”. */
const partsOf = (name: string): readonly string[] => name.split(/[\s\-\u2010-\u2015]+/u).map(plainly).filter((part) => part !== "");

function pairsOf(given: string, family: string): readonly string[] {
  const [first, last] = [partsOf(given), partsOf(family)];
  if (first.length === 0 || last.length === 0) return [];
  const firsts = [plainly(given), first[0]!];
  return firsts.flatMap((one) => [`${one}${plainly(family)}`, `${plainly(family)}${one}`]);
}

/** The longest that a name is in words. */
const LONGEST = 6;

function wholeNames(text: string, whole: ReadonlySet<string>): readonly string[] {
  const words = wordsOf(text);
  return words.flatMap((_, from) => {
    let run = "";
    for (let to = from; to < Math.min(words.length, from + LONGEST) && (to === from || words[to]!.follows); to++) {
      run += words[to]!.plain;
      if (whole.has(run)) return [words.slice(from, to + 1).map(({ said }) => said).join(" ")];
    }
    return [];
  });
}

function rareOf(children: readonly ChildName[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { given, family } of children) for (const part of new Set([plainly(given), plainly(family), ...partsOf(given), ...partsOf(family)])) times.set(part, (times.get(part) ?? 0) + 1);
  return new Set([...times].flatMap(([part, n]) => (n <= RARE && part.length >= SHORTEST && !WORDS.has(part) ? [part] : [])));
}
