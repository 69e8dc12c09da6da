import { dayInWords } from "../../dates/day.ts";
import { windowName } from "../../scorecard/window.ts";
import { type Block, facts, heading, type Words, type WordDocument } from "../word.ts";
import { analysis, comparisonTables, keyIndicators } from "./analysis.ts";
import { adoptedInWords, FORECAST_IS_NOT, forecastInWords, placedInWords } from "./coming.ts";
import { barriersInWords, barriersTable, objectivesList, planInWords, planTables } from "./doing.ts";
import { changeInWords, figureInWords } from "./moving.ts";
import { numberedSections, type Part, typedParts } from "./section.ts";
import type { DrawnPicture, IndicatorTold, ScrutinyTold } from "./told.ts";
import { CATEGORIES, ITEM_TYPES, type ItemType, type Typed } from "./typed.ts";
import { cell } from "./words.ts";

export interface ScrutinyMade {
  readonly madeBy: string;
  readonly madeOn: string;
  /** Not entered in the register: for nobody but those who write it. */
  readonly isDraft: boolean;
}

/** The report on adoption to a scrutiny committee, as a Word document: cover sheet, sections with numbered paragraphs, appendices. No child is in it. */
export function scrutinyReport(told: ScrutinyTold, typed: Typed, pictures: readonly DrawnPicture[], { madeBy, madeOn, isDraft }: ScrutinyMade): WordDocument {
  const { words, category } = typed;
  const subject = words.subject.trim() === "" ? "Adoption performance" : words.subject.trim();
  const whose = `${told.authority}${isDraft ? " · Draft, not for publication" : category === "open" ? "" : ` · ${CATEGORIES[category]}`}`;
  return {
    title: subject, subtitle: `Report to ${words.committee.trim() === "" ? "the scrutiny committee" : words.committee.trim()}`, subject: "Adoption performance, for scrutiny", organisation: told.authority,
    header: `${whose} · ${subject}, ${windowName(told.window)}`, footer: `Made by ${madeBy} on ${madeOn}`, contents: true,
    cover: coverSheet(told, typed),
    blocks: [...numberedSections([
      { title: "Introduction", parts: typedParts(words.introduction) },
      { title: "Key indicators", parts: keyIndicators(told) },
      { title: "Analysis", parts: analysis(told, typed) },
      { title: "What is being done", parts: doing(told, words.monitoring) },
      { title: "Children on the way, and what to expect", parts: coming(told) },
      { title: "Changes in law and policy", parts: typedParts(words.law) },
      { title: "Regional working", parts: typedParts(words.region) },
      { title: `What this means for the people of ${told.authority}`, parts: [adoptedInWords(told), ...typedParts(words.people)] },
      { title: "Recommendation", parts: typedParts(words.recommendation) },
      { title: "About the figures", parts: about(told) },
    ]), ...appendices(told, pictures)],
  };
}

function coverSheet(told: ScrutinyTold, { words, itemType, category }: Typed): readonly Block[] {
  const line = (text: string): string => (text.trim() === "" ? "To be written" : text.trim());
  return [
    facts([
      ["Report to", line(words.committee)], ["Report of", line(words.reportOf)], ["Subject", line(words.subject)], ["Author of the report", line(words.author)], ["Category of report", CATEGORIES[category]],
      ["Background papers", papers(told).map(({ name }, i) => `Appendix ${i + 1}: ${name}`).join("\n")],
    ]),
    { type: "paragraph", words: [{ text: "Summary", bold: true }] },
    { type: "list", numbered: false, items: summary(told) },
    {
      type: "table", caption: "Type of item", rowHeadings: true, none: "", columns: [{ heading: "Kind", share: 6 }, { heading: "Ticked" }],
      rows: (Object.keys(ITEM_TYPES) as ItemType[]).map((type): readonly Words[] => [ITEM_TYPES[type], type === itemType ? [{ text: "X", bold: true }] : ""]),
    },
    { type: "paragraph", words: [{ text: "What is asked of the committee", bold: true }] },
    { type: "paragraph", words: line(words.recommendation) },
  ];
}

