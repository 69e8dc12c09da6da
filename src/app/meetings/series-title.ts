import type { Refusal } from "../../domain/commands/command.ts";
import type { Reader } from "../../store/reader.ts";

const MOST_FOUND = 20;
const plainOf = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string): readonly string[] => text.replaceAll(/[’']s\b/g, "").match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? [];

/** Refuses a title for calendars and mail of which a capitalised word is part of the name of a child whom the reader sees. */
export async function namesInTitle(reader: Reader, title: string): Promise<readonly Refusal[]> {
  for (const word of new Set(wordsOf(title).filter((one) => /^\p{Lu}/u.test(one)))) {
    const found = await reader.findChildren(word, MOST_FOUND);
    if (found.some(({ by }) => by.type === "name" && wordsOf(by.text).some((part) => plainOf(part) === plainOf(word)))) {
      return [{ field: "neutralTitle", message: `“${word}” is a name on record. Use words that tell nothing of a child: they are seen on phones and shared screens` }];
    }
  }
  return [];
}
