import { type EnteredPage, OUTCOME_CODES, type Outcome, OUTCOMES, type ToldCohort } from "../../../../app/open-entered.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import type { Html } from "../../../govuk/html.ts";
import { SUPPRESSED } from "../../../../app/scorecard-words.ts";
import { StagePatterns } from "../patterns.tsx";
import { Sections } from "../sections.tsx";
import { Sourced } from "../sourced.tsx";
import { toldInPicture, toldInWords } from "./told.ts";

interface Props {
  readonly page: EnteredPage;
}

/** Each outcome is drawn in the pattern of one of the stages. */
const PATTERN: Readonly<Record<Outcome, string>> = { adopted: "plan", placed: "decision", waiting: "order", changed: "adoption" };
const WIDTH = 240;

export const EnteredView = ({ page }: Props): Html => (
  <>
    <div class="pt-heading">
      <h1 class="govuk-heading-l pt-heading__title">Those who entered</h1>
      <p class="pt-heading__beside">{page.authority.name}, by the year they entered care</p>
    </div>
    <Sections at="entered" />
    <p class="govuk-body pt-measure">The scorecard counts those who left to be adopted. This counts those who entered care in each year and of whom it was decided that they should be placed for adoption, with those who still wait. Every child of the authority is counted, whether or not you may open their record.</p>
    {page.cohorts.length === 0 ? <p class="govuk-body">Nobody who entered care in the last eight years has such a decision.</p> : <Cohorts page={page} />}
  </>
);

function Cohorts({ page }: Props): Html {
  const most = Math.max(1, ...page.cohorts.map((cohort) => OUTCOME_CODES.reduce((sum, code) => sum + toldInPicture(cohort.outcomes[code]), 0)));
  return (
    <figure class="pt-figure">
      <StagePatterns />
      <figcaption class="govuk-body-s">
        <strong>Where those who entered care in each year have come to.</strong>{" "}
        {OUTCOME_CODES.map((code) => <span><svg class="pt-stagebar__key" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" focusable="false"><rect class={`pt-stage pt-stage--${PATTERN[code]}`} x="1" y="1" width="22" height="14" /></svg>{OUTCOMES[code]}. </span>)}
      </figcaption>
      <div class="pt-scroll" role="region" aria-label="Those who entered, by year" tabindex={0}>
        <table class="govuk-table pt-table pt-by-span pt-entered">
          <caption class="govuk-visually-hidden">Children who entered care in each year, by how far they have come</caption>
          <thead><tr><th scope="col">Entered in</th><th scope="col">Picture</th><th scope="col" class="pt-figures">Children</th>{OUTCOME_CODES.map((code) => <th scope="col" class="pt-figures">{OUTCOMES[code]}</th>)}<th scope="col" class="pt-figures">Moved in within 14 months</th><th scope="col" class="pt-figures">Too early to say</th><th scope="col" class="pt-figures">Half had moved in by, days</th></tr></thead>
          <tbody>{page.cohorts.map((cohort) => <Cohort cohort={cohort} most={most} />)}</tbody>
        </table>
      </div>
      <Sourced page={page} note="within 14 months is less than 14 months from entering care to moving in. Too early to say: still waiting, and not for 14 months yet. Half had moved in is left open where somebody who still waits has not waited so long, and leaves out those no longer for adoption. Of numbers told as 1 to 5 the picture draws none." />
    </figure>
  );
}

function Cohort({ cohort, most }: { readonly cohort: ToldCohort; readonly most: number }): Html {
  const { middle } = cohort;
  return (
    <tr>
      <th scope="row">{windowName({ yearEnding: cohort.yearEnding, years: 1 })}</th>
      <td><OutcomeBar cohort={cohort} most={most} /></td>
      <td class="pt-figures">{toldInWords(cohort.children)}</td>
      {OUTCOME_CODES.map((code) => <td class="pt-figures">{toldInWords(cohort.outcomes[code])}</td>)}
      <td class="pt-figures">{toldInWords(cohort.within)}</td>
      <td class="pt-figures">{toldInWords(cohort.early)}</td>
      <td class="pt-figures">{middle.telling === "none" ? SUPPRESSED : middle.days === null ? "not yet" : `${middle.telling === "coarse" ? "about " : ""}${middle.days}`}</td>
    </tr>
  );
}

function OutcomeBar({ cohort, most }: { readonly cohort: ToldCohort; readonly most: number }): Html {
  const parts = OUTCOME_CODES.map((code) => ({ code, n: toldInPicture(cohort.outcomes[code]) }));
  const scale = (WIDTH - 2) / most;
  return (
    <svg class="pt-moved" viewBox={`0 0 ${WIDTH} 20`} width={WIDTH} height="20" aria-hidden="true" focusable="false">
      {parts.map(({ code, n }, i) => (n === 0 ? null : <rect class={`pt-stage pt-stage--${PATTERN[code]}`} x={1 + scale * parts.slice(0, i).reduce((sum, part) => sum + part.n, 0)} y="2" width={n * scale} height="16" />))}
    </svg>
  );
}
