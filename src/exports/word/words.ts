import { TextRun } from "docx";
import type { Run, Words } from "../../domain/documents/word.ts";
import { xmlText } from "../xml-text.ts";

/** Words as runs of a paragraph; each line break in them becomes one. */
export const runsOf = (words: Words): TextRun[] => (typeof words === "string" ? [{ text: words }] : words).flatMap(linesOf);

const linesOf = ({ text, bold, italic }: Run): TextRun[] =>
  xmlText(text).replaceAll("\r\n", "\n").split(/[\n\r\u2028\u2029]/).map((line, i) => new TextRun({
    text: line, ...(i === 0 ? {} : { break: 1 }), ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italics: italic }),
  }));
