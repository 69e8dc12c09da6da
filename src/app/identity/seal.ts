import { randomUUID } from "node:crypto";
import { actorOf, type Viewer } from "../../domain/access/viewer.ts";
import { type SealInput, sealRecord, undoSeal } from "../../domain/commands/seal-record.ts";
import { refuse } from "../../domain/commands/command.ts";
import type { Case } from "../../domain/chronology/fold.ts";
import { whyNotUse } from "../../domain/identity/disclosure.ts";
import type { AdoptiveSide } from "../../domain/identity/household.ts";
import type { RecordRow } from "../../store/rows.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { changeChild } from "../change-child.ts";
import type { Outcome } from "../views.ts";
import { adoptiveMark } from "./key.ts";
import { closeAdoptive, closeFamily, givenNameOf, keepMarks, keyOf, openAdoptive, openFamily } from "./kept.ts";

const NOTHING: AdoptiveSide = { household: null, child: null };

/** Seals a record: what is known of the adoptive side goes behind its own wall in the same moment. */
export const sealChild = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: SealInput): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, "seal-record", async (writer, c, record) => {
    const decision = sealRecord(c, input, app.clock.today());
    if (decision.accepted && (await writer.identities.releases({ recordId })).some(({ agreed }) => agreed === null)) {
      return refuse({ field: "seal", message: "Something waits to be released to the birth family, or not. Let it be decided first" });
    }
    if (decision.accepted) await putBehindWall(app, writer, c, record);
    return decision;
  }, "seal");

/** As a seal does it; also for what is brought in with its history. */
export async function putBehindWall(app: App, writer: Writer, c: Case, { id: recordId, authority, localId }: RecordRow): Promise<void> {
  const key = keyOf(app);
  const family = await writer.identities.family(recordId);
  if (!family.knows) throw new Error("Whoever seals a record may know its adopters");
  const kept = family.row === undefined ? { side: NOTHING, birthGiven: givenNameOf(c), former: [] } : openFamily(key, recordId, family.row.envelope);
  const id = randomUUID();
  await writer.identities.keepAdoptive(authority, { id, mark: adoptiveMark(key, recordId), envelope: closeAdoptive(key, id, { ...kept, link: { authority, recordId, localId } }) });
  await writer.identities.dropFamily(recordId);
  await keepMarks(key, writer, { id: recordId, authority }, kept);
}

/** Undoes a seal, once a second person has agreed: what was behind the wall is on the record again, for those who may know it. */
export async function undoSealOf(app: App, viewer: Viewer, recordId: string, basedOn: number, disclosureId: string): Promise<Outcome> {
  const outcome = await undoing(app, viewer, recordId, basedOn, disclosureId);
  if (outcome.outcome === "done") await app.store.accessLog(viewer).opened(recordId, "undo-done");
  return outcome;
}

const undoing = (app: App, viewer: Viewer, recordId: string, basedOn: number, disclosureId: string): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, "undo-seal", async (writer, c) => {
    const now = app.clock.now();
    const disclosure = await writer.identities.disclosure(disclosureId);
    if (disclosure === undefined || disclosure.recordId !== recordId || disclosure.wanted !== "undo") return refuse({ field: "seal", message: "Nobody has been asked to agree to this. Ask first" });
    const cannot = whyNotUse(disclosure, actorOf(viewer), now);
    if (cannot !== undefined) return refuse({ field: "seal", message: cannot });
    const agreedBy = (await writer.workers()).find(({ account }) => account === disclosure.decidedBy)?.name ?? disclosure.decidedBy ?? "";
    const decision = undoSeal(c, { why: disclosure.why, agreedBy }, app.clock.today());
    if (decision.accepted) {
      await bringBack(app, writer, recordId, now);
      await writer.identities.takeStep(disclosure.id, { step: "ended" }, now);
    }
    return decision;
  }, "seal");

async function bringBack(app: App, writer: Writer, recordId: string, now: string): Promise<void> {
  const key = keyOf(app);
  const [row] = await writer.identities.adoptive([adoptiveMark(key, recordId)], now);
  if (row === undefined) return;
  const { link, ...kept } = openAdoptive(key, row.id, row.envelope);
  if (link.recordId !== recordId) throw new Error("What is behind the wall is not of this record");
  await writer.identities.family(recordId);
  if (kept.side.household !== null || kept.side.child !== null) await writer.identities.keepFamily({ authority: link.authority, recordId, basedOn: 0, envelope: closeFamily(key, recordId, kept) });
  await writer.identities.dropAdoptive(row.id);
}
