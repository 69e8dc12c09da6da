import type { Entry } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { causeInWords, detailsInWords, recorderInWords, whenInWords } from "../words.ts";

/** What somebody else saved while this form was open. Below it stands what was typed, to be saved beside it or changed first. */
export const Overtaken = ({ since, names }: { readonly since: readonly Entry[]; readonly names?: ReadonlyMap<string, string> | undefined }): Html => (
  <div class="govuk-error-summary" data-module="govuk-error-summary" id="overtaken">
    <div role="alert">
      <h2 class="govuk-error-summary__title">Somebody saved first</h2>
      <div class="govuk-error-summary__body">
        <p>While you were typing, this was saved on the same record. What you typed is below and is not saved yet. Read theirs, change yours if you need to, and save again.</p>
        <ul class="govuk-list govuk-list--bullet">
          {since.map((e) => (
            <li>
              <strong>{KINDS[e.kind].label}</strong>, {whenInWords(e)}{detailsInWords(e).map(([label, text]) => `; ${label}: ${text}`).join("")}
              {e.cause === undefined ? "" : `. ${causeInWords(e)}`}{e.reason === undefined ? "" : `: ${e.reason}`}
              <br /><span class="pt-small">By {recorderInWords(e.recordedBy, names)}, {instantInWords(e.recordedAt)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  </div>
);
