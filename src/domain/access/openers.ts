import type { AdoptionFunction } from "../agency/functions.ts";
import type { Involvement } from "../chronology/codes.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { openOf } from "../permanence/moments.ts";
import type { Colleague } from "../work/cover.ts";
import { isPresent, keysOf } from "../work/seats.ts";
import { namedOn, type NamedPerson } from "./named.ts";
import { may } from "./policy.ts";
import { type Role, ROLES } from "./role.ts";
import { knowsAdopters } from "./side.ts";
import { DEFAULT_RESTRICTION, type RestrictionRule, type Wall } from "./wall.ts";

/** What decides who opens a record, beside what is written in it. */
export interface OpenedBy {
  readonly wall: Wall;
  readonly rule: RestrictionRule;
  readonly authority: string;
  /** The regional agency to whose people the record is open now. */
  readonly agency: string | null;
  /** The adoption functions that the authority has given to it; none unless told. */
  readonly given?: readonly AdoptionFunction[];
  /** Everybody of the authority and of its agency. */
  readonly people: readonly Colleague[];
  readonly today: Day;
}

/** One reason for which a record can be opened, and by whom. */
export type Opener =
  /** `knows`: may know who the adopters are. */
  | { readonly by: "role"; readonly role: Role; readonly people: readonly Colleague[]; readonly knows: boolean }
  /** As the child’s own worker, finder, officer or team manager; `person` is unknown where no account has that code. */
  | { readonly by: "social-worker" | "family-finder" | "reviewing-officer" | "team-manager"; readonly code: string; readonly people: readonly Colleague[] }
  | { readonly by: "named"; readonly named: NamedPerson; readonly person: Colleague | null; readonly knows: boolean };

/**
 * Who may open a record today and why, as the database’s policies have it (db/migrations/0012-walls.sql): whoever works
 * with the child, whom the rule admits, and who is named on it.
 */
export function openersOf(c: Case, { wall, rule, authority, agency, given, people, today }: OpenedBy): readonly Opener[] {
  const here = people.filter((person) => isPresent(person, today));
  const own = here.filter(({ organisation }) => organisation === authority);
  const roleOf = (role: Role): Opener[] => {
    const of = (may(role, "open-child").allowed && reachOf(role) === "agreement" ? here.filter(({ organisation }) => organisation === agency) : own).filter((person) => person.role === role);
    return of.length === 0 ? [] : [{ by: "role", role, people: of, knows: of.some((person) => knows(c, person, today)) }];
  };
  const workersOf = (by: "social-worker" | "family-finder" | "reviewing-officer", code: string | undefined): Opener[] =>
    code === undefined ? [] : [{ by, code, people: own.filter((person) => keysOf(person).includes(code)) }];
  const detail = (kind: "allocated-worker" | "family-finder" | "responsible-team", field: string): string | undefined => text(openOf(c, kind)?.detail[field]);
  const ofChild: Opener[] = wall > 1 ? [] : [
    ...workersOf("social-worker", detail("allocated-worker", "worker")),
    ...workersOf("family-finder", detail("family-finder", "worker")),
    ...(wall === 0 ? [] : [
      ...workersOf("reviewing-officer", text(c.of("reviewing-officer-appointed").at(-1)?.detail["officer"])),
      ...managersOf(own, detail("responsible-team", "team")),
    ]),
  ];
  const named = wall === 3 ? [] : namedOn(c, today).map((one): Opener => {
    const person = here.find(({ account }) => account === one.account) ?? null;
    return { by: "named", named: one, person, knows: person !== null && knows(c, person, today, given) };
  });
  return [...ofChild, ...named, ...rolesAt(wall, rule).flatMap(roleOf)];
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const reachOf = (role: Role): string => {
  const answer = may(role, "open-child");
  return answer.allowed ? answer.reach : "none";
};

const managersOf = (own: readonly Colleague[], team: string | undefined): Opener[] =>
  team === undefined ? [] : [{ by: "team-manager", code: team, people: own.filter((person) => person.role === "team-manager" && person.team === team) }];

/** Whether a role opens every record of the authority, sealed ones too. */
export const opensBehindWalls = (role: Role): boolean => rolesAt(3, DEFAULT_RESTRICTION).includes(role);

/** The roles that open a record for the sake of the role alone. */
function rolesAt(wall: Wall, rule: RestrictionRule): readonly Role[] {
  const everywhere = (Object.keys(ROLES) as Role[]).filter((role) => reachOf(role) === "authority" || reachOf(role) === "agreement");
  switch (wall) {
    case 0: return everywhere;
    case 1: return everywhere.filter((role) => role === "adoption-records" || rule.roles.includes(role));
    default: return ["adoption-records"];
  }
}

function knows(c: Case, { account, name, role, organisation, worker }: Colleague, today: Day, given: readonly AdoptionFunction[] = []): boolean {
  const viewer = { type: "person", account, name, role, organisation: { code: organisation, name: "", type: "local-authority" } } as const;
  return knowsAdopters({ viewer, keys: keysOf({ account, worker }), today, given }, c);
}

/** Those who open it as things are, and would no longer once only the people named on it do. */
export function losing(openers: readonly Opener[], staying: ReadonlySet<string>): readonly Colleague[] {
  const all = openers.flatMap((opener) => (opener.by === "named" ? (opener.person === null ? [] : [opener.person]) : opener.by === "role" && opener.role === "adoption-records" ? [] : opener.people));
  return [...new Map(all.map((person) => [person.account, person])).values()].filter(({ account }) => !staying.has(account));
}

/** As what somebody opens it, of those who work with the child themselves. */
export const OPENS_AS = {
  "social-worker": "The child’s social worker",
  "family-finder": "The child’s family finder",
  "reviewing-officer": "The child’s reviewing officer",
  "team-manager": "Manager of the team that has the child",
} as const;

/** Which of these somebody is named as, and so whom it lets know the adopters, in words beside the choice. */
export const KNOWING_IN_WORDS: Readonly<Record<Involvement, string>> = {
  "named": "Knows who the adopters are where their role may",
  "previous-worker": "Knows who the adopters may be until the match is decided",
  "adopters-social-worker": "Knows who the adopters are",
  "legal": "Never knows who the adopters are",
  "medical-adviser": "Never knows who the adopters are",
  "panel": "Knows who the adopters are",
  "adoption-clerk": "Knows who the adopters are",
  "post-adoption-worker": "Knows who the adopters are",
};
