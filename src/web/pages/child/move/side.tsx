import type { ChildPage } from "../../../../app/views.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { openOf } from "../../../../domain/permanence/moments.ts";
import type { Html } from "../../../govuk/html.ts";
import { packIds } from "../../several/ticked.ts";

/** Where the child came from, and where those who may offer the child to another authority do. */
export function MoveSide({ child: { case: c, may, recordId } }: { readonly child: ChildPage }): Html | null {
  const came = c.of("came-from-authority").at(-1);
  if (came === undefined && may.move !== true) return null;
  return (
    <section>
      <h2 class="govuk-heading-s">Authority</h2>
      {came === undefined ? null : <p class="govuk-body-s">Taken over from another authority on {dayInWords(came.happenedOn)}.</p>}
      {came === undefined || may.move !== true || openOf(c, "allocated-worker") !== undefined ? null : (
        <p class="govuk-body-s">Nobody here has the child yet: <a class="govuk-link" href={`/team/reassign?${new URLSearchParams({ children: packIds([recordId]), track: "allocated-worker", from: "/tracker" })}`}>give them a worker</a> and <a class="govuk-link" href={`/children/${recordId}/record/responsible-team`}>a team</a>.</p>
      )}
      {may.move === true ? <p class="govuk-body-s"><a class="govuk-link" href={`/children/${recordId}/move`}>Move to another authority</a></p> : null}
    </section>
  );
}
