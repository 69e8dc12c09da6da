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
    return { kept, names: await namesOf(reader), read: rows.filter(({ how }) => !isStepOfOpening(how)).map(lineOfAccess), steps: rows.filter(({ how }) => isStepOfOpening(how)), entries };
  });
  if (record === undefined) return undefined;
  const { kept, names, read, steps, entries } = record;
  const opened = await app.store.identities(person).disclosures({ recordId: kept.recordId });
  const name = (account: string): string => names.get(account) ?? account;
  const c = fold(entries);
  const asThen: AsThen = (account, how, at) => asTold(steps.filter((row) => row.account === account && row.how === how), at);
  const lines = [
    ...read, ...c.of("document-released").map((e) => lineOfRelease(e, names)),
    ...opened.flatMap((d) => linesOfOpening(d, name, asThen)), ...c.of("seal-undone").map((e) => lineOfUndoing(e, names, asThen)),
  ];
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

/** “Team manager, Harrowmere Council”: as what they acted then. */
export const asWhat = ({ role, organisation, organisationName }: Pick<AccessRow, "role" | "organisation" | "organisationName">): string =>
  [role === null ? null : ROLES[role], organisationName ?? organisation].filter((part) => part !== null).join(", ");

const lineOfRelease = (e: Entry, names: ReadonlyMap<string, string>): DisclosureLine => ({
  at: e.recordedAt, who: recorderInWords(e.recordedBy, names), as: "", what: "Released to the birth family",
  more: `${String(e.detail["what"])}, to ${String(e.detail["to"])}, on ${dayInWords(e.happenedOn)}. Agreed by ${recorderInWords(String(e.detail["agreedBy"]), names)}`,
});

/** As what somebody took a step, as the log of access told it then; empty where it tells of none. */
type AsThen = (account: string, how: string, at: string) => string;

/** The line written nearest to an instant: a step and its line in the log are not of one moment. */
function asTold(rows: readonly AccessRow[], at: string): string {
  const away = (row: AccessRow): number => Math.abs(Date.parse(row.at) - Date.parse(at));
  const [nearest] = rows.toSorted((a, b) => away(a) - away(b));
  return nearest === undefined ? "" : asWhat(nearest);
}

const lineOfUndoing = (e: Entry, names: ReadonlyMap<string, string>, as: AsThen): DisclosureLine => ({
  at: e.recordedAt, who: recorderInWords(e.recordedBy, names), as: as(e.recordedBy, "undo-done", e.recordedAt), what: "Undid the seal",
  more: `${String(e.detail["why"])}. Agreed by ${String(e.detail["agreedBy"])}`,
});

function linesOfOpening(d: Disclosure, name: (account: string) => string, as: AsThen): DisclosureLine[] {
  const what = DISCLOSURE_FOR[d.wanted];
  return [
    { at: d.askedAt, who: name(d.askedBy), as: as(d.askedBy, `${d.wanted}-asked`, d.askedAt), what: `Asked to: ${what.toLowerCase()}`, more: d.why },
    ...(d.decidedAt === null || d.decidedBy === null ? [] : [{ at: d.decidedAt, who: name(d.decidedBy), as: as(d.decidedBy, `${d.wanted}-${d.refusedBecause === null ? "agreed" : "refused"}`, d.decidedAt), what: `${d.refusedBecause === null ? "Agreed to" : "Refused to"}: ${what.toLowerCase()}`, more: d.refusedBecause ?? "" }]),
    ...(d.openedAt === null ? [] : [{ at: d.openedAt, who: name(d.askedBy), as: as(d.askedBy, "open-opened", d.openedAt), what: "Opened the adoptive identity", more: d.why }]),
  ];
}
