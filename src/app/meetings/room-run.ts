import type { Person } from "../../domain/access/viewer.ts";
import { addDays } from "../../domain/dates/day.ts";
import { type Attendance, isAhead } from "../../domain/meetings/meeting.ts";
import { movePen, type PenMove } from "../../domain/meetings/pen.ts";
import { spentAfter } from "../../domain/meetings/time-left.ts";
import type { MeetingRow } from "../../store/meetings/rows.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { tellToConfirm } from "./invitations.ts";
import { isOff, mayHoldIn, namesOf, seenIn, whoIs } from "./in-room.ts";

/** What came of running the meeting a step further; a sentence where it cannot be; nothing where there is no such meeting for them. */
export type Ran = { readonly done: true } | { readonly refused: string } | undefined;

const NOT_YOURS = "Only somebody who may hold this meeting can do that. Ask the chair";

/** Does a step under the meeting’s own lock, so that two people who do it at once do it one after the other. */
async function running(app: App, person: Person, meetingId: string, step: (writer: Writer, meeting: MeetingRow) => Promise<Ran>): Promise<Ran> {
  return app.store.inTransaction(person, async (writer) => {
    const found = await writer.meetings.meeting(meetingId);
    if (found === undefined) return undefined;
    if (!mayHoldIn(person, found.organisation)) return { refused: NOT_YOURS };
    await writer.meetings.lockMeeting(found.id);
    const meeting = await writer.meetings.meeting(found.id);
    return meeting === undefined ? undefined : step(writer, meeting);
  });
}

export interface Opening {
  /** Revision of the meeting that the form was based on. */
  readonly basedOn: number;
  /** By account, or by office where there is none. */
  readonly attendance: Readonly<Record<string, { readonly as: Attendance; readonly standIn?: string }>>;
  /** Who writes. */
  readonly pen: string;
  /** Whoever opens it knows that its day has not come. */
  readonly early?: boolean;
}

/** A refusal that whoever asks may put aside, knowing it. */
export const TOO_EARLY = "Its day has not come. Say that the meeting is held early, or move it to today first";

/** Opens a meeting, with who is there. */
export const openRoom = (app: App, person: Person, meetingId: string, { basedOn, attendance, pen, early = false }: Opening): Promise<Ran> =>
  running(app, person, meetingId, async (writer, meeting) => {
    if (meeting.state === "open") return { done: true };
    if (!isAhead(meeting.state)) return { refused: "This meeting was closed or cancelled. It cannot be opened again" };
    if (meeting.heldOn > app.clock.today() && !early) return { refused: TOO_EARLY };
    const writes = await whoIs(app, pen);
    if (writes === undefined || !mayHoldIn(writes, meeting.organisation)) return { refused: "Choose who writes from the list" };
    const first = (await writer.meetings.items(meeting.id)).find(({ mode }) => mode === "discuss" || mode === "note");
    const at = app.clock.now();
    const changed = await writer.meetings.changeMeeting(meeting.id, basedOn, { state: "open", openedAt: at, detail: { ...meeting.detail, attendance: await byAccount(app, writer, meeting, attendance) }, pen, currentItem: first?.id ?? null, currentSince: at });
    return changed ? { done: true } : { refused: "Somebody changed this meeting at the same time. Look at who is there again, and open it once more" };
  });

/** A member who is named as standing in is kept by their account, so that one person is counted once. */
async function byAccount(app: App, writer: Writer, meeting: MeetingRow, attendance: Opening["attendance"]): Promise<Opening["attendance"]> {
  const accounts = (await writer.meetings.seriesById(meeting.series))?.definition.members.flatMap(({ account }) => account ?? []) ?? [];
  const named = new Map([...await namesOf(app, accounts)].map(([account, name]) => [name.toLowerCase(), account]));
  return Object.fromEntries(Object.entries(attendance).map(([key, said]) => [key, said.standIn === undefined ? said : { ...said, standIn: named.get(said.standIn.trim().toLowerCase()) ?? said.standIn }]));
}

