/** Letters that are no other letter with a mark, and that people without them on the keyboard write so. */
const WRITTEN_AS: Readonly<Record<string, string>> = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i" };

/**
 * What is typed and what is searched, brought to the same plain words: without marks, in lower
 * case, an apostrophe dropped, all other punctuation one space. Plain words stay as they are.
 * “Zoë O’Shea-Łuczak” is “zoe oshea luczak”; “HM-0412” is “hm 0412”.
 */
export const plainOf = (text: string): string =>
  text.normalize("NFKD").toLowerCase().normalize("NFKD")
    .replace(/[ßæœøłđðþı]/g, (letter) => WRITTEN_AS[letter] ?? letter)
    .replace(/[\p{M}'’‘ʼ`´]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The longest text that is searched for, in characters: names and references are shorter. */
export const LONGEST_SEARCH = 100;

/** Whether there is enough to search by: a letter or a figure at the least. */
export const canBeSought = (text: string): boolean => plainOf(text) !== "";

/** Whether what was found is only near to what was typed: some word of that is nowhere in it, and nor is the whole with its words run together. */
export function isNear(typed: string, found: string): boolean {
  const within = plainOf(found).replaceAll(" ", "");
  const words = plainOf(typed).split(" ");
  return !words.every((word) => within.includes(word)) && !within.includes(words.join(""));
}
