import { sql } from "kysely";
import { WITHDRAWAL_CAUSES } from "../../domain/chronology/entry.ts";
import type { Db } from "../database.ts";
import { PACKED_ENTRIES, type PackedEntry, unpacked } from "../entry-rows.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";

/** Which children’s meetings are followed up: those of whom a meeting agreed an action, or decided something. */
export interface FollowQuestion {
  readonly what: "action-agreed" | "meeting-decision";
  /** Only children of whom something of it may still be open: perhaps of others too, never fewer. */
  readonly open: boolean;
  /** Actions of these accounts alone. */
  readonly who?: readonly string[];
  /** And those of people without an account. */
  readonly orNobody?: boolean;
  /** And those that were taken further to these accounts. */
  readonly takenTo?: readonly string[];
  /** Of these children alone, where something was said of an action. */
  readonly saidOf?: readonly string[];
}

/** A child with all that meetings decided and what became of it, in force or not. */
export interface FollowedChild {
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
  /** Account or worker code, and team, where somebody has the child. */
  readonly socialWorker: string | null;
  readonly team: string | null;
  readonly entries: readonly Entry[];
}

const FOLLOWED: readonly Kind[] = ["meeting-outcome", "meeting-decision", "meeting-decision-answered", "action-agreed", "action-done", "action-escalated", "action-said"];
const ENDS = { "action-agreed": { kind: "action-done", field: "action" }, "meeting-decision": { kind: "meeting-decision-answered", field: "decision" } } as const;
const WITHDRAWN = Object.keys(WITHDRAWAL_CAUSES);

/** The viewer’s children of whom meetings agreed something, by local id, through the indexes entry_of_meeting and entry_action_of. */
export async function followed(db: Db, { what, open, who, orNobody = false, takenTo, saidOf }: FollowQuestion): Promise<FollowedChild[]> {
  const end = ENDS[what];
  // What has an end under its number now is closed; under a number it had before, the fold tells. What is superseded is not in force.
  const still = sql`
    and (a.cause is null or a.cause <> all (${WITHDRAWN}::text[]))
    and not exists (select from entry later where later.authority = a.authority and later.supersedes = a.number)
    and not exists (select from entry d where d.authority = a.authority and d.kind = ${sql.lit(end.kind)} and d.record_id = a.record_id and d.erased_at is null and d.detail ->> ${sql.lit(end.field)} = a.number::text)`;
  const { rows } = await sql<Omit<FollowedChild, "entries"> & { entries: readonly PackedEntry[] }>`
    with found as materialized (
      select distinct a.authority, a.record_id from entry a
      where a.kind = ${sql.lit(what)} and a.erased_at is null
        ${who === undefined ? sql`` : sql`and (a.detail ->> 'who' = any (${who}::text[]) ${orNobody ? sql`or not (a.detail ? 'who')` : sql``}
          ${takenTo === undefined ? sql`` : sql`or (a.authority, a.number) in (select x.authority, (x.detail ->> 'action')::bigint from entry x where x.kind = 'action-escalated' and x.erased_at is null and x.detail ->> 'to' = any (${takenTo}::text[]))`})`}
        ${saidOf === undefined ? sql`` : sql`and a.record_id in (select x.record_id from entry x where x.kind = 'action-said' and x.erased_at is null and x.record_id = any (${saidOf}::uuid[]))`}
        ${what === "meeting-decision" && open ? sql`and a.detail ->> 'sort' <> 'decided'` : sql``}
        ${open ? still : sql``})
    select e.record_id as "recordId", e.authority, r.local_id as "localId", s.social_worker as "socialWorker", s.team, ${PACKED_ENTRIES} as entries
    from found f join entry e on e.authority = f.authority and e.record_id = f.record_id and e.kind in (${sql.join(FOLLOWED.map((kind) => sql.lit(kind)))}) and e.erased_at is null
      join record r on r.authority = e.authority and r.id = e.record_id and r.type = 'child'
      left join child_summary s on s.authority = r.authority and s.record_id = r.id
    group by 1, 2, 3, 4, 5 order by r.local_id, e.record_id`.execute(db);
  return rows.map((row) => ({ ...row, entries: row.entries.map(unpacked) }));
}
