import { openDiffering, WHO_SETTLES } from "../../../app/agency/differing.ts";
import type { DeskSection } from "../work/sections.tsx";

const SHOWN = 8;

/** On the lists of both sides: the children of whom the agency’s date of something and the authority’s differ. */
export const differencesSection: DeskSection = {
  roles: WHO_SETTLES,
  open: async (c) => {
    const person = c.get("person");
    const { rows, total } = await openDiffering(c.get("deps").app, person, [person.role], SHOWN);
    return total === 0 ? null : (
      <section aria-labelledby="differences-section">
        <h2 class="govuk-heading-m" id="differences-section">Dates that differ</h2>
        <p class="govuk-body">{total === 1 ? "Of 1 child" : `Of ${total} children`} the agency’s date of something is another than the authority’s, and it waits for you to settle: {rows.map(({ recordId, localId }, i) => <>{i > 0 ? ", " : ""}<a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}/agency`}>{localId}</a></>)}{total > rows.length ? ` and ${total - rows.length} more` : ""}. <a class="govuk-link" href="/tracker?differs=yes">See them in the tracker</a></p>
      </section>
    );
  },
};
