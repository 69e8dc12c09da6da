import type { DisclosureView } from "../../../app/identity/adoptive-pages.ts";
import { instantInWords } from "../../../app/london-time.ts";
import { DISCLOSURE_FOR, GOOD_FOR } from "../../../domain/identity/disclosure.ts";
import { ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { errorAt } from "../child/entry-form/form.ts";
import { standingInWords } from "./requests-table.tsx";

export interface TypedDecision {
  readonly agreed: string;
  readonly because: string;
}

interface Props {
  readonly request: DisclosureView;
  readonly typed: TypedDecision;
  readonly errors: readonly FieldError[];
}

/** One request: what is asked and why, and what the viewer can do about it. */
export const RequestView = ({ request, typed, errors }: Props): Html => (
  <>
    <ErrorSummary errors={errors} />
    <span class="govuk-caption-l">{request.localId}</span>
    <h1 class="govuk-heading-l">{DISCLOSURE_FOR[request.wanted]}</h1>
    <div class="pt-measure">
      {component("govukSummaryList", {
        classes: "pt-summary",
        rows: ([
          ["Sealed record", request.localId], ["Asked by", `${request.mine ? "You" : request.askedByName}, ${instantInWords(request.askedAt)}`], ["Why", request.why],
          ["How it stands", standingInWords(request)],
        ] as const).map(([key, text]) => ({ key: { text: key }, value: { text } })),
      })}
      {request.whyNotDecide === null ? <Decide request={request} typed={typed} errors={errors} /> : null}
      {request.mine ? <Use request={request} /> : null}
      {request.standing === "asked" && request.whyNotDecide !== null && !request.mine ? <p class="govuk-body">{request.whyNotDecide}.</p> : null}
    </div>
  </>
);

const optional = (text: string | undefined) => (text === undefined ? undefined : { text });

const Decide = ({ request, typed, errors }: Props): Html => (
  <form method="post" action={`/adoptive/requests/${request.id}`} novalidate>
    <p class="govuk-body">
      {request.wanted === "open"
        ? `If you agree, ${request.askedByName} can look at who the child is now, and who the adopters are, once and for ${GOOD_FOR.opened} minutes. You are shown nothing of it. Your agreement is written down with theirs.`
        : `If you agree, ${request.askedByName} can undo the seal: everybody who could open the record before will find it again. Your agreement stands on the record.`}
    </p>
    {component("govukRadios", {
      idPrefix: "agreed", name: "agreed", classes: "govuk-radios--inline", errorMessage: optional(errorAt(errors, "agreed")),
      fieldset: { legend: { text: "Do you agree?", classes: "govuk-fieldset__legend--m" } },
      items: [{ value: "yes", text: "Yes", checked: typed.agreed === "yes" }, { value: "no", text: "No", checked: typed.agreed === "no" }],
    })}
    {component("govukTextarea", { id: "because", name: "because", rows: "2", value: typed.because, label: { text: "If not, why?", classes: "govuk-label--s" }, errorMessage: optional(errorAt(errors, "because")) })}
    {component("govukButton", { text: "Save", preventDoubleClick: true })}
  </form>
);

const Use = ({ request }: Pick<Props, "request">): Html => {
  if (request.whyNotUse !== null) return <p class="govuk-body">{request.whyNotUse}.</p>;
  if (request.wanted === "undo") return <p class="govuk-body"><a class="govuk-link" href={`/children/${request.recordId}/seal`}>Undo the seal on the record</a></p>;
  return (
    <>
      {request.standing === "agreed" ? component("govukWarningText", { text: `From the moment you open it you have ${GOOD_FOR.opened} minutes. Be alone with your screen, and write nothing of it down on the birth side.`, iconFallbackText: "Warning" }) : null}
      <form method="post" action={`/adoptive/requests/${request.id}/open`}>{component("govukButton", { text: request.standing === "agreed" ? "Open it now" : "Go back to it", preventDoubleClick: true })}</form>
    </>
  );
};
