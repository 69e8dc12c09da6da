import type { KeptRecord } from "../../../app/records/views.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { errorAt } from "./record-view.tsx";

interface Props {
  readonly record: KeptRecord;
  /** What was typed, by the id of its box. */
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** The box of a form: of a new hold, or of ending one. */
export const whyBox = (hold: number): string => (hold === 0 ? "why" : `why-${hold}`);

/** The holds that run on a record, each with a way to end it; and a new one. */
export function HoldView({ record: { recordId, localId, retention: { holds } }, typed, errors }: Props): Html {
  const why = (hold: number, label: string, hint: string): Html => component("govukTextarea", {
    id: whyBox(hold), name: "why", rows: "2", value: typed[whyBox(hold)] ?? "", label: { text: label, classes: "govuk-label--s" }, hint: { text: hint }, ...errorAt(errors, whyBox(hold)),
  });
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{localId}</span>
      <h1 class="govuk-heading-l">Legal hold</h1>
      <p class="govuk-body pt-measure">While a hold runs, nothing of the record is erased or destroyed, whatever its period says. Everything else goes on as before.</p>
      {holds.map((hold) => (
        <section class="pt-confirm" aria-labelledby={`hold-${hold.number}`}>
          <h2 class="govuk-heading-m" id={`hold-${hold.number}`}>On hold since {dayInWords(hold.happenedOn)}</h2>
          <p class="govuk-body">{String(hold.detail["why"])}</p>
          <form method="post" action={`/records/${recordId}/hold/${hold.number}/end`} novalidate>
            {why(hold.number, "Why need it no longer be held?", "It stays on the record with the day it ended")}
            {component("govukButton", { html: <>End this hold<span class="govuk-visually-hidden"> of {dayInWords(hold.happenedOn)}</span></>, classes: "govuk-button--secondary" })}
          </form>
        </section>
      ))}
      <section class="pt-confirm" aria-labelledby="new-hold">
        <h2 class="govuk-heading-m" id="new-hold">{holds.length === 0 ? "Put the record on hold" : "Put it on hold for another reason"}</h2>
        <form method="post" action={`/records/${recordId}/hold`} novalidate>
          {why(0, "Why must it be kept?", "Such as an inquiry or a court case. Whoever may open the record reads it")}
          {component("govukButton", { text: "Put on hold from today" })}
        </form>
      </section>
    </>
  );
}
