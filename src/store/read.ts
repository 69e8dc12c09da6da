import { type RawBuilder, sql } from "kysely";
import type { Journey } from "../domain/scorecard/journey.ts";
import { planReadsOver } from "./action-plan.ts";
import { accessOf } from "./access-queries.ts";
import { administrationOver } from "./administration-queries.ts";
import { agreementOf, agreementsWith, shareableChildren } from "./agreement-queries.ts";
import { awaitingManagers, changedSince } from "./awaiting-queries.ts";
import { changeNumbered } from "./changes.ts";
import { covered, covers } from "./cover-queries.ts";
import type { Run } from "./database.ts";
import { desk } from "./desk-queries.ts";
import { decisionsAhead, reviewsDue, toldOf } from "./decision-queries.ts";
import { differing } from "./differing.ts";
import { driftCandidates } from "./drift-candidates.ts";
import { findChildren } from "./find-children.ts";
import { listTracker } from "./list-tracker.ts";
import { showsNames } from "./preference-queries.ts";
import { milestonesForms } from "./milestones-forms.ts";
import { restrictionRule } from "./projected-of.ts";
import { followed } from "./meetings/actions.ts";
import { agendaChildren, agendaLines } from "./meetings/agenda-children.ts";
import { meetingReadsOver } from "./meetings/reads.ts";
import { comparatorGroups, keptThresholds, publishedFigures, publishedImport, publishedImports } from "./published/reads.ts";
import type { Reader } from "./reader.ts";
import { entriesOf, findRecord, getRecord, recordsById, siblingGroupsOf } from "./record-queries.ts";
import { childrenWith, recordsWithEntries } from "./record-entries.ts";
import { auditOfRecord, entriesOfKinds, erasedOf, inquiriesOf, inquiryOf, proofOf } from "./records-queries.ts";
import { reportDraft } from "./report-drafts.ts";
import { scorecardReadings } from "./scorecard-readings.ts";
import { publication, publicationDocument, publications } from "./publications.ts";
import { regionPacks } from "./region-packs.ts";
import { forecastAssessment } from "./forecast-assessment.ts";
import { siblingsOf } from "./sibling-homes.ts";
import { agencyOf, decidedBy, recomputeOf } from "./standards-changes.ts";
import { childrenWithRequests } from "./sign-off-queries.ts";
import { teamChildren, teamWork, wantingFinder } from "./team-queries.ts";
import { isUuid } from "./uuid.ts";
import { workCounts } from "./work-counts.ts";
import { agencyPeople, workers } from "./worker-queries.ts";

