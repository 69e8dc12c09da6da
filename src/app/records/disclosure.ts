import { ROLES } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { recorderInWords } from "../../domain/chronology/in-words.ts";
import { type Disclosure, DISCLOSURE_FOR } from "../../domain/identity/disclosure.ts";
import { howInWords, isStepOfOpening, isTakenAway } from "../../domain/records/how.ts";
import { dayInWords } from "../../domain/dates/day.ts";
import type { AccessRow } from "../../store/access-queries.ts";
import type { App } from "../app.ts";
import { instantInWords } from "../london-time.ts";
import { namesOf, readingRecord } from "./kept-record.ts";
import type { DisclosureLine, DisclosureRecord } from "./views.ts";

const MOST_LINES = 100_000;

/**
 * The written record of access given to a child’s record: who read it, who took something of it away, what was released to
 * the birth family, and each step by which the adoptive identity was opened, the earliest first. Source: Adoption Agencies
 * Regulations 2005, regulation 42.
 */
export async function disclosureRecord(app: App, person: Person, recordId: string, as: "page" | "csv"): Promise<DisclosureRecord | undefined> {
  const record = await readingRecord(app, person, recordId, as === "csv" ? "disclosure-record-csv" : "disclosure-record", async (reader, { kept, entries }) => {
    const { rows } = await reader.accessOf({ record: { id: kept.recordId, localId: kept.localId }, outcomes: ["opened"], limit: MOST_LINES });
    return { kept, names: await namesOf(reader), read: rows.filter(({ how }) => !isStepOfOpening(how)).map(lineOfAccess), entries };
  });
  if (record === undefined) return undefined;
  const { kept, names, read, entries } = record;
  const opened = await app.store.identities(person).disclosures({ recordId: kept.recordId });
  const name = (account: string): string => names.get(account) ?? account;
  const lines = [...read, ...fold(entries).of("document-released").map((e) => lineOfRelease(e, names)), ...opened.flatMap((d) => linesOfOpening(d, name))];
  return {
    ...kept, lines: lines.toSorted((a, b) => a.at.localeCompare(b.at)),
    takenBy: `${person.name}, ${ROLES[person.role].toLowerCase()}, ${person.organisation.name}`, takenOn: instantInWords(app.clock.now()),
  };
}

const lineOfAccess = (row: AccessRow): DisclosureLine => ({
  at: row.at, who: whoCame(row), as: asWhat(row), what: howInWords(row.how), more: isTakenAway(row.how) ? "Left the system with them" : "",
});

/** By name, or by the account where whoever reads may not see whose it is. */
export const whoCame = ({ account, name }: Pick<AccessRow, "account" | "name">): string => (account === "operator" ? "The operator of the machine" : name ?? account);

/** “Team manager, Harrowmere Council”. */
export const asWhat = ({ role, organisation, organisationName }: Pick<AccessRow, "role" | "organisation" | "organisationName">): string =>
  [role === null ? null : ROLES[role], organisationName ?? organisation].filter((part) => part !== null).join(", ");

const lineOfRelease = (e: Entry, names: ReadonlyMap<string, string>): DisclosureLine => ({
  at: e.recordedAt, who: recorderInWords(e.recordedBy, names), as: "", what: "Released to the birth family",
  more: `${String(e.detail["what"])}, to ${String(e.detail["to"])}, on ${dayInWords(e.happenedOn)}. Agreed by ${recorderInWords(String(e.detail["agreedBy"]), names)}`,
});

function linesOfOpening(d: Disclosure, name: (account: string) => string): DisclosureLine[] {
  const what = DISCLOSURE_FOR[d.wanted];
  return [
    { at: d.askedAt, who: name(d.askedBy), as: "", what: `Asked to: ${what.toLowerCase()}`, more: d.why },
    ...(d.decidedAt === null || d.decidedBy === null ? [] : [{ at: d.decidedAt, who: name(d.decidedBy), as: "", what: `${d.refusedBecause === null ? "Agreed to" : "Refused to"}: ${what.toLowerCase()}`, more: d.refusedBecause ?? "" }]),
    ...(d.openedAt === null ? [] : [{ at: d.openedAt, who: name(d.askedBy), as: "", what: "Opened the adoptive identity", more: d.why }]),
  ];
}
