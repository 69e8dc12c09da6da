import type { Viewer } from "../../domain/access/viewer.ts";
import { addDays, addMonths, type Day } from "../../domain/dates/day.ts";
import { MONTHS_AHEAD, planFor, type Standing, UNPLANNED } from "../../domain/meetings/plan-ahead.ts";
import type { MeetingDay } from "../../domain/meetings/rhythm.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { isHolder } from "./asking.ts";
import { inviteAhead, tellMembers } from "./invitations.ts";
import { holderOf } from "./keep-asking.ts";

/** What planning came to. */
export interface Planned {
  /** Meetings newly planned. */
  readonly added: readonly MeetingDay[];
  /** Days taken out of the plan, and days that stay though the rhythm gives them no more. */
  readonly dropped: readonly Day[];
  readonly stay: readonly Day[];
  readonly until: Day;
  /** Bank holidays are not published for all of the time ahead. */
  readonly cutShort: boolean;
}

/** As far as a meeting may have been planned or moved. */
const FURTHEST = 3660;

/**
 * Plans the meetings of a series for the next three months and asks those who belong to it to the near ones. It may be done as
 * often as one likes: no day is planned twice, and nobody asked twice. Nothing where the series is not the viewer’s to hold, or has ended.
 */
export async function planAhead(app: App, viewer: Viewer, seriesId: string): Promise<Planned | undefined> {
  if (forbids(viewer, "hold-meetings") !== undefined) return undefined;
  return app.store.inTransaction(viewer, async (writer) => {
    const found = await writer.meetings.seriesById(seriesId);
    if (found === undefined || !isHolder(viewer, found)) return undefined;
    await writer.lock(found.organisation);
    const series = await writer.meetings.seriesById(seriesId);
    if (series === undefined || series.endedOn !== null) return undefined;
    const planned = await planIn(app, writer, series);
    if (planned.added.length > 0) await writer.appendAudit(series.organisation, { command: "plan-meeting", input: { series: series.id, did: "ahead", meetings: planned.added.length } }, app.clock.now());
    return planned;
  });
}

/** The same within a change of the series, under its lock. `refit`: the rhythm may have changed, and what it gives no more is taken out. */
export async function planIn(app: App, writer: Writer, series: SeriesRow, { refit = false }: { readonly refit?: boolean } = {}): Promise<Planned> {
  const today = app.clock.today();
  const meetings = await writer.meetings.meetings(addMonths(today, -MONTHS_AHEAD), addDays(today, FURTHEST), series.id);
  const plan = planFor(series.definition.rhythm, meetings, today, app.calendar);
  const dropped = refit ? plan.drop : [];
  for (const { id } of dropped) await unplan(app, writer, series, meetings.find((one) => one.id === id)!, UNPLANNED.rhythm);
  const added: MeetingDay[] = [];
  for (const day of plan.add) {
    const id = await writer.meetings.addMeeting(series.organisation, series.id, day.on, day.movedFrom === undefined ? {} : { detail: { movedFrom: day.movedFrom } });
    if (id !== undefined) added.push(day);
  }
  await inviteAhead(app, writer, series);
  const days = (some: readonly Standing[]): readonly Day[] => some.map(({ heldOn }) => heldOn);
  return { added, dropped: days(dropped), stay: refit ? days(plan.stay) : [], until: plan.until, cutShort: plan.cutShort };
}

/** Takes a meeting out of the plan that nobody has begun to prepare; those who were asked to it are told. */
export async function unplan(app: App, writer: Writer, series: SeriesRow, meeting: MeetingRow, why: string): Promise<void> {
  const change = { state: "cancelled", detail: { ...meeting.detail, cancelled: why } } as const;
  if (!(await writer.meetings.changeMeeting(meeting.id, meeting.revision, change))) return;
  if (meeting.detail.invited === true) await tellMembers(app, writer, series, { ...meeting, ...change, revision: meeting.revision + 1 }, "meeting-cancelled");
}

/** Plans ahead what every organisation’s series have for the next months, as the program does once a day. */
export async function keepPlanned(app: App): Promise<void> {
  const people = () => app.store.directory.people();
  for (const organisation of await app.store.directory.organisations()) {
    const holder = await holderOf(organisation, people);
    if (holder === undefined) continue;
    for (const series of await app.store.reader(holder).meetings.series()) {
      if (series.organisation === organisation.code && series.endedOn === null) await planAhead(app, holder, series.id);
    }
  }
}


const planned = new WeakMap<App, Day>();

/** As `keepPlanned`, by this process once a day: what is planned goes by the day. */
export async function planOnceADay(app: App): Promise<void> {
  const today = app.clock.today();
  if (planned.get(app) === today) return;
  await keepPlanned(app);
  planned.set(app, today);
}
