import { type RawBuilder, sql } from "kysely";
import type { Disclosure, DisclosureFor, DisclosureState } from "../domain/identity/disclosure.ts";
import type { Db } from "./database.ts";
import type { ReleaseRow } from "./identities.ts";

interface DisclosureColumns extends Omit<Disclosure, "state" | "goodUntil"> {
  readonly wanted: DisclosureFor;
  readonly agreed: boolean | null;
  readonly endedAt: string | null;
  readonly askedUntil: string;
  readonly agreedUntil: string | null;
  readonly openedUntil: string | null;
}

/** What was asked, each with how far it has come; the latest first. */
export async function disclosures(db: Db, which: RawBuilder<unknown>): Promise<Disclosure[]> {
  const { rows } = await sql<DisclosureColumns>`
    select d.id, d.authority, d.record_id as "recordId", d.local_id as "localId", d.wanted, d.asked_by as "askedBy", d.asked_at as "askedAt", d.why,
      decided.agreed, decided.by as "decidedBy", decided.at as "decidedAt", decided.because as "refusedBecause", opened.at as "openedAt", ended.at as "endedAt",
      d.good_until as "askedUntil", decided.good_until as "agreedUntil", opened.good_until as "openedUntil"
    from disclosure d
    left join disclosure_step decided on decided.disclosure = d.id and decided.step = 'decided'
    left join disclosure_step opened on opened.disclosure = d.id and opened.step = 'opened'
    left join disclosure_step ended on ended.disclosure = d.id and ended.step = 'ended'
    where ${which} order by d.asked_at desc, d.id`.execute(db);
  return rows.map(({ agreed, endedAt, askedUntil, agreedUntil, openedUntil, ...row }) =>
    ({ ...row, state: stateOf(agreed, row.openedAt, endedAt), goodUntil: endedAt ?? openedUntil ?? agreedUntil ?? askedUntil }));
}

const stateOf = (agreed: boolean | null, openedAt: string | null, endedAt: string | null): DisclosureState =>
  endedAt !== null ? "ended" : openedAt !== null ? "opened" : agreed === null ? "asked" : agreed ? "agreed" : "refused";

interface ReleaseColumns extends Omit<ReleaseRow, "envelope"> {
  readonly keyId: string | null;
  readonly nonce: Buffer | null;
  readonly closed: Buffer | null;
}

/** What is to be released, or was; the latest first. */
export async function releases(db: Db, which: RawBuilder<unknown>): Promise<ReleaseRow[]> {
  const { rows } = await sql<ReleaseColumns>`
    select r.id, r.authority, r.record_id as "recordId", r.asked_by as "askedBy", r.asked_at as "askedAt", r.what, r.recipient, r.reference,
      r.text_hash as "textHash", r.text_length as "textLength", r.excused, r.excuse,
      decided.agreed, decided.by as "decidedBy", decided.at as "decidedAt", decided.because as "refusedBecause",
      waiting.key_id as "keyId", waiting.nonce, waiting.closed
    from release r left join release_decision decided on decided.release = r.id left join release_text waiting on waiting.release = r.id
    where ${which} order by r.asked_at desc, r.id`.execute(db);
  return rows.map(({ keyId, nonce, closed, ...row }) => ({ ...row, envelope: keyId === null || nonce === null || closed === null ? null : { keyId, nonce, closed } }));
}
