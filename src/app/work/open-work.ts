import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import { addDays, type Day } from "../../domain/dates/day.ts";
import { versionFor } from "../../domain/standards/compile.ts";
import { DESK_GROUP_CODES } from "../../domain/work/groups.ts";
import { nextInWords } from "../../domain/work/next.ts";
import type { DeskNews } from "../../store/desk.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";
import { peopleAmong } from "../open-tracker.ts";
import { decidingRoles } from "./deciding-roles.ts";
import { type ItemShape, itemOf, packsOf } from "./items.ts";
import { type Sitting, sittingOf } from "./sitting.ts";
import type { NoticesView, TakenOver, WorkPage, WorkQuery } from "./views.ts";

export const WORK_PAGE_SIZE = 50;
const NOTICES_SHOWN = 20;
/** How long a child given to somebody counts as taken over. */
const TAKEN_OVER_DAYS = 28;
/** What is new for somebody who never said that they had seen anything. */
const NEW_DAYS = 7;

/** What has a day to be done by, and is shown unless another part is asked for. */
const DATED = DESK_GROUP_CODES.filter((group) => group !== "undated");

/** What is due from somebody and from those they cover for: a page of it, what to do next, and what is new. */
export async function openWork(app: App, person: Person, query: WorkQuery): Promise<WorkPage> {
  const today = app.clock.today();
  const whole = query.page === 1 && query.group === undefined && query.child === undefined;
  return app.store.reading(person, async (reader) => {
    const sitting = await sittingOf(reader, person, today);
    const { seats, covered, workers } = sitting;
    const list = await reader.desk({
      seats, today, page: query.page, pageSize: WORK_PAGE_SIZE,
      groups: query.group !== undefined ? [query.group] : query.child === undefined ? DATED : DESK_GROUP_CODES,
      ...(query.child === undefined ? {} : { recordId: query.child }),
      ...(whole ? { news: { orSince: `${addDays(today, -NEW_DAYS)}T00:00:00.000Z`, limit: NOTICES_SHOWN, keys: sitting.keys, givenSince: addDays(today, -TAKEN_OVER_DAYS) } } : {}),
    });
    const showsNames = await reader.showsNames();
    const names = peopleAmong(workers).names;
    const shape: ItemShape = { today, viewer: person, seats, showsNames, names, packOf: await packsOf(app, reader, [...list.rows, ...(list.news?.items ?? [])]) };
    const items = list.rows.map((row) => itemOf(row, shape));
    const first = whole ? (items[0] ?? null) : null;
    return {
      today, query, items, showsNames, first,
      total: list.total, totals: list.totals, children: list.children,
      pages: Math.max(1, Math.ceil(list.total / WORK_PAGE_SIZE)),
      next: whole ? nextInWords(first ?? undefined, list.totals, today) : null,
      notices: list.news === null ? null : noticesOf(list.news, shape),
      takenOver: list.news === null ? [] : takenOverOf(list.news, sitting, shape),
      covering: covered.map(({ name, untilOn }) => ({ name, untilOn })),
      coveredBy: await coveredToday(reader, person, names, today),
    };
  });
}

const noticesOf = ({ seenAt, counts, items, told }: DeskNews, { packOf, names }: ItemShape): NoticesView => ({
  seenAt, counts,
  items: items.map(({ type, recordId, authority, localId, clock, movedFrom }) => ({
    type, recordId, localId, movedFrom, standard: clock.standard, occurrence: clock.occurrence, dueOn: clock.dueOn,
    title: versionFor(packOf(authority), clock)?.title ?? clock.standard,
  })),
  told: told.map(({ recordId, localId, kind, number, happenedOn, recordedBy }) => ({ recordId, localId, kind, number, happenedOn, by: names.get(recordedBy) ?? null })),
});

function takenOverOf({ takenOver }: DeskNews, { workers }: Sitting, { showsNames }: ItemShape): readonly TakenOver[] {
  const { names, accountOf } = peopleAmong(workers);
  return takenOver.map(({ recordId, authority, localId, name, track, since, previous, leftOpen, late }) => {
    const account = accountOf(authority, previous);
    return {
      recordId, localId, since, leftOpen, late, name: showsNames ? name : null, as: track === "family-finder" ? "family-finder" : "social-worker",
      previous: account === null ? null : (names.get(account) ?? account),
    };
  });
}

/** Who does the viewer’s own work today. */
async function coveredToday(reader: Reader, person: Person, names: ReadonlyMap<string, string>, today: Day): Promise<WorkPage["coveredBy"]> {
  const own = (await reader.covers(today)).find(({ account, fromOn }) => account === person.account && fromOn <= today);
  return own === undefined ? null : { name: names.get(own.coveredBy) ?? own.coveredBy, untilOn: own.untilOn };
}

/** The viewer has seen what is new: from now on it is not. */
export const markWorkSeen = (app: App, person: Person): Promise<void> => app.store.savedViews(person).workSeen(app.clock.now());

/** The roles that somebody’s desk serves today: their own, and those of the people whose deputy they are. */
export const deskRoles = (app: App, person: Person): Promise<readonly Role[]> => decidingRoles(app.store.reader(person), person, app.clock.today());
