import assert from "node:assert/strict";
import { test } from "node:test";
import { TYPED } from "../../../../tests/support/scrutiny.ts";
import type { WordDocument } from "../word.ts";
import { type ChildName, namesOfChildren } from "./names.ts";

const CHILDREN: readonly ChildName[] = [
  { given: "Umberly", family: "Dapplestone" }, { given: "Anne-Marie", family: "O’Hara" }, { given: "Zoë Jane", family: "Lee-Smith" }, { given: "May", family: "Panel" },
  ...Array.from({ length: 3 }, () => ({ given: "Jack", family: "Brown" })),
];
const inWords = (text: string): readonly string[] => {
  const document: WordDocument = { title: "", subject: "", organisation: "", header: "", footer: "", blocks: [{ type: "paragraph", words: text }] };
  return namesOfChildren(document, { words: { ...TYPED.words, introduction: "", a1: "", a2: "", monitoring: "", law: "", region: "", people: "", recommendation: "" } }, [], CHILDREN);
};
const alone = (text: string): readonly string[] => namesOfChildren({ title: "", subject: "", organisation: "", header: "", footer: "", blocks: [] }, { words: { ...TYPED.words, a1: text } }, [], CHILDREN);

test("a whole name is found in any order and case, with or without a comma, however hyphened or accented", () => {
  for (const text of ["Umberly Dapplestone waits", "Dapplestone, Umberly waits", "dapplestone umberly", "UMBERLY  DAPPLESTONE’s wait", "Dapplestone,Umberly"]) assert.equal(inWords(text).length, 1, text);
  for (const text of ["Anne Marie O'Hara", "O’HARA, Anne-Marie", "annemarie ohara", "Anne–Marie OHara", "Zoe Lee Smith", "Lee-Smith, Zoë Jane"]) assert.equal(inWords(text).length, 1, text);
  assert.deepEqual(inWords("Dapplestone, Umberly waits"), ["Dapplestone Umberly"]);
});

test("a first or family name alone is asked about where few have it and it is no word of a report", () => {
  assert.deepEqual(alone("Umberly waited longest, and Dapplestone’s sister too."), ["Umberly", "Dapplestone"]);
  assert.deepEqual([alone("In May the panel met Jack."), alone("an umberly word"), inWords("Umberly waited")], [[], [], []]);
});
