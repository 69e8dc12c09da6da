import type { TrackerLine } from "../../../app/views.ts";
import { PROFILE_STATES } from "../../../domain/chronology/codes.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { BREACHES } from "../../../domain/profile/breach.ts";
import type { Html } from "../../govuk/html.ts";

/** Who may see the profile and since when; first what is wrong, where it is shown further than it may be. */
export function ProfileCell({ recordId, profile }: Pick<TrackerLine, "recordId" | "profile">): Html {
  if (profile === null) return <span class="pt-tracker__quiet">{PROFILE_STATES.draft}</span>;
  const { state, since, breach } = profile;
  return (
    <>
      {breach === null ? null : <><a class="pt-status pt-status--late" href={`/children/${recordId}/profile`}>{BREACHES[breach]}</a>{" "}</>}
      {PROFILE_STATES[state]}<span class="pt-tracker__quiet">since {dayInWords(since)}</span>
    </>
  );
}