/** What matters most, a line for each. */
export function summary(told: ScrutinyTold): readonly string[] {
  const of = (code: "A1" | "A2"): IndicatorTold => told.indicators.find((indicator) => indicator.code === code)!;
  return [
    ...(["A1", "A2"] as const).map((code) => [figureInWords(of(code), told.authority, false), changeInWords(of(code))].filter((part) => part !== null).join(" ")),
    placedInWords(told)[0]!,
    planInWords(told.plan).split(". Its objectives")[0]!.replace(/\.?$/, "."),
  ];
}

function doing({ barriers, plan }: ScrutinyTold, monitoring: string): readonly Part[] {
  return [
    ...typedParts(monitoring),
    heading(2, "What stands in the way"), barriersInWords(barriers), barriersTable(barriers),
    heading(2, "The action plan"), planInWords(plan), objectivesList(plan),
  ];
}

function coming(told: ScrutinyTold): readonly Part[] {
  const { pipeline, forecast } = told;
  return [
    heading(2, "Children on the way to adoption"),
    { type: "table", caption: `Children on the way to adoption on ${dayInWords(told.today)}`, rowHeadings: true, none: "Nobody is on the way.", columns: [{ heading: "Where they stand", share: 5 }, { heading: "Children", number: true }], rows: pipeline.map(({ label, children }): readonly Words[] => [label, cell(children)]) },
    ...placedInWords(told),
    heading(2, "What is likely"),
    ...(forecast === null ? ["No likely figure is published. It would rest on how many children are adopted in a year and how many are placed, and one of these is not published here, or too little has happened to learn from."]
      : [...forecast.map(forecastInWords), `The range is given in brackets: four times of five the figure is expected to fall within it. ${FORECAST_IS_NOT}`]),
  ];
}

function about({ readings, indicators, soFar }: ScrutinyTold): readonly Part[] {
  const notes = [...new Set(indicators.filter(({ code }) => code === "A1" || code === "A2").map(({ code, thresholdNote }) => `${code}: ${thresholdNote}.`))];
  return [
    "Where a number is 1 to 5, or such a number could be worked out from another in this report or in one published before it, an x stands in its place. So does an average or a share that would rest on too few children. An x may stand for nought too. Nothing in this report is of a single child.",
    `Figures from the record count only years${soFar === null ? "" : " and quarters"} that have ended. Averages are rounded half-up to whole days. How many children an average counts is not said, only how many were adopted; where years are weighed, it is by those.`,
    `Averages of groups are unweighted: each authority counts once, and one whose figure was suppressed or is not there is left out. Thresholds: ${notes.join(" ")}`,
    readings.length === 0 ? null : `Where the published definitions leave a point open, this authority has chosen: ${readings.join("; ")}.`,
  ];
}

const papers = ({ plan }: ScrutinyTold): readonly { readonly name: string; readonly of: "A1" | "A2" | "plan" }[] => [
  { name: "A1, and those it is compared with", of: "A1" }, { name: "A2, and those it is compared with", of: "A2" },
  ...(plan === null ? [] : [{ name: "Action plan", of: "plan" as const }]),
];

function appendices(told: ScrutinyTold, pictures: readonly DrawnPicture[]): readonly Block[] {
  return papers(told).flatMap(({ name, of }, i): readonly Block[] => [
    { type: "page-break" }, heading(1, `Appendix ${i + 1}: ${name}`),
    ...(of === "plan" ? planTables(told.plan!) : [...picturesOf(pictures.filter(({ indicator }) => indicator === of)), ...comparisonTables(told.authority, told.indicators.find(({ code }) => code === of)!)]),
  ]);
}

/** In millimetres. */
const WIDEST = 150;
const TALLEST = 200;

function picturesOf(pictures: readonly DrawnPicture[]): readonly Block[] {
  return pictures.flatMap(({ caption, alt, png, width, height, source, note }): readonly Block[] => {
    const scale = Math.min(WIDEST / width, TALLEST / height);
    return [
      { type: "picture", caption, alt, png, width: Math.round(width * scale), height: Math.round(height * scale) },
      { type: "paragraph", words: `Source: ${source}. Note: ${note}` },
    ];
  });
}
