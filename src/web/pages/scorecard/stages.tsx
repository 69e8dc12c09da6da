import { CLOSED, type ScorecardPage } from "../../../app/open-scorecard.ts";
import type { BarrierCount } from "../../../app/scorecard-why.ts";
import { BARRIERS } from "../../../domain/chronology/codes.ts";
import { roundHalfUp } from "../../../domain/scorecard/rounding.ts";
import { type StageFigure, STAGES, type WhereTheDaysWent } from "../../../domain/scorecard/stages.ts";
import { countToldAs, daysToldAs, isExact, type Telling, tellingOfCount, tellingOfFigure } from "../../../domain/scorecard/suppression.ts";
import { windowName } from "../../../domain/scorecard/window.ts";
import { listed } from "../../../domain/words.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { SUPPRESSED } from "../../../app/scorecard-words.ts";
import { StagePatterns } from "./patterns.tsx";
import { scorecardAddress } from "./query.ts";
import { Sourced } from "./sourced.tsx";

interface Props {
  readonly scorecard: ScorecardPage;
}

const WIDTH = 760;
const BAR = 34;
const SMALLEST_LABELLED = 36;

const closedOf = (children: readonly { readonly child: string }[]): number => children.filter(({ child }) => child === CLOSED).length;
const toldOf = (stage: StageFigure, telling: Telling): Telling => tellingOfFigure(telling, closedOf(stage.counted));

/** A stage’s average as it is told; null where it is not, or nobody is counted. */
const meanOf = (stage: StageFigure, telling: Telling): number | null =>
  stage.meanDays === null || toldOf(stage, telling) === "none" ? null : daysToldAs(roundHalfUp(stage.meanDays), toldOf(stage, telling));

/** The stages end to end, each in a pattern of its own with its days on it where there is room. The table says the same. */
function StageBar({ stages, telling }: { readonly stages: readonly StageFigure[]; readonly telling: Telling }): Html | null {
  const means = stages.map((figure) => ({ stage: figure.stage, days: meanOf(figure, telling) ?? 0 })).filter(({ days }) => days > 0);
  const total = means.reduce((sum, { days }) => sum + days, 0);
  if (total === 0) return null;
  const scale = (WIDTH - 2) / total;
  const bars = means.map(({ stage, days }, i) => ({ stage, days, from: 1 + scale * means.slice(0, i).reduce((sum, before) => sum + before.days, 0), width: days * scale }));
  return (
    <svg class="pt-stagebar" viewBox={`0 0 ${WIDTH} ${BAR + 2}`} role="img" aria-label={`Average days in each stage: ${listed(means.map(({ stage, days }) => `${STAGES[stage]}, ${days}`))}`}>
      {bars.map(({ stage, days, from, width }) => (
        <>
          <rect class={`pt-stage pt-stage--${stage}`} x={from} y="1" width={width} height={BAR} />
          {width < SMALLEST_LABELLED ? null : <><rect class="pt-stagebar__behind" x={from + width / 2 - 16} y="8" width="32" height="20" /><text class="pt-stagebar__label" x={from + width / 2} y="23" text-anchor="middle">{days}</text></>}
        </>
      ))}
    </svg>
  );
}

export const StageKey = ({ stage }: { readonly stage: StageFigure["stage"] }): Html => (
  <svg class="pt-stagebar__key" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" focusable="false"><rect class={`pt-stage pt-stage--${stage}`} x="1" y="1" width="22" height="14" /></svg>
);

/** Where the days went: five stages, and the barriers written down in them. */
export function WhereDaysWent({ scorecard: page }: Props): Html {
  const { telling, went: { stages } } = page;
  const isTold = isExact(telling) && stages.every((stage) => isExact(toldOf(stage, telling)));
  const reasons = new Set(stages.flatMap(({ lacking }) => lacking.map(({ words }) => words)));
  return (
    <section aria-labelledby="stages-heading">
      <h2 class="govuk-heading-m" id="stages-heading">Where the days went</h2>
      <p class="govuk-body pt-measure">The way of those adopted in {windowName(page.scorecard.window)}, in five stages. Each stage is averaged over the children of whom both its days are recorded. <a class="govuk-link" href={scorecardAddress(page.scorecard.window, page.asAt, "/stages")}>The stages of each child</a></p>
      <StagePatterns />
      <figure class="pt-figure">
        <figcaption class="govuk-body-s"><strong>Average days in each stage, {windowName(page.scorecard.window)}</strong></figcaption>
        <StageBar stages={stages} telling={telling} />
        <StackedTable
          caption="Average days in each stage" heads={["Stage", "Average days", "Children", "A day is missing", "Barriers recorded in it"]} figures={[1, 2, 3]}
          rows={stages.map((figure) => {
            const { stage, counted, lacking } = figure;
            const told = toldOf(figure, telling);
            return [
              <strong><StageKey stage={stage} /> {STAGES[stage]}</strong>, counted.length === 0 ? "–" : String(meanOf(figure, telling) ?? SUPPRESSED),
              countToldAs(counted.length - closedOf(counted), closedOf(counted), told), countToldAs(lacking.length - closedOf(lacking), closedOf(lacking), telling),
              <Barriers barriers={page.barriers.filter((b) => b.stage === stage)} telling={telling} of={STAGES[stage]} />,
            ];
          })}
        />
        <Sourced page={page} note={`no day is in two stages: where a later step was taken first, the stage before it ends with that.${isTold ? inSum(page.went) : ""}`} />
      </figure>
      {isTold && reasons.size > 0 ? <p class="govuk-body-s">Days that are missing: {listed([...reasons])}.</p> : null}
      {page.barriers.some(({ stage }) => stage === null) ? <><p class="govuk-body-s pt-barriers__lead">Barriers recorded on days that are in no known stage:</p><Barriers barriers={page.barriers.filter(({ stage }) => stage === null)} telling={telling} of="in no known stage" /></> : null}
    </section>
  );
}

/** How the stages go with the whole. */
function inSum({ stages, whole, notSplit }: WhereTheDaysWent): string {
  if (notSplit > 0) return ` The averages do not add up to one of the whole, as a day between is missing: of the ${whole.totalDays.toLocaleString("en-GB")} days of ${whole.children.length === 1 ? "the child" : `the ${whole.children.length} children`} whose whole way is known, ${notSplit.toLocaleString("en-GB")} are in no stage.`;
  return stages.some(({ lacking }) => lacking.length > 0) ? "" : " The five add up to the whole way, and the first four to A1, but for each being rounded by itself.";
}

const MOST_BARRIERS = 3;

/** What each barrier is called, and of how many children: the commonest, and the rest to be opened. */
function Barriers({ barriers, telling, of }: { readonly barriers: readonly BarrierCount[]; readonly telling: Telling; readonly of: string }): Html {
  if (barriers.length === 0) return <span class="pt-quiet">none</span>;
  const items = barriers.map(({ barrier, open, closed }) => <li>{BARRIERS[barrier]} ({countToldAs(open, closed, telling === "whole" ? "all" : tellingOfCount(closed))})</li>);
  const rest = items.slice(MOST_BARRIERS);
  return (
    <>
      <ul class="govuk-list pt-barriers">{items.slice(0, MOST_BARRIERS)}</ul>
      {rest.length === 0 ? null : component("govukDetails", { classes: "pt-barriers__rest", summaryHtml: <>{rest.length} more<span class="govuk-visually-hidden"> barriers: {of}</span></>, html: <ul class="govuk-list pt-barriers">{rest}</ul> })}
    </>
  );
}
