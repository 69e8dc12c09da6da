import { addMonths, type Day, latest } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { isAhead, type MeetingDetail, type MeetingState, type Rhythm } from "./meeting.ts";
import { knownUntil, type MeetingDay, meetingDaysOf } from "./rhythm.ts";

/** How far ahead meetings are planned. */
export const MONTHS_AHEAD = 3;

/** Why meetings that nobody had touched were taken out of the plan: such a day may be planned again. */
export const UNPLANNED = { ended: "The series ended", rhythm: "The series has another rhythm now" } as const;

/** What is asked of a meeting that is there already. */
export interface Standing {
  readonly id: string;
  readonly heldOn: Day;
  readonly state: MeetingState;
  readonly detail: MeetingDetail;
  readonly agendaBuiltAt: string | null;
}

export interface Plan {
  readonly add: readonly MeetingDay[];
  /** Meetings that the rhythm gives no more, and that nobody has begun to prepare. */
  readonly drop: readonly Standing[];
  /** Meetings that the rhythm gives no more, and that stay because their agenda was begun. */
  readonly stay: readonly Standing[];
  /** The last day that could be planned for. */
  readonly until: Day;
  /** Bank holidays are not published for all of the time ahead. */
  readonly cutShort: boolean;
}

export const wasUnplanned = ({ state, detail }: Pick<Standing, "state" | "detail">): boolean =>
  state === "cancelled" && (detail.cancelled === UNPLANNED.ended || detail.cancelled === UNPLANNED.rhythm);

/**
 * What is still to be planned of a series, with the meetings it has from three months ago on. A day on which it meets already,
 * from which a meeting was moved, or on which one was cancelled, is not planned again: planning twice plans nothing more.
 */
export function planFor(rhythm: Rhythm, meetings: readonly Standing[], today: Day, calendar: WorkingCalendar): Plan {
  const ahead = addMonths(today, MONTHS_AHEAD);
  const until = knownUntil(ahead, calendar);
  const there = meetings.filter((one) => !wasUnplanned(one) && one.detail.chairsAction !== true);
  const taken = new Set(there.flatMap(({ heldOn, detail }) => [heldOn, ...(detail.movedFrom === undefined ? [] : [detail.movedFrom])]));
  const add = meetingDaysOf(rhythm, today, until, calendar).filter(({ on, movedFrom }) => !taken.has(on) && !(movedFrom !== undefined && taken.has(movedFrom)));
  // Wide enough for a meeting that was moved from a day that has passed, or planned for one further on.
  const last = there.reduce((furthest, { heldOn }) => latest(furthest, heldOn), until);
  const given = new Set(meetingDaysOf(rhythm, addMonths(today, -MONTHS_AHEAD), last, calendar).flatMap(({ on, movedFrom }) => [on, movedFrom ?? on]));
  const stray = there.filter(({ heldOn, state, detail }) =>
    heldOn >= today && isAhead(state) && detail.extraordinary === undefined && !given.has(heldOn) && !(detail.movedFrom !== undefined && given.has(detail.movedFrom)));
  const begun = ({ state, agendaBuiltAt }: Standing): boolean => state === "agenda-sent" || agendaBuiltAt !== null;
  return { add, drop: stray.filter((one) => !begun(one)), stay: stray.filter(begun), until, cutShort: until < ahead };
}
