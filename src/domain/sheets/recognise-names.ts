import { editDistance, plain } from "./wording.ts";

/** Names as people write them, made comparable: nothing here decides who somebody is. */

/** The words of a name in plain letters: “O’Néill-Hart, Mia” gives “oneill”, “hart”, “mia”. */
export const wordsOf = (name: string): string[] => plain(name).split(" ").filter((word) => word !== "");

/** The same name, whatever its capitals, accents, marks and the order of its words. Two empty names are no name. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a).sort(), wordsOf(b).sort()];
  return x.length > 0 && x.length === y.length && x.every((word, i) => word === y[i]);
}

/** Nearly the same: one word spelt a little otherwise, or a middle name left out. The same name is near, too. */
export function nearName(a: string, b: string): boolean {
  const [fewer, more] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (fewer.length === 0) return false;
  const left = [...more];
  let spelt = 0;
  for (const word of fewer) {
    const same = left.indexOf(word);
    const at = same === -1 ? left.findIndex((other) => nearWord(word, other)) : same;
    if (at === -1) return false;
    if (same === -1) spelt++;
    left.splice(at, 1);
  }
  return spelt <= 1 && (left.length === 0 || fewer.length >= 2);
}

/** One letter more, less, other, or two changed about; two in long words. */
export function nearWord(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  const most = shortest >= 7 ? 2 : shortest >= 3 ? 1 : 0;
  return editDistance(a, b, most) <= most;
}
