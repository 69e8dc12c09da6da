import { sql } from "kysely";
import type { Day } from "../../domain/dates/day.ts";
import type { Db, Run } from "../database.ts";
import { BARRIER_RULE } from "../../domain/meetings/agenda-rule.ts";
import { isUuid } from "../uuid.ts";
import type { ItemRow, MeetingRow, SeriesRow } from "./rows.ts";
import { type MemberReads, memberReadsOver } from "./members.ts";
import { type MinutesReads, minutesReadsOver } from "./minutes.ts";
import { type TextReads, textReadsOver } from "./texts.ts";
import { type UpdateReads, updateReadsOver } from "./updates.ts";

/** The meetings that the viewer may follow: their own organisation’s, and those of series they belong to. */
export interface MeetingReads extends MemberReads, MinutesReads, TextReads, UpdateReads {
  /** By name, those that have ended last. */
  series(): Promise<SeriesRow[]>;
  seriesById(id: string): Promise<SeriesRow | undefined>;
  /** The meetings from a day to a day, cancelled ones too, earliest first; of one series where it is given. */
  meetings(from: Day, to: Day, series?: string): Promise<MeetingRow[]>;
  meeting(id: string): Promise<MeetingRow | undefined>;
  /** By part and position. A child whom the viewer may not open, or no longer, is left out. */
  items(meeting: string): Promise<ItemRow[]>;
  item(id: string): Promise<ItemRow | undefined>;
  /** The children who were taken off for safety where a series last had them before a day, by record. */
  keptOff(series: string, before: Day): Promise<ReadonlyMap<string, { readonly heldOn: Day; readonly why: string | null; readonly changedBy: string | null }>>;
  /** Where a child was last taken off for safety at a meeting of a series: the latest by its day. */
  takenOff(series: string, recordId: string): Promise<{ readonly heldOn: Day; readonly why: string | null; readonly changedBy: string | null } | undefined>;
}

const SERIES = sql`organisation, id, definition, revision, ended_on as "endedOn"`;
const MEETING = sql`
  organisation, id, series, held_on as "heldOn", state, detail, revision, agenda_built_at as "agendaBuiltAt", agenda_sent_at as "agendaSentAt", agenda_sent_by as "agendaSentBy",
  opened_at as "openedAt", closed_at as "closedAt", confirmed_at as "confirmedAt", confirmed_by as "confirmedBy", confirmed_in as "confirmedIn", pen,
  current_item as "currentItem", current_since as "currentSince"`;
const ITEM = sql`
  i.organisation, i.meeting, i.id, i.authority, i.record_id as "recordId", r.local_id as "localId", i.title, i.part, i.position, i.minutes, i.mode,
  case when i.authority = any (array(select viewer_not_shared('barriers')))
    then (select coalesce(jsonb_agg(why order by at), '[]') from jsonb_array_elements(i.reasons) with ordinality as given (why, at) where why ->> 'rule' <> ${BARRIER_RULE})
    else i.reasons end as reasons, i.presenter, to_jsonb(i.by_hand) as "byHand",
  i.changed_by as "changedBy", i.why, i.concluded_at as "concludedAt", i.concluded_by as "concludedBy", to_jsonb(i.entries) as entries
  from agenda_item i left join record r on r.authority = i.authority and r.id = i.record_id`;

export function meetingReadsOver(run: Run): MeetingReads {
  const one = <T>(id: string, ask: (db: Db) => Promise<{ readonly rows: readonly T[] }>): Promise<T | undefined> =>
    isUuid(id) ? run(async (db) => (await ask(db)).rows[0]) : Promise.resolve(undefined);
  return {
    ...memberReadsOver(run),
    ...minutesReadsOver(run),
    ...textReadsOver(run),
    ...updateReadsOver(run),
    series: () => run(async (db) => (await sql<SeriesRow>`select ${SERIES} from meeting_series order by ended_on is not null, definition ->> 'name', id`.execute(db)).rows),
    seriesById: (id) => one(id, (db) => sql<SeriesRow>`select ${SERIES} from meeting_series where id = ${id}`.execute(db)),
    meetings: (from, to, series) => run(async (db) => (await sql<MeetingRow>`
      select ${MEETING} from meeting where held_on between ${from} and ${to} ${series === undefined ? sql`` : sql`and series = ${series}`} order by held_on, id`.execute(db)).rows),
    meeting: (id) => one(id, (db) => sql<MeetingRow>`select ${MEETING} from meeting where id = ${id}`.execute(db)),
    items: (meeting) => (isUuid(meeting) ? run(async (db) => (await sql<ItemRow>`select ${ITEM} where i.meeting = ${meeting} order by i.part, i.position, i.id`.execute(db)).rows) : Promise.resolve([])),
    takenOff: (series, recordId) => one(series, (db) => sql<{ heldOn: Day; why: string | null; changedBy: string | null }>`
      select m.held_on as "heldOn", i.why, i.changed_by as "changedBy" from agenda_item i join meeting m on m.organisation = i.organisation and m.id = i.meeting
      where m.series = ${series} and i.record_id = ${recordId} and i.mode = 'removed' order by m.held_on desc, i.id limit 1`.execute(db)),
    keptOff: async (series, before) => new Map((isUuid(series) ? await run(async (db) => (await sql<{ recordId: string; heldOn: Day; why: string | null; changedBy: string | null }>`
      select * from (
        select distinct on (i.record_id) i.record_id as "recordId", m.held_on as "heldOn", i.why, i.changed_by as "changedBy", i.mode = 'removed' and 'mode' = any (i.by_hand) as off
        from agenda_item i join meeting m on m.organisation = i.organisation and m.id = i.meeting
        where m.series = ${series} and m.held_on < ${before} and i.record_id is not null order by i.record_id, m.held_on desc, i.id) last
      where off`.execute(db)).rows) : []).map(({ recordId, ...off }) => [recordId, off])),
    item: (id) => one(id, (db) => sql<ItemRow>`select ${ITEM} where i.id = ${id}`.execute(db)),
  };
}
