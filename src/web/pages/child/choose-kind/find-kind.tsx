import type { Html } from "../../../govuk/html.ts";

/** The box that leaves of the list below it (`kinds`) only what matches; shown where scripts run. */
export const FindKind = (): Html => (
  <div class="pt-find-kind" hidden>
    <label class="govuk-label govuk-label--s" for="find-kind">Find it by name</label>
    <div class="govuk-hint" id="find-kind-hint">Any of its names will do, such as SHOBPA, PO or CPR</div>
    <input class="govuk-input govuk-input--width-20" id="find-kind" type="search" autocomplete="off" spellcheck={false} data-filter-list="kinds" aria-describedby="find-kind-hint find-kind-count" />
    <p class="govuk-body-s" id="find-kind-count" role="status"></p>
  </div>
);
