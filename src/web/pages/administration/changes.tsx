import type { ChangeLine } from "../../../app/administration/views.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { changeInWords } from "./words.ts";

/** Lines of the audit, the latest first. `about`: whose account each is about is said too. */
export const Changes = ({ changes, about, none }: { readonly changes: readonly ChangeLine[]; readonly about: boolean; readonly none: string }): Html => (changes.length === 0 ? <p class="govuk-body">{none}</p> : (
  <ul class="govuk-list pt-admin-changes">
    {changes.map((line) => (
      <li>{about && line.about !== null ? <><strong>{line.about}</strong>: </> : null}{changeInWords(line)}<br /><span class="pt-small">By {line.by}, {instantInWords(line.at)}</span></li>
    ))}
  </ul>
));
