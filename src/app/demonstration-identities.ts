import { randomUUID } from "node:crypto";
import { type Case, fold } from "../domain/chronology/fold.ts";
import { sealInForce } from "../domain/identity/sealing.ts";
import { happened, lastOf } from "../domain/permanence/moments.ts";
import { ADOPTERS_WORDS, inventAdopters } from "../domain/simulation/adopters.ts";
import type { ToProject, Writer } from "../store/writer.ts";
import type { App } from "./app.ts";
import { adoptiveMark, type IdentityKey } from "./identity/key.ts";
import { closeAdoptive, closeFamily, givenNameOf, keepMarks } from "./identity/kept.ts";

/** All that would give an adoptive family of the demonstration away: none of it may be found on the birth side. */
export const protectedWordsOfDemonstration = (): readonly string[] => ADOPTERS_WORDS;

/** Puts down invented adopters for every matched child, behind the wall where the record is sealed. Nothing where there is no key. */
export async function inventIdentities(app: App, writer: Writer, seed: string, authority: string, records: readonly (ToProject & { readonly localId: string })[]): Promise<void> {
  const { identityKey } = app;
  if (identityKey === undefined) return;
  for (const { recordId, localId, type, entries } of records) {
    const c = fold(entries);
    if (type !== "child" || happened(c, "match-decision").length === 0) continue;
    await keep(identityKey, writer, { authority, recordId, localId }, c, `${seed} adopters of ${localId}`);
  }
}

async function keep(key: IdentityKey, writer: Writer, link: { readonly authority: string; readonly recordId: string; readonly localId: string }, c: Case, seed: string): Promise<void> {
  const kept = { side: inventAdopters(seed, lastOf(c, "adoption-order") !== undefined), birthGiven: givenNameOf(c), former: [] };
  const { authority, recordId } = link;
  if (sealInForce(c) !== undefined) {
    const id = randomUUID();
    await writer.identities.keepAdoptive(authority, { id, mark: adoptiveMark(key, recordId), envelope: closeAdoptive(key, id, { ...kept, link }) });
  } else {
    // Finding that they may know is what lets it be written.
    await writer.identities.family(recordId);
    await writer.identities.keepFamily({ authority, recordId, basedOn: 0, envelope: closeFamily(key, recordId, kept) });
  }
  await keepMarks(key, writer, { id: recordId, authority }, kept);
}
