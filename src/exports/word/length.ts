import type { Block, WordDocument, Words } from "../../domain/documents/word.ts";

/** Letters that a line of the width of an A4 page holds, and lines that a page holds, in 11 point: near enough to say what is long. */
const LETTERS = 92;
const LINES = 46;
/** A document of more pages, with more headings, begins with a table of contents. */
const LONG = { pages: 4, headings: 4 } as const;

export const hasContents = (document: WordDocument): boolean =>
  document.contents ?? (document.blocks.filter(({ type }) => type === "heading").length > LONG.headings && pagesRoughly(document) > LONG.pages);

export const pagesRoughly = ({ blocks }: WordDocument): number => blocks.reduce((sum, block) => sum + linesOf(block), 0) / LINES;

function linesOf(block: Block): number {
  switch (block.type) {
    case "heading": return 2.5;
    case "paragraph": case "inset": return tall(block.words, LETTERS) + 0.6;
    case "list": return block.items.reduce((sum, item) => sum + tall(item, LETTERS) + 0.3, 0);
    case "facts": return block.rows.reduce((sum, { said }) => sum + tall(said, LETTERS * 0.66) + 0.5, 1.5);
    case "table": return block.rows.reduce((sum, row) => sum + Math.max(...row.map((cell) => tall(cell, LETTERS / block.columns.length))) + 0.5, 3);
    case "picture": return block.height / 5;
    case "page-break": return LINES / 2;
  }
}

function tall(words: Words, letters: number): number {
  const text = typeof words === "string" ? words : words.map((run) => run.text).join("");
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
}
