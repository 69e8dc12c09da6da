import { Document, Footer, Header, HeadingLevel, ImageRun, LeaderType, LineRuleType, Packer, PageBreak, PageNumber, PageOrientation, Paragraph, Tab, TableOfContents, TabStopType, TextRun, type FileChild } from "docx";
import type { Block, WordDocument, Words } from "../../domain/documents/word.ts";
import { xmlText } from "../xml-text.ts";
import { A4, BULLETS, CAPTION, INSET, MARGIN, MARGIN_ABOVE, NUMBERING, NUMBERS, STYLES, SUBTITLE } from "./styles.ts";
import { factsTable, tableOf } from "./tables.ts";
import { runsOf } from "./words.ts";

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const PIXELS_A_MILLIMETRE = 96 / 25.4;

/** See `writeWord`. */
export const buildWord = async (document: WordDocument, contents: boolean): Promise<Uint8Array> => new Uint8Array(await Packer.toBuffer(made(document, contents)));

function made(document: WordDocument, contents: boolean): Document {
  const { title, subtitle, subject, organisation, header, footer, across = false, cover = [], blocks } = document;
  const textWidth = (across ? A4.height : A4.width) - 2 * MARGIN;
  const toTheRight = [{ type: TabStopType.RIGHT, position: textWidth }];
  return new Document({
    title: xmlText(title), subject: xmlText(subject), creator: xmlText(organisation), lastModifiedBy: xmlText(organisation), description: "",
    styles: STYLES, numbering: NUMBERING, compatibility: { version: 15 },
    sections: [{
      properties: {
        page: { size: { ...A4, orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { top: MARGIN_ABOVE, bottom: MARGIN, left: MARGIN, right: MARGIN } },
      },
      headers: { default: new Header({ children: [new Paragraph({ style: "Header", children: runsOf(header) })] }) },
      footers: {
        default: new Footer({ children: [new Paragraph({
          style: "Footer", tabStops: toTheRight,
          children: [...runsOf(footer), new TextRun({ children: [new Tab(), "Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
        })] }),
      },
      children: [
        new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(title) }),
        ...(subtitle === undefined ? [] : [new Paragraph({ style: SUBTITLE, children: runsOf(subtitle) })]),
        ...cover.flatMap((block, i) => written(block, cover[i - 1], textWidth, COVERED + i)),
        ...(cover.length === 0 ? [] : [new Paragraph({ children: [new PageBreak()] })]),
        ...(contents ? CONTENTS() : []),
        ...blocks.flatMap((block, i) => written(block, blocks[i - 1], textWidth, i)),
      ],
    }],
  });
}

/**
 * Each heading, linked to. Without page numbers: only what lays the pages out knows them, and it differs from place to place. It
 * is Word’s own field, and not said to be out of date, for which Word would ask something of everybody who opens the file.
 */
const CONTENTS = (): readonly FileChild[] => [
  new Paragraph({ style: "Contents", children: runsOf("Contents") }),
  new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-2", pageNumbersEntryLevelsRange: "1-2", beginDirty: false, tabLeader: LeaderType.NONE }),
];

/** Lists of the cover are numbered apart from those of the document. */
const COVERED = 10_000;

/** A paragraph with its number out in the margin of it, and the words hanging beside. */
const numbered = (number: string, words: Words, clear: object): Paragraph => new Paragraph({
  ...clear, indent: { left: HANGING, hanging: HANGING }, tabStops: [{ type: TabStopType.LEFT, position: HANGING }], children: [new TextRun({ children: [number, new Tab()] }), ...runsOf(words)],
});
const HANGING = 680;

const isTable = (block: Block | undefined): boolean => block?.type === "table" || block?.type === "facts";

function written(block: Block, before: Block | undefined, textWidth: number, instance: number): readonly FileChild[] {
  // Words that follow a table stand off it; two tables that touch would be one.
  const clear: { readonly spacing?: { readonly before: number } } = isTable(before) ? { spacing: { before: 160 } } : {};
  switch (block.type) {
    case "heading": return [new Paragraph({ heading: LEVELS[block.level], children: runsOf(block.text) })];
    case "paragraph": return [block.number === undefined ? new Paragraph({ children: runsOf(block.words), ...clear }) : numbered(block.number, block.words, clear)];
    case "inset": return [new Paragraph({ style: INSET, children: runsOf(block.words) })];
    case "list": return block.items.map((item, i) => new Paragraph({ numbering: { reference: block.numbered ? NUMBERS : BULLETS, level: 0, instance }, children: runsOf(item), ...(i === 0 ? clear : {}) }));
    case "facts": return block.rows.length === 0 ? [] : [...over(block.caption, before), factsTable(block.rows, textWidth)];
    case "table": return [...over(block.caption, before), block.rows.length === 0 ? new Paragraph({ children: runsOf(block.none) }) : tableOf(block, textWidth)];
    case "page-break": return [new Paragraph({ children: [new PageBreak()] })];
    case "picture": return [...(block.caption === undefined ? [] : over(block.caption, before)), new Paragraph({ children: [new ImageRun({
      type: "png", data: block.png, altText: { name: "Picture", title: "", description: xmlText(block.alt) },
      transformation: { width: Math.round(block.width * PIXELS_A_MILLIMETRE), height: Math.round(block.height * PIXELS_A_MILLIMETRE) },
    })], spacing: { ...clear.spacing, line: 240, lineRule: LineRuleType.AUTO } })];
  }
}

function over(caption: string | undefined, before: Block | undefined): readonly FileChild[] {
  if (caption !== undefined) return [new Paragraph({ style: CAPTION, children: runsOf(caption) })];
  return isTable(before) ? [new Paragraph({ spacing: { before: 0, after: 0, line: 120 }, children: [] })] : [];
}
