import { actorOf, type Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { type CommandName, COMMANDS, type Refusal } from "../../domain/commands/command.ts";
import { isUndoing, UNDOING } from "../../domain/commands/seal-record.ts";
import { type Disclosure, type DisclosureFor, GOOD_FOR, standingAt, whyNotDecide, whyNotUse } from "../../domain/identity/disclosure.ts";
import { sealInForce } from "../../domain/identity/sealing.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { checkText } from "./check-text.ts";
import { keyOf } from "./kept.ts";
import { adoptiveMark } from "./key.ts";

/** What came of a step towards opening what is behind the wall. `id`: of the request, or of what is open now. */
export type DisclosureOutcome =
  | { readonly outcome: "done"; readonly id: string }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

export interface AskInput {
  readonly wanted: DisclosureFor;
  /** Of an undoing: which of the two reasons there are. */
  readonly because: string;
  readonly why: string;
}

const LONGEST_WHY = 2000;
const refused = (...refusals: readonly Refusal[]): DisclosureOutcome => ({ outcome: "refused", refusals });
const later = (now: string, minutes: number): string => new Date(Date.parse(now) + minutes * 60_000).toISOString();

/** One step, in one transaction past the wall, with its row in the audit: ids alone, and no word of what is behind the wall. */
async function step(app: App, viewer: Viewer, command: CommandName, work: (writer: Writer, note: Note) => Promise<DisclosureOutcome>): Promise<DisclosureOutcome> {
  const reason = forbids(viewer, COMMANDS[command].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  try {
    return await app.store.inTransaction(viewer, (writer) => work(writer, async ({ authority, recordId, id }, said = {}) => {
      await writer.appendAudit(authority, { command, recordId, input: { disclosure: id, ...said } }, app.clock.now());
    }), "disclosure");
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    throw error;
  }
}
type Note = (of: Pick<Disclosure, "authority" | "recordId" | "id">, said?: Readonly<Record<string, string>>) => Promise<void>;

/** Asks, with a reason, that what is behind a record’s wall be opened, or that its seal be undone. */
export async function askDisclosure(app: App, viewer: Viewer, recordId: string, input: AskInput): Promise<DisclosureOutcome> {
  const record = forbids(viewer, "see-adoptive-identity") === undefined ? await app.store.reader(viewer).getRecord(recordId) : undefined;
  const told = record === undefined ? [] : await checkText(app, viewer, { authority: record.authority, recordId }, input.why);
  const outcome = await step(app, viewer, "ask-disclosure", async (writer, note) => {
    if (record === undefined) return { outcome: "not-found" };
    await writer.lock(record.authority);
    if (sealInForce(fold(await writer.entriesOf(recordId))) === undefined) return refused({ field: "why", message: "This record is not sealed. Who the adopters are is on its own page" });
    const refusals = wrongWith(input, told.length);
    if (refusals.length > 0) return refused(...refusals);
    const now = app.clock.now();
    const waiting = (await writer.identities.disclosures({ recordId })).find((d) => d.wanted === input.wanted && d.askedBy === actorOf(viewer) && ["asked", "agreed", "opened"].includes(standingAt(d, now)));
    if (waiting !== undefined) return refused({ field: "why", message: "You have asked for this already. It is in the list of adoption records" });
    const { authority, localId } = record;
    const id = await writer.identities.askDisclosure({ authority, recordId, localId, wanted: input.wanted, why: whyInWords(input), askedAt: now, goodUntil: later(now, GOOD_FOR.asked) });
    await note({ authority, recordId, id }, { wanted: input.wanted });
    return { outcome: "done", id };
  });
  const log = app.store.accessLog(viewer);
  await (outcome.outcome === "done" ? log.opened(recordId, `${input.wanted}-asked`) : outcome.outcome === "refused" ? undefined : log.refused(recordId, `${input.wanted}-asked`));
  return outcome;
}

const whyInWords = ({ wanted, because, why }: AskInput): string => (wanted === "undo" && isUndoing(because) ? `${UNDOING[because]}. ${why.trim()}` : why.trim());

function wrongWith({ wanted, because, why }: AskInput, told: number): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (wanted === "undo" && !isUndoing(because)) refusals.push({ field: "because", message: "Choose why the seal is to be undone" });
  if (why.trim() === "") refusals.push({ field: "why", message: wanted === "undo" ? "Say how it came about, for whoever is to agree" : "Say why it has to be opened, for whoever is to agree" });
  else if (why.trim().length > LONGEST_WHY - 200) refusals.push({ field: "why", message: `Use at most ${LONGEST_WHY - 200} characters` });
  else if (told > 0) refusals.push({ field: "why", message: "Leave out the names and the address of the adoptive family. A reason is read on this side of the wall" });
  return refusals;
}

export interface DecideInput {
  /** `yes`, `no` or nothing. */
  readonly agreed: string;
  /** Why not, where it is refused. */
  readonly because: string;
}

/** The second person’s agreement or refusal. */
export async function decideDisclosure(app: App, viewer: Viewer, id: string, { agreed, because }: DecideInput): Promise<DisclosureOutcome> {
  const outcome = await step(app, viewer, "agree-disclosure", async (writer, note) => {
    const seen = await writer.identities.disclosure(id);
    if (seen === undefined) return { outcome: "not-found" };
    await writer.lock(seen.authority);
    const disclosure = (await writer.identities.disclosure(id)) ?? seen;
    const now = app.clock.now();
    const cannot = whyNotDecide(disclosure, actorOf(viewer), now);
    if (cannot !== undefined) return refused({ field: "agreed", message: cannot });
    if (agreed !== "yes" && agreed !== "no") return refused({ field: "agreed", message: "Choose whether you agree" });
    if (agreed === "no" && because.trim() === "") return refused({ field: "because", message: "Say why you do not agree, for whoever asked" });
    if (because.trim().length > LONGEST_WHY) return refused({ field: "because", message: `Use at most ${LONGEST_WHY} characters` });
    const took = await writer.identities.takeStep(id, agreed === "yes" ? { step: "decided", agreed: true, goodUntil: later(now, GOOD_FOR.agreed) } : { step: "decided", agreed: false, because: because.trim() }, now);
    if (!took) return refused({ field: "agreed", message: "Somebody else has decided this meanwhile" });
    await note(disclosure, { agreed });
    return { outcome: "done", id };
  });
  await logged(app, viewer, id, outcome, "agreed");
  return outcome;
}

/** Begins to look, for half an hour. Gives the id of what is behind the wall. */
export async function openDisclosure(app: App, viewer: Viewer, id: string): Promise<DisclosureOutcome> {
  const outcome = await step(app, viewer, "open-disclosure", async (writer, note) => {
    const seen = await writer.identities.disclosure(id);
    if (seen === undefined || seen.wanted !== "open") return { outcome: "not-found" };
    await writer.lock(seen.authority);
    const disclosure = (await writer.identities.disclosure(id)) ?? seen;
    const now = app.clock.now();
    const cannot = whyNotUse(disclosure, actorOf(viewer), now);
    if (cannot !== undefined) return refused({ field: "open", message: cannot });
    if (disclosure.state === "agreed") {
      await writer.identities.takeStep(id, { step: "opened", goodUntil: later(now, GOOD_FOR.opened) }, now);
      await note(disclosure);
    }
    const [row] = await writer.identities.adoptive([adoptiveMark(keyOf(app), disclosure.recordId)], now);
    return row === undefined ? refused({ field: "open", message: "Nothing is kept behind the wall for this record" }) : { outcome: "done", id: row.id };
  });
  await logged(app, viewer, id, outcome, "opened");
  return outcome;
}

/** Ends it before its time. */
export async function endDisclosure(app: App, viewer: Viewer, id: string): Promise<DisclosureOutcome> {
  const outcome = await step(app, viewer, "end-disclosure", async (writer, note) => {
    const disclosure = await writer.identities.disclosure(id);
    const now = app.clock.now();
    if (disclosure === undefined || whyNotUse(disclosure, actorOf(viewer), now) !== undefined) return { outcome: "not-found" };
    await writer.lock(disclosure.authority);
    if (await writer.identities.takeStep(id, { step: "ended" }, now)) await note(disclosure);
    return { outcome: "done", id };
  });
  await logged(app, viewer, id, outcome, "ended");
  return outcome;
}

/** Who took which step of which request, on the record that it is about; a refusal too. */
async function logged(app: App, viewer: Viewer, id: string, outcome: DisclosureOutcome, what: "agreed" | "opened" | "ended"): Promise<void> {
  const log = app.store.accessLog(viewer);
  const disclosure = forbids(viewer, "agree-disclosure") === undefined || forbids(viewer, "see-adoptive-identity") === undefined ? await app.store.identities(viewer).disclosure(id) : undefined;
  if (disclosure === undefined || outcome.outcome === "forbidden" || outcome.outcome === "not-found") return log.refused(id, `adoptive-identity-${what}`);
  if (outcome.outcome !== "done") return;
  const how = disclosure.wanted === "undo" ? "undo" : "open";
  await log.opened(disclosure.recordId, what === "agreed" && disclosure.state === "refused" ? `${how}-refused` : `${how}-${what}`);
}
