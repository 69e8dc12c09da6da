import type { Case } from "../chronology/fold.ts";
import { accept, type Decision, refuse } from "../commands/command.ts";
import type { Day } from "../dates/day.ts";
import { isPresent } from "../work/seats.ts";
import { actionsIn, type MeetingAction } from "./actions.ts";
import { drafted } from "./end-action.ts";
import type { Chase } from "./meeting.ts";
import type { Tellable } from "./tell.ts";

/** How late actions are followed up where the series does not say, or is not the authority’s own. */
export const USUAL_CHASE: Chase = { daysBefore: 3, everyDays: 7, escalateAfterDays: 14 };

/** What is to be said of an action today: that it is soon due, for the nth time that it is late, or nothing. */
export function reminderOf({ state, daysLate, dueOn }: Pick<MeetingAction, "state" | "daysLate" | "dueOn">, chase: Chase, daysToGo: number): { readonly template: "action-due" | "action-late"; readonly key: string } | undefined {
  if (state === "open") return daysToGo <= chase.daysBefore ? { template: "action-due", key: dueOn } : undefined;
  return state === "late" ? { template: "action-late", key: `${dueOn} ${Math.floor((daysLate - 1) / Math.max(1, chase.everyDays)) + 1}` } : undefined;
}

/** Is an action so late that it goes further, and has not gone yet? */
export const isToEscalate = ({ state, daysLate, escalated }: Pick<MeetingAction, "state" | "daysLate" | "escalated">, chase: Chase): boolean =>
  state === "late" && escalated === null && daysLate >= chase.escalateAfterDays;

export interface WhoseChild {
  readonly authority: string;
  readonly socialWorker: string | null;
  readonly team: string | null;
}

/**
 * Who follows up an action of which the owner has left or has no account: the manager of their team, or of the child’s, or another
 * team manager there; of an agency’s people its lead. Also to whom a late action goes. Nothing where there is nobody.
 */
export function managerFor<T extends Tellable>(who: string | null, child: WhoseChild, people: readonly T[], today: Day): T | undefined {
  const owner = people.find(({ account }) => account === who);
  const organisation = owner?.organisation ?? child.authority;
  const team = owner === undefined ? child.team : owner.team;
  const here = people.filter((one) => isPresent(one, today) && one.organisation === organisation && one.account !== who).toSorted((a, b) => (a.account < b.account ? -1 : 1));
  const managers = here.filter(({ role }) => role === "team-manager" || role === "agency-lead");
  const above = owner?.role === "team-manager" ? here.filter(({ role }) => role === "service-manager") : [];
  return above[0] ?? managers.find((one) => team !== null && one.team === team) ?? managers.find((one) => one.team === null) ?? managers[0] ?? here.find(({ role }) => role === "service-manager");
}

/** Takes a late action further, once. */
export function escalateAction(c: Case, number: number, to: string | null, today: Day): Decision {
  const action = actionsIn(c, today).find(({ numbers }) => numbers.includes(number));
  if (action === undefined || action.state !== "late") return refuse({ field: "action", message: "This action is not late" });
  if (action.escalated !== null) return refuse({ field: "action", message: "This action has been taken further already" });
  return accept(drafted("action-escalated", today, { action: action.number, ...(to === null ? {} : { to }) }));
}
