import { ROLES } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import { isPresent } from "../../domain/work/seats.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";
import { peopleOf } from "./told.ts";

/** Somebody who may belong to a meeting. */
export interface MeetingPerson {
  readonly account: string;
  readonly name: string;
  /** By their role, until somebody writes it otherwise. */
  readonly office: string;
  /** As they are chosen from a list: no two are the same. */
  readonly label: string;
}

/** Everybody who is here and may belong to a meeting of the viewer’s: of their organisation, and of those they share children with. */
export async function meetingPeople(app: App, reader: Reader, viewer: Person): Promise<readonly MeetingPerson[]> {
  const organisations = new Map((await app.store.directory.organisations()).map(({ code, name }) => [code, name]));
  const here = (await peopleOf(reader)).filter((one) => isPresent(one, app.clock.today()));
  const labelled = here.map(({ account, name, role, organisation }) => {
    const elsewhere = organisation === viewer.organisation.code ? "" : `, ${organisations.get(organisation) ?? organisation}`;
    return { account, name, office: `${ROLES[role]}${elsewhere}`, label: `${name}, ${ROLES[role].toLowerCase()}${elsewhere}` };
  });
  const times = new Map<string, number>();
  for (const { label } of labelled) times.set(label, (times.get(label) ?? 0) + 1);
  return labelled.map((one) => (times.get(one.label) === 1 ? one : { ...one, label: `${one.label} (${one.account})` })).sort((a, b) => a.label.localeCompare(b.label, "en-GB"));
}

/** Whom somebody meant who chose or typed this: a label, an account, or a name that only one has; else what they typed. */
export function accountMeant(text: string, people: readonly MeetingPerson[]): string {
  const typed = text.trim().toLowerCase();
  if (typed === "") return "";
  const exact = people.find(({ label, account }) => label.toLowerCase() === typed || account === typed);
  const named = people.filter(({ name }) => name.toLowerCase() === typed);
  return exact?.account ?? (named.length === 1 ? named[0]!.account : text.trim());
}
