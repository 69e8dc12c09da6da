import type { ChildPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { APPEAL_WINDOW } from "../../../../domain/identity/appeal-window.ts";
import { endingWithSeal, SEALING_STEPS, type SealState } from "../../../../domain/identity/sealing.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";

export interface SealProps {
  readonly child: ChildPage;
  readonly state: SealState;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** What the record still waits for before it can be sealed. */
export const WaitingView = ({ child, state }: SealProps): Html => (
  <>
    <span class="govuk-caption-l"><a class="govuk-link" href={`/children/${child.recordId}`}>{child.localId}</a></span>
    <h1 class="govuk-heading-l">This record cannot be sealed yet</h1>
    <div class="pt-measure">
      <p class="govuk-body">After an adoption order a record is restricted at once, and sealed once all of these are so:</p>
      <Steps state={state} />
      {state.from === undefined || state.from <= child.today ? null : <p class="govuk-body">It can be sealed from {dayInWords(state.from)} at the earliest.</p>}
      <Window />
    </div>
  </>
);

const Steps = ({ state: { steps } }: Pick<SealProps, "state">): Html => (
  <dl class="govuk-summary-list pt-summary">
    {steps.map(({ step, met, says }) => (
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{SEALING_STEPS[step]}</dt>
        <dd class="govuk-summary-list__value"><strong>{met ? "Yes" : "Not yet"}</strong>. {says}.</dd>
      </div>
    ))}
  </dl>
);

const Window = (): Html => (
  <p class="govuk-body-s pt-quiet">Time to appeal: {APPEAL_WINDOW.source}.{APPEAL_WINDOW.confirmed ? "" : " To be confirmed: nobody has yet checked this text against the rules in force."}</p>
);

/** What will happen, before it does: a page of its own that stops whoever seals. */
export function SealView({ child, state, errors, since }: SealProps): Html {
  const ending = endingWithSeal(child.clocks);
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      {component("govukPanel", {
        classes: "govuk-panel--interruption pt-measure", titleText: `Sealing ${child.localId} takes the record away from almost everybody`,
        html: (
          <ul class="govuk-list govuk-list--bullet pt-interruption">
            <li>Only the adoption records officer can open it, and only to read. To everybody else, those who work with the child now too, there will be no such child: in lists, counts, searches and addresses.</li>
            <li>Nothing more can be recorded on it.</li>
            <li>Who the adopters are and the child’s new name go behind a wall of their own. Nobody opens that alone: it takes a reason and a second person, each time, for half an hour.</li>
            <li>Nothing on this record leads to the child’s new identity.</li>
          </ul>
        ),
      })}
      <div class="pt-measure">
        {state.undone === undefined ? null : component("govukWarningText", {
          text: `A seal of this record was undone on ${dayInWords(state.undone.happenedOn)}: ${String(state.undone.detail["why"] ?? "").replace(/\.$/, "")}. The adoption order has been neither corrected nor withdrawn since. Seal it again only if the order stands.`, iconFallbackText: "Warning",
        })}
        <h2 class="govuk-heading-m">What goes on</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>The child counts in the scorecard and in official figures as before</li>
          <li>A corrected 903 return still lands on the record</li>
          <li>The audit and the log of who opened it are kept, and can be proved</li>
          <li>Letters to the birth family of a brother or sister are checked for the adopters’ names and address as before</li>
        </ul>
        <h2 class="govuk-heading-m">What ends</h2>
        {ending.length === 0 ? <p class="govuk-body">Nothing is still due on this record.</p> : (
          <>
            <p class="govuk-body">These are still open on the record, and nobody will be asked for them any more. Do them first, or see that the adoptive record has them:</p>
            <ul class="govuk-list govuk-list--bullet">{ending.map(({ title, state, dueOn }) => <li>{title}{dueOn === null ? "" : `, ${state === "overdue" ? "was due" : "due"} ${dayInWords(dueOn)}`}</li>)}</ul>
          </>
        )}
        <h2 class="govuk-heading-m">Why it can be sealed</h2>
        <Steps state={state} />
        <Window />
        <form method="post" action={`/children/${child.recordId}/seal`} novalidate>
          <input type="hidden" name="basedOn" value={String(child.version)} />
          {component("govukCheckboxes", {
            idPrefix: "understood", name: "understood", errorMessage: optional(errorAt(errors, "understood")),
            fieldset: { legend: { text: "Seal this record?", classes: "govuk-fieldset__legend--m" } },
            hint: { text: "An order that was recorded by mistake, or is set aside, can be undone by the adoption records officer and a second person" },
            items: [{ value: "yes", text: "I have read what will happen" }],
          })}
          <div class="govuk-button-group">
            {component("govukButton", { text: "Seal this record", classes: "govuk-button--warning", preventDoubleClick: true })}
            <a class="govuk-link" href={`/children/${child.recordId}`}>Do not seal it now</a>
          </div>
        </form>
      </div>
    </>
  );
}

const optional = (text: string | undefined) => (text === undefined ? undefined : { text });
