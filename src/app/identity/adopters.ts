import type { Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { COMMANDS, type Refusal } from "../../domain/commands/command.ts";
import { type AdoptiveSide, type AdoptiveSideInput, readAdoptiveSide } from "../../domain/identity/household.ts";
import { sealInForce } from "../../domain/identity/sealing.ts";
import { lastOf } from "../../domain/permanence/moments.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { FamilyIdentityRow } from "../../store/identities.ts";
import type { RecordRow } from "../../store/rows.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { markOf } from "./key.ts";
import { changedTo, closeFamily, givenNameOf, keepMarks, keyOf, openFamily } from "./kept.ts";

/** Who the adopters of a child are, to somebody who may know it. */
export interface AdoptersPage {
  readonly recordId: string;
  readonly localId: string;
  /** Null while nobody has put them down. */
  readonly side: AdoptiveSide | null;
  /** 0 while there is nothing. */
  readonly revision: number;
  /** There is an adoption order: the child’s new name may be put down. */
  readonly ordered: boolean;
  /** The viewer may put them down, and does not only read. */
  readonly mayWrite: boolean;
}

/** How reading and writing are called in the log of access. */
const HOW = "adopters";

/** Those who record on the child, and those who keep the adoption records, put down what others only read. */
const mayWrite = (viewer: Viewer): boolean => viewer.type !== "operator" && (forbids(viewer, "record") === undefined || forbids(viewer, "see-adoptive-identity") === undefined);

/** Who the adopters are; nothing where the viewer may not know them, or the record is sealed. Written down either way. */
export async function openAdopters(app: App, viewer: Viewer, recordId: string): Promise<AdoptersPage | undefined> {
  const log = app.store.accessLog(viewer);
  const page = await read(app, viewer, recordId);
  await (page === undefined ? log.refused(recordId, HOW) : log.opened(recordId, HOW));
  return page;
}

async function read(app: App, viewer: Viewer, recordId: string): Promise<AdoptersPage | undefined> {
  if (forbids(viewer, "know-adopters") !== undefined) return undefined;
  const reader = app.store.reader(viewer);
  const record = await reader.getRecord(recordId);
  if (record?.type !== "child") return undefined;
  const c = fold(await reader.entriesOf(recordId));
  if (sealInForce(c) !== undefined) return undefined;
  const family = await app.store.identities(viewer).family(recordId);
  if (!family.knows) return undefined;
  return {
    recordId, localId: record.localId, ordered: lastOf(c, "adoption-order") !== undefined, mayWrite: mayWrite(viewer),
    side: family.row === undefined ? null : openFamily(keyOf(app), recordId, family.row.envelope).side, revision: family.row?.revision ?? 0,
  };
}

/** Whether the viewer may know who this child’s adopters are, without telling it: for a link to the page. */
export async function mayKnowAdopters(app: App, viewer: Viewer, recordId: string): Promise<boolean> {
  return forbids(viewer, "know-adopters") === undefined && (await app.store.identities(viewer).family(recordId)).knows;
}

export type AdoptersOutcome =
  | { readonly outcome: "done" }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  /** Somebody else saved first. */
  | { readonly outcome: "overtaken" }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

/** What becomes of what is kept: put down anew, or taken away because it never belonged there. */
export type AdoptersChange = AdoptiveSideInput | "wrong-child";

/**
 * Puts down who the adopters are, and from the order on the child’s new name, closed; and the marks by which their words
 * are known again. What was put on the wrong child is taken away, marks and all.
 */
export async function recordAdopters(app: App, viewer: Viewer, recordId: string, basedOn: number, change: AdoptersChange): Promise<AdoptersOutcome> {
  const reason = forbids(viewer, COMMANDS["record-adopters"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  if (!mayWrite(viewer)) return { outcome: "forbidden", reason: "You may read who the adopters are. Ask the child’s worker to put them down" };
  try {
    return await app.store.inTransaction(viewer, async (writer): Promise<AdoptersOutcome> => {
      const record = await writer.getRecord(recordId);
      if (record?.type !== "child") return { outcome: "not-found" };
      await writer.lock(record.authority);
      const c = fold(await writer.entriesOf(recordId));
      const family = await writer.identities.family(recordId);
      if (!family.knows || sealInForce(c) !== undefined) return { outcome: "not-found" };
      const read = change === "wrong-child" ? undefined : readAdoptiveSide(change, lastOf(c, "adoption-order") !== undefined);
      if (read !== undefined && "refusals" in read) return { outcome: "refused", refusals: read.refusals };
      if ((family.row?.revision ?? 0) !== basedOn) return { outcome: "overtaken" };
      await (read === undefined ? takeAway(app, writer, record) : putDown(app, writer, record, family.row, read.side, givenNameOf(c)));
      await writer.appendAudit(record.authority, { command: "record-adopters", recordId, input: read === undefined ? { takenAway: "wrong-child" } : {} }, app.clock.now());
      return { outcome: "done" };
    });
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    throw error;
  }
}

async function putDown(app: App, writer: Writer, record: RecordRow, before: FamilyIdentityRow | undefined, side: AdoptiveSide, birthGiven: string): Promise<void> {
  const key = keyOf(app);
  const { id: recordId, authority } = record;
  const kept = changedTo(before === undefined ? undefined : openFamily(key, recordId, before.envelope), side, birthGiven);
  await writer.identities.keepFamily({ authority, recordId, basedOn: before?.revision ?? 0, envelope: closeFamily(key, recordId, kept) });
  await keepMarks(key, writer, record, kept);
}

async function takeAway(app: App, writer: Writer, { id, authority }: RecordRow): Promise<void> {
  await writer.identities.dropFamily(id);
  await writer.identities.keepMarks(authority, markOf(keyOf(app), "owner", id), []);
}
