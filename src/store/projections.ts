import { type RawBuilder, sql } from "kysely";
import type { Summary } from "../domain/permanence/summary.ts";
import type { Clock } from "../domain/standards/clock.ts";
import type { Db } from "./database.ts";
import { NotPermitted } from "./errors.ts";
import { type Shown, walledRow } from "./held-projections.ts";
import { type Projected, runningClocks, termsOf } from "./project.ts";
import { SUMMARY_COLUMNS, summaryRelation } from "./summary-columns.ts";

export type ProjectedChild = Projected & { readonly summary: Summary };
export const isChild = (p: Projected): p is ProjectedChild => p.summary !== null;

/**
 * Writes the projections of some hundred records of one authority, in the place of what they were.
 * Needs the authority's lock. Allocations that have ended are left for `endAllocations`.
 */
export async function writeProjected(db: Db, authority: string, records: readonly Projected[]): Promise<void> {
  await writePeriods(db, authority, records);
  await writeShown(db, authority, records);
  await writeWalls(db, authority, records);
  await writeNamed(db, authority, records);
  const children = records.filter(isChild);
  if (children.length > 0) {
    const localIds = await localIdsOf(db, authority, children);
    await writeSummaries(db, authority, children, localIds);
    await writeTerms(db, authority, children, localIds);
    await writeClocks(db, authority, children);
    await addAllocations(db, authority, allocationsOf(children));
  }
  const groups = records.filter((p) => !isChild(p));
  if (groups.length > 0) await writeMembers(db, authority, groups);
}

const idsOf = (records: readonly Projected[]): string[] => records.map((p) => p.recordId);

export type LocalIds = ReadonlyMap<string, string>;

