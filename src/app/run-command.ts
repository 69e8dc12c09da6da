import type { Purpose } from "../domain/access/purpose.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import type { Draft } from "../domain/chronology/entry.ts";
import { type Case, fold } from "../domain/chronology/fold.ts";
import { type CommandName, COMMANDS, type Decision, type EntryInput, type Refusal } from "../domain/commands/command.ts";
import { correctEntry, type CorrectionInput, keepingHidden } from "../domain/commands/correct-entry.ts";
import { onlyTheirOwn } from "../domain/commands/decided-by.ts";
import { openRecord, type OpenRecordInput, takenLocalId } from "../domain/commands/open-record.ts";
import { recordEntry } from "../domain/commands/record-entry.ts";
import { readGroupInput, refusingToo } from "../domain/commands/sibling-group.ts";
import type { RecordType } from "../domain/commands/rules.ts";
import { targetRefusals } from "../domain/commands/target-input.ts";
import { type WithdrawalInput, withdrawEntry } from "../domain/commands/withdraw-entry.ts";
import type { Day } from "../domain/dates/day.ts";
import { LocalIdTaken, NotPermitted } from "../store/errors.ts";
import type { RecordRow } from "../store/rows.ts";
import type { Writer } from "../store/writer.ts";
import { commandFor, notGiven } from "./agency/given.ts";
import { type App, forbids } from "./app.ts";
import { decidingIn } from "./decisions/deciding.ts";
import { forbidsGroup, seesWholeGroup } from "./sibling-group-access.ts";
import { familyOf } from "./sibling-group-family.ts";
import { standardsFor } from "./standards-for.ts";
import type { Outcome } from "./views.ts";

/** A change to one record: `basedOn` is the version of the record that whoever asks had before them. */
export type EntryCommand =
  | { readonly name: "record-entry"; readonly input: EntryInput }
  | { readonly name: "correct-entry"; readonly input: CorrectionInput }
  | { readonly name: "withdraw-entry"; readonly input: WithdrawalInput };

function decide(command: EntryCommand, c: Case, today: Day, type: RecordType): Decision {
  switch (command.name) {
    case "record-entry": return recordEntry(c, command.input, today, type);
    case "correct-entry": return correctEntry(c, command.input, today, type);
    case "withdraw-entry": return withdrawEntry(c, command.input);
  }
}

/** A target is set beside a standard of the child’s authority: what was typed must be one. */
async function refusedByStandards(writer: Writer, authority: string, command: EntryCommand): Promise<readonly Refusal[]> {
  if (command.name === "withdraw-entry" || command.input.kind !== "individual-target") return [];
  return targetRefusals(command.input, (await standardsFor(writer, authority)).standards);
}

/** As `decide`, once the children whom the input names have been looked up. */
async function decideForGroup(writer: Writer, command: EntryCommand, group: RecordRow, entries: Before, today: Day): Promise<Decision> {
  const c = fold(entries);
  if (command.name === "withdraw-entry") return withdrawEntry(c, command.input);
  const family = await familyOf(writer, group, entries, command.input);
  if (command.name === "record-entry") {
    const { input, refusals } = readGroupInput(c, command.input, family);
    return refusingToo(recordEntry(c, input, today, group.type), refusals);
  }
  const { number } = command.input;
  const { input, refusals } = readGroupInput(c, command.input, family, c.entries.find((e) => e.number === number));
  return refusingToo(correctEntry(c, input, today, group.type), refusals);
}

