import { sql } from "kysely";
import type { Db } from "./database.ts";

/** The children on whose records somebody ever asked for an extension, those of them whom the viewer may see. */
export async function childrenWithRequests(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct record_id as id from entry
    where authority = any (array(select viewer_reach())) and kind = 'extension-requested' and erased_at is null
    order by record_id`.execute(db);
  return rows.map(({ id }) => id);
}
