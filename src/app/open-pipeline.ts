import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import { type Day, yearEndingOf } from "../domain/dates/day.ts";
import { adoptedIn, type FigureOf, type MeanFigure, type Traveller } from "../domain/scorecard/indicators.ts";
import { figuresIf, ifAdopted, type Imagined, pipelineOf, type PipelineStage, type Waiting } from "../domain/scorecard/pipeline.ts";
import { cohortOf, type Required, requiredFor } from "../domain/scorecard/required.ts";
import type { Cohort } from "../domain/scorecard/projection.ts";
import { roundHalfUp } from "../domain/scorecard/rounding.ts";
import { daysToldAs, type Telling, tellingOf, tellingOfFigure, toNearest5 } from "../domain/scorecard/suppression.ts";
import type { Threshold } from "../domain/scorecard/thresholds.ts";
import type { Window } from "../domain/scorecard/window.ts";
import { type App, forbids } from "./app.ts";
import { knowsFigures } from "./figures-for.ts";
import { journeysByChoice } from "./scorecard-choices.ts";
import { thresholdsOf } from "./thresholds-of.ts";

/** What is asked: orders by a day for those who wait at these stages, who are placed by another where they are not yet. */
export interface PipelineQuestion {
  readonly ordersBy: Day;
  readonly placedBy: Day;
  readonly stages: readonly PipelineStage[];
  /** Whose threshold; the one to judge by where it is left out or unknown. */
  readonly source?: string;
  /** Adoptions expected in a whole year; as many as in each of the last three, on average, where it is left out. */
  readonly perYear?: number;
}

export interface PipelinePage {
  readonly authority: Organisation;
  readonly today: Day;
  /** Those whose records the viewer may open. */
  readonly waiting: readonly Waiting[];
  /** How many more there are at each stage. */
  readonly closed: Readonly<Record<PipelineStage, number>>;
  readonly localIds: ReadonlyMap<string, string>;
  /** How many are imagined to be adopted: those whose records the viewer may open, and others. */
  readonly imagined: number;
  readonly imaginedClosed: number;
  readonly windows: readonly { readonly window: Window; readonly now: FigureOf; readonly then: FigureOf; readonly told: Readonly<Record<"A1" | "A2" | "A10", { readonly now: Telling; readonly then: Telling }>> }[];
  readonly required: readonly { readonly indicator: "A1" | "A2"; readonly threshold: Threshold | null; readonly all: readonly Threshold[]; readonly required: readonly Required[] }[];
  /** Adoptions expected in a whole year, as told and as reckoned with. */
  readonly perYear: number;
  /** How figures are told: coarsely where children are among them whose records the viewer may not open. */
  readonly telling: Telling;
}

/** Who is on the way to adoption, what they add already, and what must come; over every child of the authority. Nothing where the viewer may not see its scorecard. */
export async function openPipeline(app: App, viewer: Viewer, authority: string, question: PipelineQuestion): Promise<PipelinePage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  const organisation = (await app.store.reader(viewer).authorities()).find(({ code }) => code === authority);
  if (organisation === undefined) return undefined;
  const rows = await app.store.reading(viewer, (reader) => journeysByChoice(reader, authority), "figures");
  const opens = await app.store.reader(viewer).childIds(authority);
  const today = app.clock.today();
  const thresholds = await thresholdsOf(app.store.reader(viewer), authority);
  const travellers = rows.map(({ recordId, journey }) => ({ child: recordId, journey }));
  const all = pipelineOf(travellers, today);
  const imagined = new Map(all.filter(({ stage }) => question.stages.includes(stage)).map(({ child }): [string, Imagined] => [child, { adoptedOn: question.ordersBy, placedOn: question.placedBy, matchedOn: question.placedBy }]));
  const ending = yearEndingOf(today);
  const closed = travellers.filter(({ child, journey }) => !opens.has(child) && (journey.adoptedOn !== null || imagined.has(child))).length;
  const telling = knowsFigures(viewer) || closed === 0 ? "whole" : "coarse";
  const usual = Math.round(adoptedIn(travellers, { yearEnding: ending - 1, years: 3 }).length / 3);
  // What is told is what is reckoned with: asked again with the same number, the answer is the same.
  const perYear = question.perYear ?? (telling === "whole" ? usual : Math.max(5, toNearest5(usual)));
  const isHidden = hiddenBy(travellers, opens, telling);
  const isHiddenThen = hiddenBy(ifAdopted(travellers, imagined), opens, telling);
  const told = (figure: MeanFigure, window: Window): Cohort | null => {
    if (isHidden(figure, window)) return null;
    const { children, meanDays } = cohortOf(figure);
    return telling === "whole" ? { children, meanDays } : { children: toNearest5(children), meanDays: daysToldAs(roundHalfUp(meanDays), telling) };
  };
  const toldIn = (window: Window, { now, then }: { readonly now: FigureOf; readonly then: FigureOf }, code: "A1" | "A2" | "A10"): { now: Telling; then: Telling } => {
    const isNone = isHidden(now[code], window);
    // From a figure that takes in a few who are not told, asked for with one day after another, they could be worked out.
    return { now: isNone ? "none" : telling, then: isNone || isHiddenThen(then[code], window) ? "none" : telling };
  };
  return {
    authority: organisation, today, telling, perYear,
    imagined: [...imagined.keys()].filter((child) => opens.has(child)).length, imaginedClosed: [...imagined.keys()].filter((child) => !opens.has(child)).length,
    waiting: all.filter(({ child }) => opens.has(child)),
    closed: Object.fromEntries((["placed", "matched", "ordered", "decided"] as const).map((stage) => [stage, all.filter((w) => w.stage === stage && !opens.has(w.child)).length])) as PipelinePage["closed"],
    localIds: new Map(rows.flatMap(({ recordId, localId }) => (opens.has(recordId) ? [[recordId, localId] as const] : []))),
    windows: [ending, ending + 1].flatMap((yearEnding) => [1, 3].map((years) => ({ yearEnding, years }))).map((window) => {
      const figures = figuresIf(travellers, imagined, window);
      return { window, ...figures, told: { A1: toldIn(window, figures, "A1"), A2: toldIn(window, figures, "A2"), A10: toldIn(window, figures, "A10") } };
    }),
    required: (["A1", "A2"] as const).map((indicator) => {
      const { all: known, days } = thresholds.of(indicator, ending);
      const threshold = known.find((t) => t.source === question.source) ?? known.find((t) => t.days === days) ?? null;
      return { indicator, threshold, all: known, required: threshold === null ? [] : [ending, ending + 1, ending + 2].map((year) => requiredFor(indicator, travellers, year, threshold.days, today, perYear, told)) };
    }),
  };
}

/** Whether a figure of a window is not told, because a few children whose records the viewer may not open are in it: the scorecard does not tell it either. */
function hiddenBy(travellers: readonly Traveller[], opens: ReadonlySet<string>, telling: Telling): (figure: MeanFigure, window: Window) => boolean {
  const closed = travellers.flatMap(({ child, journey: { adoptedOn } }) => (opens.has(child) || adoptedOn === null ? [] : [adoptedOn]));
  return ({ counted }, window) => telling !== "whole" && tellingOfFigure(tellingOf(closed, window), counted.filter(({ child }) => !opens.has(child)).length) === "none";
}
