import type { Person } from "../../domain/access/viewer.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { COMMANDS } from "../../domain/commands/command.ts";
import { holderAt, keyOf, type Seat, seatsAt } from "../../domain/meetings/attendance.ts";
import { readOwnAttendance } from "../../domain/meetings/arrangement.ts";
import { isAhead, type MeetingDetail } from "../../domain/meetings/meeting.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import { type App, forbids } from "../app.ts";
import { inviteAhead } from "./invitations.ts";
import { holderOf } from "./keep-asking.ts";
import { accountMeant, meetingPeople } from "./people.ts";

export type AttendOutcome =
  | { readonly outcome: "done" }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

/** A person’s own seat at a meeting; nothing where they belong to it in no seat, or it has begun. */
export const ownSeat = (person: Person, { definition }: Pick<SeriesRow, "definition">, meeting: Pick<MeetingRow, "state" | "detail">): Seat | undefined =>
  (isAhead(meeting.state) && meeting.detail.chairsAction !== true ? seatsAt(definition, meeting.detail).find(({ member }) => member.account === person.account) : undefined);

const NO_SEAT = "Only who belongs to a meeting says whether they come, and only before it begins";

/**
 * Says for oneself whether one comes to a meeting, and who comes instead: an account, a name from the list or one written out. Whoever
 * takes the minutes is told, and a colleague who comes instead is asked to. It is written as the program does for whoever holds the
 * meeting, since a member does not change it otherwise; the audit says who did.
 */
export async function sayWhetherComing(app: App, person: Person, meetingId: string, typed: { readonly as: string; readonly standIn: string }): Promise<AttendOutcome> {
  const reason = forbids(person, COMMANDS["say-attendance"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const found = await app.store.reading(person, async (reader) => {
    const meeting = await reader.meetings.meeting(meetingId);
    const series = meeting === undefined ? undefined : await reader.meetings.seriesById(meeting.series);
    return meeting === undefined || series === undefined ? undefined : { meeting, series, people: await meetingPeople(app, reader, person) };
  });
  if (found === undefined) return { outcome: "not-found" };
  if (ownSeat(person, found.series, found.meeting) === undefined) return { outcome: "forbidden", reason: NO_SEAT };
  const standIn = accountMeant(typed.standIn, found.people);
  const read = readOwnAttendance({ as: typed.as, standIn: standIn === person.account ? "" : standIn });
  if ("refusals" in read) return { outcome: "refused", refusals: read.refusals };
  const organisation = await app.store.directory.organisation(found.meeting.organisation);
  const holder = organisation === undefined ? undefined : await holderOf(organisation, () => app.store.directory.people());
  if (holder === undefined) return { outcome: "forbidden", reason: "Nobody holds this meeting any more. Ask its organisation" };
  return app.store.inTransaction(holder, async (writer): Promise<AttendOutcome> => {
    await writer.lock(found.meeting.organisation);
    const meeting = await writer.meetings.meeting(meetingId);
    const series = meeting === undefined ? undefined : await writer.meetings.seriesById(meeting.series);
    const seat = meeting === undefined || series === undefined ? undefined : ownSeat(person, series, meeting);
    if (meeting === undefined || series === undefined || seat === undefined) return { outcome: "forbidden", reason: NO_SEAT };
    const { [keyOf(seat.member)]: _before, ...others } = meeting.detail.attendance ?? {};
    const { attendance: _was, ...rest } = meeting.detail;
    const attendance = { ...others, ...(read.said === null ? {} : { [keyOf(seat.member)]: read.said }) };
    const detail: MeetingDetail = { ...rest, ...(Object.keys(attendance).length === 0 ? {} : { attendance }) };
    if (!(await writer.meetings.changeMeeting(meeting.id, meeting.revision, { detail }))) return { outcome: "refused", refusals: [{ field: "as", message: "Somebody changed this meeting at the same time. Send it once more" }] };
    const at = app.clock.now();
    await writer.appendAudit(meeting.organisation, { command: "say-attendance", input: { meeting: meeting.id, by: person.account, as: read.said?.as ?? "expected" } }, at);
    const to = holderAt(series.definition, detail, "minute-taker")?.account ?? holderAt(series.definition, detail, "chair")?.account ?? null;
    if (to !== null && to !== person.account) await writer.addMessages([{ account: to, template: "apologies-sent", path: `/meetings/${meeting.id}/arrange`, key: `apologies-sent/${meeting.id}/${meeting.revision + 1}`, detail: { title: series.definition.neutralTitle, heldOn: meeting.heldOn } }], at);
    await inviteAhead(app, writer, series);
    return { outcome: "done" };
  });
}
