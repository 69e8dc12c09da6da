import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import type { Service } from "../domain/access/office.ts";
import type { Owner, Role } from "../domain/access/role.ts";
import type { Wall } from "../domain/access/wall.ts";
import type { Agreement } from "../domain/agency/agreement.ts";
import type { Entry, Source } from "../domain/chronology/entry.ts";
import type { AsAt, Case } from "../domain/chronology/fold.ts";
import type { Kind } from "../domain/chronology/kinds.ts";
import type { EntryInput, Refusal } from "../domain/commands/command.ts";
import type { Day } from "../domain/dates/day.ts";
import type { ListedSummary } from "../domain/permanence/summary.ts";
import type { Stage } from "../domain/permanence/stage.ts";
import type { Params, TrackerStatus, View } from "../domain/tracker/view.ts";
import type { Counted } from "../domain/scorecard/counted-so-far.ts";
import type { Named } from "../domain/siblings/subgroups.ts";
import type { JudgedClock } from "../domain/standards/clock.ts";
import type { Explanation } from "../domain/standards/explain.ts";
import type { ExtensionNeeds, Standard } from "../domain/standards/standard.ts";
import type { ImportState, ImportType } from "../store/import-runs.ts";
import type { ErasedEntry } from "../store/records-queries.ts";
import type { FoundRow, RiverRow, TrackerChoices } from "../store/tracker.ts";
import type { TargetDate } from "../domain/permanence/target-dates.ts";
import type { SetTarget } from "./extensions/targets.ts";
import type { ExtensionView } from "./extensions/views.ts";
import type { RunFrame } from "./import-runs/runs.ts";

/** What a page shows, made by the verbs beside this file. Every one is for a viewer. */

export interface TrackerQuery extends AsAt {
  readonly view: View;
  /** From 1. */
  readonly page: number;
  /** The saved view that the address opened; `view` may have been changed since. */
  readonly saved?: SavedView;
}

/** A way of looking at the tracker that somebody kept under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The team whose view it is; null: the viewer’s alone. */
  readonly team: string | null;
  readonly opensFirst: boolean;
  readonly params: Params;
}

export interface NextThing {
  readonly standard: string;
  readonly occurrence: number;
  readonly title: string;
  readonly owner: Owner;
  /** The standard’s own day. */
  readonly dueOn: Day;
  /** The day that somebody set for this child beside it. */
  readonly target: Day | null;
}

/** A sibling group’s child, as a line names its siblings. */
export interface SiblingOnLine {
  readonly recordId: string;
  readonly localId: string;
}

export interface TrackerLine extends Omit<ListedSummary, "counts"> {
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
  /** Highest entry number of the record: a change says which it was based on. */
  readonly version: number;
  readonly next: NextThing | null;
  readonly status: TrackerStatus;
  /** “Overdue 11 days”, “Due in 6 days”, “On track” (“Nothing due late” where a count is over its threshold), “Not recorded”, “Ended”. */
  readonly statusInWords: string;
  readonly late: number;
  readonly dueSoon: number;
  /** A10, A1 where it differs, and A2, in days beside their thresholds. */
  readonly counted: readonly Counted[];
  /** Days since the placement order in force. */
  readonly daysSinceOrder: number | null;
  readonly siblings: readonly SiblingOnLine[];
  /** The agreement with the viewer’s agency does not show them. */
  readonly barriersHidden?: boolean;
  /** The age, of a child whose day of birth is left out. */
  readonly ageInstead?: string;
}

export type RiverStage = RiverRow;

