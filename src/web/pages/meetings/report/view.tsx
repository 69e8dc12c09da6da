import type { Report, ReportedChild } from "../../../../app/meetings/report.ts";
import { type Day, dayInWords } from "../../../../domain/dates/day.ts";
import { changeInWords, furtherCounts, seriesFacts } from "../../../../domain/documents/report.ts";
import { FURTHER } from "../../../../domain/meetings/report.ts";
import { type Quarter, quarterCode, quarterInWords } from "../../../../domain/dates/quarter.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";

export const reportPath = (quarter: Quarter): string => `/meetings/report/${quarterCode(quarter)}`;

/** The quarters of which there is a report. */
export const ReportsView = ({ quarters, organisation }: { readonly quarters: readonly Quarter[]; readonly organisation: string }): Html => (
  <>
    <span class="govuk-caption-l">{organisation}</span>
    <h1 class="govuk-heading-l">Tracking meetings: to senior management</h1>
    <p class="govuk-body pt-measure">What the meetings saw in a quarter, what drifts, and what was escalated and answered. Each report is worked out when it is opened, as everything was known at the quarter’s end; nothing of it is kept.</p>
    <ul class="govuk-list">
      {quarters.map((quarter, i) => <li><a class="govuk-link" href={reportPath(quarter)}>{quarterInWords(quarter)}</a>{i === 0 ? ", so far" : ""} · <a class="govuk-link" href={`${reportPath(quarter)}.docx`}>Word<span class="govuk-visually-hidden"> document of {quarterInWords(quarter)}</span></a></li>)}
    </ul>
  </>
);

/** One quarter: series by series, then drift, then what went further. Children by local id, of those whom the reader may open. */
export function ReportView({ report }: { readonly report: Report }): Html {
  const { organisation, quarter, asOf, running, children, series } = report;
  return (
    <>
      <span class="govuk-caption-l">{organisation}. To senior management</span>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Tracking meetings, {quarterInWords(quarter)}</h1>
        <p class="pt-heading__beside"><a class="govuk-link" href={`${reportPath(quarter)}.docx`}>Word document, in counts alone</a></p>
      </div>
      <p class="govuk-body-l">{summaryOf(report)}</p>
      <p class="govuk-body pt-measure">As it was known on {dayInWords(asOf)}{running ? ", while the quarter still runs" : ", at the end of the quarter"}, of the {counted(children, "child", "children")} whose records you may open.</p>
      <h2 class="govuk-heading-m">What the meetings saw</h2>
      {series.length === 0 ? <p class="govuk-body">No series of meetings has been set up yet. <a class="govuk-link" href="/meetings">Meetings</a></p> : series.map(({ row, ...rest }) => (
        <section class="pt-report__series">
          <h3 class="govuk-heading-s">{row.definition.name}</h3>
          {component("govukSummaryList", { classes: "pt-report__facts", rows: [["Accountable to", row.definition.accountableTo] as const, ...seriesFacts(rest)].map(([label, text]) => ({ key: { text: label }, value: { text } })) })}
          <p class="govuk-body"><a class="govuk-link" href={`/meetings/series/${row.id}/worth`}>Was it worth it?<span class="govuk-visually-hidden"> {row.definition.name}</span></a></p>
        </section>
      ))}
      <h2 class="govuk-heading-m">What drifts</h2>
      <Drifts report={report} />
      <h2 class="govuk-heading-m">What was escalated, and what was answered</h2>
      <FurtherPart report={report} />
    </>
  );
}

/** What matters most, in three sentences. */
function summaryOf({ series, drifting, further }: Report): string {
  const held = series.reduce((n, { worth }) => n + worth.meetings, 0);
  const waiting = further.filter(({ answeredOn }) => answeredOn === null).length;
  return [
    held === 0 ? "No meeting was held." : `${counted(held, "meeting was", "meetings were")} held.`,
    drifting === 0 ? "No child is past a limit of drift." : `${counted(drifting, "child is", "children are")} past a limit of drift.`,
    further.length === 0 ? "Nothing was escalated." : `${counted(further.length, "thing was", "things were")} escalated${waiting === 0 ? ", and all were answered" : `, and ${waiting} ${waiting === 1 ? "waits" : "wait"} for an answer`}.`,
  ].join(" ");
}

function Drifts({ report: { drift } }: { readonly report: Report }): Html {
  if (drift.length === 0) return <p class="govuk-body">No child was past a limit at the end, or before it began.</p>;
  return (
    <StackedTable
      caption="Children past each limit" heads={["Rule", "At the end", "Before", "Change", "Children"]}
      rows={drift.map(({ title, past, before }) => [title, String(past.length), String(before), changeInWords(past.length - before), <Children list={past} what={title} />])}
    />
  );
}

const MOST_IN_LINE = 6;

function Children({ list, what }: { readonly list: readonly ReportedChild[]; readonly what: string }): Html {
  const links = list.map(({ recordId, localId }, i) => <>{i === 0 ? "" : ", "}<a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}`}>{localId}</a></>);
  if (list.length === 0) return <>None</>;
  return list.length <= MOST_IN_LINE ? <>{links}</> : component("govukDetails", { summaryHtml: <>{counted(list.length, "child", "children")}<span class="govuk-visually-hidden">: {what}</span></>, classes: "pt-clock__why", html: <p>{links}</p> });
}

function FurtherPart({ report: { further } }: { readonly report: Report }): Html {
  if (further.length === 0) return <p class="govuk-body">Nothing was escalated in the quarter.</p>;
  return (
    <>
      <StackedTable
        caption="How much went further" heads={["What", "Raised", "Answered", "Waiting"]}
        rows={furtherCounts(further).map(({ sort, raised, answered }) => [FURTHER[sort], String(raised), String(answered), String(raised - answered)])}
      />
      <StackedTable
        caption="Each thing that went further" heads={["Child", "What", "Raised", "Answered"]}
        rows={further.map(({ recordId, localId, sort, level, on, answeredOn }) => [
          <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}`}>{localId}</a>, `${FURTHER[sort]}${level === null ? "" : `, with the ${level.toLowerCase()}`}`, dayInWords(on), answeredInWords(answeredOn),
        ])}
      />
    </>
  );
}

const answeredInWords = (on: Day | null): Html | string => (on === null ? <span class="pt-status pt-status--late">Waiting</span> : dayInWords(on));
