import type { ForecastPage } from "../../../../app/forecast/open-forecast.ts";
import { FORECAST_INDICATORS, type ForecastIndicator } from "../../../../domain/scorecard/forecast/counted.ts";
import { STEP_LABELS } from "../../../../domain/scorecard/forecast/in-words.ts";
import type { Forecast, WindowForecast } from "../../../../domain/scorecard/forecast/forecast.ts";
import { STEPS } from "../../../../domain/scorecard/forecast/way.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import { counted, listed, lower } from "../../../../domain/words.ts";
import { DateInput, ErrorSummary } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Sections } from "../sections.tsx";
import type { WhatIf } from "./query.ts";
import { RangeBar } from "./range-bar.tsx";
import { ForecastChildren } from "./children.tsx";

interface Props {
  readonly page: ForecastPage;
  readonly whatIf: WhatIf;
  /** Whether the viewer may give the reference of the assessment. */
  readonly maySay: boolean;
}

export const ForecastView = ({ page, whatIf, maySay }: Props): Html => (
  <>
    <ErrorSummary errors={whatIf.errors} />
    <h1 class="govuk-heading-l">Forecast</h1>
    <Sections at="forecast" />
    <p class="govuk-body pt-measure">What is likely, and the range in which four of five imagined futures lie. It is learnt from how long {counted(page.learntFrom.children, "child", "children")} of {page.learntFrom.authorities === 1 ? "this authority" : `the region’s ${page.learntFrom.authorities} authorities`} waited at each step, and counts the children yet to come as if they came like those of the last three years.</p>
    {component("govukInsetText", { text: "A forecast is for planning. It is no target, no judgement of anybody’s work, and never a reason to put one child before another." })}
    <p class="govuk-body"><a class="govuk-link" href="/scorecard/forecast/accuracy">How well it has predicted so far, what is used and what is not</a></p>
    {page.forecast.tooFew.length === 0 ? null : component("govukWarningText", { text: `There are too few children to say anything: in the region fewer than 20 waits have ended for the ${listed(page.forecast.tooFew.map((step) => lower(STEP_LABELS[step])))}.`, iconFallbackText: "Warning" })}
    {page.forecast.tooFew.length > 0 ? null : (
      <>
        <Figures page={page} />
        <form method="get" action="/scorecard/forecast" autocomplete="off">
          <Imagine whatIf={whatIf} />
          <ForecastChildren page={page} ticked={whatIf.children} />
        </form>
        {page.assessment === null ? <Assess maySay={maySay} /> : <p class="govuk-body-s pt-quiet">Data protection impact assessment: {page.assessment}</p>}
      </>
    )}
  </>
);

const inDays = (figure: WindowForecast["figures"]["A1"]): string => (figure === null ? "nothing to say" : `${figure.likely} (${figure.low} to ${figure.high})`);

function difference(now: Forecast | null, window: WindowForecast, code: ForecastIndicator): string {
  const [was, is] = [now?.windows.find((w) => windowName(w.window) === windowName(window.window))?.figures[code], window.figures[code]];
  if (was === undefined || was === null || is === null) return "";
  const by = is.likely - was.likely;
  return by === 0 ? "no change" : by > 0 ? `${by} more` : `${-by} fewer`;
}

