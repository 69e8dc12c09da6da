import type { ChildPage } from "../../../../app/views.ts";
import { actionsIn, decidedOf, decisionsIn, isOpenAction, isUnanswered } from "../../../../domain/meetings/actions.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { isNow } from "../../../as-at/as-at.ts";

/** Beside a child’s line: what meetings decided last, what is still to be done of it, and where all of it stands. */
export function MeetingsSide({ child }: { readonly child: ChildPage }): Html | null {
  const met = decidedOf(child.case, child.today);
  const [last] = met;
  if (last === undefined) return null;
  const open = actionsIn(child.case, child.today).filter(isOpenAction);
  const late = open.filter(({ state }) => state === "late").length;
  const waiting = decisionsIn(child.case).filter(isUnanswered).length;
  return (
    <section>
      <h2 class="govuk-heading-s">What meetings decided, and what became of it</h2>
      <p class="govuk-body-s">
        {counted(met.length, "meeting")}, the last on {dayInWords(last.on)}. {open.length === 0 ? "No action is open" : `${counted(open.length, "action")} to be done`}{late === 0 ? "" : <>, <span class="pt-status pt-status--late">{late} late</span></>}.
        {waiting === 0 ? "" : ` ${counted(waiting, "recommendation")} ${waiting === 1 ? "waits" : "wait"} for an answer.`}
      </p>
      {isNow(child.asAt) ? <p class="govuk-body-s"><a class="govuk-link" href={`/children/${child.recordId}/meetings`}>See each meeting</a></p> : null}
    </section>
  );
}
