import type { Person } from "../../domain/access/viewer.ts";
import type { Agreement } from "../../domain/agency/agreement.ts";
import type { RestrictionRule } from "../../domain/access/wall.ts";
import { isPresent } from "../../domain/work/seats.ts";
import type { App } from "../app.ts";
import { changesOf, looking } from "./administering.ts";
import { everybody, leftBehind } from "./people.ts";
import type { ChangeLine, PersonLine } from "./views.ts";

/** What an administrator looks after, at a glance. */
export interface AdministrationHome {
  readonly people: number;
  readonly teams: number;
  /** Nothing for an agency. */
  readonly rule: RestrictionRule | undefined;
  readonly agreements: readonly (Agreement & { readonly authorityName: string; readonly agencyName: string })[];
  /** Those who have left and still have children. */
  readonly leftWithChildren: readonly PersonLine[];
  /** Those who are here and sign in by no name yet. */
  readonly withoutSignIn: number;
  readonly changes: readonly ChangeLine[];
}

const CHANGES_SHOWN = 8;

export const openAdministration = (app: App, person: Person): Promise<AdministrationHome> =>
  looking(app, person, async (reader) => {
    const { code, type } = person.organisation;
    const today = app.clock.today();
    const { accounts, holdings } = await everybody(reader, code);
    const here = accounts.filter((one) => isPresent(one, today));
    const isAuthority = type === "local-authority";
    const own = await reader.agreementOf(code);
    const agreed = isAuthority ? (own === undefined ? [] : [own]) : await reader.agreementsWith(code);
    const names = new Map((await app.store.directory.organisations()).map((organisation) => [organisation.code, organisation.name]));
    return {
      people: here.length, teams: (await reader.administration.teamsOf(code, today)).length, rule: isAuthority ? await reader.restrictionRule(code) : undefined,
      agreements: agreed.map((agreement) => ({ ...agreement, authorityName: names.get(agreement.authority) ?? agreement.authority, agencyName: names.get(agreement.agency) ?? agreement.agency })),
      leftWithChildren: accounts.filter((one) => !isPresent(one, today)).map((one) => ({ ...one, isHere: false, children: leftBehind(one, holdings).reduce((sum, { children }) => sum + children, 0) })).filter(({ children }) => children > 0),
      withoutSignIn: here.filter(({ signInName }) => signInName === null).length,
      changes: await changesOf(reader, code, { limit: CHANGES_SHOWN }),
    };
  });

const PAGE_SIZE = 50;

/** What was changed, before a line of the audit or from the last; and the line from which the next page goes on. */
export const listChanges = (app: App, person: Person, before: number | undefined): Promise<{ readonly changes: readonly ChangeLine[]; readonly next: number | undefined }> =>
  looking(app, person, async (reader) => {
    const changes = await changesOf(reader, person.organisation.code, { limit: PAGE_SIZE + 1, ...(before === undefined ? {} : { before }) });
    return { changes: changes.slice(0, PAGE_SIZE), next: changes.length > PAGE_SIZE ? changes[PAGE_SIZE - 1]?.number : undefined };
  });
