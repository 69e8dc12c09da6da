import type { JsonValue } from "./writer.ts";

export type ImportState = "reading" | "ready" | "writing" | "done" | "failed" | "cancelled";

export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportRunRow {
  readonly id: string;
  readonly authority: string;
  readonly state: ImportState;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
  /** 0 to 1 while reading or writing. */
  readonly progress: number;
  readonly preview: JsonValue;
  readonly failure: string | null;
  /** When anything of it last changed: a run that says it is working and has long been silent was killed. */
  readonly changedAt: string;
}

export interface ImportRunChange {
  readonly state?: ImportState;
  readonly progress?: number;
  readonly preview?: JsonValue;
  readonly failure?: string;
}

/** Imports made in the browser. Each call is a transaction of its own, so progress shows while one is writing. */
export interface ImportRuns {
  /** Keeps the files; gives the run's id. State `reading`. */
  begin(authority: string, files: readonly ImportFile[]): Promise<string>;
  get(id: string): Promise<ImportRunRow | undefined>;
  /** Newest first. */
  list(authority: string): Promise<ImportRunRow[]>;
  filesOf(id: string): Promise<ImportFile[]>;
  change(id: string, change: ImportRunChange): Promise<void>;
  /**
   * Moves the run from one state to another if it is still in the first, and says whether it was:
   * of two people confirming at once, one begins.
   */
  move(id: string, from: ImportState, to: ImportState): Promise<boolean>;
  /** Lets the files' contents go; their names, sizes and hashes stay. */
  forgetFiles(id: string): Promise<void>;
}