/** Decides and, if accepted, writes: entries, projections and audit in one transaction. */
export async function runCommand(app: App, viewer: Viewer, recordId: string, basedOn: number, asked: EntryCommand): Promise<Outcome> {
  const name = commandFor(viewer, asked.name);
  const reason = forbids(viewer, COMMANDS[name].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const hidden = asked.name === "correct-entry" ? await hiddenFrom(app, viewer, recordId, asked.input.number) : [];
  return sinceAsShown(app, viewer, recordId, await writing(app, viewer, async (writer) => {
    const seen = await writer.getRecord(recordId);
    if (seen === undefined) return { outcome: "not-found" };
    const unable = seen.type === "sibling-group" ? forbidsGroup(viewer, COMMANDS[asked.name].permission) : undefined;
    if (unable !== undefined) return { outcome: "forbidden", reason: unable };
    await writer.lock(seen.authority);
    const entries = await writer.entriesOf(recordId);
    if (seen.type === "sibling-group" && !(await seesWholeGroup(writer, entries))) return { outcome: "not-found" };
    const version = entries.reduce((latest, e) => Math.max(latest, e.number), 0);
    if (version > basedOn) return { outcome: "overtaken", version, since: entries.filter((e) => e.number > basedOn) };
    const today = app.clock.today();
    const c = fold(entries);
    const command: EntryCommand = asked.name === "correct-entry" ? { ...asked, input: keepingHidden(asked.input, c.entries.find(({ number }) => number === asked.input.number), hidden) } : asked;
    const decision = seen.type === "sibling-group"
      ? await decideForGroup(writer, command, seen, entries, today)
      : onlyTheirOwn(decide(command, c, today, seen.type), c, await decidingIn(writer, viewer, today));
    const decided = refusingToo(decision, await refusedByStandards(writer, seen.authority, command));
    if (!decided.accepted) return { outcome: "refused", refusals: decided.refusals };
    const outside = await notGiven(viewer, writer, seen.authority, decided.drafts);
    if (outside !== undefined) return { outcome: "forbidden", reason: outside };
    return write(app, writer, seen, entries, decided.drafts, name);
  }));
}

/** The details of an entry that are not shown to whoever asks. */
async function hiddenFrom(app: App, viewer: Viewer, recordId: string, number: number): Promise<readonly string[]> {
  return (await app.store.reader(viewer).entriesOf(recordId)).find((e) => e.number === number)?.hidden ?? [];
}

/** What others wrote since, as whoever asks may read it: a command is decided by the whole record, and shows no more of it than a page does. */
export async function sinceAsShown(app: App, viewer: Viewer, recordId: string, outcome: Outcome): Promise<Outcome> {
  if (outcome.outcome !== "overtaken") return outcome;
  const written = new Set(outcome.since.map(({ number }) => number));
  const shown = await app.store.reader(viewer).entriesOf(recordId);
  return { ...outcome, since: shown.filter(({ number }) => written.has(number)) };
}

/** Starts a child's record in an authority. */
export async function openChildRecord(app: App, viewer: Viewer, authority: string, input: OpenRecordInput): Promise<Outcome> {
  const reason = forbids(viewer, COMMANDS["open-record"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  return writing(app, viewer, async (writer) => {
    await writer.lock(authority);
    const localId = input.localId.trim();
    const decision = openRecord(input, app.clock.today());
    if (!decision.accepted) return { outcome: "refused", refusals: decision.refusals };
    await mustBeFree(writer, authority, localId);
    const record = await writer.createRecord(authority, "child", localId);
    return write(app, writer, record, [], decision.drafts, "open-record");
  });
}

/**
 * People write one child’s id in capitals or not: nobody means two children by it. Throws LocalIdTaken, as the database
 * does for a child behind a wall, so that both are told alike.
 */
export async function mustBeFree(writer: Writer, authority: string, localId: string): Promise<void> {
  for (const written of new Set([localId, localId.toUpperCase(), localId.toLowerCase()])) {
    if ((await writer.findRecord(authority, written)) !== undefined) throw new LocalIdTaken(localId);
  }
}

type Before = Awaited<ReturnType<Writer["entriesOf"]>>;

/** Writes what was decided, with its projections and its audit, in the transaction it was decided in. */
export async function write(app: App, writer: Writer, record: RecordRow, before: Before, drafts: readonly Draft[], command: CommandName): Promise<Outcome> {
  const at = app.clock.now();
  const appended = await writer.appendEntries(record.authority, new Map([[record.id, drafts]]), at);
  const entries = appended.get(record.id) ?? [];
  await writer.writeProjections(record.authority, [{ recordId: record.id, type: record.type, entries: [...before, ...entries] }], app.summarise);
  await writer.appendAudit(record.authority, { command, recordId: record.id, input: { kinds: drafts.map((d) => d.kind) } }, at);
  return { outcome: "done", recordId: record.id, entries };
}

/**
 * A transaction for a command. A refusal by the database says no more than that there is no such thing here. Who tried an id
 * that is taken has learnt that it is: it is written down, under the child whose it is.
 */
export async function writing(app: App, viewer: Viewer, work: (writer: Writer) => Promise<Outcome>, purpose?: Purpose): Promise<Outcome> {
  try {
    return await app.store.inTransaction(viewer, work, purpose);
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    if (error instanceof LocalIdTaken) {
      await app.store.accessLog(viewer).refused(error.localId, "local-id-taken");
      return { outcome: "refused", refusals: [takenLocalId(error.localId)] };
    }
    throw error;
  }
}
