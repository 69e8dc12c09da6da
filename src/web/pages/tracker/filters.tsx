import { TRACKER_STATUSES, type TrackerPage } from "../../../app/views.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

/** Search and filters: a plain form that puts the view in the address. Going back shows what the address says, not what was last chosen. */
export function Filters({ tracker: { query, authorities } }: { readonly tracker: TrackerPage }): Html {
  const small = "govuk-label--s pt-filters__label";
  return (
    <form class="pt-filters" method="get" autocomplete="off" action="/tracker" role="search" aria-label="Children">
      {query.stage === undefined ? null : <input type="hidden" name="stage" value={query.stage} />}
      {query.sort === undefined ? null : <input type="hidden" name="sort" value={query.sort} />}
      {component("govukInput", {
        id: "find", name: "find", value: query.localId ?? "", label: { text: "Local id", classes: small },
        classes: "govuk-input--width-10", type: "search", autocomplete: "off", spellcheck: false, formGroup: { classes: "pt-filters__field" },
      })}
      {component("govukSelect", {
        id: "status", name: "status", label: { text: "Status", classes: small }, formGroup: { classes: "pt-filters__field" },
        items: [{ value: "", text: "Any" }, ...Object.entries(TRACKER_STATUSES).map(([value, text]) => ({ value, text, selected: query.status === value }))],
      })}
      {authorities.length < 2 ? null : component("govukSelect", {
        id: "authority", name: "authority", label: { text: "Authority", classes: small }, formGroup: { classes: "pt-filters__field" },
        items: [{ value: "", text: "All" }, ...authorities.map(({ code, name }) => ({ value: code, text: name, selected: query.authority === code }))],
      })}
      {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
    </form>
  );
}
