import type { ProfilePage } from "../../../../app/profile/open.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { PROFILE_STATES } from "../../../../domain/chronology/codes.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Guard } from "../../../../domain/profile/guards.ts";
import type { Opening, Profile } from "../../../../domain/profile/profile.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { recorderInWords } from "../words.ts";
import type { TypedMove } from "./form.ts";
import { MoveForm } from "./move-form.tsx";
import { ProfilePicture } from "./picture.tsx";

export interface ProfileProps {
  readonly child: ChildPage;
  readonly page: ProfilePage;
  readonly typed: TypedMove;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** Who may see a child’s profile: how it stands, what opens next and what is missing, how it came about, and the form that changes it. */
export function ProfileView(props: ProfileProps): Html {
  const { child, page: { profile, moves }, errors, since } = props;
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <h1 class="govuk-heading-l">Who may see the profile of {child.localId}</h1>
      <p class="govuk-body pt-measure">The profile itself is kept where families are looked for. Here it stands who may see it, since when, and what has to be so before more people do.</p>
      <Breach profile={profile} />
      <ProfilePicture profile={profile} />
      <p class="govuk-body"><strong>{PROFILE_STATES[profile.state]}.</strong> {profile.why}.</p>
      <Next profile={profile} child={child} />
      <Leaving {...props} />
      <History profile={profile} child={child} />
      {moves.length === 0 ? null : <MoveForm {...props} />}
    </>
  );
}

const Breach = ({ profile: { breach } }: { readonly profile: Profile }): Html | null =>
  breach === undefined ? null : component("govukWarningText", {
    iconFallbackText: "Warning",
    html: <>{breach.words}. {breach.guard.words}. Close it where it is shown and say so here, or put right what is missing.</>,
  });

/** Every state that is still ahead, with each thing it asks and whether it is so. */
function Next({ profile: { state, openings }, child }: { readonly profile: Profile; readonly child: ChildPage }): Html | null {
  const at = openings.findIndex(({ to }) => to === state);
  const ahead = openings.slice(at + 1);
  if (ahead.length === 0) return null;
  return (
    <section aria-labelledby="next-heading">
      <h2 class="govuk-heading-m" id="next-heading">What opens next</h2>
      <div class="pt-profile-next">{ahead.map((opening) => <OneOpening opening={opening} child={child} />)}</div>
    </section>
  );
}

const OneOpening = ({ opening: { to, guards, holds }, child }: { readonly opening: Opening; readonly child: ChildPage }): Html => (
  <section class="pt-profile-next__one" aria-labelledby={`next-${to}`}>
    <h3 class="govuk-heading-s" id={`next-${to}`}>{PROFILE_STATES[to]}: {holds ? "open" : "not open yet"}</h3>
    <ul class="govuk-list pt-guards">{guards.map((guard) => <li class={`pt-guard pt-guard--${guard.holds ? "holds" : "missing"}`}><strong>{guard.holds ? "Yes" : "Missing"}</strong> {guardInWords(guard, child)}</li>)}</ul>
  </section>
);

const guardInWords = ({ code, holds, words, entry }: Guard, child: ChildPage): string =>
  code === "interagency" && holds && entry !== undefined ? `${words}, by ${String(entry.detail["evidenceBy"] ?? recorderInWords(entry.recordedBy, child.workerNames))}` : words;

/** What may be taken away, and what is left out of it. */
function Leaving({ page: { leaving }, child }: ProfileProps): Html | null {
  if (leaving === undefined) return null;
  const base = `/children/${child.recordId}/profile`;
  return (
    <section aria-labelledby="leaving-heading">
      <h2 class="govuk-heading-m" id="leaving-heading">Take away who it is of</h2>
      <p class="govuk-body pt-measure">{leaving.identified ? "The child is named in it, because a placement order or a parent’s consent stands and the profile is shown so." : <>Nothing in it says who the child is: here they are called <strong>{leaving.called}</strong>, with an age that fits many children.</>} Taking it is written down.</p>
      <p class="govuk-body"><a class="govuk-link" href={`${base}.txt`} download>Plain text</a> <span class="pt-quiet">or</span> <a class="govuk-link" href={`${base}.csv`} download>CSV</a></p>
    </section>
  );
}

const History = ({ profile: { history }, child }: { readonly profile: Profile; readonly child: ChildPage }): Html => (
  <section aria-labelledby="history-heading">
    <h2 class="govuk-heading-m" id="history-heading">How it came about</h2>
    {history.length === 0 ? <p class="govuk-body">It was never shown to anybody.</p> : (
      <StackedTable
        caption="Who could see the profile, and since when" heads={["Since", "Who may see it", "Why", "Said by"]}
        rows={history.toReversed().map(({ since, state, why, by }) => [dayInWords(since), PROFILE_STATES[state], why, by === undefined ? "Of itself" : recorderInWords(by.recordedBy, child.workerNames)])}
      />
    )}
  </section>
);
