import type { ArrangePage } from "../../../../app/meetings/arrange.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { quorumAt, quorumInWords, seatsAt } from "../../../../domain/meetings/attendance.ts";
import { LEAD_NAMES, LEAD_WORK } from "../../../../domain/meetings/leads.ts";
import { ATTENDANCES, isAhead, LEADS, MEETING_STATES, MEMBER_KINDS } from "../../../../domain/meetings/meeting.ts";
import { weekdayInWords } from "../../../../domain/meetings/rhythm.ts";
import { timeInWords } from "../../../../domain/meetings/time-of-day.ts";
import { lower } from "../../../../domain/words.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { ChangedMeanwhile } from "../../administration/fields.tsx";
import { Box, Choice, errorOf, Words } from "../series/fields.tsx";
import type { ArrangeBoxes } from "./form.ts";

interface Props {
  readonly page: ArrangePage;
  readonly boxes: ArrangeBoxes;
  readonly errors: readonly FieldError[];
  readonly overtaken: boolean;
  /** What somebody without the meeting to arrange typed of their own coming. */
  readonly own?: OwnTyped | undefined;
}

export interface OwnTyped {
  readonly as: string;
  readonly standIn: string;
}

const PEOPLE = "meeting-people";

/** One meeting: its day, time and place, who comes and who stands in, its lead times, and cancelling it. */
export function ArrangeView({ page, boxes, errors, overtaken, own }: Props): Html {
  const { meeting, series: { definition }, may, people, version } = page;
  const ahead = isAhead(meeting.state);
  return (
    <>
      <ChangedMeanwhile shown={overtaken} what="Somebody changed this meeting while you were at it." />
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{definition.name}, {lower(MEETING_STATES[meeting.state])}</span>
      <h1 class="govuk-heading-l">{weekdayInWords(meeting.heldOn)}</h1>
      <About page={page} />
      <OwnSeat page={page} typed={own} errors={errors} />
      {may.attend ? (
        <form method="post" action={`/meetings/${meeting.id}/arrange`} novalidate autocomplete="off">
          <input type="hidden" name="basedOn" value={version} />
          <datalist id={PEOPLE}>{people.map(({ label }) => <option value={label}>{label}</option>)}</datalist>
          {may.move ? (
            <section>
              <h2 class="govuk-heading-m">When and where</h2>
              <DateInput id="heldOn" legend="On which day?" small hint="A bank holiday moves to the next working day. Members are told, and so is whoever was asked for an update" value={boxes.heldOn} error={errorOf(errors, "heldOn-day")?.text} />
            </section>
          ) : <h2 class="govuk-heading-m">Where</h2>}
          <div class="pt-series__row">
            <Box id="startsAt" label="Starts at" classes="govuk-input--width-5" value={boxes.typed.startsAt} errors={errors} />
            <Box id="place" label="Place" classes="govuk-input--width-20" value={boxes.typed.place} errors={errors} />
          </div>
          <section>
            <h2 class="govuk-heading-m">Who comes</h2>
            <p class="govuk-body">{quorumInWords(quorumAt(definition, meeting.detail, ahead), ahead)}</p>
            <div class="pt-series__row">
              <Box id="chair" label="Takes the chair, if somebody else" list={PEOPLE} value={labelOf(boxes.typed.chair, page)} errors={errors} />
              <Box id="minuteTaker" label="Takes the minutes, if somebody else" list={PEOPLE} value={labelOf(boxes.typed.minuteTaker, page)} errors={errors} />
            </div>
            {seatsAt(definition, meeting.detail).map(({ key, member }, i) => {
              const typed = boxes.typed.attendance.find((row) => row.key === key) ?? { as: "", standIn: "" };
              return (
                <fieldset class="govuk-fieldset pt-series__seat">
                  <legend class="govuk-fieldset__legend">{member.account === null ? member.office : page.nameOf(member.account)}<span class="pt-small"> {member.account === null ? "" : `${member.office}, `}{lower(MEMBER_KINDS[member.as])}</span></legend>
                  <input type="hidden" name={`attendance-${i}-key`} value={key} />
                  <Choice id={`attendance-${i}-as`} label={ahead ? "Comes?" : "Came?"} value={typed.as} errors={errors} choices={[{ value: "", text: ahead ? "Expected" : "Not noted" }, ...Object.entries(ATTENDANCES).map(([value, text]) => ({ value, text }))]} />
                  <Box id={`attendance-${i}-standIn`} label="Who stands in" list={PEOPLE} value={labelOf(typed.standIn, page)} errors={errors} />
                </fieldset>
              );
            })}
          </section>
          {component("govukButton", { text: "Save", name: "do", value: "save", preventDoubleClick: true })}
        </form>
      ) : null}
      {page.leads === undefined || !ahead ? null : (
        <section aria-labelledby="leads">
          <h2 class="govuk-heading-m" id="leads">Before the meeting</h2>
          <StackedTable caption="Lead times" heads={["What", "Who", "By", ""]} rows={LEAD_NAMES.map((lead) => [
            LEADS[lead], LEAD_WORK[lead].who, weekdayInWords(page.leads![lead]),
            page.passed.includes(lead) && !doneAlready(lead, page) ? <><span class="pt-status pt-status--due-soon">The day has passed</span> {LEAD_WORK[lead].late}.</> : null,
          ])} />
        </section>
      )}
      {may.move ? (
        <section aria-labelledby="cancel">
          <h2 class="govuk-heading-m" id="cancel">Cancel this meeting</h2>
          <p class="govuk-body">Members are told, and so is whoever was asked for an update. What is on its agenda comes back at the next meeting of the series. It cannot be taken back: call another meeting instead.</p>
          <form method="post" action={`/meetings/${meeting.id}/arrange`} novalidate>
            <input type="hidden" name="basedOn" value={version} />
            <Words id="why" label="Why is it cancelled?" hint="Everybody who follows the meeting reads this. Name no child" rows={2} value={boxes.why} errors={errors} />
            {component("govukButton", { text: "Cancel the meeting", name: "do", value: "cancel", classes: "govuk-button--warning", preventDoubleClick: true })}
          </form>
        </section>
      ) : null}
    </>
  );
}

