import type { ViewsOf } from "../../../app/saved-views.ts";
import type { TrackerQuery } from "../../../app/views.ts";
import type { AsAt } from "../../../domain/chronology/fold.ts";
import { asAtParams } from "../../as-at/as-at.ts";
import type { Html } from "../../govuk/html.ts";
import { addressAt, addressParams, differsFromSaved, STANDARD } from "./query.ts";

interface Props {
  readonly query: TrackerQuery;
  readonly views: ViewsOf;
}

const MOST_SHOWN = 6;

/** The saved views one may open, and keeping the present one; nothing while there is neither. */
export function ViewsBar({ query, views: { views } }: Props): Html | null {
  const { saved } = query;
  const isStandard = saved === undefined && addressParams({ view: query.view, page: 1 })[0]?.[0] === "view";
  if (isStandard && views.length === 0) return null;
  const shown = views.slice(0, MOST_SHOWN);
  return (
    <nav class="pt-views" aria-label="Saved views">
      <ul class="pt-views__list">
        <ViewLink href={viewAt(STANDARD, query)} text="All children" current={isStandard} />
        {shown.map(({ id, name, team }) => <ViewLink href={viewAt(id, query)} text={name} {...(team === null ? {} : { team })} current={saved?.id === id} />)}
      </ul>
      <ul class="pt-views__does">
        {saved !== undefined && differsFromSaved(query) ? <li><form method="post" action={`/tracker/views/${saved.id}/update`}><ToHere query={query} /><button class="pt-link-button" type="submit">Save changes to {saved.name}</button></form></li> : null}
        {isStandard ? null : <li><a class="govuk-link govuk-link--no-visited-state" href={addressAt("/tracker/views/new", query)}>Save this view</a></li>}
        {views.length === 0 ? null : <li><a class="govuk-link govuk-link--no-visited-state" href="/tracker/views">{views.length > MOST_SHOWN ? `All ${views.length} views` : "Change views"}</a></li>}
      </ul>
    </nav>
  );
}

/** Another view of the same day. */
const viewAt = (view: string, asAt: AsAt): string => `/tracker?${new URLSearchParams([["view", view], ...asAtParams(asAt).map(([name, value]) => [name, value])])}`;

const ViewLink = ({ href, text, team, current }: { readonly href: string; readonly text: string; readonly team?: string; readonly current: boolean }) => (
  <li class={`pt-views__view${current ? " pt-views__view--current" : ""}`}>
    <a class="govuk-link govuk-link--no-visited-state" href={href} {...(current ? { "aria-current": "true" } : {})}>{text}</a>
    {team === undefined ? null : <span class="pt-quiet pt-small"> ({team})</span>}
  </li>
);

/** The present address, for a form that comes back to it. */
export const ToHere = ({ query }: { readonly query: TrackerQuery }): Html => (
  <input type="hidden" name="to" value={`?${new URLSearchParams(addressParams(query).map(([name, value]) => [name, value]))}`} />
);
