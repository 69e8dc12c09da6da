import { may } from "../../domain/access/policy.ts";
import type { Person, Viewer } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import { type DecidedAt, decidedOf } from "../../domain/meetings/actions.ts";
import { type Asked, askedOf } from "../../domain/meetings/asked.ts";
import { mayType } from "../../domain/meetings/locked.ts";
import type { MeetingDetail, Part, SeriesDefinition } from "../../domain/meetings/meeting.ts";
import { mayTake, type Pen } from "../../domain/meetings/pen.ts";
import type { BesideBecause } from "../../domain/meetings/saving.ts";
import { updateInWords } from "../../domain/meetings/update.ts";
import { happened } from "../../domain/permanence/moments.ts";
import type { Reader } from "../../store/reader.ts";
import type { ItemRow, MeetingRow } from "../../store/meetings/rows.ts";
import { openedBy } from "../access/open-access.ts";
import type { App } from "../app.ts";
import { openChild } from "../open-child.ts";
import type { ChildPage } from "../views.ts";
import { comeIn, isOff, itemFor, mayHoldIn, namesOf, type SeenThere, seenIn, standInsNamed, whoIs } from "./in-room.ts";

export { changeAttendance, closeRoom, moveThePen, moveTo, openRoom, type Opening, type Ran, TOO_EARLY, unopenRoom } from "./room-run.ts";
export { comment, LONGEST, saveBox, type Saved, settleBeside } from "./room-save.ts";
export type { SeenThere } from "./in-room.ts";

export interface RoomPart extends Part {
  /** Seconds it has taken; of the item the meeting is on, what it had taken before. */
  readonly spent: number;
  readonly items: readonly ItemRow[];
}

/** A meeting as everybody in its room has it now. */
export interface RoomNow {
  readonly meeting: MeetingRow;
  readonly definition: SeriesDefinition;
  /** Who came, those who stand in by name. */
  readonly attendance: NonNullable<MeetingDetail["attendance"]>;
  /** The instant, in milliseconds: clocks count from it. */
  readonly now: number;
  /** Those with items, and the parts of the series without any. Items deferred or removed are in none. */
  readonly parts: readonly RoomPart[];
  readonly seen: readonly SeenThere[];
  readonly pen: Pen & { readonly holderName: string | null; readonly offeredToName: string | null; readonly isMine: boolean; readonly isOfferedToMe: boolean; readonly mayTake: boolean };
  /** Those here who could hold the pen, but for the viewer. */
  readonly receivers: readonly SeenThere[];
  readonly mayHold: boolean;
  /** Children taken off for safety, for those who hold the meeting; none for anybody else. */
  readonly off: readonly ItemRow[];
}

/** What stands of a child taken off for safety, for those who hold the meeting: to be read, not typed in. */
export interface TakenOff {
  readonly item: ItemRow;
  /** The name of whoever took the child off. */
  readonly by: string | null;
  /** What was typed until then, by box. */
  readonly texts: ReadonlyMap<string, string>;
  readonly comments: readonly RoomComment[];
}

export interface RoomText {
  readonly text: string;
  readonly revision: number;
  /** The name of whoever saved it last. */
  readonly by: string;
  readonly at: string;
}

export interface RoomBeside {
  readonly id: string;
  readonly box: string;
  readonly text: string;
  readonly because: BesideBecause;
  readonly by: string;
  readonly isOwn: boolean;
  readonly at: string;
}

