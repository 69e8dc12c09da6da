import type { Person, Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import { type ClockTold, isFinding, type KnownFacts, knownFacts } from "../../domain/meetings/known.ts";
import { leadsOf } from "../../domain/meetings/leads.ts";
import { isNotOver } from "../../domain/meetings/meeting.ts";
import { type OnRecord, papersOnRecord } from "../../domain/meetings/papers.ts";
import { refusalsOfUpdate, tooLong, type UpdateAnswers, type UpdateRefusal } from "../../domain/meetings/update.ts";
import { isOpen, stateInWords } from "../../domain/standards/clock.ts";
import type { ItemRow, MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { UpdateRow } from "../../store/meetings/updates.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { openChild } from "../open-child.ts";
import type { ChildPage } from "../views.ts";
import { isHolder } from "./asking.ts";
import { isOff, itemFor } from "./in-room.ts";
import { peopleOf } from "./told.ts";

export { askForUpdates, remindOf } from "./asking.ts";
export type { UpdateRow };

/** One child of a meeting, with what the worker is asked and has said. */
export interface UpdatePage {
  readonly child: ChildPage;
  readonly meeting: MeetingRow;
  readonly series: SeriesRow;
  readonly item: ItemRow;
  /** Nothing while nobody has been asked. */
  readonly update: UpdateRow | null;
  /** Who was asked and who answered, by name. */
  readonly asked: string | null;
  readonly answeredBy: string | null;
  /** It was asked of whoever looks. */
  readonly isOwn: boolean;
  /** The last day in time for the answers and the papers. */
  readonly dueOn: Day;
  readonly facts: KnownFacts;
  /** A family is being found, or is about to be: how that goes is asked too. */
  readonly finding: boolean;
  readonly onRecord: OnRecord | undefined;
  /** `answer`: while the meeting has not begun. `papers`: those who record on the child’s own case. `correct`: the record itself. */
  readonly may: { readonly answer: boolean; readonly papers: boolean; readonly correct: boolean };
}

/** The update of one item, or nothing where it is none of this person’s to see. That the child was opened is written down. */
export async function updateOf(app: App, viewer: Person, itemId: string): Promise<UpdatePage | undefined> {
  const found = await app.store.reading(viewer, async (reader) => {
    const at = await placeOf(reader, viewer, itemId);
    if (at === undefined) return undefined;
    const people = await peopleOf(reader);
    return { ...at, nameOf: (account: string | null | undefined) => (account == null ? null : people.find((one) => one.account === account)?.name ?? account) };
  });
  const recordId = found?.item.recordId;
  const child = recordId == null ? undefined : await openChild(app, viewer, recordId);
  if (found === undefined || child === undefined) return undefined;
  const { item, meeting, series, update, nameOf } = found;
  const own = child.authority.code === meeting.organisation && child.given === undefined;
  const answers = update !== null && !isOff(item) && isNotOver(meeting.state) && mayAnswer(viewer, update, meeting, child.may.record);
  return {
    child, meeting, series, item, update, asked: nameOf(update?.asked), answeredBy: nameOf(update?.answeredBy), isOwn: update?.asked === viewer.account,
    dueOn: leadsOf(series.definition, meeting.heldOn, app.calendar).papers,
    facts: knownFacts(child.case, clocksOf(child), child.today),
    finding: isFinding(child.case), onRecord: own ? papersOnRecord(child.case, meeting.heldOn) : undefined,
    may: { answer: answers, papers: answers && own && child.may.record, correct: child.may.record },
  };
}

async function placeOf(reader: Reader, viewer: Viewer, itemId: string): Promise<{ readonly item: ItemRow; readonly meeting: MeetingRow; readonly series: SeriesRow; readonly update: UpdateRow | null } | undefined> {
  const item = await itemFor(reader, viewer, itemId);
  const meeting = item === undefined ? undefined : await reader.meetings.meeting(item.meeting);
  const series = meeting === undefined ? undefined : await reader.meetings.seriesById(meeting.series);
  return item === undefined || meeting === undefined || series === undefined ? undefined : { item, meeting, series, update: (await reader.meetings.updateOf(itemId)) ?? null };
}

/** Whoever was asked; whoever records on the child, for a colleague who is away; and whoever holds the meeting. */
const mayAnswer = (viewer: Viewer, { asked }: UpdateRow, meeting: MeetingRow, records: boolean): boolean =>
  records || isHolder(viewer, meeting) || (viewer.type === "person" && viewer.account === asked);

const clocksOf = ({ clocks }: ChildPage): readonly ClockTold[] => clocks
  .filter((clock) => isOpen(clock) && clock.dueOn !== null && !clock.flags.includes("advisory") && ["overdue", "due-soon", "running"].includes(clock.state))
  .map((clock) => ({ title: clock.title, standing: stateInWords(clock), dueOn: clock.dueOn!, late: clock.state === "overdue" }));

export type SaveOutcome =
  | { readonly outcome: "saved"; readonly revision: number; readonly sent: boolean }
  /** Sent with something missing: it is kept, and can be sent once it is there (`revision`: what the next save is based on). */
  | { readonly outcome: "refused"; readonly refusals: readonly UpdateRefusal[]; readonly revision: number }
  /** Somebody saved first: what they said, to be shown beside what was typed. */
  | { readonly outcome: "overtaken"; readonly theirs: UpdateRow }
  | { readonly outcome: "closed" }
  | { readonly outcome: "not-found" };

export interface ToSave {
  readonly answers: UpdateAnswers;
  readonly basedOn: number;
  /** It is answered now; otherwise kept as it is, to go on with. */
  readonly send: boolean;
}

/** Keeps what was typed about one child, and sends it where that is asked and nothing is missing. What is too long is refused whole. */
export async function saveUpdate(app: App, viewer: Person, itemId: string, { answers, basedOn, send }: ToSave): Promise<SaveOutcome> {
  const long = tooLong(answers);
  return app.store.inTransaction(viewer, async (writer): Promise<SaveOutcome> => {
    const at = await placeOf(writer, viewer, itemId);
    if (at?.update == null || at.item.recordId === null || isOff(at.item)) return { outcome: "not-found" };
    const { update, meeting, item } = at;
    if (!mayAnswer(viewer, update, meeting, forbids(viewer, "record") === undefined)) return { outcome: "not-found" };
    if (!isNotOver(meeting.state)) return { outcome: "closed" };
    if (long.length > 0) return { outcome: "refused", refusals: long, revision: basedOn };
    const missing = send ? refusalsOfUpdate(answers, { finding: isFinding(fold(await writer.entriesOf(item.recordId!))) }) : [];
    const sent = send && missing.length === 0;
    const saved = await writer.meetings.saveUpdate(itemId, basedOn, { answers, ...(sent ? { answeredBy: viewer.account } : {}) }, app.clock.now());
    if (!saved) return { outcome: "overtaken", theirs: (await writer.meetings.updateOf(itemId)) ?? update };
    return missing.length > 0 ? { outcome: "refused", refusals: missing, revision: basedOn + 1 } : { outcome: "saved", revision: basedOn + 1, sent };
  });
}
