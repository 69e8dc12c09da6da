import { CLOSED, type ScorecardPage } from "../../../app/open-scorecard.ts";
import { yearEndingOf } from "../../../domain/dates/day.ts";
import { gapInWords } from "../../../domain/scorecard/gap.ts";
import type { Reading } from "../../../domain/scorecard/readings.ts";
import { countToldAs, isExact, tellingOfFigure } from "../../../domain/scorecard/suppression.ts";
import { INDICATOR_CODES, type IndicatorCode, INDICATORS, windowName } from "../../../domain/scorecard/window.ts";
import { counted } from "../../../domain/words.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { type AsAtForm as TypedAsAt, asAtParams } from "../../as-at/as-at.ts";
import { AsAtForm } from "../../as-at/form.tsx";
import { AsAtNotice } from "../../as-at/notice.tsx";
import type { FieldError } from "../../forms/fields.tsx";
import { AssumedOf, Assumptions } from "./assumed.tsx";
import { CHARTED, chartInWords } from "./chart.ts";
import { aboutInWords, countInWords, figureInWords, isJudged, isSoFar, judgedOf, numberInWords, verdict, windowInWords } from "../../../app/scorecard-words.ts";
import { WhyItMoved } from "./moved.tsx";
import { NotCounted } from "./not-counted.tsx";
import { ByQuarter } from "./quarters.tsx";
import { askedAddress, scorecardAddress } from "./query.ts";
import { Sections } from "./sections.tsx";
import { Sourced } from "./sourced.tsx";
import { WhereDaysWent } from "./stages.tsx";

interface Props {
  readonly scorecard: ScorecardPage;
}

interface ViewProps extends Props {
  /** The window as far as the address names it. */
  readonly asked: readonly (readonly [string, string])[];
  readonly typed: TypedAsAt | undefined;
  /** What is wrong with a choice of readings that was sent. */
  readonly errors?: readonly FieldError[];
}

const NOTHING_WRONG: readonly FieldError[] = [];

export function ScorecardView({ scorecard: page, asked, typed, errors = NOTHING_WRONG }: ViewProps): Html {
  const { scorecard } = page;
  const { window } = scorecard;
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Scorecard</h1>
        <p class="pt-heading__beside">{page.authority.name}, {window.years === 3 ? "three years" : "one year"} to 31 March {window.yearEnding}{isSoFar(window, page.today) ? ", so far" : ""}</p>
      </div>
      <Sections at="scorecard" />
      <AsAtNotice asAt={page.asAt} now={askedAddress(asked, {})} />
      <Choose scorecard={page} />
      <div class="pt-days-ways"><AsAtForm action="/scorecard" typed={typed} keep={asked} /></div>
      <p class="govuk-body">{countToldAs(scorecard.adopted - page.closed, page.closed, page.telling)} {scorecard.adopted === 1 ? "child was" : "children were"} adopted in {windowName(window)}. Every child of the authority is in these figures, whether or not you may open their record.{page.telling === "none" ? " Where a figure would tell of 1 to 5 children whose records you may not open, it is not shown, and there is an x in its place." : ""}{aboutInWords([page.telling, ...page.trend.map(({ telling }) => telling)])}</p>
      {scorecard.bias === null || !isExact(page.telling) ? null : component("govukWarningText", { text: scorecard.bias, iconFallbackText: "Warning", classes: "pt-warning" })}
      <ul class="pt-cards">{INDICATOR_CODES.map((code) => <Card code={code} scorecard={page} />)}</ul>
      <Trend scorecard={page} />
      <ByQuarter scorecard={page} />
      <WhyItMoved scorecard={page} />
      <WhereDaysWent scorecard={page} />
      <NotCounted scorecard={page} />
      <Readings scorecard={page} />
      <Assumptions scorecard={page} errors={errors} />
    </>
  );
}

