import { BARRIERS, type BarrierCode } from "../../chronology/codes.ts";
import type { Day } from "../../dates/day.ts";
import { daysOf as daysOfQuarter } from "../../dates/quarter.ts";
import { type Compared, type ComparedGroup, compare } from "../../scorecard/published/compare.ts";
import type { ComparatorGroup, PublishedFigure } from "../../scorecard/published/published.ts";
import { isArea, type OwnName, plainArea } from "../../scorecard/published/same-area.ts";
import { PIPELINE, type PipelineStage } from "../../scorecard/pipeline.ts";
import { SUPPRESSED, type Told } from "../../scorecard/publication/tables.ts";
import type { ToldBefore } from "../../scorecard/publication/told-before.ts";
import type { Thresholds } from "../../scorecard/thresholds.ts";
import { INDICATOR_CODES, type IndicatorCode, type Window } from "../../scorecard/window.ts";
import { asPublished } from "./words.ts";
import { endedQuarters, KEYS, yearsOf } from "./tables.ts";
import type { AreaTold, Cell, ComparedTold, FigureTold, GroupTold, IndicatorTold, ScrutinyTold } from "./told.ts";

/** By which windows, thresholds and published figures a report is told. */
export interface Telling {
  readonly told: Told;
  /** The oldest first; the last is the report’s. */
  readonly windows: readonly Window[];
  readonly thresholds: (code: IndicatorCode, yearEnding: number) => Thresholds;
  readonly today: Day;
  readonly own: OwnName;
  readonly figures: readonly PublishedFigure[];
  readonly groups: readonly ComparatorGroup[];
  /** Which publication the authority is compared by; null where none was brought in. */
  readonly source: string | null;
  /** Of the numbers that are hidden, those that were told before, by key. */
  readonly before?: ReadonlyMap<string, ToldBefore>;
}

/** The part of a report that comes of its protected figures and of what others published. */
export function tellFigures(telling: Telling): Pick<ScrutinyTold, "window" | "today" | "indicators" | "adopted" | "soFar" | "pipeline" | "placed" | "barriers"> {
  const { told, windows, today } = telling;
  const count = (key: string): Cell => told.counts[key] ?? null;
  const ended = endedQuarters(today).at(-1);
  return {
    window: windows.at(-1)!, today,
    indicators: INDICATOR_CODES.map((code) => indicatorTold(telling, code)),
    adopted: yearsOf(windows).map((window) => ({ window, children: count(KEYS.adopted(window)) })),
    soFar: ended === undefined ? null : { until: daysOfQuarter(ended).to, children: count(KEYS.soFar) },
    pipeline: (Object.keys(PIPELINE) as PipelineStage[]).map((stage) => ({ label: PIPELINE[stage], children: count(KEYS.stage(stage)) })),
    placed: { children: count(KEYS.stage("placed")), A1: told.averages[KEYS.placed("A1")] ?? null, A2: told.averages[KEYS.placed("A2")] ?? null, ...publishedOn(telling, KEYS.stage("placed")) },
    barriers: (Object.keys(BARRIERS) as BarrierCode[]).map((barrier) => ({ label: BARRIERS[barrier], children: count(KEYS.barrier(barrier)) })),
  };
}

const publishedOn = ({ before }: Telling, key: string): { readonly publishedOn?: Day } => {
  const on = before?.get(key)?.on;
  return on === undefined ? {} : { publishedOn: on };
};

