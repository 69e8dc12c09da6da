import type { Person } from "../../domain/access/viewer.ts";
import { addDays, type Day, day } from "../../domain/dates/day.ts";
import { daysOfWeek, mondayOf, weekAhead } from "../../domain/work/week.ts";
import type { App } from "../app.ts";
import { peopleAmong } from "../open-tracker.ts";
import { itemOf, packsOf } from "./items.ts";
import { sittingOf } from "./sitting.ts";
import type { WeekPage } from "./views.ts";

/** More than anybody does in a week; what is beyond is said to be left out. */
const MOST = 300;
const LONG_AGO = day("1900-01-01");

/**
 * What is due from somebody in the week that a day is in, day by day; and, of the present week or at a weekend of that to
 * come, what is late from before it. That week unless told.
 */
export async function openWeek(app: App, person: Person, on?: Day): Promise<WeekPage> {
  const today = app.clock.today();
  const monday = on === undefined ? weekAhead(today) : mondayOf(on);
  const sunday = addDays(monday, 6);
  return app.store.reading(person, async (reader) => {
    const { seats, workers } = await sittingOf(reader, person, today);
    const isPresent = monday === weekAhead(today) || monday === mondayOf(today);
    const { rows, total } = await reader.desk({
      seats, today, page: 1, pageSize: MOST, groups: ["late", "week", "later", "unseen"],
      due: { from: isPresent ? LONG_AGO : monday, until: sunday },
    });
    const showsNames = await reader.showsNames();
    const shape = { today, viewer: person, seats, showsNames, names: peopleAmong(workers).names, packOf: await packsOf(app, reader, rows) };
    const items = rows.map((row) => itemOf(row, shape));
    return {
      today, monday, showsNames,
      days: daysOfWeek(monday).map((each) => ({ on: each, items: items.filter(({ dueOn }) => dueOn === each) })),
      before: items.filter(({ dueOn, group }) => dueOn !== null && dueOn < monday && group === "late"),
      leftOut: Math.max(0, total - MOST),
    };
  });
}
