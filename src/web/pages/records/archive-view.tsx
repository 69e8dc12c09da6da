import type { KeptRecord } from "../../../app/records/views.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

/** What an archive is, before it is taken away. */
export const ArchiveView = ({ record: { recordId, localId } }: { readonly record: KeptRecord }): Html => (
  <>
    <span class="govuk-caption-l">{localId}</span>
    <h1 class="govuk-heading-l">Archive of the whole record</h1>
    <p class="govuk-body">A ZIP with the record in plain text and in tables, made to be read without this program for as long as the law asks.</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>The chronology in words, and as a table: what is in force, replaced or withdrawn, and what was erased.</li>
      <li>Clocks, the audit, and who opened the record.</li>
      <li>The proof of each entry, and a manifest that shows whether any file is missing or changed.</li>
      <li>A text that says what each file is.</li>
    </ul>
    {component("govukWarningText", { text: "Names are in it where they were recorded, and so is all that was written of the adoption on this side. Who the adopters are after the order is not. Keep it where adoption records are kept. Taking it is written down.", iconFallbackText: "Warning" })}
    <form method="post" action={`/records/${recordId}/archive`}>{component("govukButton", { text: "Take the archive away" })}</form>
  </>
);
