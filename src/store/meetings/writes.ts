import { sql } from "kysely";
import type { Day } from "../../domain/dates/day.ts";
import type { ByHand, SeriesDefinition } from "../../domain/meetings/meeting.ts";
import { wrongWith } from "../../domain/post/in-words.ts";
import type { Db } from "../database.ts";
import type { ItemDraft, MeetingChange, MeetingRow, MessageDraft } from "./rows.ts";
import { type MinutesWrites, minutesWritesOver } from "./minutes.ts";
import { type TextWrites, textWritesOver } from "./texts.ts";
import { type UpdateWrites, updateWritesOver } from "./updates.ts";

/** Writing of one’s own organisation’s meetings. Instants are ISO 8601 in UTC. */
export interface MeetingWrites extends MinutesWrites, TextWrites, UpdateWrites {
  /** Starts a series; gives its id. */
  addSeries(organisation: string, definition: SeriesDefinition, at: string): Promise<string>;
  /** Changes a series and keeps what it was; false where somebody changed it after `basedOn`. */
  changeSeries(id: string, basedOn: number, change: { readonly definition: SeriesDefinition; readonly endedOn: Day | null }, at: string): Promise<boolean>;
  /** Plans a meeting of a series; nothing where it meets on that day already. */
  addMeeting(organisation: string, series: string, heldOn: Day, change?: MeetingChange): Promise<string | undefined>;
  /** Changes a meeting; false where somebody changed it after `basedOn`. */
  changeMeeting(id: string, basedOn: number, change: MeetingChange): Promise<boolean>;
  /** The agenda as it is to be from now on: items no longer there go, but for those that were concluded; one of which somebody was asked, or said, anything stays as removed. */
  putItems(organisation: string, meeting: string, items: readonly ItemDraft[]): Promise<void>;
  /** How one item is taken from now on. */
  changeItem(id: string, to: Pick<ItemDraft, "mode" | "why" | "changedBy"> & { readonly byHand: readonly ByHand[] }): Promise<void>;
  /** Puts a child on an agenda to be noted, at the end of its first part; one that is there already stays as it is. */
  noteOnAgenda(meeting: Pick<MeetingRow, "organisation" | "id">, child: { readonly authority: string; readonly recordId: string }, part: string, why: string): Promise<void>;
  /** Says that an item was concluded, and which entries it came to. */
  concludeItem(id: string, entries: readonly number[], at: string): Promise<void>;
}

const COLUMNS = {
  heldOn: "held_on", state: "state", detail: "detail", agendaBuiltAt: "agenda_built_at", agendaSentAt: "agenda_sent_at", agendaSentBy: "agenda_sent_by", openedAt: "opened_at",
  closedAt: "closed_at", confirmedAt: "confirmed_at", confirmedBy: "confirmed_by", confirmedIn: "confirmed_in", pen: "pen", currentItem: "current_item", currentSince: "current_since",
} as const satisfies Record<keyof MeetingChange, string>;

const valueOf = (column: string, value: unknown): unknown => (column === "detail" ? sql`${JSON.stringify(value)}::jsonb` : value);

