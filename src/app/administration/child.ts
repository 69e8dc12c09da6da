import { type NamedPerson, namedLater, namedOn, whyNotNamed } from "../../domain/access/named.ts";
import type { Person } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { endInvolvement, type EndInvolvementInput } from "../../domain/commands/end-involvement.ts";
import { involve, type InvolveInput } from "../../domain/commands/involve.ts";
import { isPresent, keysOf } from "../../domain/work/seats.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { WhoseRow } from "../../store/administration.ts";
import type { Reader } from "../../store/reader.ts";
import { nameableIn } from "../access/open-access.ts";
import type { App } from "../app.ts";
import { write } from "../run-command.ts";
import type { Outcome } from "../views.ts";
import { looking } from "./administering.ts";
import type { WhosePage } from "./views.ts";

const HOW = "who-works-with";

/** The child with this local id, of the administrator’s own authority. One restricted by hand, or sealed, is not found. Written down either way. */
export async function findWhose(app: App, person: Person, localId: string): Promise<string | undefined> {
  const found = await looking(app, person, (reader) => reader.administration.whoseIs(person.organisation.code, { localId: localId.trim().replaceAll("\0", "") }));
  if (found === undefined) await app.store.accessLog(person).refused(localId, HOW);
  return found?.recordId;
}

/** Who works with a child. The record itself is not opened. */
export async function openWhose(app: App, person: Person, recordId: string): Promise<WhosePage | undefined> {
  const page = await looking(app, person, async (reader): Promise<WhosePage | undefined> => {
    const child = await reader.administration.whoseIs(person.organisation.code, { recordId });
    return child === undefined ? undefined : pageOf(app, reader, person, child);
  });
  const log = app.store.accessLog(person);
  await (page === undefined ? log.refused(recordId, HOW) : log.opened(page.child.recordId, HOW));
  return page;
}

async function pageOf(app: App, reader: Reader, { organisation }: Person, child: WhoseRow): Promise<WhosePage> {
  const today = app.clock.today();
  const entries = await reader.entriesOf(child.recordId);
  const c = fold(entries);
  const { people, authority, agency } = await nameableIn(reader, organisation.code);
  const whoHas = (key: string | null) => (key === null ? undefined : people.find((one) => keysOf(one).includes(key)));
  const held = (as: string, key: string | null): WhosePage["people"][number] => {
    const who = whoHas(key);
    return { as, who: who?.name ?? key ?? "Nobody", account: who?.account ?? null, isHere: who !== undefined && isPresent(who, today) };
  };
  const named = (one: NamedPerson): WhosePage["named"][number] => {
    const who = people.find(({ account }) => account === one.account);
    return { ...one, name: who?.name ?? one.account, isHere: who !== undefined && isPresent(who, today) };
  };
  return {
    organisation, child, today, version: entries.reduce((latest, e) => Math.max(latest, e.number), 0),
    people: [held("Social worker", child.socialWorker), held("Family finder", child.familyFinder), held("Reviewing officer", child.reviewingOfficer)],
    named: [...namedOn(c, today), ...namedLater(c, today)].map(named), nameable: people.filter((one) => whyNotNamed(one, authority, agency, today) === undefined),
    managers: people.filter((one) => one.role === "team-manager" && one.team !== null && one.team === child.team && isPresent(one, today)).map(({ name }) => name),
  };
}

/** What an administrator does about who is named on a record. */
export type NamingCommand = { readonly name: "involve"; readonly input: InvolveInput } | { readonly name: "end-involvement"; readonly input: EndInvolvementInput };

/** Names somebody on a child’s record, or ends that, as a manager would. On what is restricted by hand or sealed it is theirs who keep it. */
export async function changeNamed(app: App, person: Person, recordId: string, basedOn: number, command: NamingCommand): Promise<Outcome> {
  const { code } = person.organisation;
  try {
    return await app.store.inTransaction<Outcome>(person, async (writer) => {
      await writer.lock(code);
      const [child, record] = [await writer.administration.whoseIs(code, { recordId }), await writer.getRecord(recordId)];
      if (child === undefined || record === undefined) return { outcome: "not-found" };
      const entries = await writer.entriesOf(recordId);
      const version = entries.reduce((latest, e) => Math.max(latest, e.number), 0);
      if (version > basedOn) return { outcome: "overtaken", version, since: [] };
      const [c, today, nameable] = [fold(entries), app.clock.today(), await nameableIn(writer, code)];
      const decision = command.name === "involve" ? involve(c, command.input, nameable, today) : endInvolvement(c, command.input, nameable, today);
      return decision.accepted ? write(app, writer, record, entries, decision.drafts, command.name) : { outcome: "refused", refusals: decision.refusals };
    }, "agreement");
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    throw error;
  }
}