function Figures({ page: { forecast, without, thresholds } }: Pick<Props, "page">): Html {
  const most = Math.max(...forecast.windows.flatMap(({ figures }) => FORECAST_INDICATORS.map((code) => figures[code]?.high ?? 0)), 500);
  return (
    <section aria-labelledby="figures">
      <h2 class="govuk-heading-m" id="figures">{without === null ? "The figures" : "The figures, if it is as you imagine"}</h2>
      {FORECAST_INDICATORS.flatMap((code) => ([3, 1] as const).map((years) => (
        <div class="pt-scroll" role="region" aria-label={`Forecast of ${code}, ${years === 3 ? "three years" : "single years"}`} tabindex={0}>
          <table class="govuk-table pt-table">
            <caption class="govuk-table__caption govuk-table__caption--s">{code}, days, {years === 3 ? "three years together" : "each year alone"}{years === 1 || thresholds[code] === null ? "" : `. Threshold ${thresholds[code]}${code === "A10" ? " (A1’s: A10 has none of its own)" : ""}, the dashed line`}</caption>
            <thead><tr><th scope="col">Years</th><th scope="col" class="pt-figures">Likely (range)</th><td class="pt-range-cell" aria-hidden="true" /><th scope="col" class="pt-figures">Children adopted</th>{without === null ? null : <th scope="col">Difference</th>}</tr></thead>
            <tbody>
              {forecast.windows.filter((w) => w.window.years === years).map((w) => (
                <tr>
                  <th scope="row">{windowName(w.window)}</th>
                  <td class="pt-figures">{inDays(w.figures[code])}</td>
                  <td class="pt-range-cell" aria-hidden="true">{w.figures[code] === null ? null : <RangeBar range={w.figures[code]} threshold={w.window.years === 3 ? thresholds[code] : null} most={most} />}</td>
                  <td class="pt-figures">{w.adopted.likely} ({w.adopted.low} to {w.adopted.high})</td>
                  {without === null ? null : <td>{difference(without, w, code)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )))}
      <p class="govuk-body pt-measure">A3, the share of children who move in within 14 months, is not forecast.</p>
      <p class="govuk-body pt-measure">A year alone counts few children, and the later it is, the more of them are yet to come: its range is wide, and it goes up where children who have waited long are adopted at last.</p>
    </section>
  );
}

const Imagine = ({ whatIf }: { readonly whatIf: WhatIf }): Html => {
  const error = (id: string): string | undefined => whatIf.errors.find((e) => e.id === id || e.id.startsWith(`${id}-`))?.text;
  return (
    <section aria-labelledby="what-if">
      <h2 class="govuk-heading-m" id="what-if">What if?</h2>
      <fieldset class="govuk-fieldset pt-forecast__sooner">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Each wait is shorter by so many days, from today on</legend>
        {STEPS.map((step) => {
          const problem = error(`sooner-${step}`);
          return component("govukInput", {
            id: `sooner-${step}`, name: `sooner-${step}`, label: { text: STEP_LABELS[step] }, value: whatIf.typed[step], classes: "govuk-input--width-3", inputmode: "numeric", suffix: { text: "days" },
            ...(problem === undefined ? {} : { errorMessage: { text: problem } }),
          });
        })}
      </fieldset>
      <DateInput id="placed" legend="The children ticked below move in by" hint="For example, 1 7 2027. Brothers and sisters who are placed together are best ticked together" value={whatIf.placedBy} error={error("placed")} small />
      {component("govukButton", { text: "Imagine it", classes: "govuk-button--secondary", preventDoubleClick: false })}
      {whatIf.otherwise === undefined ? null : <p class="govuk-body"><a class="govuk-link" href="/scorecard/forecast">Back to how things are</a></p>}
    </section>
  );
};

const Assess = ({ maySay }: { readonly maySay: boolean }): Html => (
  <section aria-labelledby="assessment">
    <h2 class="govuk-heading-m" id="assessment">Forecasts of single children</h2>
    <p class="govuk-body pt-measure">They are shown once your authority has thought about them: a data protection impact assessment says what they are for, and who looks at them.</p>
    {!maySay ? <p class="govuk-body">Ask a performance analyst or tracking administrator to put down the reference of the assessment.</p> : (
      <form method="post" action="/scorecard/forecast/assessment" autocomplete="off">
        {component("govukInput", { id: "reference", name: "reference", label: { text: "Reference of the assessment", classes: "govuk-label--s" }, classes: "govuk-input--width-20" })}
        {component("govukButton", { text: "Save the reference", classes: "govuk-button--secondary" })}
      </form>
    )}
  </section>
);