export interface TrackerPage {
  /** The day everything is judged by: today, or that of the as-at. */
  readonly today: Day;
  readonly query: TrackerQuery;
  readonly asAt: AsAt;
  readonly river: readonly RiverStage[];
  readonly lines: readonly TrackerLine[];
  readonly total: number;
  readonly pages: number;
  /** Whether the viewer may see any child at all: an empty page teaches, a filtered-out one says so. */
  readonly anyChildren: boolean;
  /** The authorities among which the viewer may choose; one for most people. */
  readonly authorities: readonly Organisation[];
  readonly choices: TrackerChoices;
  /** The name of a worker, by account and by worker code; those of whom there is no account are told by their code. */
  readonly workerNames: ReadonlyMap<string, string>;
  /** Whether the viewer has chosen to see children’s names. Where not, no line holds one. */
  readonly showsNames: boolean;
}

/** Children found by what somebody typed, the best first. */
export interface FoundChildren {
  readonly today: Day;
  /** Names only where the viewer has chosen to see them. */
  readonly rows: readonly FoundRow[];
  /** The authorities whose children the viewer may see; one for most people. */
  readonly authorities: readonly Organisation[];
}

export interface ExplainedClock extends JudgedClock {
  readonly title: string;
  readonly owner: Owner;
  readonly citation: string;
  /** Why, in one run of sentences and part by part. */
  readonly why: string;
  readonly told: Explanation;
  /** From which date it moved, where it is open and the date it goes by was another; in a few words, to stand beside its day. */
  readonly moved: string | null;
}

export interface SiblingGroupView {
  readonly recordId: string;
  /** Those in it now whom the viewer may see. */
  readonly members: readonly Named[];
  /** They are all there are: no wall keeps a child of the authority from the viewer. */
  readonly whole: boolean;
  /** What was decided and when, without who is to live with whom. */
  readonly decision: Entry | null;
}

/** A child in a sibling group now, and where they stand. */
export interface GroupMember extends Named {
  /** The number of the entry that says so. */
  readonly membership: number;
  readonly since: Day;
  readonly age: string;
  readonly stage: Stage;
  readonly stands: readonly string[];
}

export interface SiblingGroupPage {
  readonly today: Day;
  readonly recordId: string;
  readonly authority: Organisation;
  /** Nothing for those who may not see every child that was ever in it. */
  readonly localId: string | null;
  readonly version: number;
  /** Everybody ever in it whom the viewer may see. */
  readonly family: readonly Named[];
  /** Those of them in it now. */
  readonly members: readonly GroupMember[];
  /** Its entries, in which children are named by local id. */
  readonly case: Case;
  /** Who is to live with whom, by the number of the decision that says so. */
  readonly homes: ReadonlyMap<number, readonly (readonly Named[])[]>;
  /** Members of whom the decision in force does not say. */
  readonly notDecided: readonly Named[];
  /** Names by account and by worker code, of those whom the viewer may see. */
  readonly workerNames: ReadonlyMap<string, string>;
  readonly may: { readonly record: boolean; readonly correct: boolean };
}

export interface ChildPage {
  readonly today: Day;
  readonly asAt: AsAt;
  readonly recordId: string;
  readonly authority: Organisation;
  readonly localId: string;
  /** Highest entry number of the record; forms carry it, so that a second person saving first is noticed. */
  readonly version: number;
  /** Entries whose words were erased by law, by number: they say nothing but that. */
  readonly erased: readonly ErasedEntry[];
  readonly case: Case;
  /** Whether the record is open today, restricted or sealed. */
  readonly wall: Wall;
  readonly stage: Stage;
  /** Given and family name where recorded and the viewer may see them. */
  readonly name: string | null;
  readonly clocks: readonly ExplainedClock[];
  /** The standards of the child’s authority, by id. */
  readonly standards: ReadonlyMap<string, Standard>;
  readonly counted: readonly Counted[];
  /** The name of a worker, by account and by worker code; those of whom there is no account are told by their code. */
  readonly workerNames: ReadonlyMap<string, string>;
  /** Requests for more time, waiting and decided. */
  readonly extensions: readonly ExtensionView[];
  /** The clocks for which more time may be asked, each as `clockKey` has it, and whose agreement it takes. */
  readonly extendable: ReadonlyMap<string, ExtensionNeeds>;
  /** What somebody set for this child, beside the standards’ own days. */
  readonly individualTargets: readonly SetTarget[];
  readonly targetDates: readonly TargetDate[];
  readonly siblings: SiblingGroupView | null;
  /** The regional agency with which the child's authority has an agreement, and whether that shares this child as they stand. */
  readonly agency: { readonly organisation: Organisation; readonly agreement: Agreement; readonly shares: boolean } | null;
  /** What an agency's person may record and correct: what belongs to the functions given. Not theirs who are of no agency: `may` says it all. */
  readonly given: readonly Kind[] | undefined;
  /** `extend`: ask for more time. `group`: start a sibling group, or add to one. `setAccess`: say who may open the record. `move`: offer the child to another authority. `adopters`: know who they are. `release`: ask for something to go to the birth family, or agree to it. */
  readonly may: { readonly record: boolean; readonly correct: boolean; readonly extend: boolean; readonly group: boolean; readonly setAccess: boolean; readonly move?: boolean; readonly adopters?: boolean; readonly seal?: boolean; readonly release?: boolean };
}

