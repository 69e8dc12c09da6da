import type { Middle } from "../../../../domain/scorecard/equity/waits.ts";
import type { Html } from "../../../govuk/html.ts";

const WIDTH = 260;
const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;

interface Props {
  readonly middle: Middle;
  /** The middle of everybody, drawn as a dashed line. */
  readonly all: number | null;
  /** A diamond where it differs from the others, a dot otherwise. */
  readonly differs: boolean;
  /** Days at the right edge. */
  readonly most: number;
}

/** A middle with its range; an arrow where the range has no end yet. The numbers stand beside it. */
export function Dot({ middle: { days, low, high }, all, differs, most }: Props): Html {
  const x = (n: number): number => Math.round((n / most) * (WIDTH - 16)) + 8;
  const end = high === null ? WIDTH - 2 : x(high);
  return (
    <svg class="pt-equity-dot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
      <line class="pt-range__axis" x1="8" x2={WIDTH - 8} y1={HEIGHT - 1} y2={HEIGHT - 1} />
      {all === null ? null : <line class="pt-equity-dot__all" x1={x(all)} x2={x(all)} y1="0" y2={HEIGHT} />}
      {low === null ? null : <line class="pt-equity-dot__range" x1={x(low)} x2={end} y1={MIDDLE} y2={MIDDLE} />}
      {low === null || high !== null ? null : <path class="pt-equity-dot__range" d={`M${end - 6} ${MIDDLE - 5} L${end} ${MIDDLE} L${end - 6} ${MIDDLE + 5}`} />}
      {days === null ? null : differs
        ? <path class="pt-equity-dot__mark pt-equity-dot__mark--differs" d={`M${x(days)} ${MIDDLE - 8} l8 8 l-8 8 l-8 -8 z`} />
        : <circle class="pt-equity-dot__mark" cx={x(days)} cy={MIDDLE} r="5.5" />}
    </svg>
  );
}
