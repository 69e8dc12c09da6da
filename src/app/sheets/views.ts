import type { Day } from "../../domain/dates/day.ts";
import type { ColumnMatch, SheetProblem, Target } from "../../domain/sheets/facts.ts";
import type { RowAnswer } from "../../domain/sheets/recognise.ts";
import type { RunFrame } from "../import-runs/runs.ts";
import type { ImportConflict } from "../views.ts";

/** A sheet of a workbook as it was found, with what its columns seem to be. */
export interface FoundSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows beneath the headings. */
  readonly rows: number;
  /** Empty where no row of headings was found. */
  readonly matches: readonly ColumnMatch[];
}

/** What was found in the file and what the person has answered, as it is kept with the run. */
export interface SheetAnswers {
  /** The day the sheet speaks of. */
  readonly asOn: Day;
  /** Empty once the run is over: the samples in it are of children. */
  readonly found: readonly FoundSheet[];
  readonly sheet?: string;
  /** What each column is, by its number from 0. */
  readonly columns?: Readonly<Record<string, Target>>;
  /** Who the rows are about that could not be told, by row. */
  readonly rows?: Readonly<Record<string, RowAnswer>>;
}

/** A row about which a person is asked. */
export interface AskedView {
  readonly row: number;
  /** The name and birth date that the sheet gives. */
  readonly says: string;
  readonly why: string;
  readonly candidates: readonly { readonly localId: string; readonly who: string }[];
  readonly suggestedId: string;
  readonly answer?: RowAnswer;
  /** Why the answer will not do. */
  readonly wrong?: string;
}

/** What an import of a sheet would change, as a person is shown it before they agree to it. */
export interface SheetPreview {
  readonly sheet: string;
  readonly children: { readonly new: number; readonly changed: number; readonly unchanged: number; readonly leftOut: number };
  readonly entries: { readonly added: number; readonly superseded: number; readonly withdrawn: number };
  /** Errors first; the first of them, where there are very many. */
  readonly problems: readonly SheetProblem[];
  readonly problemCount: number;
  readonly conflicts: readonly ImportConflict[];
  readonly conflictCount: number;
  /** The first of the children with something to write, and what, a phrase for each change. */
  readonly changes: readonly { readonly localId: string; readonly isNew: boolean; readonly what: readonly string[] }[];
  readonly siblings: readonly { readonly localId: string; readonly isNew: boolean; readonly joining: readonly string[] }[];
  /** How cells were understood that do not say it in so many words. */
  readonly understood: readonly { readonly column: string | null; readonly said: string; readonly as: string; readonly rows: number }[];
  /** Rows still to be answered. */
  readonly asked: readonly AskedView[];
  readonly answered: readonly AskedView[];
  /** True where an error stops the import whole. */
  readonly stopped: boolean;
  /** What a person agrees to: another plan has another. */
  readonly fingerprint: string;
}

/** What comes next for a sheet that waits. */
export type SheetStep = "sheet" | "columns" | "children" | "preview";

export interface SheetRun extends RunFrame {
  readonly answers: SheetAnswers;
  readonly preview: SheetPreview | null;
  readonly step: SheetStep;
}

/** A refusal of what somebody answered: the field, and a sentence. */
export interface AnswerError {
  readonly field: string;
  readonly message: string;
}

export type Answered = { readonly begun: string; readonly finished: Promise<void> } | { readonly refused: readonly AnswerError[] };
