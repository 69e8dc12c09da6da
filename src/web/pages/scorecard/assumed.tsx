import type { ScorecardPage } from "../../../app/open-scorecard.ts";
import { assumedBy } from "../../../domain/scorecard/assumptions.ts";
import { CHOICE_CODES, CHOICES, isUsual, otherwise } from "../../../domain/scorecard/choices.ts";
import type { IndicatorCode } from "../../../domain/scorecard/window.ts";
import type { FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

interface Props {
  readonly scorecard: ScorecardPage;
}

/** What is assumed of one indicator, to stand beside its figure. */
export const AssumedOf = ({ code, scorecard: { choices } }: Props & { readonly code: IndicatorCode }): Html =>
  component("govukDetails", {
    summaryHtml: <>What is assumed<span class="govuk-visually-hidden"> in {code}</span></>, classes: "pt-clock__why",
    html: <ul class="govuk-list govuk-list--bullet pt-small">{assumedBy(choices).filter(({ indicators }) => indicators.includes(code)).map(({ assumed, open }) => <li>{assumed} <span class="pt-quiet">{open}</span></li>)}</ul>,
  });

/** Everything that is assumed; and where a source leaves it open, the authority’s choice. */
export const Assumptions = ({ scorecard, errors }: Props & { readonly errors: readonly FieldError[] }): Html => (
  <section aria-labelledby="assumptions-heading">
    <h2 class="govuk-heading-m" id="assumptions-heading">What is assumed</h2>
    <p class="govuk-body pt-measure">The published definitions leave these points open. This is how each is settled here, until a better source is found.</p>
    {isUsual(scorecard.choices) ? null : component("govukInsetText", { html: <>{scorecard.authority.name} has chosen other readings than usual: {otherwise(scorecard.choices).join("; ")}.</> })}
    <div class="pt-scroll" role="region" aria-label="Assumptions" tabindex={0}>
      <table class="govuk-table pt-table">
        <caption class="govuk-visually-hidden">Assumptions</caption>
        <thead><tr><th scope="col">Indicators</th><th scope="col">Assumed</th><th scope="col">What is open</th></tr></thead>
        <tbody>{assumedBy(scorecard.choices).map(({ indicators, assumed, open }) => <tr><td>{indicators.join(", ")}</td><td>{assumed}</td><td>{open}</td></tr>)}</tbody>
      </table>
    </div>
    {scorecard.mayChoose ? <Choose scorecard={scorecard} errors={errors} /> : <p class="govuk-body-s pt-quiet">Whoever brings in the return can choose otherwise where no source settles a point.</p>}
  </section>
);

const Choose = ({ scorecard: { choices }, errors }: Props & { readonly errors: readonly FieldError[] }): Html => (
  <form method="post" action="/scorecard/readings" autocomplete="off" class="pt-readings">
    <h3 class="govuk-heading-s">Choose how these are read</h3>
    <p class="govuk-body pt-measure">Every figure of the authority then goes by your choice, in the pipeline, the forecast and on the command line too; the other reading is shown beside it. The days on a child’s own page stay as usual. Who chose what, and when, is kept in the audit.</p>
    {CHOICE_CODES.map((code, i) => {
      const error = i === 0 ? errors[0]?.text : undefined;
      return component("govukRadios", {
        idPrefix: code, name: code, classes: "govuk-radios--small", fieldset: { legend: { text: CHOICES[code].label, classes: "govuk-fieldset__legend--s" } },
        items: Object.entries(CHOICES[code].options).map(([value, text]) => ({ value, text, checked: choices[code] === value })),
        ...(error === undefined ? {} : { errorMessage: { text: error } }),
      });
    })}
    {component("govukButton", { text: "Save the choice", classes: "govuk-button--secondary" })}
  </form>
);
