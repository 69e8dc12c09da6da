import { sql } from "kysely";
import type { Db } from "./database.ts";

/** Children of one group now, and what was last decided about placing them together. */
export interface SiblingsRow {
  readonly group: string;
  readonly children: readonly string[];
  readonly decision: "together" | "apart" | "subgroups" | null;
  /** Who is to live with whom, where in smaller groups (src/domain/siblings/subgroups.ts). */
  readonly subgroups: string | null;
}

/** Every sibling group of an authority whose children the viewer sees, by record ids. */
export async function siblingsOf(db: Db, authority: string): Promise<SiblingsRow[]> {
  const { rows } = await sql<SiblingsRow>`
    select m.group_id as "group", array_agg(m.child_id::text order by m.child_id) as children, d.detail ->> 'decision' as decision, d.detail ->> 'subgroups' as subgroups
    from sibling_member m
    left join lateral (
      select e.detail from entry e where e.authority = m.authority and e.record_id = m.group_id and e.kind = 'together-or-apart'
        and not exists (select from entry later where later.authority = e.authority and later.supersedes = e.number)
      order by e.happened_on desc, e.number desc limit 1) d on true
    where m.authority = ${authority} group by m.group_id, d.detail`.execute(db);
  return rows;
}
