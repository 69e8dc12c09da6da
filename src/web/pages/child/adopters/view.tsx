import type { AdoptersPage } from "../../../../app/identity/adopters.ts";
import type { AdoptiveSideInput } from "../../../../domain/identity/household.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { AdoptiveFields } from "./fields.tsx";
import { AdoptiveSummary } from "./summary.tsx";

interface Props {
  readonly page: AdoptersPage;
  /** What is typed, where the form is shown; without it, what is kept. */
  readonly typed: AdoptiveSideInput | undefined;
  readonly errors: readonly FieldError[];
  /** Somebody else saved while this was typed. */
  readonly overtaken: boolean;
}

/** Who the adopters of a child are, to those who may know; and the form that puts them down. */
export const AdoptersView = ({ page, typed, errors, overtaken }: Props): Html => (
  <>
    {overtaken ? <Overtaken /> : <ErrorSummary errors={errors} />}
    <span class="govuk-caption-l">{page.localId}</span>
    <h1 class="govuk-heading-l">The adopters</h1>
    <div class="pt-measure">
      {component("govukInsetText", { text: "The birth family may never learn this, nor anybody on their side. It is kept closed, apart from the record, and each time somebody reads it is written down." })}
      {page.side === null ? (typed === undefined ? <p class="govuk-body">Nobody has put down who they are.</p> : null) : overtaken || typed === undefined ? <AdoptiveSummary side={page.side} /> : null}
      {typed === undefined && page.mayWrite && page.side !== null ? <TakeAway page={page} errors={errors} /> : null}
      {typed === undefined ? (page.mayWrite ? <p class="govuk-body"><a class="govuk-link" href={`/children/${page.recordId}/adopters?change=1`}>{page.side === null ? "Put down who they are" : "Change what is kept"}</a></p> : null) : (
        <form method="post" action={`/children/${page.recordId}/adopters`} novalidate autocomplete="off">
          <input type="hidden" name="revision" value={String(page.revision)} />
          <AdoptiveFields typed={typed} errors={errors} ordered={page.ordered} />
          {page.ordered ? null : <p class="govuk-body">The name that the child will have is put down once the adoption order is made.</p>}
          <div class="govuk-button-group">
            {component("govukButton", { text: "Save", preventDoubleClick: true })}
            <a class="govuk-link" href={`/children/${page.recordId}${page.side === null ? "" : "/adopters"}`}>Cancel</a>
          </div>
        </form>
      )}
    </div>
  </>
);

/** What never belonged to this child goes, with the marks of its words. Where a match has ended it stays protected: it is changed, not taken away. */
const TakeAway = ({ page, errors }: Pick<Props, "page" | "errors">): Html => {
  const error = errorAt(errors, "sure");
  return (
    <details class="govuk-details" open={error !== undefined}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">It was put on the wrong child</span></summary>
      <div class="govuk-details__text">
        <form method="post" action={`/children/${page.recordId}/adopters`} novalidate>
          <input type="hidden" name="revision" value={String(page.revision)} />
          <input type="hidden" name="do" value="take-away" />
          <p class="govuk-body">Taken away, it is kept nowhere, and letters of this child are not checked for it any more. If a match has ended, change what is kept instead: the family it was stays protected.</p>
          {component("govukCheckboxes", { idPrefix: "sure", name: "sure", ...(error === undefined ? {} : { errorMessage: { text: error } }), items: [{ value: "yes", text: "These are not this child’s adopters, and never were to be" }] })}
          {component("govukButton", { text: "Take it away", classes: "govuk-button--warning", preventDoubleClick: true })}
        </form>
      </div>
    </details>
  );
};

const Overtaken = (): Html => (
  <div class="govuk-error-summary" data-module="govuk-error-summary" id="overtaken">
    <div role="alert">
      <h2 class="govuk-error-summary__title">Somebody saved first</h2>
      <div class="govuk-error-summary__body"><p>While you were typing, somebody else changed who the adopters are. What is kept now stands below, and under it what you typed, which is not saved yet. Saving puts yours in its place.</p></div>
    </div>
  </div>
);
