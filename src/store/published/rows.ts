import type { ComparatorGroup, PublishedFigure } from "../../domain/scorecard/published/published.ts";
import type { KeptThreshold } from "../../domain/scorecard/published/kept-threshold.ts";

/** A file of published figures that somebody gave, and what became of it. */
export interface PublishedImportRow {
  readonly id: string;
  readonly source: string;
  readonly fileName: string;
  readonly state: "waiting" | "imported" | "cancelled";
  readonly added: number;
  readonly changed: number;
  readonly begunBy: string;
  /** ISO 8601 in UTC. */
  readonly begunAt: string;
  readonly endedAt: string | null;
}

/** Keeping published figures, thresholds and groups: those who bring in the authority’s returns. Instants are ISO 8601 in UTC. */
export interface PublishedWrites {
  /** Takes in a file to be looked at first. Gives its id. */
  beginImport(authority: string, file: { readonly source: string; readonly fileName: string; readonly bytes: Uint8Array }, at: string): Promise<string>;
  /** Adds figures, in the place of those of the same source, window and area. */
  putFigures(authority: string, importId: string, figures: readonly PublishedFigure[]): Promise<void>;
  /** Says what became of a file that waited, and lets its bytes go. */
  endImport(authority: string, id: string, ended: { readonly state: "imported" | "cancelled"; readonly added: number; readonly changed: number }, at: string): Promise<void>;
  /** Takes away every figure of a source; gives how many there were. */
  removeSource(authority: string, source: string): Promise<number>;
  /** Adds a threshold, or changes the one with that id. Throws OverlappingPeriods where the source has another for one of its windows. Gives its id. */
  keepThreshold(authority: string, threshold: Omit<KeptThreshold, "id"> & { readonly id?: string }, at: string): Promise<string>;
  removeThreshold(authority: string, id: string): Promise<void>;
  /** Adds a group, or changes the one with that id. Gives its id. */
  keepGroup(authority: string, group: Omit<ComparatorGroup, "id"> & { readonly id?: string }, at: string): Promise<string>;
  removeGroup(authority: string, id: string): Promise<void>;
}
