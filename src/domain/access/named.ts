import type { Involvement } from "../chronology/codes.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import type { Colleague } from "../work/cover.ts";
import { isPresent } from "../work/seats.ts";
import { may } from "./policy.ts";
import { runsOn } from "./side.ts";

/** Who is named on a record: as what, from when, until when where that is known, and why. */
export interface NamedPerson {
  /** The number of the entry. */
  readonly number: number;
  readonly account: string;
  readonly as: Involvement;
  readonly from: Day;
  /** The day it ends: they are no longer named on it. */
  readonly until: Day | null;
  readonly why: string;
}

const asNamed = ({ number, happenedOn, until, detail }: Entry): NamedPerson =>
  ({ number, account: String(detail["account"]), as: detail["as"] as Involvement, from: happenedOn, until: until ?? null, why: String(detail["why"] ?? "") });

/** Those named on a record today, by the day they began. */
export const namedOn = (c: Case, today: Day): readonly NamedPerson[] => c.of("involvement").filter((e) => runsOn(e, today)).map(asNamed);

/** Those who will be. */
export const namedLater = (c: Case, today: Day): readonly NamedPerson[] => c.of("involvement").filter((e) => e.certainty === "actual" && e.happenedOn > today).map(asNamed);

/** Those who were, the last to end first. */
export const namedBefore = (c: Case, today: Day): readonly NamedPerson[] =>
  c.of("involvement").filter((e) => e.certainty === "actual" && e.until !== undefined && e.until <= today && e.until > e.happenedOn).map(asNamed)
    .toSorted((a, b) => (a.until! < b.until! ? 1 : -1));

/** The restriction by hand that holds. */
export const restrictionOf = (c: Case): Entry | undefined => c.of("restriction").find((e) => e.certainty === "actual" && e.until === undefined);

/** Why somebody cannot be named on a record of an authority; nothing where they can. `agency`: the authority’s regional agency. */
export function whyNotNamed(person: Colleague | undefined, authority: string, agency: string | null, today: Day): string | undefined {
  if (person === undefined) return "Nobody has this account who could be named here. Choose somebody from the list";
  if (person.organisation !== authority && person.organisation !== agency) return `${person.name} is of another organisation. Choose somebody of the child’s authority or of its regional agency`;
  if (!isPresent(person, today)) return `${person.name} is no longer here. Choose somebody who is`;
  if (!may(person.role, "open-child").allowed) return `${person.name} opens no child’s record in their role. Choose somebody else`;
  return undefined;
}
