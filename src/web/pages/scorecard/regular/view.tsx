import type { RegisterPage } from "../../../../app/plan/register.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { ownersInWords } from "../../../../domain/scorecard/plan/owners.ts";
import { type DueReport, dueStateInWords, type PeriodCode, periodInWords, periodRunning, RHYTHMS, rhythmOf } from "../../../../domain/scorecard/regular/regular.ts";
import { USUAL_REPORTS } from "../../../../domain/scorecard/regular/usual.ts";
import { lower } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { Sections } from "../sections.tsx";

export const REGULAR = "/scorecard/regular";
export const documentPath = (id: string, period: PeriodCode): string => `${REGULAR}/${id}/${period}.docx`;

type Listed = RegisterPage["reports"][number];

/** The register: to which meeting each report goes, how often, who makes it, and whether it was made. */
export function RegisterView({ page, made }: { readonly page: RegisterPage; readonly made: { readonly report: Listed; readonly period: PeriodCode } | undefined }): Html {
  const running = page.reports.filter(({ ended }) => ended === null);
  const ended = page.reports.filter((report) => report.ended !== null);
  const late = running.flatMap((report) => report.due.filter(({ state }) => state === "late")).length;
  return (
    <>
      {made === undefined ? null : component("govukNotificationBanner", {
        type: "success", titleText: "Made", html: <p class="govuk-notification-banner__heading">The report of {periodInWords(made.period)} to {made.report.meeting} is noted as made. <a class="govuk-notification-banner__link" href={documentPath(made.report.id, made.period)}>Download it as a Word document</a></p>,
      })}
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Regular reports</h1>
        <p class="pt-heading__beside">{page.authority.name}, {dayInWords(page.today)}</p>
      </div>
      <Sections at="plan" />
      <p class="govuk-body pt-measure">The reports on performance that go to meetings again and again. Each is made here by pressing a button: figures, standards, drift and actions, as whoever makes it is told them. It is kept as it was made, for those who make it and those who keep this register.{late === 0 ? "" : ` ${late} ${late === 1 ? "is" : "are"} late.`}</p>
      <ul class="govuk-list pt-plan__ways">
        {page.mayKeep ? <li><a class="govuk-link" href={`${REGULAR}/new`}>Add a regular report</a></li> : null}
        <li><a class="govuk-link" href="/scorecard/plan">Action plan</a></li>
      </ul>
      {page.reports.length === 0 ? <Empty mayKeep={page.mayKeep} /> : running.map((report) => <Report report={report} page={page} />)}
      {ended.length === 0 ? null : (
        <section aria-labelledby="ended-reports">
          <h2 class="govuk-heading-m" id="ended-reports">Taken off the register</h2>
          <StackedTable caption="Reports taken off the register" heads={["Meeting", "Until", "Why"]} rows={ended.map(({ meeting, ended: end }) => [meeting, dayInWords(end!.on), end!.why])} />
        </section>
      )}
    </>
  );
}

const Empty = ({ mayKeep }: { readonly mayKeep: boolean }): Html => (
  <>
    <p class="govuk-body">No regular report is on the register yet.{mayKeep ? " You can start with those that many authorities make:" : ""}</p>
    {mayKeep ? (
      <form method="post" action={`${REGULAR}/start`}>
        <ul class="govuk-list govuk-list--bullet">{USUAL_REPORTS.map(({ meeting, rhythm, makers }) => <li>{meeting}, {lower(RHYTHMS[rhythm])}, made by {ownersInWords(makers, new Map())}</li>)}</ul>
        {component("govukButton", { text: "Start with these", classes: "govuk-button--secondary", preventDoubleClick: true })}
      </form>
    ) : null}
  </>
);

function Report({ report, page: { names, mayKeep, today } }: { readonly report: Listed; readonly page: RegisterPage }): Html {
  const { id, meeting, makers, rhythm, due, mayMake } = report;
  return (
    <section class="pt-plan__objective" aria-labelledby={`report-${id}`}>
      <h2 class="govuk-heading-m" id={`report-${id}`}>{meeting}</h2>
      <p class="govuk-body">{rhythmOf(report)}. Made by {ownersInWords(makers, names)}.</p>
      {due.length === 0 ? <p class="govuk-body">None is due yet: the first is of {periodInWords(periodRunning(rhythm, today))}.</p> : (
        <div class="pt-plan__times pt-compact">
          <StackedTable
            caption={`Reports to ${meeting}, the latest first`} heads={["Of", "How it stands", "By", "Report"]}
            rows={due.map((one) => [
              periodInWords(one.period), <span class={`pt-status${one.state === "late" ? " pt-status--late" : one.state === "due" ? " pt-status--due-soon" : " pt-status--quiet"}`}>{dueStateInWords(one)}</span>,
              one.madeBy === null ? "" : names.get(one.madeBy) ?? "Somebody who has left", <Make id={id} meeting={meeting} due={one} mayMake={mayMake} />,
            ])}
          />
        </div>
      )}
      {mayKeep ? <p class="govuk-body"><a class="govuk-link" href={`${REGULAR}/${id}`}>Change<span class="govuk-visually-hidden"> the report to {meeting}</span></a> · <a class="govuk-link" href={`${REGULAR}/${id}/end`}>Take off the register<span class="govuk-visually-hidden">: the report to {meeting}</span></a></p> : null}
    </section>
  );
}

function Make({ id, meeting, due: { period, madeOn, kept }, mayMake }: { readonly id: string; readonly meeting: string; readonly due: DueReport; readonly mayMake: boolean }): Html | null {
  const of = <span class="govuk-visually-hidden"> of {periodInWords(period)} to {meeting}</span>;
  if (madeOn !== null) {
    const as = kept ? (mayMake ? "as it was made" : "as you are told it today") : "as it is known today";
    return <><a class="govuk-link" href={documentPath(id, period)}>Word document{of}, {as}</a>{kept ? null : <><br /><span class="pt-quiet">No copy was kept when it was made</span></>}</>;
  }
  if (!mayMake) return null;
  return (
    <form method="post" action={`${REGULAR}/${id}/made`}>
      <input type="hidden" name="period" value={period} />
      {component("govukButton", { html: <>Make the report{of}</>, classes: "govuk-button--secondary pt-button--small", preventDoubleClick: true })}
    </form>
  );
}
