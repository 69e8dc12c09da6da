import type { LeadLine, MeetingLine, MeetingsPage } from "../../../../app/meetings/list.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { quorumInWords } from "../../../../domain/meetings/attendance.ts";
import { LEAD_WORK } from "../../../../domain/meetings/leads.ts";
import { type Lead, LEADS, MEETING_STATES, MEMBER_KINDS } from "../../../../domain/meetings/meeting.ts";
import { rhythmInWords, weekdayInWords } from "../../../../domain/meetings/rhythm.ts";
import { minutesInWords } from "../../../../domain/meetings/series-words.ts";
import { timeInWords } from "../../../../domain/meetings/time-of-day.ts";
import { lower } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";

/** What is next for whoever reads: the meetings that are near with what is to be done for each, then later ones, then the series. */
export function MeetingsView({ page, reports }: { readonly page: MeetingsPage; /** The report to senior management is the reader’s to see. */ readonly reports: boolean }): Html {
  const { toFinish, near, later, series, mayHold, knownUntil } = page;
  const [now, rest] = [toFinish.filter(({ meeting }) => meeting.state === "open"), toFinish.filter(({ meeting }) => meeting.state !== "open")];
  const none = toFinish.length + near.length + later.length === 0;
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Meetings</h1>
        <p class="pt-heading__beside pt-work__ways"><a class="govuk-link" href="/actions">Actions</a> {reports ? <><a class="govuk-link" href="/meetings/report">To senior management</a> </> : null}<a class="govuk-link" href="/meetings/calendar">Put them in your calendar</a></p>
        {mayHold && series.length > 0 ? <p class="pt-heading__action"><a class="govuk-link" href="/meetings/series/new">Set up another series</a></p> : null}
      </div>
      {series.length === 0 ? <Nothing mayHold={mayHold} /> : null}
      {series.length > 0 && none ? <p class="govuk-body">No meeting is planned. {mayHold ? "Open a series to call one, or to say how often it meets." : "Whoever holds the meetings plans them."}</p> : null}
      {now.length === 0 ? null : (
        <section aria-labelledby="now">
          <h2 class="govuk-heading-m" id="now">In session</h2>
          <ul class="govuk-list pt-meetings">{now.map((line) => <li class="pt-meeting"><Head line={line} /><p class="govuk-body"><a class="govuk-button" href={`/meetings/${line.meeting.id}/room`} role="button" draggable="false" data-module="govuk-button">Go to the meeting</a></p></li>)}</ul>
        </section>
      )}
      {near.length === 0 ? null : (
        <section aria-labelledby="near" class="pt-compact">
          <h2 class="govuk-heading-m" id="near">In the next two weeks</h2>
          <ul class="govuk-list pt-meetings">{near.map((line) => <Near line={line} />)}</ul>
        </section>
      )}
      {rest.length === 0 ? null : (
        <section aria-labelledby="to-finish">
          <h2 class="govuk-heading-m" id="to-finish">To finish</h2>
          <StackedTable caption="Meetings to finish" heads={["Day", "Meeting", "What is left"]} rows={rest.map((line) => [weekdayInWords(line.meeting.heldOn), <a class="govuk-link govuk-link--no-visited-state" href={`/meetings/${line.meeting.id}`}>{line.series.definition.name}</a>, finishing(line)])} />
        </section>
      )}
      {later.length === 0 ? null : (
        <section aria-labelledby="later" class="pt-compact">
          <h2 class="govuk-heading-m" id="later">Later</h2>
          <StackedTable caption="Later meetings" heads={["Day", "Meeting", "At", "About it", ""]} rows={later.map((line) => [
            weekdayInWords(line.meeting.heldOn), <a class="govuk-link govuk-link--no-visited-state" href={`/meetings/${line.meeting.id}`}>{line.series.definition.name}</a>, whenAndWhere(line), aboutOf(line),
            line.mayHold && line.meeting.state !== "cancelled" ? <a class="govuk-link govuk-link--no-visited-state" href={`/meetings/${line.meeting.id}/arrange`}>Arrange<span class="govuk-visually-hidden"> {line.series.definition.name} on {dayInWords(line.meeting.heldOn)}</span></a> : null,
          ])} />
          {knownUntil === null ? null : <p class="govuk-body">Bank holidays are published until {dayInWords(knownUntil)}, so that no meeting is planned after it yet.</p>}
        </section>
      )}
      {series.length === 0 ? null : (
        <section aria-labelledby="series">
          <h2 class="govuk-heading-m" id="series">Series</h2>
          <StackedTable caption="Series of meetings" heads={["Series", "Meets", "Next", "You"]} rows={series.map(({ series: { id, definition, endedOn }, organisation, own, next }) => [
            <><a class="govuk-link govuk-link--no-visited-state" href={`/meetings/series/${id}`}>{definition.name}</a>{organisation === null ? null : <><br /><span class="pt-small">{organisation}</span></>}</>,
            endedOn === null ? rhythmInWords(definition.rhythm) : `Ended on ${dayInWords(endedOn)}`, next === null || endedOn !== null ? "Not planned" : weekdayInWords(next), own === null ? "Follow it" : MEMBER_KINDS[own],
          ])} />
        </section>
      )}
    </>
  );
}

