import type { Viewer } from "../domain/access/viewer.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import { type Case, fold } from "../domain/chronology/fold.ts";
import { stageOf } from "../domain/permanence/stage.ts";
import { ageOfChild, standingInWords } from "../domain/permanence/standing.ts";
import { childOf, decisionOf, homesOf, isShownAsGroup, notDecided, openMemberships } from "../domain/siblings/group.ts";
import { type Named, subgroupsIn, subgroupsText } from "../domain/siblings/subgroups.ts";
import type { Reader } from "../store/reader.ts";
import type { RecordRow } from "../store/rows.ts";
import { type App, forbids } from "./app.ts";
import { peopleAmong } from "./open-tracker.ts";
import { forbidsGroup } from "./sibling-group-access.ts";
import { namedIn, shownGroupsOf } from "./sibling-group-family.ts";
import type { GroupMember, SiblingGroupPage, SiblingGroupView } from "./views.ts";

/** A sibling group by record id; nothing where there is none that this viewer may see. Written down either way. */
export async function openSiblingGroup(app: App, viewer: Viewer, recordId: string): Promise<SiblingGroupPage | undefined> {
  const log = app.store.accessLog(viewer);
  const page = await app.store.reading(viewer, async (reader) => {
    const record = forbids(viewer, "open-child") === undefined ? await reader.getRecord(recordId) : undefined;
    return record?.type === "sibling-group" ? pageOf(app, viewer, reader, record) : undefined;
  });
  await (page === undefined ? log.refused(recordId, "sibling-group-page") : log.opened(page.recordId, "sibling-group-page"));
  return page;
}

async function pageOf(app: App, viewer: Viewer, reader: Reader, record: RecordRow): Promise<SiblingGroupPage | undefined> {
  const authority = await app.store.directory.organisation(record.authority);
  if (authority === undefined) throw new Error("A record belongs to no organisation");
  const entries = await reader.entriesOf(record.id);
  const family = familySeen(entries, await namedIn(reader, entries));
  if (!isShownAsGroup(family.seen.map(({ recordId }) => recordId))) return undefined;
  const c = fold(entries);
  const decision = decisionOf(c);
  return {
    today: app.clock.today(), authority,
    recordId: record.id,
    localId: family.whole ? record.localId : null,
    version: record.version,
    family: family.seen,
    members: await membersOf(app, reader, c, family),
    case: fold(family.told(entries)),
    homes: new Map(c.of("together-or-apart").map((e) => [e.number, homesOf(c, e).map(family.named).filter((home) => home.length > 0)])),
    notDecided: decision === undefined ? [] : family.named(notDecided(c, decision)),
    workerNames: peopleAmong(await reader.workers()).names,
    may: { record: family.whole && forbidsGroup(viewer, "record") === undefined, correct: family.whole && forbidsGroup(viewer, "correct") === undefined },
  };
}

async function membersOf(app: App, reader: Reader, c: Case, { named }: Family): Promise<readonly GroupMember[]> {
  const members: GroupMember[] = [];
  const today = app.clock.today();
  for (const membership of openMemberships(c)) {
    const [child] = named([childOf(membership)]);
    if (child === undefined) continue;
    const own = fold(await reader.entriesOf(child.recordId));
    members.push({
      ...child, membership: membership.number, since: membership.happenedOn,
      age: ageOfChild(own, today), stage: stageOf(own), stands: standingInWords(own),
    });
  }
  return members.sort((a, b) => (a.localId < b.localId ? -1 : 1));
}

/** Those of a group whom the viewer may see, and what may be told of it to them. */
interface Family {
  readonly seen: readonly Named[];
  /** The viewer sees everybody ever named in it. */
  readonly whole: boolean;
  readonly named: (ids: readonly string[]) => readonly Named[];
  /** The entries as people read them: children by local id, and none whom the viewer may not see. */
  readonly told: (entries: readonly Entry[]) => readonly Entry[];
}

/**
 * Where the viewer may not see everybody, nothing may tell them of the others: not an entry that
 * names one, not words that somebody wrote about all of them, not the group’s own id, which may be
 * made of a child’s.
 */
function familySeen(entries: readonly Entry[], seen: readonly Named[]): Family {
  const byId = new Map(seen.map((child) => [child.recordId, child]));
  const memberships = entries.filter((e) => e.kind === "sibling-membership");
  const whole = memberships.every((e) => byId.has(childOf(e)));
  const named = (ids: readonly string[]): readonly Named[] =>
    ids.map((id) => byId.get(id)).filter((child) => child !== undefined).sort((a, b) => (a.localId < b.localId ? -1 : 1));
  const detailOf = (e: Entry): Entry["detail"] => {
    if (e.kind === "sibling-membership") return { child: byId.get(childOf(e))?.localId ?? "" };
    const { decision = "", subgroups, note } = e.detail;
    const homes = subgroups === undefined ? [] : subgroupsIn(String(subgroups)).map((ids) => named(ids).map((child) => child.localId)).filter((ids) => ids.length > 0);
    return { decision, ...(homes.length === 0 ? {} : { subgroups: subgroupsText(homes) }), ...(whole && note !== undefined ? { note } : {}) };
  };
  const tell = (e: Entry): Entry => {
    const { reason, ...rest } = e;
    return { ...rest, detail: detailOf(e), ...(whole && reason !== undefined && reason !== "" ? { reason } : {}) };
  };
  return { seen, whole, named, told: (all) => all.filter((e) => e.kind !== "sibling-membership" || byId.has(childOf(e))).map(tell) };
}

/** A child’s sibling group as the child’s page tells of it, with those members the viewer may see. */
export async function siblingsOf(viewer: Viewer, reader: Reader, childId: string): Promise<SiblingGroupView | null> {
  const group = (await shownGroupsOf(reader, childId)).at(-1);
  if (group === undefined) return null;
  const c = fold(group.entries);
  const members = await reader.recordsById(openMemberships(c).map(childOf));
  const decision = decisionOf(c);
  return {
    recordId: group.id,
    members: members.map(({ id, localId }) => ({ recordId: id, localId })).sort((a, b) => a.localId.localeCompare(b.localId)),
    // Whoever may be kept from a record is not told by a count whether they are.
    whole: viewer.type === "operator" || viewer.role === "adoption-records",
    decision: decision === undefined ? null : { ...decision, detail: { decision: decision.detail["decision"] ?? "" } },
  };
}
