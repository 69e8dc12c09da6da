import { dayInWords } from "../../dates/day.ts";
import { type IndicatorCode, INDICATORS, windowName } from "../../scorecard/window.ts";
import { capital, lower } from "../../words.ts";
import { type Block, heading, type Words } from "../word.ts";
import { changeInWords, figureInWords, whyInWords, windowSaid } from "./moving.ts";
import { neededInWords, perYearOf } from "./coming.ts";
import { type Part, typedParts } from "./section.ts";
import { bothInWords, metInWords, placeSaid, placesOf, spreadInWords, standingInWords } from "./standing.ts";
import type { GroupTold, IndicatorTold, ScrutinyTold } from "./told.ts";
import type { Typed } from "./typed.ts";
import { asPublished, averageName, cell, measure, ordinal, ownName, SHORT } from "./words.ts";

const APPENDIX: Readonly<Partial<Record<IndicatorCode, string>>> = { A1: "Appendix 1", A2: "Appendix 2" };

/** What the indicators are, with their thresholds; and their figures by window. */
export function keyIndicators({ indicators, adopted, soFar }: ScrutinyTold): readonly Part[] {
  return [
    "Adoption scorecards set how quickly an authority’s children move through adoption beside those of every other authority. The figures below are averages of three years, and count children in the year of their adoption order. A child who is placed and not yet adopted counts in none of them.",
    { type: "list", numbered: false, items: indicators.map(({ code, windows }): Words => [{ text: `${code}: `, bold: true }, { text: `${code === "A10" ? INDICATORS[code] : lower(INDICATORS[code])}.${thresholdSaid(code, windows.at(-1)?.threshold ?? null)}` }]) },
    figuresTable(indicators),
    yearsTable(indicators, adopted, soFar),
    "The earliest windows may reach back before the record does. They then count mostly quick journeys and look better than they were, since the children who waited longest are not in them.",
  ];
}

const thresholdSaid = (code: IndicatorCode, threshold: number | null): string =>
  code === "A3" ? " It has no threshold." : code === "A10" ? " It has no threshold of its own." : threshold === null ? " No threshold is applied: sources differ." : ` The threshold is ${threshold} days.`;

function figuresTable(indicators: readonly IndicatorTold[]): Block {
  const windows = indicators[0]?.windows ?? [];
  const thresholds = indicators.filter(({ code, windows: all }) => (code === "A1" || code === "A2") && all.some(({ threshold }) => threshold !== null));
  return {
    type: "table", caption: "The indicators by window, from the authority’s own record", rowHeadings: true, none: "No window has ended.",
    columns: [{ heading: "Window", share: 1.4 }, { heading: "Adopted", number: true }, ...indicators.map(({ code }) => ({ heading: code, number: true })), ...thresholds.map(({ code }) => ({ heading: `${code} threshold`, number: true, share: 1.3 }))],
    rows: windows.map((window, i): readonly Words[] => [windowSaid(window), cell(window.children), ...indicators.map(({ code, windows: all }) => { const { value } = all[i]!; return typeof value === "number" ? (code === "A3" ? `${value}%` : String(value)) : cell(value); }), ...thresholds.map(({ windows: all }) => cell(all[i]!.threshold))]),
  };
}

/** Year by year: whatever is told of a year stands here, so that the register holds nothing that the report does not. */
function yearsTable(indicators: readonly IndicatorTold[], adopted: ScrutinyTold["adopted"], soFar: ScrutinyTold["soFar"]): Block {
  const byYear = indicators.filter(({ years }) => years.length > 0);
  return {
    type: "table", caption: "Each year by itself, from the authority’s own record", rowHeadings: true, none: "No year has ended.",
    columns: [{ heading: "Year", share: 2 }, { heading: "Adopted", number: true }, ...byYear.map(({ code }) => ({ heading: code, number: true }))],
    rows: [
      ...adopted.map(({ window, children }): readonly Words[] => [windowSaid({ window }), cell(children), ...byYear.map(({ years }) => cell(years.find((year) => year.window.yearEnding === window.yearEnding)?.value ?? null))]),
      ...(soFar === null ? [] : [[`1 April to ${dayInWords(soFar.until)}`, cell(soFar.children), ...byYear.map(() => "")]]),
    ],
  };
}

/** The analysis: each indicator by itself, with what somebody wrote of it; and those of a group set side by side. */
export function analysis(told: ScrutinyTold, { words }: Typed): readonly Part[] {
  const { authority, indicators } = told;
  const written: Readonly<Partial<Record<IndicatorCode, string>>> = { A1: words.a1, A2: words.a2 };
  return [
    ...indicators.flatMap((indicator): readonly Part[] => [
      heading(2, `${indicator.code}: ${SHORT[indicator.code]}`),
      ...oneIndicator(authority, indicator, perYearOf(told.adopted)),
      ...typedParts(written[indicator.code] ?? ""),
    ]),
    ...together(indicators),
  ];
}

