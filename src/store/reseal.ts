import { sql } from "kysely";
import { type Db, transact } from "./database.ts";
import type { ClosedEnvelope, MarkRow } from "./identities.ts";

interface Resealed {
  readonly envelope: ClosedEnvelope;
  /** The marks of its words, and the mark of whose they are. */
  readonly owner: Buffer;
  readonly marks: readonly MarkRow[];
}

/** How each envelope is closed anew with another key. `groups`: the sibling groups of its record. */
export interface Resealing {
  readonly family: (row: { readonly authority: string; readonly recordId: string; readonly groups: readonly string[]; readonly envelope: ClosedEnvelope }) => Resealed;
  /** The record that an adoptive identity is of: only its envelope says. */
  readonly recordOf: (row: { readonly id: string; readonly envelope: ClosedEnvelope }) => string;
  readonly adoptive: (row: { readonly authority: string; readonly id: string; readonly groups: readonly string[]; readonly envelope: ClosedEnvelope }) => Resealed & { readonly mark: Buffer };
  readonly text: (row: { readonly id: string; readonly envelope: ClosedEnvelope }) => ClosedEnvelope;
}

interface Row extends ClosedEnvelope {
  readonly authority: string;
  readonly id: string;
}

/** The ids of all keys that anything is closed with. */
export const identityKeys = async (db: Db): Promise<string[]> =>
  (await sql<{ id: string }>`select key_id as id from family_identity union select key_id from adoptive_identity union select key_id from release_text`.execute(db)).rows.map(({ id }) => id);

/** Closes every envelope anew and makes every mark anew, in one transaction that nobody writes beside. Gives how many envelopes. */
export const reseal = (db: Db, resealing: Resealing): Promise<number> =>
  transact(db, "write", async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('permanence identity key'))`.execute(trx);
    const { rows: families } = await sql<Row>`select authority, record_id as id, key_id as "keyId", nonce, closed from family_identity for update`.execute(trx);
    const { rows: adoptives } = await sql<Row>`select authority, id, key_id as "keyId", nonce, closed from adoptive_identity for update`.execute(trx);
    const { rows: texts } = await sql<Row>`select '' as authority, release as id, key_id as "keyId", nonce, closed from release_text for update`.execute(trx);
    const groupsOf = async (authority: string, recordId: string): Promise<readonly string[]> =>
      (await sql<{ id: string }>`select group_id as id from sibling_member where authority = ${authority} and child_id = ${recordId}`.execute(trx)).rows.map(({ id }) => id);
    const keep = async (authority: string, { owner, marks }: Resealed): Promise<void> => {
      await sql`
        insert into protected_mark (authority, owner, scope, mark)
        select ${authority}, ${owner}, scope, mark from unnest(${marks.map((m) => m.scope)}::bytea[], ${marks.map((m) => m.mark)}::bytea[]) as given (scope, mark)
        on conflict do nothing`.execute(trx);
    };
    await sql`delete from protected_mark`.execute(trx);
    for (const { authority, id, ...envelope } of families) {
      const anew = resealing.family({ authority, recordId: id, groups: await groupsOf(authority, id), envelope });
      await sql`update family_identity set key_id = ${anew.envelope.keyId}, nonce = ${anew.envelope.nonce}, closed = ${anew.envelope.closed} where authority = ${authority} and record_id = ${id}`.execute(trx);
      await keep(authority, anew);
    }
    for (const { authority, id, ...envelope } of adoptives) {
      const anew = resealing.adoptive({ authority, id, groups: await groupsOf(authority, resealing.recordOf({ id, envelope })), envelope });
      await sql`update adoptive_identity set mark = ${anew.mark}, key_id = ${anew.envelope.keyId}, nonce = ${anew.envelope.nonce}, closed = ${anew.envelope.closed} where id = ${id}`.execute(trx);
      await keep(authority, anew);
    }
    for (const { id, authority: _none, ...envelope } of texts) {
      const anew = resealing.text({ id, envelope });
      await sql`update release_text set key_id = ${anew.keyId}, nonce = ${anew.nonce}, closed = ${anew.closed} where release = ${id}`.execute(trx);
    }
    return families.length + adoptives.length + texts.length;
  });
