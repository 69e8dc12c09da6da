import type { Person, Viewer } from "../../domain/access/viewer.ts";
import type { CommandName, EntryInput, Refusal } from "../../domain/commands/command.ts";
import { COMMANDS } from "../../domain/commands/command.ts";
import { addDays, type Day } from "../../domain/dates/day.ts";
import { confirmers } from "../../domain/meetings/attended.ts";
import { boxNamed } from "../../domain/meetings/boxes.ts";
import { isUnwritten } from "../../domain/meetings/locked.ts";
import { confirmingMeetings, type LaterMeeting, refusesToConfirm } from "../../domain/meetings/minutes.ts";
import { keyOf, type ToldApart } from "../../domain/meetings/others.ts";
import { readNow } from "../../domain/meetings/written.ts";
import { asKept } from "../../domain/meetings/saving.ts";
import type { ItemRow, MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { runCommand } from "../run-command.ts";
import type { Outcome } from "../views.ts";
import { tellFiler } from "./filed.ts";
import { mayHoldIn } from "./in-room.ts";
import { LONGEST } from "./room-save.ts";
import { type ChildRecord, childRecord } from "./word-files.ts";

export { closeRoom as closeMeeting } from "./room-run.ts";

/** What came of a step with the minutes; a refusal’s field is the box of the page that it is about. */
export type MinutesOutcome =
  | { readonly outcome: "done" }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

const refused = (field: string, message: string): MinutesOutcome => ({ outcome: "refused", refusals: [{ field, message }] });
const NOT_YOURS = "Minutes are kept by whoever holds the meeting, in the organisation whose meeting it is";
const A_YEAR = 400;

/** The meetings of its series that may confirm the minutes of one, the earliest first. */
export async function confirmingOf(reader: Reader, meeting: MeetingRow, today: Day): Promise<readonly (LaterMeeting & Pick<MeetingRow, "detail">)[]> {
  const later = await reader.meetings.meetings(meeting.heldOn, addDays(meeting.heldOn, A_YEAR), meeting.series);
  const those = new Set(confirmingMeetings(meeting.heldOn, today, later).map(({ id }) => id));
  return later.filter(({ id }) => those.has(id));
}

/** Whether somebody is chair or minute taker of a meeting, or of one that may confirm it. */
export const isConfirmer = (viewer: Viewer, series: SeriesRow, meeting: MeetingRow, later: readonly Pick<MeetingRow, "detail">[]): boolean =>
  viewer.type === "person" && mayHoldIn(viewer, meeting.organisation) && confirmers(series.definition, meeting.detail, ...later.map(({ detail }) => detail)).has(viewer.account);

/** Confirms the minutes of a meeting, as a later one of its series did, and locks them. */
export async function confirmMinutes(app: App, person: Person, meetingId: string, confirmedIn: string): Promise<MinutesOutcome> {
  const reason = forbids(person, COMMANDS["confirm-minutes"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  return kept(app, person, async (writer) => {
    const found = await writer.meetings.meeting(meetingId);
    if (found === undefined) return { outcome: "not-found" };
    if (!mayHoldIn(person, found.organisation)) return { outcome: "forbidden", reason: NOT_YOURS };
    await writer.lock(found.organisation);
    await writer.meetings.lockMeeting(found.id);
    const meeting = await writer.meetings.meeting(found.id);
    const series = await writer.meetings.seriesById(found.series);
    if (meeting === undefined || series === undefined) return { outcome: "not-found" };
    const later = await confirmingOf(writer, meeting, app.clock.today());
    const refusals = refusesToConfirm({ state: meeting.state, isConfirmer: isConfirmer(person, series, meeting, later), later, chosen: confirmedIn, unwritten: await unwrittenOf(writer, meeting) });
    if (refusals.length > 0) return { outcome: "refused", refusals };
    const at = app.clock.now();
    await writer.meetings.changeMeeting(meeting.id, meeting.revision, { state: "confirmed", confirmedAt: at, confirmedBy: person.account, confirmedIn, pen: null });
    await audit(writer, meeting.organisation, "confirm-minutes", { meeting: meeting.id, confirmedIn }, at);
    return { outcome: "done" };
  });
}

/** The local ids of children of whom words were written that are not on the record as they stand. */
async function unwrittenOf(writer: Writer, { id }: MeetingRow): Promise<readonly string[]> {
  const texts = await writer.meetings.textsOf(id);
  return (await writer.meetings.items(id))
    .filter((item) => item.recordId !== null && (item.mode === "discuss" || item.mode === "note") && isUnwritten(texts.filter((text) => text.item === item.id), item.concludedAt))
    .map(({ localId }) => localId ?? "");
}

/** Whether what was written is corrected rather than changed: once the minutes are confirmed, and not before. */
export const isLocked = ({ state }: Pick<MeetingRow, "state">): boolean => state === "confirmed";

export interface CorrectionInput {
  readonly box: string;
  readonly text: string;
  readonly why: string;
  /** What was typed after it was locked, and is now made a correction. */
  readonly waiting?: string;
}

/** Corrects what was written of an item, or takes a correction back by saying again what it said before: beside it, with why and by whom, never in its place. */
export async function correct(app: App, person: Person, itemId: string, { box, text: typed, why: because, waiting }: CorrectionInput): Promise<MinutesOutcome> {
  const [text, why] = [asKept(typed).trim(), asKept(because).trim()];
  return onItem(app, person, itemId, async (writer, meeting, item) => {
    if (!isLocked(meeting)) return refused("box", "This is not locked yet. Change it in the room, where it takes the place of what stands there");
    const made = (await writer.meetings.correctionsOf(meeting.id)).filter((one) => one.item === item.id && one.why !== null);
    const stands = readNow(box, made, new Map((await writer.meetings.texts(item.id, [box])).map((one) => [one.box, one.text])));
    const refusals: readonly Refusal[] = [
      ...(boxNamed(box) === undefined ? [{ field: "box", message: "Choose what is corrected" }] : []),
      ...(text === stands ? [{ field: "text", message: made.some((one) => one.box === box) ? "This is what it was corrected to already. Type what it should say, or what it said before to take the correction back" : "This is what the minutes say already. Type what they should say" }] : []),
      ...(text.length > LONGEST ? [{ field: "text", message: `This has ${text.length.toLocaleString("en-GB")} characters. Use ${LONGEST.toLocaleString("en-GB")} at most` }] : []),
      ...(why === "" ? [{ field: "why", message: "Say why it is corrected. It stands beside the minutes for good" }] : why.length > LONGEST_WHY ? [{ field: "why", message: `Why has ${why.length.toLocaleString("en-GB")} characters. Use ${LONGEST_WHY.toLocaleString("en-GB")} at most` }] : []),
    ];
    if (refusals.length > 0) return { outcome: "refused", refusals };
    const at = app.clock.now();
    if (waiting === undefined) await writer.meetings.addCorrection({ organisation: meeting.organisation, meeting: meeting.id, item: item.id, box, text, why }, at);
    else {
      const beside = await writer.meetings.besideById(waiting);
      if (beside?.item !== item.id || beside.because !== "correction" || !(await writer.meetings.makeCorrection(waiting, text, why, at))) return refused("text", "Somebody has made this a correction, or left it, already. Open the page again");
    }
    const series = await writer.meetings.seriesById(meeting.series);
    if (item.recordId !== null && series !== undefined) await tellFiler(writer, series, meeting, item.id, item.recordId, at);
    // An agency’s commands on meetings are in the agency’s own audit, which is about no record.
    await audit(writer, meeting.organisation, "correct-minutes", { meeting: meeting.id, item: item.id }, at, item.authority === meeting.organisation ? item.recordId : null);
    return { outcome: "done" };
  });
}

const LONGEST_WHY = 2000;

/** Leaves what was typed after the minutes were locked as it is: no correction. It stays in the database. */
export const leaveTyped = (app: App, person: Person, itemId: string, waiting: string): Promise<MinutesOutcome> =>
  onItem(app, person, itemId, async (writer, _meeting, item) => {
    const beside = await writer.meetings.besideById(waiting);
    return beside?.item === item.id && beside.because === "correction" && (await writer.meetings.settleBeside(waiting, "left", app.clock.now()))
      ? { outcome: "done" } : refused("waiting", "Somebody has made this a correction, or left it, already. Open the page again");
  });

/** Says of words in the record of a child, of those that were shown, whether they belong in it or are left out as another child’s. */
export async function tellApart(app: App, person: Person, itemId: string, { belong, leftOut }: ToldApart): Promise<MinutesOutcome> {
  const record = await childRecord(app, person, itemId);
  if (record === undefined) return { outcome: "not-found" };
  const shown = new Set(record.mentions.map((mention) => keyOf(mention.words)));
  const looked = (words: readonly string[]): readonly string[] => [...new Set(words.map(keyOf))].filter((each) => shown.has(each));
  const said = { belong: looked(belong), leftOut: looked(leftOut) };
  return onItem(app, person, itemId, async (writer) => {
    if (said.belong.length + said.leftOut.length > 0) await writer.meetings.tellApart(itemId, said, app.clock.now());
    return { outcome: "done" };
  });
}

/** Notes on the child’s record that the record of the meeting was put on the case record. Refused while it may name another child, or is a draft. */
export async function noteFiled(app: App, person: Person, itemId: string, basedOn: number): Promise<Outcome | { readonly outcome: "mentions"; readonly record: ChildRecord }> {
  const record = await childRecord(app, person, itemId);
  if (record === undefined) return { outcome: "not-found" };
  if (record.mentions.length > 0) return { outcome: "mentions", record };
  if (record.item.row.concludedAt === null || record.item.unwritten) return { outcome: "refused", refusals: [{ field: "filed", message: `${record.localId}: this is still a draft. Confirm what was agreed for the child first` }] };
  const input: EntryInput = { kind: "tracking-record-uploaded", happenedOn: app.clock.today(), certainty: "actual", detail: { evidenceOn: record.heldOn, evidencePlace: placeOf(record) } };
  return runCommand(app, person, record.recordId, basedOn, { name: "record-entry", input });
}

const RECORD = "Record of the tracking meeting";

/** What the entry says was put on the case record: of one that was corrected which version, and where it takes the place of another, that. */
function placeOf({ item: { written: { corrections }, filedOn } }: ChildRecord): string {
  if (corrections.length > 0) return `${RECORD}, version ${corrections.length + 1}`;
  return filedOn === null ? RECORD : `${RECORD}, put there anew`;
}

async function onItem(app: App, person: Person, itemId: string, work: (writer: Writer, meeting: MeetingRow, item: ItemRow) => Promise<MinutesOutcome>): Promise<MinutesOutcome> {
  const reason = forbids(person, COMMANDS["correct-minutes"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  return kept(app, person, async (writer) => {
    const item = await writer.meetings.item(itemId);
    const meeting = item === undefined ? undefined : await writer.meetings.meeting(item.meeting);
    if (item === undefined || meeting === undefined) return { outcome: "not-found" };
    if (!mayHoldIn(person, meeting.organisation)) return { outcome: "forbidden", reason: NOT_YOURS };
    await writer.lock(meeting.organisation);
    return work(writer, meeting, item);
  });
}

const audit = (writer: Writer, authority: string, command: CommandName, input: Readonly<Record<string, string>>, at: string, recordId: string | null = null): Promise<unknown> =>
  writer.appendAudit(authority, { command, input, ...(recordId === null ? {} : { recordId }) }, at);

const kept = (app: App, person: Person, work: (writer: Writer) => Promise<MinutesOutcome>): Promise<MinutesOutcome> => app.store.inTransaction(person, work);
