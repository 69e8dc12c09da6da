import type { Day } from "../dates/day.ts";
import { contains } from "../dates/period.ts";
import type { Journey } from "./journey.ts";

/** When a child who was in the process on a day had entered care; nothing for one who was not, or whose start is unknown. */
export function inProcessOn(j: Journey, on: Day): Day | undefined {
  if ("missing" in j.careStarted || j.careStarted.on > on) return undefined;
  if (j.adoptedOn !== null && j.adoptedOn <= on) return undefined;
  if (j.careEndedOn !== null && j.careEndedOn <= on) return undefined;
  return j.decisions.some((d) => contains(d, on)) ? j.careStarted.on : undefined;
}
