import type { PipelinePage } from "../../../../app/open-pipeline.ts";
import { dayInWords, yearEndingOf } from "../../../../domain/dates/day.ts";
import type { FigureOf } from "../../../../domain/scorecard/indicators.ts";
import { PIPELINE, type PipelineStage, type Waiting } from "../../../../domain/scorecard/pipeline.ts";
import { neededToldAs, type Required, toComeToldAs } from "../../../../domain/scorecard/required.ts";
import { roundHalfUp } from "../../../../domain/scorecard/rounding.ts";
import { countToldAs, daysToldAs, moreToldAs, type Telling, tellingOfCount } from "../../../../domain/scorecard/suppression.ts";
import { meets } from "../../../../domain/scorecard/thresholds.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import { counted } from "../../../../domain/words.ts";
import { SUPPRESSED } from "../../../../app/scorecard-words.ts";
import { DateInput, ErrorSummary } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Sections } from "../sections.tsx";
import type { PipelineForm } from "./query.ts";

interface Props {
  readonly page: PipelinePage;
  readonly form: PipelineForm;
}

const STAGES = Object.keys(PIPELINE) as PipelineStage[];
const CODES = ["A1", "A2", "A10"] as const;

export const PipelineView = ({ page, form }: Props): Html => (
  <>
    <ErrorSummary errors={form.errors} />
    <h1 class="govuk-heading-l">Pipeline</h1>
    <Sections at="pipeline" />
    <p class="govuk-body pt-measure">Children with a decision that they should be adopted count in no figure until their adoption order is made. Then each enters with every day of the wait. Here they are, with what is fixed already.</p>
    <Ask page={page} form={form} />
    <Becomes page={page} form={form} />
    <MustAverage page={page} />
    {STAGES.map((stage) => <Stage stage={stage} page={page} />)}
  </>
);

function Ask({ page, form: { ordersBy, placedBy, question, errors } }: Props): Html {
  const error = (id: string): string | undefined => errors.find((e) => e.id.startsWith(id))?.text;
  const thresholds = page.required[0]?.all ?? [];
  const perYear = error("per-year");
  return (
    <form method="get" action="/scorecard/pipeline" autocomplete="off" class="pt-pipeline__ask">
      {component("govukCheckboxes", {
        idPrefix: "stage", name: "stage", classes: "govuk-checkboxes--small",
        fieldset: { legend: { text: "Children who are", classes: "govuk-fieldset__legend--s" } },
        items: STAGES.map((stage) => ({ value: stage, text: PIPELINE[stage], checked: question.stages.includes(stage) })),
      })}
      <DateInput id="orders" legend="All adopted on" hint="" value={ordersBy} error={error("orders")} small />
      <DateInput id="placed" legend="Those not placed yet move in on" hint="" value={placedBy} error={error("placed")} small />
      {component("govukInput", {
        id: "per-year", name: "per-year", label: { text: "Adoptions expected in a whole year", classes: "govuk-label--s" }, classes: "govuk-input--width-4", value: page.perYear, inputmode: "numeric",
        ...(perYear === undefined ? {} : { errorMessage: { text: perYear } }),
      })}
      {thresholds.length < 2 ? null : component("govukSelect", {
        id: "source", name: "source", label: { text: "Threshold of", classes: "govuk-label--s" },
        items: thresholds.map((t) => ({ value: t.source, text: t.name, selected: t.source === page.required[0]?.threshold?.source })),
      })}
      {component("govukButton", { text: "Work it out", classes: "govuk-button--secondary", preventDoubleClick: false })}
    </form>
  );
}

type InWindow = PipelinePage["windows"][number];

const told = (figure: FigureOf["A1"], telling: Telling): string =>
  telling === "none" ? SUPPRESSED : figure.days === null ? "nobody" : `${telling === "coarse" ? "about " : ""}${daysToldAs(figure.days, telling)}`;

/** Whether a figure gets better, in words. */
function change({ now, then, told: as }: InWindow, code: (typeof CODES)[number]): string {
  const [before, after] = [now[code].days, then[code].days];
  const telling = as[code];
  if (before === null || after === null || telling.now === "none" || telling.then === "none") return "";
  const by = daysToldAs(after, telling.then) - daysToldAs(before, telling.now);
  return by === 0 ? "no change" : by > 0 ? `${by} more` : `${-by} fewer`;
}

