import type { OpenedIdentity } from "../../../app/identity/adoptive-pages.ts";
import { instantInWords } from "../../../app/london-time.ts";
import type { AdoptiveSideInput } from "../../../domain/identity/household.ts";
import { ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { AdoptiveFields } from "../child/adopters/fields.tsx";
import { AdoptiveSummary } from "../child/adopters/summary.tsx";

/** What is behind the wall, while it is open. The record before the adoption is named in a part of its own alone. */
export const IdentityView = ({ opened: { id, record: { side, link }, disclosure } }: { readonly opened: OpenedIdentity }): Html => (
  <>
    <h1 class="govuk-heading-l">Adoptive identity</h1>
    <div class="pt-measure">
      {component("govukInsetText", { text: `Open until ${instantInWords(disclosure.goodUntil)}, for you alone. Each look is written down. Why: ${disclosure.why}` })}
      {side.household === null && side.child === null ? <p class="govuk-body">Nothing was put down before the record was sealed.</p> : <AdoptiveSummary side={side} />}
      <p class="govuk-body"><a class="govuk-link" href={`/adoptive/${id}/change`}>{side.household === null && side.child === null ? "Put it down" : "Change what is kept"}</a></p>
      {component("govukDetails", {
        summaryText: "The link to the record before the adoption",
        html: <p class="govuk-body">Local id <a class="govuk-link" href={`/children/${link.recordId}`}>{link.localId}</a>. The link is kept here alone, closed with the rest.</p>,
      })}
      <form method="post" action={`/adoptive/requests/${disclosure.id}/end`}>{component("govukButton", { text: "Close it now", classes: "govuk-button--secondary", preventDoubleClick: true })}</form>
    </div>
  </>
);

interface ChangeProps {
  readonly opened: OpenedIdentity;
  readonly typed: AdoptiveSideInput;
  readonly errors: readonly FieldError[];
}

export const ChangeIdentityView = ({ opened: { id, disclosure }, typed, errors }: ChangeProps): Html => (
  <>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">Change the adoptive identity</h1>
    <div class="pt-measure">
      <p class="govuk-body">Open until {instantInWords(disclosure.goodUntil)}: save before then.</p>
      <form method="post" action={`/adoptive/${id}/change`} novalidate autocomplete="off">
        <AdoptiveFields typed={typed} errors={errors} ordered />
        <div class="govuk-button-group">
          {component("govukButton", { text: "Save", preventDoubleClick: true })}
          <a class="govuk-link" href={`/adoptive/${id}`}>Cancel</a>
        </div>
      </form>
    </div>
  </>
);
