import type { Organisation, Person, Viewer } from "../../domain/access/viewer.ts";
import { addDays } from "../../domain/dates/day.ts";
import type { App } from "../app.ts";
import { askInTime } from "./asking.ts";
import { mayHoldIn } from "./in-room.ts";

/** How far ahead meetings are looked for: no series asks its workers sooner. */
const AHEAD_DAYS = 60;

/** As whom the program works on an organisation’s meetings: of an authority the operator; of an agency one of its own who hold them, since nobody else sees the children shared with it. */
export async function holderOf({ code, type }: Organisation, people: () => Promise<readonly Person[]>): Promise<Viewer | undefined> {
  if (type === "local-authority") return { type: "operator", authority: code };
  const own = (await people()).filter((person) => mayHoldIn(person, code));
  return own.find(({ role }) => role === "agency-lead") ?? own[0];
}

/** Asks and reminds workers for every meeting that is near, as its series says. It may be done as often as one likes: nobody is told anything twice. */
export async function keepAsking(app: App): Promise<void> {
  const today = app.clock.today();
  const people = (): Promise<readonly Person[]> => app.store.directory.people();
  for (const organisation of await app.store.directory.organisations()) {
    const holder = await holderOf(organisation, people);
    if (holder === undefined) continue;
    const near = await app.store.reading(holder, async (reader) => {
      const meetings = (await reader.meetings.meetings(today, addDays(today, AHEAD_DAYS))).filter((meeting) => meeting.organisation === organisation.code && meeting.detail.chairsAction !== true && meeting.heldOn <= app.calendar.lastOn);
      if (meetings.length === 0) return [];
      const series = new Map((await reader.meetings.series()).map((one) => [one.id, one]));
      return meetings.flatMap((meeting) => { const own = series.get(meeting.series); return own === undefined ? [] : [{ meeting, series: own }]; });
    });
    for (const { meeting, series } of near) await askInTime(app, holder, meeting, series);
  }
}
