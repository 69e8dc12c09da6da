import { type Role, ROLES } from "../../../domain/access/role.ts";
import { may } from "../../../domain/access/policy.ts";
import { counted } from "../../../domain/words.ts";
import type { DeskSection } from "../work/sections.tsx";
import { ActionsTable } from "./list-view.tsx";

/** As many as stand on a desk; the rest is a page away. */
const SHOWN = 5;

/** On the desk of everybody who may have taken an action on at a meeting: those to be done, overdue first. */
export const actionsSection: DeskSection = {
  roles: (Object.keys(ROLES) as Role[]).filter((role) => may(role, "answer-meeting").allowed),
  open: async (_c, asks) => {
    const lines = await asks.actions();
    if (lines.length === 0) return null;
    const late = lines.filter(({ action }) => action.state === "late").length;
    return (
      <section aria-labelledby="actions-section">
        <h2 class="govuk-heading-m" id="actions-section">Actions from meetings</h2>
        <p class="govuk-body">{counted(lines.length, "action")} {lines.length === 1 ? "is" : "are"} yours to do{late === 0 ? "" : `, ${late} late`}. <a class="govuk-link" href="/actions">See actions</a></p>
        <ActionsTable lines={lines.slice(0, SHOWN)} caption="Actions from meetings, overdue first" mine />
      </section>
    );
  },
};
