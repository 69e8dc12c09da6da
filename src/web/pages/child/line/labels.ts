/** A label wanted beside the mark at `x`, `width` units long. */
export interface Wanted {
  readonly x: number;
  readonly width: number;
}

const GAP = 8;

/**
 * The row (from 0, downwards) in which each label may stand without touching another label
 * or the line that leads from another mark to its own. Labels stand to the right of their
 * line, so going from the last mark back, each takes the first row below every later label
 * that it would reach. `wanted` is in order of `x`.
 */
export function staircase(wanted: readonly Wanted[]): readonly number[] {
  const rows: number[] = [];
  for (let i = wanted.length - 1; i >= 0; i--) {
    const { x, width } = wanted[i]!;
    let row = 0;
    for (let j = i + 1; j < wanted.length && wanted[j]!.x < x + width + GAP; j++) row = Math.max(row, rows[j]! + 1);
    rows[i] = row;
  }
  return rows;
}

/** About how long a text is, in units, at 12 units high: no typeface in use is wider. */
export const textWidth = (text: string): number => Math.ceil(text.length * 6.7);

/** A text cut at a word’s end to fit, or nothing where not even a word does. */
export function fitted(text: string, width: number): string | undefined {
  if (textWidth(text) <= width) return text;
  const words = text.split(" ");
  while (words.length > 1) {
    words.pop();
    const shorter = `${words.join(" ").replace(/,$/, "")}…`;
    if (textWidth(shorter) <= width) return shorter;
  }
  return undefined;
}

/**
 * How high each symbol is raised so that marks close together stay apart: 0 on the line,
 * 1 above it, and so on. `xs` is in order.
 */
export function raised(xs: readonly number[], apart: number): readonly number[] {
  const last: number[] = [];
  return xs.map((x) => {
    let level = 0;
    while ((last[level] ?? -Infinity) + apart > x) level++;
    last[level] = x;
    return level;
  });
}
