import assert from "node:assert/strict";
import { posix } from "node:path";
import { CFB } from "@e965/xlsx";

/** An element of an XML file; text stands in `text`, of the element itself and all in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const TOKEN = /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const plain = (text: string): string =>
  text.replaceAll(/&(?:#(x?)([0-9a-fA-F]+)|(\w+));|&/g, (all, hex: string, code: string | undefined, name: string | undefined) =>
    code !== undefined ? String.fromCodePoint(Number.parseInt(code, hex === "x" ? 16 : 10)) : ENTITIES[name ?? ""] ?? assert.fail(`${all} in XML`));

/** Reads XML without a doctype; fails where it is not well formed. */
export function readXml(xml: string): XmlElement {
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [{ name: "", attributes: {}, children: [], text: "" }];
  TOKEN.lastIndex = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const [, end, name, attributes = "", empty, text] = TOKEN.exec(xml) ?? assert.fail(`not well formed at ${xml.slice(at, at + 80)}`);
    const last = open.at(-1)!;
    if (text !== undefined) last.text += plain(text);
    if (name === undefined) continue;
    if (end === "") open.push({ name, attributes: Object.fromEntries([...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key, plain(value!)])), children: [], text: "" });
    if (end === "/" || empty === "/") {
      const closed = open.pop()!;
      assert.equal(closed.name, name, "a tag is closed by its own");
      const around = open.at(-1) ?? assert.fail("a tag is closed that was never opened");
      around.children.push(closed);
      around.text += closed.text;
    }
  }
  assert.equal(open.length, 1, "every tag is closed");
  return open[0]?.children[0] ?? assert.fail("nothing in it");
}

export const all = (of: XmlElement, name: string): readonly XmlElement[] => [...(of.name === name ? [of] : []), ...of.children.flatMap((child) => all(child, name))];

export interface ReadWord {
  readonly parts: ReadonlyMap<string, string>;
  readonly xml: (part: string) => XmlElement;
  readonly body: XmlElement;
  /** Level 0 is the title. */
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Paragraphs in order, those in tables too; line breaks as “\n”. */
  readonly paragraphs: readonly string[];
  /** All that can be read anywhere in the file, properties too. */
  readonly everything: string;
}

/** Opens a .docx as it was written, and holds it to what every document must be. */
export function readWord(bytes: Uint8Array): ReadWord {
  const file = CFB.read(Buffer.from(bytes), { type: "buffer" }) as { readonly FullPaths: readonly string[]; readonly FileIndex: readonly { readonly content?: Uint8Array }[] };
  const parts = new Map(file.FullPaths.flatMap((path, i): [string, string][] => {
    const name = path.replace(/^[^/]*\//, "");
    // The reader adds a part of its own.
    return name === "" || name.endsWith("/") || name.includes("Sh33tJ5") ? [] : [[name, Buffer.from(Uint8Array.from(file.FileIndex[i]?.content ?? [])).toString("utf8")]];
  }));
  const xml = (part: string): XmlElement => readXml(parts.get(part) ?? assert.fail(`a part ${part}`));
  for (const name of parts.keys()) if (/\.(xml|rels)$/.test(name)) xml(name);
  everyRelationLeadsSomewhere(parts, xml);
  const body = xml("word/document.xml");
  const styled = all(body, "w:p").map((p) => ({ style: all(p, "w:pStyle")[0]?.attributes["w:val"] ?? "", text: said(p) }));
  const headings = styled.flatMap(({ style, text }) => (/^(Title|Heading[1-9])$/.test(style) ? [{ level: style === "Title" ? 0 : Number(style.slice(7)), text }] : []));
  mustBeAccessible(body, headings, xml);
  return { parts, xml, body, headings, paragraphs: styled.map(({ text }) => text), everything: [...parts].filter(([name]) => name.endsWith(".xml")).map(([, text]) => plain(text.replaceAll(/<[^>]*>/g, " "))).join("\n") };
}

function said(p: XmlElement): string {
  return p.children.map((child): string => (child.name === "w:t" ? child.text : child.name === "w:br" ? "\n" : child.name === "w:tab" ? "\t" : child.name === "w:pPr" ? "" : said(child))).join("");
}

function everyRelationLeadsSomewhere(parts: ReadonlyMap<string, string>, xml: (part: string) => XmlElement): void {
  const types = parts.get("[Content_Types].xml") ?? assert.fail("content types");
  for (const name of parts.keys()) {
    if (!name.endsWith(".rels")) continue;
    const of = posix.dirname(posix.dirname(name));
    const ids = all(xml(name), "Relationship").map(({ attributes }) => {
      if (attributes["TargetMode"] !== "External") assert.ok(parts.has(posix.join(of, attributes["Target"]!).replace(/^\//, "")), `${name}: ${attributes["Target"]}`);
      return attributes["Id"]!;
    });
    assert.equal(new Set(ids).size, ids.length);
    const owner = parts.get(posix.join(of, posix.basename(name, ".rels"))) ?? "";
    for (const [, id] of owner.matchAll(/\sr:(?:id|embed)="([^"]+)"/g)) assert.ok(ids.includes(id!), `${name}: ${id}`);
  }
  for (const name of parts.keys()) assert.ok(types.includes(`"/${name}"`) || types.includes(`Extension="${name.slice(name.lastIndexOf(".") + 1)}"`), `a content type of ${name}`);
}

/** A title, headings that pass over no level, a language, a heading row in each table of rows, words for each picture. */
function mustBeAccessible(body: XmlElement, headings: ReadWord["headings"], xml: (part: string) => XmlElement): void {
  const title = all(xml("docProps/core.xml"), "dc:title")[0]?.text ?? "";
  assert.notEqual(title.trim(), "", "a title in the properties");
  assert.deepEqual(headings.filter(({ level }) => level === 0).map(({ text }) => text), [title]);
  headings.reduce((above, { level, text }) => {
    assert.ok(text.trim() !== "" && level <= above + 1, `heading “${text}” of level ${level} under ${above}`);
    return level;
  }, -1);
  assert.equal(all(all(xml("word/styles.xml"), "w:docDefaults")[0]!, "w:lang")[0]?.attributes["w:val"], "en-GB");
  for (const table of all(body, "w:tbl")) {
    const look = all(table, "w:tblLook")[0]?.attributes ?? {};
    const headed = all(table.children.find(({ name }) => name === "w:tr")!, "w:tblHeader").length === 1;
    assert.ok(headed ? look["w:firstRow"] === "true" || look["w:firstRow"] === "1" : look["w:firstColumn"] === "true" || look["w:firstColumn"] === "1", "a table says what its cells are of");
  }
  for (const picture of all(body, "wp:docPr")) assert.notEqual((picture.attributes["descr"] ?? "").trim(), "", "words for a picture");
}
