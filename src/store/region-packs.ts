import { sql } from "kysely";
import type { Publication, Tables, Told } from "../domain/scorecard/publication/tables.ts";
import type { Db } from "./database.ts";

/** A governance pack as it was made: what it was made of is for protecting the next, and is shown to nobody. */
export interface RegionPackRow extends Publication {
  readonly id: string;
  readonly agency: string;
  readonly edition: string;
  /** “2026-27-q2”: the last quarter in it. */
  readonly quarter: string;
  readonly authorities: readonly { readonly code: string; readonly name: string; readonly terms: readonly string[] }[];
  /** Account. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** The packs of an agency, the newest first. */
export async function regionPacks(db: Db, agency: string): Promise<readonly RegionPackRow[]> {
  return (await sql<RegionPackRow & { tables: Tables; told: Told }>`
    select id, agency, edition, quarter, tables, told, authorities, made_by as by, made_at as at from region_pack where agency = ${agency} order by made_at desc, id`.execute(db)).rows;
}

/** Keeps a pack; gives its id. */
export async function addRegionPack(db: Db, { agency, edition, quarter, tables, told, authorities, at }: Omit<RegionPackRow, "id" | "by">, by: string): Promise<string> {
  const { rows: [row] } = await sql<{ id: string }>`
    insert into region_pack (agency, edition, quarter, tables, told, authorities, made_by, made_at)
    values (${agency}, ${edition}, ${quarter}, ${JSON.stringify(tables)}, ${JSON.stringify(told)}, ${JSON.stringify(authorities)}, ${by}, ${at}) returning id`.execute(db);
  return row!.id;
}

/** Until the transaction ends, nobody else makes a pack of the agency. */
export async function lockRegionPacks(db: Db, agency: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`region_pack ${agency}`}, 0))`.execute(db);
}
