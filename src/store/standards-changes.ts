import { type RawBuilder, sql } from "kysely";
import { type Decided, type DecidedChange, type StandardsChange, undecided } from "../domain/standards/change.ts";
import type { Db } from "./database.ts";

/** A change of standards to be written down: who made it is the viewer. */
export type ChangeDraft = Pick<DecidedChange, "reason" | "change" | "at">;

/** How an authority’s projections are getting on in being made anew after a change of standards. */
export interface RecomputeRow {
  readonly revision: number;
  readonly done: number;
  readonly children: number;
  /** ISO 8601 instants, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly failure: string | null;
}

/** By the last change’s own id, which no two databases share: changes are only ever added. */
const kept = new Map<string, Decided>();
const MOST_KEPT = 500;

/** All that an organisation has decided about standards; the same object until something is added. */
export async function decidedBy(db: Db, organisation: string): Promise<Decided> {
  const { rows: [last] } = await sql<{ id: string | null }>`select ${lastChangeOf(organisation)} as id`.execute(db);
  return decidedUpTo(db, organisation, last?.id ?? null);
}

/** The id of an organisation’s last change, for any query; null where it has none. */
export const lastChangeOf = (organisation: string): RawBuilder<string | null> =>
  sql`(select id from standards_change where authority = ${organisation} order by number desc limit 1)`;

/** As `decidedBy`, where the id of the last change was asked before in the same transaction. */
export async function decidedUpTo(db: Db, organisation: string, last: string | null): Promise<Decided> {
  if (last === null) return undecided(organisation);
  const had = kept.get(last);
  if (had !== undefined) return had;
  const { rows } = await sql<DecidedChange>`
    select number, at, by, reason, change from standards_change where authority = ${organisation} order by number`.execute(db);
  const decided = { authority: organisation, revision: rows.at(-1)?.number ?? 0, changes: rows };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(last, decided);
  return decided;
}

/** The agency that acts for the authority, where one does. */
export async function agencyOf(db: Db, authority: string): Promise<string | undefined> {
  return (await db.selectFrom("agreement").select("agency").where("authority", "=", authority).executeTakeFirst())?.agency;
}

/** The next change of an organisation, whose lock is held. */
export async function addChange(db: Db, organisation: string, by: string, { at, reason, change }: ChangeDraft): Promise<DecidedChange> {
  const { rows: [row] } = await sql<{ number: number }>`
    insert into standards_change (authority, number, at, by, change, reason)
    select ${organisation}, coalesce(max(number), 0) + 1, ${at}::timestamptz, ${by}, ${JSON.stringify(change satisfies StandardsChange)}::jsonb, ${reason}
    from standards_change where authority = ${organisation}
    returning number`.execute(db);
  if (row === undefined) throw new Error("A change of standards was added and has no number");
  return { number: row.number, at: new Date(at).toISOString(), by, reason, change };
}

export async function recomputeOf(db: Db, authority: string): Promise<RecomputeRow | undefined> {
  const { rows } = await sql<RecomputeRow>`
    select revision, done, children, started_at as "startedAt", finished_at as "finishedAt", failure
    from recompute_run where authority = ${authority}`.execute(db);
  return rows[0];
}