/** Takes back that a meeting was opened, where nothing came of it yet: it is to come again, with its agenda as it was. */
export const unopenRoom = (app: App, person: Person, meetingId: string): Promise<Ran> =>
  running(app, person, meetingId, async (writer, meeting) => {
    if (isAhead(meeting.state)) return { done: true };
    if (meeting.state !== "open") return { refused: "This meeting was closed or cancelled. It is no longer open" };
    const since = meeting.openedAt ?? "";
    const typed = (await writer.meetings.textsOf(meeting.id)).some(({ savedAt }) => Date.parse(savedAt) >= Date.parse(since));
    if (typed || (await writer.meetings.items(meeting.id)).some(({ concludedAt }) => concludedAt !== null)) return { refused: "Words were typed, or a child was confirmed, since the meeting was opened. Close it instead" };
    const earlier = await writer.meetings.meetings(addDays(meeting.heldOn, -A_YEAR), meeting.heldOn, meeting.series);
    if (earlier.some(({ confirmedIn }) => confirmedIn === meeting.id)) return { refused: "This meeting has confirmed the minutes of an earlier one. Close it instead" };
    // Who cannot come still cannot; who came has not come.
    const { attendance = {}, ...detail } = meeting.detail;
    const away = Object.fromEntries(Object.entries(attendance).filter(([, { as }]) => as === "apologies" || as === "stood-in"));
    await writer.meetings.changeRoom(meeting.id, { spent: {} });
    const changed = await writer.meetings.changeMeeting(meeting.id, meeting.revision, {
      state: meeting.agendaSentAt === null ? "planned" : "agenda-sent", openedAt: null, pen: null, currentItem: null, currentSince: null, detail: { ...detail, ...(Object.keys(away).length === 0 ? {} : { attendance: away }) },
    });
    return changed ? { done: true } : { refused: "Somebody changed the meeting while you were at it. Look at it again" };
  });

const A_YEAR = 400;

/** Changes who is there while the meeting runs. */
export const changeAttendance = (app: App, person: Person, meetingId: string, { basedOn, attendance }: Omit<Opening, "pen">): Promise<Ran> =>
  running(app, person, meetingId, async (writer, meeting) =>
    (await writer.meetings.changeMeeting(meeting.id, basedOn, { detail: { ...meeting.detail, attendance: await byAccount(app, writer, meeting, attendance) } })) ? { done: true } : { refused: "Somebody changed this meeting at the same time. Look at who is there again" });

/** Goes on to an item: the clock of the child begins anew, and what the last one took is added to its part. */
export const moveTo = (app: App, person: Person, meetingId: string, itemId: string): Promise<Ran> =>
  running(app, person, meetingId, async (writer, meeting) => {
    if (meeting.state !== "open") return { refused: "The meeting is not in session" };
    if (meeting.currentItem === itemId) return { done: true };
    const next = await writer.meetings.item(itemId);
    if (next?.meeting !== meeting.id || isOff(next)) return undefined;
    const at = app.clock.now();
    await writer.meetings.changeRoom(meeting.id, { currentItem: next.id, currentSince: at, ...(await spentNow(writer, meeting, at)) });
    return { done: true };
  });

/** What each part has taken, with what the item it is on has taken until now. */
export async function spentNow(writer: Writer, { id, currentItem, currentSince }: MeetingRow, at: string): Promise<{ readonly spent?: Readonly<Record<string, number>> }> {
  const last = currentItem === null ? undefined : await writer.meetings.item(currentItem);
  if (last === undefined || currentSince === null) return {};
  return { spent: spentAfter((await writer.meetings.room(id)).spent, last.part, (Date.parse(at) - Date.parse(currentSince)) / 1000) };
}

/** Hands the pen on, takes it or lays it down (`movePen`). */
export const moveThePen = (app: App, person: Person, meetingId: string, move: PenMove, to?: string): Promise<Ran> =>
  running(app, person, meetingId, async (writer, meeting) => {
    const seen = await seenIn(app, writer, meeting.id);
    const receiver = to === undefined ? undefined : await whoIs(app, to);
    const { penOffered } = await writer.meetings.room(meeting.id);
    const pen = movePen({ holder: meeting.pen, offeredTo: penOffered }, move, {
      by: person.account, holderSeenAgo: seen.find(({ account }) => account === meeting.pen)?.ago, ...(to === undefined ? {} : { to }),
      mayHold: (account) => account === person.account || (receiver?.account === account && mayHoldIn(receiver, meeting.organisation)),
    });
    if ("refused" in pen) return pen;
    await writer.meetings.changeRoom(meeting.id, { pen: pen.holder, penOffered: pen.offeredTo });
    return { done: true };
  });

/** Closes the meeting: it was held, and its minutes wait for the next one. Its members are told, once. */
export const closeRoom = (app: App, person: Person, meetingId: string): Promise<Ran> =>
  running(app, person, meetingId, async (writer, meeting) => {
    if (meeting.state === "held" || meeting.state === "confirmed") return { done: true };
    if (meeting.state !== "open") return { refused: "The meeting is not in session" };
    const at = app.clock.now();
    await writer.meetings.changeRoom(meeting.id, await spentNow(writer, meeting, at));
    const closed = await writer.meetings.changeMeeting(meeting.id, meeting.revision, { state: "held", closedAt: at, currentItem: null, currentSince: null });
    if (!closed) return { refused: "Somebody changed the meeting while you were at it. Look at it again, then close it" };
    const series = await writer.meetings.seriesById(meeting.series);
    if (series !== undefined) await tellToConfirm(writer, series, meeting, at);
    return { done: true };
  });
