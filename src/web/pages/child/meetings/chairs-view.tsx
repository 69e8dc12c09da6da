import type { ChairsActionPage } from "../../../../app/meetings/chairs-action.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { MEETING_DECISIONS } from "../../../../domain/chronology/codes.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { DateParts } from "../../../forms/date-input.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";

/** Lines for actions on the page; more are agreed at the meeting. */
export const CHAIRS_LINES = ["1", "2"] as const;
export const idOf = (box: string): string => box.replaceAll("/", "-");

export interface TypedChairs {
  readonly series: string;
  /** By the name of the box. */
  readonly texts: Readonly<Record<string, string>>;
  readonly days: Readonly<Record<string, DateParts>>;
}

interface Props {
  readonly child: ChildPage;
  readonly page: ChairsActionPage;
  readonly typed: TypedChairs;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** The chair decides, or agrees an action, between two meetings. */
export function ChairsView(props: Props): Html {
  const { child, page: { series, whyNot }, typed, errors, since } = props;
  const only = series.length === 1 ? series[0] : undefined;
  const noted = series.map(({ name, nextOn }) => (nextOn === null ? `${name} has no meeting planned to note it` : `${name} notes it on ${dayInWords(nextOn)}`));
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId}</span>
      <h1 class="govuk-heading-l">Chair’s action between meetings</h1>
      <p class="govuk-body">For what cannot wait for the meeting. It is written on the child’s record as the chair’s, and goes on the next agenda to be noted{noted.length === 0 ? "" : `: ${noted.join("; ")}`}.</p>
      {whyNot !== null ? component("govukInsetText", { text: `${whyNot}.` }) : (
        <form class="pt-measure" method="post" action={`/children/${child.recordId}/chairs-action`} novalidate>
          <input type="hidden" name="basedOn" value={String(child.version)} />
          {only === undefined ? component("govukRadios", { idPrefix: "series", name: "series", fieldset: { legend: { text: "Which meeting?", classes: "govuk-fieldset__legend--m" } }, items: series.map(({ id, name }) => ({ value: id, text: name, checked: typed.series === id })), ...wrong(errors, "series") })
            : <input type="hidden" name="series" value={only.id} />}
          <Area {...props} box="discussion" label="What has happened (optional)" />
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Decision</legend>
            {component("govukSelect", { id: idOf("decisions/1/sort"), name: "decisions/1/sort", label: { text: "What it is" }, value: typed.texts["decisions/1/sort"] ?? "", items: [{ value: "", text: "No decision" }, ...Object.entries(MEETING_DECISIONS).map(([value, text]) => ({ value, text }))], ...wrong(errors, idOf("decisions/1/sort")) })}
            <Area {...props} box="decisions/1/what" label="What is decided" />
            <Area {...props} box="decisions/1/why" label="Why, and why now" />
          </fieldset>
          {CHAIRS_LINES.map((line) => <ActionBoxes {...props} line={line} />)}
          {component("govukButton", { text: "Take chair’s action", preventDoubleClick: true })}
        </form>
      )}
    </>
  );
}

const wrong = (errors: readonly FieldError[], id: string) => { const error = errorAt(errors, id); return error === undefined ? {} : { errorMessage: { text: error } }; };

const Area = ({ typed, errors, box, label, rows = "3" }: Pick<Props, "typed" | "errors"> & { readonly box: string; readonly label: string; readonly rows?: string }): Html =>
  component("govukTextarea", { id: idOf(box), name: box, rows, value: typed.texts[box] ?? "", label: { text: label }, ...wrong(errors, idOf(box)) });

function ActionBoxes(props: Props & { readonly line: string }): Html {
  const { page: { people }, typed, errors, line } = props;
  const box = (name: string): string => `actions/${line}/${name}`;
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Action {line}{line === "1" ? "" : " (optional)"}</legend>
      <Area {...props} box={box("what")} label="What is to be done" rows="2" />
      {component("govukSelect", { id: idOf(box("who")), name: box("who"), label: { text: "By whom" }, value: typed.texts[box("who")] ?? "", items: [{ value: "", text: "Somebody without an account" }, ...people.map(({ account, name }) => ({ value: account, text: name }))], ...wrong(errors, idOf(box("who"))) })}
      {component("govukInput", { id: idOf(box("whoElse")), name: box("whoElse"), value: typed.texts[box("whoElse")] ?? "", label: { text: "By whom, where they have no account" }, ...wrong(errors, idOf(box("whoElse"))) })}
      <DateInput id={idOf(box("dueOn"))} legend="By when" small value={typed.days[line] ?? { day: "", month: "", year: "" }} error={errorAt(errors, `${idOf(box("dueOn"))}-day`)} />
      <Area {...props} box={box("shownBy")} label="How we will know that it is done" rows="2" />
    </fieldset>
  );
}
