import type { PersonPage } from "../../../../app/administration/views.ts";
import type { DateParts } from "../../../forms/date-input.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { ChangedMeanwhile } from "../fields.tsx";
import { LeavesBehind } from "./leaves-behind.tsx";
import { personPath } from "./query.ts";

interface Props {
  readonly page: PersonPage;
  readonly site: string;
  readonly typed: DateParts;
  readonly errors: readonly FieldError[];
  readonly overtaken: boolean;
}

/** From which day somebody is no longer here, and what they leave behind. */
export const LeaveView = ({ page, site, typed, errors, overtaken }: Props): Html => (
  <>
    <ErrorSummary errors={errors} />
    <ChangedMeanwhile shown={overtaken} what="Somebody else changed this person while you were at it." />
    <span class="govuk-caption-l">{page.person.name}</span>
    <h1 class="govuk-heading-l">They leave</h1>
    <LeavesBehind page={page} site={site} />
    <p class="govuk-body">Nothing that they wrote is deleted, and their name stays on it. Until somebody else is given their children, the work is on the desks of the managers.</p>
    <form method="post" action={personPath(page.person.account, "leave")} novalidate>
      <input type="hidden" name="basedOn" value={page.version} />
      <DateInput id="leftOn" legend="The first day that they are no longer here" hint="From this day they cannot sign in. Today signs them out at once. For example, 27 3 2026" value={typed} error={errors.find(({ id }) => id === "leftOn-day")?.text} />
      <div class="govuk-button-group">
        {component("govukButton", { text: "Save", preventDoubleClick: true })}
        <a class="govuk-link" href={personPath(page.person.account)}>Cancel</a>
      </div>
    </form>
  </>
);
