import type { WorkQuery } from "../../../app/work/views.ts";
import { DESK_GROUPS, type DeskGroup } from "../../../domain/work/groups.ts";

/** What the address of one’s work asks for; all of it may be left out. */
export function readWorkQuery(params: Readonly<Record<string, string>>): WorkQuery {
  const { page = "", show = "", child = "" } = params;
  return {
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
    group: Object.hasOwn(DESK_GROUPS, show) ? (show as DeskGroup) : undefined,
    child: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(child) ? child : undefined,
  };
}

/** The address of a part of one’s work; the first page unless told. */
export function workAddress({ page = 1, group, child }: Partial<WorkQuery>): string {
  const search = new URLSearchParams([
    ...(group === undefined ? [] : [["show", group]]), ...(child === undefined ? [] : [["child", child]]), ...(page === 1 ? [] : [["page", String(page)]]),
  ]);
  return `/work${search.size === 0 ? "" : `?${search}`}`;
}
