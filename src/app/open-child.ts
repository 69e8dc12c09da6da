import type { Viewer } from "../domain/access/viewer.ts";
import { wallOf } from "../domain/access/wall.ts";
import { sharedUnder } from "../domain/agency/agreement.ts";
import { needsAdopters } from "../domain/agency/functions.ts";
import { isAgencyKind } from "../domain/agency/shown.ts";
import { type AsAt, type Case, fold } from "../domain/chronology/fold.ts";
import { type Day, yearEndingOf } from "../domain/dates/day.ts";
import { lastOf } from "../domain/permanence/moments.ts";
import { type Stage, stageOf } from "../domain/permanence/stage.ts";
import { nameOf } from "../domain/permanence/summarise.ts";
import { countedSoFar } from "../domain/scorecard/counted-so-far.ts";
import { journeyOf } from "../domain/scorecard/journey-of.ts";
import { anchorMoves, movedInShort } from "../domain/standards/anchor-moves.ts";
import { type Clock, isOpen, type JudgedClock, judge } from "../domain/standards/clock.ts";
import { versionFor } from "../domain/standards/compile.ts";
import { type CompiledPack, evaluate } from "../domain/standards/evaluate.ts";
import { explanationInWords, explanationOf } from "../domain/standards/explain.ts";
import { thresholdsFor } from "../reference/thresholds.ts";
import type { Reader } from "../store/reader.ts";
import type { RecordRow, WorkerRow } from "../store/rows.ts";
import { kindsFor } from "./agency/given.ts";
import { sideOf } from "./agency/side.ts";
import { writesTo } from "./access/writes-to.ts";
import { type App, forbids } from "./app.ts";
import { extendable, extensionsOf } from "./extensions/of-child.ts";
import { targetsOf } from "./extensions/targets.ts";
import { peopleAmong } from "./open-tracker.ts";
import { siblingsOf } from "./sibling-group.ts";
import { forbidsGroup } from "./sibling-group-access.ts";
import { standardsFor } from "./standards-for.ts";
import type { ChildPage, ExplainedClock } from "./views.ts";

export interface ChildQuery extends AsAt {
  /** The day to judge by, where it is not today. */
  readonly today?: Day;
}

/** A child by record id, as a page shows it; nothing where there is none that this viewer may see. Written down either way. */
export async function openChild(app: App, viewer: Viewer, recordId: string, query: ChildQuery = {}): Promise<ChildPage | undefined> {
  return openFound(app, viewer, recordId, query, "child-page", (reader) => reader.getRecord(recordId));
}

/** As `openChild`, by the authority's own id for the child. */
export async function openChildByLocalId(
  app: App, viewer: Viewer, authority: string, localId: string, query: ChildQuery = {},
): Promise<ChildPage | undefined> {
  return openFound(app, viewer, localId, query, "command-line", (reader) => reader.findRecord(authority, localId));
}

async function openFound(
  app: App, viewer: Viewer, asked: string, query: ChildQuery, how: string, find: (reader: Reader) => Promise<RecordRow | undefined>,
): Promise<ChildPage | undefined> {
  const log = app.store.accessLog(viewer);
  const page = await app.store.reading(viewer, async (reader) => {
    const record = forbids(viewer, "open-child") === undefined ? await find(reader) : undefined;
    return record?.type === "child" ? pageOf(app, viewer, reader, record, query) : undefined;
  });
  await (page === undefined ? log.refused(asked, how) : log.opened(page.recordId, how));
  return page;
}

