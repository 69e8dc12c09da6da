import type { Owner } from "../../domain/access/role.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { Stage } from "../../domain/permanence/stage.ts";
import type { ClockFlag, JudgedClock } from "../../domain/standards/clock.ts";
import type { DeskGroup, Listed } from "../../domain/work/groups.ts";
import type { NextInWords } from "../../domain/work/next.ts";

/** One thing due: what, of whom, by when, why it is here and what can be done about it. */
export interface WorkItem extends Listed {
  readonly authority: string;
  readonly localId: string;
  /** Only where the viewer has chosen to see names. */
  readonly name: string | null;
  readonly stage: Stage;
  readonly standard: string;
  readonly occurrence: number;
  readonly title: string;
  readonly owner: Owner;
  readonly dueOn: Day | null;
  readonly state: JudgedClock["state"];
  readonly flags: readonly ClockFlag[];
  /** “Overdue 11 days”, “Due in 6 days”. */
  readonly standing: string;
  /** What it runs from or goes by, in a few words; the whole answer is on the page of why. */
  readonly because: string | null;
  /** From which day what it goes by was moved. */
  readonly movedFrom: Day | null;
  /** Whose work it is where it is not the viewer’s own: the name of whoever is away. */
  readonly forWhom: string | null;
  /** The owner has no desk here: the viewer sees that it is done, and answers on their behalf. */
  readonly chased: boolean;
  /** It came here because nobody who is still here has the child: which track is to be allocated. */
  readonly nobodyAs: "social-worker" | "family-finder" | "reviewing-officer" | null;
  /** The decision that it waits for, where the viewer is whose decision that is, or their deputy. */
  readonly decides: Kind | null;
  readonly may: { readonly answer: boolean; readonly decline: boolean; readonly extend: boolean };
}

export interface Notice {
  readonly type: "new" | "moved" | "gone-late";
  readonly recordId: string;
  readonly localId: string;
  readonly standard: string;
  readonly occurrence: number;
  readonly title: string;
  readonly dueOn: Day | null;
  readonly movedFrom: Day | null;
}

export interface Told {
  readonly recordId: string;
  readonly localId: string;
  readonly kind: Kind;
  readonly number: number;
  readonly happenedOn: Day;
  /** The name of whoever wrote it, where they have an account. */
  readonly by: string | null;
}

export interface NoticesView {
  /** When the viewer last said that they had seen them; ISO 8601, nothing where never: then it is the last seven days. */
  readonly seenAt: string | null;
  readonly counts: Readonly<Record<Notice["type"], number>>;
  readonly items: readonly Notice[];
  readonly told: readonly Told[];
}

/** A child given to the viewer lately. */
export interface TakenOver {
  readonly recordId: string;
  readonly localId: string;
  readonly name: string | null;
  readonly as: "social-worker" | "family-finder";
  readonly since: Day;
  /** Who had them before, by name; nothing where nobody had. */
  readonly previous: string | null;
  readonly leftOpen: number;
  readonly late: number;
}

export interface WorkQuery {
  /** From 1. */
  readonly page: number;
  readonly group?: DeskGroup | undefined;
  /** Of one child: its record. */
  readonly child?: string | undefined;
}

export interface WorkPage {
  readonly today: Day;
  readonly query: WorkQuery;
  readonly items: readonly WorkItem[];
  readonly total: number;
  readonly pages: number;
  readonly totals: Readonly<Record<DeskGroup, number>>;
  /** How many children all of it is about. */
  readonly children: number;
  /** What to do next, around `first`; nothing on a part of the desk. */
  readonly next: NextInWords | null;
  readonly first: WorkItem | null;
  /** Nothing on a part of the desk. */
  readonly notices: NoticesView | null;
  readonly takenOver: readonly TakenOver[];
  /** Those whose work is here too, while they are away. */
  readonly covering: readonly { readonly name: string; readonly untilOn: Day }[];
  /** Who has the viewer’s own work today. */
  readonly coveredBy: { readonly name: string; readonly untilOn: Day } | null;
  readonly showsNames: boolean;
}

export interface WeekPage {
  readonly today: Day;
  readonly monday: Day;
  readonly days: readonly { readonly on: Day; readonly items: readonly WorkItem[] }[];
  /** Late from before the week: only of the week that today is in. */
  readonly before: readonly WorkItem[];
  /** More than a page holds were left out. */
  readonly leftOut: number;
  readonly showsNames: boolean;
}
