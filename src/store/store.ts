import type { Viewer } from "../domain/access/viewer.ts";
import type { AccessLog } from "./access-log.ts";
import type { Directory } from "./directory.ts";
import type { ImportRuns } from "./import-runs.ts";
import type { Maintenance } from "./maintenance.ts";
import type { Reader } from "./reader.ts";
import type { Writer } from "./writer.ts";

/** All there is of the database for the rest of the program. Make one with `openStore`, and close it. */
export interface Store {
  /** Reads for a viewer, each in a short transaction of its own. */
  reader(viewer: Viewer): Reader;

  /** Several reads that must agree: one read-only transaction, one moment. */
  reading<T>(viewer: Viewer, work: (reader: Reader) => Promise<T>): Promise<T>;

  /**
   * Everything written inside is committed together when `work` is done, and nothing is kept where it
   * throws. Throws NotPermitted, LocalIdTaken or OverlappingPeriods where the database refused.
   */
  inTransaction<T>(viewer: Viewer, work: (writer: Writer) => Promise<T>): Promise<T>;

  accessLog(viewer: Viewer): AccessLog;
  importRuns(viewer: Viewer): ImportRuns;
  readonly directory: Directory;
  readonly maintenance: Maintenance;

  /** Lets every connection go. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Most connections for reading and writing; maintenance has two of its own. 10 unless told. */
  readonly connections?: number;
}

/**
 * Opens the store on a database that is up to date (`migrate`). One address serves: each connection takes
 * its role, `permanence_app` or `permanence_maintenance`, as it starts. Connects only when first used.
 */
export function openStore(url: string, options: StoreOptions = {}): Store {
  void options;
  throw new Error(`The store cannot yet be opened: ${url.length}`);
}
