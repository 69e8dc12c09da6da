import type { Person } from "../../domain/access/viewer.ts";
import { DESK_GROUP_CODES } from "../../domain/work/groups.ts";
import type { App } from "../app.ts";
import { sittingOf } from "./sitting.ts";
import { anythingWaits } from "./waiting.ts";

/** What waits to be done by a day; the rest of a desk may wait for ever. */
const DATED = DESK_GROUP_CODES.filter((group) => group !== "undated");

/** Whether somebody’s desk has something to do on it with a day, their own or of those they cover for; or, which is asked only then, something waits for their role. */
export async function deskHasWork(app: App, person: Person): Promise<boolean> {
  const { due, roles } = await app.store.reading(person, async (reader) => {
    const today = app.clock.today();
    const { seats, covered } = await sittingOf(reader, person, today);
    const due = seats.length > 0 && (await reader.desk({ seats, today, page: 1, pageSize: 1, groups: DATED })).total > 0;
    return { due, roles: [person.role, ...covered.map(({ role }) => role)] };
  });
  return due || anythingWaits(app, person, roles);
}
