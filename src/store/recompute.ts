import { sql } from "kysely";
import { type Db, transact } from "./database.ts";
import type { Progress } from "./maintenance.ts";
import { projectedOf } from "./projected-of.ts";
import { writeProjected } from "./projections.ts";
import type { Summarise } from "./rows.ts";
import { decidedBy } from "./standards-changes.ts";

/** Few enough that nobody who writes to the authority meanwhile waits for long. */
const CHILDREN_A_SLICE = 50;

/**
 * Makes anew the projections of an authority’s children that are behind its last change of standards, slice
 * by slice, each in a transaction of its own: what is killed goes on where it was. Gives how many were.
 */
export async function recompute(db: Db, authority: string, summarise: Summarise, progress: Progress): Promise<number> {
  let done = 0;
  for (;;) {
    const slice = await transact(db, "write", async (trx) => {
      // So that neither a child’s entries nor the standards change between reading and writing.
      await trx.selectFrom("chain").select("book").where("authority", "=", authority).orderBy("book").forUpdate().execute();
      const { revision } = await decidedBy(trx, authority);
      const ids = await behind(trx, authority, revision, CHILDREN_A_SLICE);
      const projected = (await projectedOf(trx, authority, ids, summarise)).map((p) => p.projected);
      if (projected.length > 0) await writeProjected(trx, authority, projected);
      return { done: ids.length, ...(await noteRun(trx, authority, revision)) };
    });
    done += slice.done;
    if (slice.left === 0) return done;
    progress(slice.children - slice.left, slice.children);
  }
}

/** Authorities some of whose children are behind. */
export async function authoritiesBehind(db: Db): Promise<string[]> {
  const { rows } = await sql<{ authority: string }>`
    select code as authority from organisation o
    where exists (
      select from child_summary c where c.authority = o.code
      and c.revision <> coalesce((select max(number) from standards_change s where s.authority = o.code), 0))
    or exists (select from recompute_run r where r.authority = o.code and r.finished_at is null)
    order by code`.execute(db);
  return rows.map((row) => row.authority);
}

/** How far it is in each of them. */
export async function beingMadeAnew(db: Db): Promise<{ authority: string; done: number; children: number }[]> {
  const { rows } = await sql<{ authority: string; done: number; children: number }>`
    select c.authority, count(*) filter (where c.revision = s.latest)::int as done, count(*)::int as children
    from child_summary c
    cross join lateral (select coalesce(max(number), 0) as latest from standards_change s where s.authority = c.authority) s
    group by c.authority having bool_or(c.revision <> s.latest) order by c.authority`.execute(db);
  return rows;
}

/** Writes down why a recomputing stopped. */
export async function noteFailure(db: Db, authority: string, failure: string): Promise<void> {
  await sql`update recompute_run set failure = ${failure} where authority = ${authority} and finished_at is null`.execute(db);
}

async function behind(db: Db, authority: string, revision: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select record_id as id from child_summary where authority = ${authority} and revision <> ${revision} order by record_id limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

/** Says how far it has come, for those who look; gives how many children are still behind, of how many. */
async function noteRun(db: Db, authority: string, revision: number): Promise<{ left: number; children: number }> {
  const { rows: [row] } = await sql<{ left: number; children: number }>`
    select count(*) filter (where revision <> ${revision})::int as left, count(*)::int as children from child_summary where authority = ${authority}`.execute(db);
  const { left, children } = row ?? { left: 0, children: 0 };
  await sql`
    insert into recompute_run (authority, revision, done, children, started_at, finished_at)
    values (${authority}, ${revision}, ${children - left}, ${children}, clock_timestamp(), ${left === 0 ? sql`clock_timestamp()` : sql`null`})
    on conflict (authority) do update set revision = excluded.revision, done = excluded.done, children = excluded.children,
      started_at = case when recompute_run.finished_at is null and recompute_run.revision = excluded.revision then recompute_run.started_at else excluded.started_at end,
      finished_at = excluded.finished_at, failure = null`.execute(db);
  return { left, children };
}
