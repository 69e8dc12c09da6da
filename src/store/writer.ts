import type { RegionPackRow } from "./region-packs.ts";
import type { Terms } from "../domain/agency/agreement.ts";
import type { RestrictionRule } from "../domain/access/wall.ts";
import type { Organisation } from "../domain/access/viewer.ts";
import type { Draft, Entry } from "../domain/chronology/entry.ts";
import type { RecordType } from "../domain/commands/rules.ts";
import type { Stage } from "../domain/permanence/stage.ts";
import type { Choices } from "../domain/scorecard/choices.ts";
import type { DecidedChange } from "../domain/standards/change.ts";
import type { Account } from "./directory.ts";
import type { IdentityReads, IdentityWrites } from "./identities.ts";
import type { Erased, ToErase } from "./erase.ts";
import type { MeetingReads } from "./meetings/reads.ts";
import type { MessageDraft } from "./meetings/rows.ts";
import type { MeetingWrites } from "./meetings/writes.ts";
import type { NewPublication } from "./publications.ts";
import type { PublishedWrites } from "./published/rows.ts";
import type { PlanReads, PlanWrites } from "./action-plan.ts";
import type { Reader } from "./reader.ts";
import type { InquiryRow } from "./records-queries.ts";
import type { RecordRow, Summarise } from "./rows.ts";
import type { Identity } from "./sign-ins.ts";
import type { ChangeDraft } from "./standards-changes.ts";
import type { OfferAnswer, OfferDraft, TransferRow } from "./transfers.ts";

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** An accepted command, as the audit keeps it: no names, no words of a child's record. */
export interface AuditDraft {
  readonly command: string;
  /** The record it was about, where it was about one. */
  readonly recordId?: string;
  /** Ids, codes, counts and file hashes. A key that would hold a name is refused. */
  readonly input: { readonly [key: string]: JsonValue };
}

/** An entry that was written down before, with the rows of the same history that it stands in the place of and that its detail names by number. */
export interface HistoryRow {
  readonly recordId: string;
  readonly draft: Draft;
  readonly recordedAt: string;
  readonly supersedesRow?: number;
  readonly refers?: { readonly field: string; readonly row: number };
  /** Where it was not the one who wrote most of it down. */
  readonly recordedBy?: string;
}

/** What a record now holds, for its projections: all its entries, those just appended too. */
export interface ToProject {
  readonly recordId: string;
  readonly type: RecordType;
  readonly entries: readonly Entry[];
}

/**
 * Writing exists only inside `store.inTransaction`, and reads there see what was written.
 * Used after its transaction ended, every method throws TransactionEnded.
 *
 * The order of a command: `lock`, read, decide, `appendEntries`, `writeProjections`, `appendAudit`.
 */
export interface Writer extends Reader {
  readonly meetings: MeetingReads & MeetingWrites;

  readonly plan: PlanReads & PlanWrites;

  /**
   * Puts messages in people’s inboxes, and with them in the queue, when this transaction commits. What somebody was told already,
   * by its key, is not told again; those who have left, or whom the viewer does not see, get none. `at` is ISO 8601 in UTC.
   */
  addMessages(messages: readonly MessageDraft[], at: string): Promise<void>;

  /** Published figures, thresholds and groups, for those who bring in the authority’s returns. */
  readonly published: PublishedWrites;

  /** The adoptive side, read and written in this transaction. */
  readonly identities: IdentityReads & IdentityWrites;

  /**
   * Waits for whoever else is writing to the authority, and keeps others waiting until this transaction
   * ends. Read what you decide on after it: what is then read cannot change before the commit.
   * Throws NotPermitted where the viewer may write nothing there.
   */
  lock(authority: string): Promise<void>;

  /** Starts a record. Throws LocalIdTaken, or NotPermitted where the viewer may not start records there. */
  createRecord(authority: string, type: RecordType, localId: string): Promise<RecordRow>;

  /** As `createRecord` for many children at once, by local id. */
  createRecords(authority: string, type: RecordType, localIds: readonly string[]): Promise<Map<string, RecordRow>>;

  /**
   * Adds entries to the authority's chain, record by record in the map's order. Gives each record's new
   * entries with their numbers. `recordedAt` is ISO 8601 in UTC, to the millisecond. The author is the viewer.
   */
  appendEntries(authority: string, drafts: ReadonlyMap<string, readonly Draft[]>, recordedAt: string): Promise<Map<string, Entry[]>>;

  /** Operators, and into the record of a child taken over (`carryInto`): adds entries that were written down over time, by somebody else, in the order given: how a record is brought in with its history. */
  appendHistory(authority: string, rows: readonly HistoryRow[], recordedBy: string): Promise<Map<string, Entry[]>>;

