import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TOLD, TYPED } from "../../../../tests/support/scrutiny.ts";
import { textOf } from "../word.ts";
import { drawingsOf } from "./pictures.ts";
import { scrutinyReport } from "./report.ts";
import { readTyped, UNWRITTEN, unwritten } from "./typed.ts";

const MADE = { madeBy: "A clerk", madeOn: "22 November 2026 at 10:00", isDraft: false };
const PICTURES = TOLD.indicators.flatMap((one) => drawingsOf(TOLD.authority, TOLD.today, one)).map((drawing) => ({ ...drawing, png: new Uint8Array([1]), width: 480, height: 300 }));
const report = scrutinyReport(TOLD, TYPED, PICTURES, MADE);
const text = textOf(report).join("\n");

describe("a report to a scrutiny committee", () => {
  test("has the structure that committees know, each section and paragraph numbered", () => {
    assert.deepEqual(report.blocks.flatMap((block) => (block.type === "heading" && block.level === 1 ? [block.text] : [])), [
      "1. Introduction", "2. Key indicators", "3. Analysis", "4. What is being done", "5. Children on the way, and what to expect", "6. Regional working", "7. What this means for the people of Harrowmere", "8. Recommendation", "9. About the figures",
      "Appendix 1: A1, and those it is compared with", "Appendix 2: A2, and those it is compared with", "Appendix 3: Action plan",
    ]);
    const numbers = report.blocks.flatMap((block) => (block.type === "paragraph" && block.number !== undefined ? [block.number] : []));
    assert.equal(new Set(numbers).size, numbers.length);
    assert.deepEqual(numbers.slice(0, 3), ["1.1", "1.2", "2.1"]);
  });

  test("has a cover sheet: whose it is, its kind ticked, what is asked, its papers", () => {
    const cover = textOf({ ...report, blocks: [] });
    for (const line of ["Report of: Asha Bell, director of children’s services", "Briefing paper for the committee | X", "Call-in of a cabinet decision | ", "Category of report: Open", "Appendix 3: Action plan"]) assert.ok(cover.some((said) => said.includes(line)), line);
    assert.ok(cover.some((line) => line.startsWith("The committee is asked to consider this report")));
  });

  test("prints all that is told of each year by itself, for the register has that of it and no more", () => {
    assert.match(text, /2023-24 \| 45 \| 575 \| 242/);
    assert.match(text, /1 April to 30 September 2026 \| 14/);
  });

  test("says that small numbers are not in it, and prints none", () => {
    assert.match(text, /Where a number is 1 to 5, .* an x stands in its place/);
    assert.match(text, /Matched, and not placed \| x/);
    assert.match(text, /One more sort is written down of too few children to be published by number\./);
  });

  test("holds the charts of A1 and A2 with what they show in words, and every action of the plan with who answers for it", () => {
    const pictures = report.blocks.flatMap((block) => (block.type === "picture" ? [block] : []));
    assert.equal(pictures.length, 6);
    assert.ok(pictures.every(({ alt, caption, width, height }) => alt.length > 40 && caption !== undefined && width <= 150 && height <= 200));
    assert.match(text, /Send the life story book before the matching panel \| Team managers and family finders \| 30 September 2026 \| Behind, overdue by 53 days/);
  });

  test("says beside the windows that the earliest may count mostly quick journeys", () => {
    assert.match(text, /The earliest windows may reach back before the record does\. They then count mostly quick journeys/);
  });

  test("has what a forecast is not for beside it, and says so where nothing can be said", () => {
    assert.match(text, /nobody is to be given more or less effort because of it/);
    assert.match(textOf(scrutinyReport({ ...TOLD, forecast: null }, TYPED, [], MADE)).join("\n"), /No likely figure is published.*or too little has happened to learn from/);
  });

  test("is a draft on every page until it is published", () => {
    assert.match(scrutinyReport(TOLD, TYPED, [], { ...MADE, isDraft: true }).header, /Draft, not for publication/);
    assert.doesNotMatch(report.header, /Draft/);
  });

  test("is made though nothing was written, nobody adopted and nothing compared", () => {
    const bare = scrutinyReport({
      ...TOLD, plan: null, barriers: [], pipeline: [], soFar: null, forecast: null, placed: { children: 0, A1: null, A2: null },
      indicators: TOLD.indicators.map((one) => ({ ...one, compared: null, windows: one.windows.map((f) => ({ ...f, value: null, children: 0 })), years: [] })), adopted: TOLD.adopted.map((one) => ({ ...one, children: 0 })),
    }, UNWRITTEN, [], MADE);
    assert.ok(textOf(bare).length > 20);
    assert.doesNotMatch(textOf(bare).join("\n"), /undefined|NaN|null|Infinity/);
  });
});

describe("what is written for a report", () => {
  test("is read as it was typed, and refused where a box is too long, losing nothing", () => {
    const long = "a".repeat(6001);
    const { typed, faults } = readTyped({ ...TYPED.words, law: long, itemType: "call-in", category: "nonsense", groups: ["a", 1] });
    assert.deepEqual([typed.words.law, typed.itemType, typed.category, typed.groups], [long, "call-in", "open", ["a"]]);
    assert.deepEqual(faults, [{ box: "law", message: "Changes in law or policy: write 6,000 characters or fewer; there are 6,001" }]);
  });

  test("is not all there until what only people can say is said", () => {
    assert.deepEqual(unwritten(UNWRITTEN), ["committee", "reportOf", "author", "introduction", "region"]);
    assert.deepEqual(unwritten(TYPED), []);
  });
});
