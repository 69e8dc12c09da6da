import { AlignmentType, BorderStyle, convertMillimetersToTwip, type IStylesOptions, LevelFormat, type INumberingOptions } from "docx";

export const FONT = "Arial";
export const INK = "0B0C0C";
export const QUIET = "505A5F";
export const RULE = "B1B4B6";
export const SHADE = "F3F2F1";

/** Margins of a page, in twips. */
export const MARGIN = convertMillimetersToTwip(20);
/** With room for the header. */
export const MARGIN_ABOVE = convertMillimetersToTwip(26);
/** A4 upright, in twips. */
export const A4 = { width: 11_906, height: 16_838 } as const;

export const INSET = "Inset";
export const SUBTITLE = "Subtitle";
export const CAPTION = "Caption";
export const CELL = "TableText";
export const CELL_HEADING = "TableHeading";
export const BULLETS = "bullets";
export const NUMBERS = "numbers";

const points = (n: number): number => n * 20;
const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size: size * 2, bold: true, color: INK },
  paragraph: { spacing: { before: points(before), after: points(after) }, keepNext: true, keepLines: true },
});
const ofOurs = (id: string, name: string, style: object) => ({ id, name, basedOn: "Normal", quickFormat: true, ...style });

/** 11 point and a line and a bit; headings in Word’s own styles, which screen readers walk by. */
export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FONT, size: 22, language: { value: "en-GB" } }, paragraph: { spacing: { after: points(8), line: 276 } } },
    title: { run: { font: FONT, size: 44, bold: true, color: INK }, paragraph: { spacing: { before: 0, after: points(6) }, keepNext: true } },
    heading1: heading(16, 20, 6),
    heading2: heading(13, 16, 4),
    heading3: heading(11, 12, 4),
    caption: { run: { bold: true, size: 22, color: INK, italics: false }, paragraph: { spacing: { before: points(10), after: points(4) }, keepNext: true } },
    listParagraph: { paragraph: { spacing: { after: points(4) } } },
  },
  paragraphStyles: [
    ofOurs(SUBTITLE, "Subtitle", { run: { size: 26, color: QUIET }, paragraph: { spacing: { after: points(14) } } }),
    ofOurs(INSET, "Inset", {
      paragraph: { indent: { left: convertMillimetersToTwip(4) }, spacing: { before: points(6), after: points(10) }, border: { left: { style: BorderStyle.SINGLE, size: 36, color: QUIET, space: 10 } } },
    }),
    ofOurs(CELL, "Table text", { run: { size: 20 }, paragraph: { spacing: { before: 0, after: 0, line: 252 } } }),
    ofOurs(CELL_HEADING, "Table heading", { run: { size: 20, bold: true }, paragraph: { spacing: { before: 0, after: 0, line: 252 } } }),
    ofOurs("Contents", "Contents heading", { run: { size: 32, bold: true }, paragraph: { spacing: { before: points(14), after: points(6) }, keepNext: true } }),
    ...[1, 2, 3].map((level) => ofOurs(`TOC${level}`, `toc ${level}`, { paragraph: { indent: { left: (level - 1) * 280 }, spacing: { after: points(3) } } })),
    ofOurs("Header", "header", { run: { size: 18, color: QUIET }, paragraph: { spacing: { after: 0 } } }),
    ofOurs("Footer", "footer", { run: { size: 18, color: QUIET }, paragraph: { spacing: { after: 0 } } }),
  ],
};

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) =>
  [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 425, hanging: 425 } } } }];

export const NUMBERING: INumberingOptions = { config: [{ reference: BULLETS, levels: level(LevelFormat.BULLET, "•") }, { reference: NUMBERS, levels: level(LevelFormat.DECIMAL, "%1.") }] };