async function localIdsOf(db: Db, authority: string, records: readonly Projected[]): Promise<LocalIds> {
  const { rows } = await sql<{ id: string; localId: string }>`
    select id, local_id as "localId" from record where authority = ${authority} and id = any (${idsOf(records)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, localId }) => [id, localId]));
}

export function localIdIn(localIds: LocalIds, recordId: string): string {
  const localId = localIds.get(recordId);
  if (localId === undefined) throw new NotPermitted("A record cannot be written to by somebody who may not see it");
  return localId;
}

const SUMMARY = sql.raw(SUMMARY_COLUMNS.join(", "));
const NEW_SUMMARY = sql.raw(SUMMARY_COLUMNS.map((column) => `excluded.${column}`).join(", "));

export async function writeSummaries(db: Db, authority: string, children: readonly ProjectedChild[], localIds: LocalIds): Promise<void> {
  const rows = children.map((p) => ({ ...p, authority, localId: localIdIn(localIds, p.recordId) }));
  await sql`
    insert into child_summary (authority, record_id, local_id, version, agency_visible, wall, revision, ${SUMMARY})
    select authority, record_id, local_id, version, agency_visible, wall, ${children[0]?.revision ?? 0}::int, ${SUMMARY} from ${summaryRelation(rows)}
    on conflict (authority, record_id) do update set (local_id, version, agency_visible, wall, revision, ${SUMMARY})
      = (excluded.local_id, excluded.version, excluded.agency_visible, excluded.wall, excluded.revision, ${NEW_SUMMARY})
  `.execute(db);
}

export async function writeTerms(db: Db, authority: string, children: readonly ProjectedChild[], localIds: LocalIds): Promise<void> {
  await sql`delete from finding_term where authority = ${authority} and record_id = any (${idsOf(children)}::uuid[])`.execute(db);
  const rows = children.flatMap((p) => termsOf(localIdIn(localIds, p.recordId), p.summary).map((term) => ({ ...term, recordId: p.recordId, agencyVisible: p.agencyVisible, wall: p.wall })));
  await sql`
    insert into finding_term (authority, record_id, type, text, plain, agency_visible, wall)
    select ${authority}, record_id, type, text, plain, agency_visible, wall
    from unnest(
      ${rows.map((r) => r.recordId)}::uuid[], ${rows.map((r) => r.type)}::text[], ${rows.map((r) => r.text)}::text[],
      ${rows.map((r) => r.plain)}::text[], ${rows.map((r) => r.agencyVisible)}::boolean[], ${rows.map((r) => r.wall)}::smallint[]
    ) as given (record_id, type, text, plain, agency_visible, wall)
  `.execute(db);
}

async function writeClocks(db: Db, authority: string, children: readonly ProjectedChild[]): Promise<void> {
  await sql`delete from child_clock where authority = ${authority} and record_id = any (${idsOf(children)}::uuid[])`.execute(db);
  const rows = children.flatMap((p) => runningClocks(p.summary).map((clock) => ({ ...clock, recordId: p.recordId, agencyVisible: p.agencyVisible, wall: p.wall })));
  if (rows.length > 0) await insertingClocks(authority, rows).execute(db);
}

export type ClockRow = Clock & { readonly recordId: string } & Shown;

export const insertingClocks = (authority: string, rows: readonly ClockRow[]): RawBuilder<unknown> => sql`
  insert into child_clock (authority, record_id, standard, occurrence, started_on, due_on, started_by, known_up_to, flags, agency_visible, wall, warn_days, owner)
  select ${authority}, record_id, standard, occurrence, started_on, due_on, started_by, known_up_to, string_to_array(flags, ' '), agency_visible, wall, warn_days, owner
  from unnest(
    ${rows.map((r) => r.recordId)}::uuid[], ${rows.map((r) => r.standard)}::text[], ${rows.map((r) => r.occurrence)}::int[],
    ${rows.map((r) => r.startedOn)}::date[], ${rows.map((r) => r.dueOn)}::date[], ${rows.map((r) => r.startedBy)}::bigint[],
    ${rows.map((r) => r.knownUpTo)}::date[], ${rows.map((r) => r.flags.join(" "))}::text[], ${rows.map((r) => r.agencyVisible)}::boolean[],
    ${rows.map((r) => r.wall)}::smallint[], ${rows.map((r) => r.warnDays)}::smallint[], ${rows.map((r) => r.owner)}::text[]
  ) as given (record_id, standard, occurrence, started_on, due_on, started_by, known_up_to, flags, agency_visible, wall, warn_days, owner)`;

export async function writePeriods(db: Db, authority: string, records: readonly Projected[]): Promise<void> {
  await sql`delete from current_period where authority = ${authority} and record_id = any (${idsOf(records)}::uuid[])`.execute(db);
  const rows = records.flatMap((p) => p.periods.map((period) => ({ ...period, recordId: p.recordId })));
  if (rows.length === 0) return;
  await sql`
    insert into current_period (authority, record_id, track, during, entry)
    select ${authority}, record_id, track, daterange(starts, ends), entry
    from unnest(
      ${rows.map((r) => r.recordId)}::uuid[], ${rows.map((r) => r.track)}::text[], ${rows.map((r) => r.from)}::date[],
      ${rows.map((r) => r.until)}::date[], ${rows.map((r) => r.entry)}::bigint[]
    ) as given (record_id, track, starts, ends, entry)
  `.execute(db);
}

/** Who is shown the child is kept on the record and on its place in sibling groups too: both are read without the summary. */
export async function writeShown(db: Db, authority: string, records: readonly Projected[]): Promise<void> {
  const given = sql`unnest(${idsOf(records)}::uuid[], ${records.map((p) => p.agencyVisible)}::boolean[], ${records.map((p) => p.wall)}::smallint[]) as given (id, shown, wall)`;
  await sql`
    update record set agency_visible = shown, wall = given.wall from ${given}
    where authority = ${authority} and record.id = given.id and (agency_visible, record.wall) <> (shown, given.wall)`.execute(db);
  await sql`
    update sibling_member set agency_visible = shown, wall = given.wall from ${given}
    where authority = ${authority} and child_id = given.id and (agency_visible, sibling_member.wall) <> (shown, given.wall)`.execute(db);
}

/** Which of these records are behind a wall, and who of those who work with the child passes it. */
export async function writeWalls(db: Db, authority: string, records: readonly Projected[]): Promise<void> {
  const open = records.filter((p) => p.wall === 0);
  if (open.length > 0) await sql`delete from record_wall where authority = ${authority} and record_id = any (${idsOf(open)}::uuid[])`.execute(db);
  const walled = records.flatMap((p) => {
    const row = walledRow(p);
    return row === null ? [] : [{ record_id: p.recordId, wall: row.wall, team: row.team, officer: row.officer, workers: row.workers, agency_visible: row.agencyVisible }];
  });
  if (walled.length === 0) return;
  await sql`
    insert into record_wall (authority, record_id, wall, team, officer, workers, agency_visible)
    select ${authority}, record_id, wall, team, officer, workers, agency_visible from json_to_recordset(${JSON.stringify(walled)}::json)
      as g (record_id uuid, wall smallint, team text, officer text, workers text[], agency_visible boolean)
    on conflict (authority, record_id) do update set (wall, team, officer, workers, agency_visible)
      = (excluded.wall, excluded.team, excluded.officer, excluded.workers, excluded.agency_visible)`.execute(db);
}

/** Who is named on these records. */
export async function writeNamed(db: Db, authority: string, records: readonly Projected[]): Promise<void> {
  await sql`delete from named_access where authority = ${authority} and record_id = any (${idsOf(records)}::uuid[])`.execute(db);
  const rows = records.flatMap((p) => p.named.map((n) => ({ record_id: p.recordId, account: n.account, from_on: n.from, until_on: n.until, entry: n.entry })));
  if (rows.length === 0) return;
  await sql`
    insert into named_access (authority, record_id, account, from_on, until_on, entry)
    select ${authority}, record_id, account, from_on, until_on, entry from json_to_recordset(${JSON.stringify(rows)}::json)
      as g (record_id uuid, account text, from_on date, until_on date, entry bigint)`.execute(db);
}

/** A child whom the writer does not see is left where it is: whoever sees it puts it into the group or takes it out. */
export async function writeMembers(db: Db, authority: string, groups: readonly Projected[]): Promise<void> {
  await sql`delete from sibling_member where authority = ${authority} and group_id = any (${idsOf(groups)}::uuid[])`.execute(db);
  const rows = groups.flatMap((p) => p.members.map((child) => ({ group: p.recordId, child })));
  if (rows.length === 0) return;
  await sql`
    insert into sibling_member (authority, group_id, child_id, agency_visible, wall)
    select ${authority}, group_id, child_id, r.agency_visible, r.wall
    from unnest(${rows.map((r) => r.group)}::uuid[], ${rows.map((r) => r.child)}::uuid[]) as given (group_id, child_id)
    join record as r on r.authority = ${authority} and r.id = child_id
  `.execute(db);
}

/**
 * From here until the transaction ends the viewer goes on seeing those of these records that they see now, and what is
 * held of them, so that a wall can rise, or a child be handed on, in the middle of it.
 */
export async function keepInSight(db: Db, authority: string, ids: readonly string[]): Promise<void> {
  await sql`
    select set_config('viewer.projecting', concat_ws(',', nullif(current_setting('viewer.projecting', true), ''), string_agg(id::text, ',')), true)
    from record where authority = ${authority} and id = any (${ids}::uuid[])`.execute(db);
}

/** Who has each child allocated to them now, by record id. */
export type Allocations = ReadonlyMap<string, readonly string[]>;

export const allocationsOf = (records: readonly Projected[]): Allocations =>
  new Map(records.filter(isChild).map((p) => [p.recordId, p.summary.workers]));

const pairs = (allocations: Allocations) => {
  const rows = [...allocations].flatMap(([recordId, workers]) => workers.map((worker) => ({ recordId, worker })));
  return sql`unnest(${rows.map((r) => r.recordId)}::uuid[], ${rows.map((r) => r.worker)}::text[]) as given (record_id, worker)`;
};

export async function addAllocations(db: Db, authority: string, allocations: Allocations): Promise<void> {
  await sql`
    insert into allocation (authority, record_id, worker) select ${authority}, record_id, worker from ${pairs(allocations)}
    on conflict do nothing`.execute(db);
}

/**
 * Takes away the allocations that are not among these. The last thing a transaction does, and in one
 * statement: a worker who hands a child on may write to it until then, and not after.
 */
export async function endAllocations(db: Db, authority: string, allocations: Allocations): Promise<void> {
  await sql`
    delete from allocation where authority = ${authority} and record_id = any (${[...allocations.keys()]}::uuid[])
    and (record_id, worker) not in (select record_id, worker from ${pairs(allocations)})`.execute(db);
}
