import { dayInWords } from "../../domain/dates/day.ts";
import type { FigureCell, FigureTable } from "../../domain/documents/figures-book.ts";
import { COUNTS_OPEN, EVENT_CODES, EVENTS, STANDING } from "../../domain/scorecard/counts.ts";
import { WHAT_IS_COUNTED } from "../../domain/documents/quarterly.ts";
import { windowName } from "../../domain/scorecard/window.ts";
import type { CountSpan, CountsPage } from "../open-counts.ts";
import { type EnteredPage, OUTCOME_CODES, OUTCOMES } from "../open-entered.ts";
import { SUPPRESSED } from "../scorecard-words.ts";
import { internalQuarterly } from "../publication/quarterly.ts";
import { aboutCell, countCell, toldCell } from "./cells.ts";

const coded = (code: string, words: string): string => (/^A\d+$/.test(code) ? `${code} ${words}` : words);

/** What happened by quarter and to date; and the children to whom it did whose records the viewer may open. */
export function countsTables(page: CountsPage): readonly FigureTable[] {
  const spans = [...page.quarters, page.year, page.threeYears];
  const row = (words: string, of: (span: CountSpan) => FigureCell): readonly FigureCell[] => [words, ...spans.map((span) => (span.state === "to-come" ? "to come" : of(span)))];
  const share = (of: "adoptedOfLeft" | "changedOfSettled") => (span: CountSpan): FigureCell => {
    const told = span[of];
    if (told !== null) return aboutCell(told.percent, told.telling);
    if (span.events === null) return null;
    const { left, A4, A5 } = span.events;
    return (of === "adoptedOfLeft" ? [left] : [A4, A5]).every(({ open, closed }) => open + closed === 0) ? "nobody" : SUPPRESSED;
  };
  return [
    {
      key: "counts", name: "Counts", heads: ["Count", ...spans.map(({ name, to, state }) => (state === "running" ? `${name}, to ${dayInWords(to)}` : name))], note: "Counts are of what happened in each quarter: orders granted are not some of the decisions made. Three years end with the year shown.",
      rows: [
        ...EVENT_CODES.map((code) => row(coded(code, EVENTS[code]), ({ events }) => (events === null ? null : toldCell(events[code])))),
        row("A4 as a share of all who left care, %", share("adoptedOfLeft")), row("A5 as a share of adopted and changed away, %", share("changedOfSettled")),
        ...(["A9", "A14"] as const).map((code) => row(`${coded(code, STANDING[code])}, on the last day`, ({ standing }) => (standing === null ? null : toldCell(standing[code])))),
      ],
    },
    {
      key: "happened", name: "Children", children: EVENT_CODES.flatMap((code) => page.happened[code].map(({ recordId }) => recordId)), heads: ["Count", "Child", "On (actual)"], note: "In the year, of children whose records the person may open.",
      rows: EVENT_CODES.flatMap((code) => page.happened[code].map(({ localId, on }): readonly FigureCell[] => [coded(code, EVENTS[code]), localId, { on }])),
    },
    { key: "assumed", name: "Assumed", heads: ["Counts", "Assumed", "What is open"], note: "", rows: COUNTS_OPEN.map(({ codes, assumed, open }) => [codes, assumed, open]) },
  ];
}

/** The quarterly table within the service. */
export function quarterlyFigures(page: CountsPage): readonly FigureTable[] {
  const { heads, rows } = internalQuarterly(page);
  return [{ key: "quarterly", name: "Quarterly table", heads: ["Count", ...heads], note: WHAT_IS_COUNTED, rows: rows.map(({ title, cells }) => [title, ...cells.map(countCell)]) }];
}

/** Those who entered care in each year, by how far they have come. */
export const enteredTables = ({ cohorts }: EnteredPage): readonly FigureTable[] => [{
  key: "entered", name: "Those who entered", heads: ["Entered in", "Children", ...OUTCOME_CODES.map((code) => OUTCOMES[code]), "Moved in within 14 months", "Too early to say", "Half had moved in by, days"],
  note: "Children who entered care in the year and of whom it was decided that they should be placed for adoption. Half had moved in is left open where somebody who still waits has not waited so long.",
  rows: cohorts.map(({ yearEnding, children, outcomes, within, early, middle }) => [
    windowName({ yearEnding, years: 1 }), toldCell(children), ...OUTCOME_CODES.map((code) => toldCell(outcomes[code])), toldCell(within), toldCell(early), aboutCell(middle.days, middle.telling),
  ]),
}];
