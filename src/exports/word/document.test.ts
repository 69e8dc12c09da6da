import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { all, readWord, type ReadWord } from "../../../tests/support/word.ts";
import { type Block, bullets, facts, heading, inset, numbered, paragraph, textOf, type WordDocument } from "../../domain/documents/word.ts";
import { writeWord } from "./document.ts";
import { pagesRoughly } from "./length.ts";

const PIXEL = Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"));
const DOCUMENT: WordDocument = {
  title: "Minutes", subtitle: "18 November 2026", subject: "Permanence tracking meeting", organisation: "Harrowmere Council", header: "Harrowmere Council. Confidential", footer: "Version 2",
  blocks: [
    facts([["Chair", "Practice manager"], ["There", "One\nTwo"]]), facts([["Place", "Room 2"]]), heading(1, "First part"), paragraph([{ text: "Bold", bold: true }, { text: " & <plain>\nnext line" }]), heading(2, "A child"),
    { type: "table", caption: "Actions agreed", columns: [{ heading: "What", share: 3 }, { heading: "Who" }, { heading: "Days", number: true }], rows: [["Ask", "Asha Bell", "12"], ["Tell", "Dev Rao", "3"]], rowHeadings: true, none: "No actions" },
    bullets(["One", "Two"]), heading(1, "Second part"), numbered(["First"]), numbered(["First again"]), inset("Corrected"),
    { type: "picture", png: PIXEL, alt: "A line that falls", width: 100, height: 40 }, { type: "page-break" },
    { type: "table", caption: "Barriers", columns: [{ heading: "What" }], rows: [], none: "No barriers" },
  ],
};
const of = async (document: Partial<WordDocument> = {}): Promise<ReadWord> => readWord(await writeWord({ ...DOCUMENT, ...document }));

