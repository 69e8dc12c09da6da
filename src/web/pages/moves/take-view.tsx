import type { OfferedChild } from "../../../app/moves/open.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import { ageOfChild } from "../../../domain/permanence/standing.ts";
import { ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { errorAt } from "../child/entry-form/form.ts";
import { detailsInWords, whenInWords } from "../child/words.ts";
import { offerInDays } from "./words.ts";

interface Props {
  readonly child: OfferedChild;
  readonly typed: { readonly localId: string; readonly why: string };
  readonly errors: readonly FieldError[];
}

/** A child whom another authority offers: what their record says, to be read; taking the child over, and refusing. */
export function OfferedChildView({ child, typed, errors }: Props): Html {
  const { offer, from, case: c, today, stage, stands, name } = child;
  const optional = (id: string) => {
    const text = errorAt(errors, id);
    return text === undefined ? undefined : { text };
  };
  const waits = offer.movesOn > today;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{offer.localId}, offered by {from}</h1>
      {name === null ? null : component("govukDetails", { summaryText: "Name", text: name })}
      <p class="govuk-body">{ageOfChild(c, today)}. {STAGES[stage]}. {stands.join(". ")}.</p>
      <p class="govuk-body pt-measure"><strong>{offerInDays(offer, today)}</strong> Why: {offer.why}</p>
      <div class="pt-moving">
        <h2 class="govuk-heading-s">If you take the child over</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>The child has a record of yours from {dayInWords(offer.movesOn)}, with the whole history below as it was written down in {from}.</li>
          <li>Nobody has the child yet: give them a worker and a team the same day. Your own standards run from then on.</li>
          <li>The record in {from} is closed, and its workers see the child no more.</li>
        </ul>
      </div>
      {waits ? component("govukInsetText", { text: `You can take the child over from ${dayInWords(offer.movesOn)} on.` }) : (
        <form method="post" action={`/moves/${offer.id}`} novalidate>
          <input type="hidden" name="do" value="take" />
          {component("govukInput", { id: "localId", name: "localId", value: typed.localId, classes: "govuk-input--width-10", autocomplete: "off", label: { text: "The child’s local id here", classes: "govuk-label--s" }, hint: { text: "The id that your own 903 return will use" }, errorMessage: optional("localId") })}
          {component("govukButton", { text: "Take the child over", preventDoubleClick: true })}
        </form>
      )}
      <details class="govuk-details" open={typed.why !== "" || optional("why") !== undefined}>
        <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Refuse</span></summary>
        <div class="govuk-details__text pt-measure">
          <form method="post" action={`/moves/${offer.id}`} novalidate>
            <input type="hidden" name="do" value="refuse" />
            {component("govukTextarea", { id: "why", name: "why", value: typed.why, rows: "2", label: { text: "Why?", classes: "govuk-label--s" }, hint: { text: `${from} reads this` }, errorMessage: optional("why") })}
            {component("govukButton", { text: "Refuse the child", classes: "govuk-button--secondary", preventDoubleClick: true })}
          </form>
        </div>
      </details>
      <h2 class="govuk-heading-m">Their record</h2>
      <StackedTable
        caption="Their record" heads={["When", "What", "Details"]}
        rows={c.entries.toReversed().map((e) => [whenInWords(e), KINDS[e.kind].label, detailsInWords(e).map(([label, text]) => `${label}: ${text}`).join("; ")])}
      />
    </>
  );
}
