import type { Role } from "../../domain/access/role.ts";
import type { Case } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import { askedOf } from "../../domain/meetings/asked.ts";
import type { Telling } from "../../domain/meetings/tell.ts";
import { openOf } from "../../domain/permanence/moments.ts";
import { isOpen } from "../../domain/standards/clock.ts";
import { evaluate } from "../../domain/standards/evaluate.ts";
import type { Reader } from "../../store/reader.ts";
import type { RecordRow, WorkerRow } from "../../store/rows.ts";
import { type App, forbids } from "../app.ts";
import { standardsFor } from "../standards-for.ts";

/** Everybody who may be told of a child or asked to do something: the organisations the viewer sees and their regional agency’s people. */
export async function peopleOf(reader: Reader): Promise<readonly WorkerRow[]> {
  const all = [...await reader.workers(), ...await reader.agencyPeople()];
  return [...new Map(all.map((one) => [one.account, one])).values()];
}

const TOLD_OF_CHILDREN: ReadonlySet<Role> = new Set<Role>(["reviewing-officer", "decision-maker", "service-manager", "business-support"]);

/** The accounts of those in an authority whom what a meeting came to may concern by their role. */
export const tellable = async (reader: Reader, authority: string): Promise<readonly string[]> =>
  (await reader.workers()).filter(({ organisation, role }) => organisation === authority && TOLD_OF_CHILDREN.has(role)).map(({ account }) => account);

/** Which of these accounts may not open a child. Each asks for itself: not to be called within a transaction. */
export async function closedTo(app: App, recordId: string, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const closed = new Set<string>();
  for (const account of new Set(accounts)) {
    const person = await app.store.directory.person(account);
    if (person !== undefined && (forbids(person, "open-child") !== undefined || (await app.store.reader(person).getRecord(recordId)) === undefined)) closed.add(account);
  }
  return closed;
}

/** What has to be known of a child to say whom a meeting’s decisions concern. */
export async function aboutOf(app: App, reader: Reader, record: RecordRow, c: Case, { title, heldOn }: { readonly title: string; readonly heldOn: Day }): Promise<Telling> {
  const { pack } = await standardsFor(reader, record.authority);
  const due = evaluate(c, pack, app.calendar).flatMap((clock) => (clock.owner === "decision-maker" && isOpen(clock) && clock.dueOn !== null ? [clock.dueOn] : [])).sort();
  const officer = openOf(c, "reviewing-officer-appointed") ?? c.of("reviewing-officer-appointed").at(-1);
  return {
    recordId: record.id, authority: record.authority, title, heldOn, today: app.clock.today(), adoption: askedOf(c, heldOn).adoption,
    reviewingOfficer: officer?.detail["officer"] === undefined ? null : String(officer.detail["officer"]), decisionDue: due[0] ?? null,
  };
}
