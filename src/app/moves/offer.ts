import type { Organisation, Person } from "../../domain/access/viewer.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { dayInWords } from "../../domain/dates/day.ts";
import { type OfferInput, readOffer } from "../../domain/moves/offer.ts";
import type { App } from "../app.ts";
import { changeChild } from "../change-child.ts";
import type { ChildPage, Outcome } from "../views.ts";

/** The authorities that a child of the person’s own can be offered to. */
export const otherAuthorities = async (app: App, person: Person): Promise<readonly Organisation[]> =>
  (await app.store.directory.organisations("local-authority")).filter(({ code }) => code !== person.organisation.code);

/** What is wrong with an offer before it is made; empty where nothing is. */
export async function checkOffer(app: App, person: Person, child: ChildPage, input: OfferInput): Promise<readonly Refusal[]> {
  const read = readOffer(child.case, input, await otherAuthorities(app, person), app.clock.today());
  return "refusals" in read ? read.refusals : [];
}

/** Offers a child to another authority: nothing of the record changes until it is taken over. */
export async function offerChild(app: App, person: Person, recordId: string, basedOn: number, input: OfferInput): Promise<Outcome> {
  const authorities = await otherAuthorities(app, person);
  const standing = await app.store.transfers(person).standingFor(recordId);
  return changeChild(app, person, recordId, basedOn, "move-child", async (writer, c, record) => {
    const read = readOffer(c, input, authorities, app.clock.today());
    if ("refusals" in read) return { accepted: false, refusals: read.refusals };
    if (standing !== undefined) return { accepted: false, refusals: [{ field: "to", message: `The child is offered already, from ${dayInWords(standing.movesOn)}. Withdraw that offer first` }] };
    const { to, movesOn, why } = read.offer;
    await writer.offerChild({ authority: record.authority, recordId, localId: record.localId, toAuthority: to, movesOn, why, offeredAt: app.clock.now() });
    return { accepted: true, drafts: [] };
  });
}

/** Takes an offer back, until it is taken over; not found where it stands no longer. */
export async function withdrawOffer(app: App, person: Person, child: ChildPage): Promise<Outcome> {
  const standing = await app.store.transfers(person).standingFor(child.recordId);
  if (standing === undefined) return { outcome: "not-found" };
  return changeChild(app, person, child.recordId, child.version, "withdraw-move", async (writer) => {
    const withdrawn = await writer.answerOffer(standing.id, { state: "withdrawn", answeredAt: app.clock.now() });
    return withdrawn ? { accepted: true, drafts: [] } : { accepted: false, refusals: [{ field: "to", message: "This offer stands no longer. Open the child again to see what came of it" }] };
  });
}
