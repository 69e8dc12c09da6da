import { sql } from "kysely";
import { knowsAdopters, type Side } from "../domain/access/side.ts";
import type { Person, Viewer } from "../domain/access/viewer.ts";
import type { AdoptionFunction } from "../domain/agency/functions.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import { fold } from "../domain/chronology/fold.ts";
import type { Day } from "../domain/dates/day.ts";
import { agreementOf } from "./agreement-queries.ts";
import type { Db, Run } from "./database.ts";
import { disclosures, releases } from "./disclosure-queries.ts";
import type { AdoptiveIdentityRow, FamilyAnswer, IdentityReads } from "./identities.ts";
import { isOfAgency } from "./masked-by-agreement.ts";
import { set } from "./scope.ts";
import { isUuid } from "./uuid.ts";

/** The adoptive side over a runner that knows the viewer. `entriesOf` gives the whole of a record, for what it says of who may know the adopters. */
export function identityReadsOver(run: Run, viewer: Viewer, entriesOf: (recordId: string) => Promise<readonly Entry[]>): IdentityReads {
  return {
    family: async (recordId) => {
      const entries = await entriesOf(recordId);
      return entries.length === 0 ? { knows: false } : run(async (db) => (knowsAdopters(await sideOf(db, viewer, recordId), fold(entries)) ? family(db, recordId) : { knows: false }));
    },
    adoptive: (marks, now) => run((db) => adoptive(db, marks, now)),
    protectedAmong: (authority, scopes, marks) =>
      run(async (db) => (await sql<{ mark: Buffer }>`
        select distinct mark from protected_mark where authority = ${authority} and scope = any (${scopes}::bytea[]) and mark = any (${marks}::bytea[])`.execute(db)).rows.map((row) => row.mark)),
    hasMarks: (authority, owner) =>
      run(async (db) => (await sql<{ kept: boolean }>`select exists (select from protected_mark where authority = ${authority} and owner = ${owner}) as kept`.execute(db)).rows[0]?.kept === true),
    disclosure: async (id) => (isUuid(id) ? (await run((db) => disclosures(db, sql`d.id = ${id}`)))[0] : undefined),
    disclosures: (question) =>
      "since" in question ? run((db) => disclosures(db, sql`d.asked_at >= ${question.since}`))
        : isUuid(question.recordId) ? run((db) => disclosures(db, sql`d.record_id = ${question.recordId}`)) : Promise.resolve([]),
    release: async (id) => (isUuid(id) ? (await run((db) => releases(db, sql`r.id = ${id}`)))[0] : undefined),
    releases: (question) =>
      "waiting" in question ? run((db) => releases(db, sql`decided.release is null`))
        : isUuid(question.recordId) ? run((db) => releases(db, sql`r.record_id = ${question.recordId}`)) : Promise.resolve([]),
  };
}

/** The names under which children are the viewer’s, as the transaction has them, and its day. */
async function sideOf(db: Db, viewer: Viewer, recordId: string): Promise<Side> {
  const { rows: [row] } = await sql<{ workers: string | null; today: Day }>`
    select nullif(current_setting('viewer.workers', true), '') as workers, viewer_today() as today`.execute(db);
  if (row === undefined) throw new Error("The viewer’s settings gave no row");
  return { viewer, keys: row.workers?.split(",") ?? [], today: row.today, ...(isOfAgency(viewer) ? { given: await givenOf(db, viewer, recordId) } : {}) };
}

/** The functions that the child’s authority has given to the viewer’s agency. */
async function givenOf(db: Db, { organisation }: Person, recordId: string): Promise<readonly AdoptionFunction[]> {
  const { rows: [row] } = await sql<{ authority: string }>`select authority from record where id = ${recordId}`.execute(db);
  const agreement = row === undefined ? undefined : await agreementOf(db, row.authority);
  return agreement?.agency === organisation.code ? agreement.functions : [];
}

async function family(db: Db, recordId: string): Promise<FamilyAnswer> {
  await set(db, { knows_adopters: recordId });
  const { rows: [row] } = await sql<{ revision: number; keyId: string; nonce: Buffer; closed: Buffer }>`
    select revision, key_id as "keyId", nonce, closed from family_identity where record_id = ${recordId}`.execute(db);
  if (row === undefined) return { knows: true, row: undefined };
  const { revision, ...envelope } = row;
  return { knows: true, row: { recordId, revision, envelope } };
}

async function adoptive(db: Db, marks: readonly Buffer[], now: string): Promise<AdoptiveIdentityRow[]> {
  await set(db, { identity_marks: marks.map((mark) => mark.toString("hex")).join(","), now });
  const { rows } = await sql<{ id: string; mark: Buffer; keyId: string; nonce: Buffer; closed: Buffer }>`
    select id, mark, key_id as "keyId", nonce, closed from adoptive_identity where mark = any (${marks}::bytea[])`.execute(db);
  return rows.map(({ id, mark, ...envelope }) => ({ id, mark, envelope }));
}
