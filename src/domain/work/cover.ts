import { may } from "../access/policy.ts";
import { type Role, ROLES } from "../access/role.ts";
import type { Refusal } from "../commands/command.ts";
import { addMonths, type Day, dayInWords } from "../dates/day.ts";
import { isPresent, type Worker } from "./seats.ts";

export interface Colleague extends Worker {
  readonly name: string;
  readonly organisation: string;
}

export interface CoverInput {
  /** Accounts: whose work, and who does it. */
  readonly account: string;
  readonly coveredBy: string;
  readonly fromOn: Day;
  /** The last day of it. */
  readonly untilOn: Day;
}

/** Those whose work is given to them by their managers, who may therefore arrange who does it. */
const ARRANGED_FOR: ReadonlySet<Role> = new Set<Role>(["social-worker", "family-finder", "business-support"]);

/** Whose cover somebody may arrange: their own; and a manager that of workers, a team’s manager that of the team’s. */
export function mayArrange(viewer: Colleague, person: Colleague): boolean {
  if (viewer.account === person.account) return true;
  if (viewer.organisation !== person.organisation || !ARRANGED_FOR.has(person.role) || !may(viewer.role, "reassign").allowed) return false;
  return viewer.role !== "team-manager" || viewer.team === null || person.team === null || viewer.team === person.team;
}

/** Why somebody cannot do another’s work at all; nothing where they can. */
export function cannotCover(person: Colleague, by: Colleague): string | undefined {
  if (person.account === by.account) return "Somebody cannot cover for themselves. Choose a colleague";
  if (person.organisation !== by.organisation) return `${by.name} is of another organisation and may not see these children. Choose a colleague of ${person.name}’s own`;
  const answer = may(person.role, "record");
  if (answer.allowed && !may(by.role, "record").allowed) return `${by.name} is ${lower(ROLES[by.role])}, and this role does not record what happened. Choose somebody who may answer ${person.name}’s work`;
  if (reachOf(person.role) === "authority" && reachOf(by.role) === "allocated") {
    return `${by.name} sees only the children allocated to them, and the work of ${ROLES[person.role].toLowerCase()} is about every child. Choose somebody who sees them all`;
  }
  return undefined;
}

const reachOf = (role: Role): string => {
  const answer = may(role, "open-child");
  return answer.allowed ? answer.reach : "none";
};

/** The longest that work is covered rather than given to somebody else. */
const MOST_MONTHS = 6;

/**
 * Why cover cannot be arranged so, each with its field; none where it can. `people`: those whom the viewer may name;
 * `covers`: what is arranged and not over.
 */
export function refuseCover(
  input: CoverInput, viewer: Colleague, people: readonly Colleague[], covers: readonly CoverInput[], today: Day,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const against = (field: string, message: string): void => void refusals.push({ field, message });
  const find = (account: string): Colleague | undefined => people.find((person) => person.account === account);
  const [person, by] = [find(input.account), find(input.coveredBy)];
  if (person === undefined) against("account", "Choose whose work is to be covered");
  else if (!mayArrange(viewer, person)) against("account", `You cannot arrange cover for ${person.name}. They can do it themselves${ARRANGED_FOR.has(person.role) ? ", or their own manager" : ""}`);
  else if (!isPresent(person, today)) against("account", `${person.name} has left. Give their children to somebody else instead`);
  if (by === undefined) against("coveredBy", "Choose who does the work");
  else if (!isPresent(by, today) || !isPresent(by, input.untilOn)) against("coveredBy", `${by.name} ${isPresent(by, today) ? "leaves before then" : "has left"}. Choose somebody who is here`);
  else if (person !== undefined) {
    const why = cannotCover(person, by);
    if (why !== undefined) against("coveredBy", why);
  }
  if (input.fromOn < today) against("fromOn", `The first day, ${dayInWords(input.fromOn)}, is in the past. Cover begins today at the earliest`);
  if (input.untilOn < input.fromOn) against("untilOn", `The last day, ${dayInWords(input.untilOn)}, is before the first, ${dayInWords(input.fromOn)}`);
  else if (input.untilOn > addMonths(input.fromOn, MOST_MONTHS)) against("untilOn", `Cover is for ${MOST_MONTHS} months at most. For longer, give the children to somebody else`);
  const other = covers.find((cover) => cover.account === input.account && cover.fromOn <= input.untilOn && input.fromOn <= cover.untilOn);
  if (person !== undefined && other !== undefined && refusals.length === 0) {
    against("fromOn", `${person.name} is covered already, from ${dayInWords(other.fromOn)} until ${dayInWords(other.untilOn)}, by ${find(other.coveredBy)?.name ?? "somebody else"}. End that first, or choose other days`);
  }
  return refusals;
}

const lower = (text: string): string => `${/^[aeiou]/i.test(text) ? "an" : "a"} ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
