/** A scale of round numbers over some values: where it starts and ends, and the steps written on it. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly steps: readonly number[];
}

const ROUND = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/** Round numbers about all the values, with a few steps; from nought where they come near it. No values give a scale all the same. */
export function scaleOf(values: readonly number[]): Scale {
  const [least, most] = values.length === 0 ? [0, 10] : [Math.min(...values), Math.max(...values)];
  const start = least < (most - least) * 1.5 ? 0 : least;
  const step = ROUND.find((size) => Math.ceil(Math.max(1, most - start) / size) <= 4) ?? ROUND.at(-1)!;
  const from = Math.max(0, Math.floor((start - step / 8) / step) * step);
  const to = Math.ceil((most + step / 8) / step) * step;
  return { from, to, steps: Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step) };
}

/** Where a value lies between two places. */
export const at = ({ from, to }: Scale, value: number, first: number, last: number): number => first + ((value - from) / (to - from)) * (last - first);

/** Words in lines of so many characters at most, broken between words. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
