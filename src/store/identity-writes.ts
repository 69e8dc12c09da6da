import { sql } from "kysely";
import { actorOf, type Viewer } from "../domain/access/viewer.ts";
import type { Db } from "./database.ts";
import type { IdentityWrites } from "./identities.ts";

/** Writing the adoptive side in an open transaction whose viewer is set. */
export function identityWritesOver(db: Db, viewer: Viewer): IdentityWrites {
  const account = actorOf(viewer);
  return {
    keepFamily: async ({ authority, recordId, basedOn, envelope: { keyId, nonce, closed } }) => {
      const { numAffectedRows } = basedOn === 0
        ? await sql`
          insert into family_identity (authority, record_id, revision, key_id, nonce, closed) values (${authority}, ${recordId}, 1, ${keyId}, ${nonce}, ${closed})
          on conflict do nothing`.execute(db)
        : await sql`
          update family_identity set revision = revision + 1, key_id = ${keyId}, nonce = ${nonce}, closed = ${closed}
          where authority = ${authority} and record_id = ${recordId} and revision = ${basedOn}`.execute(db);
      return numAffectedRows === 1n;
    },
    dropFamily: async (recordId) => void (await sql`delete from family_identity where record_id = ${recordId}`.execute(db)),
    keepAdoptive: async (authority, { id, mark, envelope: { keyId, nonce, closed } }) => {
      await sql`insert into adoptive_identity (authority, id, mark, key_id, nonce, closed) values (${authority}, ${id}, ${mark}, ${keyId}, ${nonce}, ${closed})`.execute(db);
    },
    changeAdoptive: async ({ id, mark, envelope: { keyId, nonce, closed } }) => {
      await sql`update adoptive_identity set key_id = ${keyId}, nonce = ${nonce}, closed = ${closed} where id = ${id} and mark = ${mark}`.execute(db);
    },
    dropAdoptive: async (id) => void (await sql`delete from adoptive_identity where id = ${id}`.execute(db)),
    keepMarks: async (authority, owner, marks) => {
      await sql`delete from protected_mark where authority = ${authority} and owner = ${owner}`.execute(db);
      await sql`
        insert into protected_mark (authority, owner, scope, mark)
        select ${authority}, ${owner}, scope, mark from unnest(${marks.map((m) => m.scope)}::bytea[], ${marks.map((m) => m.mark)}::bytea[]) as given (scope, mark)
        on conflict do nothing`.execute(db);
    },
    askDisclosure: async ({ authority, recordId, localId, wanted, why, askedAt, goodUntil }) => {
      const { rows: [row] } = await sql<{ id: string }>`
        insert into disclosure (authority, record_id, local_id, wanted, why, asked_by, asked_at, good_until)
        values (${authority}, ${recordId}, ${localId}, ${wanted}, ${why}, ${account}, ${askedAt}, ${goodUntil}) returning id`.execute(db);
      if (row === undefined) throw new Error("What was asked for was not written down");
      return row.id;
    },
    takeStep: async (id, step, at) => {
      const [agreed, because] = step.step === "decided" ? [step.agreed, step.agreed ? null : step.because] : [null, null];
      // The policies judge by this instant too.
      await sql`select set_config('viewer.now', ${at}, true)`.execute(db);
      const { numAffectedRows } = await sql`
        insert into disclosure_step (disclosure, step, by, at, agreed, because, good_until)
        values (${id}, ${step.step}, ${account}, ${at}, ${agreed}, ${because}, ${"goodUntil" in step ? step.goodUntil : null})
        on conflict do nothing`.execute(db);
      return numAffectedRows === 1n;
    },
    askRelease: async ({ authority, id, recordId, askedAt, what, recipient, reference, textHash, textLength, envelope, excused, excuse }) => {
      await sql`
        insert into release (authority, id, record_id, asked_by, asked_at, what, recipient, reference, text_hash, text_length, excused, excuse)
        values (${authority}, ${id}, ${recordId}, ${account}, ${askedAt}, ${what}, ${recipient}, ${reference}, ${textHash}, ${textLength}, ${excused}, ${excuse})`.execute(db);
      if (envelope !== null) await sql`insert into release_text (release, key_id, nonce, closed) values (${id}, ${envelope.keyId}, ${envelope.nonce}, ${envelope.closed})`.execute(db);
    },
    decideRelease: async (id, at, because) => {
      const { numAffectedRows } = await sql`
        insert into release_decision (release, by, at, agreed, because) values (${id}, ${account}, ${at}, ${because === null}, ${because})
        on conflict do nothing`.execute(db);
      if (numAffectedRows !== 1n) return false;
      await sql`delete from release_text where release = ${id}`.execute(db);
      return true;
    },
  };
}
