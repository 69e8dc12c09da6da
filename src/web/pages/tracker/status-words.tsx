import type { Html } from "../../govuk/html.ts";
import { TRACKER_STATUSES, type TrackerStatus } from "../../../domain/tracker/view.ts";

const MEANING: Readonly<Record<TrackerStatus, string>> = {
  "late": "Something is past the day it was due; the status says by how many days the longest overdue is.",
  "due-soon": "Nothing is late, and something is due within 14 days.",
  "on-track": "Nothing is late or due within 14 days. Beside a scorecard count that is over its threshold it reads “Nothing due late”, and says which count is over.",
  "not-recorded": "What would show whether things were done is not in what we were given, a 903 return for example. This is neither late nor on track: it is not known until somebody records it. So it is too of a child of whom neither coming into care nor a plan is recorded, and nothing runs.",
  "ended": "The child was adopted or left care, and nothing is awaited any more.",
};

/** The words of the status column, explained. */
export const StatusWords = (): Html => (
  <details class="govuk-details pt-statuses">
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">What the status words mean</span></summary>
    <div class="govuk-details__text">
      <dl>{(Object.keys(MEANING) as TrackerStatus[]).map((status) => <><dt>{TRACKER_STATUSES[status]}</dt><dd>{MEANING[status]}</dd></>)}</dl>
    </div>
  </details>
);
