import type { ChildPage } from "../../../../app/views.ts";
import { PROFILE_STATES } from "../../../../domain/chronology/codes.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { profileOf } from "../../../../domain/profile/profile.ts";
import type { Html } from "../../../govuk/html.ts";

/** Who may see the child’s profile, and whether it is shown further than it may be. */
export function ProfileSide({ child: { case: c, today, recordId } }: { readonly child: ChildPage }): Html {
  const { state, since, breach } = profileOf(c, today);
  return (
    <section>
      <h2 class="govuk-heading-s">Profile</h2>
      {breach === undefined ? null : <p class="govuk-body-s"><span class="pt-status pt-status--late">{breach.words}</span></p>}
      <p class="govuk-body-s">{PROFILE_STATES[state]}{since === undefined ? "" : `, since ${dayInWords(since)}`}. <a class="govuk-link" href={`/children/${recordId}/profile`}>See who may see it</a></p>
    </section>
  );
}