function indicatorTold(telling: Telling, code: IndicatorCode): IndicatorTold {
  const { told, windows, thresholds, own, figures } = telling;
  const figure = (window: Window): FigureTold => ({
    ...(code === "A3" ? {} : publishedOn(telling, KEYS.mean(code, window))),
    window, children: told.counts[KEYS.adopted(window)] ?? null,
    value: code === "A3" ? told.shares[KEYS.share(window)] ?? null : averageTold(told, KEYS.mean(code, window)),
    // A10 has none of its own, and a single year is not judged.
    threshold: window.years === 3 && code !== "A10" ? thresholds(code, window.yearEnding).days : null,
  });
  const hidden = new Set(windows.map(figure).flatMap(({ window, value }) => (value === SUPPRESSED ? [window.yearEnding] : [])));
  const isWithheld = (f: PublishedFigure): boolean => f.indicator === code && f.level === "authority" && f.years === 3 && hidden.has(f.yearEnding) && isArea(f, own);
  const compared = comparedTold({ ...telling, figures: figures.filter((f) => !isWithheld(f)) }, code);
  return {
    code, windows: windows.map(figure), years: code === "A3" || code === "A10" ? [] : yearsOf(windows).map(figure), thresholdNote: thresholds(code, windows.at(-1)!.yearEnding).note,
    compared: compared === null || compared.own !== null || !figures.some((f) => f.source === compared.source && isWithheld(f)) ? compared : { ...compared, isWithheld: true },
  };
}

/** One that was not even offered for publication is not told. */
const averageTold = ({ averages }: Told, key: string): Cell => (Object.hasOwn(averages, key) ? averages[key] ?? null : "x");

/** The published figures beside the record’s: none of the authority’s own for a window of which its record’s is hidden. The latest window, no later than the report’s, of which the source has a figure of the authority; failing that, of anybody. */
function comparedTold({ figures, groups, own, source, windows, thresholds }: Omit<Telling, "told">, code: IndicatorCode): ComparedTold | null {
  if (source === null) return null;
  const of = (window: Window): Compared => compare(figures, groups, own, { indicator: code, window, source }, null);
  const all = windows.map(of);
  const at = all.findLast((compared) => compared.own !== null) ?? all.findLast((compared) => compared.ranked > 0);
  if (at === undefined) return null;
  const national = (compared: Compared | undefined) => (compared?.national == null ? [] : [{ name: compared.national.name, value: compared.national.value, isNational: true }]);
  const named = new Set(groups.filter(({ kind }) => kind === "region").map(({ name }) => plainArea(name)));
  // Of a source that has every region, only the one that the authority has a group of.
  const regions = at.regions.length === 1 ? at.regions : at.regions.filter(({ name }) => named.has(plainArea(name)));
  const wider = [...regions.map(({ name, value }) => ({ name, value, isNational: false })), ...national(at)];
  return {
    window: { yearEnding: at.window.yearEnding, years: at.window.years }, source, own: at.own?.value ?? null, rank: at.own?.printedRank ?? at.own?.rank ?? null,
    ranked: rankedIn(figures, at), threshold: code === "A10" ? null : thresholds(code, at.window.yearEnding).days,
    groups: at.groups.map(groupTold),
    wider,
    trend: [
      ...groups.map(({ id, name, kind }) => ({ name: kind === "region" ? `${name}: average of its authorities` : name, isNational: false, values: all.map((compared) => compared.groups.find((group) => group.id === id)?.average ?? null) })),
      ...wider.map(({ name, isNational }) => ({ name: asPublished({ name, isNational }), isNational, values: all.map((compared) => (isNational ? compared.national?.value : compared.regions.find((region) => region.name === name)?.value) ?? null) })),
    ],
  };
}

/** How many the ranks of a window are among. A printed one may be among more than were brought in: then nobody here knows. */
function rankedIn(figures: readonly PublishedFigure[], { indicator, window, source, ranked, own }: Compared): number | null {
  if (own?.printedRank == null) return ranked;
  const printed = figures.filter((f) => f.source === source && f.indicator === indicator && f.level === "authority" && f.yearEnding === window.yearEnding && f.years === window.years).map(({ rank }) => rank ?? 0);
  return Math.max(0, ...printed) > ranked ? null : ranked;
}

/** The members by themselves, for averages and sentences are of them alone; the authority beside them where it is none of them. */
function groupTold({ name, kind, average, suppressed, without, members }: ComparedGroup): GroupTold {
  const told = ({ name: area, value, printedRank, note, isOwn }: ComparedGroup["members"][number]): AreaTold => ({ area, value, printedRank, note, isOwn });
  const beside = members.find(({ isMember }) => !isMember);
  return { name, kind, average, leftOut: suppressed + without, members: members.filter(({ isMember }) => isMember).map(told), beside: beside === undefined ? null : told(beside) };
}
