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

/** A child’s entries without what no rule asks, a column each: half as much crosses, and PostgreSQL writes it in two thirds of the time that a list an entry takes. */
interface Lean {
  readonly numbers: readonly number[];
  readonly kinds: readonly Kind[];
  readonly happenedOn: readonly Day[];
  readonly until: readonly (Day | null)[];
  readonly certainties: readonly Entry["certainty"][];
  readonly details: readonly Detail[];
  readonly recordedBy: readonly string[];
  readonly supersedes: readonly (number | null)[];
  readonly causes: readonly (Entry["cause"] | null)[];
}

const NOWHERE = { type: "person" } as const;
const entriesOf = (lean: Lean): readonly Entry[] => lean.numbers.map((number, i): Entry => {
  const [until, supersedes, cause] = [lean.until[i] ?? null, lean.supersedes[i] ?? null, lean.causes[i] ?? null];
  return {
    number, kind: lean.kinds[i]!, happenedOn: lean.happenedOn[i]!, certainty: lean.certainties[i]!, detail: lean.details[i]!, recordedBy: lean.recordedBy[i]!, source: NOWHERE, recordedAt: "",
    ...(until === null ? {} : { until }), ...(supersedes === null ? {} : { supersedes }), ...(cause === null ? {} : { cause }),
  };
});

/** By local id; in three lists, each asked once. `only`: what stands before child_summary for the viewer. */
export async function agendaChildren(db: Db, { authority, without, kinds, standards, lateBefore }: AgendaQuestion, only?: RawBuilder<unknown>): Promise<AgendaChildRow[]> {
  const tracked = sql`${only === undefined ? sql`` : sql`${only},`} tracked as materialized (select record_id, local_id, social_worker, team from child_summary where authority = ${authority} and stage <> all (${without}::text[]))`;
  const { rows } = await sql<Omit<AgendaChildRow, "entries" | "clocks">>`
    with ${tracked}
    select t.record_id as "recordId", t.local_id as "localId", t.social_worker as "socialWorker", t.team,
      coalesce((select json_agg(m.group_id order by m.group_id) from sibling_member m where m.authority = ${authority} and m.child_id = t.record_id), '[]') as groups
    from tracked t order by t.local_id`.execute(db);
  const { rows: written } = await sql<Lean & { id: string }>`
    with ${tracked}
    select t.record_id as id, x.* from tracked t cross join lateral (
      select json_agg(e.number) as numbers, json_agg(e.kind) as kinds, json_agg(e.happened_on) as "happenedOn", json_agg(e.until) as until, json_agg(e.certainty) as certainties, json_agg(e.detail) as details,
        json_agg(e.recorded_by) as "recordedBy", json_agg(e.supersedes) as supersedes, json_agg(e.cause) as causes
      from (select * from entry where authority = ${authority} and record_id = t.record_id and kind = any (${kinds}::text[]) and erased_at is null order by number) e) x
    where x.numbers is not null`.execute(db);
  const { rows: running } = await sql<{ id: string; clocks: readonly Clock[] }>`
    with ${tracked}
    select c.id, json_agg(c.clock) as clocks from (
      select c.record_id as id, to_json(k) as clock from tracked t join child_clock c on c.authority = ${authority} and c.record_id = t.record_id
        cross join lateral (select ${CLOCK_COLUMNS}) k
      where c.standard = any (${standards}::text[]) or (c.can_be_late and c.due_on < ${lateBefore})
      order by c.record_id, c.standard, c.occurrence) c
    group by c.id`.execute(db);
  const entries = new Map(written.map((row) => [row.id, entriesOf(row)]));
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
