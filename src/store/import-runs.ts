import type { JsonValue } from "./writer.ts";

export type ImportState = "reading" | "ready" | "writing" | "done" | "failed" | "cancelled";

export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The 903 files, or a council’s own sheet with the answers given on the way. */
export type ImportType = "ssda903" | "sheet";

export interface ImportRunRow {
  readonly id: string;
  readonly type: ImportType;
  readonly authority: string;
  readonly state: ImportState;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
  /** 0 to 1 while reading or writing. */
  readonly progress: number;
  readonly preview: JsonValue;
  /** What was found in a sheet and what the person has answered. */
  readonly answers: JsonValue;
  readonly failure: string | null;
  /** When anything of it last changed: a run that says it is working and has long been silent was killed. */
  readonly changedAt: string;
}

export interface ImportRunChange {
  readonly state?: ImportState;
  readonly progress?: number;
  /** Null: what was shown holds no more. */
  readonly preview?: JsonValue;
  readonly answers?: JsonValue;
  /** Null: it is over. */
  readonly failure?: string | null;
}

/** Imports made in the browser. Each call is a transaction of its own, so progress shows while one is writing. */
export interface ImportRuns {
  /** Keeps the files; gives the run's id. State `reading`. */
  begin(authority: string, files: readonly ImportFile[], type?: ImportType, answers?: JsonValue): Promise<string>;
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

  /** What the authority’s columns were matched to last, by the key of their heading. */
  columnMatches(authority: string): Promise<ReadonlyMap<string, string>>;
  rememberColumns(authority: string, matches: ReadonlyMap<string, string>): Promise<void>;
}
