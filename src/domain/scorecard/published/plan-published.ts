import type { PublishedFigure } from "./published.ts";
import { keyOf } from "./read-published.ts";

/** What bringing figures in would do to those of the same source that are here. */
export interface PublishedPlan {
  readonly added: readonly PublishedFigure[];
  readonly changed: readonly { readonly before: PublishedFigure; readonly after: PublishedFigure }[];
  readonly same: number;
  /** Figures of the source that the file says nothing of: they stay. */
  readonly kept: number;
}

/** `here`: the figures of the same source. */
export function planPublished(here: readonly PublishedFigure[], given: readonly PublishedFigure[]): PublishedPlan {
  const before = new Map(here.map((figure) => [keyOf(figure), figure]));
  const added: PublishedFigure[] = [];
  const changed: { before: PublishedFigure; after: PublishedFigure }[] = [];
  let same = 0;
  for (const after of given) {
    const had = before.get(keyOf(after));
    if (had === undefined) added.push(after);
    else if (isSame(had, after)) same++;
    else changed.push({ before: had, after });
  }
  return { added, changed, same, kept: here.length - changed.length - same };
}

const isSame = (a: PublishedFigure, b: PublishedFigure): boolean => a.value === b.value && a.rank === b.rank && a.code === b.code && a.note === b.note;

/** What of a figure is said otherwise: “593, instead of 564; rank 64, instead of none”. */
export function changeInWords(before: PublishedFigure, after: PublishedFigure): string {
  const one = (name: string, was: string, now: string): readonly string[] => (was === now ? [] : [`${name}${now}, instead of ${was}`]);
  return [
    ...one("", valueInWords(before), valueInWords(after)),
    ...one("rank ", String(before.rank ?? "none"), String(after.rank ?? "none")),
    ...one("code ", before.code ?? "none", after.code ?? "none"),
    ...(before.note === after.note ? [] : [after.note === "" ? "no note any more" : "another note"]),
  ].join("; ");
}

/** A published value as a page says it: “593 days”, “44%”, “x (suppressed)”, “none published”. */
export const valueInWords = ({ indicator, value }: Pick<PublishedFigure, "indicator" | "value">): string =>
  value === "x" ? "x (suppressed)" : value === null ? "none published" : indicator === "A3" ? `${value}%` : `${value} days`;
