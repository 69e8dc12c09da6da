import { BARRIERS, type BarrierCode } from "../../chronology/codes.ts";
import { type Day, yearEndingOf } from "../../dates/day.ts";
import { daysOf as daysOfQuarter, type Quarter } from "../../dates/quarter.ts";
import { otherwise, type Choices } from "../../scorecard/choices.ts";
import { adoptedIn, indicator, type Traveller } from "../../scorecard/indicators.ts";
import { PIPELINE, pipelineOf, type PipelineStage } from "../../scorecard/pipeline.ts";
import { childPieces, eventPieces, standingPieces } from "../../scorecard/publication/pieces.ts";
import { type Average, type Count, isFew, type Share, type Tables } from "../../scorecard/publication/tables.ts";
import { type Window, windowName } from "../../scorecard/window.ts";

/** One child with what a report counts of them. */
export interface ReportedTraveller extends Traveller {
  /** Written down of the child, and not yet behind them. */
  readonly barriers: readonly BarrierCode[];
}

export interface TablesQuestion {
  /** Its code, and its name. */
  readonly authority: { readonly code: string; readonly name: string };
  readonly travellers: readonly ReportedTraveller[];
  /** Three-year windows that have ended, the oldest first. */
  readonly windows: readonly Window[];
  readonly today: Day;
  readonly choices: Choices;
}

export const MEANS = ["A1", "A2", "A10"] as const;
export type Mean = (typeof MEANS)[number];

/** By which the figures of the report are asked for, and told. */
export const KEYS = {
  adopted: ({ yearEnding, years }: Window): string => `adopted ${yearEnding} ${years}`,
  soFar: "adopted so far",
  within: ({ yearEnding }: Window): string => `within ${yearEnding}`,
  counted: ({ yearEnding }: Window): string => `counted ${yearEnding}`,
  share: ({ yearEnding }: Window): string => `A3 ${yearEnding}`,
  mean: (code: Mean, { yearEnding, years }: Window): string => `${code} ${yearEnding} ${years}`,
  stage: (stage: PipelineStage): string => `stage ${stage}`,
  placed: (code: "A1" | "A2"): string => `placed ${code}`,
  barrier: (barrier: BarrierCode): string => `barrier ${barrier}`,
} as const;

/** The years that windows are made of, the oldest first. */
export const yearsOf = (windows: readonly Window[]): readonly Window[] =>
  [...new Set(windows.flatMap(({ yearEnding, years }) => Array.from({ length: years }, (_, i) => yearEnding - i)))].sort((a, b) => a - b).map((yearEnding) => ({ yearEnding, years: 1 }));

/**
 * Every span that a report tells, that which it needs most first: where not all may be told, those that come first are. The window
 * itself and its last year; the window before and the year that left it; then the other windows and the other years, the latest first.
 */
export function wantedFirst(windows: readonly Window[]): readonly Window[] {
  const latest = windows.toReversed();
  const years = yearsOf(windows).toReversed();
  const [now, before] = latest;
  const left = years.find(({ yearEnding }) => before !== undefined && yearEnding === before.yearEnding - before.years + 1);
  return [...new Set([now, years[0], before, left, ...latest, ...years].filter((window) => window !== undefined))];
}

/** The quarters that have ended of the year that runs. */
export function endedQuarters(today: Day): readonly Quarter[] {
  const yearEnding = yearEndingOf(today);
  return ([1, 2, 3, 4] as const).map((number) => ({ yearEnding, number })).filter((quarter) => daysOfQuarter(quarter).to < today);
}

const quartersOf = ({ yearEnding, years }: Window): readonly Quarter[] =>
  Array.from({ length: years }, (_, i) => yearEnding - i).flatMap((year) => ([1, 2, 3, 4] as const).map((number) => ({ yearEnding: year, number })));

/** Every figure of the record that a report would print, with what it is made of: for `protect` to say what of it may be told. */
export function scrutinyTables(question: TablesQuestion): Tables {
  const { authority: { code, name }, windows } = question;
  const events: Events = (of, quarters, among) =>
    eventPieces(of, [code], quarters, (_, { from, to }) => among.filter(({ journey: { adoptedOn } }) => adoptedOn !== null && from <= adoptedOn && adoptedOn <= to).length);
  const all = wantedFirst(windows);
  const soFar = endedQuarters(question.today);
  const shared = byShare(question);
  return {
    cuts: cutsOf(question, shared, events),
    counts: [
      ...all.map((window): Count => ({ key: KEYS.adopted(window), words: `Children adopted, ${windowName(window)}, ${name}`, pieces: events("A4", quartersOf(window), question.travellers) })),
      ...(soFar.length === 0 ? [] : [{ key: KEYS.soFar, words: `Children adopted in the year’s quarters that have ended, ${name}`, pieces: events("A4", soFar, question.travellers) }]),
      ...windows.flatMap((window) => shareCounts(question, window, shared, events)),
      ...standing(question),
    ],
    shares: windows.map((window): Share => ({ key: KEYS.share(window), words: `A3, ${windowName(window)}, ${name}`, part: KEYS.within(window), whole: KEYS.counted(window) })),
    averages: [...all.flatMap((window) => meansOf(question, window).map((mean) => meanOf(question, mean, window))), ...placedMeans(question)],
  };
}

/**
 * A1 and A10 count the same children and differ by those whom their foster carers adopted: where a year has a few of them, A10 beside
 * A1 would tell of their days.
 */
