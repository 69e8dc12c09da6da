import { openAdoptiveList } from "../../../app/identity/adoptive-pages.ts";
import { instantInWords } from "../../../app/london-time.ts";
import { canBeSealed } from "./list-view.tsx";
import type { DeskSection } from "../work/sections.tsx";

/** On the desks of those who may agree that what is behind the wall is opened: how many requests wait for them, and what of theirs was agreed. */
export const adoptiveSection: DeskSection = {
  roles: ["adoption-records", "service-manager", "assistant-director"],
  open: async (c) => {
    const list = await openAdoptiveList(c.get("deps").app, c.get("person"));
    const waiting = list?.requests.filter(({ whyNotDecide }) => whyNotDecide === null).length ?? 0;
    const agreed = list?.requests.filter(({ mine, standing }) => mine && standing === "agreed").length ?? 0;
    const ready = (list?.sealing ?? []).filter(({ state }) => canBeSealed(state)).length;
    const said = [
      waiting === 0 ? "" : `${waiting} ${waiting === 1 ? "request waits" : "requests wait"} for a second person’s agreement.`,
      agreed === 0 ? "" : `${agreed === 1 ? "One of your requests is" : `${agreed} of your requests are`} agreed.`,
      ready === 0 ? "" : `${ready} ${ready === 1 ? "record" : "records"} can be sealed.`,
    ].filter((part) => part !== "");
    return said.length === 0 ? null : (
      <section aria-labelledby="adoptive-section">
        <h2 class="govuk-heading-m" id="adoptive-section">Adoption records</h2>
        <p class="govuk-body">{said.join(" ")} <a class="govuk-link" href="/adoptive">See adoption records</a></p>
      </section>
    );
  },
};

const MOST_NAMED = 5;

/** On the desks of those who may agree to a release: what waits to be read by a second person. */
export const releaseSection: DeskSection = {
  roles: ["family-finder", "business-support", "team-manager", "service-manager", "adoption-records"],
  open: async (_c, asks) => {
    const waiting = await asks.releases();
    return waiting.length === 0 ? null : (
      <section aria-labelledby="release-section">
        <h2 class="govuk-heading-m" id="release-section">To go to a birth family: {waiting.length}</h2>
        <ul class="govuk-list">
          {waiting.slice(0, MOST_NAMED).map(({ id, recordId, localId, what, askedByName, askedAt }) => (
            <li><a class="govuk-link govuk-link--no-visited-state" href={`/children/${recordId}/release/${id}`}>{localId}: {what}</a>, asked by {askedByName}, {instantInWords(askedAt)}</li>
          ))}
        </ul>
        {waiting.length > MOST_NAMED ? <p class="govuk-body">And {waiting.length - MOST_NAMED} more after these.</p> : null}
      </section>
    );
  },
};
