import type { NamedChange, PackLine, StandardsPage } from "../../../app/standards/views.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { Recomputing } from "./recompute.tsx";
import { changeInWords } from "./words.ts";

/** All that the organisation decided about its standards, the latest first. */
export const ChangesView = ({ book, address }: { readonly book: StandardsPage; readonly address: string }): Html => (
  <>
    <span class="govuk-caption-l">{book.organisation.name}</span>
    <h1 class="govuk-heading-l">What was changed of the standards</h1>
    <Recomputing run={book.recompute} of={book.organisation.code} then={address} />
    {book.changes.length === 0
      ? <p class="govuk-body pt-measure">Nothing was changed yet: the standards are as they were published. Each change is listed here with who made it, when and why.</p>
      : <ChangesTable changes={book.changes} packs={book.packs} />}
  </>
);

export const ChangesTable = ({ changes, packs }: { readonly changes: readonly NamedChange[]; readonly packs: readonly PackLine[] }): Html => (
  <table class="govuk-table pt-table pt-several-table">
    <caption class="govuk-visually-hidden">Changes, the latest first</caption>
    <thead><tr><th scope="col">What</th><th scope="col">Why</th><th scope="col">By</th><th scope="col">When</th></tr></thead>
    <tbody>
      {changes.map(({ change, reason, byName, at }) => (
        <tr>
          <th scope="row">{changeInWords(change, packs.map(({ pack }) => pack))}</th>
          <td data-label="Why">{reason}</td>
          <td data-label="By">{byName}</td>
          <td data-label="When">{instantInWords(at)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
