import { sql } from "kysely";
import type { KeptThreshold } from "../../domain/scorecard/published/kept-threshold.ts";
import type { ComparatorGroup, PublishedFigure } from "../../domain/scorecard/published/published.ts";
import type { Db } from "../database.ts";
import { isUuid } from "../uuid.ts";
import type { PublishedImportRow } from "./rows.ts";

export async function publishedFigures(db: Db, authority: string): Promise<PublishedFigure[]> {
  const { rows } = await sql<Omit<PublishedFigure, "value"> & { value: number | null; suppressed: boolean }>`
    select source, indicator, year_ending as "yearEnding", years, area, level, code, value, suppressed, rank, note from published_figure
    where authority = ${authority} order by source, indicator, years, year_ending, level, area`.execute(db);
  return rows.map(({ value, suppressed, ...rest }) => ({ ...rest, value: suppressed ? "x" : value }));
}

export async function comparatorGroups(db: Db, authority: string): Promise<ComparatorGroup[]> {
  const { rows } = await sql<ComparatorGroup>`
    select id, name, kind, members from comparator_group where authority = ${authority}
    order by array_position(array['region', 'neighbours', 'core-cities', 'own'], kind), lower(name)`.execute(db);
  return rows;
}

export async function keptThresholds(db: Db, authority: string): Promise<KeptThreshold[]> {
  const { rows } = await sql<KeptThreshold>`
    select id, indicator, source, from_year as "from", until_year as until, days, note from kept_threshold where authority = ${authority}
    order by lower(source), indicator, from_year`.execute(db);
  return rows;
}

const IMPORT = sql`id, source, file_name as "fileName", state, added, changed, begun_by as "begunBy", begun_at as "begunAt", ended_at as "endedAt"`;
const MOST_IMPORTS = 50;

export async function publishedImports(db: Db, authority: string): Promise<PublishedImportRow[]> {
  const { rows } = await sql<PublishedImportRow>`select ${IMPORT} from published_import where authority = ${authority} order by begun_at desc, id limit ${MOST_IMPORTS}`.execute(db);
  return rows;
}

/** One of them, with its bytes while it waits. */
export async function publishedImport(db: Db, authority: string, id: string): Promise<(PublishedImportRow & { readonly bytes: Buffer | null }) | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows: [row] } = await sql<PublishedImportRow & { bytes: Buffer | null }>`select ${IMPORT}, bytes from published_import where authority = ${authority} and id = ${id}`.execute(db);
  return row;
}