async function pageOf(app: App, viewer: Viewer, reader: Reader, record: RecordRow, query: ChildQuery): Promise<ChildPage> {
  const today = query.today ?? query.stoodOn ?? query.knownOn ?? app.clock.today();
  const entries = await reader.entriesOf(record.id);
  const c = fold(entries, query);
  // As it is now, whatever day is asked for: the wall and what may be written go by it.
  const now = query.knownOn === undefined && query.stoodOn === undefined ? c : fold(entries);
  const wall = wallOf(now, stageOf(now), await reader.restrictionRule(record.authority));
  const stage = stageOf(c);
  const writes = wall < 3 && await writesTo(viewer, reader, now, app.clock.today());
  const inForce = await standardsFor(reader, record.authority);
  const workers = await reader.workers();
  const running = evaluate(c, inForce.pack, app.calendar);
  const authority = await app.store.directory.organisation(record.authority);
  if (authority === undefined) throw new Error("A record belongs to no organisation");
  const agency = await agencyOf(app, reader, record.authority, stage);
  const given = await kindsFor(viewer, reader, record.authority);
  return {
    today, authority,
    asAt: { ...(query.knownOn === undefined ? {} : { knownOn: query.knownOn }), ...(query.stoodOn === undefined ? {} : { stoodOn: query.stoodOn }) },
    recordId: record.id,
    localId: record.localId,
    version: record.version,
    erased: await reader.erasedOf(record.id),
    case: c,
    wall,
    stage,
    name: nameOf(c),
    clocks: explainedClocks(app, c, today, inForce.pack, running),
    standards: inForce.standards,
    counted: countedSoFar(journeyOf(c), today, (indicator) => thresholdsFor(indicator, yearEndingOf(today)).days),
    // A code that workers of several authorities have is, of this child, that of its own.
    workerNames: namesOf(c, workers, record.authority, agency, c.entries.some(({ kind }) => isAgencyKind(kind)) ? await reader.agencyPeople() : []),
    extensions: extensionsOf(c, running, inForce.pack, viewer, workers, record.authority),
    extendable: extendable(c, running, inForce.pack),
    ...targetsOf(c, running, inForce.pack, workers, today),
    siblings: await siblingsOf(viewer, reader, record.id),
    agency,
    given,
    may: {
      ...(writes ? { extend: forbids(viewer, "request-extension") === undefined, record: forbids(viewer, "record") === undefined, correct: forbids(viewer, "correct") === undefined } : { extend: false, record: false, correct: false }),
      group: forbidsGroup(viewer, "record") === undefined,
      setAccess: forbids(viewer, "set-access") === undefined,
      ...(writes && forbids(viewer, "move-child") === undefined ? { move: true } : {}),
      ...(forbids(viewer, "know-adopters") === undefined && (sideOf(viewer) === "authority" || needsAdopters(agency?.agreement.functions ?? [], lastOf(now, "adoption-order") !== undefined)) ? { adopters: true } : {}),
      ...(forbids(viewer, "seal") === undefined ? { seal: true } : {}),
      ...(forbids(viewer, "release") === undefined || forbids(viewer, "agree-release") === undefined ? { release: true } : {}),
    },
  };
}

/** By account and by worker code. Who wrote something for the agency and is not among those the viewer may see is told as the agency. */
function namesOf(c: Case, workers: readonly WorkerRow[], authority: string, agency: ChildPage["agency"], theirs: readonly WorkerRow[]): ReadonlyMap<string, string> {
  const names = new Map([...peopleAmong(theirs).names, ...peopleAmong(workers).names, ...peopleAmong(workers.filter((w) => w.organisation === authority)).names]);
  for (const { kind, recordedBy } of c.entries) if (agency !== null && isAgencyKind(kind) && !names.has(recordedBy)) names.set(recordedBy, agency.organisation.name);
  return names;
}

async function agencyOf(app: App, reader: Reader, authority: string, stage: Stage): Promise<ChildPage["agency"]> {
  const agreement = await reader.agreementOf(authority);
  const organisation = agreement === undefined ? undefined : await app.store.directory.organisation(agreement.agency);
  return agreement === undefined || organisation === undefined ? null : { organisation, agreement, shares: sharedUnder(agreement, { stage, wall: 0 }) };
}

/** Every clock of a case, judged on a day and explained: what is late first, then what is due, then the rest. */
export function explainedClocks(app: App, c: Case, today: Day, pack: CompiledPack, clocks: readonly Clock[] = evaluate(c, pack, app.calendar)): ExplainedClock[] {
  const order: Record<JudgedClock["state"], number> = { overdue: 0, "due-soon": 1, running: 2, "not-recorded": 3, "met-late": 4, met: 5, moot: 6 };
  return clocks
    .map((clock) => {
      const standard = versionFor(pack, clock);
      const told = explanationOf(clock, c, pack, app.calendar);
      if (standard === undefined || told === undefined) throw new Error(`A clock runs by ${clock.standard}, which is no standard`);
      return {
        ...judge(clock, today),
        title: standard.title,
        owner: standard.owner,
        citation: standard.citation.provision,
        why: explanationInWords(told),
        told,
        moved: isOpen(clock) ? movedBeside(clock, c, pack, app) : null,
      };
    })
    .sort((a, b) => order[a.state] - order[b.state] || (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") || a.standard.localeCompare(b.standard));
}

/** Beside a day that is still ahead it is worth saying only that what it goes by was put off, brought forward or called off. */
function movedBeside(clock: Clock, c: Case, pack: CompiledPack, { calendar }: App): string | null {
  const moved = anchorMoves(clock, c, pack, calendar);
  return moved !== undefined && (moved.calledOff !== null || moved.moves.at(-1)?.wasAhead === true) ? movedInShort(moved) : null;
}
