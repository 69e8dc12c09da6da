import type { ChildPage } from "../../../../app/views.ts";
import { type Entry, WITHDRAWAL_CAUSES, type WithdrawalCause } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Reason, type TypedChange } from "../correct/view.tsx";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { EntrySummary } from "../entry-form/summary.tsx";

interface Props {
  readonly child: ChildPage;
  readonly entry: Entry;
  readonly change: TypedChange;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
  /** Where the form is sent, and where it is left, where not among the entries. */
  readonly at?: string;
  readonly cancel?: string;
}

export const WithdrawView = ({ child, entry, change, errors, since, at = `/children/${child.recordId}/entries/${entry.number}/withdraw`, cancel = `/children/${child.recordId}/chronology#entry-${entry.number}` }: Props): Html => (
  <>
    {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
    <span class="govuk-caption-l">{child.localId} · withdraw an entry</span>
    <h1 class="govuk-heading-l">{KINDS[entry.kind].label}</h1>
    <EntrySummary entry={entry} names={child.workerNames} />
    <p class="govuk-body">Withdrawing takes the entry out of force. It stays in the chronology, struck out, with your reason. If something that happened has now ended or moved, correct the entry instead.</p>
    <form method="post" action={at} novalidate>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      {component("govukRadios", {
        idPrefix: "cause", name: "cause", errorMessage: optional(errorAt(errors, "cause")),
        fieldset: { legend: { text: "Why is it withdrawn?", classes: "govuk-fieldset__legend--m" } },
        items: causesFor(entry).map((value) => ({ value, text: WITHDRAWAL_CAUSES[value], checked: change.cause === value })),
      })}
      <Reason value={change.reason} error={errorAt(errors, "reason")} hint="Whoever reads the record later sees this" />
      <div class="govuk-button-group">
        {component("govukButton", { text: "Withdraw the entry", classes: "govuk-button--warning", preventDoubleClick: true })}
        <a class="govuk-link" href={cancel}>Cancel</a>
      </div>
    </form>
  </>
);

const optional = (text: string | undefined) => (text === undefined ? undefined : { text });

const causesFor = (entry: Entry): readonly WithdrawalCause[] =>
  (Object.keys(WITHDRAWAL_CAUSES) as WithdrawalCause[]).filter((cause) =>
    cause === "not-going-ahead" ? entry.certainty !== "actual" : cause === "gone-from-source" ? "file" in entry.source : true);
