import { at, type Scale, scaleOf, wrapped } from "./scale.ts";
import { INK, label, line, mark, NAVY, PALE, picture, RED, SIZE } from "./svg.ts";

/** One row of a dot picture: a name and where it lies. */
export interface Dot {
  readonly name: string;
  readonly value: number | null;
  /** What stands there where there is no dot, like “x, suppressed”. */
  readonly instead?: string;
  /** The row that the picture is about: another shape, in bold. */
  readonly isOwn?: boolean;
}

/** A value across all rows: a threshold, an average. */
export interface Across {
  readonly name: string;
  readonly value: number;
  readonly kind: "threshold" | "average" | "other";
}

export interface DotPicture {
  /** What it shows, for whoever does not see it. */
  readonly title: string;
  readonly unit: "days" | "%";
  /** In the order in which they stand. */
  readonly rows: readonly Dot[];
  readonly across: readonly Across[];
}

/** Narrow enough to be read on the smallest phone without scrolling. */
const WIDTH = 344;
const [FIRST, LAST] = [130, 302];
const LONGEST = 17;
const SAMPLE = 26;
const LINE_HEIGHT = 16;
const ACROSS = {
  threshold: { stroke: RED, "stroke-width": 2, "stroke-dasharray": "7 4" },
  average: { stroke: INK, "stroke-width": 2, "stroke-dasharray": "2 3" },
  other: { stroke: NAVY, "stroke-width": 1.5, "stroke-dasharray": "10 3 2 3" },
} as const;

/** A ranked dot chart as an SVG: a row each, its dot on one scale, with dashed lines across. */
export function drawDots({ title, unit, rows, across }: DotPicture): string {
  const scale = scaleOf([...rows.flatMap(({ value }) => value ?? []), ...across.map(({ value }) => value)]);
  const names = rows.map(({ name }) => wrapped(name, LONGEST));
  const heights = names.map((lines) => lines.length * LINE_HEIGHT + 8);
  const top = across.length * LINE_HEIGHT + 8;
  const bottom = top + heights.reduce((sum, height) => sum + height, 0);
  const x = (value: number): number => at(scale, value, FIRST, LAST);
  return picture({ width: WIDTH, height: bottom + 40, title },
    ...grid(scale, unit, top, bottom),
    ...across.map(({ kind, value }) => line(x(value), top, x(value), bottom, ACROSS[kind])),
    ...across.map((one, i) => nameAcross(one, (i + 1) * LINE_HEIGHT - 3, unit)),
    ...rows.map((row, i) => drawRow(row, names[i]!, top + heights.slice(0, i).reduce((sum, height) => sum + height, 0), heights[i]!, x)));
}

const grid = ({ steps, from, to }: Scale, unit: DotPicture["unit"], top: number, bottom: number): readonly string[] => [
  ...steps.map((step) => {
    const x = at({ steps, from, to }, step, FIRST, LAST);
    return line(x, top, x, bottom, { stroke: PALE }) + label(x, bottom + 16, String(step), { "text-anchor": "middle" });
  }),
  line(FIRST, bottom, LAST, bottom),
  label((FIRST + LAST) / 2, bottom + 33, unit === "%" ? "Per cent" : "Days", { "text-anchor": "middle" }),
];

/** Above the rows, beside a piece of its line: names on the lines themselves would stand on those of others. */
const nameAcross = ({ name, value, kind }: Across, y: number, unit: DotPicture["unit"]): string =>
  line(FIRST, y - 4, FIRST + SAMPLE, y - 4, ACROSS[kind]) + label(FIRST + SAMPLE + 8, y, `${name} ${value}${unit === "%" ? "%" : ""}`, { "font-size": 12 });

function drawRow({ value, instead = "no figure", isOwn = false }: Dot, name: readonly string[], top: number, height: number, x: (value: number) => number): string {
  const middle = top + height / 2;
  const weight = isOwn ? { "font-weight": "bold" } : {};
  const first = middle + SIZE / 2 - 2 - ((name.length - 1) * LINE_HEIGHT) / 2;
  const written = name.map((part, i) => label(FIRST - 12, first + i * LINE_HEIGHT, part, { "text-anchor": "end", ...weight })).join("");
  if (value === null) return written + label(FIRST + 6, middle + 4, instead, { "font-style": "italic" });
  return written + line(FIRST, middle, x(value), middle, { stroke: isOwn ? NAVY : PALE, "stroke-width": isOwn ? 2 : 1 }) +
    mark(isOwn ? "diamond" : "circle", x(value), middle, isOwn ? NAVY : "#8fb6d9", isOwn ? 6 : 5) + label(LAST + 8, middle + 4, String(value), weight);
}
