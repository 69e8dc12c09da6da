import type { TrackerPage, TrackerQuery } from "../../../app/views.ts";
import type { AsAt } from "../../../domain/chronology/fold.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { type AsAtForm as Typed, isNow } from "../../as-at/as-at.ts";
import { AsAtForm } from "../../as-at/form.tsx";
import { AsAtNotice } from "../../as-at/notice.tsx";
import type { Html } from "../../govuk/html.ts";
import { addressParams, trackerAddress, viewAddress } from "./query.ts";

/** The same view of the list, as at another day or as it is now. */
export function onDay({ knownOn: _known, stoodOn: _stood, ...query }: TrackerQuery, asAt: AsAt): TrackerQuery {
  return { ...query, ...asAt, page: 1 };
}

interface Props {
  readonly tracker: TrackerPage;
  readonly typed: Typed | undefined;
}

/** The two ways to another day: that day’s own list, and what is other between two days. */
export const AsAtWays = ({ tracker: { query, today }, typed }: Props): Html => (
  <div class="pt-days-ways pt-days-ways--heading">
    <AsAtForm action="/tracker" typed={typed} keep={addressParams(onDay(query, {}))} />
    <p class="pt-days-ways__compare"><a class="govuk-link govuk-link--no-visited-state" href={isNow(query) ? viewAddress("/tracker/compare", query) : compareFrom(query)}>{isNow(query) ? "Compare two days" : `Compare ${dayInWords(today)} with today`}</a></p>
  </div>
);

/** Which day’s list this is, and which question it answers. */
export const TrackerAsAt = ({ query }: { readonly query: TrackerQuery }): Html => (
  <AsAtNotice asAt={query} now={trackerAddress(onDay(query, {}))} />
);

/** From the day in sight to today, by the question asked of it. */
function compareFrom(query: TrackerQuery): string {
  const [path, search] = viewAddress("/tracker/compare", onDay(query, {})).split("?");
  const params = new URLSearchParams(search);
  params.set("from", query.stoodOn ?? query.knownOn ?? "");
  params.set("as", query.stoodOn === undefined ? "known" : "stood");
  return `${path}?${params}`;
}

/** An earlier day on which nobody was on the list. */
export const NobodyThen = ({ query }: { readonly query: TrackerQuery }): Html => (
  <p class="govuk-body">{query.stoodOn === undefined ? "Nothing had been written down by then of any child you may see." : "Nothing had happened by then to any child you may see."}</p>
);
