import type { IndicatorCode } from "../window.ts";
import type { PublishedFigure } from "./published.ts";

/**
 * Sources with the one to compare by first, where nobody chose: that with the most authorities’ figures of the newest window that
 * any has; then the one brought in last, then by name. `broughtInAt`: by source, an instant in ISO 8601.
 */
export function sourcesInOrder(figures: readonly PublishedFigure[], of: { readonly indicator?: IndicatorCode; readonly years: number }, broughtInAt: ReadonlyMap<string, string>): readonly string[] {
  const asked = figures.filter(({ indicator, years }) => years === of.years && (of.indicator === undefined || indicator === of.indicator));
  const newest = Math.max(...asked.map(({ yearEnding }) => yearEnding));
  const fullness = new Map<string, { newest: number; all: number }>(figures.map(({ source }) => [source, { newest: 0, all: 0 }]));
  for (const { source, yearEnding, level, value } of asked) {
    const one = fullness.get(source)!;
    one.all++;
    if (yearEnding === newest && level === "authority" && value !== null) one.newest++;
  }
  const fullnessOf = (source: string): { newest: number; all: number } => fullness.get(source)!;
  const at = (source: string): string => broughtInAt.get(source) ?? "";
  return [...fullness.keys()].sort((a, b) =>
    fullnessOf(b).newest - fullnessOf(a).newest || Number(fullnessOf(b).all > 0) - Number(fullnessOf(a).all > 0) || (at(a) === at(b) ? (a < b ? -1 : 1) : at(a) < at(b) ? 1 : -1));
}

/** When each source was last brought in. */
export function broughtInAt(imports: readonly { readonly source: string; readonly state: string; readonly endedAt: string | null }[]): ReadonlyMap<string, string> {
  const at = new Map<string, string>();
  for (const { source, state, endedAt } of imports) if (state === "imported" && endedAt !== null && endedAt > (at.get(source) ?? "")) at.set(source, endedAt);
  return at;
}
