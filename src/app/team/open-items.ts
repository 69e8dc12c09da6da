import type { Person } from "../../domain/access/viewer.ts";
import { addDays } from "../../domain/dates/day.ts";
import { DESK_GROUP_CODES } from "../../domain/work/groups.ts";
import { DESKS } from "../../domain/work/desk.ts";
import { OWNERS } from "../../domain/access/role.ts";
import { parseHolder, seatsOfHolder } from "../../domain/work/holders.ts";
import { keysOf } from "../../domain/work/seats.ts";
import type { DeskRow } from "../../store/desk.ts";
import type { App } from "../app.ts";
import { itemOf, packsOf } from "../work/items.ts";
import { type Looking, lookingAt, manages, nameOf, shownOf } from "./looking.ts";
import { holderName, titleOf } from "./open-team.ts";
import type { TeamItemsPage, TeamItemsQuery } from "./views.ts";

export const TEAM_ITEMS_SIZE = 50;
/** What counts as since last week. */
export const WEEK_BACK = 7;

/** The things behind a figure of a manager’s page, late first; nothing for those who manage nobody. */
export async function openTeamItems(app: App, person: Person, query: TeamItemsQuery): Promise<TeamItemsPage | undefined> {
  if (!manages(person)) return undefined;
  return app.store.reading(person, async (reader) => {
    const looking = await lookingAt(app, reader, person, query.team);
    const { today, scope, here, everyone } = looking;
    const holder = query.who === undefined ? undefined : parseHolder(query.who);
    const seats = seatsOfHolder(holder, here);
    const groups = query.newly === true ? ["late" as const] : query.group === undefined ? DESK_GROUP_CODES.filter((group) => group !== "undated") : [query.group];
    const { rows, total } = await reader.desk({
      seats, today, scope, groups, page: query.page, pageSize: TEAM_ITEMS_SIZE,
      ...(query.standard === undefined ? {} : { standards: [query.standard] }),
      ...(query.newly === true ? { due: { from: addDays(today, -WEEK_BACK - 1), until: addDays(today, -1) } } : {}),
    });
    const names = new Map(everyone.map(({ account, name }) => [account, name]));
    const packOf = await packsOf(app, reader, rows);
    const shape = { today, viewer: person, seats, showsNames: await reader.showsNames(), names, packOf };
    return {
      ...shownOf(looking, []), today, query, total,
      whose: holder === undefined ? null : holderName(holder, looking),
      title: query.standard === undefined ? null : titleOf(packOf(looking.authority), query.standard),
      pages: Math.max(1, Math.ceil(total / TEAM_ITEMS_SIZE)),
      items: rows.map((row) => ({ ...itemOf(row, shape), whose: whoseOf(row, looking) })),
    };
  });
}

/** Whose a thing is: of the worker who has the child, where one who is here does; of the office, where it is a role’s. */
function whoseOf({ clock: { owner }, socialWorker, familyFinder }: DeskRow, looking: Looking): string | null {
  const { by } = DESKS[owner];
  if (by !== "social-worker" && by !== "family-finder") return OWNERS[owner];
  const key = by === "social-worker" ? socialWorker : familyFinder;
  return key !== null && looking.here.some((one) => keysOf(one).includes(key)) ? nameOf(looking, key) : null;
}
