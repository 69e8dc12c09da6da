import type { PublishedValue } from "../comparators.ts";
import type { IndicatorCode } from "../window.ts";

/** What a published figure is of. */
export const AREA_LEVELS = { authority: "Local authority", region: "Region", national: "England" } as const;
export type AreaLevel = keyof typeof AREA_LEVELS;

/** One published figure, as its source printed it. */
export interface PublishedFigure {
  /** The name by which the authority that brought it in knows the publication. */
  readonly source: string;
  readonly indicator: IndicatorCode;
  /** The March in which the window ends, and how many years it has. */
  readonly yearEnding: number;
  readonly years: number;
  readonly area: string;
  readonly level: AreaLevel;
  /** The area’s nine-character code, where the file gave one. */
  readonly code: string | null;
  /** Days, or per cent for A3; `x` where it was suppressed; null where the source says that there is none (`..`). */
  readonly value: PublishedValue;
  /** As printed; null where none was. */
  readonly rank: number | null;
  readonly note: string;
}

export const GROUP_KINDS = { region: "The region", neighbours: "Statistical neighbours", "core-cities": "Core cities", own: "A group of our own" } as const;
export type GroupKind = keyof typeof GROUP_KINDS;

/** Authorities that an authority is compared with: a published group, or one of its own choosing. */
export interface ComparatorGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  /** Names of areas, as the published figures have them; the authority itself among them where it is one. */
  readonly members: readonly string[];
}
