import { sql } from "kysely";
import type { BesideBecause, Settling } from "../../domain/meetings/saving.ts";
import type { Db, Run } from "../database.ts";
import { isUuid } from "../uuid.ts";

/** Instants are ISO 8601 in UTC. */
export interface TextRow {
  readonly item: string;
  readonly box: string;
  readonly text: string;
  readonly revision: number;
  readonly savedBy: string;
  readonly savedAt: string;
  readonly typedIn: string | null;
  readonly nth: number | null;
}

export interface BesideRow {
  readonly id: string;
  readonly item: string;
  readonly box: string;
  readonly text: string;
  readonly because: BesideBecause;
  readonly typedBy: string;
  readonly typedAt: string;
  readonly typedIn: string | null;
}

export interface CommentRow {
  readonly id: string;
  readonly item: string;
  readonly text: string;
  readonly saidBy: string;
  readonly saidAt: string;
}

/** What of a meeting its room has besides (`MeetingRow`). */
export interface RoomRow {
  readonly penOffered: string | null;
  /** Seconds that each part has taken so far, by its id; of the item it is on, none yet. */
  readonly spent: Readonly<Record<string, number>>;
}

/** What was typed in the room. What is of a child whom the viewer may not open is left out. */
export interface TextReads {
  /** Of one item; of some of its boxes where they are given. */
  texts(item: string, boxes?: readonly string[]): Promise<TextRow[]>;
  /** Kept beside the boxes and not yet settled, the earliest first. */
  beside(item: string): Promise<BesideRow[]>;
  besideById(id: string): Promise<BesideRow | undefined>;
  comments(item: string): Promise<CommentRow[]>;
  room(meeting: string): Promise<RoomRow>;
  /** Everybody who was ever in the room, and when they were last seen there. */
  seen(meeting: string): Promise<{ readonly account: string; readonly seenAt: string }[]>;
}

export interface TextToSave {
  readonly organisation: string;
  readonly meeting: string;
  readonly item: string;
  readonly box: string;
  readonly text: string;
  readonly from?: { readonly window: string; readonly nth: number };
  readonly at: string;
}

export interface TextWrites {
  /** Puts a text into its box, over the revision it had (0: none); gives the new one, or nothing where it was changed meanwhile, or the viewer no longer holds the pen, or the meeting is in none of these states. */
  saveText(text: TextToSave, over: number, states: readonly string[]): Promise<number | undefined>;
  /** Keeps a text beside its box; what the same window typed there before, or the same words by the same person, is one with it. Gives its id. */
  keepBeside(text: TextToSave, because: BesideBecause): Promise<string>;
  /** What this window typed beside a box is done with: it is in the box now, or was taken back by whoever typed it. */
  endBeside(item: string, box: string, window: string, how: "taken" | "taken-back", at: string): Promise<void>;
  /** Says what became of a text beside a box; false where that was said already. */
  settleBeside(id: string, as: Settling, at: string): Promise<boolean>;
  /** Keeps what stood in a box until a text from beside it took its place. */
  keepReplaced(text: Omit<TextRow, "revision" | "typedIn" | "nth"> & { readonly organisation: string; readonly meeting: string }, at: string): Promise<void>;
  addComment(comment: Omit<TextToSave, "box">): Promise<void>;
  /** The viewer is in the room. */
  seeIn(organisation: string, meeting: string, at: string): Promise<void>;
  /** Waits for whoever else changes the meeting, until this transaction ends. */
  lockMeeting(meeting: string): Promise<void>;
  changeRoom(meeting: string, change: Partial<RoomRow> & { readonly pen?: string | null; readonly currentItem?: string | null; readonly currentSince?: string | null }): Promise<void>;
}

const TEXT = sql`item, box, text, revision, saved_by as "savedBy", saved_at as "savedAt", typed_in as "typedIn", nth from meeting_text`;
const BESIDE = sql`id, item, box, text, because, typed_by as "typedBy", typed_at as "typedAt", typed_in as "typedIn" from meeting_text_beside`;

export function textReadsOver(run: Run): TextReads {
  const list = <T>(id: string, ask: (db: Db) => Promise<{ readonly rows: T[] }>): Promise<T[]> => (isUuid(id) ? run(async (db) => (await ask(db)).rows) : Promise.resolve([]));
  return {
    texts: (item, boxes) => list(item, (db) => sql<TextRow>`select ${TEXT} where item = ${item} ${boxes === undefined ? sql`` : sql`and box = any (${boxes}::text[])`} order by box`.execute(db)),
    beside: (item) => list(item, (db) => sql<BesideRow>`select ${BESIDE} where item = ${item} and settled_at is null and text <> '' order by typed_at, id`.execute(db)),
    besideById: async (id) => (await list(id, (db) => sql<BesideRow>`select ${BESIDE} where id = ${id} and settled_at is null`.execute(db)))[0],
    comments: (item) => list(item, (db) => sql<CommentRow>`select id, item, text, said_by as "saidBy", said_at as "saidAt" from meeting_comment where item = ${item} order by said_at, id`.execute(db)),
    room: async (meeting) => (await list(meeting, (db) => sql<RoomRow>`select pen_offered as "penOffered", spent from meeting where id = ${meeting}`.execute(db)))[0] ?? { penOffered: null, spent: {} },
    seen: (meeting) => list(meeting, (db) => sql<{ account: string; seenAt: string }>`select account, seen_at as "seenAt" from meeting_here where meeting = ${meeting} order by account`.execute(db)),
  };
}

