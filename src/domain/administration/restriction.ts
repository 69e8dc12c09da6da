import { may } from "../access/policy.ts";
import { type Role, ROLES } from "../access/role.ts";
import { isRole } from "../access/recognise.ts";
import { restrictedStages, type RestrictionRule } from "../access/wall.ts";
import type { Refusal } from "../commands/command.ts";
import { isStage, sharedFrom, type Stage, STAGE_CODES } from "../permanence/stage.ts";
import { keysOf } from "../work/seats.ts";

/** Children alike in what a restriction goes by. */
export interface Alike {
  readonly stage: Stage;
  readonly wall: number;
  readonly team: string | null;
  readonly officer: string | null;
  readonly workers: readonly string[];
  readonly children: number;
}

/** Somebody whom a rule may shut out. */
export interface Looker {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly worker: string | null;
  readonly team: string | null;
}

export interface Reach {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  /** How many children they can open. */
  readonly before: number;
  readonly after: number;
}

/** What another rule would do. */
export interface RestrictionChange {
  /** Records that would be restricted of themselves, and those that would be so no more. */
  readonly closes: number;
  readonly opens: number;
  readonly restricted: number;
  readonly byStage: readonly { readonly stage: Stage; readonly closes: number; readonly opens: number }[];
  /** Those for whom something would change, who lose most first. */
  readonly people: readonly Reach[];
}

/** The stages from which records may be restricted: those of the line to an adoption order. From the order itself each is. */
export const RESTRICTED_FROM: readonly Stage[] = sharedFrom("early-alert");

/** The roles that a rule may admit: those that see every child of their authority, and the agency’s, who see what is shared. */
export const ADMISSIBLE: readonly Role[] = (Object.keys(ROLES) as Role[]).filter((role) => {
  const answer = may(role, "open-child");
  return answer.allowed && (answer.reach === "authority" || answer.reach === "agreement");
});

export type ReadRule = { readonly rule: RestrictionRule } | { readonly refusals: readonly Refusal[] };

/** A rule as it was typed, or why it is none. The adoption records officer is admitted whatever is chosen. */
export function readRule(fromStage: string, roles: readonly string[]): ReadRule {
  const refusals: Refusal[] = [];
  if (!isStage(fromStage) || !RESTRICTED_FROM.includes(fromStage)) refusals.push({ field: "fromStage", message: "Choose the stage from which records are restricted" });
  if (roles.some((role) => !isRole(role) || !ADMISSIBLE.includes(role))) refusals.push({ field: "roles", message: "Choose only among the roles that are offered" });
  return refusals.length > 0 || !isStage(fromStage) ? { refusals } : { rule: { fromStage, roles: ADMISSIBLE.filter((role) => role === "adoption-records" || roles.includes(role)) } };
}

/** What a rule would change, for the people of the authority who may open its records. Those of the agency depend on the agreement too. */
export function restrictionChange(before: RestrictionRule, after: RestrictionRule, children: readonly Alike[], people: readonly Looker[]): RestrictionChange {
  const [was, is] = [new Set(restrictedStages(before)), new Set(restrictedStages(after))];
  const count = (of: readonly Alike[]): number => of.reduce((sum, each) => sum + each.children, 0);
  const [closing, opening] = [children.filter(({ stage }) => !was.has(stage) && is.has(stage)), children.filter(({ stage }) => was.has(stage) && !is.has(stage))];
  const at = (of: readonly Alike[], stage: Stage): number => count(of.filter((each) => each.stage === stage));
  return {
    closes: count(closing), opens: count(opening), restricted: count(children.filter(({ stage }) => is.has(stage))),
    byStage: STAGE_CODES.map((stage) => ({ stage, closes: at(closing, stage), opens: at(opening, stage) })).filter(({ closes, opens }) => closes + opens > 0),
    people: people.map((person): Reach => ({
      account: person.account, name: person.name, role: person.role,
      before: count(children.filter((each) => opens(person, each, before, was))), after: count(children.filter((each) => opens(person, each, after, is))),
    })).filter(({ before: had, after: has }) => had !== has).toSorted((a, b) => a.after - a.before - (b.after - b.before) || a.name.localeCompare(b.name)),
  };
}

/** As the database has it (db/migrations/0012-walls.sql), but for who covers for whom and who is named on a record. */
function opens(person: Looker, child: Alike, rule: RestrictionRule, restricted: ReadonlySet<Stage>): boolean {
  const answer = may(person.role, "open-child");
  if (!answer.allowed) return false;
  const keys = keysOf(person);
  const theirs = child.workers.some((worker) => keys.includes(worker));
  if (answer.reach === "allocated") return theirs;
  if (answer.reach !== "authority") return false;
  if (!restricted.has(child.stage)) return true;
  return theirs || rule.roles.includes(person.role) || (child.officer !== null && keys.includes(child.officer)) || (person.role === "team-manager" && person.team !== null && person.team === child.team);
}
