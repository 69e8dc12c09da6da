import { ROLES, type Role } from "./role.ts";
import type { Person } from "./viewer.ts";

/** What a sign-in provider may say of its people, as the operator has configured it. */
export interface ProviderRules {
  /** Codes of the organisations whose people it signs in. */
  readonly organisations: readonly string[];
  /** Its app roles, and which of ours each is. */
  readonly roles: ReadonlyMap<string, Role>;
}

export type Unrecognised = "unknown-person" | "left" | "another-person" | "other-organisation" | "no-role" | "unknown-role" | "other-role";

/** Why somebody is not signed in, in a sentence for them. None of it says whether anybody else has an account. */
export const UNRECOGNISED: Readonly<Record<Unrecognised, string>> = {
  "unknown-person": "There is no account here for you. Ask whoever looks after accounts in your organisation to add you",
  "left": "Your account here has ended. Ask whoever looks after accounts in your organisation if that is wrong",
  "another-person": "The account with your sign-in name belongs to somebody else who had that name before. Ask whoever looks after accounts in your organisation to give it to you",
  "other-organisation": "Your account here is of an organisation that this sign-in is not for. Choose your own organisation’s sign-in",
  "no-role": "Your organisation has given you no role in Permanence Tracker. Ask your IT service for one",
  "unknown-role": "Your organisation has given you a role that Permanence Tracker does not know. Ask your IT service to correct it",
  "other-role": "The role that your organisation has given you is not the role of your account here. Ask whoever looks after accounts in your organisation to make them the same",
};

/**
 * May this person be signed in, given the app roles in their token? Every role in it must be one that the
 * operator's table knows, and one of them must be the account's own.
 */
export function recognise(person: Person, rules: ProviderRules, tokenRoles: readonly string[]): Unrecognised | undefined {
  if (!rules.organisations.includes(person.organisation.code)) return "other-organisation";
  if (tokenRoles.length === 0) return "no-role";
  const known = new Set(tokenRoles.map((role) => rules.roles.get(role)));
  if (known.has(undefined)) return "unknown-role";
  return known.has(person.role) ? undefined : "other-role";
}

export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);
