import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Clock } from "./clock.ts";
import type { Standard } from "./standard.ts";

/**
 * The clock as an answer of “not appropriate for this child” leaves it: it no longer applies from that
 * day, whatever ends it later. What was done all the same stays done.
 */
export function declined(clock: Clock, c: Case): Clock {
  if (clock.stoppedOn !== null) return clock;
  const answer = declinedBy(clock, c);
  if (answer === undefined || (clock.mootOn !== null && clock.mootOn < answer.happenedOn)) return clock;
  return { ...clock, mootOn: answer.happenedOn, flags: [...clock.flags, "declined"] };
}

/** The entry that answers a clock “not appropriate”. */
export const declinedBy = ({ standard, occurrence }: Pick<Clock, "standard" | "occurrence">, c: Case): Entry | undefined =>
  c.of("declined").find((e) => e.detail["standard"] === standard && e.detail["occurrence"] === occurrence);

/** Why a standard cannot be answered “not appropriate”, in words; nothing where it can. */
export function whyNotDeclined({ id, mayDecline, legalForce }: Standard): string | undefined {
  if (mayDecline) return undefined;
  return legalForce === "statute"
    ? `${id} is law and cannot be answered “not appropriate”. Record what stands in the way as a barrier`
    : `${id} has to be done for every child it starts for, so it cannot be answered “not appropriate”. If more time is needed, ask for an extension`;
}
