import type { Purpose } from "../domain/access/purpose.ts";
import type { Person, Viewer } from "../domain/access/viewer.ts";
import type { Day } from "../domain/dates/day.ts";
import { accessLogOver } from "./access-log-writes.ts";
import type { AccessLog } from "./access-log.ts";
import type { Covers } from "./cover.ts";
import { coversOver } from "./cover-queries.ts";
import { connect, type Run, transact } from "./database.ts";
import { directoryOf } from "./directory-queries.ts";
import type { Directory } from "./directory.ts";
import { formDraftsOver } from "./form-draft-queries.ts";
import type { FormDrafts } from "./form-drafts.ts";
import type { IdentityReads } from "./identities.ts";
import { identityReadsOver } from "./identity-queries.ts";
import { type Inbox, inboxOver } from "./inbox.ts";
import { importRunsOver } from "./import-run-queries.ts";
import type { ImportRuns } from "./import-runs.ts";
import { keptFormsOver } from "./kept-form-queries.ts";
import type { KeptForms } from "./kept-forms.ts";
import { listenOn, type Told } from "./listen.ts";
import { maintenanceOver } from "./maintain.ts";
import { type CalendarFeeds, calendarFeedsOf } from "./meetings/feeds.ts";
import { masked } from "./masked.ts";
import { isOfAgency } from "./masked-by-agreement.ts";
import type { Maintenance } from "./maintenance.ts";
import { type Post, postOver } from "./post.ts";
import { proofRunsOver } from "./proof-run-queries.ts";
import type { ProofRuns } from "./proof-runs.ts";
import { readerOver } from "./read.ts";
import type { Reader } from "./reader.ts";
import type { Reporting } from "./reporting.ts";
import { reportingOver } from "./reporting-copies.ts";
import { savedViewsOver } from "./saved-view-queries.ts";
import type { SavedViews } from "./saved-views.ts";
import { setViewer } from "./scope.ts";
import { withRole } from "./server/address.ts";
import { SHARED_SUMMARY } from "./shared-summary.ts";
import { signInsOf } from "./sign-in-queries.ts";
import type { SignIns } from "./sign-ins.ts";
import { transfersOver } from "./transfer-queries.ts";
import type { Transfers } from "./transfers.ts";
import { writerOver } from "./write.ts";
import type { Writer } from "./writer.ts";

/** All there is of the database for the rest of the program. Make one with `openStore`, and close it. */
export interface Store {
  /** Reads for a viewer, each in a short transaction of its own. */
  reader(viewer: Viewer): Reader;

  /**
   * Several reads that must agree: one read-only transaction, one moment. For a purpose they pass the walls of the viewer’s
   * own authority, and whoever asks shows nothing of a child whom the viewer may not open. Throws NotPermitted where the
   * purpose is not the viewer’s.
   */
  reading<T>(viewer: Viewer, work: (reader: Reader) => Promise<T>, purpose?: Purpose): Promise<T>;

  /**
   * Everything written inside is committed together when `work` is done, and nothing is kept where it
   * throws. Throws NotPermitted, LocalIdTaken or OverlappingPeriods where the database refused. For a
   * purpose it passes the walls as `reading` does.
   */
  inTransaction<T>(viewer: Viewer, work: (writer: Writer) => Promise<T>, purpose?: Purpose): Promise<T>;

  /** The adoptive side of the wall, each question in a short transaction of its own. */
  identities(viewer: Viewer): IdentityReads;

  accessLog(viewer: Viewer): AccessLog;
  importRuns(viewer: Viewer): ImportRuns;
  proofRuns(viewer: Viewer): ProofRuns;
  savedViews(person: Person): SavedViews;
  covers(person: Person): Covers;
  formDrafts(person: Person): FormDrafts;
  inbox(person: Person): Inbox;
  keptForms(person: Person): KeptForms;
  transfers(person: Person): Transfers;
  readonly directory: Directory;
  readonly signIns: SignIns;
  readonly calendarFeeds: CalendarFeeds;
  readonly maintenance: Maintenance;
  /** The queue of mail. */
  readonly post: Post;
  /** The copy that reports are made of. */
  readonly reporting: Reporting;

  /**
   * What the database tells of a channel from when this settles: what was told where a transaction committed, and nothing where the
   * connection was lost meanwhile. One connection for all that the process listens to. Gives what ends it.
   */
  listen(channel: string, told: Told): Promise<() => void>;

  /** Lets every connection go. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Most connections for reading and writing; maintenance has three of its own. 10 unless told. */
  readonly connections?: number;
  /** The day that decides who is here and who covers for whom; the day in England unless told. */
  readonly today?: () => Day;
}

/**
 * Opens the store on a database that is up to date (`migrate`). One address serves: each connection
 * takes on its role, `permanence_app` or `permanence_maintenance`, as it starts. Connects when first used.
 */
export function openStore(url: string, options: StoreOptions = {}): Store {
  const app = connect(withRole(url, "permanence_app"), options.connections ?? 10);
  const upkeep = connect(withRole(url, "permanence_maintenance"), 3);

  // Connections of its own: who somebody is may be asked in the middle of a transaction, which must not wait for another to end.
  const people = connect(withRole(url, "permanence_app"), 2);
  const listening = listenOn(url);

  const transaction = (viewer: Viewer, how: "read" | "write", purpose?: Purpose): Run => (work) =>
    transact(app, how, async (trx) => {
      await setViewer(trx, viewer, options.today?.(), { how, purpose });
      return work(trx);
    });

  const shownTo = (viewer: Viewer, run: Run): Reader => masked(readerOver(run, isOfAgency(viewer) ? SHARED_SUMMARY : undefined), viewer, run, options.today?.());

  return {
    reader: (viewer) => shownTo(viewer, transaction(viewer, "read")),
    reading: (viewer, work, purpose) => transaction(viewer, "read", purpose)((db) => {
      const run: Run = (query) => query(db);
      // A record is kept, erased from and archived as it is, the adopters’ side too.
      return work(purpose === "records" || purpose === "return" ? readerOver(run) : shownTo(viewer, run));
    }),
    inTransaction: (viewer, work, purpose) =>
      transaction(viewer, "write", purpose)(async (db) => {
        const { writer, finish } = writerOver(db, viewer, purpose);
        const result = await work(writer);
        await finish();
        return result;
      }),
    identities: (viewer) => identityReadsOver(transaction(viewer, "read"), viewer, readerOver(transaction(viewer, "read")).entriesOf),
    accessLog: (viewer) => accessLogOver(transaction(viewer, "write"), viewer),
    importRuns: (viewer) => importRunsOver(transaction(viewer, "write"), viewer),
    proofRuns: (viewer) => proofRunsOver(transaction(viewer, "write"), viewer),
    inbox: (person) => inboxOver(transaction(person, "write"), person.account),
    formDrafts: (person) => formDraftsOver(transaction(person, "write"), person),
    keptForms: (person) => keptFormsOver(transaction(person, "write"), person),
    transfers: (person) => transfersOver(transaction(person, "read"), person, (db) => shownTo(person, (query) => query(db))),
    covers: (person) => coversOver(transaction(person, "write"), person),
    savedViews: (person) => savedViewsOver(transaction(person, "write"), person),
    directory: directoryOf(people, options.today),
    signIns: signInsOf(app),
    calendarFeeds: calendarFeedsOf(app),
    maintenance: maintenanceOver(upkeep),
    post: postOver(upkeep),
    reporting: reportingOver(upkeep),
    listen: listening.listen,
    close: async () => {
      await Promise.all([app.destroy(), people.destroy(), upkeep.destroy(), listening.close()]);
    },
  };
}
