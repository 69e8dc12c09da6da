import { begunForms } from "../../../app/forms/milestones.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { DeskSection } from "../work/sections.tsx";
import { formsInWords } from "./view.tsx";

/** On business support’s and the tracking administrator’s: the forms to open, chase and close. */
export const formsSection: DeskSection = {
  roles: ["business-support", "tracking-administrator"],
  open: async (_c, asks) => {
    const forms = await asks.forms();
    if (forms === undefined) return null;
    const { packs, open, close } = forms.lists;
    const first = packs.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null;
    return (
      <section aria-labelledby="forms-section">
        <h2 class="govuk-heading-m" id="forms-section">Milestones forms</h2>
        <p class="govuk-body">
          {packs.length + open.length + close.length === 0 ? "No form waits to be opened or closed, and no pack is out." : `${formsInWords(forms)} Packs not back: ${packs.length}${first === null ? "" : `, the first due ${dayInWords(first)}`}; to open: ${open.length}; to close: ${close.length}.`}
          {" "}<a class="govuk-link" href="/forms">Open milestones forms</a>
        </p>
      </section>
    );
  },
};

const SHOWN = 5;

/** On everybody’s who records: the forms that they have begun and not finished. */
export const begunSection: DeskSection = {
  roles: ["social-worker", "family-finder", "business-support", "tracking-administrator", "team-manager", "service-manager", "reviewing-officer", "decision-maker"],
  open: async (c) => {
    const begun = await begunForms(c.get("deps").app, c.get("person"));
    return begun.length === 0 ? null : (
      <section aria-labelledby="begun-section">
        <h2 class="govuk-heading-m" id="begun-section">Milestones forms you have begun and not finished: {begun.length}</h2>
        <ul class="govuk-list">
          {begun.slice(0, SHOWN).map(({ recordId, localId, changedAt }) => <li><a class="govuk-link" href={`/children/${recordId}/milestones`}>{localId}</a>, kept {instantInWords(changedAt)}</li>)}
        </ul>
      </section>
    );
  },
};
