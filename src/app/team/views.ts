import type { Day } from "../../domain/dates/day.ts";
import type { Stage } from "../../domain/permanence/stage.ts";
import type { DeskGroup } from "../../domain/work/groups.ts";
import type { WaitingSignOff } from "../extensions/views.ts";
import type { ListedChallenge } from "../challenges/open.ts";
import type { WorkItem } from "../work/views.ts";

/** Which children a manager looks at, and how a page says so. */
export interface TeamShown {
  /** As the address asks for it; nothing: the manager’s own team, or all for who has none. */
  readonly asked: string | undefined;
  readonly label: string;
  /** Every team of the authority, to choose another. */
  readonly teams: readonly string[];
  /** The reader may give children to other workers. */
  readonly mayReassign: boolean;
}

/** How much is late, due in the next seven days and due later. */
export interface Amounts {
  readonly late: number;
  readonly week: number;
  readonly later: number;
}

export interface HolderLine extends Amounts {
  /** As the address of the list has it: see parseHolder. */
  readonly holder: string;
  readonly name: string;
  readonly type: "worker" | "nobody" | "role";
  /** How many children they have, or nobody has; of roles, how many the things due are about. */
  readonly children: number;
}

export interface StandardLine extends Amounts {
  readonly standard: string;
  readonly title: string;
  readonly children: number;
}

export interface OfChild {
  readonly recordId: string;
  readonly localId: string;
  /** Only where the viewer has chosen to see names. */
  readonly name: string | null;
}

/** A child whom a family finder is to be found for. */
export interface WantingFinder extends OfChild {
  readonly decidedOn: Day | null;
  /** The clock that asks for one; nothing where no standard in force does. */
  readonly clock: { readonly standard: string; readonly occurrence: number; readonly dueOn: Day; readonly late: boolean } | null;
  /** Who had the child and is no longer here. */
  readonly was: string | null;
}

export interface Awaiting {
  readonly recordId: string;
  readonly localId: string;
  readonly number: number;
  readonly since: Day;
  readonly by: string;
  readonly note: string | null;
}

export interface TeamPage extends TeamShown {
  readonly today: Day;
  readonly totals: Amounts & { readonly children: number };
  /** Those with most late first; what nobody has before them. */
  readonly holders: readonly HolderLine[];
  readonly standards: readonly StandardLine[];
  readonly wanting: readonly WantingFinder[];
  readonly papers: readonly Awaiting[];
  readonly summaries: readonly Awaiting[];
  readonly extensions: readonly WaitingSignOff[];
}

export interface TeamItem extends WorkItem {
  /** Whose it is, by name or office; nothing where nobody has it. */
  readonly whose: string | null;
}

export interface TeamItemsQuery {
  readonly team?: string | undefined;
  readonly who?: string | undefined;
  readonly standard?: string | undefined;
  readonly group?: DeskGroup | undefined;
  /** Only what went late in the last seven days. */
  readonly newly?: boolean;
  readonly page: number;
}

export interface TeamItemsPage extends TeamShown {
  readonly today: Day;
  readonly query: TeamItemsQuery;
  /** Whose and of what, in words. */
  readonly whose: string | null;
  readonly title: string | null;
  readonly items: readonly TeamItem[];
  readonly total: number;
  readonly pages: number;
}

export interface TeamChild extends OfChild, Pick<Amounts, "late" | "week"> {
  readonly stage: Stage;
  readonly team: string | null;
  readonly socialWorker: string | null;
  readonly familyFinder: string | null;
}

export interface TeamChildrenPage extends TeamShown {
  readonly today: Day;
  readonly who: string;
  readonly whose: string;
  /** As what they are to be given: settled where nobody has them on one track. */
  readonly as: "allocated-worker" | "family-finder" | null;
  readonly children: readonly TeamChild[];
  readonly total: number;
}

/** Drift by one rule. */
export interface DriftCount {
  readonly rule: string;
  readonly title: string;
  readonly past: number;
  readonly near: number;
  /** Past the limit since a week ago. */
  readonly newly: number;
}

export interface ServicePage {
  readonly today: Day;
  /** The first day of what counts as since last week. */
  readonly since: Day;
  readonly teams: readonly (Amounts & { readonly team: string | null; readonly children: number })[];
  /** Interagency searches discussed, and not decided on. */
  readonly interagency: readonly Awaiting[];
  /** Searches that a standard says are to be discussed by a day. */
  readonly toDiscuss: readonly WorkItem[];
  readonly extensions: readonly WaitingSignOff[];
  /** Extensions that wait for others. */
  readonly withOthers: number;
  readonly drift: readonly DriftCount[];
  readonly challenges: { readonly open: number; readonly late: number; readonly mine: readonly ListedChallenge[] };
  readonly changed: {
    readonly newlyLate: number;
    readonly newlyLateChildren: number;
    readonly newlyAdrift: number;
    readonly decided: readonly { readonly label: string; readonly count: number }[];
    readonly raised: number;
    readonly resolved: number;
    readonly extensionsAgreed: number;
  };
  readonly mayReassign: boolean;
}
