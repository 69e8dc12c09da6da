import type { Viewer } from "../../domain/access/viewer.ts";
import { type Day, dayInWords } from "../../domain/dates/day.ts";
import type { ItemRow, MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";

/** Why an item cannot be confirmed now, in words; nothing where it can. `correcting`: a correction was taken into minutes that are locked. */
export function whyNotConclude(viewer: Viewer, meeting: MeetingRow, item: ItemRow, today: Day, correcting = false): string | undefined {
  if (viewer.type === "person" && viewer.organisation.code !== meeting.organisation) return "This meeting is another organisation’s: they confirm what it agreed";
  if (meeting.state === "cancelled") return "This meeting was cancelled, so there is nothing to confirm";
  if (meeting.state === "confirmed" && !correcting) return "The minutes of this meeting are confirmed and locked. Put a correction beside them";
  if (meeting.heldOn > today) return `The meeting is on ${dayInWords(meeting.heldOn)}. What it agrees is confirmed once it is held`;
  if (item.mode === "deferred" || item.mode === "removed") return `This child was ${item.mode === "deferred" ? "deferred" : "taken off the agenda"}, so there is nothing to confirm`;
  return undefined;
}

/** Who should have been there and was not, as the terms of reference call them; those stood in for with who did. */
export function absentFrom({ detail: { attendance = {} } }: MeetingRow, { definition }: SeriesRow): string {
  return definition.members.flatMap(({ account, office }) => {
    const came = attendance[account ?? ""] ?? attendance[office];
    if (came?.as === "apologies") return [`${office} (apologies)`];
    if (came?.as === "absent") return [office];
    return [];
  }).join("; ");
}