/** A member says for themselves whether they come, and who comes instead. */
function OwnSeat({ page, typed, errors }: { readonly page: ArrangePage; readonly typed: OwnTyped | undefined; readonly errors: readonly FieldError[] }): Html | null {
  const { seat, meeting, people } = page;
  if (seat === null) return null;
  const { as, standIn } = typed ?? { as: seat.as === "apologies" || seat.as === "stood-in" ? seat.as : "coming", standIn: labelOf(seat.standIn ?? "", page) };
  const wrong = errorOf(errors, "as");
  return (
    <form class="pt-measure" method="post" action={`/meetings/${meeting.id}/attend`} novalidate autocomplete="off">
      <datalist id={PEOPLE}>{people.map(({ label }) => <option value={label}>{label}</option>)}</datalist>
      {component("govukRadios", {
        idPrefix: "as", name: "as", fieldset: { legend: { text: "Do you come?", classes: "govuk-fieldset__legend--m" } }, hint: { text: "Whoever takes the minutes is told" }, ...(wrong === undefined ? {} : { errorMessage: { text: wrong.text } }),
        items: [
          { value: "coming", text: "I come", checked: as === "coming" },
          { value: "apologies", text: "I cannot come, and send my apologies", checked: as === "apologies" },
          { value: "stood-in", text: "Somebody comes in my place", checked: as === "stood-in", conditional: { html: <Box id="standIn" label="Who comes in your place" list={PEOPLE} value={standIn} errors={errors} /> } },
        ],
      })}
      {component("govukButton", { text: "Send", preventDoubleClick: true })}
    </form>
  );
}

/** The way that somebody is chosen from the list; what was typed otherwise stays. */
const labelOf = (account: string, { people, nameOf }: ArrangePage): string => (account === "" ? "" : people.find((one) => one.account === account)?.label ?? nameOf(account));

const doneAlready = (lead: (typeof LEAD_NAMES)[number], { meeting, asked }: ArrangePage): boolean => (lead === "build" ? meeting.agendaBuiltAt !== null : lead === "updates" ? asked : (lead === "agenda" || lead === "extra-items") && meeting.agendaSentAt !== null);

const About = ({ page: { meeting, series: { definition }, may } }: { readonly page: ArrangePage }): Html => {
  const { detail, id } = meeting;
  const said = [
    detail.extraordinary === undefined ? null : `Called out of its rhythm: ${detail.extraordinary}`, detail.movedFrom === undefined ? null : `Moved from ${weekdayInWords(detail.movedFrom)}`,
    detail.cancelled === undefined ? null : `Cancelled: ${detail.cancelled}`, may.attend ? null : `${timeInWords(detail.startsAt ?? definition.startsAt)}${(detail.place ?? definition.place) === "" ? "" : `, ${detail.place ?? definition.place}`}`,
  ].filter((words) => words !== null);
  return (
    <>
      {said.map((words) => <p class="govuk-body">{words}.</p>)}
      <p class="govuk-body"><a class="govuk-link" href={`/meetings/${id}`}>Its agenda</a> · <a class="govuk-link" href={`/meetings/${id}/calendar.ics`} download>Put it in your calendar<span class="govuk-visually-hidden"> ({dayInWords(meeting.heldOn)})</span></a></p>
    </>
  );
};
