import type { OrganisationsPage } from "../../../../app/administration/views.ts";
import type { AgreementTyped } from "../../../../app/administration/agreement.ts";
import { AGREED_STAGES, FIELD_CODES, SHARED_FIELDS } from "../../../../domain/agency/agreement.ts";
import { ADOPTION_FUNCTIONS, FUNCTION_CODES } from "../../../../domain/agency/functions.ts";
import { STAGES } from "../../../../domain/permanence/stage.ts";
import { capital } from "../../../../domain/words.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { CheckboxesField, RadiosField, SelectField } from "../fields.tsx";

interface Props {
  readonly page: OrganisationsPage;
  readonly typed: AgreementTyped;
  readonly errors: readonly FieldError[];
}

/** What is shared with the regional agency, to be looked at before it is saved. */
export function AgreementFormView({ page: { own, agencies, agreements }, typed, errors }: Props): Html {
  const regional = agencies.filter(({ type }) => type === "regional-agency");
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{own.name}</span>
      <h1 class="govuk-heading-l">{agreements.length === 0 ? "Agree what is shared" : "Change the agreement"}</h1>
      <form method="post" action="/administration/agreement/change" novalidate autocomplete="off">
        <SelectField id="agency" label="Regional agency" value={typed.agency} errors={errors} choices={[...(regional.some(({ code }) => code === typed.agency) ? [] : [{ value: "", text: "Choose" }]), ...regional.map(({ code, name }) => ({ value: code, text: name }))]} />
        <RadiosField id="fromStage" label="From when does the agency see a child?" hint="From this stage on the line to an adoption order. A child who goes back before it is no longer shown. Records that are restricted by hand, or sealed, are never shared" errors={errors} chosen={[typed.fromStage]} choices={AGREED_STAGES.map((stage) => ({ value: stage, text: STAGES[stage] }))} />
        <CheckboxesField id="fields" label="What does it see of them, beside the local id and the dates?" errors={errors} chosen={typed.fields} choices={FIELD_CODES.map((code) => ({ value: code, text: SHARED_FIELDS[code].label, hint: capital(SHARED_FIELDS[code].says) }))} />
        <CheckboxesField
          id="functions" label="Which adoption functions has the authority given to it?"
          hint="The agency’s people then record these themselves, and what is due of them is on the agency’s desks. Decisions stay the authority’s. Where one is given, the agency also opens shared records that are restricted of themselves, if the rule admits its people. With linking and matching, recruiting and assessing adopters, introductions and support, or adoption support, its people also know who the adopters are: names, address and references. After the adoption order only adoption support lets them"
          errors={errors} chosen={typed.functions} choices={FUNCTION_CODES.map((code) => ({ value: code, text: ADOPTION_FUNCTIONS[code].label, hint: ADOPTION_FUNCTIONS[code].says }))}
        />
        <p class="govuk-body">Nothing is saved yet: the next page says which children would appear or vanish, and whose work would pass to whom.</p>
        <div class="govuk-button-group">
          {component("govukButton", { text: "See what will change", name: "step", value: "look", preventDoubleClick: true })}
          <a class="govuk-link" href="/administration/agreement">Cancel</a>
        </div>
      </form>
    </>
  );
}
