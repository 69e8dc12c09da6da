import { CLOSED } from "../open-scorecard.ts";
import type { ToldCount } from "../open-counts.ts";
import type { FigureCell } from "../../domain/documents/figures-book.ts";
import type { FigureOf } from "../../domain/scorecard/indicators.ts";
import { quotient } from "../../domain/scorecard/rounding.ts";
import { countToldAs, daysToldAs, percentToldAs, type Telling } from "../../domain/scorecard/suppression.ts";
import type { IndicatorCode } from "../../domain/scorecard/window.ts";
import { numberInWords, SUPPRESSED, toldOfFigure } from "../scorecard-words.ts";

/** A count that is told exactly is a number in a file; another stays the words it is told in. */
export const countCell = (words: string): FigureCell => (/^\d+$/.test(words) ? Number(words) : words);

export const toldCell = ({ open, closed, telling }: ToldCount): FigureCell => countCell(countToldAs(open, closed, telling));

/** Days, or a share in whole per cent, as they are told. */
export const aboutCell = (value: number | null, told: Telling): FigureCell =>
  told === "none" ? SUPPRESSED : value === null ? null : told === "coarse" ? `about ${value}` : value;

/** A figure as its viewer is told it: days, or whole per cent for A3. */
export function figureCell(code: IndicatorCode, figures: FigureOf, telling: Telling): FigureCell {
  const told = toldOfFigure(code, figures, telling);
  if (code === "A3") {
    const { children, within } = figures.A3;
    return aboutCell(children === 0 ? null : percentToldAs(quotient(within * 100, children, 0), told), told);
  }
  const { days } = figures[code];
  return aboutCell(days === null ? null : daysToldAs(days, told), told);
}

/** How many children are counted in a figure, as far as the viewer is told. */
export const childrenCell = (code: IndicatorCode, figures: FigureOf, telling: Telling): FigureCell => countCell(numberInWords(code, figures, telling));

export const isOpen = ({ child }: { readonly child: string }): boolean => child !== CLOSED;

/** The records of those of these local ids that the viewer is shown. */
export const recordIdsOf = (children: readonly string[], recordIds: ReadonlyMap<string, string>): readonly string[] => children.flatMap((child) => recordIds.get(child) ?? []);

/** Local ids that the viewer is shown. */
export const localIds = (children: readonly string[]): string => [...new Set(children)].filter((child) => child !== CLOSED).join(", ");
