import type { Viewer } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { LaterMeeting } from "../../domain/meetings/minutes.ts";
import type { App } from "../app.ts";
import { itemFor, mayHoldIn } from "./in-room.ts";
import { confirmingOf, isConfirmer, isLocked } from "./minutes.ts";
import { type ReadItem, type ReadMinutes, readMinutes } from "./minutes-read.ts";

/** The minutes of a meeting, and what the viewer may do with them. */
export interface MinutesPage {
  readonly minutes: ReadMinutes;
  readonly today: Day;
  readonly later: readonly LaterMeeting[];
  /** The day of the meeting that confirmed them. */
  readonly confirmedAtMeeting: Day | null;
  readonly isConfirmer: boolean;
  readonly mayHold: boolean;
}

/** The minutes of a meeting, as whoever asks may see them; nothing where they may not follow it. Written down for each child in it. */
export async function openMinutes(app: App, viewer: Viewer, meetingId: string): Promise<MinutesPage | undefined> {
  const minutes = await readMinutes(app, viewer, meetingId);
  if (minutes === undefined) return undefined;
  const { meeting, series, items } = minutes;
  await app.store.accessLog(viewer).openedAll(items.flatMap(({ row }) => row.recordId ?? []), "meeting-minutes");
  const later = await confirmingOf(app.store.reader(viewer), meeting, app.clock.today());
  const confirmed = meeting.confirmedIn === null ? undefined : await app.store.reader(viewer).meetings.meeting(meeting.confirmedIn);
  return { minutes, today: app.clock.today(), later, confirmedAtMeeting: confirmed?.heldOn ?? null, isConfirmer: isConfirmer(viewer, series, meeting, later), mayHold: mayHoldIn(viewer, meeting.organisation) };
}

/** One item, to be corrected. */
export interface CorrectPage {
  readonly minutes: ReadMinutes;
  readonly item: ReadItem;
  /** Where it is not, it is changed in the room. */
  readonly isLocked: boolean;
  readonly mayHold: boolean;
}

export async function openCorrect(app: App, viewer: Viewer, itemId: string): Promise<CorrectPage | undefined> {
  const row = await itemFor(app.store.reader(viewer), viewer, itemId);
  const minutes = row === undefined ? undefined : await readMinutes(app, viewer, row.meeting, row.id);
  const item = minutes?.items[0];
  if (minutes === undefined || item === undefined) return undefined;
  if (item.row.recordId !== null) await app.store.accessLog(viewer).opened(item.row.recordId, "meeting-minutes");
  return { minutes, item, isLocked: isLocked(minutes.meeting), mayHold: mayHoldIn(viewer, minutes.meeting.organisation) };
}
