import type { Organisation, Person } from "../../domain/access/viewer.ts";
import { type Day, daysBetween, earliest, yearEndingOf } from "../../domain/dates/day.ts";
import { daysOf, type Quarter, quarterInWords, quarterOf } from "../../domain/dates/quarter.ts";
import { FAMILY_CODES, type OnTheWay, onTheWay, PIPELINE_STAGES, REGION_EVENTS, type RegionAuthority, type RegionChild, type RegionEvent, regionHappenings, happenedIn } from "../../domain/region/region.ts";
import { REGION } from "../../domain/region/tables.ts";
import type { PipelineStage } from "../../domain/scorecard/pipeline.ts";
import { tellingOfCount } from "../../domain/scorecard/suppression.ts";
import type { App } from "../app.ts";
import type { ToldCount } from "../open-counts.ts";
import { figuresTold, type RegionFigures } from "./figures-told.ts";
import { type SharedAuthority, type SharedRegion, sharedRegion } from "./shared-children.ts";

/** A column of the quarterly table. */
export interface RegionSpan {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly state: "ended" | "running" | "to-come";
}

/** A child who waits, and how long they have stood where they are. */
export interface RegionWaiting {
  readonly recordId: string;
  readonly localId: string;
  readonly stage: PipelineStage;
  readonly since: Day;
  readonly days: number;
}

/** One authority, or the region: its numbers as its viewer is told them. */
export interface RegionScope {
  /** An authority’s code, or REGION. */
  readonly key: string;
  readonly name: string;
  readonly terms: readonly string[];
  readonly children: ToldCount;
  /** By span; nothing for one to come. */
  readonly events: Readonly<Record<RegionEvent, readonly (ToldCount | null)[]>>;
  /** Three years and then one, up to the year that ended last; then the year that runs. */
  readonly figures: readonly RegionFigures[];
  readonly waits: Readonly<Record<PipelineStage, ToldCount>>;
  /** Those whose records the viewer may open, who have waited longest first. */
  readonly waiting: readonly RegionWaiting[];
}

export interface RegionPage {
  readonly agency: Organisation;
  readonly today: Day;
  readonly yearEnding: number;
  readonly spans: readonly RegionSpan[];
  /** The region first, then each authority by name. */
  readonly scopes: readonly RegionScope[];
}

/** How many financial years can be looked at. */
export const REGION_YEARS = 6;

/** The region’s figures over the children shared with the viewer’s agency; nothing where they may not see them. */
export async function openRegion(app: App, person: Person, asked?: number): Promise<RegionPage | undefined> {
  const shared = await sharedRegion(app, person);
  return shared === undefined ? undefined : regionPage(shared, app.clock.today(), asked);
}

/** The page, worked out from what was read. */
export function regionPage({ agency, authorities }: SharedRegion, today: Day, asked?: number): RegionPage {
  const latest = yearEndingOf(today);
  const yearEnding = asked === undefined || asked > latest || asked <= latest - REGION_YEARS ? latest : asked;
  const spans = spansOf(yearEnding, today);
  const region = { code: REGION, name: "The region", terms: [], children: authorities.flatMap(({ children }) => children) };
  return { agency, today, yearEnding, spans, scopes: [region, ...authorities].map((one) => scopeOf(one, one === region ? authorities : [one], spans, today)) };
}

/** The four quarters of a year and the year, as far as they have got. */
function spansOf(yearEnding: number, today: Day): readonly RegionSpan[] {
  const current = quarterOf(today);
  const span = (name: string, from: Day, to: Day): RegionSpan => ({ name, from, to: earliest(to, today), state: from > today ? "to-come" : to >= today ? "running" : "ended" });
  const quarters = ([1, 2, 3, 4] as const).map((number): Quarter => ({ yearEnding, number }));
  const [first, last] = [daysOf(quarters[0]!), daysOf(quarters[3]!)];
  return [...quarters.map((quarter) => span(quarterInWords(quarter), daysOf(quarter).from, daysOf(quarter).to)), span(yearEnding === current.yearEnding ? "Year to date" : "Year", first.from, last.to)];
}

function scopeOf({ code: key, name, terms, children }: RegionAuthority & Pick<SharedAuthority, "terms">, parts: readonly RegionAuthority[], spans: readonly RegionSpan[], today: Day): RegionScope {
  const told = tellingFor(children);
  const happenings = regionHappenings(children);
  const waiting = onTheWay(children, today, true);
  return {
    key, name, terms, children: told(children.map(({ child }) => child)),
    events: Object.fromEntries([...REGION_EVENTS, ...FAMILY_CODES].map((code) => [code, spans.map((span) => (span.state === "to-come" ? null : told(happenedIn(happenings, code, span))))])) as unknown as RegionScope["events"],
    figures: [{ yearEnding: yearEndingOf(today) - 1, years: 3 }, { yearEnding: yearEndingOf(today) - 1, years: 1 }, { yearEnding: yearEndingOf(today), years: 1 }].map((window) => figuresTold(parts, window)),
    waits: Object.fromEntries(PIPELINE_STAGES.map((stage) => [stage, told(waiting.filter((one) => one.stage === stage).map(({ child }) => child))])) as unknown as RegionScope["waits"],
    waiting: waitingOpen(waiting, today),
  };
}

/** How counts of these children are told: exactly where the viewer may open all of those counted, and otherwise no closer than a few. */
export function tellingFor(children: readonly RegionChild[]): (ids: readonly string[]) => ToldCount {
  const isClosed = new Set(children.filter(({ localId }) => localId === null).map(({ child }) => child));
  return (ids) => {
    const closed = ids.filter((id) => isClosed.has(id));
    return { open: ids.length - closed.length, closed: closed.length, telling: closed.length === 0 ? "all" : tellingOfCount(new Set(closed).size) };
  };
}

export const waitingOpen = (waiting: readonly OnTheWay[], today: Day): readonly RegionWaiting[] =>
  waiting.flatMap(({ child, localId, stage, since }) => (localId === null ? [] : [{ recordId: child, localId, stage, since, days: daysBetween(since, today) }]));
