import { dayInWords, yearEndingOf } from "../../domain/dates/day.ts";
import type { FigureCell, FigureTable } from "../../domain/documents/figures-book.ts";
import { FORECAST_INDICATORS } from "../../domain/scorecard/forecast/counted.ts";
import { nextOf, STEP_LABELS } from "../../domain/scorecard/forecast/in-words.ts";
import { STEPS } from "../../domain/scorecard/forecast/way.ts";
import { PIPELINE, type PipelineStage } from "../../domain/scorecard/pipeline.ts";
import { neededToldAs, toComeToldAs } from "../../domain/scorecard/required.ts";
import { roundHalfUp } from "../../domain/scorecard/rounding.ts";
import { countToldAs, daysToldAs, type Telling, tellingOfCount } from "../../domain/scorecard/suppression.ts";
import { windowName } from "../../domain/scorecard/window.ts";
import { listed, lower } from "../../domain/words.ts";
import type { ForecastPage } from "../forecast/open-forecast.ts";
import type { PipelinePage, PipelineQuestion } from "../open-pipeline.ts";
import { SUPPRESSED } from "../scorecard-words.ts";
import { aboutCell, countCell } from "./cells.ts";

const CODES = ["A1", "A2", "A10"] as const;

/** Who is on the way, what the figures become, and what must be averaged. */
export function pipelineTables(page: PipelinePage, question: PipelineQuestion): readonly FigureTable[] {
  const { telling, today } = page;
  const days = (figure: { readonly days: number | null }, as: Telling): FigureCell => aboutCell(figure.days === null ? null : daysToldAs(figure.days, as), as);
  const stages = Object.keys(PIPELINE) as PipelineStage[];
  return [
    {
      key: "becomes", name: "What the figures become", heads: ["Years", ...CODES.flatMap((code) => [`${code} so far, days`, `${code} then, days`])],
      note: `If children who are ${listed(question.stages.map((stage) => lower(PIPELINE[stage])))} are all adopted on ${dayInWords(question.ordersBy)}, those not placed yet having moved in on ${dayInWords(question.placedBy)}.`,
      rows: page.windows.map(({ window, now, then, told }) => [windowName(window), ...CODES.flatMap((code) => [days(now[code], told[code].now), days(then[code], told[code].then)])]),
    },
    {
      key: "must-average", name: "What must we average", heads: ["Indicator", "To reach, days", "Years", "Known", "Each year left, by years", "Each child to come, by children", "Children to come"],
      note: `${page.perYear} children are expected to be adopted in a whole year. Where none of a window’s years has ended, each must average the threshold itself.`,
      rows: page.required.flatMap(({ indicator, threshold, required }) => required.map(({ window, years, soFar, byYear, byChild, toCome, isHidden }): readonly FigureCell[] => [
        indicator, threshold?.days ?? null, windowName(window),
        [...years, ...(soFar === null ? [] : [soFar])].map((year) => `${year.yearEnding === yearEndingOf(today) ? "this year so far" : windowName({ yearEnding: year.yearEnding, years: 1 })}: ${year.isHidden === true ? SUPPRESSED : year.children === 0 ? "nobody" : `${telling === "coarse" ? "about " : ""}${roundHalfUp(year.meanDays)} (${year.children})`}`).join("; "),
        years.some((year) => year.isHidden === true) ? SUPPRESSED : years.length === 0 ? byYear : neededToldAs(byYear, telling), isHidden ? SUPPRESSED : neededToldAs(byChild, telling), isHidden ? SUPPRESSED : toComeToldAs(toCome, telling),
      ])),
    },
    {
      key: "on-the-way", name: "How many are on the way", heads: ["Stage", "Children"], note: "",
      rows: stages.map((stage) => [PIPELINE[stage], countCell(countToldAs(page.waiting.filter((w) => w.stage === stage).length, page.closed[stage], telling === "whole" ? "all" : tellingOfCount(page.closed[stage])))]),
    },
    {
      key: "children", name: "Children", children: page.waiting.map(({ child }) => child), heads: ["Stage", "Child", "Since (actual)", "Waited, days", ...CODES.map((code) => `${code} fixed at`)], note: "Those whose records the person may open, who have waited longest first within each stage. Where nothing is fixed yet the cell is empty.",
      rows: page.waiting.map(({ stage, child, since, waitedDays, fixed }) => [PIPELINE[stage], page.localIds.get(child) ?? "", { on: since }, waitedDays, ...CODES.map((code) => fixed[code])]),
    },
  ];
}

const NOT_FOR = "A forecast is for planning: no target, no judgement of anybody’s work, and never a reason to put one child before another. The range holds four of five imagined futures.";

/** What is likely of each window; and of each child where the authority has assessed that, by local id. */
export function forecastTables({ forecast, without, thresholds, assessment, localIds }: ForecastPage): readonly FigureTable[] {
  const isSaid = forecast.tooFew.length === 0;
  const plain = (code: (typeof FORECAST_INDICATORS)[number], i: number): FigureCell => (without === null ? null : without.windows[i]?.figures[code]?.likely ?? null);
  const children = assessment === null ? [] : [...forecast.children].sort((a, b) => ((localIds.get(a.child) ?? "") < (localIds.get(b.child) ?? "") ? -1 : 1));
  return [
    {
      key: "forecast", name: "Forecast", note: isSaid ? `${NOT_FOR} A10 has no threshold of its own and is set beside A1’s. A3 is not forecast.` : "There are too few children to say anything.",
      heads: ["Indicator", "Years", "Low, days", "Likely, days", "High, days", "Threshold, days", "Likely without what is imagined, days"],
      rows: !isSaid ? [] : FORECAST_INDICATORS.flatMap((code) => forecast.windows.map(({ window, figures }, i): readonly FigureCell[] =>
        [code, windowName(window), figures[code]?.low ?? null, figures[code]?.likely ?? null, figures[code]?.high ?? null, window.years === 3 ? thresholds[code] : null, plain(code, i)])),
    },
    {
      key: "adopted", name: "Children adopted", note: NOT_FOR, heads: ["Years", "Low", "Likely", "High"],
      rows: !isSaid ? [] : forecast.windows.map(({ window, adopted }) => [windowName(window), adopted.low, adopted.likely, adopted.high]),
    },
    {
      key: "children", name: "Children", children: children.map(({ child }) => child), heads: ["Child", "Waits for", ...STEPS.flatMap((step) => [`${STEP_LABELS[step]}, from`, "likely", "to"]), "Chance of another plan, %", "Why"],
      note: assessment === null ? "Single children are left out until the authority has put down its data protection impact assessment." : `${NOT_FOR} By local id, of children whose records the person may open. Data protection impact assessment: ${assessment}.`,
      rows: children.map((child) => {
        const next = nextOf(child.way);
        return [
          localIds.get(child.child) ?? "", next === undefined ? null : STEP_LABELS[next.step],
          ...STEPS.flatMap((step): readonly FigureCell[] => {
            const [done, range] = [child.way.steps[step], child.steps[step]];
            if (done !== null) return ["happened", { on: done }, null];
            return range === null ? [null, null, null] : [{ on: range.low }, { on: range.likely }, { on: range.high }];
          }),
          Math.round(child.leaves * 100), child.reasons.join(" "),
        ];
      }),
    },
  ];
}
