import type { Day } from "../../domain/dates/day.ts";
import type { MeetingRow, MessageDraft, SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";

type Told = "meeting-moved" | "meeting-cancelled";

/** What the workers who were asked for an update of a meeting, as it now is, are told of it; those whose children the reader may open. */
export async function workersAsked(reader: Reader, meeting: MeetingRow, { definition }: SeriesRow, told: Told, movedFrom?: Day): Promise<readonly MessageDraft[]> {
  const asked = new Set((await reader.meetings.updatesOf(meeting.id)).map((update) => update.asked));
  return [...asked].map((account) => ({
    account, template: told, path: `/meetings/${meeting.id}`, key: `${told}/${meeting.id}/${meeting.revision}`,
    detail: { title: definition.neutralTitle, heldOn: meeting.heldOn, ...(told === "meeting-moved" ? { startsAt: meeting.detail.startsAt ?? definition.startsAt, movedFrom: movedFrom ?? meeting.heldOn } : {}) },
  }));
}

/** Tells them too whose child is behind a wall from whoever changed the meeting: the program of itself, once it is changed. */
export async function tellWorkers(app: App, organisation: string, done: { readonly meeting: string; readonly revision: number; readonly movedFrom: Day | null }, told: Told): Promise<void> {
  await app.store.inTransaction({ type: "operator", authority: organisation }, async (writer) => {
    const meeting = await writer.meetings.meeting(done.meeting);
    const series = meeting === undefined ? undefined : await writer.meetings.seriesById(meeting.series);
    if (meeting === undefined || series === undefined) return;
    await writer.addMessages(await workersAsked(writer, { ...meeting, revision: done.revision }, series, told, done.movedFrom ?? undefined), app.clock.now());
  });
}
