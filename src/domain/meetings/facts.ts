import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { type Day, parseDay } from "../dates/day.ts";
import { happened, latestCare } from "../permanence/moments.ts";
import type { Clock } from "../standards/clock.ts";

/** The meeting that an agenda is for. */
export interface MeetingDays {
  readonly heldOn: Day;
  /** The meeting after it in the series, where one is planned. */
  readonly nextOn: Day | null;
  /** The day on which what is late is judged: that on which the agenda is built, never after the meeting. */
  readonly builtOn: Day;
  /** The organisation that meets. What another decided is known, and is not this one’s having considered the child. */
  readonly organisation: string | null;
  /** What its meetings write when they have considered a child. */
  readonly considered: Extract<Kind, "tracking-meeting" | "agency-meeting">;
}

/** What the rules of the agenda look at in one child. */
export interface ChildFacts {
  readonly c: Case;
  /** The clocks that run: of the standards that the rules go by, and those that are late. */
  readonly clocks: readonly Clock[];
}

/** What earlier meetings said of a child, worked out once for all the rules. */
export interface Before {
  /** The last time the child was considered in this period of care, or ever where they are not in care. */
  readonly last: Entry | undefined;
  /** By when the child comes back, where the last meeting said so. */
  readonly returnBy: { readonly on: Day; readonly entry: Entry } | undefined;
}

/** What earlier meetings of the organisation said of a child, before the day of this one. */
export function beforeOf(c: Case, { heldOn, considered, organisation }: MeetingDays): Before {
  const since = latestCare(c)?.happenedOn;
  const alert = c.of("early-alert").findLast((e) => since === undefined || e.happenedOn < since)?.happenedOn;
  // What was said before the birth or before coming into care counts, where the alert was about this coming into care.
  const from = since === undefined ? undefined : alert !== undefined ? [alert, since].toSorted()[0] : since;
  const within = (e: Entry): boolean => e.happenedOn < heldOn && (from === undefined || e.happenedOn >= from);
  const last = happened(c, considered).findLast(within);
  const outcome = happened(c, "meeting-outcome").findLast((e) => within(e) && (organisation === null || e.detail["organisation"] === organisation));
  const on = outcome === undefined || (last !== undefined && outcome.happenedOn < last.happenedOn) ? undefined : parseDay(String(outcome.detail["returnOn"] ?? ""));
  return { last, returnBy: outcome === undefined || on === undefined ? undefined : { on, entry: outcome } };
}

/** Nobody meets again before a day, as far as is planned: this meeting is the last before it. */
export const isLastBefore = ({ nextOn }: MeetingDays, on: Day): boolean => nextOn === null || nextOn > on;
