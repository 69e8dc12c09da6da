import type { SeriesPage } from "../../../../app/meetings/series.ts";
import { leadInWords, LEAD_NAMES } from "../../../../domain/meetings/leads.ts";
import { LEADS, MEETING_STATES, MEMBER_KINDS } from "../../../../domain/meetings/meeting.ts";
import { rhythmInWords, weekdayInWords } from "../../../../domain/meetings/rhythm.ts";
import { minutesInWords, minutesOf } from "../../../../domain/meetings/series-words.ts";
import { timeInWords } from "../../../../domain/meetings/time-of-day.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { USUAL_SERIES } from "../../../../domain/meetings/series.ts";
import { lower } from "../../../../domain/words.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { DateParts } from "../../../forms/date-input.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { Box, errorOf, Words } from "./fields.tsx";

/** Which of the usual ways a new series begins with. */
export const ChooseSeriesView = (): Html => (
  <>
    <h1 class="govuk-heading-l">Set up a series of meetings</h1>
    <p class="govuk-body">Start from the way that one of these is held, and change what you like. Nothing is saved until you say so.</p>
    <ul class="govuk-list pt-series__usual">
      {USUAL_SERIES.map(({ id, name, source, rhythm, definition }) => (
        <li>
          <h2 class="govuk-heading-s"><a class="govuk-link" href={`/meetings/series/new?from=${id}`}>{name}</a></h2>
          <p class="govuk-body">{definition.purpose}</p>
          <p class="govuk-body-s">{rhythm.every === "month" ? rhythmInWords(rhythm) : rhythm.every === "weeks" ? `Every ${rhythm.count} weeks` : "When it is called"}, {minutesInWords(minutesOf(definition))}. From: {source}.</p>
        </li>
      ))}
    </ul>
  </>
);

export interface CallBoxes {
  readonly heldOn: DateParts;
  readonly startsAt: string;
  readonly place: string;
  readonly why: string;
}

/** Words of a title by which others than its members know what it is about. */
const TELLING = /adopt|permanence|foster|in care|court/i;

interface Props {
  readonly page: SeriesPage;
  readonly call: CallBoxes;
  readonly errors: readonly FieldError[];
}

