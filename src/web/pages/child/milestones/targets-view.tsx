import type { MilestonesPage } from "../../../../app/forms/milestones.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { TargetDates } from "../targets/view.tsx";
import { FormFrame } from "./frame.tsx";

/** The target dates of the child, worked out from the record and set for this child alone. */
export const TargetsView = ({ milestones }: { readonly milestones: MilestonesPage }): Html => {
  const { child, may } = milestones;
  return (
    <FormFrame milestones={milestones} page="targets" title="Target dates">
      <p class="govuk-body pt-measure">Timescales are set for each child. What the law, the authority’s standards and the scorecard say for this child is worked out from the record; a target of the child’s own stands beside them.</p>
      {child.targetDates.length === 0 ? <p class="govuk-body">There are no target dates yet. They come with the decision, the placement order and the standards that lead from stage to stage, or when somebody sets one.</p> : <TargetDates child={child} />}
      <IndividualTargets milestones={milestones} />
      {may.answer ? component("govukButton", { text: "Set a target for this child", href: `/children/${child.recordId}/record/individual-target`, classes: "govuk-button--secondary" }) : null}
    </FormFrame>
  );
};

/** Who set each target of the child’s own, when and why. */
export const IndividualTargets = ({ milestones: { child } }: { readonly milestones: MilestonesPage }): Html => (
  <section aria-labelledby="own-targets">
    <h2 class="govuk-heading-m" id="own-targets">Set for this child</h2>
    {child.individualTargets.length === 0 ? <p class="govuk-body">No target has been set for this child alone.</p> : (
      <ul class="govuk-list govuk-list--bullet">
        {child.individualTargets.map((t) => (
          <li>
            {child.standards.get(t.standard)?.title ?? t.standard}: <strong>{dayInWords(t.dueOn)}</strong>, set by {t.setBy} on {dayInWords(t.setOn)}{t.why === null ? "" : `: ${t.why}`}
            {child.may.correct ? <> <a class="govuk-link govuk-link--no-visited-state" href={`/children/${child.recordId}/entries/${t.entry}/correct`}>Change<span class="govuk-visually-hidden"> the target for {child.standards.get(t.standard)?.title ?? t.standard}</span></a></> : null}
          </li>
        ))}
      </ul>
    )}
  </section>
);
