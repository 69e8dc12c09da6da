import type { NamedPerson } from "../../domain/access/named.ts";
import type { RestrictionRule } from "../../domain/access/wall.ts";
import type { Organisation } from "../../domain/access/viewer.ts";
import type { Owner, Role } from "../../domain/access/role.ts";
import type { AccountState } from "../../domain/administration/account.ts";
import type { SharingChange } from "../../domain/administration/sharing.ts";
import type { RestrictionChange } from "../../domain/administration/restriction.ts";
import type { Agreement } from "../../domain/agency/agreement.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { Colleague } from "../../domain/work/cover.ts";
import type { AdministrationRow, TeamRow, WhoseRow } from "../../store/administration.ts";

/** What came of an administrator’s change: `Done` is what is told of it. */
export type Made<Done> =
  | { readonly outcome: "done"; readonly done: Done }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  /** Somebody else changed it since whoever asks looked. */
  | { readonly outcome: "overtaken" }
  | { readonly outcome: "not-found" };

export interface ChangeLine extends AdministrationRow {
  /** Whoever did it, by name. */
  readonly by: string;
  /** Whose account it is about, by name. */
  readonly about: string | null;
}

/** Somebody in the list of people. */
export interface PersonLine extends AccountState {
  /** Whose journey goes on, as social worker or family finder. */
  readonly children: number;
  readonly isHere: boolean;
}

export interface PeopleQuery {
  readonly text: string;
  readonly role: Role | undefined;
  readonly team: string | undefined;
  readonly show: "here" | "left" | "all";
  /** From 1. */
  readonly page: number;
}

export interface PeoplePage {
  readonly organisation: Organisation;
  readonly lines: readonly PersonLine[];
  readonly total: number;
  readonly pages: number;
  /** Of everybody, for choosing among. */
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
}

/** Children of theirs, and where their manager gives them to others. */
export interface LeftBehind {
  readonly as: "allocated-worker" | "family-finder" | "reviewing-officer";
  readonly children: number;
}

export interface PersonPage {
  readonly organisation: Organisation;
  readonly today: Day;
  readonly person: PersonLine;
  /** What it was when it was looked at: a change says on what it was based. */
  readonly version: string;
  readonly leaves: readonly LeftBehind[];
  /** Those who can give their children to others: the managers of their team, else every one. */
  readonly managers: readonly AccountState[];
  readonly teams: readonly string[];
  readonly changes: readonly ChangeLine[];
  /** It is the viewer’s own account. */
  readonly own: boolean;
}

export interface SavedAccount {
  readonly account: string;
  readonly name: string;
  readonly signedOut: boolean;
}

export interface TeamsPage {
  readonly organisation: Organisation;
  readonly teams: readonly TeamRow[];
  /** Who manages each, by team. */
  readonly managers: ReadonlyMap<string, readonly string[]>;
  /** People who are here and of no team, whose role has one. */
  readonly without: number;
}

export interface RenamePreview extends TeamRow {
  readonly now: string;
  /** The team that has the new name already, with which it becomes one. */
  readonly joins: TeamRow | undefined;
  readonly version: string;
}

export interface OrganisationsPage {
  readonly own: Organisation;
  readonly people: number;
  /** Of an authority: what it has agreed with its agency. Of an agency: with each authority. */
  readonly agreements: readonly { readonly agreement: Agreement; readonly authority: Organisation; readonly agency: Organisation }[];
  readonly agencies: readonly Organisation[];
}

/** A standard that is another’s to see to than it was. */
export interface OwnerMoved {
  readonly id: string;
  readonly title: string;
  readonly from: Owner;
  readonly to: Owner;
}

/** What an agreement would change, before it is saved. */
export interface AgreementPreview {
  readonly before: Agreement | undefined;
  readonly after: Agreement;
  readonly agency: Organisation;
  readonly agencyBefore: Organisation | undefined;
  readonly change: SharingChange;
  readonly owners: readonly OwnerMoved[];
  /** Who of the agency would see them, by role. */
  readonly people: readonly { readonly role: Role; readonly number: number }[];
  readonly version: string;
}

export interface RestrictionPage {
  readonly organisation: Organisation;
  readonly rule: RestrictionRule;
  readonly version: string;
  readonly stages: readonly { readonly stage: string; readonly children: number }[];
}

export interface RestrictionPreview {
  readonly before: RestrictionRule;
  readonly after: RestrictionRule;
  readonly change: RestrictionChange;
  readonly version: string;
}

/** Who works with a child, for an administrator, who does not open the record. */
export interface WhosePage {
  readonly child: WhoseRow;
  readonly organisation: Organisation;
  readonly today: Day;
  /** The highest number of the record: a change says on what it was based. */
  readonly version: number;
  readonly people: readonly { readonly as: string; readonly who: string; readonly account: string | null; readonly isHere: boolean }[];
  /** Those named on the record, now and from a day to come. */
  readonly named: readonly (NamedPerson & { readonly name: string; readonly isHere: boolean })[];
  readonly nameable: readonly Colleague[];
  /** Who gives the child to other workers, by name. */
  readonly managers: readonly string[];
}
