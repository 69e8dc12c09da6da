import { type RawBuilder, sql } from "kysely";
import type { Detail, Entry } from "../../domain/chronology/entry.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { Stage } from "../../domain/permanence/stage.ts";
import type { Clock } from "../../domain/standards/clock.ts";
import { CLOCK_COLUMNS } from "../clock-columns.ts";
import type { Db } from "../database.ts";

/** What an agenda is built from, of the children of an authority whom the viewer sees. */
export interface AgendaQuestion {
  readonly authority: string;
  /** Children in these stages are left out. */
  readonly without: readonly Stage[];
  /** The entries that are read. */
  readonly kinds: readonly Kind[];
  /** The clocks that are read: running ones of these standards, and all that fell due before a day. */
  readonly standards: readonly string[];
  readonly lateBefore: Day;
}

export interface AgendaChildRow {
  readonly recordId: string;
  readonly localId: string;
  /** Account or worker code. */
  readonly socialWorker: string | null;
  readonly team: string | null;
  /** The sibling groups that the child belongs to now. */
  readonly groups: readonly string[];
  /** What a rule looks at of each: not where it came from, nor when and why it was written. */
  readonly entries: readonly Entry[];
  readonly clocks: readonly Clock[];
}

/** An entry without what no rule asks: half as much crosses. */
type Lean = readonly [number: number, kind: Kind, happenedOn: Day, until: Day | null, certainty: Entry["certainty"], detail: Detail, recordedBy: string, supersedes: number | null, cause: Entry["cause"] | null];

const NOWHERE = { type: "person" } as const;
const entryOf = ([number, kind, happenedOn, until, certainty, detail, recordedBy, supersedes, cause]: Lean): Entry => ({
  number, kind, happenedOn, certainty, detail, recordedBy, source: NOWHERE, recordedAt: "",
  ...(until === null ? {} : { until }), ...(supersedes === null ? {} : { supersedes }), ...(cause == null ? {} : { cause }),
});

/** By local id; in three lists, each asked once. `only`: what stands before child_summary for the viewer. */
export async function agendaChildren(db: Db, { authority, without, kinds, standards, lateBefore }: AgendaQuestion, only?: RawBuilder<unknown>): Promise<AgendaChildRow[]> {
  const tracked = sql`${only === undefined ? sql`` : sql`${only},`} tracked as materialized (select record_id, local_id, social_worker, team from child_summary where authority = ${authority} and stage <> all (${without}::text[]))`;
  const { rows } = await sql<Omit<AgendaChildRow, "entries" | "clocks">>`
    with ${tracked}
    select t.record_id as "recordId", t.local_id as "localId", t.social_worker as "socialWorker", t.team,
      coalesce((select json_agg(m.group_id order by m.group_id) from sibling_member m where m.authority = ${authority} and m.child_id = t.record_id), '[]') as groups
    from tracked t order by t.local_id`.execute(db);
  const { rows: written } = await sql<{ id: string; entries: readonly Lean[] }>`
    with ${tracked}
    select e.record_id as id, json_agg(json_build_array(e.number, e.kind, e.happened_on, e.until, e.certainty, e.detail, e.recorded_by, e.supersedes, e.cause) order by e.number) as entries from tracked t join entry e on e.authority = ${authority} and e.record_id = t.record_id
    where e.kind = any (${kinds}::text[]) and e.erased_at is null group by e.record_id`.execute(db);
  const { rows: running } = await sql<{ id: string; clocks: readonly Clock[] }>`
    with ${tracked}
    select c.id, json_agg(c.clock) as clocks from (
      select c.record_id as id, to_json(k) as clock from tracked t join child_clock c on c.authority = ${authority} and c.record_id = t.record_id
        cross join lateral (select ${CLOCK_COLUMNS}) k
      where c.standard = any (${standards}::text[]) or (c.can_be_late and c.due_on < ${lateBefore})
      order by c.record_id, c.standard, c.occurrence) c
    group by c.id`.execute(db);
  const entries = new Map(written.map((row) => [row.id, row.entries.map(entryOf)]));
  const clocks = new Map(running.map((row) => [row.id, row.clocks]));
  return rows.map((row) => ({ ...row, entries: entries.get(row.recordId) ?? [], clocks: clocks.get(row.recordId) ?? [] }));
}

/** What an agenda says of a child beside why: where they stand, and with whom they belong. */
export interface AgendaLineRow {
  readonly recordId: string;
  readonly name: string | null;
  readonly stage: Stage;
  readonly legalStatus: string | null;
  readonly plan: string | null;
  readonly placementType: string | null;
  readonly socialWorker: string | null;
  readonly team: string | null;
  readonly groups: readonly string[];
  /** Behind a wall now. */
  readonly walled: boolean;
}

/** These children, those of them whom the viewer sees. */
export async function agendaLines(db: Db, ids: readonly string[], only?: RawBuilder<unknown>): Promise<AgendaLineRow[]> {
  const { rows } = await sql<AgendaLineRow>`
    ${only === undefined ? sql`` : sql`with ${only}`}
    select s.record_id as "recordId", s.name, s.stage, s.legal_status as "legalStatus", s.plan, s.placement_type as "placementType", s.social_worker as "socialWorker", s.team, s.wall > 0 as walled,
      coalesce((select json_agg(m.group_id order by m.group_id) from sibling_member m where m.authority = s.authority and m.child_id = s.record_id), '[]') as groups
    from child_summary s where s.record_id = any (${ids}::uuid[])`.execute(db);
  return rows;
}
