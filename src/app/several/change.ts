import { may } from "../../domain/access/policy.ts";
import type { Viewer } from "../../domain/access/viewer.ts";
import type { Draft, Entry } from "../../domain/chronology/entry.ts";
import { isKind } from "../../domain/chronology/kinds.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { COMMANDS } from "../../domain/commands/command.ts";
import { onlyTheirOwn } from "../../domain/commands/decided-by.ts";
import { undoForOne } from "../../domain/commands/undo-many.ts";
import type { ChangeRow } from "../../store/changes.ts";
import type { Reader } from "../../store/reader.ts";
import type { RecordWithEntries } from "../../store/rows.ts";
import { type App, forbids } from "../app.ts";
import { decidingIn } from "../decisions/deciding.ts";
import { orNotFound, writeSeveral } from "./record-several.ts";
import type { ChangePage, ChangedChild, NamedChild, UndoOutcome } from "./views.ts";

/** The authority whose changes somebody asks for by number. */
const authorityOf = (viewer: Viewer): string => (viewer.type === "operator" ? viewer.authority : viewer.organisation.code);

/** A change to several children by its number, with those of them whom the viewer may see; nothing where it is not theirs to see. */
export async function openChange(app: App, viewer: Viewer, number: number): Promise<ChangePage | undefined> {
  if (forbids(viewer, "open-child") !== undefined) return undefined;
  return app.store.reading(viewer, async (reader) => {
    const change = await reader.changeNumbered(authorityOf(viewer), number);
    if (change === undefined || !isKind(change.kind)) return undefined;
    const children = await seenOf(reader, change);
    if (children.length === 0 && seesAuthority(viewer)) return undefined;
    return {
      number, kind: change.kind, at: change.at, by: change.actor,
      type: change.command === "undo-many" ? "undone" : "recorded",
      children: children.map((record) => changedChild(record, change)),
      hidden: seesAuthority(viewer) ? 0 : change.records.length - children.length,
      undoes: change.undoes, undoneBy: change.undoneBy,
      mayUndo: change.command !== "undo-many" && change.undoneBy === null && forbids(viewer, COMMANDS["undo-many"].permission) === undefined,
    };
  });
}

/**
 * Whoever sees an authority does not see only those who are behind a wall, of whom nothing is told: for them a change is of
 * the others. Whoever sees children one by one is told how many they have handed on.
 */
const seesAuthority = (viewer: Viewer): boolean => {
  if (viewer.type === "operator") return true;
  const answer = may(viewer.role, "open-child");
  return answer.allowed && answer.reach === "authority";
};

async function seenOf(reader: Reader, change: ChangeRow): Promise<readonly RecordWithEntries[]> {
  const seen = await reader.recordsById(change.records);
  const all: RecordWithEntries[] = [];
  for await (const batch of reader.recordsWithEntries(change.authority, seen.map((r) => r.localId))) all.push(...batch);
  return all.sort((a, b) => (a.localId < b.localId ? -1 : 1));
}

function changedChild({ id, localId, entries }: RecordWithEntries, { firstEntry, lastEntry }: ChangeRow): ChangedChild {
  const replaced = new Set(entries.map((e) => e.supersedes));
  const wrote = entries.filter((e) => e.number >= firstEntry && e.number <= lastEntry);
  const before = (e: Entry): Entry | null => entries.find((other) => other.number === e.supersedes) ?? null;
  return { recordId: id, localId, wrote: wrote.map((entry) => ({ entry, replaced: before(entry) })), stands: wrote.every((e) => !replaced.has(e.number)) };
}

/** Undoes a change to several children in one transaction: for all of them whom the viewer may open, or for none. What is behind a wall stays as it is. */
export async function undoChange(app: App, viewer: Viewer, number: number): Promise<UndoOutcome> {
  const reason = forbids(viewer, COMMANDS["undo-many"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const authority = authorityOf(viewer);
  return orNotFound(app.store.inTransaction<UndoOutcome>(viewer, async (writer) => {
    if (await writer.changeNumbered(authority, number) === undefined) return { outcome: "not-found" };
    await writer.lock(authority);
    const change = await writer.changeNumbered(authority, number);
    if (change === undefined || change.command === "undo-many") return { outcome: "not-found" };
    if (change.undoneBy !== null) return { outcome: "cannot", message: "This change has been undone already" };
    const children = await seenOf(writer, change);
    if (children.length === 0 && seesAuthority(viewer)) return { outcome: "not-found" };
    if (children.length < change.records.length && !seesAuthority(viewer)) {
      return { outcome: "cannot", message: "Some of these children are no longer yours to change. Ask somebody who sees every child of your authority, such as your team manager, to undo it" };
    }
    const today = app.clock.today();
    const roles = await decidingIn(writer, viewer, today);
    const drafts = new Map<string, readonly Draft[]>();
    const refused: (NamedChild & Pick<Extract<UndoOutcome, { outcome: "refused" }>["children"][number], "refusals">)[] = [];
    for (const { id, localId, entries } of children) {
      const undone = undoForOne(entries, { first: change.firstEntry, last: change.lastEntry }, `Undoes change ${number}, made to several children at once`, today);
      const decision = onlyTheirOwn(undone, fold(entries), roles);
      if (decision.accepted) drafts.set(id, decision.drafts);
      else refused.push({ recordId: id, localId, refusals: decision.refusals });
    }
    if (refused.length > 0) return { outcome: "refused", children: refused };
    const audit = { command: "undo-many", input: { undoes: number, kind: change.kind, children: children.length, records: [...drafts.keys()] } };
    return { outcome: "done", change: await writeSeveral(app, writer, authority, children, drafts, audit) };
  }));
}
