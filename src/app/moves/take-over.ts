import { actorOf, type Person } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { COMMANDS, type Refusal } from "../../domain/commands/command.ts";
import { isLocalId } from "../../domain/commands/open-record.ts";
import { dayInWords } from "../../domain/dates/day.ts";
import { carried } from "../../domain/moves/carry.ts";
import { arriving, closing, restrictedBecause } from "../../domain/moves/hand-over.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { RecordWithEntries } from "../../store/rows.ts";
import type { TransferRow } from "../../store/transfers.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { mustBeFree, write, writing } from "../run-command.ts";
import type { Outcome } from "../views.ts";

/**
 * Takes over a child whom another authority offers: a new record here with the local id given, its history carried over as it was
 * written down; the old record closed, on the same day and in the same transaction. Gives the new record.
 */
export async function takeOver(app: App, person: Person, offerId: string, typedLocalId: string): Promise<Outcome> {
  const reason = forbids(person, COMMANDS["take-over-child"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const localId = typedLocalId.trim();
  if (!isLocalId(localId)) return refused("localId", "Enter the child’s local id here: up to 40 letters, figures, - / _ or .");
  return writing(app, person, async (writer) => {
    const offer = await writer.takeOffered(offerId);
    if (offer === undefined) return { outcome: "not-found" };
    if (offer.movesOn > app.clock.today()) return refused("localId", `The child moves on ${dayInWords(offer.movesOn)}. Take the child over from that day on`);
    // In one order, whichever way children move, so that two who take over at once do not wait for each other.
    for (const authority of [offer.authority, offer.toAuthority].sort()) await writer.lock(authority);
    await mustBeFree(writer, offer.toAuthority, localId);
    const record = await writer.getRecord(offer.recordId);
    if (record === undefined) return { outcome: "not-found" };
    const old = { ...record, entries: await writer.entriesOf(offer.recordId) };
    const made = await carryAcross(app, writer, person, old, offer, localId);
    await write(app, writer, old, old.entries, closing(fold(old.entries), offer.toAuthority, offer.movesOn, offer.why), "take-over-child");
    return made;
  });
}

async function carryAcross(app: App, writer: Writer, person: Person, old: RecordWithEntries, offer: TransferRow, localId: string): Promise<Outcome> {
  const record = await writer.createRecord(offer.toAuthority, "child", localId);
  const answered = await writer.answerOffer(offer.id, { state: "taken-over", answeredAt: app.clock.now(), toRecord: record.id });
  // Somebody answered it, or took it back, since it was read.
  if (!answered) throw new NotPermitted("This offer stands no longer");
  await writer.carryInto(record.id);
  const history = (await writer.appendHistory(offer.toAuthority, carried(old.entries, offer.authority).map((row) => ({ recordId: record.id, ...row })), actorOf(person))).get(record.id) ?? [];
  const drafts = arriving(fold(history), { from: offer.authority, on: offer.movesOn, account: person.account, restricted: restrictedBecause(fold(old.entries)) }, app.clock.today());
  return write(app, writer, record, history, drafts, "take-over-child");
}

/** Refuses a child whom another authority offers, with why; their record stays as it is. */
export async function refuseOffer(app: App, person: Person, offerId: string, why: string): Promise<Outcome> {
  const reason = forbids(person, COMMANDS["refuse-move"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const answer = why.trim();
  const refusals: readonly Refusal[] = answer === "" ? [{ field: "why", message: "Say why, for whoever offered the child" }] : answer.length > 2000 ? [{ field: "why", message: "Say why in 2,000 characters or fewer" }] : [];
  const offer = await app.store.transfers(person).find(offerId);
  if (offer?.state !== "offered" || offer.toAuthority !== person.organisation.code) return { outcome: "not-found" };
  if (refusals.length > 0) return { outcome: "refused", refusals };
  return writing(app, person, async (writer) => {
    await writer.lock(offer.toAuthority);
    if (!(await writer.answerOffer(offer.id, { state: "refused", answeredAt: app.clock.now(), answer }))) return { outcome: "not-found" };
    await writer.appendAudit(offer.toAuthority, { command: "refuse-move", input: { offer: offer.id, from: offer.authority } }, app.clock.now());
    return { outcome: "done", recordId: offer.recordId, entries: [] };
  });
}

const refused = (field: string, message: string): Outcome => ({ outcome: "refused", refusals: [{ field, message }] });
