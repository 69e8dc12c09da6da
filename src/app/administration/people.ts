import type { Person } from "../../domain/access/viewer.ts";
import { ROLES, type Role } from "../../domain/access/role.ts";
import type { AccountState } from "../../domain/administration/account.ts";
import { HAVE_CHILDREN } from "../../domain/commands/reassign.ts";
import type { Day } from "../../domain/dates/day.ts";
import { isPresent, keysOf } from "../../domain/work/seats.ts";
import type { HoldingRow } from "../../store/administration.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";
import { changesOf, looking, versionOf } from "./administering.ts";
import type { LeftBehind, PeoplePage, PeopleQuery, PersonLine, PersonPage } from "./views.ts";

const PAGE_SIZE = 50;
const CHANGES_SHOWN = 20;

/** The people of the administrator’s organisation, those asked for. */
export async function listPeople(app: App, person: Person, query: PeopleQuery): Promise<PeoplePage> {
  const { organisation } = person;
  const { accounts, holdings } = await looking(app, person, (reader) => everybody(reader, organisation.code));
  const today = app.clock.today();
  const all = accounts.map((account) => lineOf(account, holdings, today));
  const wanted = all.filter((line) => isWanted(line, query));
  const pages = Math.max(1, Math.ceil(wanted.length / PAGE_SIZE));
  const from = (Math.min(query.page, pages) - 1) * PAGE_SIZE;
  return {
    organisation, lines: wanted.slice(from, from + PAGE_SIZE), total: wanted.length, pages,
    roles: (Object.keys(ROLES) as Role[]).filter((role) => all.some((line) => line.role === role)), teams: teamsAmong(accounts),
  };
}

/** Somebody of the organisation; nothing for those of others. */
export const openPerson = (app: App, viewer: Person, account: string): Promise<PersonPage | undefined> =>
  looking(app, viewer, async (reader) => {
    const { organisation } = viewer;
    const { accounts, holdings } = await everybody(reader, organisation.code);
    const state = accounts.find((one) => one.account === account);
    if (state === undefined) return undefined;
    const today = app.clock.today();
    return {
      organisation, today, person: lineOf(state, holdings, today), version: versionOf(state), teams: teamsAmong(accounts), own: viewer.account === account,
      leaves: leftBehind(state, holdings), managers: managersOf(state, accounts, today), changes: await changesOf(reader, organisation.code, { account, limit: CHANGES_SHOWN }),
    };
  });

/** Everybody of an organisation, and how many children they have. */
export async function everybody(reader: Reader, organisation: string): Promise<{ readonly accounts: readonly AccountState[]; readonly holdings: readonly HoldingRow[] }> {
  return { accounts: await reader.administration.accountsOf(organisation), holdings: await reader.administration.holdings(organisation) };
}

export const teamsAmong = (accounts: readonly AccountState[]): readonly string[] => [...new Set(accounts.flatMap(({ team }) => team ?? []))].sort((a, b) => a.localeCompare(b));

/** What somebody has, and leaves behind if they go. */
export function leftBehind(state: AccountState, holdings: readonly HoldingRow[]): readonly LeftBehind[] {
  const keys = keysOf(state);
  const of = (as: LeftBehind["as"]): number => holdings.filter((row) => row.as === as && keys.includes(row.key)).reduce((sum, { children }) => sum + children, 0);
  return (["allocated-worker", "family-finder", "reviewing-officer"] as const).map((as) => ({ as, children: of(as) })).filter(({ children }) => children > 0);
}

const lineOf = (state: AccountState, holdings: readonly HoldingRow[], today: Day): PersonLine =>
  ({ ...state, isHere: isPresent(state, today), children: leftBehind(state, holdings).reduce((sum, { children }) => sum + children, 0) });

function isWanted(line: PersonLine, { text, role, team, show }: PeopleQuery): boolean {
  const words = text.trim().toLowerCase();
  return (show === "all" || line.isHere === (show === "here")) && (role === undefined || line.role === role) && (team === undefined || line.team === team)
    && (words === "" || [line.name, line.account, line.worker ?? "", line.signInName ?? "", line.email ?? ""].some((part) => part.toLowerCase().includes(words)));
}

/** Those of the organisation who give children to others: the managers of the same team where there are any, who else would. */
function managersOf(state: AccountState, accounts: readonly AccountState[], today: Day): readonly AccountState[] {
  if (!HAVE_CHILDREN.has(state.role)) return [];
  const managers = accounts.filter((one) => one.account !== state.account && isPresent(one, today) && one.role === "team-manager");
  const own = managers.filter(({ team }) => team !== null && team === state.team);
  return own.length > 0 ? own : managers;
}
