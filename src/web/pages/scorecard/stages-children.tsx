import type { ScorecardPage } from "../../../app/open-scorecard.ts";
import { BARRIERS } from "../../../domain/chronology/codes.ts";
import { legsOf, STAGE_CODES, STAGES, wholeOf } from "../../../domain/scorecard/stages.ts";
import { moreToldAs } from "../../../domain/scorecard/suppression.ts";
import { windowName } from "../../../domain/scorecard/window.ts";
import { listed } from "../../../domain/words.ts";
import { AsAtNotice } from "../../as-at/notice.tsx";
import type { Html } from "../../govuk/html.ts";
import { ChildLinks } from "./not-counted.tsx";
import { scorecardAddress } from "./query.ts";

/** Each child whose record the viewer may open, with the days of each stage or why there are none, the longest way first. */
export function StagesOfChildren({ scorecard: page }: { readonly scorecard: ScorecardPage }): Html {
  const { window } = page.scorecard;
  const children = [...page.journeys].map(([child, { journey, barriers }]) => ({ child, legs: legsOf(journey), whole: wholeOf(journey), barriers })).sort((a, b) => (b.whole ?? -1) - (a.whole ?? -1));
  return (
    <>
      <span class="govuk-caption-l">{page.authority.name}, {windowName(window)}</span>
      <h1 class="govuk-heading-l">The stages of each child</h1>
      <AsAtNotice asAt={page.asAt} now={scorecardAddress(window, {}, "/stages")} />
      <p class="govuk-body pt-measure">Days in each of the five stages, the longest way first, for those adopted in the window whose records you may open. Where a stage has no days, it says why.</p>
      {children.length === 0 ? <p class="govuk-body">Nobody whose record you may open.</p> : (
        <div class="pt-scroll" role="region" aria-label="Stages of each child" tabindex={0}>
          <table class="govuk-table pt-table">
            <caption class="govuk-visually-hidden">Days in each stage by child</caption>
            <thead><tr><th scope="col">Child</th>{STAGE_CODES.map((stage) => <th scope="col">{STAGES[stage]}</th>)}<th scope="col" class="pt-figures">Whole way</th><th scope="col">Barriers recorded</th></tr></thead>
            <tbody>
              {children.map(({ child, legs, whole, barriers }) => (
                <tr>
                  <th scope="row"><ChildLinks children_={[child]} scorecard={page} /></th>
                  {legs.map(({ days, words }) => <td>{days ?? ""}{words === null ? null : <span class="pt-quiet pt-small">{days === null ? "" : " "}{words}</span>}</td>)}
                  <td class="pt-figures">{whole ?? "–"}</td>
                  <td>{barriers.length === 0 ? <span class="pt-quiet">none</span> : listed([...new Set(barriers.map(({ barrier }) => BARRIERS[barrier]))])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {page.closed === 0 ? null : <p class="govuk-body">{moreToldAs(page.closed, page.telling)?.replace("and", "And")}.</p>}
    </>
  );
}
