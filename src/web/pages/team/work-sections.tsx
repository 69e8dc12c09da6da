import { openService } from "../../../app/team/open-service.ts";
import { openTeam } from "../../../app/team/open-team.ts";
import type { DeskSection } from "../work/sections.tsx";
import { nextForTeam } from "./next.tsx";

/** On a team manager’s own list: how much of the team’s is late, and what to do about it first. */
export const teamSection: DeskSection = {
  roles: ["team-manager"],
  open: async (c) => {
    const team = await openTeam(c.get("deps").app, c.get("person"));
    return team === undefined ? null : (
      <section aria-labelledby="team-section">
        <h2 class="govuk-heading-m" id="team-section">My team</h2>
        <p class="govuk-body">{nextForTeam(team)} {team.totals.late.toLocaleString("en-GB")} late and {team.totals.week.toLocaleString("en-GB")} due in 7 days, whoever has them. <a class="govuk-link" href="/team">See the team</a></p>
      </section>
    );
  },
};

/** On a service manager’s: what waits for them and what went late since last week. */
export const serviceSection: DeskSection = {
  roles: ["service-manager"],
  open: async (c) => {
    const service = await openService(c.get("deps").app, c.get("person"));
    if (service === undefined) return null;
    const { interagency, extensions, changed, challenges } = service;
    const waiting = interagency.length + extensions.length + challenges.mine.length;
    return (
      <section aria-labelledby="service-section">
        <h2 class="govuk-heading-m" id="service-section">My service</h2>
        <p class="govuk-body">{waiting === 0 ? "Nothing waits for your decision." : `${waiting} ${waiting === 1 ? "thing waits" : "things wait"} for your decision.`} {changed.newlyLate.toLocaleString("en-GB")} went late since last week. <a class="govuk-link" href="/service">See the service</a></p>
      </section>
    );
  },
};
