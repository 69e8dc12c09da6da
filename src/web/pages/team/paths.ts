import type { TeamItemsQuery } from "../../../app/team/views.ts";
import { DESK_GROUPS, type DeskGroup } from "../../../domain/work/groups.ts";

type Params = Readonly<Record<string, string | undefined>>;

function address(path: string, params: Params): string {
  const search = new URLSearchParams(Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ""));
  return search.size === 0 ? path : `${path}?${search}`;
}

export const teamPath = (team: string | undefined): string => address("/team", { team });

/** The list behind a figure; the first page unless told. */
export const itemsPath = ({ team, who, standard, group, newly, page = 1 }: Partial<TeamItemsQuery>): string =>
  address("/team/items", { team, who, standard, show: newly === true ? "newly-late" : group, page: page === 1 ? undefined : String(page) });

export const childrenPath = (who: string, team: string | undefined): string => address("/team/children", { who, team });

/** What the address of a list asks for; what is not understood is left out. */
export function readItemsQuery({ team, who, standard, show = "", page = "" }: Readonly<Record<string, string>>): TeamItemsQuery {
  return {
    team: team || undefined, who: who || undefined, standard: standard || undefined,
    group: Object.hasOwn(DESK_GROUPS, show) ? (show as DeskGroup) : undefined,
    newly: show === "newly-late",
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
}
