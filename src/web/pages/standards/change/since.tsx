import type { NamedChange, StandardsPage } from "../../../../app/standards/views.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { changeInWords } from "../words.ts";

/** What another lead changed while this one was typing. What was typed is kept, and not saved yet. */
export const ChangedSince = ({ since, book }: { readonly since: readonly NamedChange[]; readonly book: StandardsPage }): Html | null => (
  since.length === 0 ? null : (
    <div class="govuk-error-summary" data-module="govuk-error-summary" id="overtaken">
      <div role="alert">
        <h2 class="govuk-error-summary__title">Somebody changed the standards first</h2>
        <div class="govuk-error-summary__body">
          <p>While you were at it, this was saved. What you typed is kept and nothing of it is saved yet. What it would change now is worked out again: check it, and save again.</p>
          <ul class="govuk-list govuk-list--bullet">
            {since.map(({ change, number, reason, byName, at }) => (
              <li><strong>{changeInWords(change, book, number)}</strong>: {reason}<br /><span class="pt-small">By {byName}, {instantInWords(at)}</span></li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
);
