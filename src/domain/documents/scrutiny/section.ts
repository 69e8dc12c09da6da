import { type Block, heading, type Words } from "../word.ts";

/** A section of a committee’s report: its paragraphs are numbered, so that they can be referred to. */
export interface Section {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** Words that become a numbered paragraph, or a block that stands between two of them. */
export type Part = string | Block | null;

/** Numbers the sections, and the paragraphs within each: “3.1”, “3.2” and on. A section with nothing in it is left out. */
export function numberedSections(sections: readonly Section[]): readonly Block[] {
  return sections.map(({ title, parts }) => ({ title, parts: parts.filter((part) => part !== null && part !== "") })).filter(({ parts }) => parts.length > 0).flatMap(({ title, parts }, i) => {
    let at = 0;
    return [heading(1, `${i + 1}. ${title}`), ...parts.flatMap((part): readonly Block[] => (typeof part === "string" ? [{ type: "paragraph", words: part, number: `${i + 1}.${(at += 1)}` }] : part === null ? [] : [part]))];
  });
}

/** What somebody typed: each of its paragraphs by itself. */
export const typedParts = (text: string): readonly string[] => text.split(/\n\s*\n/).map((part) => part.trim()).filter((part) => part !== "");

/** A table’s row of words. */
export type Row = readonly Words[];
