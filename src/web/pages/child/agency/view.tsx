import type { ChildPage } from "../../../../app/views.ts";
import { ADOPTION_FUNCTIONS } from "../../../../domain/agency/functions.ts";
import { type Difference, type DifferenceSide } from "../../../../domain/agency/differences.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import type { TypedAgency } from "./form.ts";
import { DatesPart, NotesPart } from "./own.tsx";
import { DifferencesPart } from "./settle.tsx";

export interface AgencyProps {
  readonly child: ChildPage;
  readonly differences: readonly Difference[];
  readonly side: DifferenceSide;
  readonly may: { readonly keep: boolean; readonly settle: boolean };
  readonly typed: TypedAgency | undefined;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** What the regional agency keeps of its own on the shared record, and where its dates and the authority’s differ. */
export function AgencyView({ child, differences, side, may, typed, errors, since }: AgencyProps): Html {
  const shown = { child, differences, side, typed, errors };
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId}{child.agency === null ? "" : ` · ${child.agency.organisation.name}`}</span>
      <h1 class="govuk-heading-l">The regional agency’s record</h1>
      <Standing child={child} />
      <DifferencesPart {...shown} may={may.settle} />
      <DatesPart {...shown} may={may.keep} />
      <NotesPart {...shown} may={may.keep} />
    </>
  );
}

/** One record for both: who sees it, and who does what. */
function Standing({ child: { agency, authority, given, recordId } }: { readonly child: ChildPage }): Html {
  if (agency === null) return <p class="govuk-body pt-measure">{authority.name} has no agreement with a regional agency now. What was kept stays here.</p>;
  const { functions } = agency.agreement;
  return (
    <>
      <p class="govuk-body pt-measure">{authority.name} and {agency.organisation.name} work on one record. The agency keeps its own dates and notes here, beside the authority’s; each sees both.{agency.shares ? "" : " As this child now stands, the agreement does not share them: the agency sees nothing of the record."}</p>
      <p class="govuk-body pt-measure">{functions.length === 0 ? "The authority does all of the adoption work itself." : <>The agency does for the authority: {functions.map((code) => ADOPTION_FUNCTIONS[code].label.toLowerCase()).join("; ")}.{given !== undefined && given.length > 0 ? <> What belongs to that you <a class="govuk-link" href={`/children/${recordId}/record`}>record on the record itself</a>, and it counts for the clocks.</> : null}</>}</p>
    </>
  );
}
