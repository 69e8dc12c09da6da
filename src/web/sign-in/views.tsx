import { ROLES } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { Html } from "../govuk/html.ts";
import { component } from "../govuk/macros.ts";
import type { Provider } from "./provider-settings.ts";

export const NOTES = {
  "kept": "You were signed out before your form was saved. What you typed is kept for you for a day: sign in as the same person, and you can send it again.",
  "not-sent": "You were signed out before that was done, and nothing has been changed. Sign in and do it again.",
  "elsewhere": "Your connection has changed to another network since you signed in, so please sign in again. If you have not moved, tell your IT service: somebody may have copied your session.",
  "ended": "You have been signed out.",
  "signed-out-there": "You are signed out of your organisation, so you are signed out here too.",
} as const;
export type Note = keyof typeof NOTES;

interface SignInProps {
  readonly providers: readonly Provider[];
  readonly then: string;
  readonly note: Note | undefined;
  readonly emergency: boolean;
}

const withThen = (path: string, then: string): string => (then === "/" ? path : `${path}?${new URLSearchParams({ then })}`);

export const ProvidersView = ({ providers, then, note, emergency }: SignInProps): Html => (
  <>
    {note === undefined ? null : component("govukNotificationBanner", { titleText: "Signed out", html: <p class="govuk-notification-banner__heading">{NOTES[note]}</p> })}
    <h1 class="govuk-heading-l">Sign in</h1>
    <p class="govuk-body pt-measure">Use the account you have at work. You sign in to your own organisation, which tells us who you are; your password never comes here.</p>
    <ul class="govuk-list">
      {providers.map(({ id, name }) => (
        <li>{component("govukButton", { href: withThen(`/sign-in/${id}`, then), text: `Sign in with ${name}` })}</li>
      ))}
    </ul>
    {emergency ? <p class="govuk-body"><a class="govuk-link" href={withThen("/sign-in/emergency", then)}>Emergency access</a>, for the day on which no sign-in answers</p> : null}
  </>
);

export const NotSignedInView = ({ sentence, reference }: { readonly sentence: string; readonly reference: string }): Html => (
  <>
    <h1 class="govuk-heading-l">You are not signed in</h1>
    <p class="govuk-body">{sentence}.</p>
    <p class="govuk-body">If you ask for help, give this reference: <strong>{reference}</strong></p>
    <p class="govuk-body"><a class="govuk-link" href="/sign-in">Back to signing in</a></p>
  </>
);

export const TwoPeopleView = ({ signedIn, sentence }: { readonly signedIn: Person; readonly sentence: string }): Html => (
  <>
    <h1 class="govuk-heading-l">Somebody else is signed in here</h1>
    <p class="govuk-body">{sentence}.</p>
    <p class="govuk-body">Signed in now: {signedIn.name}, {ROLES[signedIn.role].toLowerCase()}, {signedIn.organisation.name}.</p>
    <form method="post" action="/sign-out">{component("govukButton", { text: `Sign ${signedIn.name} out` })}</form>
    <p class="govuk-body"><a class="govuk-link" href="/">Go on as {signedIn.name}</a></p>
  </>
);

export const LeavingView = ({ name, href }: { readonly name: string; readonly href: string }): Html => (
  <>
    <h1 class="govuk-heading-l">You are signed out of Permanence Tracker</h1>
    <p class="govuk-body">You are being signed out of {name} too. If nothing happens, <a class="govuk-link" href={href}>sign out of {name}</a>.</p>
  </>
);

export const SignedOutView = (): Html => (
  <>
    <h1 class="govuk-heading-l">You are signed out</h1>
    <p class="govuk-body">You are signed out here, and on any other device on which you were signed in to Permanence Tracker.</p>
    <p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in again</a></p>
  </>
);