export function meetingWritesOver(db: Db, account: string): MeetingWrites {
  const sets = (change: MeetingChange): readonly (readonly [string, unknown])[] =>
    (Object.keys(COLUMNS) as (keyof MeetingChange)[]).flatMap((key) => (change[key] === undefined ? [] : [[COLUMNS[key], valueOf(COLUMNS[key], change[key])] as const]));
  return {
    ...minutesWritesOver(db, account),
    ...textWritesOver(db, account),
    ...updateWritesOver(db),
    addSeries: async (organisation, { members, ...rest }, at) => {
      const definition: SeriesDefinition = { members, ...rest };
      const { rows: [row] } = await sql<{ id: string }>`
        insert into meeting_series (organisation, definition, changed_at, changed_by) values (${organisation}, ${JSON.stringify(definition)}::jsonb, ${at}, ${account}) returning id`.execute(db);
      if (row === undefined) throw new Error("The series was not written down");
      await putMembers(db, organisation, row.id, definition);
      return row.id;
    },
    changeSeries: async (id, basedOn, { definition, endedOn }, at) => {
      await sql`
        insert into meeting_series_was (organisation, series, revision, definition, changed_at, changed_by)
        select organisation, id, revision, definition, changed_at, changed_by from meeting_series where id = ${id} and revision = ${basedOn}
        on conflict do nothing`.execute(db);
      const { rows: [row] } = await sql<{ organisation: string }>`
        update meeting_series set definition = ${JSON.stringify(definition)}::jsonb, ended_on = ${endedOn}, revision = revision + 1, changed_at = ${at}, changed_by = ${account}
        where id = ${id} and revision = ${basedOn} returning organisation`.execute(db);
      if (row === undefined) return false;
      await putMembers(db, row.organisation, id, definition);
      return true;
    },
    addMeeting: async (organisation, series, heldOn, change = {}) => {
      const extra = sets(change);
      const { rows: [row] } = await sql<{ id: string }>`
        insert into meeting (organisation, series, held_on ${sql.join([sql``, ...extra.map(([name]) => sql.ref(name))], sql`, `)})
        values (${organisation}, ${series}, ${heldOn} ${sql.join([sql``, ...extra.map(([, value]) => sql`${value}`)], sql`, `)})
        on conflict (organisation, series, held_on) where state <> 'cancelled' do nothing returning id`.execute(db);
      return row?.id;
    },
    changeMeeting: async (id, basedOn, change) => {
      const { numAffectedRows } = await sql`
        update meeting set ${sql.join([...sets(change).map(([name, value]) => sql`${sql.ref(name)} = ${value}`), sql`revision = revision + 1`], sql`, `)}
        where id = ${id} and revision = ${basedOn}`.execute(db);
      return numAffectedRows === 1n;
    },
    putItems: async (organisation, meeting, items) => {
      const gone = sql`i.organisation = ${organisation} and i.meeting = ${meeting} and i.concluded_at is null and i.id <> all (${items.map(({ id }) => id)}::uuid[])`;
      const said = sql`(exists (select from meeting_update u where u.item = i.id) or exists (select from meeting_text t where t.item = i.id)
        or exists (select from meeting_text_beside b where b.item = i.id) or exists (select from meeting_comment c where c.item = i.id))`;
      await sql`update agenda_item i set mode = 'removed', why = coalesce(why, 'No rule of the agenda brings the child any more') where ${gone} and mode <> 'removed' and ${said}`.execute(db);
      await sql`delete from agenda_item i where ${gone} and not ${said}`.execute(db);
      const rows = JSON.stringify(items.map((i) => ({
        id: i.id, authority: i.authority, record_id: i.recordId, title: i.title, part: i.part, position: i.position, minutes: i.minutes, mode: i.mode,
        reasons: i.reasons, presenter: i.presenter, by_hand: i.byHand ?? [], changed_by: i.changedBy, why: i.why,
      })));
      await sql`
        insert into agenda_item (organisation, meeting, id, authority, record_id, title, part, position, minutes, mode, reasons, presenter, by_hand, changed_by, why)
        select ${organisation}, ${meeting}, id, authority, record_id, title, part, position, minutes, mode, reasons, presenter, by_hand, changed_by, why
        from jsonb_to_recordset(${rows}::jsonb) as given (id uuid, authority text, record_id uuid, title text, part text, position integer, minutes integer, mode text, reasons jsonb, presenter text, by_hand text[], changed_by text, why text)
        on conflict (organisation, meeting, id) do update set (title, part, position, minutes, mode, reasons, presenter, by_hand, changed_by, why)
          = (excluded.title, excluded.part, excluded.position, excluded.minutes, excluded.mode, excluded.reasons, excluded.presenter, excluded.by_hand, excluded.changed_by, excluded.why)
          where (agenda_item.title, agenda_item.part, agenda_item.position, agenda_item.minutes, agenda_item.mode, agenda_item.reasons, agenda_item.presenter, agenda_item.by_hand, agenda_item.changed_by, agenda_item.why)
            is distinct from (excluded.title, excluded.part, excluded.position, excluded.minutes, excluded.mode, excluded.reasons, excluded.presenter, excluded.by_hand, excluded.changed_by, excluded.why)`.execute(db);
    },
    changeItem: async (id, { mode, why, changedBy, byHand }) =>
      void (await sql`update agenda_item set mode = ${mode}, why = ${why}, changed_by = ${changedBy}, by_hand = ${byHand}::text[] where id = ${id}`.execute(db)),
    noteOnAgenda: async ({ organisation, id }, { authority, recordId }, part, why) =>
      void (await sql`
        insert into agenda_item (organisation, meeting, authority, record_id, part, position, minutes, mode, by_hand, changed_by, why)
        select ${organisation}, ${id}, ${authority}, ${recordId}, ${part},
          1 + coalesce((select max(position) from agenda_item where organisation = ${organisation} and meeting = ${id} and part = ${part}), 0), 0, 'note', '{added}', ${account}, ${why}
        on conflict (organisation, meeting, record_id) where record_id is not null do nothing`.execute(db)),
    concludeItem: async (id, entries, at) =>
      void (await sql`update agenda_item set concluded_at = ${at}, concluded_by = ${account}, entries = entries || ${entries}::bigint[] where id = ${id}`.execute(db)),
  };
}

async function putMembers(db: Db, organisation: string, series: string, { members }: SeriesDefinition): Promise<void> {
  const accounts = [...new Set(members.flatMap(({ account }) => account ?? []))];
  await sql`delete from meeting_member where organisation = ${organisation} and series = ${series} and account <> all (${accounts})`.execute(db);
  await sql`insert into meeting_member (organisation, series, account) select ${organisation}, ${series}, unnest(${accounts}::text[]) on conflict do nothing`.execute(db);
}

/**
 * Puts messages in people’s inboxes, and with them in the queue, in the transaction of what they are about. What somebody was
 * told already, by its key, is not told again; those who have left, or whom the viewer does not see, get none. Throws
 * RangeError where a detail is not what its template takes (src/domain/post/templates.ts).
 */
export async function addMessages(db: Db, messages: readonly MessageDraft[], at: string): Promise<void> {
  const [wrong] = messages.flatMap(({ template, detail }) => wrongWith(template, detail));
  if (wrong !== undefined) throw new RangeError(wrong);
  const rows = JSON.stringify(messages.map(({ account, template, detail, path, key, calendar }) => ({ account, template, detail, path, key: key ?? null, calendar: calendar ?? null })));
  await sql`
    insert into message (account, template, detail, path, key, calendar, at)
    select account, template, detail, path, key, calendar, ${at}
    from jsonb_to_recordset(${rows}::jsonb) as given (account text, template text, detail jsonb, path text, key text, calendar text)
    where account in (select id from account where left_on is null)
    on conflict do nothing`.execute(db);
}
