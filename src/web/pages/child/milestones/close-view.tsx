import type { MilestonesPage } from "../../../../app/forms/milestones.ts";
import { OWNERS } from "../../../../domain/access/role.ts";
import { FORM_END_REASONS } from "../../../../domain/chronology/codes.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { StillOpen } from "../../../../domain/forms/open-close.ts";
import type { DateParts } from "../../../forms/date-input.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { answerPath } from "../answer/link.tsx";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { DueLink } from "../why/due-link.tsx";
import { FormStanding, pathOf } from "./frame.tsx";

export interface TypedClose {
  readonly closedOn: DateParts;
  readonly endReason: string;
  readonly note: string;
}

interface Props {
  readonly milestones: MilestonesPage;
  readonly typed: TypedClose;
  /** What keeps it from being closed. */
  readonly open: readonly StillOpen[];
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** Closing a form with its end reason. What is still open is said before anybody tries. */
export function CloseView({ milestones, typed, open, errors, since }: Props): Html {
  const { child: { recordId, localId, version, workerNames } } = milestones;
  const optional = (text: string | undefined) => (text === undefined ? undefined : { text });
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{localId} · milestones form</span>
      <h1 class="govuk-heading-l">Close the form</h1>
      <FormStanding milestones={{ ...milestones, draft: null }} />
      {open.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m" id="still-open">Still open, so the form cannot be closed yet: {open.length}</h2>
          <p class="govuk-body">Each has to be answered, or answered “not appropriate” where its standard allows it. If adoption is no longer pursued, record that first: most of these then no longer apply.</p>
          <div class="pt-scroll" role="region" aria-labelledby="still-open" tabindex={0}>
          <table class="govuk-table pt-table">
            <caption class="govuk-visually-hidden">What is still open</caption>
            <thead><tr><th scope="col">What</th><th scope="col">Whose</th><th scope="col">Due</th><th scope="col">What to do</th></tr></thead>
            <tbody>
              {open.map((one) => (
                <tr>
                  <td>{one.title} <span class="pt-quiet pt-nowrap">{one.standard}</span></td>
                  <td>{OWNERS[one.owner]}</td>
                  <td>{one.dueOn === null ? "–" : <DueLink recordId={recordId} clock={one} on={one.dueOn} />}</td>
                  <td><a class="govuk-link govuk-link--no-visited-state" href={answerPath(recordId, one, { back: `${pathOf(recordId, "overview")}/close` })}>Answer it<span class="govuk-visually-hidden">: {one.title}</span></a></td>
                </tr>
              ))}
            </tbody>
          </table>
          </div>
        </section>
      )}
      <form method="post" action={`${pathOf(recordId, "overview")}/close`} novalidate>
        <input type="hidden" name="basedOn" value={String(version)} />
        {component("govukRadios", {
          idPrefix: "endReason", name: "endReason", errorMessage: optional(errorAt(errors, "endReason")),
          fieldset: { legend: { text: "Why is it closed?", classes: "govuk-fieldset__legend--m" } },
          items: Object.entries(FORM_END_REASONS).map(([value, text]) => ({ value, text, checked: typed.endReason === value })),
        })}
        <DateInput id="closedOn" legend="When was it closed?" value={typed.closedOn} error={errorAt(errors, "closedOn-day")} />
        {component("govukTextarea", { id: "note", name: "note", value: typed.note, rows: "3", label: { text: "Note (optional)", classes: "govuk-label--m" } })}
        <div class="govuk-button-group">
          {component("govukButton", { text: "Close the form", preventDoubleClick: true })}
          <a class="govuk-link" href={pathOf(recordId, "overview")}>Cancel</a>
        </div>
      </form>
    </>
  );
}