const Nothing = ({ mayHold }: { readonly mayHold: boolean }): Html => (mayHold ? (
  <>
    <p class="govuk-body-l">There is no series of meetings yet.</p>
    <p class="govuk-body">A series says what a meeting is for, how often it is held, in which timed parts, who belongs to it, and how long before it the agenda and the papers are due. From then on the program plans its meetings off bank holidays, builds each agenda from the records with the reason why every child is on it, and asks the social workers for their updates.</p>
    {component("govukButton", { text: "Set up a series", href: "/meetings/series/new" })}
  </>
) : (
  <>
    <p class="govuk-body-l">There is no series of meetings here yet.</p>
    <p class="govuk-body">Once your tracking administrator or a manager has set one up, its meetings are here with what is asked of you for each, and what was decided for the children you work with.</p>
  </>
));

/** The name of the meeting, its day, and what is said of it at once. */
const Head = ({ line }: { readonly line: MeetingLine }): Html => {
  const { meeting, series, organisation, own } = line;
  return (
    <>
      <h3 class="govuk-heading-s pt-meeting__title"><a class="govuk-link govuk-link--no-visited-state" href={`/meetings/${meeting.id}`}>{weekdayInWords(meeting.heldOn)}: {series.definition.name}</a> <span class={`pt-status${meeting.state === "cancelled" ? " pt-status--quiet" : ""}`}>{MEETING_STATES[meeting.state]}</span></h3>
      <p class="pt-meeting__about">{[whenAndWhere(line), ...(organisation === null ? [] : [organisation]), line.chair === null ? "Nobody takes the chair yet" : `Chair: ${line.chair}`, own === null ? "You follow it" : `You: ${lower(MEMBER_KINDS[own])}`].join(" · ")}</p>
    </>
  );
};

const Near = ({ line }: { readonly line: MeetingLine }): Html => {
  const { meeting, leads, mayHold, quorum } = line;
  const about = aboutOf(line);
  return (
    <li class="pt-meeting">
      <Head line={line} />
      {about === "" ? null : <p class="govuk-body">{about}</p>}
      {leads.length === 0 ? null : (
        <StackedTable caption={`To be done for the meeting of ${dayInWords(meeting.heldOn)}`} heads={["What", "Who", "By", "Standing"]} rows={leads.map((lead) => [whatOf(lead, meeting.id, mayHold), LEAD_WORK[lead.lead].who, weekdayInWords(lead.on), <Standing lead={lead} />])} />
      )}
      {meeting.state === "cancelled" ? null : <p class="govuk-body">{quorumInWords(quorum, true)} {mayHold ? <a class="govuk-link govuk-link--no-visited-state" href={`/meetings/${meeting.id}/arrange`}>Move it, or say who comes<span class="govuk-visually-hidden"> on {dayInWords(meeting.heldOn)}</span></a> : null}</p>}
    </li>
  );
};

/** Where a thing is done. */
const WHERE: Readonly<Record<Lead, (id: string) => string>> = {
  "build": (id) => `/meetings/${id}`, "agenda": (id) => `/meetings/${id}`, "extra-items": (id) => `/meetings/${id}`,
  "updates": (id) => `/meetings/${id}/updates`, "remind": (id) => `/meetings/${id}/updates`, "papers": (id) => `/meetings/${id}/updates`,
};
const whatOf = ({ lead }: LeadLine, id: string, mayHold: boolean): string | Html => {
  return mayHold ? <a class="govuk-link govuk-link--no-visited-state" href={WHERE[lead](id)}>{LEADS[lead]}</a> : LEADS[lead];
};

const COUNTED: Readonly<Partial<Record<Lead, string>>> = { "remind": "have answered", "papers": "have come" };

const Standing = ({ lead }: { readonly lead: LeadLine }): Html =>
  <><Word lead={lead} />{lead.counted === null ? "" : ` ${lead.counted.done} of ${lead.counted.of} ${COUNTED[lead.lead] ?? ""}`}</>;

const Word = ({ lead: { lead, standing } }: { readonly lead: LeadLine }): Html => {
  switch (standing) {
    case "done": return <span>Done.</span>;
    case "late": return <><span class="pt-status pt-status--late">Late</span> {LEAD_WORK[lead].late}.</>;
    case "today": return <span class="pt-status pt-status--due-soon">Today</span>;
    case "past": return <span>The day has passed.</span>;
    case "ahead": return <span>To come.</span>;
  }
};

const whenAndWhere = ({ meeting: { detail }, series: { definition } }: MeetingLine): string => {
  const minutes = definition.parts.reduce((sum, part) => sum + (detail.minutes?.[part.id] ?? part.minutes), 0);
  return [timeInWords(detail.startsAt ?? definition.startsAt), `for ${minutesInWords(minutes)}`, detail.place ?? definition.place].filter((words) => words !== "").join(", ");
};

function aboutOf({ meeting: { detail } }: MeetingLine): string {
  return [
    detail.extraordinary === undefined ? "" : `Called: ${detail.extraordinary}`, detail.movedFrom === undefined ? "" : `Moved from ${weekdayInWords(detail.movedFrom)}`,
    detail.cancelled === undefined ? "" : `Cancelled: ${detail.cancelled}`,
  ].filter((words) => words !== "").join(". ");
}

/** What a meeting that has been held, or should have been, still waits for. */
function finishing({ meeting: { state, id }, mayHold }: MeetingLine): Html {
  if (state === "held") return <>Its minutes are to be confirmed at a later meeting. <a class="govuk-link govuk-link--no-visited-state" href={`/meetings/${id}/minutes`}>{mayHold ? "Read and confirm them" : "Read them"}</a></>;
  return <>Its day has passed, and nobody opened it.{mayHold ? <> <a class="govuk-link govuk-link--no-visited-state" href={`/meetings/${id}/arrange`}>Move or cancel it</a></> : null}</>;
}
