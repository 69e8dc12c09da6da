import type { Owner, Role } from "../access/role.ts";
import type { Day } from "../dates/day.ts";
import { type Desk, ownersOn } from "./desk.ts";

/** Somebody who may have work: their account, the code under which children are allocated, their role and their team. */
export interface Worker {
  readonly account: string;
  readonly worker: string | null;
  readonly role: Role;
  readonly team: string | null;
  readonly leftOn: Day | null;
}

/** What the record of a child says about whose it is. */
export interface Held {
  readonly socialWorker: string | null;
  readonly familyFinder: string | null;
  readonly team: string | null;
  readonly reviewingOfficer: string | null;
}

/**
 * One reason why work lands on a desk: it is one of these owners’, and the child is allocated to one of `present`;
 * or is to be, for nobody of `present` has it; or is of no team but those that are not in `teams`.
 */
export type Seat = {
  readonly owners: readonly Owner[];
  /** The account of somebody whose work the viewer does while they are away. */
  readonly forAccount: string | null;
} & (
  | { readonly by: "social-worker" | "family-finder" | "reviewing-officer"; readonly keys: readonly string[] }
  | { readonly by: "no-social-worker" | "no-family-finder"; readonly keys: readonly string[]; readonly otherTeams: readonly string[] }
  | { readonly by: "no-reviewing-officer"; readonly keys: readonly string[] }
  | { readonly by: "team"; readonly otherTeams: readonly string[] }
  | { readonly by: "role" }
);

/** Under what a child may be allocated to somebody. */
export const keysOf = ({ account, worker }: Pick<Worker, "account" | "worker">): readonly string[] => (worker === null ? [account] : [account, worker]);

export const isPresent = ({ leftOn }: Pick<Worker, "leftOn">, today: Day): boolean => leftOn === null || leftOn > today;

/**
 * Where somebody sits: whatever their role, with the children allocated to them; a manager with those of their team,
 * those of teams that nobody manages, and those of whom nobody who is still here has the track; an officer with those who
 * name them or nobody; and everybody with the work of their role. `everyone`: all of the organisation, for who is still here.
 */
export function seatsOf(person: Worker, everyone: readonly Worker[], today: Day, forAccount: string | null = null): readonly Seat[] {
  const here = everyone.filter((other) => isPresent(other, today));
  const keys = keysOf(person);
  const seat = (by: Desk["by"]) => ({ owners: ownersOn(by), forAccount });
  const seats: Seat[] = [
    { ...seat("social-worker"), by: "social-worker", keys },
    { ...seat("family-finder"), by: "family-finder", keys },
    { by: "role", owners: ownersOn("role", person.role), forAccount },
  ];
  if (person.role === "team-manager") {
    const present = here.flatMap(keysOf);
    const otherTeams = [...new Set(here.flatMap(({ role, team }) => (role === "team-manager" && team !== null && team !== person.team ? [team] : [])))];
    seats.push(
      { ...seat("team"), by: "team", otherTeams },
      { ...seat("social-worker"), by: "no-social-worker", keys: present, otherTeams },
      { ...seat("family-finder"), by: "no-family-finder", keys: present, otherTeams },
    );
  }
  if (person.role === "reviewing-officer") {
    const officers = here.filter(({ role }) => role === "reviewing-officer").map(({ account }) => account);
    seats.push({ ...seat("reviewing-officer"), by: "reviewing-officer", keys }, { ...seat("reviewing-officer"), by: "no-reviewing-officer", keys: officers });
  }
  return seats.filter(({ owners }) => owners.length > 0);
}

/** Whether a thing that is `owner`’s, about a child, lands where somebody sits. */
export function lands(seat: Seat, owner: Owner, child: Held): boolean {
  if (!seat.owners.includes(owner)) return false;
  const isOneOf = (name: string | null, keys: readonly string[]): boolean => name !== null && keys.includes(name);
  switch (seat.by) {
    case "social-worker": return isOneOf(child.socialWorker, seat.keys);
    case "family-finder": return isOneOf(child.familyFinder, seat.keys);
    case "reviewing-officer": return isOneOf(child.reviewingOfficer, seat.keys);
    case "no-reviewing-officer": return !isOneOf(child.reviewingOfficer, seat.keys);
    case "no-social-worker": return !isOneOf(child.socialWorker, seat.keys) && !isOneOf(child.team, seat.otherTeams);
    case "no-family-finder": return !isOneOf(child.familyFinder, seat.keys) && !isOneOf(child.team, seat.otherTeams);
    case "team": return !isOneOf(child.team, seat.otherTeams);
    case "role": return true;
  }
}
