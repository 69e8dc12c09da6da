import type { PeopleQuery } from "../../../../app/administration/views.ts";
import { isRole } from "../../../../domain/access/recognise.ts";

const SHOWS: readonly PeopleQuery["show"][] = ["here", "left", "all"];

/** What the address of the list of people asks for; what is not understood is left out. */
export function readPeopleQuery({ text = "", role = "", team = "", show = "", page = "" }: Readonly<Record<string, string>>): PeopleQuery {
  return { text: text.slice(0, 100), role: isRole(role) ? role : undefined, team: team === "" ? undefined : team, show: SHOWS.find((known) => known === show) ?? "here", page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1 };
}

/** The address of the list for a query. */
export function peoplePath({ text, role, team, show, page }: PeopleQuery): string {
  const params = new URLSearchParams({ ...(text === "" ? {} : { text }), ...(role === undefined ? {} : { role }), ...(team === undefined ? {} : { team }), ...(show === "here" ? {} : { show }), ...(page === 1 ? {} : { page: String(page) }) });
  return params.size === 0 ? "/administration/people" : `/administration/people?${params}`;
}

export const personPath = (account: string, page?: "change" | "leave" | "return" | "sign-out"): string => `/administration/people/${encodeURIComponent(account)}${page === undefined ? "" : `/${page}`}`;
