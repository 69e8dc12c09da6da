import type { DeskSection } from "../work/sections.tsx";
import { challengesInWords } from "./list-view.tsx";

/** On the lists of those who raise challenges and those who answer them: how many are open, and how many wait for them. */
export const challengesSection: DeskSection = {
  roles: ["reviewing-officer", "team-manager", "service-manager", "assistant-director"],
  open: async (_c, asks) => {
    const challenges = await asks.challenges();
    return challenges === undefined || challenges.open.length === 0 ? null : (
      <section aria-labelledby="challenges-section">
        <h2 class="govuk-heading-m" id="challenges-section">Challenges</h2>
        <p class="govuk-body">{challengesInWords(challenges)} <a class="govuk-link" href="/challenges">See challenges</a></p>
      </section>
    );
  },
};