/** What came of asking for a change. */
export type Outcome =
  | { readonly outcome: "done"; readonly recordId: string; readonly entries: readonly Entry[] }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  /** Somebody saved first: what they wrote since, to be shown beside what was typed. */
  | { readonly outcome: "overtaken"; readonly version: number; readonly since: readonly Entry[] }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

export type { EntryInput };

export interface AccountChoice {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: Organisation;
  readonly service?: Service | null;
}

// Imports

export interface ImportProblem {
  readonly severity: "error" | "warning";
  readonly file: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

export interface ImportedTable {
  readonly file: string;
  readonly table: string;
  readonly yearEnding: number;
  readonly rows: number;
  /** False for tables that are recognised and hold nothing the tracker keeps (OC2, OC3, UASC). */
  readonly used: boolean;
}

/** A difference between the file and what a person entered, which only a person can settle. */
export interface ImportConflict {
  readonly localId: string;
  readonly record: string;
  readonly file: string;
}

/** What an import changes in the record of a child it knows, a phrase for each change. */
export interface ImportChange {
  readonly localId: string;
  readonly what: readonly string[];
}

export interface ImportPreview {
  readonly tables: readonly ImportedTable[];
  readonly children: { readonly new: number; readonly changed: number; readonly unchanged: number; readonly vanished: number };
  readonly entries: { readonly added: number; readonly superseded: number; readonly withdrawn: number };
  readonly problems: readonly ImportProblem[];
  readonly conflicts: readonly ImportConflict[];
  /** Entries that an earlier return had and this one does not, in words. */
  readonly vanished: readonly { readonly localId: string; readonly what: string }[];
  /** The first of the children who change, and of the local ids of new ones; absent from runs of before they were kept. */
  readonly changes?: readonly ImportChange[];
  readonly newChildren?: readonly string[];
  /** How many of each are of children whose records whoever looks may not open: they are counted and not shown. */
  readonly closed?: ClosedLines;
  /** True where an error stops the import whole. */
  readonly stopped: boolean;
}

/** Children who change, differences from what people entered, and entries that vanished. */
export interface ClosedLines {
  readonly changes: number;
  readonly conflicts: number;
  readonly vanished: number;
}

export type { ImportState };

export interface ImportRun extends RunFrame {
  readonly preview: ImportPreview | null;
}

/** An import of either kind in the list of all. */
export interface ListedImport extends RunFrame {
  readonly type: ImportType;
  readonly children: { readonly new: number; readonly changed: number } | null;
  /** An error stops it. */
  readonly stopped: boolean;
  /** A sheet about which questions are still to be answered. */
  readonly asking: boolean;
  /** It still waits, and the same files have been imported since it was begun. */
  readonly overtaken: boolean;
}

export type { FoundRow, Source, Viewer };
