import { passagesOf, reworded, type WordDocument } from "../documents/word.ts";

/** A child, as words may name them. */
export interface NamedChild {
  readonly localId: string;
  readonly name: string | null;
}

/** Words of one child’s record that may be another child, and the heading they stand under. */
export interface Mention {
  readonly where: string;
  readonly words: string;
}

const SHORTEST_PART = 3;

/**
 * Where the record of one child may name another: a local id or a name of another child of the agenda, however spaced or accented,
 * or anything of the shape of a local id, of this authority or another, that is not the child’s own. `known`: names of colleagues,
 * which are in it rightly. Parts of a name that the child has too, as brothers and sisters do, say nothing. Each words once under
 * a heading. Pure; total.
 */
export function mentionsIn(document: WordDocument, own: NamedChild, others: readonly NamedChild[], known: readonly string[] = []): readonly Mention[] {
  const ownParts = new Set(partsOf(own.name).map((part) => part.toLowerCase()));
  return found(document, own, known, [
    ...others.flatMap(({ localId, name }) => [...(chunksOf(localId).length === 0 ? [] : [idPattern(localId)]), ...wholeName(name), ...namePatterns(name, ownParts)]),
    ...(/\p{L}/u.test(own.localId) ? [shapePattern(own.localId)] : []), elsewherePattern(own.localId),
  ]);
}

/**
 * The words of a child’s record that are the whole name of another, of those about whom whoever reads is asked nothing: they are
 * left out of their copy. `belong`: what whoever holds the meeting said belongs in it. Pure; total.
 */
export function untoldIn(document: WordDocument, own: NamedChild, others: readonly NamedChild[], known: readonly string[], belong: readonly string[]): readonly string[] {
  const isOwnName = (name: string | null): boolean => keyOf(plain(name ?? "")) === keyOf(plain(own.name ?? ""));
  const patterns = others.filter(({ name }) => !isOwnName(name)).flatMap(({ name }) => wholeName(name));
  return notToldApart(found(document, own, known, patterns), belong).map(({ words }) => words);
}

function found(document: WordDocument, own: NamedChild, known: readonly string[], patterns: readonly RegExp[]): readonly Mention[] {
  const colleagues = [...new Set(known)].filter((name) => /\S\s+\S/.test(name)).map((name) => new RegExp(escaped(plain(name)), "giu"));
  const isOwn = new RegExp(`^(?:${idPattern(own.localId).source})$`, "iu");
  const mentions = new Map<string, Mention>();
  for (const { where, text } of passagesOf(document)) {
    const read = colleagues.reduce((rest, name) => rest.replaceAll(name, " "), plain(text));
    for (const pattern of patterns) {
      for (const [words] of read.matchAll(pattern)) if (!isOwn.test(words)) mentions.set(`${where}\n${keyOf(words)}`, { where, words });
    }
  }
  return [...mentions.values()];
}

/** By which words that were told apart are known again. */
export const keyOf = (words: string): string => words.toLowerCase().replaceAll(/\s+/g, " ");

/** Those of the words that nobody has looked at and said to be no other child. */
export const notToldApart = (mentions: readonly Mention[], toldApart: readonly string[]): readonly Mention[] => mentions.filter(({ words }) => !toldApart.includes(keyOf(words)));

/** What was said of words that may be another child: that they belong in this child’s record, or that they are left out of it. */
export interface ToldApart {
  readonly belong: readonly string[];
  readonly leftOut: readonly string[];
}

const INSTEAD = "[another child]";

/** The document with words that are another child left out, however they are accented and spaced: the minutes keep them, the child’s record does not. */
export function withoutOthers(document: WordDocument, leftOut: readonly string[]): WordDocument {
  const patterns = leftOut.filter((words) => words.trim() !== "").map((words) => new RegExp(alone([...plain(words)].map(loosely).join("")), "giu"));
  if (patterns.length === 0) return document;
  return reworded(document, (text) => {
    const read = text.normalize("NFKD");
    const changed = patterns.reduce((rest, pattern) => rest.replaceAll(pattern, INSTEAD), read);
    return changed === read ? text : changed.normalize("NFC");
  });
}

const loosely = (letter: string): string => (letter === " " ? "\\s+" : letter === "-" ? "[-\\u2010-\\u2015]" : `${escaped(letter)}\\p{M}*`);

/** Without accents, and every space and hyphen one of each. */
const plain = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll(/[\u2010-\u2015]/g, "-").replaceAll(/\s+/g, " ");
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const alone = (source: string): string => `(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`;
const BETWEEN = "[\\s_./-]{0,2}";

const chunksOf = (localId: string): readonly string[] => plain(localId).match(/\p{L}+|\p{N}+/gu) ?? [];
const idPattern = (localId: string): RegExp => new RegExp(alone(chunksOf(localId).join(BETWEEN)), "giu");
/** Other figures in the places of its figures. */
const shapePattern = (localId: string): RegExp => new RegExp(alone(chunksOf(localId).map((chunk) => (/\p{N}/u.test(chunk) ? `\\p{N}{${chunk.length}}` : chunk)).join(BETWEEN)), "giu");
/**
 * What another authority’s local ids look like: two to four capitals and figures, as “TW1001” and “AB-204”. With a space between,
 * four figures or more that are no year, so that “Act 2002” and “ABC 12” are none. Not the letters of the child’s own.
 */
const elsewherePattern = (localId: string): RegExp => {
  const [letters = ""] = chunksOf(localId);
  const notOwn = /^\p{L}{2,4}$/u.test(letters) ? `(?!${escaped(letters.toUpperCase())}[\\s_./-]{0,2}\\p{N})` : "";
  return new RegExp(alone(`${notOwn}\\p{Lu}{2,4}(?:[_./-]?\\p{N}{3,8}| (?!(?:19|20)\\p{N}\\p{N}(?!\\p{N}))\\p{N}{4,8})`), "gu");
};

const partsOf = (name: string | null): readonly string[] => plain(name ?? "").split(/[\s-]+/).filter((part) => part.length >= SHORTEST_PART && /^\p{L}/u.test(part));

/** A name whole, in whatever case. */
function wholeName(name: string | null): readonly RegExp[] {
  const whole = plain(name ?? "").trim().split(/\s+/);
  return whole.length > 1 ? [new RegExp(alone(whole.map(escaped).join("[\\s-]{1,2}")), "giu")] : [];
}

/** The parts of a name alone as names are written, so that a word like “will” is not one. */
const namePatterns = (name: string | null, ownParts: ReadonlySet<string>): readonly RegExp[] =>
  partsOf(name).flatMap((part) => (ownParts.has(part.toLowerCase()) ? [] : [new RegExp(alone(escaped(part)), "gu"), new RegExp(alone(escaped(part.toUpperCase())), "gu")]));
