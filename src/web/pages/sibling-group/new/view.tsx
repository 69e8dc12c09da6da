import type { Named } from "../../../../domain/siblings/subgroups.ts";
import type { DateParts } from "../../../forms/date-input.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../../child/entry-form/form.ts";

export interface TypedGroup {
  /** A local id a line. */
  readonly children: string;
  readonly happenedOn: DateParts;
}

interface Props {
  readonly child: Named | undefined;
  readonly typed: TypedGroup;
  readonly errors: readonly FieldError[];
  readonly authority: string;
}

export function StartGroupView({ child, typed, errors, authority }: Props): Html {
  const wrong = errors.filter((e) => e.id === "children").map((e) => e.text);
  const back = child === undefined ? "/tracker" : `/children/${child.recordId}`;
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{authority}</span>
      <h1 class="govuk-heading-l">Start a sibling group</h1>
      <p class="govuk-body">Brothers and sisters keep a record each. The group says who they are, and whether they are to be placed together or apart.</p>
      <form method="post" action={`/sibling-groups/new${child === undefined ? "" : `?child=${child.recordId}`}`} novalidate>
        {component("govukTextarea", {
          id: "children", name: "children", value: typed.children, rows: "5", label: { text: "Local ids of the children", classes: "govuk-label--m" }, spellcheck: false,
          hint: { text: `One on each line${child === undefined ? "" : `, ${child.localId} among them`}. They must be on the tracker already` },
          errorMessage: wrong.length === 0 ? undefined : { text: wrong.join(". ") },
        })}
        <DateInput id="happenedOn" legend="From which day are they a group?" hint="Such as the day they came into care. For example, 27 3 2026" value={typed.happenedOn} error={errorAt(errors, "happenedOn-day")} />
        <div class="govuk-button-group">
          {component("govukButton", { text: "Start the group", preventDoubleClick: true })}
          <a class="govuk-link" href={back}>Cancel</a>
        </div>
      </form>
    </>
  );
}
