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

/** A label that may be left out where there is no room for all. */
export interface Offered extends Wanted {
  readonly keep: boolean;
}

/**
 * The labels that stand in at most `most` rows, with their rows: where a crowd would go
 * deeper, the first in it that need not be kept is left out, until it fits or only those
 * to be kept are left. By place in `offered`.
 */
export function thinned(offered: readonly Offered[], most: number): ReadonlyMap<number, number> {
  const places = offered.map((_, i) => i);
  for (;;) {
    const wanted = places.map((place) => offered[place]!);
    const rows = staircase(wanted);
    const deepest = rows.indexOf(Math.max(0, ...rows));
    const spare = (rows[deepest] ?? 0) < most ? undefined : crowdBefore(wanted, rows, deepest).find((i) => !wanted[i]!.keep);
    if (spare === undefined) return new Map(places.map((place, i) => [place, rows[i]!]));
    places.splice(spare, 1);
  }
}

/** The labels that push one down, each by the one after it; itself first. */
function crowdBefore(wanted: readonly Wanted[], rows: readonly number[], from: number): readonly number[] {
  const crowd = [from];
  for (let i = from; rows[i]! > 0; ) {
    const { x, width } = wanted[i]!;
    const pushing = rows.findIndex((row, j) => j > i && row === rows[i]! - 1 && wanted[j]!.x < x + width + GAP);
    crowd.push(pushing);
    i = pushing;
  }
  return crowd;
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

/** A text in lines no longer than a width; a word longer than that has a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && textWidth(longer.trim()) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * Where boxes wanted at a height each stand without touching, between `top` and `bottom` if there is room:
 * pushed down by those before, then up again from the bottom. `boxes` is in order of `at`.
 */
export function settled(boxes: readonly { readonly at: number; readonly height: number }[], top: number, bottom: number): readonly number[] {
  const tops: number[] = [];
  let free = top;
  for (const { at, height } of boxes) {
    const place = Math.max(at, free);
    tops.push(place);
    free = place + height;
  }
  let limit = Math.max(bottom, top + boxes.reduce((sum, box) => sum + box.height, 0));
  for (let i = boxes.length - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i]!, limit - boxes[i]!.height);
    limit = tops[i]!;
  }
  return tops;
}