function tellsOfCarers({ travellers, windows, choices }: TablesQuestion): boolean {
  return yearsOf(windows).some((year) => {
    const days = new Map(indicator("A1", travellers, year, choices).counted.map(({ child, days: n }) => [child, n]));
    const counted = indicator("A10", travellers, year, choices).counted;
    return isFew(counted.filter((one) => days.get(one.child) !== one.days).length + days.size - counted.filter(({ child }) => days.has(child)).length);
  });
}

/** Those that are told of a window: of a single year none allowing for carers, for nothing in the report speaks of it. */
const meansOf = (question: TablesQuestion, { years }: Window): readonly Mean[] => (years === 1 || tellsOfCarers(question) ? MEANS.filter((mean) => mean !== "A10") : MEANS);

type Events = (of: string, quarters: readonly Quarter[], among: readonly Traveller[]) => Count["pieces"];
/** Adopted children within 14 months, those not, and those of whom it is not known. */
type ByShare = Readonly<Record<"within" | "not" | "neither", readonly Traveller[]>>;

function byShare({ travellers, windows, choices }: TablesQuestion): ByShare {
  const of = { within: [] as Traveller[], not: [] as Traveller[], neither: [] as Traveller[] };
  for (const year of yearsOf(windows)) {
    for (const one of adoptedIn(travellers, year)) {
      const figure = indicator("A3", [one], year, { ...choices, among: "adopted" });
      of[figure.children === 0 ? "neither" : figure.within > 0 ? "within" : "not"].push(one);
    }
  }
  return of;
}

const sharePiece = (choices: Choices, which: keyof ByShare): string => `A3 ${choices.fourteenMonths} ${which}`;

/** Adoptions of each quarter by those of whom the share is, so that shares and counts of adopted children are of the same pieces. That nobody is left out is taken as known: whoever reads would think so. */
function cutsOf({ windows, choices, authority: { code } }: TablesQuestion, shared: ByShare, events: Events): NonNullable<Tables["cuts"]> {
  const named = (of: string, quarter: Quarter): string => Object.keys(eventPieces(of, [code], [quarter], () => 0))[0]!;
  return Object.fromEntries(yearsOf(windows).flatMap(quartersOf).map((quarter) => {
    const pieces = (which: keyof ByShare): Count["pieces"] => events(sharePiece(choices, which), [quarter], shared[which]);
    const neither = Object.entries(pieces("neither")).filter(([, n]) => n > 0);
    return [named("A4", quarter), { ...pieces("within"), ...pieces("not"), ...Object.fromEntries(neither) }];
  }));
}

/** The part and the whole of a share. */
function shareCounts({ choices, authority: { name } }: TablesQuestion, window: Window, shared: ByShare, events: Events): readonly Count[] {
  const pieces = (which: keyof ByShare): Count["pieces"] => events(sharePiece(choices, which), quartersOf(window), shared[which]);
  return [
    { key: KEYS.within(window), words: `Children within 14 months, ${windowName(window)}, ${name}`, pieces: pieces("within"), printed: false },
    { key: KEYS.counted(window), words: `Children counted in A3, ${windowName(window)}, ${name}`, pieces: { ...pieces("within"), ...pieces("not") }, printed: false },
  ];
}

function meanOf({ authority: { code, name }, travellers, choices }: TablesQuestion, mean: Mean, window: Window): Average {
  const read = mean === "A2" ? `${mean} ${choices.order}` : mean;
  return {
    key: KEYS.mean(mean, window), words: `${mean}, ${windowName(window)}, ${name}`, of: KEYS.adopted(window),
    // Child by child, so that the days of whoever was told of while placed are known again once they are adopted.
    pieces: childPieces(`${read}/${code}`, indicator(mean, travellers, window, choices).counted),
  };
}

/** Who stands where today, and the barriers of them. */
function standing({ authority: { code, name }, travellers, today }: TablesQuestion): readonly Count[] {
  const waiting = pipelineOf(travellers, today);
  const onTheWay = new Set(waiting.map(({ child }) => child));
  return [
    ...(Object.keys(PIPELINE) as PipelineStage[]).map((stage): Count => ({ key: KEYS.stage(stage), words: `${PIPELINE[stage]}, ${name}`, pieces: standingPieces(`on the way: ${stage}`, [code], today, () => waiting.filter((w) => w.stage === stage).length) })),
    ...(Object.keys(BARRIERS) as BarrierCode[]).map((barrier): Count => {
      const children = travellers.filter((t) => onTheWay.has(t.child) && t.barriers.includes(barrier)).length;
      const count = { key: KEYS.barrier(barrier), words: `${BARRIERS[barrier]}, of children on the way, ${name}`, pieces: standingPieces(`barrier: ${barrier}`, [code], today, () => children) };
      // The report names only those of which there are many.
      return children > 5 ? count : { ...count, printed: false };
    }),
  ];
}

function placedMeans({ authority: { code, name }, travellers, today, choices }: TablesQuestion): readonly Average[] {
  const placed = pipelineOf(travellers, today).filter(({ stage }) => stage === "placed");
  return (["A1", "A2"] as const).map((mean): Average => {
    const of = placed.flatMap(({ child, fixed }) => { const days = fixed[mean]; return typeof days === "number" ? [{ child, days }] : []; });
    return { key: KEYS.placed(mean), words: `${mean} of children placed and not adopted, ${name}`, of: KEYS.stage("placed"), pieces: childPieces(`${mean === "A2" ? `${mean} ${choices.order}` : mean}/${code}`, of) };
  });
}

/** What was chosen otherwise than usual, but for A3’s whole: a report’s share is of adopted children alone. */
export const readingsSaid = (choices: Choices): readonly string[] => otherwise({ ...choices, among: "adopted" });
