import type { SiblingGroupPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { decisionOf } from "../../../../domain/siblings/group.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Overtaken } from "../../child/entry-form/overtaken.tsx";
import { detailsInWords, whenInWords } from "../../child/words.ts";
import { addressOf, titleOf } from "../group-of.ts";
import { DecisionFields } from "./fields.tsx";
import type { TypedDecision } from "./form.ts";

interface Props {
  readonly group: SiblingGroupPage;
  readonly typed: TypedDecision;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

export function DecideView({ group, typed, errors, since }: Props): Html {
  const before = decisionOf(group.case);
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={group.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{titleOf(group)}</span>
      <h1 class="govuk-heading-l">Together or apart</h1>
      {before === undefined ? null : component("govukInsetText", {
        html: (
          <>
            <p>Decided before, {whenInWords(before)}: {detailsInWords(before).map(([, text]) => text).join("; ")}.</p>
            <p>A new decision leaves that one in the history.{group.may.correct ? <> If it was written down wrongly, <a class="govuk-link" href={addressOf(group, `/entries/${before.number}/correct`)}>correct it</a> instead.</> : null}</p>
          </>
        ),
      })}
      <form method="post" action={addressOf(group, "/decide")} novalidate>
        <input type="hidden" name="basedOn" value={String(group.version)} />
        <DecisionFields group={group} typed={typed} errors={errors} />
        <div class="govuk-button-group">
          {component("govukButton", { text: "Save the decision", preventDoubleClick: true })}
          <a class="govuk-link" href={addressOf(group)}>Cancel</a>
        </div>
      </form>
    </>
  );
}
