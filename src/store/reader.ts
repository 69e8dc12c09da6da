import type { RegionPackRow } from "./region-packs.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import type { Kind } from "../domain/chronology/kinds.ts";
import type { RecordType } from "../domain/commands/rules.ts";
import type { RestrictionRule } from "../domain/access/wall.ts";
import type { Organisation } from "../domain/access/viewer.ts";
import type { DifferenceSide } from "../domain/agency/differences.ts";
import type { Agreement } from "../domain/agency/agreement.ts";
import type { Day } from "../domain/dates/day.ts";
import type { KeptThreshold } from "../domain/scorecard/published/kept-threshold.ts";
import type { ComparatorGroup, PublishedFigure } from "../domain/scorecard/published/published.ts";
import type { Decided } from "../domain/standards/change.ts";
import type { AccessPage, AccessQuery } from "./access-queries.ts";
import type { ShareableChild } from "./agreement-queries.ts";
import type { Administration } from "./administration.ts";
import type { ChangeRow } from "./changes.ts";
import type { CoveredRow, CoverRow } from "./cover.ts";
import type { DeskList, DeskQuery, WorkCountRow, WorkCountsQuery } from "./desk.ts";
import type { ReviewsDue, ReviewsQuery, ToldOf, ToldQuestion } from "./decisions.ts";
import type { DifferingChild } from "./differing.ts";
import type { DriftCandidates, DriftQuestion } from "./drift-candidates.ts";
import type { FormRow } from "./milestones-forms.ts";
import type { AuditOfRecord, EntriesOfKinds, ErasedEntry, InquiryRow, ProofRow } from "./records-queries.ts";
import type { FollowedChild, FollowQuestion } from "./meetings/actions.ts";
import type { AgendaChildRow, AgendaLineRow, AgendaQuestion } from "./meetings/agenda-children.ts";
import type { MeetingReads } from "./meetings/reads.ts";
import type { PublicationRow } from "./publications.ts";
import type { PublishedImportRow } from "./published/rows.ts";
import type { JourneyRow, RecordRow, RecordWithEntries, WorkerRow } from "./rows.ts";
import type { PlanReads } from "./action-plan.ts";
import type { ReportDraft } from "./report-drafts.ts";
import type { ChosenReadings } from "./scorecard-readings.ts";
import type { SiblingsRow } from "./sibling-homes.ts";
import type { RecomputeRow } from "./standards-changes.ts";
import type { AwaitingRow, Changed, ChangedQuestion, TeamChildRow, TeamChildrenQuery, TeamQuestion, TeamScope, TeamWork, WantingFinderRow } from "./team.ts";
import type { FoldedLines, FoundRow, TrackerList, TrackerQuery } from "./tracker.ts";

/**
 * Every read is for somebody. A reader answers for its viewer only: what they may not see
 * is not found and not counted. It takes no part in deciding whether they may ask.
 */
export interface Reader {
  /** The tracking meetings that the viewer may follow. */
  readonly meetings: MeetingReads;

  /** The action plan of the viewer’s own authority, and the register of its regular reports. */
  readonly plan: PlanReads;

  /** The children of an authority with what an agenda is built from: a few kinds of entry and the clocks that matter; by local id. */
  agendaChildren(question: AgendaQuestion): Promise<AgendaChildRow[]>;

  /** What an agenda says of these children beside why they are on it: those of them whom the viewer sees. */
  agendaLines(ids: readonly string[]): Promise<AgendaLineRow[]>;

  /** What meetings agreed and decided of children, and what became of it; by local id. */
  followed(question: FollowQuestion): Promise<FollowedChild[]>;

  /** The tracker's lines, total, river and choices for one page: of the lines as stored, or of those given. */
  listTracker(query: TrackerQuery, then?: FoldedLines): Promise<TrackerList>;

  /**
   * Children by part of a local id, a name, a carer's reference, a worker or a sibling; near spellings
   * too, the best first. Only among those whom the viewer may see, siblings and workers as well.
   */
  findChildren(text: string, limit: number): Promise<FoundRow[]>;

  /** Everybody who may have children allocated, in the organisations the viewer sees: account, worker code, name, team. */
  workers(): Promise<WorkerRow[]>;

  /** The people of the regional agencies of the authorities that the viewer sees in full. */
  agencyPeople(): Promise<WorkerRow[]>;

  /** Whose work the viewer does on a day, while they are away, by name. */
  covered(today: Day): Promise<CoveredRow[]>;

  /** Who covers for whom in the viewer’s organisation: all that is arranged and not over by the day, by first day. */
  covers(today: Day): Promise<CoverRow[]>;

