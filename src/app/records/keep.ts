import { ROLES } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { Decision } from "../../domain/commands/command.ts";
import { endHold, type EndHoldInput } from "../../domain/commands/end-hold.ts";
import { ASKED_ROLES, type EraseInput, eraseEntry } from "../../domain/commands/erase-entry.ts";
import { type HoldInput, holdRecord } from "../../domain/commands/hold-record.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import { textsOf } from "../../domain/records/erasing.ts";
import { isPresent } from "../../domain/work/seats.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { Reader } from "../../store/reader.ts";
import type { RecordRow } from "../../store/rows.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { write } from "../run-command.ts";
import { showEntry } from "./entries.ts";
import type { ErasePage, KeepOutcome } from "./views.ts";

/** A change to how a record is kept: past its wall, under the authority’s lock, whole or not at all. */
async function keeping(app: App, person: Person, recordId: string, work: (writer: Writer, record: RecordRow) => Promise<KeepOutcome>): Promise<KeepOutcome> {
  const outcome = forbids(person, "keep-records") === undefined ? await transacted(app, person, recordId, work) : GONE;
  if (outcome === GONE) await app.store.accessLog(person).refused(recordId, "records-page");
  return outcome;
}

const GONE: KeepOutcome = { outcome: "not-found" };

async function transacted(app: App, person: Person, recordId: string, work: (writer: Writer, record: RecordRow) => Promise<KeepOutcome>): Promise<KeepOutcome> {
  try {
    return await app.store.inTransaction(person, async (writer) => {
      const record = await writer.getRecord(recordId);
      if (record?.type !== "child") return GONE;
      await writer.lock(record.authority);
      return work(writer, record);
    }, "records");
  } catch (error) {
    if (error instanceof NotPermitted) return GONE;
    throw error;
  }
}

const recording = (app: App, person: Person, recordId: string, command: "hold-record" | "end-hold", decide: (c: Case) => Decision): Promise<KeepOutcome> =>
  keeping(app, person, recordId, async (writer, record) => {
    const entries = await writer.entriesOf(recordId);
    const decision = decide(fold(entries));
    if (!decision.accepted) return { outcome: "refused", refusals: decision.refusals };
    await write(app, writer, record, entries, decision.drafts, command);
    return { outcome: "done" };
  });

/** Puts a record on legal hold from today. */
export const holdKeptRecord = (app: App, person: Person, recordId: string, input: HoldInput): Promise<KeepOutcome> =>
  recording(app, person, recordId, "hold-record", () => holdRecord(input, app.clock.today()));

/** Ends a legal hold today. */
export const endKeptHold = (app: App, person: Person, recordId: string, input: EndHoldInput): Promise<KeepOutcome> =>
  recording(app, person, recordId, "end-hold", (c) => endHold(c, input, app.clock.today()));

/** What erasing an entry would do, and who of the same organisation may be named as asked about it. */
export async function openErase(app: App, person: Person, recordId: string, number: number): Promise<ErasePage | undefined> {
  const shown = await showEntry(app, person, recordId, number);
  if (shown === undefined) return undefined;
  const colleagues = await app.store.reading(person, (reader) => colleaguesOf(app, reader, person), "records");
  return { ...shown, colleagues };
}

async function colleaguesOf(app: App, reader: Reader, person: Person): Promise<readonly { readonly account: string; readonly text: string }[]> {
  return (await reader.workers())
    .filter((row) => row.organisation === person.organisation.code && row.account !== person.account && ASKED_ROLES.has(row.role) && isPresent(row, app.clock.today()))
    .map(({ account, name, role }) => ({ account, text: `${name}, ${ROLES[role].toLowerCase()}` }));
}

/**
 * Erases an entry that was entered on the wrong child, with all that repeats it, for good: its words and salts go, its
 * hashes stay, the lists are made anew, and a new row of the audit says that it was done, by whom and why, and none of the words.
 */
export const eraseKeptEntry = (app: App, person: Person, recordId: string, input: EraseInput): Promise<KeepOutcome> =>
  keeping(app, person, recordId, async (writer, record) => {
    const entries = await writer.entriesOf(recordId);
    const decision = eraseEntry(entries, input, await colleaguesOf(app, writer, person), app.clock.today());
    if (!decision.accepted) return { outcome: "refused", refusals: decision.refusals };
    const at = app.clock.now();
    const { together } = decision.erasing;
    const numbers = together.map((e) => e.number);
    const { audit } = await writer.erase(record.authority, { recordId, localId: record.localId, numbers, texts: textsOf(together), at });
    await writer.writeProjections(record.authority, [{ recordId, type: record.type, entries: entries.filter((e) => !numbers.includes(e.number)) }], app.summarise);
    await writer.appendAudit(record.authority, {
      command: "erase-entry", recordId,
      input: { entry: input.number, entries: numbers, audit: [...audit], why: input.why.trim(), authority: input.authority.trim(), askedOf: input.askedOf },
    }, at);
    return { outcome: "done" };
  });
