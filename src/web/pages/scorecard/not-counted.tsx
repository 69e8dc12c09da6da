import { CLOSED, type ScorecardPage } from "../../../app/open-scorecard.ts";
import { countToldAs, moreToldAs } from "../../../domain/scorecard/suppression.ts";
import { INDICATOR_CODES, type IndicatorCode } from "../../../domain/scorecard/window.ts";
import { asAtQuery } from "../../as-at/as-at.ts";
import type { Html } from "../../govuk/html.ts";

/** Nobody is left out of a figure in silence: each reason, and the children it leaves out, by indicator. */
export function NotCounted({ scorecard: page }: { readonly scorecard: ScorecardPage }): Html {
  const { notCounted } = page.scorecard;
  const reasons = [...new Set(notCounted.map((n) => n.reason))];
  return (
    <section aria-labelledby="not-counted-heading">
      <h2 class="govuk-heading-m" id="not-counted-heading">Not counted, and why</h2>
      {reasons.length === 0 ? <p class="govuk-body">Every child adopted in this window is counted in every indicator.</p> : (
        <div class="pt-scroll" role="region" aria-label="Not counted" tabindex={0}>
          <table class="govuk-table pt-table">
            <caption class="govuk-visually-hidden">Children not counted, by reason</caption>
            <thead><tr><th scope="col">Why</th>{INDICATOR_CODES.map((code) => <th scope="col" class="pt-figures">{code}</th>)}<th scope="col">Children</th></tr></thead>
            <tbody>
              {reasons.map((reason) => {
                const of = notCounted.filter((n) => n.reason === reason);
                const closed = (code: IndicatorCode): number => of.filter((n) => n.indicator === code && n.child === CLOSED).length;
                const open = (code: IndicatorCode): number => of.filter((n) => n.indicator === code && n.child !== CLOSED).length;
                const most = Math.max(...INDICATOR_CODES.map(closed));
                return (
                  <tr>
                    <td>{reason.charAt(0).toUpperCase()}{reason.slice(1)}</td>
                    {INDICATOR_CODES.map((code) => <td class="pt-figures">{open(code) + closed(code) === 0 ? "–" : countToldAs(open(code), closed(code), page.telling)}</td>)}
                    <td><ChildLinks children_={[...new Set(of.map((n) => n.child))]} scorecard={page} />{moreToldAs(most, page.telling)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Local ids that open to their children. */
export const ChildLinks = ({ children_, scorecard: { recordIds, asAt } }: { readonly children_: readonly string[]; readonly scorecard: ScorecardPage }): Html => (
  <span class="pt-child-links">
    {children_.filter((child) => child !== CLOSED).map((child) => {
      const id = recordIds.get(child);
      return id === undefined ? <span>{child} </span> : <><a class="govuk-link govuk-link--no-visited-state" href={`/children/${id}${asAtQuery(asAt)}`}>{child}</a> </>;
    })}
  </span>
);