describe("a Word document", () => {
  test("says what it was given, in its order, with headings in Word’s own styles", async () => {
    const { headings, paragraphs, xml } = await of();
    assert.deepEqual(headings, [{ level: 0, text: "Minutes" }, { level: 1, text: "First part" }, { level: 2, text: "A child" }, { level: 1, text: "Second part" }]);
    assert.deepEqual(paragraphs.filter((p) => p !== "" && p !== "\n"), [
      "Minutes", "18 November 2026", "Chair", "Practice manager", "There", "One\nTwo", "Place", "Room 2", "First part", "Bold & <plain>\nnext line", "A child",
      "Actions agreed", "What", "Who", "Days", "Ask", "Asha Bell", "12", "Tell", "Dev Rao", "3", "One", "Two", "Second part", "First", "First again", "Corrected", "Barriers", "No barriers",
    ]);
    for (const line of textOf(DOCUMENT).flatMap((said) => said.split(/ \| |: |\n/))) assert.ok([...paragraphs, "Permanence tracking meeting", "Harrowmere Council. Confidential", "Version 2", "A line that falls"].join("\n").includes(line), line);
    const styles = all(xml("word/styles.xml"), "w:style").map(({ attributes, children }) => [attributes["w:styleId"], children.find(({ name }) => name === "w:name")?.attributes["w:val"]]);
    for (const level of [1, 2, 3]) assert.deepEqual(styles.filter(([id]) => id === `Heading${level}`), [[`Heading${level}`, `Heading ${level}`]]);
    assert.equal(new Set(styles.map(([id]) => id)).size, styles.length, "no style twice");
  });

  test("puts a cover sheet first, numbers paragraphs it is given numbers for, and keeps a picture under its caption", async () => {
    const { paragraphs, body } = await of({
      cover: [facts([["Report to", "A committee"]])],
      blocks: [heading(1, "1. First"), { type: "paragraph", words: "Said", number: "1.1" }, { type: "picture", caption: "A1 by window", png: PIXEL, alt: "A line that falls", width: 100, height: 40 }],
    });
    assert.deepEqual(paragraphs.filter((p) => p.trim() !== ""), ["Minutes", "18 November 2026", "Report to", "A committee", "1. First", "1.1\tSaid", "A1 by window"]);
    assert.equal(all(body, "w:br").filter(({ attributes }) => attributes["w:type"] === "page").length, 1, "the cover is a page of its own");
    assert.ok(textOf({ ...DOCUMENT, cover: [facts([["Report to", "A committee"]])] }).includes("Report to: A committee"));
  });

  test("is A4 with page x of y at its foot, and properties that say whose it is", async () => {
    const { body, xml, parts } = await of();
    assert.deepEqual(all(body, "w:pgSz").map(({ attributes }) => [attributes["w:w"], attributes["w:h"]]), [["11906", "16838"]]);
    const core = xml("docProps/core.xml");
    assert.deepEqual(["dc:title", "dc:subject", "dc:creator", "cp:lastModifiedBy"].map((name) => all(core, name)[0]?.text), ["Minutes", "Permanence tracking meeting", "Harrowmere Council", "Harrowmere Council"]);
    const [head, foot] = ["header", "footer"].map((which) => [...parts].find(([name]) => name.startsWith(`word/${which}`))?.[1] ?? "");
    assert.match(head!, /Harrowmere Council\. Confidential/);
    assert.match(foot!, /Version 2[^]*Page [^]*PAGE[^]* of [^]*NUMPAGES/);
    assert.deepEqual(all((await of({ across: true })).body, "w:pgSz").map(({ attributes }) => [attributes["w:w"], attributes["w:h"], attributes["w:orient"]]), [["16838", "11906", "landscape"]]);
  });

  test("repeats the heading row of a table, and keeps two tables apart", async () => {
    const { body } = await of();
    const tables = all(body, "w:tbl");
    assert.deepEqual(tables.map((table) => all(table, "w:tblHeader").length), [0, 0, 1]);
    const names = all(body, "w:body")[0]!.children.map(({ name }) => name);
    assert.ok(names.every((name, i) => name !== "w:tbl" || names[i + 1] === "w:p"));
    for (const table of tables) {
      const grid = all(table, "w:gridCol").reduce((sum, { attributes }) => sum + Number(attributes["w:w"]), 0);
      assert.equal(grid, 11_906 - 2 * 1133);
    }
  });

  test("begins with a table of contents where it is long, linked and without page numbers, and not where it is short", async () => {
    const long: readonly Block[] = Array.from({ length: 8 }, (_, i) => [heading(1, `Child ${i + 1}`), paragraph("Said at length. ".repeat(230))]).flat();
    assert.ok(pagesRoughly(DOCUMENT) < 4 && pagesRoughly({ ...DOCUMENT, blocks: long }) > 4);
    const { paragraphs, parts, body } = await of({ blocks: long });
    const from = paragraphs.indexOf("Contents") + 1;
    assert.deepEqual(paragraphs.slice(from, from + 8), Array.from({ length: 8 }, (_, i) => `Child ${i + 1}`));
    const bookmarks = new Set(all(body, "w:bookmarkStart").map(({ attributes }) => attributes["w:name"]));
    const links = all(body, "w:hyperlink").map(({ attributes }) => attributes["w:anchor"]);
    assert.ok(links.length === 8 && links.every((to) => bookmarks.has(to)), "each to its heading");
    assert.match(all(body, "w:instrText")[0]!.text, /TOC .*\\n/, "none when Word makes it anew either");
    assert.ok(all(body, "w:fldChar").every(({ attributes }) => attributes["w:dirty"] !== "true"), "Word asks nothing of whoever opens it");
    assert.doesNotMatch(parts.get("word/settings.xml")!, /updateFields/);
    assert.ok(!(await of()).paragraphs.includes("Contents"));
  });

  test("holds whatever somebody typed", async () => {
    const typed = fc.sample(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.constantFrom("]]>", "&amp;", "<w:t>", "\r\n", "\u0000a", "\uD800", "  two  spaces ", "\u2028")), 60);
    const { paragraphs } = await of({ title: "<Minutes> & “more”", blocks: typed.map(paragraph) });
    assert.equal(paragraphs[0], "<Minutes> & “more”");
    const kept = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "").toWellFormed().replaceAll("\r\n", "\n").replaceAll(/[\r\u2028\u2029]/g, "\n");
    assert.deepEqual(paragraphs.slice(2).map((p) => p.replaceAll("\t", "\t")), typed.map(kept));
  });

  test("is refused without a title, and where a heading passes over a level or says nothing", async () => {
    await assert.rejects(of({ title: " " }), /needs a title/);
    await assert.rejects(of({ blocks: [heading(1, "One"), heading(3, "Three")] }), /“Three” is a heading of level 3 under one of level 1/);
    await assert.rejects(of({ blocks: [heading(1, "")] }), /needs words/);
  });
});
