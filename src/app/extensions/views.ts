import type { Office } from "../../domain/access/office.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { RequestState } from "../../domain/standards/extensions.ts";

/** One office whose agreement is needed: what it said, or who holds it. */
export interface NeededSignOff {
  readonly office: Office;
  readonly signed: { readonly agreed: boolean; readonly by: string; readonly on: Day; readonly note: string | null } | null;
  /** Names of those who hold the office and may sign; empty where nobody does, and once it is signed. */
  readonly holders: readonly string[];
}

/** Where the written report is. The file itself stays there. */
export interface ReportReference {
  readonly support: string;
  readonly system: string;
  readonly place: string;
  readonly on: Day | null;
  readonly by: string;
}

/** Somebody’s request for more time, as a page shows it. */
export interface ExtensionView {
  /** The number of its entry. */
  readonly number: number;
  readonly standard: string;
  readonly occurrence: number;
  readonly title: string;
  readonly state: RequestState;
  /** The day it is due as things stand; none where its clock no longer runs. */
  readonly dueOn: Day | null;
  readonly newDay: Day;
  readonly why: string;
  readonly askedBy: string;
  readonly askedOn: Day;
  readonly adoptersNotReady: boolean | null;
  readonly report: ReportReference | null;
  readonly needs: readonly NeededSignOff[];
  /** What the viewer would sign as; and why they cannot, where they cannot. */
  readonly signAs: Office | null;
  readonly whyNotSign: string | null;
}

/** A request that waits for the viewer. */
export interface WaitingSignOff {
  readonly recordId: string;
  readonly localId: string;
  readonly request: ExtensionView;
}

export interface SignOffsPage {
  readonly today: Day;
  /** What the viewer may sign, the nearest due day first. */
  readonly waiting: readonly WaitingSignOff[];
  /** What the viewer signed or asked for and now waits for others. */
  readonly withOthers: readonly WaitingSignOff[];
}
