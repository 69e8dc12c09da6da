import { SERVICES, type Service } from "../../access/office.ts";
import { may } from "../../access/policy.ts";
import { type Role, ROLES } from "../../access/role.ts";
import type { Person } from "../../access/viewer.ts";
import { editDistance } from "../../sheets/wording.ts";
import { listed, lower } from "../../words.ts";
import type { PlanOwner } from "./plan.ts";

/** Who may be an owner, by office: everybody who sees any child’s record in an authority, and so may follow a plan. */
export interface OwningOffice {
  readonly role: Role;
  readonly service: Service | null;
  readonly label: string;
}

const OF_AN_AUTHORITY = (role: Role): boolean => { const answer = may(role, "follow-meetings"); return answer.allowed && answer.reach !== "agreement"; };

export const officeLabel = ({ role, service }: Pick<OwningOffice, "role" | "service">): string => (service === null ? ROLES[role] : `${ROLES[role]} of ${lower(SERVICES[service])}`);

export const OWNING_OFFICES: readonly OwningOffice[] = (Object.keys(ROLES) as Role[]).filter(OF_AN_AUTHORITY).flatMap((role) => {
  const services = role === "service-manager" ? (Object.keys(SERVICES) as Service[]) : [];
  return [null, ...services].map((service) => ({ role, service, label: officeLabel({ role, service }) }));
});

/** Is it theirs, by their account or by the office they hold? */
export const owns = ({ account, role, service }: Pick<Person, "account" | "role" | "service">, owners: readonly PlanOwner[]): boolean =>
  owners.some((owner) => {
    switch (owner.type) {
      case "person": return owner.account === account;
      case "office": return owner.role === role && (owner.service === null || owner.service === (service ?? null));
      case "named": return false;
    }
  });

/** Somebody as whom a person acts today: themselves, then those whose work they do while they are away. */
export interface ActsAs extends Pick<Person, "account" | "role" | "service"> {
  /** The name of whoever is away; null of themselves. */
  readonly covers: string | null;
}

/** As whom it is theirs: the first of these whose it is; nothing where it is none of theirs. */
export const ownsAs = (acting: readonly ActsAs[], owners: readonly PlanOwner[]): ActsAs | undefined => acting.find((one) => owns(one, owners));

/** By name: `names` are those of accounts. */
export function ownerInWords(owner: PlanOwner, names: ReadonlyMap<string, string>): string {
  switch (owner.type) {
    case "person": return names.get(owner.account) ?? "Somebody who has left";
    case "office": return officeLabel(owner);
    case "named": return owner.name;
  }
}

export const ownersInWords = (owners: readonly PlanOwner[], names: ReadonlyMap<string, string>): string => listed(owners.map((owner) => ownerInWords(owner, names)));

/** Somebody who may be chosen, as the list that is chosen from has them. */
export interface Choosable {
  readonly account: string;
  readonly role: Role;
  readonly label: string;
  readonly name: string;
}

/** Whom somebody meant who chose or typed this: a person or an office of the list, a name that only one has, else somebody outside by that name. */
export function ownerMeant(text: string, people: readonly Choosable[]): PlanOwner {
  const typed = text.trim().replaceAll(/\s+/g, " ");
  const same = (other: string): boolean => other.toLowerCase() === typed.toLowerCase();
  const office = OWNING_OFFICES.find(({ label }) => same(label));
  if (office !== undefined) return { type: "office", role: office.role, service: office.service };
  const named = people.filter(({ name }) => same(name));
  const person = people.find(({ label, account }) => same(label) || account === typed) ?? (named.length === 1 ? named[0] : undefined);
  return person === undefined ? { type: "named", name: typed } : { type: "person", account: person.account };
}

/** Who of those typed is nobody of the list, by name, each once; without those who are known to be somebody outside. */
export function outsideOf(owners: readonly string[], people: readonly Choosable[], known: readonly string[]): readonly string[] {
  const outside = new Set(known.map((name) => name.trim().toLowerCase()));
  return [...new Set(owners.filter((text) => text.trim() !== "").map((text) => ownerMeant(text, people)).flatMap((owner) => (owner.type === "named" && !outside.has(owner.name.toLowerCase()) ? [owner.name] : [])))];
}

/** Everybody outside who has an action of these. */
export const outsidersIn = (actions: readonly { readonly owners: readonly PlanOwner[] }[]): readonly string[] => actions.flatMap(({ owners }) => owners.flatMap((owner) => (owner.type === "named" ? [owner.name] : [])));

const NEAR = 3;

/** Whom or which office somebody meant who mistyped it by a few letters. */
export function perhapsMeant(typed: string, people: readonly Choosable[]): string | undefined {
  const names = [...people.flatMap(({ name, label }) => [name, label]), ...OWNING_OFFICES.map(({ label }) => label)];
  const near = names.map((name) => ({ name, distance: editDistance(typed.toLowerCase(), name.toLowerCase(), NEAR) })).sort((a, b) => a.distance - b.distance)[0];
  return near !== undefined && near.distance <= NEAR && near.distance < typed.length / 2 ? near.name : undefined;
}

/** As it is shown to be changed: what `ownerMeant` reads back. */
export const ownerTyped = (owner: PlanOwner, people: readonly Choosable[]): string => {
  switch (owner.type) {
    case "person": return people.find(({ account }) => account === owner.account)?.label ?? owner.account;
    case "office": return officeLabel(owner);
    case "named": return owner.name;
  }
};

/** One key for one owner: nobody owns a thing twice. */
export const ownerKey = (owner: PlanOwner): string => {
  switch (owner.type) {
    case "person": return `person ${owner.account}`;
    case "office": return `office ${owner.role} ${owner.service ?? ""}`;
    case "named": return `named ${owner.name.toLowerCase()}`;
  }
};
