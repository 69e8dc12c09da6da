import { PROFILE_STATES, type ProfileState } from "../../../../domain/chronology/codes.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { isShown, SHOWN_STATES } from "../../../../domain/profile/guards.ts";
import type { Profile } from "../../../../domain/profile/profile.ts";
import type { Html } from "../../../govuk/html.ts";

const STEPS: readonly ProfileState[] = ["draft", ...SHOWN_STATES];

/** Who sees it in a state, in the fewest words. */
const SEEN_BY: Readonly<Record<ProfileState, string>> = {
  "draft": "Seen by nobody",
  "own-region-anonymous": "Our own region’s adopters, without who the child is",
  "own-region": "Our own region’s adopters",
  "national": "All approved adopters",
  "withdrawn": "Seen by nobody any more",
};

/** The states in the order in which a profile opens: which it is in, and of each other whether it is open. */
export const ProfilePicture = ({ profile }: { readonly profile: Profile }): Html => (
  <ol class="pt-profile" aria-label="Who may see the profile, from nobody to all">
    {[...STEPS, "withdrawn" as const].map((state) => {
      const { tone, words } = stepOf(profile, state);
      return (
        <li class={`pt-profile__step pt-profile__step--${tone}`} aria-current={tone === "now" ? "step" : undefined}>
          <span class="pt-profile__state">{PROFILE_STATES[state]}</span>
          <span class="pt-profile__who">{SEEN_BY[state]}</span>
          <span class="pt-profile__words">{words}</span>
        </li>
      );
    })}
  </ol>
);

function stepOf(profile: Profile, state: ProfileState): { readonly tone: "now" | "passed" | "open" | "closed"; readonly words: string } {
  if (state === profile.state) return { tone: "now", words: profile.since === undefined ? "Now" : `Now, since ${dayInWords(profile.since)}` };
  if (!isShown(state)) return { tone: "passed", words: state === "draft" ? "Before it is shown" : "When no family is looked for" };
  const opening = profile.openings.find(({ to }) => to === state);
  return opening?.holds === true ? { tone: "open", words: "Open: may be shown so" } : { tone: "closed", words: "Not open yet" };
}
