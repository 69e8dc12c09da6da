import { sql } from "kysely";
import type { Day } from "../domain/dates/day.ts";
import type { ChildRows, ReportingRow } from "../domain/reporting/rows.ts";
import { type Db, transact } from "./database.ts";
import type { IntoCopy, Reporting, ReportingAsAt, ReportingCopy, ReportingReader } from "./reporting.ts";

/** Two processes never make one authority’s copy at once. Any number will do, if it is ours. */
const LOCK = 7_401_940;

/** Tables with a row for every child or more, the one that others point at last: they are emptied in this order, and filled in the other. */
const OF_CHILDREN = ["milestone", "journey_stage", "clock", "barrier", "action", "indicator_child", "child"] as const;
const OF_AUTHORITY = ["indicator", "event_count", "threshold", "comparator", "comparator_group"] as const;
type Table = (typeof OF_CHILDREN)[number] | (typeof OF_AUTHORITY)[number] | "as_at";

/** Rows in one statement: few enough that their text is soon let go. */
const AT_ONCE = 5_000;

export function reportingOver(db: Db): Reporting {
  return {
    copy: (copy, fill, unlessMadeOn) => transact(db, "write", async (trx) => {
      const { rows: [asked] } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${LOCK}, hashtext(${copy.authority})) as ours`.execute(trx);
      if (asked?.ours !== true || (unlessMadeOn !== undefined && (await isMadeOn(trx, copy.authority, unlessMadeOn)))) return false;
      await empty(trx, copy.authority);
      await fill(intoCopy(trx, copy.authority));
      await add(trx, "as_at", [asAtRow(copy)]);
      await takeOutChanged(trx, copy);
      return true;
    }),
    letIn: ({ login, authority, reads, addedAt }) => transact(db, "write", async (trx) => {
      await sql`insert into reporting.reader (login, authority, reads, added_at) values (${login}, ${authority}, ${reads}, ${addedAt})
        on conflict (login, authority) do update set (reads, added_at) = (excluded.reads, excluded.added_at)`.execute(trx);
    }),
    shutOut: (login, authority) => transact(db, "write", async (trx) => {
      const { numAffectedRows } = await sql`delete from reporting.reader where login = ${login} and authority = ${authority}`.execute(trx);
      const { rows: [left] } = await sql`select from reporting.reader where authority = ${authority} limit 1`.execute(trx);
      if (left === undefined) await empty(trx, authority);
      return numAffectedRows === 1n;
    }),
    readers: async () => (await sql<ReportingReader>`select login, authority, reads, added_at as "addedAt" from reporting.reader order by authority, login`.execute(db)).rows,
    copies: async () => (await sql<ReportingAsAt>`select authority, as_at_on as "asAtOn", made_at as "madeAt" from reporting.as_at order by authority`.execute(db)).rows,
    login: async (name) => {
      const { rows: [found] } = await sql<{ ready: boolean }>`select pg_has_role(oid, 'permanence_reporting', 'usage') as ready from pg_roles where rolname = ${name} and rolcanlogin`.execute(db);
      return found === undefined ? "none" : found.ready ? "ready" : "not-in-role";
    },
  };
}

async function isMadeOn(db: Db, authority: string, on: Day): Promise<boolean> {
  const { rows } = await sql`select from reporting.as_at where authority = ${authority} and as_at_on = ${on}`.execute(db);
  return rows.length > 0;
}

async function empty(db: Db, authority: string): Promise<void> {
  for (const table of [...OF_CHILDREN, ...OF_AUTHORITY, "as_at"]) await sql`delete from reporting.${sql.ref(table)} where authority = ${authority}`.execute(db);
}

const asAtRow = ({ authority, authorityName, asAtOn, madeAt, choices }: ReportingCopy): ReportingRow =>
  ({ authority, authorityName, asAtOn, madeAt, orderCounted: choices.order, fourteenMonths: choices.fourteenMonths, shareOf: choices.among });

function intoCopy(db: Db, authority: string): IntoCopy {
  return {
    children: async (rows) => {
      const groups = [...rows.values()].flatMap(({ child: { siblingGroup } }) => (typeof siblingGroup === "string" ? [siblingGroup] : []));
      const keys = await keysOf(db, authority, [...new Set([...rows.keys(), ...groups])]);
      const all = [...rows].map(([recordId, of]) => ({ of, key: { authority, child: keys.get(recordId) ?? null } }));
      await add(db, "child", all.map(({ of, key }) => ({ ...of.child, ...key, siblingGroup: keys.get(String(of.child["siblingGroup"])) ?? null })));
      const of = (table: Table, name: Exclude<keyof ChildRows, "child">): Promise<void> => add(db, table, all.flatMap(({ of: rowsOf, key }) => rowsOf[name].map((row) => ({ ...row, ...key }))));
      await of("milestone", "milestone");
      await of("journey_stage", "journeyStage");
      await of("clock", "clock");
      await of("barrier", "barrier");
      await of("action", "action");
      await of("indicator_child", "indicatorChild");
    },
    authority: async (rows) => {
      const of = (table: Table, some: readonly ReportingRow[]): Promise<void> => add(db, table, some.map((row) => ({ ...row, authority })));
      await of("indicator", rows.indicator);
      await of("event_count", rows.eventCount);
      await of("threshold", rows.threshold);
      await of("comparator", rows.comparator);
      await of("comparator_group", rows.comparatorGroup);
    },
  };
}

/** The key of each record, made where there is none yet. */
async function keysOf(db: Db, authority: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  await sql`insert into reporting.child_key (authority, record_id) select ${authority}, unnest(${ids}::uuid[]) on conflict do nothing`.execute(db);
  const { rows } = await sql<{ id: string; key: string }>`select record_id as id, child as key from reporting.child_key where authority = ${authority} and record_id = any (${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** “within14Months” is the column within_14_months. */
const column = (name: string): string => name.replaceAll(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);

/** Rows of one table have the same columns in the same order. */
async function add(db: Db, table: Table, rows: readonly ReportingRow[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map(column);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE).map((row) => {
      const named: Record<string, unknown> = {};
      for (const [i, name] of names.entries()) named[columns[i]!] = row[name];
      return named;
    });
    await sql`insert into reporting.${sql.ref(table)} select * from json_populate_recordset(null::reporting.${sql.ref(table)}, ${JSON.stringify(some)}::json)`.execute(db);
  }
}

/**
 * Who was restricted or sealed since the rows were read goes again, and of whom something was erased. Under the lock that everybody who
 * writes to the authority takes: what happens later finds the rows there, and takes them out itself.
 */
async function takeOutChanged(db: Db, { authority, madeAt }: ReportingCopy): Promise<void> {
  await sql`select from chain where authority = ${authority} order by book for update`.execute(db);
  await sql`
    delete from reporting.child c using reporting.child_key k join record r on r.authority = k.authority and r.id = k.record_id
    where c.authority = ${authority} and k.authority = c.authority and k.child = c.child and (r.wall > 1 or (r.wall = 1 and not c.restricted)
      or r.id in (select e.record_id from entry e where e.authority = ${authority} and e.erased_at >= ${madeAt}))`.execute(db);
}
