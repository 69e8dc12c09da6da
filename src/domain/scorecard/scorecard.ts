import { adoptedIn, type FigureOf, figuresIn, type NotCounted, type Options, type Traveller } from "./indicators.ts";
import { MISSING } from "./journey.ts";
import { type Reading, readingsOf } from "./readings.ts";
import { quotient } from "./rounding.ts";
import { INDICATOR_CODES, type Window, windowName } from "./window.ts";

export interface Scorecard {
  readonly window: Window;
  /** Children adopted in the window, counted or not. */
  readonly adopted: number;
  readonly figures: FigureOf;
  readonly notCounted: readonly NotCounted[];
  /** The same figures by the other readings the sources leave open. */
  readonly readings: readonly Reading[];
  /** What leaving children out does to the figures; none where nobody is left out for want of files. */
  readonly bias: string | null;
}

/** The scorecard of a window over these children: all of them, or those a viewer may see. */
export function scorecardOf(travellers: readonly Traveller[], window: Window, options: Options = {}): Scorecard {
  const figures = figuresIn(travellers, window, options);
  const adopted = adoptedIn(travellers, window).length;
  return {
    window, adopted, figures,
    notCounted: INDICATOR_CODES.flatMap((code) => figures[code].notCounted),
    readings: readingsOf(travellers, window, options),
    bias: biasOf(figures, adopted, window),
  };
}

/** Reasons that come of files which do not reach back far enough: these fall on the children who waited longest. */
const SHORT_FILES: ReadonlySet<string> = new Set([
  MISSING.careBeforeFiles, MISSING.orderBeforeFiles, MISSING.placedBeforeFiles, MISSING.movedInBeforeFiles,
]);

function biasOf(figures: FigureOf, adopted: number, window: Window): string | null {
  const lost = INDICATOR_CODES.map((code) => ({ code, n: figures[code].notCounted.filter((c) => SHORT_FILES.has(c.reason)).length })).filter(({ n }) => n > 0);
  if (lost.length === 0) return null;
  const said = lost.map(({ code, n }) => `${n} from ${code}`).join(", ");
  return (
    `Of the ${adopted} children adopted in ${windowName(window)}, these are left out because their journey began before the earliest file: ${said}. ` +
    "They are the children who waited longest, so a figure without them counts mostly quick journeys and looks better than it was. " +
    "Import earlier years to count them."
  );
}

/** The scorecard as machines read it: `meanDays` to three decimal places, `percent` to two, half-up. */
export interface ScorecardJson {
  readonly yearEnding: number;
  readonly years: number;
  readonly indicators: {
    readonly A1: MeanJson;
    readonly A2: MeanJson;
    readonly A3: { readonly children: number; readonly within: number; readonly percent: number | null };
    readonly A10: MeanJson;
  };
  readonly notCounted: readonly NotCounted[];
}

interface MeanJson {
  readonly children: number;
  readonly meanDays: number | null;
  readonly days: number | null;
}

export function scorecardJson({ window, figures, notCounted }: Scorecard): ScorecardJson {
  const { children, within } = figures.A3;
  return {
    yearEnding: window.yearEnding,
    years: window.years,
    indicators: {
      A1: meanJson(figures.A1),
      A2: meanJson(figures.A2),
      A3: { children, within, percent: children === 0 ? null : quotient(within * 100, children, 2) },
      A10: meanJson(figures.A10),
    },
    notCounted,
  };
}

const meanJson = ({ children, totalDays, days }: FigureOf["A1"]): MeanJson =>
  ({ children, meanDays: children === 0 ? null : quotient(totalDays, children, 3), days });
