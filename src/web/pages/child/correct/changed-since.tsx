import type { Html } from "../../../govuk/html.ts";

/** An old link to the form of an entry that is no longer in force: nobody typed anything, so nothing is given back. */
export const ChangedSinceView = ({ chronology }: { readonly chronology: string }): Html => (
  <>
    <h1 class="govuk-heading-l">This entry has been corrected or withdrawn since</h1>
    <p class="govuk-body">It is no longer what the record says, so it cannot be changed here.</p>
    <p class="govuk-body"><a class="govuk-link" href={chronology}>See what the chronology says now</a></p>
  </>
);
