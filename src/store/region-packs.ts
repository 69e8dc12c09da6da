import { sql } from "kysely";
import type { Db } from "./database.ts";

/** A governance pack as it was made. */
export interface RegionPackRow {
  readonly id: string;
  readonly agency: string;
  readonly edition: string;
  /** “2026-27-q2”: the last quarter in it. */
  readonly quarter: string;
  readonly authorities: readonly { readonly code: string; readonly name: string; readonly terms: readonly string[] }[];
  /** Its numbers in the words in which they were printed, by their keys. */
  readonly said: Readonly<Record<string, string>>;
  /** Account. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** The packs of an agency, the newest first. */
export async function regionPacks(db: Db, agency: string): Promise<readonly RegionPackRow[]> {
  return (await sql<RegionPackRow>`
    select id, agency, edition, quarter, said, authorities, made_by as by, made_at as at from region_pack where agency = ${agency} order by made_at desc, id`.execute(db)).rows;
}

/** Keeps a pack; gives its id. */
export async function addRegionPack(db: Db, { agency, edition, quarter, said, authorities, at }: Omit<RegionPackRow, "id" | "by">, by: string): Promise<string> {
  const { rows: [row] } = await sql<{ id: string }>`
    insert into region_pack (agency, edition, quarter, said, authorities, made_by, made_at)
    values (${agency}, ${edition}, ${quarter}, ${JSON.stringify(said)}, ${JSON.stringify(authorities)}, ${by}, ${at}) returning id`.execute(db);
  return row!.id;
}
