import type { Day } from "../../dates/day.ts";
import type { PublishedValue } from "../../scorecard/comparators.ts";
import type { GroupKind } from "../../scorecard/published/published.ts";
import type { IndicatorCode, Window } from "../../scorecard/window.ts";

/**
 * What a scrutiny report is told: only what may be published. Everything else in it is worked out from these, so that it tells
 * nothing that a reader with a pencil could not work out from its own tables.
 */

/** A figure for publication: `x` where a few children could be told from it, null where there is none. */
export type Cell = number | "x" | null;

/** One indicator over adoption years that have ended. Days, or whole per cent for A3. */
export interface FigureTold {
  readonly window: Window;
  /** Adopted in it. How many of them an average counts is not published: from the two, the few whom it leaves out could be told. */
  readonly children: Cell;
  readonly value: Cell;
  /** The threshold of three years; null for a single year, for A3, and where none is applied. */
  readonly threshold: number | null;
  /** When it was told before, where it may not be told beside that any more. */
  readonly publishedOn?: Day;
}

/** An area in a comparison, as its source printed it. */
export interface AreaTold {
  readonly area: string;
  readonly value: PublishedValue;
  /** As its source printed it, among whomever it ranked. */
  readonly printedRank: number | null;
  readonly note: string;
  readonly isOwn: boolean;
}

export interface GroupTold {
  readonly name: string;
  readonly kind: GroupKind;
  /** The unweighted mean of its members’ figures, rounded half-up; null where none has one. */
  readonly average: number | null;
  /** Members without a figure, left out of it. */
  readonly leftOut: number;
  readonly members: readonly AreaTold[];
  /** The authority where it is no member: it stands beside them in charts and tables, and in nothing that is said of the members. */
  readonly beside: AreaTold | null;
}

/** The published figures of one window: the authority’s own beside those of others. */
export interface ComparedTold {
  readonly window: Window;
  readonly source: string;
  readonly own: PublishedValue;
  /** What was published of the authority is left out for every window: its own record’s figure is hidden, and would not be beside it. */
  readonly isWithheld?: boolean;
  readonly rank: number | null;
  /** How many authorities were ranked; null where the source ranked more than were brought in. */
  readonly ranked: number | null;
  readonly threshold: number | null;
  readonly groups: readonly GroupTold[];
  /** Averages of groups, the region and England by the report’s windows, in their order; for a chart and a table. */
  readonly trend: readonly { readonly name: string; readonly isNational: boolean; readonly values: readonly PublishedValue[] }[];
  /** The region and England, as published. */
  readonly wider: readonly { readonly name: string; readonly isNational: boolean; readonly value: PublishedValue }[];
}

export interface IndicatorTold {
  readonly code: IndicatorCode;
  /** Three-year windows, the oldest first; the last is the report’s. */
  readonly windows: readonly FigureTold[];
  /** The single years they are made of, the oldest first. */
  readonly years: readonly FigureTold[];
  /** Whose threshold it is, and what to know of it. */
  readonly thresholdNote: string;
  readonly compared: ComparedTold | null;
}

/** Children on the way at one stage. */
export interface StageTold {
  readonly label: string;
  readonly children: Cell;
}

/** Children placed and not adopted, and the average that each figure already has of them. */
export interface PlacedTold {
  readonly children: Cell;
  readonly A1: Cell;
  readonly A2: Cell;
  /** When how many they are was told before, where it may not be told beside that any more. */
  readonly publishedOn?: Day;
}

export interface RangeTold {
  readonly window: Window;
  readonly likely: number;
  readonly low: number;
  readonly high: number;
}

export interface ForecastTold {
  readonly indicator: "A1" | "A2";
  readonly ranges: readonly RangeTold[];
}

export interface BarrierTold {
  readonly label: string;
  readonly children: Cell;
}

/** The action plan as a report has it: offices, not persons, own its actions. */
export interface PlanTold {
  readonly objectives: readonly {
    readonly objective: string;
    readonly actions: readonly { readonly what: string; readonly owners: string; readonly by: string; readonly state: string; readonly progress: string }[];
  }[];
  readonly done: number;
  readonly actions: number;
  readonly overdue: number;
}

export interface ScrutinyTold {
  readonly authority: string;
  readonly window: Window;
  readonly today: Day;
  readonly indicators: readonly IndicatorTold[];
  /** Adopted in each year that has ended, the oldest first. */
  readonly adopted: readonly { readonly window: Window; readonly children: Cell }[];
  /** Adopted in the quarters that have ended of the year that runs; null where none has. */
  readonly soFar: { readonly until: Day; readonly children: Cell } | null;
  readonly pipeline: readonly StageTold[];
  readonly placed: PlacedTold;
  /** Null where there is too little history to say anything. */
  readonly forecast: readonly ForecastTold[] | null;
  readonly barriers: readonly BarrierTold[];
  readonly plan: PlanTold | null;
  /** Readings of the definitions that the authority has chosen otherwise than usual, in words. */
  readonly readings: readonly string[];
}

/** A chart of the report, as the drawing that its page shows. */
export interface Drawing {
  readonly indicator: IndicatorCode;
  readonly caption: string;
  /** What it shows, for whoever does not see it. */
  readonly alt: string;
  readonly svg: string;
  /** Where its figures are from, and what to know of them. */
  readonly source: string;
  readonly note: string;
}

/** The same as a picture that a Word document holds; its proportions are its width and height. */
export interface DrawnPicture extends Omit<Drawing, "svg"> {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}
