import { may } from "../../access/policy.ts";
import { type Role, ROLES } from "../../access/role.ts";
import type { Refusal } from "../../commands/command.ts";
import type { Day } from "../../dates/day.ts";
import { type Choosable, ownerKey, ownerMeant } from "../plan/owners.ts";
import type { PlanOwner } from "../plan/plan.ts";
import { type RegularMade, RHYTHMS, type Rhythm } from "./regular.ts";

/** In characters; in working days. */
export const LONGEST_MEETING = 200;
const MOST_DAYS = 60;

/** What somebody typed of a regular report. */
export interface TypedRegular {
  readonly meeting: string;
  readonly rhythm: string;
  readonly makers: readonly string[];
  readonly withinDays: string;
}

const roleOf = (owner: PlanOwner, people: readonly Choosable[]): Role | undefined =>
  owner.type === "office" ? owner.role : owner.type === "person" ? people.find(({ account }) => account === owner.account)?.role : undefined;

/** What a report of the register is, from what was typed; owed from `from` on. */
export function readRegular({ meeting, rhythm, makers: typed, withinDays }: TypedRegular, people: readonly Choosable[], from: Day): { readonly made: Extract<RegularMade, { what: "set" }> } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const refuse = (field: string, message: string): void => void refusals.push({ field, message });
  const name = meeting.trim();
  if (name === "") refuse("meeting", "Say which meeting the report goes to");
  if (name.length > LONGEST_MEETING) refuse("meeting", `Write the meeting in ${LONGEST_MEETING} characters or fewer`);
  if (!Object.hasOwn(RHYTHMS, rhythm)) refuse("rhythm", "Say how often the report is made");
  const named = typed.map((text) => text.trim()).filter((text) => text !== "");
  const makers = new Map(named.map((text) => ownerMeant(text, people)).map((owner): [string, PlanOwner] => [ownerKey(owner), owner]));
  if (makers.size === 0) refuse("owners-0", "Say who makes it: somebody here, or an office");
  const outside = [...makers.values()].find(({ type }) => type === "named");
  if (outside?.type === "named") refuse("owners-0", `Nobody here and no office is called “${outside.name}”. Choose from the list who makes the report`);
  const blind = [...makers.values()].find((owner) => { const role = roleOf(owner, people); return role !== undefined && !may(role, "see-scorecard").allowed; });
  if (blind !== undefined) refuse("owners-0", `${ROLES[roleOf(blind, people)!]}: this role does not see the scorecard, so cannot make the report. Choose somebody who does`);
  const days = /^\d{1,3}$/.test(withinDays.trim()) ? Number(withinDays) : 0;
  if (days < 1 || days > MOST_DAYS) refuse("withinDays", `Say within how many working days it is due, from 1 to ${MOST_DAYS}`);
  return refusals.length > 0 ? { refusals } : { made: { what: "set", meeting: name, rhythm: rhythm as Rhythm, makers: [...makers.values()], withinDays: days, from } };
}
