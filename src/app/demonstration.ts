import type { Role } from "../domain/access/role.ts";
import type { Draft } from "../domain/chronology/entry.ts";
import { addMonths, type Day } from "../domain/dates/day.ts";
import { answerStandards } from "../domain/simulation/desks/answers.ts";
import { workAtDesks } from "../domain/simulation/desks/work.ts";
import { random } from "../domain/simulation/random.ts";
import { exactly } from "../domain/simulation/relative-day.ts";
import { sealLongAdopted } from "../domain/simulation/sealing.ts";
import { simulate } from "../domain/simulation/simulate.ts";
import type { SimulatedEntry, SimulatedPopulation } from "../domain/simulation/simulated.ts";
import { subgroupsIn, subgroupsText } from "../domain/siblings/subgroups.ts";
import type { StandardsChange } from "../domain/standards/change.ts";
import type { CompiledPack } from "../domain/standards/compile.ts";
import type { DemonstrationAccount, DemonstrationAuthority } from "../reference/demonstration.ts";
import { loadDemonstration, storiesOf } from "../reference/demonstration.ts";
import type { HistoryRow, Writer } from "../store/writer.ts";
import type { App } from "./app.ts";
import { inventIdentities } from "./demonstration-identities.ts";
import { holdDemonstrationMeetings } from "./meetings/demonstration.ts";
import { keepDemonstrationPlans } from "./plan/demonstration.ts";
import { bringInDemonstrationFigures } from "./published/demonstration.ts";
import { offerStories } from "./moves/demonstration.ts";
import { lawOf } from "./standards/laws.ts";

/** What loading an authority goes through: its children are invented, written down, put in the lists, and it is all kept. */
const STEPS = 4;

/**
 * Puts the demonstration region into an empty database: organisations, agreements, people,
 * and three authorities' invented children. Each authority arrives whole or not at all; those
 * that are missing, because an earlier start was cut short, are added. Does nothing, and says
 * so by false, where the region is there already, or where the database holds something else.
 */
export async function loadDemonstrationRegion(app: App, progress?: (done: number, of: number) => void): Promise<boolean> {
  const { region } = loadDemonstration();
  const { agency, authorities } = region;
  const present = new Set((await app.store.directory.organisations()).map(({ code }) => code));
  if (present.size > 0 && !present.has(agency.organisation.code)) return false;
  const missing = authorities.filter(({ organisation }) => !present.has(organisation.code));
  if (missing.length === 0) return false;
  if (present.size === 0) {
    await app.store.inTransaction({ type: "operator", authority: agency.organisation.code }, async (writer) => {
      await writer.addOrganisation(agency.organisation);
      await addAccounts(writer, agency.organisation.code, agency.accounts, app.clock.today());
    });
  }
  const of = missing.length * STEPS;
  let done = 0;
  progress?.(done, of);
  const step = (): void => progress?.(++done, of);
  // At once, so that one is invented while the database writes another. All have ended before a failure is told.
  const loaded = await Promise.allSettled(missing.map((authority) => loadAuthority(app, authority, agency.organisation.code, step)));
  for (const each of loaded) if (each.status === "rejected") throw each.reason;
  await offerStories(app, missing.map(({ organisation }) => organisation.code));
  await app.store.maintenance.refreshStatistics();
  await holdDemonstrationMeetings(app);
  await keepDemonstrationPlans(app);
  await bringInDemonstrationFigures(app);
  return true;
}

async function addAccounts(writer: Writer, organisation: string, accounts: readonly DemonstrationAccount[], today: Day): Promise<void> {
  for (const { id, name, role, worker, team, service, left } of accounts) {
    await writer.addAccount({ account: id, name, role, organisation, worker: worker ?? null, team: team ?? null, service: service ?? null, leftOn: left === undefined ? null : exactly(left, today), email: `${id}@${id.split(".")[0]}.example` });
  }
}

async function loadAuthority(app: App, authority: DemonstrationAuthority, agency: string, step: () => void): Promise<void> {
  const { code } = authority.organisation;
  const { region, stories } = loadDemonstration();
  const today = app.clock.today();
  const { calendar } = app;
  const seed = `${region.seed}/${code}`;
  const lives = simulate({ seed, children: authority.children, settings: authority.settings, calendar, from: addMonths(today, -12 * region.years), to: today });
  const { agreement } = authority;
  const given: StandardsChange[] = agreement.functions.length === 0 ? [] : [{ type: "give-functions", agency, functions: agreement.functions }];
  const decided = [...given, ...authority.packs.map(({ pack, from }): StandardsChange => ({ type: "adopt-pack", pack, from: exactly(from, today) }))];
  const answering = { seed, calendar, to: today, pack: packAfter(code, decided) };
  const worked = workAtDesks(lives, { ...answering, agency });
  const population = { ...worked, children: worked.children.map((child) => sealLongAdopted(answerStandards(child, answering), today)) };
  const stand = storiesOf(stories, code, today);
  const told = { ...stand, children: stand.children.map((child) => answerStandards(child, { ...answering, told: true })) };
  step();
  await app.store.inTransaction({ type: "operator", authority: code }, async (writer) => {
    await writer.addOrganisation(authority.organisation);
    await addAccounts(writer, code, [...authority.accounts, ...authority.colleagues], today);
    await writer.agree(agency, code, agreement.fromStage, agreement);
    await writer.lock(code);
    for (const change of decided) await writer.addStandardsChange(code, { at: app.clock.now(), reason: "Agreed by the service", change });
    await loadPopulation(app, writer, authority, seed, { children: [...told.children, ...population.children], groups: [...told.groups, ...population.groups] }, step);
    await writer.sayForecastAssessment(code, "DPIA 1 (invented)", app.clock.now());
    await writer.appendAudit(code, { command: "load-demonstration", input: { children: told.children.length + population.children.length } }, app.clock.now());
  });
  await arrangeCover(app, authority);
  step();
}

