import { randomUUID } from "node:crypto";
import type { Person } from "../../domain/access/viewer.ts";
import { addDays, type Day } from "../../domain/dates/day.ts";
import { TYPED_IN } from "../../domain/meetings/locked.ts";
import type { AgendaItem } from "../../domain/meetings/agenda.ts";
import type { ToldItem, ToldMeeting, ToldSeries } from "../../domain/simulation/meetings.ts";
import type { RecordRow } from "../../store/rows.ts";
import type { App } from "../app.ts";
import type { Outcome } from "../views.ts";
import { endActionOf } from "./actions.ts";
import { draftsOf } from "./build-agenda.ts";
import { concludeItem } from "./conclude.ts";
import { confirmMinutes } from "./minutes.ts";
import { answerMeetingOf } from "./recommended.ts";
import { closeRoom, openRoom } from "./room-run.ts";

/** Something that became of a meeting, on a day after it. */
export interface Later {
  readonly on: Day;
  readonly work: (app: App) => Promise<void>;
}

interface Holding {
  readonly id: string;
  readonly on: Day;
  readonly told: ToldMeeting;
  readonly of: ToldSeries;
  /** Who takes the minutes, and confirms what was agreed. */
  readonly holder: Person;
  /** The meeting before it, whose minutes it confirms. */
  readonly confirms: string | undefined;
  readonly say: (line: string) => void;
}

const MINUTES_A_CHILD = 12;

/** Holds a meeting as people do, on the day that the clock says: agenda, room, what was agreed for each child. Gives what became of it later. */
export async function holdMeeting(app: App, { id, on, told, of, holder, confirms, say }: Holding): Promise<readonly Later[]> {
  const reader = app.store.reader(holder);
  const records = new Map<string, RecordRow>();
  const authorities = await reader.authorities();
  for (const { child } of told.children) {
    const record = (await Promise.all(authorities.map(({ code }) => reader.findRecord(code, child)))).find((one) => one !== undefined);
    if (record === undefined) say(`${child}: not put on the agenda of ${on}, for nobody there sees the child`);
    else records.set(child, record);
  }
  // All at once, as `editAgenda` would put them there one by one.
  await app.store.inTransaction(holder, (writer) => writer.meetings.putItems(holder.organisation.code, id, draftsOf(told.children.flatMap(({ child, part, why }): readonly AgendaItem[] => {
    const record = records.get(child);
    return record === undefined ? [] : [{ id: randomUUID(), child: record.id, localId: child, title: null, family: null, part, minutes: MINUTES_A_CHILD, mode: "discuss", reasons: [], presenter: null, byHand: ["added", "mode", "minutes"], changedBy: holder.account, why, concluded: false }];
  }), new Map([...records.values()].map((record) => [record.id, record.authority])))));
  const attendance = Object.fromEntries(of.members.map(({ account }) => [account, { as: told.apologies.includes(account) ? "apologies" as const : "present" as const }]));
  const opened = await openRoom(app, holder, id, { basedOn: (await reader.meetings.meeting(id))?.revision ?? 0, attendance, pen: holder.account });
  if (opened === undefined || "refused" in opened) {
    say(`${of.organisation}: the meeting of ${on} was not opened: ${opened?.refused ?? "not found"}`);
    return [];
  }
  const items = new Map((await reader.meetings.items(id)).map((item) => [item.localId ?? "", item.id]));
  const there = told.children.flatMap((item) => {
    const [recordId, itemId] = [records.get(item.child)?.id, items.get(item.child)];
    return recordId === undefined || itemId === undefined ? [] : [{ item, recordId, itemId }];
  });
  // A box at a time would be a hundred transactions.
  await app.store.inTransaction(holder, async (writer) => {
    for (const { item, itemId } of there) {
      for (const [box, text] of typedFor(item, on)) await writer.meetings.saveText({ organisation: holder.organisation.code, meeting: id, item: itemId, box, text, at: app.clock.now() }, 0, TYPED_IN);
    }
  });
  if (confirms !== undefined) {
    const confirmed = await confirmMinutes(app, holder, confirms, id);
    if (confirmed.outcome !== "done") say(`${of.organisation}: the minutes before ${on} were not confirmed: ${confirmed.outcome === "refused" ? confirmed.refusals.map(({ message }) => message).join("; ") : confirmed.outcome}`);
  }
  await closeRoom(app, holder, id);
  const later: Later[] = [];
  for (const { item, recordId, itemId } of there) {
    const concluded = await concludeItem(app, holder, itemId, (await reader.getRecord(recordId))?.version ?? 0);
    if (concluded.outcome === "done") later.push(...becameOf(item, recordId, on, concluded.entries, say));
    else say(`${item.child} on ${on}: ${concluded.outcome === "refused" ? concluded.refusals.map(({ field, message }) => `${field}: ${message}`).join("; ") : concluded.outcome}`);
  }
  return later;
}

/** What is typed in the room of one child, by box. */
function typedFor({ boxes, decisions, actions, barriers }: ToldItem, on: Day): readonly (readonly [box: string, text: string])[] {
  const lines = <T extends object>(list: string, all: readonly T[], of: (one: T) => Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
    all.flatMap((one, i) => Object.entries(of(one)).map(([box, text]) => [`${list}/${i + 1}/${box}`, text] as const));
  return [
    ...Object.entries(boxes),
    ...lines("decisions", decisions, ({ sort, what, why }) => ({ sort, what, why })),
    ...lines("actions", actions, ({ what, who, within, shownBy }) => ({ what, who, dueOn: addDays(on, within), shownBy })),
    ...lines("barriers", barriers, ({ barrier, note }) => ({ barrier, note })),
  ];
}

type Entries = Extract<Outcome, { outcome: "done" }>["entries"];

/** Actions that were done and recommendations that were answered since. */
function becameOf({ child, actions, decisions }: ToldItem, recordId: string, on: Day, entries: Entries, say: (line: string) => void): readonly Later[] {
  const numberOf = (kind: string, what: string): number => entries.find((e) => e.kind === kind && e.detail["what"] === what)?.number ?? 0;
  const as = (account: string, what: string, work: (app: App, person: Person, version: number) => Promise<Outcome>) => async (app: App): Promise<void> => {
    const person = await app.store.directory.person(account);
    const version = person === undefined ? undefined : (await app.store.reader(person).getRecord(recordId))?.version;
    const outcome = person === undefined || version === undefined ? undefined : await work(app, person, version);
    if (outcome?.outcome !== "done") say(`${child}, ${what}: ${outcome?.outcome === "refused" ? outcome.refusals.map(({ message }) => message).join("; ") : outcome?.outcome ?? `${account} does not see the child`}`);
  };
  return [
    ...actions.flatMap(({ what, who, done }) => (done === undefined ? [] : [{
      on: addDays(on, done.after), work: as(who, what, (app, person, version) => endActionOf(app, person, recordId, version, { action: numberOf("action-agreed", what), how: "done", done: done.said })),
    }])),
    ...decisions.flatMap(({ what, answer }) => (answer === undefined ? [] : [{
      on: addDays(on, answer.after), work: as(answer.by, what, (app, person, version) => answerMeetingOf(app, person, recordId, version, { decision: numberOf("meeting-decision", what), agreed: answer.agreed, answer: answer.said })),
    }])),
  ];
}
