import type { ScorecardPage } from "../../../app/open-scorecard.ts";
import { type Moved, MOVING, type Moving } from "../../../app/scorecard-why.ts";
import { roundHalfUp } from "../../../domain/scorecard/rounding.ts";
import type { WhyMoved } from "../../../domain/scorecard/why-moved.ts";
import { windowName } from "../../../domain/scorecard/window.ts";
import { counted } from "../../../domain/words.ts";
import type { Html } from "../../govuk/html.ts";
import { Sourced } from "./sourced.tsx";

const WIDTH = 220;
const MIDDLE = WIDTH / 2;

/** A part of a change in whole days: “12 days fewer”, “no change”. */
const by = (days: number): string => {
  const whole = roundHalfUp(Math.abs(days));
  return whole === 0 ? "no change" : `${counted(whole, "day")} ${days < 0 ? "fewer" : "more"}`;
};

const year = ({ yearEnding }: { readonly yearEnding: number }): string => windowName({ yearEnding, years: 1 });

/** Why an average moved, in sentences. */
export function movedInWords(code: Moving, { before, after, left, came, movedBy }: WhyMoved, years: number): string {
  const part = (cohort: WhyMoved["left"], did: string): string =>
    cohort.children === 0 ? `${year(cohort)} ${did}, with nobody in it.` : `${year(cohort)} ${did}: ${counted(cohort.children, "child", "children")} at ${roundHalfUp(cohort.meanDays)} days on average, which makes it ${by(cohort.movedBy)}.`;
  const ends = `${code} went from ${roundHalfUp(before.meanDays)} to ${roundHalfUp(after.meanDays)} days: ${by(movedBy)}.`;
  // A single year is a window of itself: nothing of it stays, so there is no part to tell.
  if (years === 1) return `${ends} ${year(left)} had ${counted(before.children, "child", "children")} and ${year(came)} ${after.children}.`;
  return `${ends} ${part(left, "left the window")} ${part(came, "came in")}`;
}

/** How far the year that left and the year that came moved it, to the left where it got shorter. The numbers stand beside it. */
function MovedBars({ moved: { left, came }, most }: { readonly moved: WhyMoved; readonly most: number }): Html {
  const length = (days: number): number => Math.max(1, Math.round((Math.abs(days) / most) * (MIDDLE - 4)));
  return (
    <svg class="pt-moved" viewBox={`0 0 ${WIDTH} 36`} width={WIDTH} height="36" aria-hidden="true" focusable="false">
      {[left, came].map(({ movedBy }, i) => <rect class={i === 0 ? "pt-stage pt-stage--placement" : "pt-stage pt-stage--plan"} x={movedBy < 0 ? MIDDLE - length(movedBy) : MIDDLE} y={i * 18 + 3} width={length(movedBy)} height="12" />)}
      <line class="pt-range__likely" x1={MIDDLE} x2={MIDDLE} y1="0" y2="36" />
    </svg>
  );
}

const isKnown = (moved: Moved): moved is WhyMoved => moved !== null && moved !== "not-told";

/** The change since the window before, split into the year that left it and the year that came in. */
export function WhyItMoved({ scorecard: page }: { readonly scorecard: ScorecardPage }): Html {
  const { window } = page.scorecard;
  const all = MOVING.map((code) => ({ code, moved: page.moved[code] }));
  const known = all.flatMap(({ code, moved }) => (isKnown(moved) ? [{ code, moved }] : []));
  const most = Math.max(1, ...known.flatMap(({ moved }) => [Math.abs(moved.left.movedBy), Math.abs(moved.came.movedBy)]));
  const before = windowName({ ...window, yearEnding: window.yearEnding - 1 });
  return (
    <section aria-labelledby="moved-heading">
      <h2 class="govuk-heading-m" id="moved-heading">Why it moved</h2>
      <ul class="govuk-list govuk-list--bullet pt-measure">
        {all.map(({ code, moved }) => (
          <li>{isKnown(moved) ? movedInWords(code, moved, window.years) : moved === null ? `${code}: there is nobody to count in ${windowName(window)} or in ${before}, so no change can be told.` : `${code}: not shown. Figures of single years would tell of 1 to 5 children whose records you may not open.`}</li>
        ))}
      </ul>
      {known.length === 0 || window.years === 1 ? null : (
        <figure class="pt-figure">
          <figcaption class="govuk-body-s"><strong>What moved each average from {before} to {windowName(window)}, in days.</strong> Above, crossed: the year that left. Below, plain: the year that came in. To the left of the line is fewer days.</figcaption>
          <div class="pt-scroll" role="region" aria-label="What moved each average" tabindex={0}>
            <table class="govuk-table pt-table">
              <caption class="govuk-visually-hidden">Why each average moved, in days</caption>
              <thead><tr><th scope="col">Indicator</th><th scope="col" class="pt-figures">{before}</th><th scope="col" class="pt-figures">{year({ yearEnding: window.yearEnding - window.years })} left</th><th scope="col" class="pt-figures">{year(window)} came</th><th scope="col" class="pt-figures">{windowName(window)}</th><th scope="col">Picture</th></tr></thead>
              <tbody>
                {known.map(({ code, moved }) => (
                  <tr>
                    <th scope="row">{code}</th><td class="pt-figures">{roundHalfUp(moved.before.meanDays)}</td><td class="pt-figures">{by(moved.left.movedBy)}</td>
                    <td class="pt-figures">{by(moved.came.movedBy)}</td><td class="pt-figures">{roundHalfUp(moved.after.meanDays)}</td><td><MovedBars moved={moved} most={most} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Sourced page={page} note="A year’s part is how far its children lie from the earlier average, over the children now in the window. Parts are rounded each by itself." />
        </figure>
      )}
    </section>
  );
}