export interface RoomComment {
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** What was typed of one item. */
export interface ItemNow {
  readonly item: ItemRow;
  readonly texts: ReadonlyMap<string, RoomText>;
  readonly beside: readonly RoomBeside[];
  readonly comments: readonly RoomComment[];
  /** The minutes are confirmed: words go beside the boxes, as corrections. */
  readonly locked: boolean;
}

export interface RoomUpdate {
  readonly by: string;
  /** Null: not yet. */
  readonly answeredAt: string | null;
  readonly words: readonly (readonly [string, string])[];
}

export interface RoomPage extends RoomNow {
  readonly today: Day;
  /** The item shown: the one asked for, else the one the meeting is on, else the first. */
  readonly shown: ItemNow | undefined;
  readonly child: ChildPage | undefined;
  readonly showsName: boolean;
  readonly asked: Asked;
  /** The last two meetings that considered the child, newest first. */
  readonly before: readonly DecidedAt[];
  /** Days before this meeting on which the record says that a meeting considered the child and holds nothing of what it decided; newest first. */
  readonly considered: readonly Day[];
  readonly update: RoomUpdate | null;
  /** Who can be given an action: of a child, those who may open the child. */
  readonly people: readonly { readonly account: string; readonly name: string }[];
  /** Names by account and worker code, of whoever is named in `before`. */
  readonly names: ReadonlyMap<string, string>;
  readonly mayComment: boolean;
}

/** The meeting as it is, for somebody in its room; nothing where they may not follow it. */
export async function roomNow(app: App, reader: Reader, viewer: Person, meetingId: string): Promise<RoomNow | undefined> {
  const meeting = await reader.meetings.meeting(meetingId);
  const series = meeting === undefined ? undefined : await reader.meetings.seriesById(meeting.series);
  if (meeting === undefined || series === undefined) return undefined;
  const [items, room, seen] = [await reader.meetings.items(meeting.id), await reader.meetings.room(meeting.id), await seenIn(app, reader, meeting.id)];
  const names = await namesOf(app, [meeting.pen, room.penOffered].filter((account) => account !== null));
  const mayHold = mayHoldIn(viewer, meeting.organisation);
  const receivers: SeenThere[] = [];
  const others = seen.filter(({ isHere, account }) => isHere && account !== viewer.account);
  if (meeting.pen === viewer.account) for (const other of others) if (await holds(app, other.account, meeting.organisation)) receivers.push(other);
  const pen = { holder: meeting.pen, offeredTo: room.penOffered };
  return {
    meeting, definition: series.definition, attendance: (await standInsNamed(app, meeting.detail)).attendance ?? {}, now: Date.parse(app.clock.now()), seen, receivers, mayHold, off: mayHold ? items.filter(isOff) : [],
    parts: partsOf(series.definition, meeting.detail, items, room.spent),
    pen: {
      ...pen, holderName: meeting.pen === null ? null : names.get(meeting.pen) ?? null, offeredToName: room.penOffered === null ? null : names.get(room.penOffered) ?? null,
      isMine: mayHold && meeting.pen === viewer.account, isOfferedToMe: mayHold && room.penOffered === viewer.account,
      mayTake: mayTake(pen, { by: viewer.account, holderSeenAgo: seen.find(({ account }) => account === meeting.pen)?.ago, mayHold: (account) => account === viewer.account && mayHold }),
    },
  };
}

const holds = async (app: App, account: string, organisation: string): Promise<boolean> => {
  const person = await app.store.directory.person(account);
  return person !== undefined && mayHoldIn(person, organisation);
};

function partsOf({ parts }: SeriesDefinition, detail: MeetingDetail, items: readonly ItemRow[], spent: Readonly<Record<string, number>>): readonly RoomPart[] {
  const shown = items.filter(({ mode }) => mode === "discuss" || mode === "note");
  const known = new Set(parts.map(({ id }) => id));
  const others = [...new Set(shown.map(({ part }) => part))].filter((id) => !known.has(id)).map((id): Part => ({ id, name: id, minutes: 0 }));
  return [...parts, ...others].map((part) => ({ ...part, minutes: detail.minutes?.[part.id] ?? part.minutes, spent: spent[part.id] ?? 0, items: shown.filter((item) => item.part === part.id) }));
}

/** The items in the order they are taken. */
export const inOrder = ({ parts }: Pick<RoomNow, "parts">): readonly ItemRow[] => parts.flatMap(({ items }) => items);

/** What was typed of an item; `only`: of some of its boxes, and whether what stands beside them is asked for. Nothing where there is no such item for the viewer. */
export async function itemNow(app: App, reader: Reader, viewer: Person, { meeting }: Pick<RoomNow, "meeting">, itemId: string, only: { readonly boxes?: readonly string[]; readonly texts?: true } = {}): Promise<ItemNow | undefined> {
  const item = await reader.meetings.item(itemId);
  if (item === undefined || isOff(item) || item.meeting !== meeting.id) return undefined;
  const [texts, beside, comments] = [await reader.meetings.texts(item.id, only.boxes), only.texts ? [] : await reader.meetings.beside(item.id), only.texts ? [] : await reader.meetings.comments(item.id)];
  const names = await namesOf(app, [...texts.map((t) => t.savedBy), ...beside.map((b) => b.typedBy), ...comments.map((c) => c.saidBy)]);
  const name = (account: string): string => names.get(account) ?? account;
  return {
    item, locked: mayType(meeting) !== true,
    texts: new Map(texts.map(({ box, text, revision, savedBy, savedAt }) => [box, { text, revision, by: name(savedBy), at: savedAt }])),
    beside: beside.map(({ id, box, text, because, typedBy, typedAt }) => ({ id, box, text, because, by: name(typedBy), isOwn: typedBy === viewer.account, at: typedAt })),
    comments: comments.map(({ text, saidBy, saidAt }) => ({ text, by: name(saidBy), at: saidAt })),
  };
}

/** The room with one item in it, for whoever opens its page, who is in the room from then on. Nothing where they may not follow the meeting, or see the item asked for. */
export async function roomOf(app: App, viewer: Person, meetingId: string, itemId?: string): Promise<RoomPage | undefined> {
  if (!(await comeIn(app, viewer, meetingId))) return undefined;
  const read = await app.store.reading(viewer, async (reader) => {
    const now = await roomNow(app, reader, viewer, meetingId);
    if (now === undefined) return undefined;
    const items = inOrder(now);
    const id = itemId ?? items.find((item) => item.id === now.meeting.currentItem)?.id ?? items[0]?.id;
    const shown = id === undefined ? undefined : await itemNow(app, reader, viewer, now, id);
    if (itemId !== undefined && shown === undefined) return undefined;
    const update = shown === undefined ? undefined : await reader.meetings.updateOf(shown.item.id);
    return { now, shown, update, showsName: await reader.showsNames(), workers: await reader.workers() };
  });
  if (read === undefined) return undefined;
  const { now, shown, update, showsName, workers } = read;
  const recordId = shown?.item.recordId ?? null;
  const child = recordId === null ? undefined : await openChild(app, viewer, recordId);
  const openers = shown?.item.recordId == null || shown.item.authority === null ? undefined : await openedBy(app, shown.item.authority, shown.item.recordId);
  const today = app.clock.today();
  const by = update === undefined ? undefined : update.answeredBy ?? update.asked;
  const decided = child === undefined ? [] : decidedOf(child.case, today).filter(({ of }) => of.meeting !== meetingId);
  const before = decided.slice(0, 2);
  const minuted = new Set(decided.map(({ on }) => on));
  const met = child === undefined ? [] : [...happened(child.case, "tracking-meeting"), ...happened(child.case, "agency-meeting")].map(({ happenedOn }) => happenedOn);
  const considered = [...new Set(met)].filter((on) => on < now.meeting.heldOn && !minuted.has(on)).toSorted().toReversed();
  const members = await namesOf(app, now.definition.members.flatMap(({ account }) => account ?? []));
  const names = new Map([...members, ...(child?.workerNames ?? [])]);
  return {
    ...now, today, shown, child, showsName, before, considered, names,
    asked: child === undefined ? { adoption: false, early: false } : askedOf(child.case, now.meeting.heldOn),
    update: update === undefined || by === undefined ? null : { by: (await namesOf(app, [by])).get(by) ?? by, answeredAt: update.answeredAt, words: updateInWords(update.answers) },
    people: peopleOf(workers.filter(({ leftOn }) => leftOn == null || leftOn > today), members).filter(({ account }) => openers?.has(account) !== false),
    mayComment: may(viewer.role, "follow-meetings").allowed,
  };
}

/** A child taken off for safety, for somebody who holds the meeting; nothing for anybody else, or of a child who was not. Written down as reading the child is. */
export async function takenOff(app: App, viewer: Person, meetingId: string, itemId: string): Promise<TakenOff | undefined> {
  const found = await app.store.reading(viewer, async (reader) => {
    const item = await itemFor(reader, viewer, itemId);
    return item === undefined || !isOff(item) || item.meeting !== meetingId ? undefined : { item, texts: await reader.meetings.texts(item.id), comments: await reader.meetings.comments(item.id) };
  });
  if (found === undefined) return undefined;
  const { item, texts, comments } = found;
  if (item.recordId !== null) await app.store.accessLog(viewer).opened(item.recordId, "meeting-minutes");
  const names = await namesOf(app, [...(item.changedBy === null ? [] : [item.changedBy]), ...comments.map(({ saidBy }) => saidBy)]);
  return {
    item, by: item.changedBy === null ? null : names.get(item.changedBy) ?? null, texts: new Map(texts.map(({ box, text }) => [box, text])),
    comments: comments.map(({ text, saidBy, saidAt }) => ({ text, by: names.get(saidBy) ?? saidBy, at: saidAt })),
  };
}

/** Who could write the minutes of a meeting: whoever asks, and those of its series who may hold it. */
export async function writersOf(app: App, viewer: Person, { definition, meeting }: Pick<RoomNow, "definition" | "meeting">): Promise<readonly { readonly account: string; readonly name: string }[]> {
  const found = await Promise.all([...new Set([viewer.account, ...definition.members.flatMap(({ account }) => account ?? [])])].map((account) => whoIs(app, account)));
  return found.flatMap((person) => (person !== undefined && mayHoldIn(person, meeting.organisation) ? [{ account: person.account, name: person.name }] : []));
}

function peopleOf(workers: readonly { readonly account: string; readonly name: string }[], members: ReadonlyMap<string, string>): RoomPage["people"] {
  const names = new Map([...members, ...workers.map(({ account, name }) => [account, name] as const)]);
  return [...names].map(([account, name]) => ({ account, name })).sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

/** What was typed of an item, by box, whichever meeting state: for what is made of it. `savedBy` is an account. */
export async function typedOf(app: App, viewer: Viewer, itemId: string): Promise<ReadonlyMap<string, { readonly text: string; readonly revision: number; readonly savedBy: string; readonly savedAt: string }>> {
  const reader = app.store.reader(viewer);
  const rows = (await itemFor(reader, viewer, itemId)) === undefined ? [] : await reader.meetings.texts(itemId);
  return new Map(rows.map(({ box, text, revision, savedBy, savedAt }) => [box, { text, revision, savedBy, savedAt }]));
}
