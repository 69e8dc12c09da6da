import type { PerformanceLine, StandardPerformancePage } from "../../../../app/open-standard-performance.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { marginInWords, type Month, monthInWords, monthOf } from "../../../../domain/standards/performance.ts";
import { daysInWords } from "../../../../domain/standards/words.ts";
import { NONE } from "../../../../domain/tracker/view.ts";
import type { Html } from "../../../govuk/html.ts";
import { DueLink } from "../../child/why/due-link.tsx";
import { component } from "../../../govuk/macros.ts";
import { Pages } from "../../../layout/pages.tsx";
import { HEIGHT, monthsInWords, WIDTH } from "./chart.ts";
import { spanInWords } from "./filters.tsx";
import { chartAddress, isSoFar, performanceAddress } from "./query.ts";
import { Share } from "./share.tsx";
import { ABOUT, LeftOut, medianInWords } from "./view.tsx";

interface Props {
  readonly page: StandardPerformancePage;
  /** Only the children of this month. */
  readonly month: Month | undefined;
  /** Which page of the children, from 1. */
  readonly at: number;
}

/** One standard: its figures, month by month, and the children behind them. */
export function OneStandardView({ page, month, at }: Props): Html {
  const { standard, figures, open, overdue, team } = page;
  return (
    <>
      <span class="govuk-caption-l">{spanInWords(page)}{team === undefined ? "" : ` · ${team === NONE ? "no team recorded" : team}`}</span>
      <h1 class="govuk-heading-l">{standard.title}: how it is met</h1>
      {standard.confirmed ? null : component("govukInsetText", { text: "Advisory: the text of this standard is not yet confirmed, so it counts in no figure." })}
      <dl class="pt-counts">
        {([
          ["Met in time", figures.suppressed ? "x" : figures.percent === null ? "–" : `${figures.about ? "about " : ""}${figures.percent}%`], ["In time, of those done", `${figures.suppressed ? "x" : `${figures.about ? "about " : ""}${figures.inTime}`} of ${figures.finishedTold}`],
          ["Median", medianInWords(figures)], ["Open now", open], ["Overdue now", overdue],
        ] as const).map(([label, value]) => <div class="pt-counts__one"><dt>{label}</dt><dd>{value}</dd></div>)}
      </dl>
      <p class="govuk-body-s pt-measure">{page.official ? `Every child of the authority is in these figures, whether or not you may open their record.${page.about ? ABOUT : ""}` : "Working figures: the children you may see."} <a class="govuk-link" href={`/standards/${standard.id}`}>What {standard.id} asks for</a></p>
      <LeftOut leftOut={page.leftOut} />
      {figures.finished === 0 && !figures.suppressed ? null : <Months page={page} month={month} />}
      <Children page={page} month={month} at={at} />
    </>
  );
}

const Months = ({ page, month: chosen }: Pick<Props, "page" | "month">) => (
  <section aria-labelledby="months-heading">
    <h2 class="govuk-heading-m" id="months-heading">Month by month</h2>
    <figure class="pt-chart pt-perform__chart">
      <figcaption>Met in time, of those done in the month</figcaption>
      <img src={chartAddress(page.months)} width={WIDTH} height={HEIGHT} alt={monthsInWords(page.months)} />
    </figure>
    <table class="govuk-table pt-table pt-perform pt-perform--months" role="table">
      <caption class="govuk-visually-hidden">Month by month</caption>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Month</th><th role="columnheader" scope="col">Met in time</th><th role="columnheader" scope="col">Median</th></tr></thead>
      <tbody role="rowgroup">
        {page.months.map((figures) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              {figures.finished === 0 ? monthInWords(figures.month) : (
                <a class="govuk-link govuk-link--no-visited-state" href={`${performanceAddress(page, `/${page.standard.id}`, [["month", figures.month]])}#children`} {...(figures.month === chosen ? { "aria-current": "true" } : {})}>{monthInWords(figures.month)}</a>
              )}{isSoFar(figures.month, page.today) ? ", so far" : ""}
            </th>
            <td role="cell" data-label="Met in time"><Share figures={figures} /></td>
            <td role="cell" data-label="Median">{medianInWords(figures)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const PAGE_SIZE = 50;

function Children({ page, month, at }: Props): Html {
  const address = (more: readonly (readonly [string, string])[]): string => performanceAddress(page, `/${page.standard.id}`, more);
  const lines = month === undefined ? page.lines : page.lines.filter(({ doneOn }) => doneOn !== null && monthOf(doneOn) === month);
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_SIZE));
  const shown = Math.min(at, pages);
  return (
    <section aria-labelledby="children">
      <h2 class="govuk-heading-m" id="children" tabindex={-1}>Each time it ran, by child <span class="pt-quiet">({lines.length}{month === undefined ? "" : `, done in ${monthInWords(month)}`})</span></h2>
      {month === undefined ? null : <p class="govuk-body-s"><a class="govuk-link" href={`${address([])}#children`}>Show those of every month, and those still open</a></p>}
      {lines.length === 0 ? <p class="govuk-body">This standard was not finished in these months and is not open now, for any child you may see.</p> : (
        <table class="govuk-table pt-table pt-perform pt-perform--children" role="table">
          <caption class="govuk-visually-hidden">Children, the most days late first; a child for whom the standard ran more than once has more than one line</caption>
          <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Child</th><th role="columnheader" scope="col">Due</th><th role="columnheader" scope="col">Done</th><th role="columnheader" scope="col">Days</th></tr></thead>
          <tbody role="rowgroup">{lines.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE).map((line) => <Line line={line} page={page} />)}</tbody>
        </table>
      )}
      {page.more === null || month !== undefined ? null : <p class="govuk-body">{lines.length === 0 ? page.more.replace(/^and /, "There are ") : page.more}.</p>}
      <Pages page={shown} pages={pages} address={(n) => `${address([...(month === undefined ? [] : [["month", month] as const]), ["page", String(n)]])}#children`} />
    </section>
  );
}

const Line = ({ line: { recordId, localId, authority, occurrence, dueOn, doneOn, days }, page: { standard, authorities } }: { readonly line: PerformanceLine; readonly page: StandardPerformancePage }) => (
  <tr role="row">
    <th role="rowheader" scope="row">
      <a class="govuk-link govuk-link--no-visited-state" href={`/children/${recordId}`}>{localId}</a>
      {authorities.length < 2 ? null : <span class="pt-perform__more">{authorities.find(({ code }) => code === authority)?.name}</span>}
    </th>
    <td role="cell" data-label="Due"><DueLink recordId={recordId} clock={{ standard: standard.id, occurrence }} on={dueOn} /></td>
    <td role="cell" data-label="Done">{doneOn === null ? <span class="pt-quiet">Not yet</span> : `${dayInWords(doneOn)} (actual)`}</td>
    <td role="cell" data-label="Days">{doneOn !== null ? (days < 0 ? <strong class="pt-perform__late">{marginInWords(days)}</strong> : marginInWords(days))
      : days < 0 ? <strong class="pt-perform__late">Overdue {daysInWords(-days)}</strong> : days === 0 ? "Due today" : `Due in ${daysInWords(days)}`}</td>
  </tr>
);
