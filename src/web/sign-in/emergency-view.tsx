import type { Html } from "../govuk/html.ts";
import { component } from "../govuk/macros.ts";
import { ErrorSummary } from "../forms/fields.tsx";

export interface EmergencyError {
  readonly field: "passphrase" | "reason";
  readonly text: string;
}

interface Props {
  readonly then: string;
  readonly reason: string;
  readonly errors: readonly EmergencyError[];
}

export const EmergencyView = ({ then, reason, errors }: Props): Html => {
  const errorOf = (field: EmergencyError["field"]) => {
    const error = errors.find((e) => e.field === field);
    return error === undefined ? {} : { errorMessage: { text: error.text } };
  };
  return (
    <>
      <ErrorSummary errors={errors.map(({ field, text }) => ({ id: field, text }))} />
      <h1 class="govuk-heading-l">Emergency access</h1>
      {component("govukWarningText", { text: "Every use is written down with its reason and told to whoever runs the service. It ends after an hour.", iconFallbackText: "Warning" })}
      <p class="govuk-body">For the day on which nobody’s own sign-in answers, and a child cannot wait.</p>
      <form method="post" action="/sign-in/emergency" novalidate>
        <input type="hidden" name="then" value={then} />
        {component("govukInput", { id: "passphrase", name: "passphrase", type: "password", spellcheck: false, label: { text: "Passphrase" }, hint: { text: "From the sealed envelope. Capitals, spaces and hyphens do not matter" }, autocomplete: "off", ...errorOf("passphrase") })}
        {component("govukInput", { id: "reason", name: "reason", value: reason, label: { text: "Why is it needed?" }, hint: { text: "At most 100 characters. Do not name a child" }, ...errorOf("reason") })}
        {component("govukButton", { text: "Sign in for an hour" })}
      </form>
    </>
  );
};
