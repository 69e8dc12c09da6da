import type { Day } from "../domain/dates/day.ts";
import type { AuthorityRows, ChildRows, Reads } from "../domain/reporting/rows.ts";
import type { Choices } from "../domain/scorecard/choices.ts";

/** What a login of the database may read in the reporting schema. */
export interface ReportingReader {
  readonly login: string;
  readonly authority: string;
  readonly reads: Reads;
  /** ISO 8601 in UTC. */
  readonly addedAt: string;
}

/** When the copy of an authority was made, and to which day everything in it is counted. */
export interface ReportingAsAt {
  readonly authority: string;
  readonly asAtOn: Day;
  readonly madeAt: string;
}

export interface ReportingCopy extends ReportingAsAt {
  readonly authorityName: string;
  readonly choices: Choices;
}

/** What is put into a copy while it is made. */
export interface IntoCopy {
  /** Rows of children by their record ids; a sibling group is named in them by its record id, and gets a key too. */
  readonly children: (rows: ReadonlyMap<string, ChildRows>) => Promise<void>;
  readonly authority: (rows: AuthorityRows) => Promise<void>;
}

/** The copy that reports are made of (db/migrations/0040-reporting.sql), and who reads it. In the maintenance role. */
export interface Reporting {
  /**
   * Makes the copy of an authority anew, whole or not at all; a child who was restricted by hand or sealed meanwhile is not in it. Whether it
   * was: not where another process is at it, or `unlessMadeOn` says that it is of that day already.
   */
  copy(copy: ReportingCopy, fill: (into: IntoCopy) => Promise<void>, unlessMadeOn?: Day): Promise<boolean>;
  /** Lets a login read an authority, or changes what it reads. */
  letIn(reader: ReportingReader): Promise<void>;
  /** Lets it read no more; whether it did. The copy goes with an authority’s last reader. */
  shutOut(login: string, authority: string): Promise<boolean>;
  /** By authority and login. */
  readers(): Promise<ReportingReader[]>;
  copies(): Promise<ReportingAsAt[]>;
  /** Whether there is such a login in the database, and whether it may use the schema at all. */
  login(name: string): Promise<"none" | "not-in-role" | "ready">;
}
