import type { Person, Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { WordDocument } from "../../domain/documents/word.ts";
import { type AgendaLine, agendaOf } from "../../domain/meetings/agenda-paper.ts";
import { minutesOf } from "../../domain/meetings/minutes.ts";
import { type Mention, mentionsIn, type NamedChild, notToldApart, untoldIn, withoutOthers } from "../../domain/meetings/others.ts";
import { missingPapers, PAPERS, type Papers } from "../../domain/meetings/papers.ts";
import { identifiable } from "../../domain/profile/identifiable.ts";
import { recordOf } from "../../domain/meetings/record.ts";
import { nameOf } from "../../domain/permanence/summarise.ts";
import { listed, lower } from "../../domain/words.ts";
import { WORD_TYPE, writeWord } from "../../exports/word/document.ts";
import type { App } from "../app.ts";
import { openMeeting } from "./agenda.ts";
import { isHolder } from "./asking.ts";
import { itemFor } from "./in-room.ts";
import { holderOf } from "./keep-asking.ts";
import { madeBy, madeOn, type ReadItem, type ReadMinutes, readMinutes } from "./minutes-read.ts";

export { WORD_TYPE };

export interface WordFile {
  /** No child’s name is in it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The record of one child at a meeting, as plain data, with what in it may be another child. */
export interface ChildRecord {
  readonly document: WordDocument;
  readonly localId: string;
  readonly heldOn: Day;
  readonly recordId: string;
  readonly item: ReadItem;
  readonly minutes: ReadMinutes;
  /** Nobody has looked at these words yet: while there are any, it is not filed. */
  readonly mentions: readonly Mention[];
}

/** The record of the child of an item; nothing where there is no such child for the viewer. */
export async function childRecord(app: App, viewer: Viewer, itemId: string): Promise<ChildRecord | undefined> {
  const row = await itemFor(app.store.reader(viewer), viewer, itemId);
  const minutes = row === undefined ? undefined : await readMinutes(app, viewer, row.meeting, row.id);
  const item = minutes?.items[0];
  if (row === undefined || minutes === undefined || item?.case === undefined || row.recordId === null || row.localId === null) return undefined;
  const { definition } = minutes.series;
  const told = minutes.toldApart.get(row.id) ?? { belong: [], leftOut: [] };
  const whole = recordOf({
    meeting: minutes.paper, meetingId: row.meeting, today: app.clock.today(), part: definition.parts.find(({ id }) => id === row.part)?.name ?? row.part, item: item.written, concluded: row.concludedAt !== null && !item.unwritten,
    localId: row.localId, case: item.case, names: minutes.names, madeBy: madeBy(viewer), madeOn: madeOn(app),
  });
  const [own, colleagues] = [{ localId: row.localId, name: item.name }, minutes.colleagues];
  const { others, untold } = await othersOn(app, viewer, minutes, row.recordId);
  const document = withoutOthers(whole, [...told.leftOut, ...untoldIn(whole, own, untold, colleagues, told.belong)]);
  const mentions = mentionsIn(document, own, others, colleagues);
  return { document, localId: row.localId, heldOn: minutes.meeting.heldOn, recordId: row.recordId, item, minutes, mentions: notToldApart(mentions, told.belong) };
}

/**
 * The other children of a meeting’s agenda: those whom the viewer may open, by name where they see it (`others`); and, for somebody
 * of another organisation, those of whom they may be told nothing (`untold`), by the name that their own authority has. Nobody who
 * types in the minutes gets these, and none is behind a wall: else typing a name would tell whether it is on the agenda.
 */
async function othersOn(app: App, viewer: Viewer, { meeting, organisation }: ReadMinutes, own: string): Promise<{ readonly others: readonly NamedChild[]; readonly untold: readonly NamedChild[] }> {
  const others = await namedOn(app, viewer, meeting.id);
  const isElsewhere = viewer.type === "person" && viewer.organisation.code !== meeting.organisation;
  const holder = isElsewhere ? await holderOf(organisation, () => app.store.directory.people()) : undefined;
  const { all, walled } = holder === undefined ? { all: [], walled: new Set<string>() } : await app.store.reading(holder, async (reader) => {
    const items = await reader.meetings.items(meeting.id);
    const lines = await reader.agendaLines(items.flatMap(({ recordId }) => recordId ?? []));
    return { all: items, walled: new Set(lines.flatMap((line) => (line.walled ? [line.recordId] : []))) };
  });
  const untold: NamedChild[] = [];
  for (const { recordId, authority, localId } of all) {
    if (recordId === null || authority === null || localId === null || recordId === own || others.has(recordId) || walled.has(recordId)) continue;
    untold.push({ localId, name: nameOf(fold(await app.store.reader({ type: "operator", authority }).entriesOf(recordId))) });
  }
  return { others: [...others].flatMap(([recordId, child]) => (recordId === own ? [] : [child])), untold };
}

const namedOn = (app: App, viewer: Viewer, meetingId: string): Promise<ReadonlyMap<string, NamedChild>> =>
  app.store.reading(viewer, async (reader) => {
    const named = new Map<string, NamedChild>();
    for (const { recordId, localId } of await reader.meetings.items(meetingId)) {
      if (recordId !== null && localId !== null) named.set(recordId, { localId, name: nameOf(fold(await reader.entriesOf(recordId))) });
    }
    return named;
  });

/** The record as a file. Written down before it is given. Whoever calls has seen that there are no mentions left. */
export async function recordFile(app: App, viewer: Viewer, { document, localId, heldOn, recordId }: ChildRecord): Promise<WordFile> {
  await app.store.accessLog(viewer).opened(recordId, "take-away-meeting-record");
  return { name: fileName("tracking-record", heldOn, localId), bytes: await writeWord(document) };
}

/** The minutes of a meeting as the viewer may see them; nothing where they may not follow it. */
export async function minutesFile(app: App, viewer: Viewer, meetingId: string): Promise<WordFile | undefined> {
  const read = await readMinutes(app, viewer, meetingId);
  if (read === undefined) return undefined;
  const { meeting, series, paper, names, items } = read;
  const document = minutesOf({
    meeting: paper, meetingId: meeting.id, today: app.clock.today(), state: meeting.state, parts: series.definition.parts, names, madeBy: madeBy(viewer), madeOn: madeOn(app),
    items: items.filter(({ row }) => row.mode !== "removed").map(({ called, row, written, case: c }) => ({ ...written, called: c === undefined || identifiable(c) ? called : row.localId ?? called, part: row.part, case: c })),
  });
  await openedAll(app, viewer, read, "take-away-minutes");
  return { name: fileName("minutes", meeting.heldOn), bytes: await writeWord(document) };
}

/** The agenda of a meeting as the viewer may see it; nothing where they may not follow it. */
export async function agendaFile(app: App, viewer: Person, meetingId: string): Promise<WordFile | undefined> {
  const read = await readMinutes(app, viewer, meetingId);
  if (read === undefined) return undefined;
  const { meeting, series, paper, items } = read;
  const page = await openMeeting(app, viewer, meetingId);
  const told = new Map(page === undefined ? [] : [...page.parts.flatMap((part) => part.items), ...page.deferred].map((item) => [item.id, item]));
  const updates = new Map((await app.store.reader(viewer).meetings.updatesOf(meeting.id)).map(({ item, papers }) => [item, papers]));
  const lines = items.filter(({ row }) => row.mode !== "removed").map(({ called, row }): AgendaLine => ({
    called, part: row.part, minutes: row.minutes, mode: row.mode, because: [...row.reasons.map(({ because }) => because), ...(told.get(row.id)?.said ?? [])], why: row.why,
    presenter: listed(told.get(row.id)?.presenters ?? []) || null, papers: row.recordId === null ? "" : papersInWords(updates.get(row.id)),
  }));
  const parts = series.definition.parts.map((part) => ({ ...part, minutes: meeting.detail.minutes?.[part.id] ?? part.minutes }));
  const document = agendaOf({ meeting: paper, parts, lines, madeOn: madeOn(app), whole: isHolder(viewer, meeting) });
  await openedAll(app, viewer, read, "take-away-agenda");
  return { name: fileName("agenda", meeting.heldOn), bytes: await writeWord(document) };
}

function papersInWords(papers: Papers | undefined): string {
  if (papers === undefined) return "Not asked for";
  const missing = missingPapers(papers);
  return missing.length === 0 ? "Care plan and chronology received" : `Waiting for the ${listed(missing.map((name) => lower(PAPERS[name])))}`;
}

const openedAll = (app: App, viewer: Viewer, { items }: ReadMinutes, how: string): Promise<void> =>
  app.store.accessLog(viewer).openedAll(items.flatMap(({ row }) => row.recordId ?? []), how);

/** “tracking-record-hm-0412-2026-11-18.docx”. */
export const fileName = (what: string, on: Day, localId = ""): string => {
  const id = localId.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return `${what}-${id === "" ? "" : `${id}-`}${on}.docx`;
};