/** The standards that an authority judges its children by once it has decided so. */
function packAfter(authority: string, decided: readonly StandardsChange[]): CompiledPack {
  const changes = decided.map((change, i) => ({ number: i + 1, at: "", by: "", reason: "", change }));
  return lawOf({ authority, revision: changes.length, changes }).pack;
}

/** Who is away, and who does their work. */
async function arrangeCover(app: App, { away }: DemonstrationAuthority): Promise<void> {
  const today = app.clock.today();
  for (const { account, coveredBy, from, until } of away) {
    const person = await app.store.directory.person(account);
    if (person !== undefined) await app.store.covers(person).add({ account, coveredBy, fromOn: exactly(from, today), untilOn: exactly(until, today) }, app.clock.now());
  }
}

interface Loading {
  readonly recordId: string;
  readonly type: "child" | "sibling-group";
  readonly entries: readonly SimulatedEntry[];
}

/** Writes everybody's entries in the order they were written down, as years of work would have. */
async function loadPopulation(app: App, writer: Writer, { organisation: { code: authority }, accounts }: DemonstrationAuthority, seed: string, population: SimulatedPopulation, step: () => void): Promise<void> {
  const accountOf = new Map([...loadDemonstration().region.agency.accounts, ...accounts].toReversed().map(({ role, id }) => [role, id]));
  const officer = accountOf.get("reviewing-officer");
  const children = await writer.createRecords(authority, "child", population.children.map((c) => c.localId));
  const groups = await writer.createRecords(authority, "sibling-group", population.groups.map((g) => g.localId));
  const idOf = (localId: string): string => children.get(localId)?.id ?? localId;
  const loading: Loading[] = [
    ...population.children.map((c): Loading => ({ recordId: idOf(c.localId), type: "child", entries: c.entries.map((e) => ({ ...e, draft: reviewedBy(e.draft, hasOfficer(c) ? officer : undefined) })) })),
    ...population.groups.map((g): Loading => ({
      recordId: groups.get(g.localId)?.id ?? "", type: "sibling-group", entries: g.entries.map((e) => ({ ...e, draft: naming(e.draft, idOf) })),
    })),
  ];
  const written = await writer.appendHistory(authority, historyOf(loading, accountOf, app.clock.now()), "demonstration");
  step();
  await writer.writeProjections(authority, loading.map(({ recordId, type }) => ({ recordId, type, entries: written.get(recordId) ?? [] })), app.summarise);
  const localIds = new Map([...children.values()].map(({ id, localId }) => [id, localId]));
  await inventIdentities(app, writer, seed, authority, loading.map(({ recordId, type }) => ({ recordId, type, localId: localIds.get(recordId) ?? "", entries: written.get(recordId) ?? [] })));
  step();
}

/** One history of all the records, by the day of writing down and never after `now`; what an entry supersedes comes before it and is named by its row. */
function historyOf(loading: readonly Loading[], accountOf: ReadonlyMap<Role, string>, now: string): HistoryRow[] {
  const all = loading.flatMap(({ recordId, entries }) => entries.map((entry, at) => ({ recordId, entry, key: `${recordId}/${at}` })));
  all.sort((a, b) => (a.entry.recordedOn < b.entry.recordedOn ? -1 : a.entry.recordedOn > b.entry.recordedOn ? 1 : 0));
  const rowOf = new Map(all.map(({ key }, row) => [key, row]));
  return all.map(({ recordId, entry: { draft, recordedOn, supersedes, refers, by } }) => {
    const [supersedesRow, row] = [supersedes, refers?.at].map((at) => (at === undefined ? undefined : rowOf.get(`${recordId}/${at}`)));
    const recordedBy = by === undefined ? undefined : accountOf.get(by);
    return {
      recordId, draft, recordedAt: notAfter(now, `${recordedOn}T09:30:00.000Z`),
      ...(supersedesRow === undefined ? {} : { supersedesRow }),
      ...(refers === undefined || row === undefined ? {} : { refers: { field: refers.field, row } }),
      ...(recordedBy === undefined ? {} : { recordedBy }),
    };
  });
}

/** Instants in UTC to the millisecond, so that the earlier comes first in the alphabet. */
const notAfter = (now: string, at: string): string => (at > now ? now : at);

/** Of most children it is said which reviewing officer they have. */
const hasOfficer = ({ localId }: { readonly localId: string }): boolean => random(`officer of ${localId}`).chance(0.92);

/** The authority’s one reviewing officer in the demonstration reviews whom nobody else is said to. */
const reviewedBy = (draft: Draft, officer: string | undefined): Draft =>
  draft.kind !== "reviewing-officer-appointed" || officer === undefined ? draft : { ...draft, detail: { officer, ...draft.detail } };

/** A group names its children by local id until they have records. */
function naming(draft: Draft, idOf: (localId: string) => string): Draft {
  const { child, subgroups } = draft.detail;
  if (child === undefined && subgroups === undefined) return draft;
  const named = {
    ...(child === undefined ? {} : { child: idOf(String(child)) }),
    ...(subgroups === undefined ? {} : { subgroups: subgroupsText(subgroupsIn(String(subgroups)).map((ids) => ids.map(idOf))) }),
  };
  return { ...draft, detail: { ...draft.detail, ...named } };
}
