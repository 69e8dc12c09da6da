import type { SiblingGroupPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt, type TypedEntry } from "../../child/entry-form/form.ts";
import { Overtaken } from "../../child/entry-form/overtaken.tsx";
import { addressOf, titleOf } from "../group-of.ts";

interface Props {
  readonly group: SiblingGroupPage;
  readonly typed: TypedEntry;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

export function AddToGroupView({ group, typed, errors, since }: Props): Html {
  const error = errorAt(errors, "detail-child");
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={group.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{titleOf(group)}</span>
      <h1 class="govuk-heading-l">Add a child</h1>
      <p class="govuk-body">In the group now: {group.members.map((m) => m.localId).join(", ")}.</p>
      <form method="post" action={addressOf(group, "/add")} novalidate>
        <input type="hidden" name="basedOn" value={String(group.version)} />
        <input type="hidden" name="certainty" value="actual" />
        {component("govukInput", {
          id: "detail-child", name: "detail-child", value: typed.detail["child"] ?? "", label: { text: "Local id", classes: "govuk-label--m" }, classes: "govuk-input--width-10",
          hint: { text: "The brother’s or sister’s own id. They must be on the tracker already" }, errorMessage: error === undefined ? undefined : { text: error }, autocomplete: "off", spellcheck: false,
        })}
        <DateInput id="happenedOn" legend="From which day are they in the group?" hint="Such as the day they came into care, or were born. For example, 27 3 2026" value={typed.happenedOn} error={errorAt(errors, "happenedOn-day")} />
        <div class="govuk-button-group">
          {component("govukButton", { text: "Add to the group", preventDoubleClick: true })}
          <a class="govuk-link" href={addressOf(group)}>Cancel</a>
        </div>
      </form>
    </>
  );
}
