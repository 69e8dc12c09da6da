import { createHash, randomUUID } from "node:crypto";
import { actorOf, type Person, type Viewer } from "../../domain/access/viewer.ts";
import { COMMANDS, type Refusal, refuse } from "../../domain/commands/command.ts";
import type { Hit } from "../../domain/identity/protected-words.ts";
import { refuseHits, refuseRelease, released, type ReleaseInput, whyNotDecideRelease } from "../../domain/identity/release.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { ReleaseRow } from "../../store/identities.ts";
import { type App, forbids } from "../app.ts";
import { changeChild } from "../change-child.ts";
import { peopleAmong } from "../open-tracker.ts";
import type { Outcome } from "../views.ts";
import { checkText } from "./check-text.ts";
import { closeText, keyOf, openText } from "./kept.ts";

/** What is to be released, as a page shows it. */
export interface ReleaseView extends Omit<ReleaseRow, "envelope" | "textHash"> {
  readonly askedByName: string;
  readonly decidedByName: string | null;
  /** Why the viewer cannot decide it; null where they can. */
  readonly whyNotDecide: string | null;
}

/** One of them, with its text while it waits, and where that holds what may not go. */
export interface ReleasePage extends ReleaseView {
  readonly text: string | null;
  readonly hits: readonly Hit[];
}

export type ReleaseOutcome =
  | { readonly outcome: "done"; readonly id: string }
  /** `hits`: where the text holds words that may not go. */
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[]; readonly hits: readonly Hit[] }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

const CHECKED = "release-check";

/** Asks that something go to the birth family. Its text is checked, and closed until a second person has read it. */
export async function askRelease(app: App, viewer: Viewer, recordId: string, input: ReleaseInput): Promise<ReleaseOutcome> {
  const reason = forbids(viewer, COMMANDS["ask-release"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const record = await app.store.reader(viewer).getRecord(recordId);
  if (record?.type !== "child") return { outcome: "not-found" };
  const about = { authority: record.authority, recordId };
  const first = refuseRelease(input);
  const hits = input.text.length > 0 && !first.some(({ field }) => field === "text") ? await checkText(app, viewer, about, input.text) : [];
  // Each check is written down: whoever tries names one after another is seen to.
  await app.store.accessLog(viewer).opened(recordId, CHECKED);
  const refusals = [...first, ...refuseHits(input, hits), ...(await heldInWords(app, viewer, about, input))];
  if (refusals.length > 0) return { outcome: "refused", refusals, hits };
  const id = randomUUID();
  const text = input.text.trim() === "" ? null : input.text;
  try {
    return await app.store.inTransaction(viewer, async (writer): Promise<ReleaseOutcome> => {
      const { authority } = record;
      await writer.lock(authority);
      await writer.identities.askRelease({
        id, authority, recordId, askedAt: app.clock.now(), what: input.what.trim(), recipient: input.recipient, reference: input.reference.trim(),
        textHash: text === null ? null : hashOf(text), textLength: text === null ? null : text.length, envelope: text === null ? null : closeText(keyOf(app), id, text),
        excused: hits.length, excuse: hits.length === 0 ? "" : input.excuse.trim(),
      });
      await writer.appendAudit(authority, { command: "ask-release", recordId, input: { release: id, recipient: input.recipient, excused: hits.length } }, app.clock.now());
      return { outcome: "done", id };
    });
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    throw error;
  }
}

const hashOf = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();

/** What is said of it is read on this side of the wall, and stays on the record. */
async function heldInWords(app: App, viewer: Viewer, about: { readonly authority: string; readonly recordId: string }, input: ReleaseInput): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const field of ["what", "reference", "excuse"] as const) {
    if ((await checkText(app, viewer, about, input[field].slice(0, 2000))).length > 0) refusals.push({ field, message: "Leave out the names and the address of the adoptive family here: this stays on the record" });
  }
  return refusals;
}

/** What was to be released of a child’s record, the latest first; nothing where the viewer has no part in it. */
export async function releasesOf(app: App, viewer: Viewer, recordId: string): Promise<readonly ReleaseView[] | undefined> {
  if (forbids(viewer, "release") !== undefined && forbids(viewer, "agree-release") !== undefined) return undefined;
  return viewsOf(app, viewer, await app.store.identities(viewer).releases({ recordId }));
}

async function viewsOf(app: App, viewer: Viewer, rows: readonly ReleaseRow[]): Promise<readonly ReleaseView[]> {
  const { names } = peopleAmong(await app.store.reader(viewer).workers());
  const nameOf = (account: string): string => names.get(account) ?? account;
  const mayAgree = forbids(viewer, "agree-release") === undefined;
  return rows.map(({ envelope: _closed, textHash: _hash, ...row }) => ({
    ...row, askedByName: nameOf(row.askedBy), decidedByName: row.decidedBy === null ? null : nameOf(row.decidedBy),
    whyNotDecide: mayAgree ? (whyNotDecideRelease(row, actorOf(viewer)) ?? null) : "Your role does not agree to this",
  }));
}

