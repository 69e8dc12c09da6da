import type { DisclosureView } from "../../../../app/identity/adoptive-pages.ts";
import type { ChildPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { UNDOING } from "../../../../domain/commands/seal-record.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { RequestsTable } from "../../adoptive/requests-table.tsx";
import { errorAt } from "../entry-form/form.ts";

export interface TypedAsk {
  readonly wanted: "open" | "undo";
  readonly because: string;
  readonly why: string;
}

interface Props {
  readonly child: ChildPage;
  readonly sealed: Entry;
  readonly requests: readonly DisclosureView[];
  readonly mayAsk: boolean;
  readonly typed: TypedAsk | undefined;
  readonly errors: readonly FieldError[];
}

/** A sealed record: since when, what was asked of it, and how what is behind it is asked for. */
export function SealedView(props: Props): Html {
  const { child, sealed, requests, mayAsk, errors } = props;
  const undo = requests.find((request) => request.wanted === "undo" && request.whyNotUse === null);
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l"><a class="govuk-link" href={`/children/${child.recordId}`}>{child.localId}</a></span>
      <h1 class="govuk-heading-l">This record is sealed</h1>
      <p class="govuk-body pt-measure">It was sealed on {dayInWords(sealed.happenedOn)}. A separate adoption record exists. Nothing here leads to it; what is kept of it is behind a wall of its own.</p>
      {undo === undefined ? null : <Undo child={child} request={undo} />}
      {mayAsk ? <Ask {...props} wanted="open" title="Open what is behind the wall" button="Ask for it" hint="Such as: the adopted person, now 18, asks for their records. Leave out names and addresses of the adoptive family" /> : null}
      {mayAsk && undo === undefined ? <Ask {...props} wanted="undo" title="Undo the seal" button="Ask to undo it" hint="Whoever is to agree reads this, and it stays on the record" /> : null}
      <h2 class="govuk-heading-m">What was asked of this record</h2>
      {requests.length === 0 ? <p class="govuk-body">Nothing yet.</p> : <RequestsTable requests={requests} />}
    </>
  );
}

const Ask = ({ child, typed, errors, wanted, title, button, hint }: Props & { readonly wanted: TypedAsk["wanted"]; readonly title: string; readonly button: string; readonly hint: string }): Html => {
  const mine = typed?.wanted === wanted;
  const at = (field: string) => (mine ? errorAt(errors, `${wanted}-${field}`) : undefined);
  return (
    <details class="govuk-details pt-measure" open={mine}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{title}</span></summary>
      <div class="govuk-details__text">
        <form method="post" action={`/children/${child.recordId}/disclosure`} novalidate>
          <input type="hidden" name="wanted" value={wanted} />
          {wanted === "undo" ? component("govukRadios", {
            idPrefix: "undo-because", name: "because", classes: "govuk-radios--small", errorMessage: optional(at("because")),
            fieldset: { legend: { text: "Why is it to be undone?", classes: "govuk-fieldset__legend--s" } },
            items: Object.entries(UNDOING).map(([value, text]) => ({ value, text, checked: mine && typed.because === value })),
          }) : null}
          {component("govukTextarea", {
            id: `${wanted}-why`, name: "why", rows: "3", value: mine ? typed.why : "", label: { text: wanted === "undo" ? "How did it come about?" : "Why does it have to be opened?", classes: "govuk-label--s" },
            hint: { text: hint }, errorMessage: optional(at("why")),
          })}
          <p class="govuk-body-s">A service manager, an assistant director or another adoption records officer has to agree.</p>
          {component("govukButton", { text: button, classes: "govuk-button--secondary", preventDoubleClick: true })}
        </form>
      </div>
    </details>
  );
};

const optional = (text: string | undefined) => (text === undefined ? undefined : { text });

const Undo = ({ child, request }: { readonly child: ChildPage; readonly request: DisclosureView }): Html => (
  <div class="pt-measure">
    {component("govukWarningText", { text: `${request.decidedByName ?? "Somebody"} has agreed that the seal is undone. Those who could open the record before it was sealed will find it again, and who the adopters are with it.`, iconFallbackText: "Warning" })}
    <form method="post" action={`/children/${child.recordId}/unseal`}>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      <input type="hidden" name="request" value={request.id} />
      {component("govukButton", { text: "Undo the seal", classes: "govuk-button--warning", preventDoubleClick: true })}
    </form>
  </div>
);
