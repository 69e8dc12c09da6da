import { type RawBuilder, sql } from "kysely";
import { ownersOn } from "../domain/work/desk.ts";
import type { Db } from "./database.ts";
import { groupOn } from "./desk-relation.ts";
import type { WorkCountRow, WorkCountsQuery } from "./desk.ts";

/** What the open work of an authority comes to, late first: of the children whom the viewer may see. */
export async function workCounts(db: Db, { authority, today, by, team }: WorkCountsQuery): Promise<WorkCountRow[]> {
  const { rows } = await sql<WorkCountRow>`
    select ${VALUES[by]} as value, count(distinct c.record_id) as children,
      count(*) filter (where c."group" = 'late') as late, count(*) filter (where c."group" = 'week') as week, count(*) filter (where c."group" = 'later') as later
    from child_summary s join (
      select authority, record_id, standard, owner, ${groupOn(today)} as "group" from child_clock where authority = ${authority} and counts
    ) c using (authority, record_id)
    where s.authority = ${authority} ${team === undefined ? sql`` : sql`and s.team is not distinct from ${team}`}
      ${by === "worker" ? sql`and c.owner = any (${[...SOCIAL_WORKERS, ...FAMILY_FINDERS]}::text[])` : sql``}
    group by 1 order by late desc, week desc, value`.execute(db);
  return rows;
}

const SOCIAL_WORKERS = ownersOn("social-worker");
const FAMILY_FINDERS = ownersOn("family-finder");

const VALUES: Readonly<Record<WorkCountsQuery["by"], RawBuilder<unknown>>> = {
  team: sql`s.team`,
  worker: sql`case when c.owner = any (${FAMILY_FINDERS}::text[]) then s.family_finder else s.social_worker end`,
  standard: sql`c.standard`,
  owner: sql`c.owner`,
};
