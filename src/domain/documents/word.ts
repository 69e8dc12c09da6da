/**
 * What a Word document says, in plain data: who writes it (src/exports/word/) knows how it looks. Days and instants are already
 * in words.
 */

/** Words of one paragraph; a line break in them stays one. */
export type Words = string | readonly Run[];
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export type Block =
  /** Level 1 stands under the title. No level is passed over on the way down. */
  | { readonly type: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  /** `number`: stands before it, for people to refer to it by. */
  | { readonly type: "paragraph"; readonly words: Words; readonly number?: string }
  /** Set apart by a rule at its side: a correction, a warning. */
  | { readonly type: "inset"; readonly words: Words }
  | { readonly type: "list"; readonly items: readonly Words[]; readonly numbered: boolean }
  /** What, and what is said of it, line by line; each “what” is a row heading. */
  | { readonly type: "facts"; readonly caption?: string; readonly rows: readonly Fact[] }
  | WordTable
  | { readonly type: "picture"; /** Stands over it, and stays with it. */ readonly caption?: string; readonly png: Uint8Array; /** What it shows, for whoever cannot see it. */ readonly alt: string; /** In millimetres. */ readonly width: number; readonly height: number }
  | { readonly type: "page-break" };

export interface Fact {
  readonly what: string;
  readonly said: Words;
}

export interface WordTable {
  readonly type: "table";
  /** Stands over it, and says what it is of. */
  readonly caption: string;
  /** Repeated on every page; `share` is its width beside the others, 1 where it is not said. */
  readonly columns: readonly { readonly heading: string; readonly share?: number; readonly number?: boolean }[];
  readonly rows: readonly (readonly Words[])[];
  /** The first cell of each row is what the row is of. */
  readonly rowHeadings?: boolean;
  /** Said in place of a table of no rows. */
  readonly none: string;
}

export interface WordDocument {
  readonly title: string;
  readonly subtitle?: string;
  /** What it is about, for the properties of the file. */
  readonly subject: string;
  /** The organisation whose document it is: the author, in the properties of the file. */
  readonly organisation: string;
  /** At the head of every page. */
  readonly header: string;
  /** At the foot of every page, beside “Page 1 of 3”. */
  readonly footer: string;
  /** Across for wide tables; upright otherwise. */
  readonly across?: boolean;
  /** Whether it begins with a table of contents; where this is not said, it does when it is long. */
  readonly contents?: boolean;
  /** A cover sheet: stands before the table of contents, on a page of its own. */
  readonly cover?: readonly Block[];
  readonly blocks: readonly Block[];
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: "heading", level, text });
export const paragraph = (words: Words): Block => ({ type: "paragraph", words });
export const inset = (words: Words): Block => ({ type: "inset", words });
export const bullets = (items: readonly Words[]): Block => ({ type: "list", items, numbered: false });
export const numbered = (items: readonly Words[]): Block => ({ type: "list", items, numbered: true });
export const facts = (rows: readonly (readonly [what: string, said: Words])[], caption?: string): Block =>
  ({ type: "facts", rows: rows.map(([what, said]) => ({ what, said })), ...(caption === undefined ? {} : { caption }) });

/** Everything that a document says, line by line, as somebody reading it meets it; headers and properties too. */
export function textOf(document: WordDocument): readonly string[] {
  const { title, subtitle = "", subject, header, footer, cover = [], blocks } = document;
  return [title, subtitle, subject, header, footer, ...[...cover, ...blocks].flatMap(linesOf)].filter((line) => line !== "");
}

/** Some words of a document, with the heading that they stand under. */
export interface Passage {
  readonly where: string;
  readonly text: string;
}

/** All that stands on the pages of a document, with where it stands: under the title before the first heading. */
export function passagesOf({ title, subtitle = "", header, footer, cover = [], blocks }: WordDocument): readonly Passage[] {
  let where = title;
  const passages: Passage[] = [title, subtitle, header, footer].map((text) => ({ where, text }));
  for (const block of [...cover, ...blocks]) {
    if (block.type === "heading") where = block.text;
    passages.push(...linesOf(block).map((text) => ({ where, text })));
  }
  return passages.filter(({ text }) => text.trim() !== "");
}

/** A document with every text on its pages changed, its title, header and footer too. */
export function reworded(document: WordDocument, change: (text: string) => string): WordDocument {
  const words = (of: Words): Words => (typeof of === "string" ? change(of) : of.map((run) => ({ ...run, text: change(run.text) })));
  const block = (of: Block): Block => {
    switch (of.type) {
      case "heading": return { ...of, text: change(of.text) };
      case "paragraph": case "inset": return { ...of, words: words(of.words) };
      case "list": return { ...of, items: of.items.map(words) };
      case "facts": return { ...of, rows: of.rows.map(({ what, said }) => ({ what: change(what), said: words(said) })), ...(of.caption === undefined ? {} : { caption: change(of.caption) }) };
      case "table": return { ...of, caption: change(of.caption), rows: of.rows.map((row) => row.map(words)) };
      case "picture": return { ...of, alt: change(of.alt), ...(of.caption === undefined ? {} : { caption: change(of.caption) }) };
      case "page-break": return of;
    }
  };
  const { title, subtitle, header, footer, cover, blocks } = document;
  return { ...document, ...(cover === undefined ? {} : { cover: cover.map(block) }), title: change(title), ...(subtitle === undefined ? {} : { subtitle: change(subtitle) }), header: change(header), footer: change(footer), blocks: blocks.map(block) };
}

const plain = (words: Words): string => (typeof words === "string" ? words : words.map(({ text }) => text).join(""));

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case "heading": return [block.text];
    case "paragraph": return [`${block.number === undefined ? "" : `${block.number} `}${plain(block.words)}`];
    case "inset": return [plain(block.words)];
    case "list": return block.items.map(plain);
    case "facts": return [block.caption ?? "", ...block.rows.map(({ what, said }) => `${what}: ${plain(said)}`)];
    case "table": return [block.caption, ...(block.rows.length === 0 ? [block.none] : [block.columns.map((c) => c.heading).join(" | "), ...block.rows.map((row) => row.map(plain).join(" | "))])];
    case "picture": return block.caption === undefined ? [block.alt] : [block.caption, block.alt];
    case "page-break": return [];
  }
}
