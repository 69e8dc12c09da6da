import type { WordDocument } from "../../domain/documents/word.ts";
import { hasContents } from "./length.ts";

/** What a browser is told that a Word document is. */
export const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * A document as the bytes of a .docx file: Word’s own heading styles, A4, British English, heading rows that repeat, “Page x of
 * y”, and a table of contents, linked, where it is long. Throws where there is no title, or a heading passes over a
 * level: both would leave a screen reader lost. What writes it is loaded when the first is asked for.
 */
export async function writeWord(document: WordDocument): Promise<Uint8Array> {
  mustBeWalkable(document);
  return (await import("./build.ts")).buildWord(document, hasContents(document));
}

function mustBeWalkable({ title, blocks }: WordDocument): void {
  if (title.trim() === "") throw new Error("A document needs a title");
  let above = 0;
  for (const block of blocks) {
    if (block.type !== "heading") continue;
    if (block.text.trim() === "") throw new Error("A heading needs words");
    if (block.level > above + 1) throw new Error(`“${block.text}” is a heading of level ${block.level} under one of level ${above}`);
    above = block.level;
  }
}