  /** What is due from somebody: the running clocks that land on their seats, a page of them, what all come to and, where asked for, what is new. */
  desk(query: DeskQuery): Promise<DeskList>;

  /** What the open work of an authority comes to, late first, by team, by worker, by standard or by owner. */
  workCounts(query: WorkCountsQuery): Promise<WorkCountRow[]>;

  /** What is due of a team’s children, by whoever has it and by standard; how many children each has; and which teams there are. */
  teamWork(question: TeamQuestion): Promise<TeamWork>;

  /** The children whom somebody has, or nobody who is here, those with most late first; and how many there are. */
  teamChildren(query: TeamChildrenQuery): Promise<{ readonly rows: readonly TeamChildRow[]; readonly total: number }>;

  /** Children decided to be placed for adoption whom no family finder has, with the clock of one of these standards that asks for one. */
  wantingFinder(question: TeamQuestion & { readonly standards: readonly string[] }): Promise<WantingFinderRow[]>;

  /** What waits for managers: summaries to sign off, papers to check, searches to decide on, extensions asked for. */
  awaitingManagers(scope: TeamScope): Promise<AwaitingRow[]>;

  /** What came about in an authority since a day, and how many children each drift rule lists. */
  changedSince(question: ChangedQuestion): Promise<Changed>;

  /** Who opened which record, and who was refused, newest first: of the viewer’s own organisation’s people and of its records, where they may read the log. */
  accessOf(query: AccessQuery): Promise<AccessPage>;

  /** Every child of the authority with their entries of these kinds alone, by local id. */
  entriesOfKinds(authority: string, kinds: readonly Kind[]): Promise<EntriesOfKinds[]>;

  /** The entries of a record whose words were erased by law, by number. */
  erasedOf(recordId: string): Promise<ErasedEntry[]>;

  /** The accepted commands that wrote to a record, alone or with others, by number; where the viewer may read the audit. */
  auditOfRecord(authority: string, recordId: string): Promise<AuditOfRecord[]>;

  /** A record’s entries as their chain holds them, by number. */
  proofOf(authority: string, recordId: string): Promise<ProofRow[]>;

  /** Who asked what one person opened, the latest fifty; and one of them. Where the viewer may read the log. */
  inquiries(): Promise<InquiryRow[]>;
  inquiry(id: string): Promise<InquiryRow | undefined>;

  /** Whether the viewer has chosen to see children’s names in lists. */
  showsNames(): Promise<boolean>;

  /** By the authority's own id, compared exactly; a child unless told otherwise. */
  findRecord(authority: string, localId: string, type?: RecordType): Promise<RecordRow | undefined>;

  /** By id; nothing for what is no UUID, no record, or not this viewer's to see: the three are one answer. */
  getRecord(id: string): Promise<RecordRow | undefined>;

  /** Everything written in a record, superseded and withdrawn entries too, by number. A sibling group's names all its members. */
  entriesOf(recordId: string): Promise<Entry[]>;

  /** What the scorecard needs of every child of the authority whom the viewer may see, by local id. */
  journeys(authority: string): Promise<JourneyRow[]>;

  /** The children of an authority who may be adrift, by what their running clocks and moved dates say: whose records to read. */
  driftCandidates(question: DriftQuestion): Promise<DriftCandidates>;

  /** The children of an authority whose records are behind a wall, by local id: those of them that the viewer sees. */
  walledChildren(authority: string): Promise<{ readonly recordId: string; readonly localId: string }[]>;

  /** The sibling groups whose current members include the child, each with its entries but for those about children not shown to the viewer. */
  siblingGroupsOf(childId: string): Promise<RecordWithEntries[]>;

  /** The governance packs of the viewer’s agency, the newest first. */
  regionPacks(agency: string): Promise<readonly RegionPackRow[]>;

  /** The reference of the authority’s data protection impact assessment of forecasts, where somebody has given it. */
  forecastAssessment(authority: string): Promise<string | null>;

  /** How the authority reads the definitions of its figures, where it has chosen. */
  scorecardReadings(authority: string): Promise<ChosenReadings | null>;
  /** What people wrote for a report whose window ends in March of a year; null where nobody has kept anything, or it is not the viewer’s to publish. */
  reportDraft(authority: string, report: "scrutiny", yearEnding: number): Promise<ReportDraft | null>;

  /** All that the authority published of its own figures, the newest first; and one of them. For those who may publish. */
  publications(authority: string): Promise<PublicationRow[]>;
  publication(authority: string, id: string): Promise<PublicationRow | undefined>;
  /** The Word document of one of them, as it was published; nothing where none is kept with it. */
  publicationDocument(authority: string, id: string): Promise<Uint8Array | undefined>;