/** A reader whose every question is one piece of work for `run`, which knows the viewer. `only`: what stands before child_summary for them. */
export function readerOver(run: Run, only?: RawBuilder<unknown>): Reader {
  return {
    meetings: meetingReadsOver(run),
    plan: planReadsOver(run),
    agendaChildren: (question) => run((db) => agendaChildren(db, question, only)),
    agendaLines: (ids) => run((db) => agendaLines(db, ids, only)),
    followed: (question) => run((db) => followed(db, question)),
    listTracker: (query, then) => run((db) => listTracker(db, query, then, only)),
    scorecardReadings: (authority) => run((db) => scorecardReadings(db, authority)),
    reportDraft: (authority, report, yearEnding) => run((db) => reportDraft(db, authority, report, yearEnding)),
    publications: (authority) => run((db) => publications(db, authority)),
    publication: (authority, id) => run((db) => publication(db, authority, id)),
    publicationDocument: (authority, id) => run((db) => publicationDocument(db, authority, id)),
    publishedFigures: (authority) => run((db) => publishedFigures(db, authority)),
    comparatorGroups: (authority) => run((db) => comparatorGroups(db, authority)),
    keptThresholds: (authority) => run((db) => keptThresholds(db, authority)),
    publishedImports: (authority) => run((db) => publishedImports(db, authority)),
    publishedImport: (authority, id) => run((db) => publishedImport(db, authority, id)),
    regionPacks: (agency) => run((db) => regionPacks(db, agency)),
    forecastAssessment: (authority) => run((db) => forecastAssessment(db, authority)),
    siblings: (authority) => run((db) => siblingsOf(db, authority)),
    findChildren: (text, limit) => run((db) => findChildren(db, text, limit, only)),
    workers: () => run(workers),
    agencyPeople: () => run(agencyPeople),
    covered: (today) => run((db) => covered(db, today)),
    covers: (today) => run((db) => covers(db, today)),
    desk: (query) => run((db) => desk(db, query, only)),
    workCounts: (query) => run((db) => workCounts(db, query)),
    teamWork: (question) => run((db) => teamWork(db, question)),
    teamChildren: (query) => run((db) => teamChildren(db, query)),
    wantingFinder: (question) => run((db) => wantingFinder(db, question)),
    awaitingManagers: (scope) => run((db) => awaitingManagers(db, scope)),
    changedSince: (question) => run((db) => changedSince(db, question)),
    accessOf: (query) => run((db) => accessOf(db, query)),
    entriesOfKinds: (authority, kinds) => run((db) => entriesOfKinds(db, authority, kinds)),
    erasedOf: (recordId) => (isUuid(recordId) ? run((db) => erasedOf(db, recordId)) : Promise.resolve([])),
    auditOfRecord: (authority, recordId) => run((db) => auditOfRecord(db, authority, recordId)),
    proofOf: (authority, recordId) => run((db) => proofOf(db, authority, recordId)),
    inquiries: () => run(inquiriesOf),
    inquiry: (id) => (isUuid(id) ? run((db) => inquiryOf(db, id)) : Promise.resolve(undefined)),
    showsNames: () => run(showsNames),
    findRecord: (authority, localId, type = "child") => run((db) => findRecord(db, authority, localId, type)),
    getRecord: (id) => run((db) => getRecord(db, id)),
    entriesOf: (recordId) => run((db) => entriesOf(db, recordId)),
    journeys: (authority) =>
      run(async (db) => {
        const rows = await db.selectFrom("child_summary").select(["record_id", "local_id", "journey"])
          .where("authority", "=", authority).orderBy("local_id").execute();
        return rows.map((row) => ({ recordId: row.record_id, localId: row.local_id, journey: row.journey as Journey }));
      }),
    walledChildren: (authority) =>
      run(async (db) => (await sql<{ recordId: string; localId: string }>`
        select id as "recordId", local_id as "localId" from record where authority = ${authority} and wall > 0 order by local_id`.execute(db)).rows),
    driftCandidates: (question) => run((db) => driftCandidates(db, question)),
    siblingGroupsOf: (childId) => run((db) => siblingGroupsOf(db, childId)),
    recordsById: (ids) => run((db) => recordsById(db, ids)),
    recordsWithEntries: (authority, localIds) => recordsWithEntries(run, authority, localIds),
    childrenWith: (authority, kinds) => childrenWith(run, authority, kinds),
    childIds: (authority) =>
      run(async (db) => new Set((await sql<{ id: string }>`select record_id as id from child_summary where authority = ${authority}`.execute(db)).rows.map(({ id }) => id))),
    countChildren: (authority) =>
      run(async (db) => (await sql<{ n: number }>`select count(*)::int as n from child_summary where authority = ${authority}`.execute(db)).rows[0]?.n ?? 0),
    countShownTooFar: () =>
      run(async (db) => (await sql<{ n: number }>`select count(*)::int as n from child_summary where profile ->> 'breach' is not null`.execute(db)).rows[0]?.n ?? 0),
    childrenWithRequests: () => run(childrenWithRequests),
    decisionsAhead: (authority) => run((db) => decisionsAhead(db, authority)),
    toldOf: (question) => run((db) => toldOf(db, question)),
    reviewsDue: (query) => run((db) => reviewsDue(db, query)),
    milestonesForms: (packClocks) => run((db) => milestonesForms(db, packClocks)),
    changeNumbered: (authority, number) => run((db) => changeNumbered(db, authority, number)),
    decided: (organisation) => run((db) => decidedBy(db, organisation)),
    agreementOf: (authority) => run((db) => agreementOf(db, authority)),
    agreementsWith: (agency) => run((db) => agreementsWith(db, agency)),
    differing: (side, limit) => run((db) => differing(db, side, limit)),
    shareableChildren: (authority) => run((db) => shareableChildren(db, authority)),
    agencyOf: (authority) => run((db) => agencyOf(db, authority)),
    recomputeOf: (authority) => run((db) => recomputeOf(db, authority)),
    administration: administrationOver(run),
    restrictionRule: (authority) => run((db) => restrictionRule(db, authority)),
    authorities: () =>
      run((db) => db.selectFrom("organisation").selectAll().where(sql<boolean>`code = any (array(select viewer_reach()))`).orderBy("name").execute()),
  };
}
