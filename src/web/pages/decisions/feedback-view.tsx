import type { FeedbackLine } from "../../../app/decisions/views.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";

/** What the decision-maker said back, the last first. */
export const FeedbackList = ({ lines }: { readonly lines: readonly FeedbackLine[] }): Html =>
  lines.length === 0 ? <p class="govuk-body">None yet. The decision-maker may give some with each decision.</p> : (
    <ul class="govuk-list">
      {lines.map(({ recordId, localId, entry, by }) => (
        <li><a class="govuk-link" href={`/children/${recordId}/chronology#entry-${entry.number}`}>{localId}</a>, {dayInWords(entry.happenedOn)}, {by}: {String(entry.detail["feedback"])}</li>
      ))}
    </ul>
  );

export const FeedbackView = ({ lines }: { readonly lines: readonly FeedbackLine[] }): Html => (
  <>
    <h1 class="govuk-heading-l">Feedback from the agency decision-maker</h1>
    <p class="govuk-body">What fieldwork, adoption and the reviewing service are to learn, given with a decision.</p>
    <FeedbackList lines={lines} />
  </>
);
