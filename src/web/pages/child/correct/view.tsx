import type { ChildPage } from "../../../../app/views.ts";
import { type Cause, CAUSES, type Entry } from "../../../../domain/chronology/entry.ts";
import { isPeriodKind, KINDS } from "../../../../domain/chronology/kinds.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { EntryFields } from "../entry-form/fields.tsx";
import { EvidencePart } from "../entry-form/evidence.tsx";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { EntrySummary } from "../entry-form/summary.tsx";
import type { TypedWhole } from "../entry-form/whole.ts";

export interface TypedChange {
  readonly cause: string;
  readonly reason: string;
}

interface Props {
  readonly child: ChildPage;
  readonly entry: Entry;
  readonly typed: TypedWhole;
  readonly change: TypedChange;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

export const CorrectView = ({ child, entry, typed, change, errors, since }: Props): Html => (
  <>
    {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
    <span class="govuk-caption-l">{child.localId} · correct an entry</span>
    <h1 class="govuk-heading-l">{KINDS[entry.kind].label}</h1>
    <EntrySummary entry={entry} names={child.workerNames} />
    <form method="post" action={`/children/${child.recordId}/entries/${entry.number}/correct`} novalidate>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      <Causes entry={entry} cause={change.cause} error={errorAt(errors, "cause")} />
      <EntryFields kind={entry.kind} typed={typed} errors={errors} />
      <EvidencePart typed={typed.evidence} errors={errors} />
      <Reason value={change.reason} error={errorAt(errors, "reason")} hint="What was wrong, or why the date moved. Whoever reads the record later sees this" />
      <div class="govuk-button-group">
        {component("govukButton", { text: "Save the correction", preventDoubleClick: true })}
        <a class="govuk-link" href={`/children/${child.recordId}/chronology#entry-${entry.number}`}>Cancel</a>
      </div>
    </form>
  </>
);

/** Only the causes that can be true of this entry. */
function causesFor(entry: Entry): readonly Cause[] {
  const ahead = entry.certainty !== "actual";
  const all: readonly (readonly [Cause, boolean])[] = [
    ["corrected", true], ["confirmed", ahead], ["moved", ahead || KINDS[entry.kind].ahead === true],
    ["ended", isPeriodKind(entry.kind) && entry.until === undefined],
  ];
  return all.filter(([, fits]) => fits).map(([cause]) => cause);
}

const Causes = ({ entry, cause, error }: { readonly entry: Entry; readonly cause: string; readonly error: string | undefined }) =>
  component("govukRadios", {
    idPrefix: "cause", name: "cause", errorMessage: error === undefined ? undefined : { text: error },
    fieldset: { legend: { text: "Why does it change?", classes: "govuk-fieldset__legend--m" } },
    items: causesFor(entry).map((value) => ({ value, text: CAUSES[value], checked: cause === value })),
  });

interface ReasonProps {
  readonly value: string;
  readonly hint: string;
  readonly error: string | undefined;
}

export const Reason = ({ value, hint, error }: ReasonProps): Html =>
  component("govukTextarea", {
    id: "reason", name: "reason", value, rows: "3", hint: { text: hint }, label: { text: "Reason", classes: "govuk-label--m" },
    errorMessage: error === undefined ? undefined : { text: error },
  });
