import { type Day, dayInWords } from "../../dates/day.ts";
import { drawDots } from "../../pictures/dots.ts";
import { drawLines, GROUP_LOOKS, type Line } from "../../pictures/lines.ts";
import { INDICATORS, windowName } from "../../scorecard/window.ts";
import type { ComparedTold, Drawing, GroupTold, IndicatorTold } from "./told.ts";
import { placesOf } from "./standing.ts";
import { isNumber, measure, ownName } from "./words.ts";

/** The charts of one indicator: its windows against the threshold, then each group it is compared with, ranked. As the scorecard’s pages draw them. */
export const drawingsOf = (authority: string, today: Day, told: IndicatorTold): readonly Drawing[] => [
  ...(told.windows.some(({ value }) => isNumber(value)) ? [linesOf(authority, today, told)] : []),
  ...(told.compared === null ? [] : told.compared.groups.filter(({ average }) => average !== null).map((group) => dotsOf(authority, told, told.compared!, group))),
];

function linesOf(authority: string, today: Day, { code, windows, compared }: IndicatorTold): Drawing {
  const along = windows.map(({ window }) => windowName(window));
  const number = (value: number | "x" | null): number | null => (isNumber(value) ? value : null);
  const others = (compared?.trend ?? []).filter(({ values }) => values.some(isNumber));
  // As many as have a look of their own, and England.
  const groups = [...others.filter(({ isNational }) => !isNational).slice(0, GROUP_LOOKS.length), ...others.filter(({ isNational }) => isNational)];
  let next = 0;
  const lines: readonly Line[] = [
    { name: `${authority}, by its record`, look: "own", values: windows.map(({ value }) => number(value)) },
    ...groups.map(({ name, isNational, values }): Line => ({ name, look: isNational ? "national" : GROUP_LOOKS[next++ % GROUP_LOOKS.length]!, values: values.map(number) })),
    ...(windows.some(({ threshold }) => threshold !== null) ? [{ name: "Threshold", look: "threshold" as const, values: windows.map(({ threshold }) => threshold) }] : []),
  ];
  const said = windows.map(({ window, value }) => `${windowName(window)}: ${isNumber(value) ? measure(code, value) : "not published"}`).join("; ");
  const alt = `${code} of ${authority} by three-year window. ${said}. The figures are in the tables.`;
  return { indicator: code, caption: `${code}, each three years: ${authority} and those it is compared with`, alt, source: `the record of ${authority} as at ${dayInWords(today)}${compared === null ? "" : `, and ${compared.source}`}`, svg: drawLines({ title: alt, unit: code === "A3" ? "%" : "days", along, lines }), note: "Averages of others are as published; a gap in a line is a figure that is not published." };
}

function dotsOf(authority: string, { code }: IndicatorTold, compared: ComparedTold, group: GroupTold): Drawing {
  const { name, kind, average, beside } = group;
  const { rows } = placesOf(code, group);
  const when = windowName(compared.window);
  const alt = `${code} of ${ownName(name, kind)}, ${when}, ${code === "A3" ? "the largest share" : "the fewest days"} first. ${rows.map(({ area, value }) => `${area}: ${isNumber(value) ? measure(code, value) : value === "x" ? "suppressed" : "no figure"}`).join("; ")}.`;
  return {
    indicator: code, caption: `${code}, ${when}: ${authority} among ${ownName(name, kind)}`, alt, source: compared.source,
    svg: drawDots({
      title: alt, unit: code === "A3" ? "%" : "days",
      rows: rows.map(({ area, value, isOwn }) => ({ name: area, value: isNumber(value) ? value : null, instead: value === "x" ? "x, suppressed" : "no figure", isOwn })),
      across: [
        ...(average === null ? [] : [{ name: "Average", value: average, kind: "average" as const }]),
        ...(compared.threshold === null ? [] : [{ name: "Threshold", value: compared.threshold, kind: "threshold" as const }]),
      ],
    }),
    note: `${INDICATORS[code]}. A diamond is this authority. Each counts once in the average, whatever its number of children${beside === null ? "" : `; ${authority} is not in it`}.`,
  };
}
