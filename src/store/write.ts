import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { actorOf, type Viewer } from "../domain/access/viewer.ts";
import { USUAL_TERMS } from "../domain/agency/agreement.ts";
import { kindsGiven } from "../domain/agency/functions.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import type { RecordType } from "../domain/commands/rules.ts";
import type { Purpose } from "../domain/access/purpose.ts";
import { restrictedStages } from "../domain/access/wall.ts";
import { sharedFrom } from "../domain/permanence/stage.ts";
import { renameTeam } from "./administration-queries.ts";
import { appendAudit, appendEntries, type DraftOfRecord, type Heads, lockHeads } from "./append.ts";
import type { Db } from "./database.ts";
import { eraseRows } from "./erase.ts";
import { LocalIdTaken, NotPermitted } from "./errors.ts";
import { keepReportDraft } from "./report-drafts.ts";
import { chooseScorecardReadings } from "./scorecard-readings.ts";
import { sayForecastAssessment } from "./forecast-assessment.ts";
import { identityReadsOver } from "./identity-queries.ts";
import { identityWritesOver } from "./identity-writes.ts";
import { inStep } from "./in-step.ts";
import { addPublication, lockPublications } from "./publications.ts";
import { addRegionPack } from "./region-packs.ts";
import { type Projected, project } from "./project.ts";
import { termsOf } from "./projected-of.ts";
import { allocationsOf, endAllocations, keepInSight, writeProjected } from "./projections.ts";
import { addMessages, meetingWritesOver } from "./meetings/writes.ts";
import { publishedWritesOver } from "./published/writes.ts";
import { planWritesOver } from "./action-plan.ts";
import { readerOver } from "./read.ts";
import { batches } from "./record-entries.ts";
import { addInquiry } from "./records-queries.ts";
import type { RecordRow } from "./rows.ts";
import { endSessions, writeIdentity } from "./sign-in-queries.ts";
import { addChange } from "./standards-changes.ts";
import { set, settle } from "./scope.ts";
import { addOffer, answerOffer, offeredTo } from "./transfer-queries.ts";
import { writeChanged } from "./write-changed.ts";
import type { ToProject, Writer } from "./writer.ts";

/** What a transaction has locked and appended in one authority, and who is left with its children. */
interface Open {
  readonly heads: Heads;
  first: number | null;
  last: number | null;
  readonly workers: Map<string, readonly string[]>;
}

const RECORDS_A_STATEMENT = 100;
/** The tables whose rows carry who is shown a child, and what each calls it. */
const OF_A_CHILD = [["record", "id"], ["child_clock", "record_id"], ["finding_term", "record_id"], ["sibling_member", "child_id"], ["child_summary", "record_id"]] as const;
/** So few are compared with what they hold before they are written: most of it is as it was. */
const FEW_RECORDS = 5;

