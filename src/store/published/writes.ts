import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../database.ts";
import type { PublishedWrites } from "./rows.ts";

export function publishedWritesOver(db: Db, account: string): PublishedWrites {
  return {
    beginImport: async (authority, { source, fileName, bytes }, at) => {
      const { rows: [row] } = await sql<{ id: string }>`
        insert into published_import (authority, source, file_name, sha256, bytes, begun_by, begun_at)
        values (${authority}, ${source}, ${fileName}, ${createHash("sha256").update(bytes).digest()}, ${Buffer.from(bytes)}, ${account}, ${at}) returning id`.execute(db);
      return row!.id;
    },
    putFigures: async (authority, importId, figures) => {
      const given = figures.map(({ source, indicator, yearEnding, years, level, area, code, value, rank, note }) => ({
        source, indicator, year_ending: yearEnding, years, level, area, code, value: value === "x" ? null : value, suppressed: value === "x", rank, note,
      }));
      await sql`
        insert into published_figure (authority, source, indicator, year_ending, years, level, area, code, value, suppressed, rank, note, import_id)
        select ${authority}, source, indicator, year_ending, years, level, area, code, value, suppressed, rank, note, ${importId}
        from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given
          (source text, indicator text, year_ending integer, years integer, level text, area text, code text, value double precision, suppressed boolean, rank integer, note text)
        on conflict (authority, source, indicator, year_ending, years, level, area) do update
          set (code, value, suppressed, rank, note, import_id) = (excluded.code, excluded.value, excluded.suppressed, excluded.rank, excluded.note, excluded.import_id)`.execute(db);
    },
    endImport: async (authority, id, { state, added, changed }, at) => {
      await sql`update published_import set bytes = null, state = ${state}, added = ${added}, changed = ${changed}, ended_at = ${at} where authority = ${authority} and id = ${id} and state = 'waiting'`.execute(db);
    },
    removeSource: async (authority, source) => {
      const { numAffectedRows } = await sql`delete from published_figure where authority = ${authority} and source = ${source}`.execute(db);
      return Number(numAffectedRows ?? 0);
    },
    keepThreshold: async (authority, { id, indicator, source, from, until, days, note }, at) => {
      const { rows: [row] } = await sql<{ id: string }>`
        insert into kept_threshold (authority, id, indicator, source, from_year, until_year, days, note, kept_by, kept_at)
        values (${authority}, coalesce(${id ?? null}::uuid, gen_random_uuid()), ${indicator}, ${source}, ${from}, ${until}, ${days}, ${note}, ${account}, ${at})
        on conflict (authority, id) do update set (indicator, source, from_year, until_year, days, note, kept_by, kept_at) =
          (excluded.indicator, excluded.source, excluded.from_year, excluded.until_year, excluded.days, excluded.note, excluded.kept_by, excluded.kept_at) returning id`.execute(db);
      return row!.id;
    },
    removeThreshold: async (authority, id) => {
      await sql`delete from kept_threshold where authority = ${authority} and id = ${id}`.execute(db);
    },
    keepGroup: async (authority, { id, name, kind, members }, at) => {
      const { rows: [row] } = await sql<{ id: string }>`
        insert into comparator_group (authority, id, name, kind, members, kept_by, kept_at)
        values (${authority}, coalesce(${id ?? null}::uuid, gen_random_uuid()), ${name}, ${kind}, ${sql.val(members)}::text[], ${account}, ${at})
        on conflict (authority, id) do update set (name, kind, members, kept_by, kept_at) = (excluded.name, excluded.kind, excluded.members, excluded.kept_by, excluded.kept_at) returning id`.execute(db);
      return row!.id;
    },
    removeGroup: async (authority, id) => {
      await sql`delete from comparator_group where authority = ${authority} and id = ${id}`.execute(db);
    },
  };
}
