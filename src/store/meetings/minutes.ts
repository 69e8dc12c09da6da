import { sql } from "kysely";
import type { ToldApart } from "../../domain/meetings/others.ts";
import type { Db, Run } from "../database.ts";
import { isUuid } from "../uuid.ts";
import type { TextRow } from "./texts.ts";

/** A correction, made or waiting. Instants are ISO 8601 in UTC. */
export interface CorrectionRow {
  readonly id: string;
  readonly item: string;
  readonly box: string;
  readonly text: string;
  /** Null: typed after the minutes were locked, and nobody has made it a correction yet. */
  readonly why: string | null;
  /** Whoever typed it. */
  readonly typedBy: string;
  readonly typedAt: string;
  /** Whoever made it a correction, and when. */
  readonly madeBy: string | null;
  readonly madeAt: string | null;
}

export interface MinutesReads {
  /** What was typed of every item of a meeting that the viewer may open. */
  textsOf(meeting: string): Promise<TextRow[]>;
  /** The corrections of a meeting, the earliest first, and what waits to be made one. */
  correctionsOf(meeting: string): Promise<CorrectionRow[]>;
  /** What was said, by item, of words that may be another child. */
  toldApart(meeting: string): Promise<ReadonlyMap<string, ToldApart>>;
}

export interface CorrectionToMake {
  readonly organisation: string;
  readonly meeting: string;
  readonly item: string;
  readonly box: string;
  readonly text: string;
  readonly why: string;
}

export interface MinutesWrites {
  addCorrection(correction: CorrectionToMake, at: string): Promise<string>;
  /** Makes what waits a correction, with the words it is to have; false where it waits no longer. */
  makeCorrection(id: string, text: string, why: string, at: string): Promise<boolean>;
  /** Says of words of an item whether they belong in its record. */
  tellApart(item: string, said: ToldApart, at: string): Promise<void>;
}

export function minutesReadsOver(run: Run): MinutesReads {
  const list = <T>(id: string, ask: (db: Db) => Promise<{ readonly rows: T[] }>): Promise<T[]> => (isUuid(id) ? run(async (db) => (await ask(db)).rows) : Promise.resolve([]));
  return {
    textsOf: (meeting) => list(meeting, (db) => sql<TextRow>`
      select item, box, text, revision, saved_by as "savedBy", saved_at as "savedAt", typed_in as "typedIn", nth from meeting_text where meeting = ${meeting} order by item, box`.execute(db)),
    correctionsOf: (meeting) => list(meeting, (db) => sql<CorrectionRow>`
      select id, item, box, text, why, typed_by as "typedBy", typed_at as "typedAt", settled_by as "madeBy", settled_at as "madeAt" from meeting_text_beside
      where meeting = ${meeting} and because = 'correction' and (settled_at is null and text <> '' or settled_as = 'taken' and why is not null) order by coalesce(settled_at, typed_at), id`.execute(db)),
    toldApart: async (meeting) => new Map((await list(meeting, (db) => sql<{ id: string; told: readonly ToldApart[] }>`select id, told_apart as told from agenda_item where meeting = ${meeting}`.execute(db)))
      .map(({ id, told }) => [id, { belong: told.flatMap(({ belong }) => belong), leftOut: told.flatMap(({ leftOut }) => leftOut) }])),
  };
}

export function minutesWritesOver(db: Db, account: string): MinutesWrites {
  return {
    addCorrection: async ({ organisation, meeting, item, box, text, why }, at) => {
      const { rows: [row] } = await sql<{ id: string }>`
        insert into meeting_text_beside (organisation, meeting, item, box, text, because, why, typed_by, typed_at, settled_by, settled_at, settled_as)
        values (${organisation}, ${meeting}, ${item}, ${box}, ${text}, 'correction', ${why}, ${account}, ${at}, ${account}, ${at}, 'taken') returning id`.execute(db);
      if (row === undefined) throw new Error("The correction was not kept");
      return row.id;
    },
    makeCorrection: async (id, text, why, at) => {
      const { numAffectedRows } = await sql`
        update meeting_text_beside set text = ${text}, why = ${why}, settled_by = ${account}, settled_at = ${at}, settled_as = 'taken'
        where id = ${id} and because = 'correction' and settled_at is null`.execute(db);
      return numAffectedRows === 1n;
    },
    tellApart: async (item, { belong, leftOut }, at) =>
      void (await sql`
        update agenda_item set told_apart = told_apart || ${JSON.stringify([{ belong, leftOut, by: account, at }])}::jsonb where id = ${item}`.execute(db)),
  };
}
