import { namedLater, namedOn, restrictionOf, whyNotNamed } from "../access/named.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { accept, type Decision, inForce, refuse, type Refusal } from "./command.ts";
import type { Nameable } from "./involve.ts";

export interface EndInvolvementInput {
  /** The number of the entry that names them. */
  readonly number: number;
  readonly why: string;
}

/**
 * Ends somebody’s work with a child from today, or before it began. On a record restricted by hand somebody who is here stays
 * named without an end: it is never left with nobody.
 */
export function endInvolvement(c: Case, { number, why }: EndInvolvementInput, { people, authority, agency }: Nameable, today: Day): Decision {
  const old = inForce(c.entries, number);
  if (!("number" in old)) return refuse(old);
  const ahead = namedLater(c, today).some((n) => n.number === number);
  const running = namedOn(c, today);
  if (!ahead && !running.some((n) => n.number === number)) return refuse({ field: "number", message: "This has ended since. Open the page again to see who is named now" });
  const refusals: Refusal[] = [];
  if (why.trim() === "") refusals.push({ field: "why", message: "Say why it ends, for whoever asks later" });
  const stays = running.some((n) => n.number !== number && n.until === null && whyNotNamed(people.find((p) => p.account === n.account), authority, agency, today) === undefined);
  if (!ahead && !stays && restrictionOf(c) !== undefined) {
    refusals.push({ field: "number", message: "Nobody else is named on this restricted record without an end, so it would be left with nobody. Name somebody else first, or end the restriction" });
  }
  if (refusals.length > 0) return refuse(...refusals);
  const { kind, happenedOn, until, certainty, detail } = old;
  const same = { kind, happenedOn, certainty, detail, source: { type: "person" }, supersedes: number, reason: why.trim() } as const;
  return accept(ahead ? { ...same, ...(until === undefined ? {} : { until }), cause: "not-going-ahead" } : { ...same, until: today, cause: "ended" });
}