export function textWritesOver(db: Db, account: string): TextWrites {
  return {
    // The meeting is held as it is until the words are in: nobody locks its minutes, or takes the pen, between the two.
    saveText: async ({ organisation, meeting, item, box, text, from, at }, over, states) =>
      (await sql<{ revision: number }>`
        with room as (select from meeting where organisation = ${organisation} and id = ${meeting} and pen = ${account} and state = any (${states}::text[]) for share)
        insert into meeting_text as t (organisation, meeting, item, box, text, revision, saved_by, saved_at, typed_in, nth)
        select ${organisation}, ${meeting}, ${item}, ${box}, ${text}, 1, ${account}, ${at}, ${from?.window ?? null}, ${from?.nth ?? null}::int
        from room where ${over}::int = 0 or exists (select from meeting_text had where had.item = ${item} and had.box = ${box})
        on conflict (organisation, meeting, item, box) do update
          set (text, revision, saved_by, saved_at, typed_in, nth) = (excluded.text, t.revision + 1, excluded.saved_by, excluded.saved_at, excluded.typed_in, excluded.nth)
          where t.revision = ${over}::int
        returning revision`.execute(db)).rows[0]?.revision,

    keepBeside: async ({ organisation, meeting, item, box, text, from, at }, because) => {
      const { rows: [had] } = await sql<{ id: string }>`
        select id from meeting_text_beside where item = ${item} and box = ${box} and typed_by = ${account} and settled_at is null and because = ${because} and text = ${text} and typed_in is distinct from ${from?.window ?? null}`.execute(db);
      if (had !== undefined) return had.id;
      const { rows: [row] } = await sql<{ id: string }>`
        insert into meeting_text_beside as b (organisation, meeting, item, box, text, because, typed_by, typed_at, typed_in, nth)
        values (${organisation}, ${meeting}, ${item}, ${box}, ${text}, ${because}, ${account}, ${at}, ${from?.window ?? null}, ${from?.nth ?? null})
        on conflict (item, box, typed_in) where typed_in is not null and settled_at is null do update
          set (text, because, typed_at, nth) = (case when excluded.nth > b.nth then excluded.text else b.text end, excluded.because, excluded.typed_at, greatest(excluded.nth, b.nth))
        returning id`.execute(db);
      if (row === undefined) throw new Error("What was typed was not kept");
      return row.id;
    },

    endBeside: async (item, box, window, how, at) =>
      void (await sql`
        update meeting_text_beside set ${how === "taken" ? sql`settled_as = 'taken', settled_by = ${account}, settled_at = ${at}` : sql`text = '', typed_at = ${at}`}
        where item = ${item} and box = ${box} and typed_in = ${window} and settled_at is null and text <> ''`.execute(db)),

    settleBeside: async (id, as, at) => {
      const { numAffectedRows } = await sql`
        update meeting_text_beside set settled_as = ${as}, settled_by = ${account}, settled_at = ${at} where id = ${id} and settled_at is null`.execute(db);
      return numAffectedRows === 1n;
    },

    keepReplaced: async ({ organisation, meeting, item, box, text, savedBy, savedAt }, at) =>
      void (await sql`
        insert into meeting_text_beside (organisation, meeting, item, box, text, because, typed_by, typed_at, settled_by, settled_at, settled_as)
        values (${organisation}, ${meeting}, ${item}, ${box}, ${text}, 'same-time', ${savedBy}, ${savedAt}, ${account}, ${at}, 'left')`.execute(db)),

    addComment: async ({ organisation, meeting, item, text, at }) =>
      void (await sql`insert into meeting_comment (organisation, meeting, item, text, said_by, said_at) values (${organisation}, ${meeting}, ${item}, ${text}, ${account}, ${at})`.execute(db)),

    seeIn: async (organisation, meeting, at) =>
      void (await sql`
        insert into meeting_here as h (organisation, meeting, account, seen_at) values (${organisation}, ${meeting}, ${account}, ${at})
        on conflict (organisation, meeting, account) do update set seen_at = greatest(h.seen_at, excluded.seen_at)`.execute(db)),

    lockMeeting: async (meeting) => void (await sql`select from meeting where id = ${meeting} for update`.execute(db)),

    changeRoom: async (meeting, { pen, penOffered, spent, currentItem, currentSince }) => {
      const sets = [
        ...(pen === undefined ? [] : [sql`pen = ${pen}`]), ...(penOffered === undefined ? [] : [sql`pen_offered = ${penOffered}`]),
        ...(spent === undefined ? [] : [sql`spent = ${JSON.stringify(spent)}::jsonb`]),
        ...(currentItem === undefined ? [] : [sql`current_item = ${currentItem}`]), ...(currentSince === undefined ? [] : [sql`current_since = ${currentSince}`]),
      ];
      if (sets.length > 0) await sql`update meeting set ${sql.join(sets, sql`, `)} where id = ${meeting}`.execute(db);
    },
  };
}
