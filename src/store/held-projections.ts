import { sql } from "kysely";
import type { Clock } from "../domain/standards/clock.ts";
import { canonicalJson } from "./chain.ts";
import { CLOCK_COLUMNS } from "./clock-columns.ts";
import type { Db } from "./database.ts";
import { type NamedAccess, type PlainTerm, type Projected, runningClocks, termsOf } from "./project.ts";
import { SUMMARY_COLUMNS, summaryRow } from "./summary-columns.ts";

/** All that the projections of one record hold, as one text: two that hold the same are equal. */
export type Held = string;

/** The same in its parts. */
export interface Parts {
  readonly summary: object | null;
  readonly agencyVisible: boolean;
  readonly wall: number;
  /** The record’s row among those behind a wall. */
  readonly walled: WalledRow | null;
  readonly named: readonly NamedAccess[];
  readonly terms: readonly (PlainTerm & Shown)[];
  readonly clocks: readonly (Clock & Shown)[];
  readonly periods: readonly object[];
  readonly workers: readonly string[];
  readonly members: readonly ({ readonly child: string } & Shown)[];
}

/** What the rows of a child carry of who is shown them. */
export interface Shown {
  readonly agencyVisible: boolean;
  readonly wall: number;
}

export interface WalledRow extends Shown {
  readonly team: string | null;
  readonly officer: string | null;
  readonly workers: readonly string[];
}

/** What there is to know at the wall of a record that has one: who of those who work with the child passes it. */
export const walledRow = ({ summary, wall, agencyVisible }: Projected): WalledRow | null => (wall === 0 || summary === null ? null : (
  { wall, team: summary.team, officer: summary.reviewingOfficer, workers: summary.workers, agencyVisible }));

/** Rows come in the order the database likes, and expectations in the domain's: neither matters. */
const inOrder = (part: unknown): unknown => (Array.isArray(part) ? part.map(canonicalJson).sort() : part);

const heldAs = (parts: Parts): Held => canonicalJson(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, inOrder(part)])));

/** Whether two records, or one before and after, hold the same in a part. */
export const isSamePart = (part: keyof Parts, a: Parts, b: Parts): boolean => canonicalJson(inOrder(a[part])) === canonicalJson(inOrder(b[part]));

/** What the projections of a record ought to hold. `shown` tells who is shown a child, for its place in sibling groups. */
export const expectedOf = (p: Projected, localId: string, shown: (child: string) => Shown): Held => heldAs(expectedPartsOf(p, localId, shown));

/** The same in its parts. */
export function expectedPartsOf(p: Projected, localId: string, shown: (child: string) => Shown): Parts {
  const { agencyVisible, wall, version } = p;
  const { summary } = p;
  return {
    summary: summary === null ? null : { ...summaryRow(summary), local_id: localId, version, agency_visible: agencyVisible, wall },
    agencyVisible,
    wall,
    walled: walledRow(p),
    named: p.named,
    terms: summary === null ? [] : termsOf(localId, summary).map((term) => ({ ...term, agencyVisible, wall })),
    clocks: summary === null ? [] : runningClocks(summary).map((clock) => ({ ...clock, agencyVisible, wall })),
    periods: p.periods.map(({ track, from, until, entry }) => ({ track, during: rangeOf(from, until), entry })),
    workers: summary?.workers ?? [],
    members: p.members.map((child) => ({ child, ...shown(child) })),
  };
}

/** As PostgreSQL writes a range of days; a period of no days is empty wherever it lies. */
const rangeOf = (from: string, until: string | null): string => (from === until ? "empty" : `[${from},${until ?? ""})`);

const SUMMARY = sql`
  (select to_jsonb(f) from (
    select local_id, version, agency_visible, wall, ${sql.raw(SUMMARY_COLUMNS.join(", "))}
    from child_summary s where s.authority = r.authority and s.record_id = r.id) f)`;

/** What the projections of these records do hold, by record id. */
export async function heldBy(db: Db, authority: string, ids: readonly string[]): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  for (const [id, { localId: _asked, ...parts }] of await partsHeldBy(db, authority, ids, "with summaries")) held.set(id, heldAs(parts));
  return held;
}

/** The same in its parts, of those records that the viewer may see, with what each is called. Without summaries those are null. */
export async function partsHeldBy(
  db: Db, authority: string, ids: readonly string[], summaries: "with summaries" | "without summaries",
): Promise<Map<string, Parts & { readonly localId: string }>> {
  const { rows } = await sql<Parts & { id: string; localId: string }>`
    select r.id, r.local_id as "localId", r.agency_visible as "agencyVisible", r.wall,
      (select to_jsonb(f) from (
        select w.wall, w.team, w.officer, w.workers, w.agency_visible as "agencyVisible"
        from record_wall w where w.authority = r.authority and w.record_id = r.id) f) as walled,
      (select coalesce(jsonb_agg(f), '[]') from (
        select n.account, n.from_on as "from", n.until_on as "until", n.entry
        from named_access n where n.authority = r.authority and n.record_id = r.id) f) as named,
      ${summaries === "with summaries" ? SUMMARY : sql`null`} as summary,
      (select coalesce(jsonb_agg(f), '[]') from (
        select t.type, t.text, t.plain, t.agency_visible as "agencyVisible", t.wall
        from finding_term t where t.authority = r.authority and t.record_id = r.id) f) as terms,
      (select coalesce(jsonb_agg(f), '[]') from (
        select ${CLOCK_COLUMNS}, c.agency_visible as "agencyVisible", c.wall
        from child_clock c where c.authority = r.authority and c.record_id = r.id) f) as clocks,
      (select coalesce(jsonb_agg(f), '[]') from (
        select track, during, entry from current_period p where p.authority = r.authority and p.record_id = r.id) f) as periods,
      (select coalesce(jsonb_agg(worker), '[]') from allocation a where a.authority = r.authority and a.record_id = r.id) as workers,
      (select coalesce(jsonb_agg(f), '[]') from (
        select child_id as child, m.agency_visible as "agencyVisible", m.wall
        from sibling_member m where m.authority = r.authority and m.group_id = r.id) f) as members
    from record r where r.authority = ${authority} and r.id = any (${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...parts }) => [id, parts]));
}
