import type { ChildPage } from "../../../../app/views.ts";
import { type Difference, type DifferenceSide, DATED_KINDS } from "../../../../domain/agency/differences.ts";
import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import { CHAPTERS, type Chapter, KINDS } from "../../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { DateInput, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { recorderInWords } from "../words.ts";
import { type TypedAgency, typedDate } from "./form.ts";
import { dateInWords, standingInWords } from "./words.ts";

interface Props {
  readonly child: ChildPage;
  readonly differences: readonly Difference[];
  readonly side: DifferenceSide;
  /** The viewer keeps the agency’s own record. */
  readonly may: boolean;
  readonly typed: TypedAgency | undefined;
  readonly errors: readonly FieldError[];
}

/** The agency’s own dates beside the authority’s, and the form that puts one down. */
export const DatesPart = (props: Props): Html => (
  <section aria-labelledby="dates-heading" class="pt-section">
    <h2 class="govuk-heading-m" id="dates-heading">The agency’s own dates</h2>
    {props.differences.length === 0 ? <p class="govuk-body">None are put down.</p> : <Dates {...props} />}
    {props.may ? <DateForm {...props} /> : null}
  </section>
);

const HEADS = ["The agency’s date", "The authority’s date", "How they stand"] as const;

const Dates = ({ child, differences, side, may }: Props): Html => (
  <table class="govuk-table pt-table pt-stacked pt-agency" role="table">
    <caption class="govuk-visually-hidden">The agency’s own dates beside the authority’s</caption>
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">What</th>{HEADS.map((head) => <th role="columnheader" scope="col">{head}</th>)}{may ? <th role="columnheader" scope="col">Change</th> : null}</tr></thead>
    <tbody role="rowgroup">
      {differences.map((difference) => {
        const { kind, authority, agency } = difference;
        const { label } = KINDS[kind];
        return (
          <tr role="row">
            <th role="rowheader" scope="row">{label}</th>
            <td role="cell" data-label={HEADS[0]}>{dateInWords(agency)}<span class="pt-agency__by">by {recorderInWords(agency.entry.recordedBy, child.workerNames)}</span>{agency.entry.detail["note"] === undefined ? null : <span class="pt-agency__note">{String(agency.entry.detail["note"])}</span>}</td>
            <td role="cell" data-label={HEADS[1]}>{authority === null ? "–" : dateInWords(authority)}</td>
            <td role="cell" data-label={HEADS[2]}>{standingInWords(difference, side)}</td>
            {may ? (
              <td role="cell" data-label="Change">
                <a class="govuk-link govuk-link--no-visited-state" href={`/children/${child.recordId}/agency?of=${kind}#put-down`}>Change<span class="govuk-visually-hidden"> the agency’s date: {label}</span></a>{" "}
                <a class="govuk-link govuk-link--no-visited-state" href={`/children/${child.recordId}/agency/entries/${agency.entry.number}/withdraw`}>Withdraw<span class="govuk-visually-hidden"> the agency’s date: {label}</span></a>
              </td>
            ) : null}
          </tr>
        );
      })}
    </tbody>
  </table>
);

function DateForm({ child, typed, errors }: Props): Html {
  const { of, on, certainty, note } = typed?.doing === "date" ? typed : typedDate("", undefined) as Extract<TypedAgency, { doing: "date" }>;
  const at = (id: string) => {
    const text = errorAt(errors, id);
    return text === undefined ? {} : { errorMessage: { text } };
  };
  return (
    <form class="pt-measure pt-agency__form" id="put-down" method="post" action={`/children/${child.recordId}/agency/dates`} novalidate>
      <h3 class="govuk-heading-s">{of === "" ? "Put down a date" : "Put down or change a date"}</h3>
      <p class="govuk-body">It stands beside the authority’s own, which is left as it is. A second date of the same thing takes the place of the first.</p>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      <KindSelect chosen={of} error={errorAt(errors, "of")} />
      <DateInput id="on" legend="On which day?" small value={on} error={errorAt(errors, "on-day")} />
      {component("govukRadios", {
        idPrefix: "certainty", name: "certainty", classes: "govuk-radios--small govuk-radios--inline", ...at("certainty"),
        fieldset: { legend: { text: "How sure is it?", classes: "govuk-fieldset__legend--s" } },
        items: Object.entries(CERTAINTIES).map(([value, text]) => ({ value, text, checked: certainty === value })),
      })}
      {component("govukTextarea", { id: "date-note", name: "date-note", rows: "2", value: note, label: { text: "Note (optional)", classes: "govuk-label--s" }, hint: { text: "The authority reads this too" }, ...at("date-note") })}
      {component("govukButton", { text: "Put down the date", preventDoubleClick: true })}
    </form>
  );
}

const KindSelect = ({ chosen, error }: { readonly chosen: string; readonly error: string | undefined }): Html => (
  <div class={`govuk-form-group${error === undefined ? "" : " govuk-form-group--error"}`}>
    <label class="govuk-label govuk-label--s" for="of">What is the date of?</label>
    {error === undefined ? null : <p class="govuk-error-message" id="of-error"><span class="govuk-visually-hidden">Error:</span> {error}</p>}
    <select class={`govuk-select pt-agency__of${error === undefined ? "" : " govuk-select--error"}`} id="of" name="of" aria-describedby={error === undefined ? undefined : "of-error"}>
      <option value="">Choose what happens on that day</option>
      {(Object.keys(CHAPTERS) as Chapter[]).map((chapter) => {
        const kinds = DATED_KINDS.filter((kind) => KINDS[kind].chapter === chapter);
        return kinds.length === 0 ? null : <optgroup label={CHAPTERS[chapter]}>{kinds.map((kind) => <option value={kind} selected={kind === chosen}>{KINDS[kind].label}</option>)}</optgroup>;
      })}
    </select>
  </div>
);

/** The agency’s own notes, the latest first, and the form for another. */
export function NotesPart({ child, may, typed, errors }: Props): Html {
  const notes = child.case.of("agency-note").toSorted((a, b) => b.number - a.number);
  const error = errorAt(errors, "note");
  return (
    <section aria-labelledby="notes-heading" class="pt-section">
      <h2 class="govuk-heading-m" id="notes-heading">The agency’s own notes</h2>
      {notes.length === 0 ? <p class="govuk-body">None are written.</p> : (
        <ul class="govuk-list pt-agency__notes">
          {notes.map((e) => (
            <li>
              <p class="govuk-body">{String(e.detail["note"])}</p>
              <p class="govuk-body-s pt-quiet">{dayInWords(e.happenedOn)}, by {recorderInWords(e.recordedBy, child.workerNames)}{may ? <> · <a class="govuk-link govuk-link--no-visited-state" href={`/children/${child.recordId}/agency/entries/${e.number}/withdraw`}>Withdraw<span class="govuk-visually-hidden"> the note of {dayInWords(e.happenedOn)}</span></a></> : null}</p>
            </li>
          ))}
        </ul>
      )}
      {may ? (
        <form class="pt-measure pt-agency__form" method="post" action={`/children/${child.recordId}/agency/notes`} novalidate>
          <input type="hidden" name="basedOn" value={String(child.version)} />
          {component("govukTextarea", {
            id: "note", name: "note", rows: "3", value: typed?.doing === "note" ? typed.note : "", label: { text: "Write a note", classes: "govuk-label--s" }, hint: { text: "The authority reads this too" },
            ...(error === undefined ? {} : { errorMessage: { text: error } }),
          })}
          {component("govukButton", { text: "Save the note", classes: "govuk-button--secondary", preventDoubleClick: true })}
        </form>
      ) : null}
    </section>
  );
}
