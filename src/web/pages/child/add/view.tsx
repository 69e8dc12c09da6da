import type { DateParts } from "../../../forms/date-input.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";

export interface TypedChild {
  readonly localId: string;
  readonly unborn: string;
  readonly birth: DateParts;
}

interface Props {
  readonly typed: TypedChild;
  readonly errors: readonly FieldError[];
  readonly authority: string;
}

export function AddChildView({ typed, errors, authority }: Props): Html {
  const said = (id: string) => {
    const text = errorAt(errors, id);
    return text === undefined ? undefined : { text };
  };
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{authority}</span>
      <h1 class="govuk-heading-l">Add a child</h1>
      <p class="govuk-body">For a child that no return knows of yet, such as an early alert. Children in the 903 come by import.</p>
      <form method="post" action="/children/new" novalidate>
        {component("govukInput", {
          id: "localId", name: "localId", value: typed.localId, label: { text: "Local id", classes: "govuk-label--m" }, classes: "govuk-input--width-10",
          hint: { text: "The id your case system gives the child. Never a name" }, errorMessage: said("localId"), autocomplete: "off", spellcheck: false,
        })}
        {component("govukRadios", {
          idPrefix: "unborn", name: "unborn", errorMessage: said("unborn"), classes: "govuk-radios--inline",
          fieldset: { legend: { text: "Is the child born yet?", classes: "govuk-fieldset__legend--m" } },
          items: [{ value: "no", text: "Yes", checked: typed.unborn === "no" }, { value: "yes", text: "Not yet", checked: typed.unborn === "yes" }],
        })}
        <DateInput id="birthOn" legend="Date of birth, or expected date of delivery" value={typed.birth} error={errorAt(errors, "birthOn-day")} />
        <div class="govuk-button-group">
          {component("govukButton", { text: "Add the child", preventDoubleClick: true })}
          <a class="govuk-link" href="/tracker">Cancel</a>
        </div>
      </form>
    </>
  );
}
