import type { StoryToOpen } from "../../../app/list-stories.ts";
import type { Html } from "../../govuk/html.ts";

interface Props {
  readonly stories: readonly StoryToOpen[];
}

/** What each named story shows, and its children to open. */
export const StoriesView = ({ stories }: Props): Html => (
  <>
    <h1 class="govuk-heading-l">Stories to look at</h1>
    <p class="govuk-body pt-measure">
      These invented children were made to show one thing each. You see the stories whose children your role lets you open; sign out and be somebody else for the others.
    </p>
    {stories.length === 0 ? <p class="govuk-body">None of the stories is about a child you may see. A team manager sees those of their authority.</p> : (
      <dl class="govuk-summary-list pt-measure">
        {stories.map(({ shows, children }) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">
              {children.map(({ localId, recordId }) => <p class="govuk-!-margin-0"><a class="govuk-link govuk-link--no-visited-state" href={`/children/${recordId}`}>{localId}</a></p>)}
            </dt>
            <dd class="govuk-summary-list__value">{shows}</dd>
          </div>
        ))}
      </dl>
    )}
  </>
);
