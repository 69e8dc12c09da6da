import { actorOf, type Person, type Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import { type Disclosure, type DisclosureStanding, standingAt, whyNotDecide, whyNotUse } from "../../domain/identity/disclosure.ts";
import { type AdoptiveSideInput, readAdoptiveSide } from "../../domain/identity/household.ts";
import { type SealState, sealOf } from "../../domain/identity/sealing.ts";
import { NotPermitted } from "../../store/errors.ts";
import { type App, forbids } from "../app.ts";
import { peopleAmong } from "../open-tracker.ts";
import type { AdoptersOutcome } from "./adopters.ts";
import { type AdoptiveRecord, changedTo, closeAdoptive, keepMarks, keyOf, openAdoptive } from "./kept.ts";
import { adoptiveMark } from "./key.ts";

/** A request as a page shows it. */
export interface DisclosureView extends Disclosure {
  readonly standing: DisclosureStanding;
  readonly askedByName: string;
  readonly decidedByName: string | null;
  readonly mine: boolean;
  /** Why the viewer cannot decide it, or use it; null where they can. */
  readonly whyNotDecide: string | null;
  readonly whyNotUse: string | null;
}

/** An adopted child on the way to the seal. */
export interface SealingLine {
  readonly recordId: string;
  readonly localId: string;
  readonly state: SealState;
}

export interface AdoptiveListPage {
  readonly today: Day;
  /** What the viewer can agree to, or refuse, first; then their own; the latest first. */
  readonly requests: readonly DisclosureView[];
  /** Adopted children whose records are not sealed, those that can be first; null to those who seal none. */
  readonly sealing: readonly SealingLine[] | null;
  /** Sealed records, the latest first; null to those who open none. */
  readonly sealed: readonly SealingLine[] | null;
  readonly mayAsk: boolean;
}

const DAYS_LISTED = 60;

/** The adoption records: what was asked for, and which records can be sealed. Nothing for those who have no part in it. */
export async function openAdoptiveList(app: App, viewer: Person): Promise<AdoptiveListPage | undefined> {
  if (forbids(viewer, "agree-disclosure") !== undefined && forbids(viewer, "see-adoptive-identity") !== undefined) return undefined;
  const requests = await viewsOf(app, viewer, await app.store.identities(viewer).disclosures({ since: before(app.clock.now(), DAYS_LISTED) }));
  const rank = (d: DisclosureView): number => (d.whyNotDecide === null ? 0 : d.whyNotUse === null ? 1 : d.standing === "asked" ? 2 : 3);
  const lines = forbids(viewer, "seal") === undefined ? await sealingLines(app, viewer) : null;
  const mayAsk = forbids(viewer, "see-adoptive-identity") === undefined;
  return {
    today: app.clock.today(), requests: requests.toSorted((a, b) => rank(a) - rank(b)), mayAsk,
    sealing: lines?.filter(({ state }) => state.sealed === undefined) ?? null,
    sealed: !mayAsk || lines === null ? null : lines.filter(({ state }) => state.sealed !== undefined).sort((a, b) => (b.state.sealed?.happenedOn ?? "").localeCompare(a.state.sealed?.happenedOn ?? "") || (b.state.sealed?.number ?? 0) - (a.state.sealed?.number ?? 0)),
  };
}

/** How many requests wait for the viewer’s agreement, as the second person. */
export async function requestsToAgree(app: App, viewer: Person): Promise<number> {
  if (forbids(viewer, "agree-disclosure") !== undefined) return 0;
  const now = app.clock.now();
  return (await app.store.identities(viewer).disclosures({ since: before(now, DAYS_LISTED) })).filter((d) => whyNotDecide(d, actorOf(viewer), now) === undefined).length;
}

const before = (now: string, days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString();

async function viewsOf(app: App, viewer: Viewer, all: readonly Disclosure[]): Promise<readonly DisclosureView[]> {
  const { names } = peopleAmong(await app.store.reader(viewer).workers());
  const [now, account] = [app.clock.now(), actorOf(viewer)];
  const mayAgree = forbids(viewer, "agree-disclosure") === undefined;
  return all.map((d) => ({
    ...d, standing: standingAt(d, now), mine: d.askedBy === account,
    askedByName: names.get(d.askedBy) ?? d.askedBy, decidedByName: d.decidedBy === null ? null : (names.get(d.decidedBy) ?? d.decidedBy),
    whyNotDecide: mayAgree ? (whyNotDecide(d, account, now) ?? null) : "Your role does not agree to this", whyNotUse: whyNotUse(d, account, now) ?? null,
  }));
}

async function sealingLines(app: App, viewer: Person): Promise<readonly SealingLine[]> {
  const today = app.clock.today();
  return app.store.reading(viewer, async (reader) => {
    const lines: SealingLine[] = [];
    for await (const batch of reader.childrenWith(viewer.organisation.code, ["adoption-order"])) {
      for (const { id, localId, entries } of batch) {
        const state = sealOf(fold(entries), today);
        if (state.order !== undefined) lines.push({ recordId: id, localId, state });
      }
    }
    return lines.sort((a, b) => Number(b.state.ready) - Number(a.state.ready) || (a.state.from ?? "").localeCompare(b.state.from ?? "") || a.localId.localeCompare(b.localId));
  });
}

/** One request; nothing where the viewer has no part in it. */
export async function openRequest(app: App, viewer: Viewer, id: string): Promise<DisclosureView | undefined> {
  const disclosure = await app.store.identities(viewer).disclosure(id);
  return disclosure === undefined ? undefined : (await viewsOf(app, viewer, [disclosure]))[0];
}

/** What was asked of one record, for its own pages and whoever answers for who looked. */
export const requestsOf = async (app: App, viewer: Viewer, recordId: string): Promise<readonly DisclosureView[]> =>
  viewsOf(app, viewer, await app.store.identities(viewer).disclosures({ recordId }));

/** What is behind the wall, while it is open. */
export interface OpenedIdentity {
  readonly id: string;
  readonly record: AdoptiveRecord;
  readonly disclosure: Disclosure;
}

const HOW = "adoptive-identity";

/** What is behind the wall under an id of its own, while the viewer has it open; each look is written down. */
export async function openedIdentity(app: App, viewer: Viewer, id: string): Promise<OpenedIdentity | undefined> {
  const log = app.store.accessLog(viewer);
  const opened = await lookUp(app, viewer, id);
  // The id of the other side is not written down on this one.
  await (opened === undefined ? log.refused(HOW, HOW) : log.opened(opened.disclosure.recordId, HOW));
  return opened;
}

async function lookUp(app: App, viewer: Viewer, id: string): Promise<OpenedIdentity | undefined> {
  if (forbids(viewer, "see-adoptive-identity") !== undefined) return undefined;
  const key = keyOf(app);
  const now = app.clock.now();
  const identities = app.store.identities(viewer);
  const open = (await identities.disclosures({ since: before(now, 30) })).filter((d) => d.wanted === "open" && d.askedBy === actorOf(viewer) && standingAt(d, now) === "opened");
  const row = open.length === 0 ? undefined : (await identities.adoptive(open.map(({ recordId }) => adoptiveMark(key, recordId)), now)).find((each) => each.id === id);
  if (row === undefined) return undefined;
  const record = openAdoptive(key, id, row.envelope);
  const disclosure = open.find(({ recordId }) => recordId === record.link.recordId);
  return disclosure === undefined ? undefined : { id, record, disclosure };
}

/** Corrects what is behind the wall, while it is open. */
export async function changeOpened(app: App, viewer: Viewer, id: string, input: AdoptiveSideInput): Promise<AdoptersOutcome> {
  const reason = forbids(viewer, "see-adoptive-identity");
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const opened = await lookUp(app, viewer, id);
  if (opened === undefined) return { outcome: "not-found" };
  const read = readAdoptiveSide(input, true);
  if ("refusals" in read) return { outcome: "refused", refusals: read.refusals };
  const key = keyOf(app);
  const { link, ...before } = opened.record;
  const kept = changedTo(before, read.side, before.birthGiven);
  try {
    return await app.store.inTransaction(viewer, async (writer): Promise<AdoptersOutcome> => {
      await writer.lock(link.authority);
      const mark = adoptiveMark(key, link.recordId);
      const [row] = await writer.identities.adoptive([mark], app.clock.now());
      if (row === undefined) return { outcome: "not-found" };
      await writer.identities.changeAdoptive({ id, mark, envelope: closeAdoptive(key, id, { ...kept, link }) });
      await keepMarks(key, writer, { id: link.recordId, authority: link.authority }, kept);
      await writer.appendAudit(link.authority, { command: "record-adoptive-identity", recordId: link.recordId, input: { disclosure: opened.disclosure.id } }, app.clock.now());
      return { outcome: "done" };
    }, "disclosure");
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    throw error;
  }
}
