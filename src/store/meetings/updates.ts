import { sql } from "kysely";
import type { Day } from "../../domain/dates/day.ts";
import type { SeriesDefinition } from "../../domain/meetings/meeting.ts";
import type { Papers } from "../../domain/meetings/papers.ts";
import type { UpdateAnswers } from "../../domain/meetings/update.ts";
import type { Db, Run } from "../database.ts";
import { isUuid } from "../uuid.ts";

/** What somebody is asked about one child before a meeting. Instants are ISO 8601 in UTC. */
export interface UpdateRow {
  readonly meeting: string;
  readonly item: string;
  /** The account. */
  readonly asked: string;
  readonly askedAt: string;
  readonly answers: UpdateAnswers;
  /** Rises with each save. */
  readonly revision: number;
  readonly savedAt: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
  readonly papers: Papers;
  readonly remindedAt: readonly string[];
}

/** An update that somebody has still to give, with its meeting. */
export interface WaitingUpdateRow extends UpdateRow {
  readonly recordId: string;
  readonly localId: string;
  readonly heldOn: Day;
  readonly organisation: string;
  readonly definition: SeriesDefinition;
}

export interface UpdateReads {
  /** Of children whom the viewer may open alone. */
  updatesOf(meeting: string): Promise<UpdateRow[]>;
  updateOf(item: string): Promise<UpdateRow | undefined>;
  /** What these accounts were asked and have not answered, or of which papers are missing, of meetings from a day on that are not held yet, the soonest first. */
  waitingUpdates(accounts: readonly string[], from: Day): Promise<WaitingUpdateRow[]>;
}

export interface UpdateWrites {
  /** Asks of items that nobody was asked about yet; gives those items. */
  askUpdates(organisation: string, meeting: string, rows: readonly { readonly item: string; readonly asked: string }[], at: string): Promise<readonly string[]>;
  /** Asks somebody else instead: the worker is away, has left, or another has the child now. */
  passUpdate(item: string, asked: string): Promise<void>;
  /** Keeps answers or papers; false where somebody saved after `basedOn`. `answeredBy`: whoever sends the answers with it. */
  saveUpdate(item: string, basedOn: number, change: { readonly answers?: UpdateAnswers; readonly papers?: Papers; readonly answeredBy?: string }, at: string): Promise<boolean>;
  /** Notes that whoever was asked of these items is reminded; gives those who were not already on the day. */
  noteReminded(items: readonly string[], on: Day, at: string): Promise<readonly string[]>;
}

const UPDATE = sql`
  u.meeting, u.item, u.asked, u.asked_at as "askedAt", u.answers, u.revision, u.saved_at as "savedAt", u.answered_at as "answeredAt",
  u.answered_by as "answeredBy", u.papers, to_jsonb(u.reminded_at) as "remindedAt"`;

export function updateReadsOver(run: Run): UpdateReads {
  return {
    updatesOf: (meeting) => (isUuid(meeting) ? run(async (db) => (await sql<UpdateRow>`select ${UPDATE} from meeting_update u where u.meeting = ${meeting}`.execute(db)).rows) : Promise.resolve([])),
    updateOf: (item) => (isUuid(item) ? run(async (db) => (await sql<UpdateRow>`select ${UPDATE} from meeting_update u where u.item = ${item}`.execute(db)).rows[0]) : Promise.resolve(undefined)),
    waitingUpdates: (accounts, from) => run(async (db) => (await sql<WaitingUpdateRow>`
      select ${UPDATE}, r.id as "recordId", r.local_id as "localId", m.held_on as "heldOn", m.organisation, s.definition
      from meeting_update u
        join agenda_item i on i.organisation = u.organisation and i.meeting = u.meeting and i.id = u.item
        join record r on r.authority = i.authority and r.id = i.record_id
        join meeting m on m.organisation = u.organisation and m.id = u.meeting
        join meeting_series s on s.organisation = m.organisation and s.id = m.series
      where u.asked = any (${accounts}::text[]) and m.held_on >= ${from}
        and (u.answered_at is null or m.organisation = i.authority and not (u.papers ? 'entry' or u.papers ? 'carePlan' and u.papers ? 'chronology')) and m.state in ('planned', 'agenda-sent', 'open') and i.mode in ('discuss', 'note')
      order by m.held_on, r.local_id`.execute(db)).rows),
  };
}

export function updateWritesOver(db: Db): UpdateWrites {
  return {
    askUpdates: async (organisation, meeting, rows, at) => {
      const { rows: asked } = await sql<{ item: string }>`
        insert into meeting_update (organisation, meeting, item, asked, asked_at)
        select ${organisation}, ${meeting}, item, asked, ${at} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (item uuid, asked text)
        on conflict do nothing returning item`.execute(db);
      return asked.map(({ item }) => item);
    },
    passUpdate: async (item, asked) => void (await sql`update meeting_update set asked = ${asked} where item = ${item} and answered_at is null`.execute(db)),
    saveUpdate: async (item, basedOn, { answers, papers, answeredBy }, at) => {
      const { numAffectedRows } = await sql`
        update meeting_update set revision = revision + 1, saved_at = ${at}
          ${answers === undefined ? sql`` : sql`, answers = ${JSON.stringify(answers)}::jsonb`}
          ${papers === undefined ? sql`` : sql`, papers = ${JSON.stringify(papers)}::jsonb`}
          ${answeredBy === undefined ? sql`` : sql`, answered_at = ${at}, answered_by = ${answeredBy}`}
        where item = ${item} and revision = ${basedOn}`.execute(db);
      return numAffectedRows === 1n;
    },
    noteReminded: async (items, on, at) => {
      const { rows } = await sql<{ item: string }>`
        update meeting_update set reminded_at = reminded_at || ${at}::timestamptz
        where item = any (${items}::uuid[]) and not exists (select from unnest(reminded_at) as r (at) where (r.at at time zone 'Europe/London')::date = ${on})
        returning item`.execute(db);
      return rows.map(({ item }) => item);
    },
  };
}