/** A series: what it is, who belongs to it, its meetings, and for whoever holds it how to change it. */
export function SeriesView({ page, call, errors }: Props): Html {
  const { series: { id, definition, endedOn, revision }, meetings, mayHold, nameOf, today } = page;
  return (
    <>
      <ErrorSummary errors={errors} />
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">{definition.name}</h1>
        <p class="pt-heading__beside pt-work__ways"><a class="govuk-link" href={`/meetings/series/${id}/rules`}>Rules of its agenda</a> <a class="govuk-link" href={`/meetings/series/${id}/worth`}>Was it worth it?</a></p>
        {mayHold ? <p class="pt-heading__action"><a class="govuk-link" href={`/meetings/series/${id}/change`}>Change this series</a></p> : null}
      </div>
      {endedOn === null ? null : component("govukInsetText", { text: `This series ended on ${dayInWords(endedOn)}. Nothing more is planned.` })}
      <p class="govuk-body-l">{definition.purpose}</p>
      <dl class="govuk-summary-list pt-summary">
        {row("Meets", `${rhythmInWords(definition.rhythm)}, at ${timeInWords(definition.startsAt)}${definition.place === "" ? "" : `, ${definition.place}`}`)}
        {row("Parts", <ul class="govuk-list">{definition.parts.map(({ name, minutes }) => <li>{name}: {minutes} minutes</li>)}<li>Together {minutesInWords(minutesOf(definition))}</li></ul>)}
        {row("Members", <ul class="govuk-list">{definition.members.map(({ as, account, office }) => <li>{MEMBER_KINDS[as]}: {account === null ? office : `${nameOf(account)}, ${lower(office)}`}</li>)}</ul>)}
        {row("It takes", `${definition.quorum} members to meet, those invited left out`)}
        {row("Before a meeting", <ul class="govuk-list">{LEAD_NAMES.map((lead) => <li>{LEADS[lead]}: {leadInWords(definition.leads[lead])}</li>)}</ul>)}
        {row("In calendars and mail", <>{definition.neutralTitle}{TELLING.test(definition.neutralTitle) ? <p class="govuk-body-s">This tells whoever sees a phone or a shared screen what the meeting is about. Use plainer words.</p> : null}</>)}
        {row("Accountable to", definition.accountableTo)}
        {definition.terms === "" ? null : row("Terms of reference", <>{definition.terms.split("\n").map((line) => <p class="govuk-body">{line}</p>)}</>)}
      </dl>
      <h2 class="govuk-heading-m">Meetings</h2>
      {meetings.length === 0 ? <p class="govuk-body">None are planned.</p> : (
        <StackedTable caption="Meetings of this series" heads={["Day", "Standing", "About it"]} rows={meetings.map((meeting) => [
          <a class="govuk-link govuk-link--no-visited-state" href={`/meetings/${meeting.id}`}>{weekdayInWords(meeting.heldOn)}</a>,
          MEETING_STATES[meeting.state],
          [
            ...(meeting.detail.extraordinary === undefined ? [] : [`Called: ${meeting.detail.extraordinary}`]), ...(meeting.detail.movedFrom === undefined ? [] : [`Moved from ${weekdayInWords(meeting.detail.movedFrom)}`]),
            ...(meeting.detail.cancelled === undefined ? [] : [`Cancelled: ${meeting.detail.cancelled}`]), ...(meeting.heldOn === today ? ["Today"] : []),
          ].join(". "),
        ])} />
      )}
      {mayHold ? (
        <>
          {endedOn === null ? <Call id={id} call={call} errors={errors} usual={`${timeInWords(definition.startsAt)}${definition.place === "" ? "" : `, ${definition.place}`}`} /> : null}
          <h2 class="govuk-heading-m">{endedOn === null ? "End the series" : "Take it up again"}</h2>
          <p class="govuk-body">{endedOn === null ? "Nothing more is planned, and planned meetings whose agenda nobody has begun are taken out. You can take it up again." : "Its next three months are planned again."}</p>
          <form method="post" action={`/meetings/series/${id}`}>
            <input type="hidden" name="basedOn" value={String(revision)} />
            {component("govukButton", { text: endedOn === null ? "End this series" : "Take up this series again", name: "do", value: endedOn === null ? "end" : "resume", classes: "govuk-button--secondary", preventDoubleClick: true })}
          </form>
        </>
      ) : null}
    </>
  );
}

const row = (key: string, value: string | Html): Html => <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{key}</dt><dd class="govuk-summary-list__value">{value}</dd></div>;

const Call = ({ id, call, errors, usual }: { readonly id: string; readonly call: CallBoxes; readonly errors: readonly FieldError[]; readonly usual: string }): Html => (
  <section aria-labelledby="call">
    <h2 class="govuk-heading-m" id="call">Call an extraordinary meeting</h2>
    <p class="govuk-body">Its members are asked to come. It is held at {usual}, unless you say otherwise.</p>
    <form method="post" action={`/meetings/series/${id}/meetings`} novalidate autocomplete="off">
      <DateInput id="heldOn" legend="On which day?" small value={call.heldOn} error={errorOf(errors, "heldOn-day")?.text} />
      <div class="pt-series__row">
        <Box id="startsAt" label="Starts at, if otherwise" classes="govuk-input--width-5" value={call.startsAt} errors={errors} />
        <Box id="place" label="Place, if otherwise" classes="govuk-input--width-20" value={call.place} errors={errors} />
      </div>
      <Words id="why" label="Why is it called?" hint="Its members read this. Name no child" rows={2} value={call.why} errors={errors} />
      {component("govukButton", { text: "Call the meeting", preventDoubleClick: true })}
    </form>
  </section>
);
