/**
 * Rounding is half-up everywhere a figure is published (628.5 is 629), done on whole
 * numbers so that no binary fraction decides it. `sum` and `count` are whole and not negative.
 */
export const roundHalfUp = (value: number): number => Math.floor(value + 0.5);

/** `sum / count` to so many decimal places, half-up. */
export function quotient(sum: number, count: number, places: number): number {
  const scale = 10 ** places;
  return Math.floor((2 * sum * scale + count) / (2 * count)) / scale;
}
