import type { DisclosureRecord } from "../../../app/records/views.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

/** The written record of access given, for paper: the earliest first, with who printed it and when on every page. */
export function DisclosureView({ record }: { readonly record: DisclosureRecord }): Html {
  const { recordId, localId, authority, lines, takenBy, takenOn } = record;
  return (
    <div class="pt-paper pt-disclosure">
      <h1 class="govuk-heading-l pt-paper__title">Disclosure record of <span class="pt-nowrap">{localId}</span></h1>
      <p class="pt-paper__said"><strong>{lines.length === 0 ? "Nothing was disclosed." : `${lines.length.toLocaleString("en-GB")} ${lines.length === 1 ? "line" : "lines"}.`}</strong> Who read the record, who took something of it away, what was released to the birth family, and each step by which an adoptive identity was opened. The earliest first.</p>
      <p class="pt-paper__said">{authority.name}. Made by {takenBy}, on {takenOn}. Kept as the written record of access that regulation 42 of the Adoption Agencies Regulations 2005 asks for.</p>
      <p class="pt-paper__said">Confidential. Keep it with the record.</p>
      <div class="pt-paper__button pt-records-print">
        <span data-prints hidden>{component("govukButton", { text: "Print", type: "button", classes: "govuk-button--secondary pt-button--small", preventDoubleClick: false })}</span>{" "}
        {component("govukButton", { text: "CSV", href: `/records/${recordId}/disclosure.csv`, classes: "govuk-button--secondary pt-button--small" })}
      </div>
      {lines.length === 0 ? null : (
        <div class="pt-paper__scroll" role="region" aria-label="Disclosure record" tabindex={0}>
          <table class="pt-paper__list">
            <caption class="govuk-visually-hidden">Disclosure record of {localId}</caption>
            <thead>
              <tr class="pt-paper__running"><td colspan={5}>Disclosure record of {localId}, {authority.name}. Made by {takenBy}, on {takenOn}. Confidential</td></tr>
              <tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">As what</th><th scope="col">What</th><th scope="col">More</th></tr>
            </thead>
            <tbody>{lines.map((line) => <tr><td>{instantInWords(line.at)}</td><td>{line.who}</td><td>{line.as}</td><td>{line.what}</td><td>{line.more}</td></tr>)}</tbody>
          </table>
        </div>
      )}
    </div>
  );
}