/** Any window: a year to end in, three years or one. */
function Choose({ scorecard: { yearEndings, scorecard: { window }, today, asAt, source, sources } }: Props) {
  const years = [...new Set([yearEndingOf(today), yearEndingOf(today) - 1, window.yearEnding, ...yearEndings])].sort((a, b) => b - a);
  const small = "govuk-label--s pt-filters__label";
  return (
    <form class="pt-filters" method="get" autocomplete="off" action="/scorecard" aria-label="Years">
      {asAtParams(asAt).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {component("govukSelect", {
        id: "year-ending", name: "year-ending", label: { text: "Years ending in March", classes: small }, formGroup: { classes: "pt-filters__field" },
        items: years.map((year) => ({ value: year, text: year, selected: year === window.yearEnding })),
      })}
      {component("govukSelect", {
        id: "years", name: "years", label: { text: "Window", classes: small }, formGroup: { classes: "pt-filters__field" },
        items: [{ value: 3, text: "Three years", selected: window.years === 3 }, { value: 1, text: "One year", selected: window.years === 1 }],
      })}
      {component("govukSelect", {
        id: "source", name: "source", label: { text: "Thresholds of", classes: small }, classes: "pt-source", formGroup: { classes: "pt-filters__field pt-source-field" },
        items: [{ value: "", text: "The official source, or all that agree", selected: source === undefined }, ...sources.map((known) => ({ value: known.source, text: known.name, selected: known.source === source }))],
      })}
      {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
    </form>
  );
}

const STATUS = { met: "pt-status", "not-met": "pt-status pt-status--late", none: "pt-status pt-status--quiet" } as const;

function Card({ code, scorecard: page }: Props & { readonly code: IndicatorCode }) {
  const { scorecard, telling, thresholds, asAt, source } = page;
  const { figures, window } = scorecard;
  const { words, tone } = verdict(code, figures, thresholds[code], window, telling);
  const { all, note } = thresholds[code];
  const left = figures[code].notCounted.length;
  const closed = figures[code].notCounted.filter(({ child }) => child === CLOSED).length;
  return (
    <li class="pt-card">
      <h2 class="pt-card__title"><strong>{code}</strong> {INDICATORS[code]}</h2>
      <p class="pt-card__figure">{figureInWords(code, figures, telling)}</p>
      <p class="pt-card__verdict"><span class={STATUS[tone]}>{words}</span></p>
      <GapOf code={code} scorecard={page} />
      <p class="pt-card__count">
        <a class="govuk-link" href={scorecardAddress(window, asAt, `/${code}`, source)}>{countInWords(code, figures, telling)}<span class="govuk-visually-hidden"> in {code}</span></a>
        {left > 0 ? `, ${countToldAs(left - closed, closed, telling)} not` : ""}
      </p>
      {all.length === 0 ? null : component("govukDetails", {
        summaryHtml: <>Threshold by source<span class="govuk-visually-hidden"> for {code}</span></>, classes: "pt-clock__why",
        html: (
          <>
            <p>{note}.</p>
            <ul class="govuk-list govuk-list--bullet pt-small">{all.map((t) => <li>{t.name}: {t.days} days{t.confidence === "remembered" ? " (remembered, not confirmed)" : ""}. <span class="pt-quiet">{t.cite}{t.note === undefined ? "" : `. ${t.note}`}</span></li>)}</ul>
          </>
        ),
      })}
      {all.length === 0 ? null : <p class="pt-print-only pt-small">Threshold by source: {all.map(({ name, days }) => `${name}, ${days} days`).join("; ")}. {note}.</p>}
      <AssumedOf code={code} scorecard={page} />
    </li>
  );
}

/** Whether the gap to the threshold closes, where both windows can be judged and are told. */
function GapOf({ code, scorecard: { trend, scorecard: { window } } }: Props & { readonly code: IndicatorCode }) {
  if (!isJudged(window)) return null;
  const [now, before] = [0, 1].map((back) => judgedOf(code, trend.find(({ yearEnding }) => yearEnding === window.yearEnding - back)));
  return now === undefined || before === undefined ? null : <p class="pt-card__gap">{gapInWords(now, before, windowName({ ...window, yearEnding: window.yearEnding - 1 }))}</p>;
}

function Trend({ scorecard: page }: Props) {
  const { trend, today, asAt, source, scorecard: { window } } = page;
  if (trend.length === 0) return null;
  const limits = isJudged(window) ? (["A1", "A2"] as const) : [];
  return (
    <section aria-labelledby="trend-heading">
      <h2 class="govuk-heading-m" id="trend-heading">{window.years === 3 ? "Each three years" : "Each year"}</h2>
      <div class="pt-charts">
        {CHARTED.map((code) => (
          <figure class="pt-chart">
            <figcaption><strong>{code}</strong>, {code === "A3" ? "per cent" : "days"}{code === "A3" ? ", of those adopted: it has no threshold" : isJudged(window) ? ": striped bars are the figure, the dashed line the threshold" : ", by year"}</figcaption>
            <img src={scorecardAddress(window, asAt, `/charts/${code}.svg`, source)} width="440" height="230" alt={chartInWords(code, window.years, trend, today)} />
          </figure>
        ))}
      </div>
      <div class="pt-scroll" role="region" aria-label="Figures by window" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">Each indicator by window, with the number of children counted</caption>
          <thead><tr><th scope="col">Years</th>{INDICATOR_CODES.map((code) => <th scope="col" class="pt-figures">{code}</th>)}{limits.map((code) => <th scope="col" class="pt-figures">{code} threshold</th>)}</tr></thead>
          <tbody>
            {trend.map(({ yearEnding, figures, thresholds, telling }) => (
              <tr>
                <th scope="row">{windowInWords({ yearEnding, years: window.years }, today)}</th>
                {INDICATOR_CODES.map((code) => <td class="pt-figures">{figureInWords(code, figures, telling)} <span class="pt-quiet">({numberInWords(code, figures, telling)})</span></td>)}
                {limits.map((code) => <td class="pt-figures">{thresholds[code].days ?? "none applied"}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Sourced page={page} note={`${window.years === 3 ? "three-year averages" : "averages of single years"} of children adopted in each. The table holds the same figures as the pictures.`} />
      <p class="govuk-body-s pt-quiet">In brackets: children counted.{trend.every(({ telling }) => isExact(telling)) ? "" : " An x stands where a figure would tell of 1 to 5 children whose records you may not open."}{isJudged(window) ? "" : " Thresholds are for three-year averages, so a single year is shown without them."} The earliest windows reach back before the record does, so they count mostly quick journeys.</p>
    </section>
  );
}

/** Of readings by which a few closed records could be told, none is shown. */
function Readings({ scorecard: { scorecard: { readings: all }, telling } }: Props) {
  const closed = ({ affected }: Reading): number => affected.filter((child) => child === CLOSED).length;
  const readings = all.filter((r) => isExact(telling) && isExact(tellingOfFigure(telling, closed(r))));
  if (readings.length === 0) return null;
  return (
    <section aria-labelledby="readings-heading">
      <h2 class="govuk-heading-m" id="readings-heading">By other readings of the definitions</h2>
      <p class="govuk-body pt-measure">Where the published definitions leave a point open, this is what the figure would be read the other way.</p>
      <div class="pt-scroll" role="region" aria-label="Other readings" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">Figures by other readings</caption>
          <thead><tr><th scope="col">Indicator</th><th scope="col">Reading</th><th scope="col" class="pt-figures">Figure</th><th scope="col" class="pt-figures">Children</th><th scope="col">Treated differently</th></tr></thead>
          <tbody>
            {readings.map((r) => (
              <tr>
                <td>{r.indicator}</td><td>{r.reading}</td>
                <td class="pt-figures">{r.days !== null ? `${r.days} days` : r.percent !== null ? `${Math.floor(r.percent + 0.5)}%` : "No figure"}</td>
                <td class="pt-figures">{r.children}</td>
                <td>{r.affected.length === 0 ? "nobody" : r.affected.length > 12 || closed(r) > 0 ? counted(r.affected.length, "child", "children") : r.affected.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
