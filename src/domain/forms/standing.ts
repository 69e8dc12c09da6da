import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import type { Duration } from "../dates/duration.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { happened, lastOf } from "../permanence/moments.ts";
import { dueOrNone } from "../standards/due-table.ts";

/** What a form’s standing is told by. */
export const FORM_KINDS = [
  "milestones-form", "adoption-pack-sent", "adoption-pack-received", "adoption-not-the-route", "plan-decision-reversed", "adoption-became-plan", "adoption-order",
] as const satisfies readonly Kind[];

/** In the usual way a pack is back, or adoption decided against, in this many working days. Source: the note before question 1.1.4 of the milestones form. */
export const PACK_BACK: Duration = { count: 20, unit: "working day" };

/** Whether a child’s milestones form is open, was closed, or was never begun. */
export type FormState = { readonly state: "none" } | { readonly state: "open"; readonly entry: Entry } | { readonly state: "closed"; readonly entry: Entry; readonly on: Day };

export function formOf(c: Case): FormState {
  const last = c.of("milestones-form").at(-1);
  if (last === undefined) return { state: "none" };
  return last.until === undefined ? { state: "open", entry: last } : { state: "closed", entry: last, on: last.until };
}

/** What ended adoption as the plan, where nothing has made it the plan again since: the order, or that it is no longer pursued. */
export function adoptionEnded(c: Case): { readonly reason: "adoption-order" | "not-pursued"; readonly entry: Entry } | undefined {
  const order = lastOf(c, "adoption-order");
  if (order !== undefined) return { reason: "adoption-order", entry: order };
  const ended = [lastOf(c, "adoption-not-the-route"), lastOf(c, "plan-decision-reversed")]
    .reduce((a, b) => (a === undefined || (b !== undefined && b.happenedOn > a.happenedOn) ? b : a), undefined);
  const again = lastOf(c, "adoption-became-plan");
  return ended === undefined || (again !== undefined && again.happenedOn > ended.happenedOn) ? undefined : { reason: "not-pursued", entry: ended };
}

/** A pack that was sent and has not come back. */
export interface PackOut {
  readonly sentOn: Day;
  /** None where nobody knows the bank holidays that far ahead. */
  readonly dueOn: Day | null;
}

/** The last pack sent, where neither it nor a decision against adoption has come since. `clockDueOn`: what the authority’s own clock says; else twenty working days are counted. */
export function packOut(c: Case, calendar: WorkingCalendar, clockDueOn: Day | null = null): PackOut | undefined {
  const sent = lastOf(c, "adoption-pack-sent");
  if (sent === undefined || adoptionEnded(c) !== undefined) return undefined;
  if (happened(c, "adoption-pack-received").some((e) => e.happenedOn >= sent.happenedOn)) return undefined;
  return { sentOn: sent.happenedOn, dueOn: clockDueOn ?? dueOrNone(calendar, sent.happenedOn, PACK_BACK) };
}

/** Whether a form should be opened: a pack went out, adoption is still pursued, and no form has been open since. */
export function toOpen(c: Case): Entry | undefined {
  const sent = lastOf(c, "adoption-pack-sent");
  if (sent === undefined || adoptionEnded(c) !== undefined) return undefined;
  const form = formOf(c);
  return form.state === "none" || (form.state === "closed" && form.on <= sent.happenedOn) ? sent : undefined;
}
