import { namedBefore, namedLater, type NamedPerson, restrictionOf, whyNotNamed } from "../../domain/access/named.ts";
import { type Opener, openersOf } from "../../domain/access/openers.ts";
import type { Organisation, Person } from "../../domain/access/viewer.ts";
import { closedBy, type RestrictionRule, type Wall, wallOf } from "../../domain/access/wall.ts";
import { sharedUnder } from "../../domain/agency/agreement.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import type { Nameable } from "../../domain/commands/involve.ts";
import type { Day } from "../../domain/dates/day.ts";
import { type Stage, stageOf } from "../../domain/permanence/stage.ts";
import type { Colleague } from "../../domain/work/cover.ts";
import type { Reader } from "../../store/reader.ts";
import type { RecordRow, WorkerRow } from "../../store/rows.ts";
import type { App } from "../app.ts";

/** Who may open one record and why, for those who say who may. */
export interface AccessPage {
  readonly today: Day;
  readonly recordId: string;
  readonly localId: string;
  readonly authority: Organisation;
  /** The authority’s regional agency, and whether its people open this record now. */
  readonly agency: { readonly name: string; readonly opens: boolean } | null;
  readonly version: number;
  readonly stage: Stage;
  readonly wall: Wall;
  /** Behind the last wall: by what. */
  readonly closed: "moved" | "sealed" | null;
  readonly rule: RestrictionRule;
  readonly restriction: Entry | null;
  readonly openers: readonly Opener[];
  /** Those named from a day still to come, and those who no longer are. */
  readonly later: readonly NamedPerson[];
  readonly before: readonly NamedPerson[];
  /** Whom one may name, by name. */
  readonly nameable: readonly Colleague[];
  /** The name of a person, by account. */
  readonly names: ReadonlyMap<string, string>;
}

/** Who may open a record, with what may be changed of it; nothing where it is not the viewer’s to see. Written down either way. */
export async function openAccess(app: App, person: Person, recordId: string): Promise<AccessPage | undefined> {
  const log = app.store.accessLog(person);
  const page = await app.store.reading(person, async (reader) => {
    const record = await reader.getRecord(recordId);
    return record?.type === "child" ? pageOf(app, reader, record) : undefined;
  });
  await (page === undefined ? log.refused(recordId, "access-page") : log.opened(page.recordId, "access-page"));
  return page;
}

/** Whether the viewer can still open a record that they could a moment ago. */
export const stillOpens = async (app: App, person: Person, recordId: string): Promise<boolean> => (await app.store.reader(person).getRecord(recordId)) !== undefined;

/**
 * The accounts of all who may open a child’s record today: of the authority, of its agency and whoever is named on it. Asked of the
 * authority’s own operator, since whoever wants to know may not see who works with the child. Not to be called within a transaction.
 */
export async function openedBy(app: App, authority: string, recordId: string): Promise<ReadonlySet<string>> {
  return app.store.reading({ type: "operator", authority }, async (reader) => {
    const { openers } = await openingOf(reader, authority, fold(await reader.entriesOf(recordId)), app.clock.today());
    return new Set(openers.flatMap((opener) => (opener.by === "named" ? [opener.named.account] : opener.people.map(({ account }) => account))));
  });
}

async function openingOf(reader: Reader, code: string, c: Case, today: Day) {
  const stage = stageOf(c);
  const rule = await reader.restrictionRule(code);
  const wall = wallOf(c, stage, rule);
  const agreement = await reader.agreementOf(code);
  const opens = agreement !== undefined && sharedUnder(agreement, { stage, wall });
  const among = await nameableIn(reader, code);
  const openers = openersOf(c, { wall, rule, authority: code, agency: opens ? agreement.agency : null, ...(agreement === undefined ? {} : { given: agreement.functions }), people: among.people, today });
  return { stage, rule, wall, agreement, opens, among, openers };
}

async function pageOf(app: App, reader: Reader, { id, localId, version, authority: code }: RecordRow): Promise<AccessPage> {
  const today = app.clock.today();
  const c = fold(await reader.entriesOf(id));
  const { stage, rule, wall, agreement, opens, among, openers } = await openingOf(reader, code, c, today);
  const [authority, agency] = [await app.store.directory.organisation(code), agreement === undefined ? undefined : await app.store.directory.organisation(agreement.agency)];
  if (authority === undefined) throw new Error("A record belongs to no organisation");
  return {
    today, recordId: id, localId, authority, version, stage, wall, closed: closedBy(c), rule,
    agency: agency === undefined ? null : { name: agency.name, opens },
    restriction: restrictionOf(c) ?? null,
    openers,
    later: namedLater(c, today), before: namedBefore(c, today),
    nameable: among.people.filter((person) => whyNotNamed(person, among.authority, among.agency, today) === undefined),
    names: new Map(among.people.map(({ account, name }) => [account, name])),
  };
}

/** The people of an authority and of its regional agency, among whom somebody may be named on a record. */
export async function nameableIn(reader: Reader, authority: string): Promise<Nameable> {
  const people = [...(await reader.workers()).filter(({ organisation }) => organisation === authority), ...await reader.agencyPeople()];
  return {
    people: people.map(colleagueOf).toSorted((a, b) => a.name.localeCompare(b.name) || (a.account < b.account ? -1 : 1)),
    authority, agency: await reader.agencyOf(authority) ?? null,
  };
}

const colleagueOf = ({ account, name, role, organisation, worker, team, leftOn }: WorkerRow): Colleague => ({ account, name, role, organisation, worker, team, leftOn });
