import type { Range } from "../../../../domain/scorecard/forecast/ranges.ts";
import type { Html } from "../../../govuk/html.ts";

const WIDTH = 200;
const HEIGHT = 20;

/** A range as a bar with a mark at the likely value, and the threshold as a dashed line; the numbers stand beside it. */
export function RangeBar({ range, threshold, most }: { readonly range: Range<number>; readonly threshold: number | null; readonly most: number }): Html {
  const x = (n: number): number => Math.round((Math.max(0, n) / most) * (WIDTH - 4)) + 2;
  return (
    <svg class="pt-range" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
      <line class="pt-range__axis" x1="2" x2={WIDTH - 2} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <rect class="pt-range__bar" x={x(range.low)} y="5" width={Math.max(2, x(range.high) - x(range.low))} height={HEIGHT - 10} />
      <line class="pt-range__likely" x1={x(range.likely)} x2={x(range.likely)} y1="2" y2={HEIGHT - 2} />
      {threshold === null ? null : <line class="pt-range__threshold" x1={x(threshold)} x2={x(threshold)} y1="0" y2={HEIGHT} />}
    </svg>
  );
}