const Becomes = ({ page, form: { question } }: Props): Html => (
  <section aria-labelledby="becomes">
    <h2 class="govuk-heading-m" id="becomes">What the figures become</h2>
    <p class="govuk-body">If {countToldAs(page.imagined, page.imaginedClosed, page.telling === "whole" ? "all" : tellingOfCount(page.imaginedClosed))} {page.imagined + page.imaginedClosed === 1 ? "child is" : "children are"} adopted on {dayInWords(question.ordersBy)}.{page.telling === "coarse" ? " Figures are to the nearest 10 days and children to the nearest 5, because children are among them whose records you may not open; an x stands where a figure would tell of 1 to 5 of them." : ""}</p>
    <div class="pt-scroll" role="region" aria-label="What the figures become" tabindex={0}>
      <table class="govuk-table pt-table">
        <caption class="govuk-visually-hidden">Each figure now, and if these children are adopted on that day, in days</caption>
        <thead><tr><th scope="col">Years</th>{CODES.map((code) => <><th scope="col" class="pt-figures">{code} so far</th><th scope="col" class="pt-figures">then</th><th scope="col">change</th></>)}</tr></thead>
        <tbody>
          {page.windows.map((inWindow) => {
            const { window, now, then, told: as } = inWindow;
            return (
            <tr>
              <th scope="row">{windowName(window)}</th>
              {CODES.every((code) => now[code].days === null && then[code].days === null)
                ? <td colspan={CODES.length * 3}>Nobody counts in it yet, and on that day nobody would</td>
                : CODES.map((code) => <><td class="pt-figures">{told(now[code], as[code].now)}</td><td class="pt-figures"><strong>{told(then[code], as[code].then)}</strong></td><td>{change(inWindow, code)}</td></>)}
            </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  </section>
);

/** What each of the years left must average; where none has ended, that it is the threshold and nothing else. */
const ByYear = ({ required: { years, byYear }, telling }: { readonly required: Required; readonly telling: PipelinePage["telling"] }): Html =>
  years.some((year) => year.isHidden === true) ? <>{SUPPRESSED}</> : years.length > 0 ? <>{neededToldAs(byYear, telling) ?? "–"}</> : <>{byYear}, <span class="pt-quiet">the threshold itself: none of these years has ended</span></>;

const MustAverage = ({ page: { required, perYear, today, telling } }: { readonly page: PipelinePage }): Html => (
  <section aria-labelledby="must-average">
    <h2 class="govuk-heading-m" id="must-average">What must we average?</h2>
    <p class="govuk-body pt-measure">For a three-year figure to come out at the threshold. By years, each year counts alike. By children, those adopted so far this year are known, and {counted(perYear, "child is", "children are")} expected to be adopted in a whole year.{telling === "coarse" ? " It is worked out from what is told above, to the nearest 10 days and 5 children." : ""}</p>
    {required.map(({ indicator, threshold, required: windows }) => (
      <>
        <h3 class="govuk-heading-s">{indicator}{threshold === null ? ": no threshold is known for these years" : `, to reach ${threshold.days} days (${threshold.name})`}</h3>
        {windows.length === 0 ? null : (
          <div class="pt-scroll" role="region" aria-label={`What ${indicator} must average`} tabindex={0}>
            <table class="govuk-table pt-table">
              <caption class="govuk-visually-hidden">What the rest of each window must average for {indicator}</caption>
              <thead><tr><th scope="col">Years</th><th scope="col">Known</th><th scope="col" class="pt-figures">Each year left, by years</th><th scope="col" class="pt-figures">Each child to come, by children</th><th scope="col" class="pt-figures">Children to come</th></tr></thead>
              <tbody>
                {windows.map((window) => (
                  <tr>
                    <th scope="row">{windowName(window.window)}</th>
                    <td>{[...window.years, ...(window.soFar === null ? [] : [window.soFar])].map((year) => `${year.yearEnding === yearEndingOf(today) ? "this year so far" : windowName({ yearEnding: year.yearEnding, years: 1 })}: ${year.isHidden === true ? SUPPRESSED : year.children === 0 ? "nobody" : `${telling === "coarse" ? "about " : ""}${roundHalfUp(year.meanDays)} days (${year.children})`}`).join("; ") || "nothing yet"}</td>
                    <td class="pt-figures"><ByYear required={window} telling={telling} /></td><td class="pt-figures">{window.isHidden ? SUPPRESSED : neededToldAs(window.byChild, telling) ?? "–"}</td><td class="pt-figures">{window.isHidden ? SUPPRESSED : toComeToldAs(window.toCome, telling)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {threshold === null || windows.every(({ byChild }) => byChild === null || !meets(threshold.days, byChild)) ? null : <p class="govuk-body-s">A figure above the threshold means that there is room.</p>}
      </>
    ))}
  </section>
);

function Stage({ stage, page }: { readonly stage: PipelineStage; readonly page: PipelinePage }): Html {
  const here = page.waiting.filter((w) => w.stage === stage);
  const closed = page.closed[stage];
  const telling = page.telling === "whole" ? "all" : tellingOfCount(closed);
  return (
    <section aria-labelledby={`stage-${stage}`}>
      <h2 class="govuk-heading-m" id={`stage-${stage}`}>{PIPELINE[stage]} <span class="pt-quiet">({countToldAs(here.length, closed, telling)})</span></h2>
      {here.length === 0 ? <p class="govuk-body">{closed === 0 ? "Nobody." : "Nobody whose record you may open."}</p> : <Children children_={here} page={page} />}
      {closed === 0 || here.length === 0 ? null : <p class="govuk-body-s">{moreToldAs(closed, telling)?.replace("and", "And")}.</p>}
    </section>
  );
}

const fixed = (days: number | null): string => (days === null ? "open" : String(days));

const Children = ({ children_, page }: { readonly children_: readonly Waiting[]; readonly page: PipelinePage }): Html => (
  <div class="pt-scroll" role="region" aria-label="Children" tabindex={0}>
    <table class="govuk-table pt-table">
      <caption class="govuk-visually-hidden">Children, those who have waited longest first, with the days that each figure gets from them already</caption>
      <thead><tr><th scope="col">Child</th><th scope="col">Since (actual)</th><th scope="col" class="pt-figures">Waited, days</th><th scope="col" class="pt-figures">A1 fixed at</th><th scope="col" class="pt-figures">A2 fixed at</th><th scope="col" class="pt-figures">A10 fixed at</th></tr></thead>
      <tbody>
        {children_.map((w) => (
          <tr>
            <th scope="row"><a class="govuk-link" href={`/children/${w.child}`}>{page.localIds.get(w.child)}</a></th>
            <td>{dayInWords(w.since)}</td><td class="pt-figures">{w.waitedDays}</td>
            <td class="pt-figures">{fixed(w.fixed.A1)}</td><td class="pt-figures">{fixed(w.fixed.A2)}</td><td class="pt-figures">{fixed(w.fixed.A10)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
