import { planActionsMine } from "../../../../app/plan/open-plan.ts";
import { reportsDue } from "../../../../app/plan/register.ts";
import { may } from "../../../../domain/access/policy.ts";
import { type Role, ROLES } from "../../../../domain/access/role.ts";
import { isOverdue } from "../../../../domain/scorecard/plan/plan.ts";
import { dueInWords } from "../../../../domain/scorecard/plan/standing.ts";
import { counted } from "../../../../domain/words.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import type { DeskSection } from "../../work/sections.tsx";
import { PLAN, PlanStatus, yoursInWords } from "./view.tsx";

/** As many as stand on a desk; the rest is a page away. */
const SHOWN = 5;

/** On the desk of whoever makes regular reports: what is due, and what is late. */
export const regularSection: DeskSection = {
  roles: (Object.keys(ROLES) as Role[]).filter((role) => may(role, "see-scorecard").allowed),
  open: async (c) => {
    const due = await reportsDue(c.get("deps").app, c.get("person"));
    if (due.length === 0) return null;
    const late = due.filter(({ state }) => state === "late").length;
    return (
      <section aria-labelledby="regular-section">
        <h2 class="govuk-heading-m" id="regular-section">Regular reports</h2>
        <p class="govuk-body">{counted(due.length, "report")} {due.length === 1 ? "is" : "are"} yours to make{late === 0 ? "" : `, ${late} late`}. <a class="govuk-link" href="/scorecard/regular">See regular reports</a></p>
      </section>
    );
  },
};

/** On the desk of everybody who may own an action of the plan: theirs that are open, overdue first. */
export const planSection: DeskSection = {
  roles: (Object.keys(ROLES) as Role[]).filter((role) => { const answer = may(role, "follow-meetings"); return answer.allowed && answer.reach !== "agreement"; }),
  open: async (c) => {
    const { app } = c.get("deps");
    const actions = await planActionsMine(app, c.get("person"));
    if (actions.length === 0) return null;
    const overdue = actions.filter(isOverdue).length;
    return (
      <section aria-labelledby="plan-section">
        <h2 class="govuk-heading-m" id="plan-section">Action plan</h2>
        <p class="govuk-body">{counted(actions.length, "action")} of the plan {actions.length === 1 ? "is" : "are"} yours{overdue === 0 ? "" : `, ${overdue} overdue`}. <a class="govuk-link" href={PLAN}>See the plan</a></p>
        <StackedTable
          caption="Your actions of the plan, overdue first" heads={["Action", "By when", "How it stands"]}
          rows={actions.slice(0, SHOWN).map((action) => [<><a class="govuk-link govuk-link--no-visited-state" href={`${PLAN}/actions/${action.id}`}>{action.what}</a>{action.covers === null ? null : <><br /><span class="pt-quiet">{yoursInWords(action.covers)}</span></>}</>, dueInWords(action), <PlanStatus action={action} />])}
        />
      </section>
    );
  },
};
