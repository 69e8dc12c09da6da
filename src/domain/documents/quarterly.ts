import type { QuarterlyTable } from "../scorecard/publication/quarterly.ts";
import { type Block, bullets, heading, paragraph, type WordDocument } from "./word.ts";

/** A quarterly table as a Word document says it. */
export interface QuarterlyDocument {
  readonly authority: string;
  /** “2026-27”. */
  readonly year: string;
  readonly table: QuarterlyTable;
  /** When it was published, in words; nothing for a table that is not for publication. */
  readonly publishedOn?: string;
  readonly madeBy: string;
  readonly madeOn: string;
}

/** What an x stands for, where figures are published. */
export const WHAT_X_IS: readonly string[] = [
  "An x stands for a number that is left out so that no child can be known by it: 1 to 5, or another from which one of those could be worked out.",
  "Nothing else follows from an x. It may stand for nought.",
];
/** What the rows of the table are. */
export const WHAT_IS_COUNTED = "Counts are of what happened in each quarter. Orders granted are not some of the decisions made: the children may be others.";

/** The quarterly table as a Word document: for publication, or for those who work with it. */
export function quarterlyDocument({ authority, year, table, publishedOn, madeBy, madeOn }: QuarterlyDocument): WordDocument {
  const title = `Adoption by quarter, ${year}`;
  const notes: readonly Block[] = publishedOn === undefined ? [paragraph("Not for publication: numbers are as whoever made this is told them, small ones among them.")] : [heading(1, "What is left out"), bullets(WHAT_X_IS)];
  return {
    title, subject: "Children on the way to adoption, by quarter", organisation: authority, subtitle: publishedOn === undefined ? authority : `${authority}. Published on ${publishedOn}`,
    header: `${authority} · ${title}`, footer: publishedOn === undefined ? `Not for publication. Made by ${madeBy} on ${madeOn}` : `Published on ${publishedOn}`, across: true,
    blocks: [
      paragraph(WHAT_IS_COUNTED),
      {
        type: "table", caption: `Children on the way to adoption, ${authority}, ${year}, by quarter and to date`, rowHeadings: true, none: "No quarter of the year has ended.",
        columns: [{ heading: "Count", share: 3 }, ...table.heads.map((head) => ({ heading: head, number: true }))],
        rows: table.rows.map(({ title: row, cells }) => [row, ...cells]),
      },
      ...notes,
    ],
  };
}