function oneIndicator(authority: string, indicator: IndicatorTold, perYear: number | null): readonly Part[] {
  const { code, compared, windows } = indicator;
  const see = APPENDIX[code] === undefined || compared === null ? "" : ` See ${APPENDIX[code]}.`;
  const short = code === "A10";
  return [
    compared === null ? null : `${standingInWords(code, authority, compared)}${see}`,
    [figureInWords({ code, windows }, authority), changeInWords(indicator)].filter((part) => part !== null).join(" "),
    short ? null : whyInWords(indicator),
    ...(short || compared === null ? [] : compared.groups.slice(0, 2).map((group) => [spreadInWords(code, group), metInWords(code, group, compared.threshold)].filter((part) => part !== null).join(" "))),
    short ? null : neededInWords(indicator, perYear),
  ];
}

/** A1 and A2 of one group side by side, where there is one: who met both thresholds. */
function together(indicators: readonly IndicatorTold[]): readonly Part[] {
  const [a1, a2] = [indicators.find(({ code }) => code === "A1")?.compared, indicators.find(({ code }) => code === "A2")?.compared];
  if (a1 == null || a2 == null || a1.window.yearEnding !== a2.window.yearEnding) return [];
  const said = a1.groups.flatMap((group): readonly string[] => {
    const same = a2.groups.find(({ name }) => name === group.name);
    const both = same === undefined ? null : bothInWords(group, same, [a1.threshold, a2.threshold]);
    return both === null ? [] : [both];
  });
  return said.length === 0 ? [] : [heading(2, "A1 and A2 together"), ...said.map((words) => `In ${windowName(a1.window)}, ${words}`)];
}

/** The published figures of one indicator, group by group. Whatever a source’s own note says of a row stands under its table. */
export function comparisonTables(authority: string, { code, compared, windows }: IndicatorTold): readonly Block[] {
  if (compared === null) return [{ type: "paragraph", words: `No published ${code} was brought in, so there is nothing to compare with.` }];
  const when = windowName(compared.window);
  const averages: readonly (readonly Words[])[] = [
    [authority, cell(compared.own), compared.rank === null ? "–" : compared.ranked === null ? ordinal(compared.rank) : placeSaid(compared.rank, compared.ranked)],
    ...(compared.threshold === null ? [] : [["Threshold", String(compared.threshold), ""]]),
    ...compared.groups.map(({ name, kind, average, members, leftOut }) => [kind === "region" ? capital(averageName(name, kind, members.length - leftOut)).replace("The average", "Average") : `Average of ${ownName(name, kind)}`, cell(average), ""]),
    ...compared.wider.map(({ name, isNational, value }) => [asPublished({ name, isNational }), cell(value), ""]),
  ];
  const own = windows.at(-1)?.value ?? null;
  return [
    { type: "table", caption: `${code}, ${when}: ${authority}, the threshold and the averages`, rowHeadings: true, none: "", columns: columnsOf(code), rows: averages },
    ...(typeof own === "number" ? [{ type: "paragraph" as const, words: `From the authority’s own record, ${code} for ${windowSaid(windows.at(-1)!)} is ${measure(code, own)}. A published figure was worked out from the return as it was signed off at the time, and may differ.` }] : []),
    ...compared.groups.flatMap((group) => groupTable(code, when, group)),
  ];
}

const columnsOf = (code: IndicatorCode) => [{ heading: "Area", share: 4 }, { heading: code === "A3" ? "Per cent" : "Days", number: true }, { heading: "Rank", number: true }];

function groupTable(code: IndicatorCode, when: string, group: GroupTold): readonly Block[] {
  const { name, kind, average, leftOut } = group;
  const { rows, among } = placesOf(code, group);
  const notes = rows.filter(({ note }) => note !== "");
  const isPrinted = rows.some(({ printedRank }) => printedRank !== null);
  const printed = (rank: number | null): readonly string[] => (isPrinted ? [rank === null ? "–" : String(rank)] : []);
  return [
    {
      type: "table", caption: `${code}, ${when}: ${capital(ownName(name, kind))}`, rowHeadings: true, none: "The group has no members.", columns: [...columnsOf(code).slice(0, 2), { heading: "Rank here", number: true, share: 1.2 }, ...(isPrinted ? [{ heading: "Rank as printed", number: true, share: 1.2 }] : [])],
      rows: [
        [`Average${leftOut === 0 ? "" : `, ${leftOut} left out`}`, cell(average), "", ...(isPrinted ? [""] : [])],
        ...rows.map(({ area, value, place, printedRank, isOwn }): readonly Words[] => [isOwn ? [{ text: `${area} (this authority${group.beside === null ? "" : ", not in the average"})`, bold: true }] : area, cell(value), placeSaid(place, among), ...printed(printedRank)]),
      ],
    },
    ...(notes.length === 0 ? [] : [{ type: "list" as const, numbered: false, items: notes.map(({ area, note }) => `${area}: ${note}`) }]),
  ];
}
