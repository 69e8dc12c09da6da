import type { ReleaseView } from "../../../../app/identity/releases.ts";
import { instantInWords } from "../../../../app/london-time.ts";
import type { ChildPage } from "../../../../app/views.ts";
import type { Hit } from "../../../../domain/identity/protected-words.ts";
import { isRecipient, RECIPIENTS, type ReleaseInput } from "../../../../domain/identity/release.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { errorAt } from "../entry-form/form.ts";
import { HitList } from "./hits.tsx";

interface Props {
  readonly child: ChildPage;
  /** Nobody has put down who the adopters are. */
  readonly blind: boolean;
  readonly releases: readonly ReleaseView[];
  /** The viewer asks, and does not only agree. */
  readonly mayAsk: boolean;
  readonly typed: ReleaseInput;
  readonly hits: readonly Hit[];
  readonly errors: readonly FieldError[];
}

/** Asking that something go to the birth family, and what went or waits. */
export const ReleaseListView = (props: Props): Html => {
  const { child, blind, releases, mayAsk, errors, hits, typed } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{child.localId}</span>
      <h1 class="govuk-heading-l">Release something to the birth family</h1>
      {mayAsk ? (
        <div class="pt-measure">
          <p class="govuk-body">Paste all of what is to go. It is checked for the family names, address and telephone of the adoptive family, but not for given names alone, misspellings or descriptions. A second person reads it before it goes. The text is not kept: only that it went, to whom, and its SHA-256.</p>
          {blind ? <Blind /> : null}
          {hits.length === 0 ? null : (
            <section class="pt-hits" aria-labelledby="hits-heading">
              <h2 class="govuk-heading-m" id="hits-heading">These words may not reach the birth family</h2>
              <HitList text={typed.text} hits={hits} />
              <p class="govuk-body">Take them out below and send it again.</p>
            </section>
          )}
          <AskForm {...props} />
        </div>
      ) : null}
      <h2 class="govuk-heading-m">What went, and what waits</h2>
      {releases.length === 0 ? <p class="govuk-body">Nothing yet.</p> : (
        <StackedTable
          caption="What went to the birth family, and what waits" heads={["What", "To", "Asked by", "How it stands"]}
          rows={releases.map((release) => [
            <a class="govuk-link govuk-link--no-visited-state" href={`/children/${child.recordId}/release/${release.id}`}>{release.what}</a>,
            recipientInWords(release.recipient), `${release.askedByName}, ${instantInWords(release.askedAt)}`, standsInWords(release),
          ])}
        />
      )}
    </>
  );
};

/** A check that knows nothing must not look like one that found nothing. */
export const Blind = (): Html =>
  component("govukWarningText", { text: "Nobody has put down who this child’s adopters are, so no text can be checked for their names or address. Have them put down first, or read it knowing who they are.", iconFallbackText: "Warning" });

export const recipientInWords = (recipient: string): string => (isRecipient(recipient) ? RECIPIENTS[recipient] : recipient);

export const standsInWords = ({ agreed, decidedByName, decidedAt, refusedBecause, whyNotDecide }: ReleaseView): string => {
  if (agreed === null) return whyNotDecide === null ? "Waits for you, or another who may agree" : "Waits for a second person";
  return `${agreed ? "Released" : "Refused"}, ${decidedByName ?? ""}, ${decidedAt === null ? "" : instantInWords(decidedAt)}${refusedBecause === null ? "" : `: ${refusedBecause}`}`;
};

const optional = (text: string | undefined) => (text === undefined ? undefined : { text });

const AskForm = ({ child, typed, errors, hits }: Props): Html => (
  <form method="post" action={`/children/${child.recordId}/release`} novalidate>
    {component("govukInput", { id: "what", name: "what", value: typed.what, label: { text: "What is it?", classes: "govuk-label--s" }, hint: { text: "Such as a letterbox letter, or the minutes of a review. It stays on the record: no names of the adoptive family" }, errorMessage: optional(errorAt(errors, "what")) })}
    {component("govukRadios", {
      idPrefix: "recipient", name: "recipient", classes: "govuk-radios--small", errorMessage: optional(errorAt(errors, "recipient")), fieldset: { legend: { text: "To whom?", classes: "govuk-fieldset__legend--s" } },
      items: Object.entries(RECIPIENTS).map(([value, text]) => ({ value, text, checked: typed.recipient === value })),
    })}
    {component("govukTextarea", { id: "text", name: "text", value: typed.text, rows: "12", label: { text: "All of its text", classes: "govuk-label--s" }, hint: { text: "With the address on the envelope and any covering letter" }, errorMessage: optional(errorAt(errors, "text")) })}
    {component("govukInput", { id: "reference", name: "reference", value: typed.reference, label: { text: "Where the document is kept", classes: "govuk-label--s" }, hint: { text: "If it is one. Without its text nothing can be checked but by reading" }, errorMessage: optional(errorAt(errors, "reference")) })}
    {hits.length === 0 ? null : (
      <>
        {component("govukCheckboxes", {
          idPrefix: "excused", name: "excused", items: [{ value: "yes", text: "The words above mean something else, such as another person of that name", checked: typed.excused === "yes" }],
        })}
        {component("govukTextarea", { id: "excuse", name: "excuse", value: typed.excuse, rows: "2", label: { text: "What do they mean?", classes: "govuk-label--s" }, hint: { text: "Without repeating them: this stays on the record. Whoever is to agree sees each place" }, errorMessage: optional(errorAt(errors, "excuse")) })}
      </>
    )}
    <div class="govuk-button-group">
      {component("govukButton", { text: "Check, and ask for it", preventDoubleClick: true })}
      <a class="govuk-link" href={`/children/${child.recordId}`}>Cancel</a>
    </div>
  </form>
);
