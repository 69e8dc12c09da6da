import type { Day } from "../../dates/day.ts";

/** Columns of the CSV tables, in the order the guide gives them. Files may hold them in any order. */
export const TABLES = {
  Header: ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"],
  Episodes: [
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE",
    "HOME_POST", "PL_POST", "URN",
  ],
  Reviews: ["CHILD", "DOB", "REVIEW", "REVIEW_CODE"],
  AD1: ["CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"],
  PlacedAdoption: ["CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"],
  PrevPerm: ["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"],
  UASC: ["CHILD", "SEX", "DOB", "DUC"],
  OC2: [
    "CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
    "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
  ],
  OC3: ["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"],
  Missing: ["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"],
  SWEpisodes: ["CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"],
  DoLo: ["CHILD", "DOB", "DOLO_START", "DOLO_END"],
} as const satisfies Record<string, readonly string[]>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** Recognised, and nothing in them is about a child's line to permanence: their rows are counted and left. */
export const UNUSED_TABLES: readonly TableName[] = ["UASC", "OC2", "OC3"];

/** A file of the return, and which year's it is. */
export interface ReturnFile {
  readonly name: string;
  readonly table: TableName;
  /** The year, in March of which the return ends. */
  readonly yearEnding: number;
  /** Rows of data, the header not counted. */
  readonly rows: number;
}

/** Where a row stands. Every row knows, so that every entry and every problem can say. */
export interface RowAt {
  readonly child: string;
  readonly file: ReturnFile;
  readonly row: number;
}

export interface BornRow extends RowAt {
  readonly dob: Day | null;
}

/** A row of UASC, OC2 or OC3: only that the child has one, and the date of birth, to be compared. */
export type NotUsedRow = BornRow;

export interface HeaderRow extends BornRow {
  readonly sex: string | null;
  readonly ethnic: string | null;
}

/** Postcodes are read past and never kept. */
export interface EpisodeRow extends RowAt {
  readonly decom: Day;
  readonly rne: string | null;
  readonly ls: string | null;
  readonly cin: string | null;
  readonly place: string | null;
  readonly provider: string | null;
  readonly dec: Day | null;
  readonly rec: string | null;
  readonly reasonForChange: string | null;
  readonly urn: string | null;
}

export interface ReviewRow extends BornRow {
  readonly on: Day;
  readonly code: string | null;
}

/** A child adopted in the year. */
export interface AdoptedRow extends BornRow {
  readonly decidedOn: Day | null;
  readonly matchedOn: Day | null;
  readonly fosterCare: string | null;
  readonly adopters: string | null;
  readonly adoptersSex: string | null;
  readonly adoptersStatus: string | null;
}

/** DATE_PLACED is the decision that the child should be placed, not the day the child moved in. */
export interface DecisionRow extends BornRow {
  readonly decidedOn: Day | null;
  readonly ceasedOn: Day | null;
  readonly reason: string | null;
}

/** `date` as returned, for it may be part-unknown: `zz/05/2020`. */
export interface PreviousPermanenceRow extends BornRow {
  readonly type: string | null;
  readonly authority: string | null;
  readonly date: string | null;
}

export interface MissingRow extends BornRow {
  readonly type: string | null;
  readonly from: Day;
  readonly until: Day | null;
}

export interface WorkerRow extends BornRow {
  readonly worker: string | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly reason: string | null;
}

export interface LibertyRow extends BornRow {
  readonly from: Day;
  readonly until: Day | null;
}

/** All that the files say of one child, several years together, earliest year first. */
export interface ChildRows {
  readonly child: string;
  readonly header: readonly HeaderRow[];
  readonly episodes: readonly EpisodeRow[];
  readonly reviews: readonly ReviewRow[];
  readonly adopted: readonly AdoptedRow[];
  readonly decisions: readonly DecisionRow[];
  readonly previousPermanence: readonly PreviousPermanenceRow[];
  readonly missing: readonly MissingRow[];
  readonly workers: readonly WorkerRow[];
  readonly liberty: readonly LibertyRow[];
  readonly notUsed: readonly NotUsedRow[];
}

/** One year of the return: 1 April to 31 March, or as far as a mid-year extract goes. */
export interface ReturnYear {
  readonly yearEnding: number;
  /** The last day it speaks of. */
  readonly upTo: Day;
  /** The tables that came, in words with spaces between: what this year can carry at all. */
  readonly tables: string;
  /** The last day these tables speak of: later years that follow at once and have all of them included. */
  readonly knownUpTo: Day;
  readonly files: readonly ReturnFile[];
}