/** A writer over an open transaction whose viewer and purpose are set, and what is to be done before the commit. */
export function writerOver(db: Db, viewer: Viewer, purpose?: Purpose): { readonly writer: Writer; readonly finish: () => Promise<void> } {
  const open = new Map<string, Open>();
  const pastWalls = viewer.type === "operator" || purpose !== undefined;
  const locked = async (authority: string): Promise<Open> => {
    const had = open.get(authority);
    if (had !== undefined) return had;
    const heads = await lockHeads(db, authority);
    // Whoever else wrote has written: a wall may have risen meanwhile, or a child been given to another.
    await settle(db);
    const made: Open = { heads, first: null, last: null, workers: new Map() };
    open.set(authority, made);
    return made;
  };

  const createRecords = async (authority: string, type: RecordType, localIds: readonly string[]): Promise<Map<string, RecordRow>> => {
    const rows = [...new Set(localIds)].map((localId): RecordRow => ({ id: randomUUID(), authority, localId, type, version: 0 }));
    const { rows: made } = await sql<{ local_id: string }>`
      insert into record (authority, id, type, local_id)
      select ${authority}, id, ${type}, local_id
      from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.localId)}::text[]) as given (id, local_id)
      on conflict (authority, type, local_id) do nothing returning local_id`.execute(db);
    const free = new Set(made.map((row) => row.local_id));
    const taken = localIds.find((localId) => !free.has(localId));
    if (taken !== undefined) throw new LocalIdTaken(taken);
    return new Map(rows.map((row) => [row.localId, row]));
  };

  const append = async (authority: string, drafts: readonly DraftOfRecord[], recordedBy: string): Promise<Map<string, Entry[]>> => {
    const state = await locked(authority);
    const { head, rows } = await appendEntries(db, authority, state.heads.entry, drafts, recordedBy);
    state.heads.entry = head;
    state.first ??= rows[0]?.entry.number ?? null;
    state.last = rows.at(-1)?.entry.number ?? state.last;
    const byRecord = new Map<string, Entry[]>();
    for (const [recordId, own] of Map.groupBy(rows, (row) => row.recordId)) byRecord.set(recordId, own.map((row) => row.entry));
    return byRecord;
  };

  const reader = readerOver((work) => work(db));
  const writer: Writer = {
    ...reader,
    meetings: { ...reader.meetings, ...meetingWritesOver(db, actorOf(viewer)) },
    plan: { ...reader.plan, ...planWritesOver(db, actorOf(viewer)) },
    addMessages: (messages, at) => addMessages(db, messages, at),
    identities: { ...identityReadsOver((work) => work(db), viewer, reader.entriesOf), ...identityWritesOver(db, viewer) },

    lock: async (authority) => void (await locked(authority)),

    createRecord: async (authority, type, localId) => (await createRecords(authority, type, [localId])).get(localId) as RecordRow,
    createRecords,

    async appendEntries(authority, drafts, recordedAt) {
      const flat: DraftOfRecord[] = [];
      for (const [recordId, list] of drafts) for (const draft of list) flat.push({ recordId, draft, recordedAt });
      return append(authority, flat, actorOf(viewer));
    },

    async appendHistory(authority, rows, recordedBy) {
      const { heads } = await locked(authority);
      const numberOf = (row: number): number => heads.entry.number + 1 + row;
      return append(authority, rows.map(({ supersedesRow, refers, draft, ...row }) => ({
        ...row,
        draft: {
          ...draft,
          ...(refers === undefined ? {} : { detail: { ...draft.detail, [refers.field]: numberOf(refers.row) } }),
          ...(supersedesRow === undefined ? {} : { supersedes: numberOf(supersedesRow) }),
        },
      })), recordedBy);
    },

    async writeProjections(authority, records, summarise) {
      const { workers } = await locked(authority);
      const terms = await termsOf(db, authority);
      const projectedBy = (record: ToProject): Projected => project(record, summarise, terms);
      const leaving = (projected: readonly Projected[]): void => {
        for (const [recordId, left] of allocationsOf(projected)) workers.set(recordId, left);
      };
      if (records.length <= FEW_RECORDS) {
        const projected = records.map(projectedBy);
        await keepInSight(db, authority, projected.map((p) => p.recordId));
        const same = await writeChanged(db, authority, projected);
        leaving(projected);
        for (const recordId of same) workers.delete(recordId);
        return;
      }
      await inStep(batches(records, RECORDS_A_STATEMENT), (some) => some.map(projectedBy), async (projected) => {
        if (!pastWalls) await keepInSight(db, authority, projected.map((p) => p.recordId));
        await writeProjected(db, authority, projected);
        leaving(projected);
      });
    },

    keepReportDraft: (authority, report, yearEnding, typed, basedOn, at) => keepReportDraft(db, authority, report, yearEnding, typed, basedOn, actorOf(viewer), at),
    chooseScorecardReadings: (authority, choices, at) => chooseScorecardReadings(db, authority, choices, actorOf(viewer), at),
    published: publishedWritesOver(db, actorOf(viewer)),
    sayForecastAssessment: (authority, reference, at) => sayForecastAssessment(db, authority, reference, actorOf(viewer), at),
    lockPublications: (authority) => lockPublications(db, authority),
    addPublication: (authority, publication) => addPublication(db, authority, publication, actorOf(viewer)),
    addRegionPack: (pack) => addRegionPack(db, pack, actorOf(viewer)),
    offerChild: (draft) => addOffer(db, actorOf(viewer), draft),
    answerOffer: (id, answer) => answerOffer(db, id, actorOf(viewer), answer),
    async takeOffered(id) {
      const offer = viewer.type === "operator" ? undefined : await offeredTo(db, id, viewer.organisation.code);
      if (offer === undefined) return undefined;
      await set(db, { offered: offer.recordId, offered_in: offer.authority, taking: "on" });
      await settle(db);
      return offer;
    },
    carryInto: (recordId) => set(db, { carried_into: recordId }),

    async appendAudit(authority, { command, recordId, input }, at) {
      refuseNames(input);
      const state = await locked(authority);
      state.heads.audit = await appendAudit(db, authority, state.heads.audit, {
        at: new Date(at).toISOString(), actor: actorOf(viewer), command, record: recordId ?? null, input,
        firstEntry: state.first, lastEntry: state.last,
      });
      return state.heads.audit.number;
    },

    erase: async (authority, what) => {
      await locked(authority);
      return eraseRows(db, authority, what);
    },

    addInquiry: (organisation, inquiry) => addInquiry(db, organisation, { ...inquiry, askedBy: actorOf(viewer) }),

    addStandardsChange: async (organisation, draft) => {
      await locked(organisation);
      return addChange(db, organisation, actorOf(viewer), draft);
    },

    async addOrganisation({ code, name, type }) {
      await sql`
        insert into organisation (code, name, type) values (${code}, ${name}, ${type})
        on conflict (code) do update set name = excluded.name, type = excluded.type`.execute(db);
    },

    async addAccount({ account, name, role, organisation, worker, team = null, service = null, leftOn = null, email = null }) {
      await sql`
        insert into account (id, organisation, name, role, worker, team, service, left_on, email)
        values (${account}, ${organisation}, ${name}, ${role}, ${worker}, ${team}, ${service}, ${leftOn}, ${email})
        on conflict (id) do update set organisation = excluded.organisation, name = excluded.name, role = excluded.role,
          worker = excluded.worker, team = excluded.team, service = excluded.service, left_on = excluded.left_on, email = excluded.email`.execute(db);
    },

    renameTeam: (organisation, was, now) => renameTeam(db, organisation, was, now),
    setIdentity: (identity) => writeIdentity(db, identity),
    endSessions: (account, at) => endSessions(db, account, at),

    async agree(agency, authority, fromStage, { fields, functions } = USUAL_TERMS) {
      await locked(authority);
      await sql`
        insert into agreement (authority, agency, from_stage, fields, functions, kinds)
        values (${authority}, ${agency}, ${fromStage}, ${fields}, ${functions}, ${kindsGiven(functions)})
        on conflict (authority) do update set (agency, from_stage, fields, functions, kinds)
          = (excluded.agency, excluded.from_stage, excluded.fields, excluded.functions, excluded.kinds)`.execute(db);
      const shown = sql`(select record_id, stage = any (${sharedFrom(fromStage)}::text[]) as shown from child_summary where authority = ${authority})`;
      for (const [table, id] of [...OF_A_CHILD, ["record_wall", "record_id"]] as const) {
        await sql`
          update ${sql.table(table)} as t set agency_visible = shown from ${shown} as s
          where t.authority = ${authority} and t.${sql.ref(id)} = s.record_id and t.agency_visible <> shown`.execute(db);
      }
    },

    async setRestrictionRule(authority, rule) {
      if (!pastWalls) throw new NotPermitted("When records are restricted is said for the purpose of the agreement, which sees them all");
      await locked(authority);
      await sql`
        insert into restriction_rule (authority, from_stage, roles) values (${authority}, ${rule.fromStage}, ${rule.roles})
        on conflict (authority) do update set from_stage = excluded.from_stage, roles = excluded.roles`.execute(db);
      const restricted = sql`(
        select record_id, case when stage = any (${restrictedStages(rule)}::text[]) then 1 else 0 end::smallint as wall, team, reviewing_officer as officer,
          array(select a.worker from allocation a where a.authority = ${authority} and a.record_id = c.record_id) as workers, agency_visible
        from child_summary c where authority = ${authority} and c.wall < 2)`;
      await sql`delete from record_wall w using ${restricted} as s where w.authority = ${authority} and w.record_id = s.record_id and s.wall = 0`.execute(db);
      await sql`
        insert into record_wall (authority, record_id, wall, team, officer, workers, agency_visible)
        select ${authority}, record_id, wall, team, officer, workers, agency_visible from ${restricted} as s where wall = 1
        on conflict (authority, record_id) do nothing`.execute(db);
      // child_summary last: the others go by what it says.
      for (const [table, id] of OF_A_CHILD) {
        await sql`
          update ${sql.table(table)} as t set wall = s.wall from ${restricted} as s
          where t.authority = ${authority} and t.${sql.ref(id)} = s.record_id and t.wall <> s.wall`.execute(db);
      }
    },
  };

  const finish = async (): Promise<void> => {
    for (const [authority, { workers }] of open) {
      if (workers.size === 0) continue;
      await endAllocations(db, authority, workers);
    }
  };
  return { writer, finish };
}

/** The audit outlives what it speaks of and is read by others: what was written of a child is in the entries, not here. */
function refuseNames(input: unknown): void {
  if (typeof input !== "object" || input === null) return;
  for (const [key, value] of Object.entries(input)) {
    if (/(name|note)$/i.test(key)) throw new RangeError(`The audit holds no names and no notes: leave out “${key}”`);
    refuseNames(value);
  }
}
