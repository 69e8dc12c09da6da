import type { Person } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import { LISTS } from "../../domain/meetings/boxes.ts";
import type { App } from "../app.ts";
import { comeIn, mayHoldIn } from "./in-room.ts";
import { type ItemNow, itemNow, type RoomNow, roomNow } from "./room.ts";

/** What has changed since somebody was last told. */
export interface Changed {
  /** Boxes of the item they look at; `all` of them where it is not known which. */
  readonly boxes: ReadonlySet<string> | "all";
  /** What stands beside the boxes, or a comment. */
  readonly item: boolean;
  /** The meeting, its agenda or who is here. */
  readonly room: boolean;
}

export const EVERYTHING: Changed = { boxes: "all", item: true, room: true };
export const NOTHING: Changed = { boxes: new Set(), item: false, room: false };
export const isNothing = ({ boxes, item, room }: Changed): boolean => boxes !== "all" && boxes.size === 0 && !item && !room;

interface Payload {
  readonly meeting: string;
  readonly about: "text" | "beside" | "comment" | "update" | "meeting" | "agenda" | "here";
  readonly item?: string;
  readonly box?: string;
}

/** What has changed, for somebody who looks at an item of a meeting, once the database has told of a change; nothing lost where it could not. */
export function changedBy(had: Changed, told: string | undefined, meeting: string, item: string | undefined): Changed {
  if (told === undefined) return EVERYTHING;
  const payload = JSON.parse(told) as Payload;
  if (payload.meeting !== meeting) return had;
  switch (payload.about) {
    case "text": return payload.item !== item || had.boxes === "all" || payload.box === undefined ? had : { ...had, boxes: new Set([...had.boxes, payload.box]) };
    case "beside": case "comment": return payload.item === item ? { ...had, item: true } : had;
    case "update": return had;
    // An item may have gone, or been confirmed.
    case "agenda": case "meeting": return { ...had, item: true, room: true };
    case "here": return { ...had, room: true };
  }
}

/** Tells `told` of every change of any meeting from when this settles, until what it gives is called. */
export const followChanges = (app: App, told: (payload: string | undefined) => void): Promise<() => void> => app.store.listen("meeting", told);

export interface LiveChange {
  /** The viewer holds the pen. */
  readonly holds: boolean;
  readonly heldOn: Day;
  readonly room?: RoomNow;
  /** Null: there is no such item for them any more. */
  readonly item?: ItemNow | null;
  /** What stands beside the boxes, and the comments, are among it. */
  readonly beside: boolean;
}

/** What has changed, as the viewer may see it now. Nothing where they may no longer follow the meeting. */
export async function changeFor(app: App, viewer: Person, meetingId: string, itemId: string | undefined, { boxes, item, room }: Changed): Promise<LiveChange | undefined> {
  return app.store.reading(viewer, async (reader) => {
    const now = room ? await roomNow(app, reader, viewer, meetingId) : undefined;
    const meeting = now?.meeting ?? await reader.meetings.meeting(meetingId);
    if (meeting === undefined) return undefined;
    const wanted = itemId !== undefined && (item || boxes === "all" || boxes.size > 0);
    return {
      beside: item || boxes === "all", heldOn: meeting.heldOn, holds: meeting.pen === viewer.account && mayHoldIn(viewer, meeting.organisation),
      ...(now === undefined ? {} : { room: now }),
      ...(wanted ? { item: (await itemNow(app, reader, viewer, { meeting }, itemId, { ...(boxes === "all" ? {} : { boxes: withTheirLine(boxes) }), ...(item || boxes === "all" ? {} : { texts: true as const }) })) ?? null } : {}),
    };
  });
}

/** Of a changed action all its boxes: together they say what it wants. */
const withTheirLine = (boxes: ReadonlySet<string>): readonly string[] =>
  [...new Set([...boxes].flatMap((box) => (box.startsWith("actions/") ? Object.keys(LISTS.actions.boxes).map((name) => `${box.slice(0, box.lastIndexOf("/"))}/${name}`) : [box])))];

/** Still there: for as long as somebody’s page is open. */
export const stillHere = (app: App, person: Person, meetingId: string): Promise<boolean> => comeIn(app, person, meetingId);
