import { at, scaleOf, wrapped } from "./scale.ts";
import { el, INK, label, line, type Mark, mark, NAVY, PALE, picture, RED } from "./svg.ts";

/** How a line looks: each has a dash and a mark of its own, so that colour is not needed to tell them apart. */
export const LOOKS = {
  own: { stroke: NAVY, width: 3, dash: undefined, mark: "circle" },
  "own-published": { stroke: NAVY, width: 1.5, dash: undefined, mark: "ring" },
  first: { stroke: "#00703c", width: 2, dash: "9 4", mark: "square" },
  second: { stroke: "#4c2c92", width: 2, dash: "3 3", mark: "triangle" },
  third: { stroke: "#7a4200", width: 2, dash: "11 3 3 3", mark: "diamond" },
  fourth: { stroke: "#505a5f", width: 2, dash: "6 2 2 2 2 2", mark: "plus" },
  national: { stroke: INK, width: 1.5, dash: "1 4", mark: "cross" },
  threshold: { stroke: RED, width: 2, dash: "7 4", mark: "none" },
} as const satisfies Readonly<Record<string, { readonly stroke: string; readonly width: number; readonly dash: string | undefined; readonly mark: Mark }>>;
export type Look = keyof typeof LOOKS;
/** In which groups take theirs; a fifth begins again. */
export const GROUP_LOOKS = ["first", "second", "third", "fourth"] as const satisfies readonly Look[];

export interface Line {
  readonly name: string;
  readonly look: Look;
  /** One for each place along; null breaks the line. */
  readonly values: readonly (number | null)[];
}

export interface LinePicture {
  /** What it shows, for whoever does not see it. */
  readonly title: string;
  readonly unit: "days" | "%";
  /** What stands along the foot, like “2023-26”. */
  readonly along: readonly string[];
  readonly lines: readonly Line[];
}

const WIDTH = 520;
const [LEFT, RIGHT, TOP, FOOT] = [52, 504, 26, 250];
const ROW = 20;
const KEY_WIDTH = (WIDTH - 16) / 2;
const LONGEST_KEY = 27;

/** Lines over windows as an SVG, with what each is beneath them. */
export function drawLines({ title, unit, along, lines }: LinePicture): string {
  const scale = scaleOf(lines.flatMap(({ values }) => values.flatMap((value) => value ?? [])));
  const x = (i: number): number => (along.length === 1 ? (LEFT + RIGHT) / 2 : LEFT + 24 + (i * (RIGHT - LEFT - 48)) / (along.length - 1));
  const y = (value: number): number => at(scale, value, FOOT, TOP);
  const key = keyOf(lines);
  return picture({ width: WIDTH, height: FOOT + 34 + key.height + 8, title },
    label(LEFT - 44, 14, unit === "%" ? "Per cent" : "Days"),
    ...scale.steps.map((step) => line(LEFT, y(step), RIGHT, y(step), { stroke: step === scale.from ? INK : PALE }) + label(LEFT - 8, y(step) + 4, String(step), { "text-anchor": "end" })),
    ...along.map((name, i) => label(x(i), FOOT + 18, name, { "text-anchor": "middle", "font-size": along.length > 7 ? 11 : 12 })),
    // What is one’s own is drawn last, over the rest.
    ...lines.toReversed().map((one) => drawLine(one, x, y)), key.drawn);
}

function drawLine({ look, values }: Line, x: (i: number) => number, y: (value: number) => number): string {
  const { stroke, width, dash, mark: shape } = LOOKS[look];
  const points = values.map((value, i) => (value === null ? null : ([x(i), y(value)] as const)));
  const d = points.map((point, i) => (point === null ? "" : `${i > 0 && points[i - 1] !== null ? "L" : "M"}${round(point[0])} ${round(point[1])}`)).join(" ").trim();
  return (d === "" ? "" : el("path", { d, fill: "none", stroke, "stroke-width": width, "stroke-dasharray": dash })) +
    points.map((point) => (point === null ? "" : shape === "none" ? stub(point, stroke, width) : mark(shape, point[0], point[1], stroke, 4.5))).join("");
}

/** A line without marks shows even where only one place has a value. */
const stub = ([x, y]: readonly [number, number], stroke: string, width: number): string => line(x - 7, y, x + 7, y, { stroke, "stroke-width": width });
const round = (n: number): number => Math.round(n * 100) / 100;

function keyOf(lines: readonly Line[]): { readonly drawn: string; readonly height: number } {
  const cells = lines.map(({ name, look }) => ({ look, name: wrapped(name, LONGEST_KEY) }));
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, i) => cells.slice(2 * i, 2 * i + 2));
  const heights = rows.map((row) => Math.max(...row.map(({ name }) => name.length)) * 15 + 6);
  const drawn = rows.map((row, r) => row.map((cell, c) => {
    const [left, top] = [10 + c * KEY_WIDTH, FOOT + 42 + heights.slice(0, r).reduce((sum, height) => sum + height, 0)];
    const { stroke, width, dash, mark: shape } = LOOKS[cell.look];
    return line(left, top, left + 44, top, { stroke, "stroke-width": width, "stroke-dasharray": dash }) + mark(shape, left + 22, top, stroke, 4.5) +
      cell.name.map((part, i) => label(left + 52, top + 4 + i * 15, part, { "font-size": 12 })).join("");
  }).join("")).join("");
  return { drawn, height: Math.max(ROW, heights.reduce((sum, height) => sum + height, 0)) };
}
