import type { Html } from "../govuk/html.ts";

interface Props {
  readonly session: { readonly left: number; readonly emergency: boolean } | undefined;
}

/** What every page of somebody signed in carries of their session: when it ends, for the script that warns of it, and whose eyes are on it. */
export const SessionMarks = ({ session }: Props): Html | null =>
  session === undefined ? null : (
    <>
      <div hidden data-session={Math.floor(session.left / 1000)}></div>
      {session.emergency ? (
        <div class="pt-emergency" role="region" aria-label="Emergency access">
          <p class="pt-width"><strong>Emergency access.</strong> Everything you open is written down under the emergency account. It ends an hour after signing in: sign out as soon as you are done.</p>
        </div>
      ) : null}
    </>
  );