  /** Every published figure that the authority has brought in, by source, indicator and window. */
  publishedFigures(authority: string): Promise<PublishedFigure[]>;

  /** The groups that the authority is compared with: the published ones first. */
  comparatorGroups(authority: string): Promise<ComparatorGroup[]>;

  /** The thresholds that the authority keeps beside those that come with the product, by source. */
  keptThresholds(authority: string): Promise<KeptThreshold[]>;

  /** The files of published figures that were given, the latest fifty; and one of them, with its bytes while it waits. */
  publishedImports(authority: string): Promise<PublishedImportRow[]>;
  publishedImport(authority: string, id: string): Promise<(PublishedImportRow & { readonly bytes: Buffer | null }) | undefined>;

  /** The sibling groups of an authority with their children now, and whether they are to be placed together. */
  siblings(authority: string): Promise<SiblingsRow[]>;

  /** The records with these ids, those of them that the viewer may see; for naming a group's members. */
  recordsById(ids: readonly string[]): Promise<RecordRow[]>;

  /**
   * Every record of the authority with its entries, a few hundred records to a batch, in the order of
   * record id; or only the children with these local ids. Inside one transaction the batches agree.
   */
  recordsWithEntries(authority: string, localIds?: readonly string[]): AsyncIterable<readonly RecordWithEntries[]>;

  /**
   * As `recordsWithEntries`, of the children who have an entry of any of these kinds, in force or not. A
   * batch is read while the one before is worked on: ask this reader nothing meanwhile.
   */
  childrenWith(authority: string, kinds: readonly Kind[]): AsyncIterable<readonly RecordWithEntries[]>;

  /** The record ids of the authority’s children whom the viewer sees. */
  childIds(authority: string): Promise<ReadonlySet<string>>;

  /** How many children the viewer sees whose profile is shown further than it may be. */
  countShownTooFar(): Promise<number>;

  /** How many children the authority has whom the viewer sees. */
  countChildren(authority: string): Promise<number>;

  /** The ids of the children on whose records somebody ever asked for an extension. */
  childrenWithRequests(): Promise<string[]>;

  /**
   * The children for whom a milestones form is open, or an adoption pack went out while adoption is on its way. `packClocks`:
   * the standards that say when a pack is due back.
   */
  milestonesForms(packClocks: readonly string[]): Promise<FormRow[]>;

  /** The ids of an authority’s children on whose records a decision of the decision-maker’s waits to be confirmed; perhaps of others too. */
  decisionsAhead(authority: string): Promise<string[]>;

  /** What was told of an authority’s children, by child: challenges, feedback and the like; those told of last first. */
  toldOf(question: ToldQuestion): Promise<ToldOf[]>;

  /** When the next review of each child is due, a page of them. */
  reviewsDue(query: ReviewsQuery): Promise<ReviewsDue>;

  /** A change that somebody made to several records at once, by its number in the audit. Those who see only their own children see only their own changes. */
  changeNumbered(authority: string, number: number): Promise<ChangeRow | undefined>;

  /** All that an organisation has decided about standards; the same object for as long as nothing is added. */
  decided(organisation: string): Promise<Decided>;

  /** The regional agency that acts for the authority. */
  agencyOf(authority: string): Promise<string | undefined>;

  /** What the authority has agreed with its regional agency, where it has agreed anything. */
  agreementOf(authority: string): Promise<Agreement | undefined>;

  /** What each authority has agreed with an agency. */
  agreementsWith(agency: string): Promise<readonly Agreement[]>;

  /** What an agreement goes by, of each child of the authority whom the viewer reaches; by local id. */
  shareableChildren(authority: string): Promise<readonly ShareableChild[]>;

  /** The children of whom a date differs between agency and authority and waits for one side: the first few, and how many. */
  differing(side: DifferenceSide, limit: number): Promise<{ readonly rows: readonly DifferingChild[]; readonly total: number }>;

  /** How an authority's lists are getting on in being made anew after a change of standards; nothing where there was none. */
  recomputeOf(authority: string): Promise<RecomputeRow | undefined>;

  /** What administrators ask, and nobody else is answered. */
  readonly administration: Administration;

  /** When the authority’s records are restricted of themselves, as it has said or as it is where nothing was said. */
  restrictionRule(authority: string): Promise<RestrictionRule>;

  /** The authorities of whose children the viewer may see at least some kinds, by name. */
  authorities(): Promise<Organisation[]>;
}
