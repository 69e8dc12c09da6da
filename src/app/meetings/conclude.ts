import type { Organisation, Viewer } from "../../domain/access/viewer.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import type { Day } from "../../domain/dates/day.ts";
import { actionsIn } from "../../domain/meetings/actions.ts";
import { type Asked, askedOf } from "../../domain/meetings/asked.ts";
import { noQuorum } from "../../domain/meetings/attendance.ts";
import type { Typed } from "../../domain/meetings/boxes.ts";
import { conclude, type Conclusion } from "../../domain/meetings/conclude.ts";
import { type MeetingOutcome, readOutcome } from "../../domain/meetings/outcome.ts";
import { type Told, toldOf } from "../../domain/meetings/tell.ts";
import type { ItemRow, MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import { kindsFor } from "../agency/given.ts";
import { type App, forbids } from "../app.ts";
import { changeChild, type OutcomeOf } from "../change-child.ts";
import { standardsFor } from "../standards-for.ts";
import { isThereFor } from "./in-room.ts";
import { tellFiler } from "./filed.ts";
import { absentFrom, whyNotConclude } from "./concluding.ts";
import { aboutOf, closedTo, peopleOf, tellable } from "./told.ts";

/** A child of a meeting as it would be confirmed: what is written, what is missing, who is told. */
export interface ConfirmPage {
  readonly item: ItemRow;
  readonly meeting: MeetingRow;
  readonly series: SeriesRow;
  readonly organisation: Organisation;
  readonly recordId: string;
  readonly localId: string;
  readonly version: number;
  readonly today: Day;
  readonly asked: Asked;
  /** Refused with the box it is about, or what is written: `all` it comes to, `drafts` what is new of it. */
  readonly conclusion: Conclusion;
  readonly told: readonly Told[];
  /** Names by account. */
  readonly names: ReadonlyMap<string, string>;
  /** Why it cannot be confirmed at all: the meeting is locked, or not begun, or the child was deferred. */
  readonly whyNot: string | undefined;
}

/** What confirming an item comes to, as the viewer may see it; nothing where there is no such child for them. */
export async function openConfirm(app: App, viewer: Viewer, itemId: string): Promise<ConfirmPage | undefined> {
  const shut = await shutTo(app, viewer, itemId);
  return app.store.reading(viewer, async (reader) => {
    const found = await foundItem(app, reader, itemId);
    if (found === undefined || !isThereFor(viewer, found.item)) return undefined;
    const record = await reader.getRecord(found.recordId);
    if (record === undefined) return undefined;
    const c = fold(await reader.entriesOf(record.id));
    const today = app.clock.today();
    const conclusion = await concluded(app, reader, viewer, found, shut, c);
    const people = await peopleOf(reader);
    const numbered = conclusion.accepted ? conclusion.drafts.map((draft, i) => ({ ...draft, number: record.version + i + 1 })) : [];
    return {
      ...found, localId: record.localId, version: record.version, today, asked: askedOf(c, found.meeting.heldOn), conclusion,
      told: toldOf(numbered, await aboutOf(app, reader, record, c, { title: found.series.definition.neutralTitle, heldOn: found.meeting.heldOn }), people.filter(({ account }) => !shut.has(account))),
      names: new Map(people.map(({ account, name }) => [account, name])),
      whyNot: forbids(viewer, "hold-meetings") ?? whyNotConclude(viewer, found.meeting, found.item, today),
    };
  });
}

/**
 * Confirms what a meeting agreed for the child of an item: entries, audit, the item’s entries and the messages to those it
 * concerns, in one transaction. Confirmed again, only what changed is written. `basedOn`: the version of the record that
 * whoever confirms had before them. `correcting`: after the minutes were locked, where a correction was taken into them. `few`:
 * whoever confirms knows that too few members were there to decide; without it, such a meeting’s is refused at the field `few`.
 */
export async function concludeItem(app: App, viewer: Viewer, itemId: string, basedOn: number, { correcting = false, few = false }: { readonly correcting?: boolean; readonly few?: boolean } = {}): Promise<OutcomeOf<Refusal>> {
  const found = await foundItem(app, app.store.reader(viewer), itemId);
  if (found === undefined) return { outcome: "not-found" };
  const { item, meeting, series, recordId } = found;
  const today = app.clock.today();
  const whyNot = whyNotConclude(viewer, meeting, item, today, correcting);
  if (whyNot !== undefined) return { outcome: "forbidden", reason: whyNot };
  const shut = await shutTo(app, viewer, itemId);
  return changeChild<Refusal>(app, viewer, recordId, basedOn, "conclude-item", async (writer, c) => {
    // What is typed is read in the transaction that writes it: what was saved a moment ago is among it.
    const now = await writer.meetings.item(itemId);
    const detail = (await writer.meetings.meeting(meeting.id))?.detail ?? meeting.detail;
    if (!few && noQuorum(series.definition, detail) !== undefined) return { accepted: false, refusals: [{ field: "few", message: TOO_FEW }] };
    return concluded(app, writer, viewer, { ...found, item: now ?? item }, shut, c);
  }, undefined, async (writer, entries, record) => {
    const at = app.clock.now();
    await writer.meetings.concludeItem(itemId, entries.map(({ number }) => number), at);
    const after = fold(await writer.entriesOf(recordId));
    const about = await aboutOf(app, writer, record, after, { title: series.definition.neutralTitle, heldOn: meeting.heldOn });
    if (entries.length > 0) await tellFiler(writer, series, meeting, itemId, recordId, at);
    await writer.addMessages(toldOf(entries.filter(({ cause }) => cause !== "entered-in-error"), about, (await peopleOf(writer)).filter(({ account }) => !shut.has(account))), at);
  });
}

/** Said at the field `few`, to whoever confirms without saying that they know. */
export const TOO_FEW = "Too few members were there to decide. Say that it is confirmed all the same, or have it confirmed by a meeting with enough members";

/** Those who would be told of an item’s child, or asked to do something, and may not open the child: asked before the transaction that writes. */
async function shutTo(app: App, viewer: Viewer, itemId: string): Promise<ReadonlySet<string>> {
  const { recordId, accounts } = await app.store.reading(viewer, async (reader) => {
    const item = await reader.meetings.item(itemId);
    const typed = item === undefined ? [] : await reader.meetings.texts(itemId);
    return { recordId: item?.recordId ?? null, accounts: [...typed.filter(({ box }) => box.endsWith("/who")).map(({ text }) => text.trim()), ...await tellable(reader, item?.authority ?? "")] };
  });
  return recordId === null ? new Set() : closedTo(app, recordId, accounts);
}

export interface FoundItem {
  readonly item: ItemRow;
  readonly meeting: MeetingRow;
  readonly series: SeriesRow;
  readonly organisation: Organisation;
  readonly recordId: string;
}

async function foundItem(app: App, reader: Reader, itemId: string): Promise<FoundItem | undefined> {
  const item = await reader.meetings.item(itemId);
  if (item === undefined || item.recordId === null) return undefined;
  const meeting = await reader.meetings.meeting(item.meeting);
  const series = meeting === undefined ? undefined : await reader.meetings.seriesById(meeting.series);
  const organisation = await app.store.directory.organisation(item.organisation);
  return meeting === undefined || series === undefined || organisation === undefined ? undefined : { item, meeting, series, organisation, recordId: item.recordId };
}

async function concluded(app: App, reader: Reader, viewer: Viewer, { item, meeting, series, organisation }: FoundItem, shut: ReadonlySet<string>, c: Case): Promise<Conclusion> {
  const typed: Typed = new Map((await reader.meetings.texts(item.id)).map(({ box, text }) => [box, text]));
  const read = await readFor(app, reader, c, typed, { heldOn: meeting.heldOn, mode: item.mode, tells: organisation.type === "local-authority", shut });
  if ("refusals" in read) return { accepted: false, refusals: read.refusals };
  return concludedFor(app, reader, viewer, c, read.outcome, {
    authority: item.authority ?? "", heldOn: meeting.heldOn, ours: item.entries, isAgency: organisation.type !== "local-authority",
    of: { meeting: meeting.id, series: series.definition.name, organisation: organisation.name },
    part: series.definition.parts.find(({ id }) => id === item.part)?.name ?? "",
    why: [...item.reasons.map(({ because }) => because), ...(item.reasons.length === 0 && item.why !== null ? [item.why] : [])].join(" "),
    absent: absentFrom(meeting, series),
  });
}

interface ReadFor {
  readonly heldOn: Day;
  readonly mode: ItemRow["mode"];
  readonly tells: boolean;
  readonly shut: ReadonlySet<string>;
}

/** What was typed, read with who there is; an action’s owner must be able to open the child. */
export async function readFor(app: App, reader: Reader, c: Case, typed: Typed, { heldOn, mode, tells, shut }: ReadFor): Promise<{ readonly outcome: MeetingOutcome } | { readonly refusals: readonly Refusal[] }> {
  const today = app.clock.today();
  const people = new Map((await peopleOf(reader)).map(({ account, name, leftOn }) => [account, { name, left: leftOn !== null && leftOn <= today }]));
  const agreed = actionsIn(c, today);
  const read = readOutcome(typed, {
    heldOn, today, mode, people, asked: askedOf(c, heldOn), tellsBusinessSupport: tells,
    agreedBefore: (what, dueOn) => agreed.some((one) => one.what === what && one.dueOn === dueOn),
  });
  if ("refusals" in read) return read;
  const refusals = read.outcome.actions.flatMap(({ line, who }): readonly Refusal[] => (who === null || !shut.has(who) || agreed.some((one) => one.who === who) ? [] :
    [{ field: `actions/${line}/who`, message: `${people.get(who)?.name ?? who} may not open this child’s record, and would not see the action. Choose somebody who works with the child` }]));
  return refusals.length > 0 ? { refusals } : read;
}

interface ConcludedFor {
  readonly authority: string;
  readonly heldOn: Day;
  readonly ours: readonly number[];
  readonly isAgency: boolean;
  readonly of: Parameters<typeof conclude>[2]["of"];
  readonly part: string;
  readonly why: string;
  readonly absent: string;
}

/** What is read becomes entries, by the standards of the child’s authority and what it has given to the agency. */
export async function concludedFor(app: App, reader: Reader, viewer: Viewer, c: Case, outcome: MeetingOutcome, { authority, isAgency, ...context }: ConcludedFor): Promise<Conclusion> {
  const { standards } = await standardsFor(reader, authority);
  const given = isAgency ? (await kindsFor(viewer, reader, authority)) ?? [] : undefined;
  return conclude(c, outcome, { ...context, side: isAgency ? "agency" : "authority", today: app.clock.today(), standards, given });
}