/** One of them, with its text to those who may decide it. */
export async function openRelease(app: App, viewer: Viewer, recordId: string, id: string): Promise<ReleasePage | undefined> {
  const row = await app.store.identities(viewer).release(id);
  const log = app.store.accessLog(viewer);
  if (row === undefined || row.recordId !== recordId) {
    await log.refused(id, "release");
    return undefined;
  }
  await log.opened(recordId, "release");
  const [view] = await viewsOf(app, viewer, [row]);
  if (view === undefined) return undefined;
  const reads = view.whyNotDecide === null || view.askedBy === actorOf(viewer);
  const text = row.envelope === null || !reads ? null : openText(keyOf(app), id, row.envelope);
  return { ...view, text, hits: text === null ? [] : await checkText(app, viewer, row, text) };
}

/** Something that waits for a second person, with whose record it is on. */
export interface WaitingRelease extends ReleaseView {
  readonly localId: string;
}

/** What the viewer may agree to release, the longest waiting first. */
export async function waitingReleases(app: App, viewer: Person): Promise<readonly WaitingRelease[]> {
  if (forbids(viewer, "agree-release") !== undefined) return [];
  const views = await viewsOf(app, viewer, await app.store.identities(viewer).releases({ waiting: true }));
  const records = new Map((await app.store.reader(viewer).recordsById(views.map(({ recordId }) => recordId))).map(({ id, localId }) => [id, localId]));
  return views.filter(({ whyNotDecide }) => whyNotDecide === null).map((view) => ({ ...view, localId: records.get(view.recordId) ?? "" })).toReversed();
}

export interface DecideReleaseInput {
  /** `yes`, `no` or nothing. */
  readonly agreed: string;
  readonly because: string;
  /** `yes`: they have read all of it. */
  readonly read: string;
}

/** The second person’s agreement, with which it is on the record as released; or their refusal. The text is kept no longer. */
export async function decideRelease(app: App, viewer: Person, recordId: string, basedOn: number, id: string, input: DecideReleaseInput): Promise<Outcome> {
  if (forbids(viewer, "agree-release") === undefined && input.agreed !== "yes") return refuseToRelease(app, viewer, recordId, id, input);
  return changeChild(app, viewer, recordId, basedOn, "agree-release", async (writer, _c, { authority }) => {
    const row = await writer.identities.release(id);
    if (row === undefined || row.recordId !== recordId) return refuse({ field: "agreed", message: "There is no such request on this record" });
    const cannot = whyNotDecideRelease(row, viewer.account);
    if (cannot !== undefined) return refuse({ field: "agreed", message: cannot });
    if (input.read !== "yes") return refuse({ field: "read", message: "Tick to say that you have read all of it" });
    const text = row.envelope === null ? null : openText(keyOf(app), id, row.envelope);
    const hits = text === null ? 0 : (await checkText(app, viewer, { authority, recordId }, text, writer.identities)).length;
    if (hits > row.excused) return refuse({ field: "agreed", message: "The text now holds words that may not go, which were put down since it was asked for. Refuse it, and let another be asked for" });
    await writer.identities.decideRelease(id, app.clock.now(), null);
    return { accepted: true, drafts: [released(app.clock.today(), { what: row.what, recipient: row.recipient, agreedBy: viewer.name, hash: row.textHash?.toString("hex"), length: row.textLength ?? undefined })] };
  });
}

async function refuseToRelease(app: App, viewer: Person, recordId: string, id: string, { agreed, because }: DecideReleaseInput): Promise<Outcome> {
  const refused = (field: string, message: string): Outcome => ({ outcome: "refused", refusals: [{ field, message }] });
  if (agreed !== "no") return refused("agreed", "Choose whether you agree");
  if (because.trim() === "") return refused("because", "Say why you do not agree, for whoever asked");
  if (because.trim().length > 2000) return refused("because", "Use at most 2,000 characters");
  try {
    return await app.store.inTransaction(viewer, async (writer): Promise<Outcome> => {
      const row = await writer.identities.release(id);
      if (row === undefined || row.recordId !== recordId) return { outcome: "not-found" };
      await writer.lock(row.authority);
      const cannot = whyNotDecideRelease(row, viewer.account);
      if (cannot !== undefined) return refused("agreed", cannot);
      if ((await checkText(app, viewer, row, because, writer.identities)).length > 0) return refused("because", "Leave out the names and the address of the adoptive family here: this stays on the record");
      if (!(await writer.identities.decideRelease(id, app.clock.now(), because.trim()))) return refused("agreed", "Somebody else has decided this meanwhile");
      await writer.appendAudit(row.authority, { command: "agree-release", recordId, input: { release: id, agreed: "no" } }, app.clock.now());
      return { outcome: "done", recordId, entries: [] };
    });
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    throw error;
  }
}
