import type { Owner } from "../access/role.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import type { Standard } from "./standard.ts";

/** How a row that is no clock is made to happen. */
export const ROW_FORMS = {
  form: "A question of a form",
  meeting: "Part of a meeting",
  role: "Who does it",
  report: "A report",
  approval: "Somebody’s agreement",
} as const;
export type RowForm = keyof typeof ROW_FORMS;

/** What a row may wait for. Nothing else may be left to later. */
export const PLANNED_FOR = {
  meeting: "the tracking meeting",
  matching: "family finding and moving in",
  quality: "audit of case records",
} as const;
export type PlannedFor = keyof typeof PLANNED_FOR;

/** That a thing can be written down as the row wants it: the kind, whose question it is, and what it asks. */
export interface RecordingExample {
  readonly says: string;
  readonly kind: Kind;
  readonly asks: Owner;
  readonly fields: readonly string[];
}

/** That one of the usual series of meetings is held as the row wants it (`usualSays`). */
export interface SeriesExample {
  readonly says: string;
  readonly series: string;
  readonly has: string;
  readonly of: string;
}

/** That one of the usual regular reports is made as the row wants it (`usualReportSays`). */
export interface ReportExample {
  readonly says: string;
  readonly report: string;
  readonly has: string;
  readonly of: string;
}

/** A row of a source document that is no clock of its own. */
export interface PracticeRow {
  /** LEIC-05. */
  readonly id: string;
  readonly says: string;
  readonly as: RowForm;
  /** Where in the product it is, or will be. */
  readonly where: string;
  readonly planned: PlannedFor | null;
  readonly owner: Owner;
  /** What of the source’s text is lost or guessed. */
  readonly lost: string | null;
  readonly examples: readonly (RecordingExample | SeriesExample | ReportExample)[];
}

/** A row that standards in other packs already say: those standards. */
export interface SameAs {
  readonly id: string;
  readonly says: string;
  readonly standards: readonly string[];
}

/** A published set of practice standards that an authority may adopt. */
export interface Pack {
  /** `leicestershire-2023`. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** Who approved it and when, the head of service responsible, and when its review is due; what is not known is null. */
  readonly approvedBy: string | null;
  readonly approvedOn: Day | null;
  readonly responsible: string | null;
  readonly reviewDueOn: Day | null;
  readonly standards: readonly Standard[];
  readonly rows: readonly PracticeRow[];
  readonly sameAs: readonly SameAs[];
}

/** Its review was due before today. */
export const isReviewOverdue = ({ reviewDueOn }: Pack, today: Day): boolean => reviewDueOn !== null && reviewDueOn < today;