  /**
   * Brings the projections of these records up to what their entries say. Periods of one track that
   * overlap are refused when the transaction commits (OverlappingPeriods).
   */
  writeProjections(authority: string, records: readonly ToProject[], summarise: Summarise): Promise<void>;

  /** Offers a child to another authority. The viewer sees the child, and no other offer of it stands. */
  offerChild(draft: OfferDraft): Promise<void>;

  /** Says the reference of the authority’s data protection impact assessment of forecasts: those who bring in its returns. */
  sayForecastAssessment(authority: string, reference: string, at: string): Promise<void>;

  /** Holds back whoever else publishes for the authority until this transaction ends: each publication is protected against all before it. */
  lockPublications(authority: string): Promise<void>;
  /** Puts a publication in the authority’s register, for good. Gives its id. */
  addPublication(authority: string, publication: NewPublication): Promise<string>;

  /** Keeps a governance pack of the viewer’s agency, for good. Gives its id. */
  addRegionPack(pack: Omit<RegionPackRow, "id" | "by">): Promise<string>;

  /** Chooses how the authority reads the definitions of its figures: those who bring in its returns. */
  chooseScorecardReadings(authority: string, choices: Choices, at: string): Promise<void>;
  /** Keeps what people wrote for a report in the place of revision `basedOn` (0: of none). Whether it did: not where somebody kept another meanwhile. */
  keepReportDraft(authority: string, report: "scrutiny", yearEnding: number, typed: Readonly<Record<string, unknown>>, basedOn: number, at: string): Promise<boolean>;

  /** Withdraws, refuses or accepts an offer that stands; false where it stands no longer. */
  answerOffer(id: string, answer: OfferAnswer): Promise<boolean>;

  /**
   * Opens the record of a child offered to the viewer’s authority, and its authority’s chain, until this transaction ends: to be
   * carried across and closed. Nothing where no such offer stands.
   */
  takeOffered(id: string): Promise<TransferRow | undefined>;

  /** From now on in this transaction the history of the child taken over is carried into this record, and `appendHistory` may do it. */
  carryInto(recordId: string): Promise<void>;

  /** Writes down an accepted command, with the numbers of the entries this transaction has appended. Gives its number in the audit. */
  appendAudit(authority: string, audit: AuditDraft, at: string): Promise<number>;

  /**
   * Erases what these entries of a record say, for good, with whatever else tells of them alone; their hashes stay. Under the
   * lock, with the purpose `records`; the projections are to be written after it. Irreversible once committed.
   */
  erase(authority: string, what: ToErase): Promise<Erased>;

  /** Writes down that the viewer asks what somebody opened. Gives its id. `askedAt` is ISO 8601 in UTC. */
  addInquiry(organisation: string, inquiry: Omit<InquiryRow, "id" | "askedBy">): Promise<string>;

  /** Adds to what an organisation has decided about standards, under its lock. Gives it with its number. */
  addStandardsChange(organisation: string, draft: ChangeDraft): Promise<DecidedChange>;

  /** Adds the organisation, or renames it: operators any, administrators their own. */
  addOrganisation(organisation: Organisation): Promise<void>;

  /** Adds the account, or changes it: operators any, administrators those of their own organisation. `worker` is the code by which children are allocated to them. */
  addAccount(account: Account): Promise<void>;

  /** Administrators, for the purpose `agreement`: what the people of a team, and the views they share, call it from now on. */
  renameTeam(organisation: string, was: string, now: string): Promise<void>;

  /** Registers an account under a sign-in name, or changes that, and whose it is: operators any, administrators those of their own organisation. */
  setIdentity(identity: Identity): Promise<void>;

  /** Ends every session of the account that began until then: one’s own, for operators anybody’s, for administrators those of their own organisation. `at` is ISO 8601 in UTC. */
  endSessions(account: string, at: string): Promise<void>;

  /**
   * Operators, and administrators for the purpose `agreement`: when the authority’s records are restricted of themselves,
   * and whom that admits. Children already here are walled or open at once. NotPermitted without the purpose.
   */
  setRestrictionRule(authority: string, rule: RestrictionRule): Promise<void>;

  /**
   * Operators, and administrators for the purpose of it: from which stage on the regional agency sees the authority's
   * children, which fields of theirs, and which functions it has been given (`USUAL_TERMS` unless told). An authority has at
   * most one agreement; a later call replaces it. Children already here are shown or hidden at once. Who owns which
   * standards follows from the change `give-functions`, which is added beside it.
   */
  agree(agency: string, authority: string, fromStage: Stage, terms?: Terms): Promise<void>;
}
