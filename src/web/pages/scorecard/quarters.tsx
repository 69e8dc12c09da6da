import type { ScorecardPage } from "../../../app/open-scorecard.ts";
import type { SpanFigures } from "../../../app/scorecard-quarters.ts";
import { INDICATOR_CODES, type IndicatorCode, windowName } from "../../../domain/scorecard/window.ts";
import type { Html } from "../../govuk/html.ts";
import { figureInWords, numberInWords, SUPPRESSED, toldOfFigure } from "../../../app/scorecard-words.ts";

/** The last year of the window by quarter and to date. A quarter of one indicator that may not be told takes its others with it: the year would give it away. */
export function ByQuarter({ scorecard: { byQuarter: { quarters, year }, scorecard: { window } } }: { readonly scorecard: ScorecardPage }): Html {
  if (quarters.length === 0) return <></>;
  const isHidden = (code: IndicatorCode): boolean => quarters.some(({ figures, telling }) => toldOfFigure(code, figures, telling) === "none");
  const row = (name: string, { figures, telling }: SpanFigures, hides: (code: IndicatorCode) => boolean) => (
    <tr>
      <th scope="row">{name}</th>
      {INDICATOR_CODES.map((code) => <td class="pt-figures">{hides(code) ? SUPPRESSED : <>{figureInWords(code, figures, telling)} <span class="pt-quiet">({numberInWords(code, figures, telling)})</span></>}</td>)}
    </tr>
  );
  return (
    <section aria-labelledby="quarters-heading">
      <h2 class="govuk-heading-m" id="quarters-heading">{windowName({ yearEnding: window.yearEnding, years: 1 })} by quarter</h2>
      <div class="pt-scroll" role="region" aria-label="Figures by quarter" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">Each indicator by quarter and for the year, with the number of children counted</caption>
          <thead><tr><th scope="col">Adopted in</th>{INDICATOR_CODES.map((code) => <th scope="col" class="pt-figures">{code}</th>)}</tr></thead>
          <tbody>
            {quarters.map((quarter) => row(`${windowName(quarter.window)}${quarter.isSoFar ? ", so far" : ""}`, quarter, isHidden))}
            {row(year.isSoFar ? "Year to date" : "The year", year, () => false)}
          </tbody>
        </table>
      </div>
      <p class="govuk-body-s pt-quiet">In brackets: children counted. A quarter has few children, so its average jumps about: thresholds are not set for it.</p>
    </section>
  );
}
