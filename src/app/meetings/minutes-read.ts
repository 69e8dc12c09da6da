import type { Organisation, Viewer } from "../../domain/access/viewer.ts";
import { ROLES } from "../../domain/access/role.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import { type Asked, askedOf } from "../../domain/meetings/asked.ts";
import { noQuorum } from "../../domain/meetings/attendance.ts";
import { attendedOf, officeOf } from "../../domain/meetings/attended.ts";
import { isUnwritten } from "../../domain/meetings/locked.ts";
import type { ToldApart } from "../../domain/meetings/others.ts";
import type { MeetingOfPapers } from "../../domain/meetings/record.ts";
import type { Correction, Names, WrittenItem } from "../../domain/meetings/written.ts";
import { nameOf } from "../../domain/permanence/summarise.ts";
import { lower } from "../../domain/words.ts";
import type { CorrectionRow } from "../../store/meetings/minutes.ts";
import type { ItemRow, MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { TextRow } from "../../store/meetings/texts.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { instantInWords, londonDay } from "../london-time.ts";
import { standardsFor } from "../standards-for.ts";
import { filedIn } from "./filed.ts";
import { isThereFor, namesOf, standInsNamed } from "./in-room.ts";
import { peopleOf } from "./told.ts";

/** One item of a meeting with what was written of it. */
export interface ReadItem {
  readonly row: ItemRow;
  readonly written: WrittenItem;
  /** Local id, with the name where the viewer has names shown; or the title. */
  readonly called: string;
  /** The child’s own; none of business. */
  readonly case: Case | undefined;
  readonly name: string | null;
  /** Of the child’s record; 0 of business. */
  readonly version: number;
  /** The day that the record of this meeting was put on the case record; null: nobody noted it. */
  readonly filedOn: Day | null;
  /** The day it was last corrected, or confirmed anew, after that; null: what is filed is what it says. */
  readonly changedOn: Day | null;
  /** Typed after it was locked, and not yet made a correction. */
  readonly waiting: readonly CorrectionRow[];
  /** Words were written that are not, or no longer, on the child’s record as they stand. */
  readonly unwritten: boolean;
}

/** A meeting with all that the viewer may read of its minutes. */
export interface ReadMinutes {
  readonly meeting: MeetingRow;
  readonly series: SeriesRow;
  readonly organisation: Organisation;
  readonly paper: MeetingOfPapers;
  readonly items: readonly ReadItem[];
  readonly toldApart: ReadonlyMap<string, ToldApart>;
  readonly names: Names;
  /** The names of colleagues that may stand in it. */
  readonly colleagues: readonly string[];
}

/** What the minutes of a meeting are to a viewer; nothing where they may not follow it. `only`: of one item. */
export async function readMinutes(app: App, viewer: Viewer, meetingId: string, only?: string): Promise<ReadMinutes | undefined> {
  if (forbids(viewer, "follow-meetings") !== undefined) return undefined;
  const found = await app.store.reading(viewer, (reader) => read(reader, viewer, meetingId, only));
  const organisation = found === undefined ? undefined : await app.store.directory.organisation(found.meeting.organisation);
  if (found === undefined || organisation === undefined) return undefined;
  const { meeting, series, rows, texts, corrections, toldApart, people, standards, cases, showsNames } = found;
  // Whoever is named and not among those the viewer sees is asked for outside the transaction.
  const typedAccounts = texts.filter(({ box }) => box.endsWith("/who")).map(({ text }) => text.trim());
  const agreedBefore = [...cases.values()].flatMap((of) => of.case.of("action-agreed").map(({ detail }) => String(detail["who"] ?? "")));
  const named = [...typedAccounts, ...agreedBefore, ...rows.flatMap(({ presenter }) => presenter ?? []), ...corrections.flatMap(({ madeBy, typedBy }) => [typedBy, madeBy ?? typedBy])].filter((account) => account !== "" && !people.has(account));
  const others = await namesOf(app, named);
  const names: Names = { person: (account) => people.get(account) ?? others.get(account) ?? account, standard: (id) => standards.get(id) ?? id };
  const items = rows.map((row) => itemOf(row, texts.filter(({ item }) => item === row.id), corrections.filter(({ item }) => item === row.id), cases.get(row.recordId ?? ""), { heldOn: meeting.heldOn, showsNames, names }));
  return {
    meeting, series, organisation, items, toldApart, names, colleagues: [...people.values(), ...others.values()],
    paper: {
      organisation: organisation.name, series: series.definition.name, heldOn: meeting.heldOn, startsAt: meeting.detail.startsAt ?? series.definition.startsAt, place: meeting.detail.place ?? series.definition.place,
      chair: officeOf("chair", series.definition, meeting.detail), minuteTaker: officeOf("minute-taker", series.definition, meeting.detail), attended: attendedOf(series.definition, await standInsNamed(app, meeting.detail)),
      noQuorum: noQuorum(series.definition, meeting.detail) ?? null, extraordinary: meeting.detail.extraordinary ?? null, chairsAction: meeting.detail.chairsAction === true, confirmedOn: meeting.confirmedAt === null ? null : londonDay(meeting.confirmedAt),
    },
  };
}

interface ReadCase {
  readonly case: Case;
  readonly version: number;
}

async function read(reader: Reader, viewer: Viewer, meetingId: string, only: string | undefined) {
  const meeting = await reader.meetings.meeting(meetingId);
  const series = meeting === undefined ? undefined : await reader.meetings.seriesById(meeting.series);
  if (meeting === undefined || series === undefined) return undefined;
  const rows = (await reader.meetings.items(meeting.id)).filter((row) => (only === undefined || row.id === only) && isThereFor(viewer, row));
  const shown = new Set(rows.map(({ id }) => id));
  const cases = new Map<string, ReadCase>();
  const standards = new Map<string, string>();
  for (const { recordId, authority } of rows) {
    if (recordId === null || authority === null) continue;
    const entries = await reader.entriesOf(recordId);
    cases.set(recordId, { case: fold(entries), version: entries.reduce((last, { number }) => Math.max(last, number), 0) });
    if (standards.size === 0) for (const [id, { title }] of (await standardsFor(reader, authority)).standards) standards.set(id, title);
  }
  return {
    meeting, series, rows, cases, standards,
    texts: (await reader.meetings.textsOf(meeting.id)).filter(({ item }) => shown.has(item)),
    corrections: (await reader.meetings.correctionsOf(meeting.id)).filter(({ item }) => shown.has(item)),
    toldApart: await reader.meetings.toldApart(meeting.id),
    people: new Map((await peopleOf(reader)).map(({ account, name }) => [account, name])),
    showsNames: await reader.showsNames(),
  };
}

const NOTHING_ASKED: Asked = { adoption: false, early: false };

function itemOf(row: ItemRow, texts: readonly TextRow[], corrections: readonly CorrectionRow[], of: ReadCase | undefined, { heldOn, showsNames, names }: { readonly heldOn: Day; readonly showsNames: boolean; readonly names: Names }): ReadItem {
  const { case: c, version = 0 } = of ?? {};
  const name = c === undefined ? null : nameOf(c);
  const held = row.mode === "discuss" || row.mode === "note";
  const filed = c === undefined ? undefined : filedIn(c, heldOn);
  const changes = [row.concludedAt, ...corrections.flatMap(({ why, madeAt, typedAt }) => (why === null ? [] : [madeAt ?? typedAt]))].flatMap((at) => (at === null || filed === undefined || Date.parse(at) <= Date.parse(filed.recordedAt) ? [] : [at]));
  return {
    row, case: c, name, version, filedOn: filed?.happenedOn ?? null, changedOn: changes.length === 0 ? null : londonDay(changes.toSorted().at(-1)!),
    waiting: corrections.filter(({ why }) => why === null),
    called: row.localId === null ? row.title ?? "Other business" : showsNames && name !== null ? `${name}, ${row.localId}` : row.localId,
    unwritten: row.recordId !== null && held && isUnwritten(texts, row.concludedAt),
    written: {
      mode: row.mode, reasons: row.reasons, why: row.why, presenter: row.presenter, typed: new Map(texts.map(({ box, text }) => [box, text])), ofChild: row.recordId !== null,
      asked: c === undefined ? NOTHING_ASKED : askedOf(c, heldOn), corrections: corrections.flatMap((one) => correctionOf(one, names)),
    },
  };
}

function correctionOf({ box, text, why, madeBy, madeAt, typedBy, typedAt }: CorrectionRow, names: Names): readonly Correction[] {
  return why === null ? [] : [{ box, text, why, by: names.person(madeBy ?? typedBy), on: londonDay(madeAt ?? typedAt) }];
}

/** Who makes a document, in words. */
export const madeBy = (viewer: Viewer): string => (viewer.type === "operator" ? "The machine’s operator" : `${viewer.name}, ${lower(ROLES[viewer.role])}, ${viewer.organisation.name}`);
export const madeOn = (app: App): string => instantInWords(app.clock.now());
