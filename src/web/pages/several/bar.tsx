import { MOST_AT_ONCE } from "../../../app/several/chosen.ts";
import type { TrackerLine, TrackerPage } from "../../../app/views.ts";
import { may } from "../../../domain/access/policy.ts";
import type { Person } from "../../../domain/access/viewer.ts";
import { isNow } from "../../as-at/as-at.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import type { Said } from "../child/dates/said.ts";
import { trackerAddress, viewAddress } from "../tracker/query.ts";

/** Whether lines can be ticked and dates changed here: by those who may record, and not when looking at another day. */
export const mayChange = (person: Person, tracker: TrackerPage): boolean => may(person.role, "record").allowed && isNow(tracker.query);

/** What stands on a line for those who may change it. */
export interface LineTools {
  readonly said: Said | undefined;
}

const FORM = "several";
const addressOf = ({ query }: TrackerPage): string => trackerAddress(query, { page: query.page });

/** The box that ticks a line. */
export const TickBox = ({ line }: { readonly line: TrackerLine }): Html => (
  <span class="pt-tick"><input class="pt-tick__box" type="checkbox" form={FORM} name="child" value={line.recordId} aria-label={line.localId} data-tick autocomplete="off" /></span>
);

/** The way to the child’s planned dates; with scripts they open under the line. */
export const EditDates = ({ line, tracker, said }: { readonly line: TrackerLine; readonly tracker: TrackerPage; readonly said: Said | undefined }): Html => (
  <>
    {said?.recordId === line.recordId ? <span class="pt-line-said" role="status">{said.text}</span> : null}
    <a class="govuk-link govuk-link--no-visited-state pt-edit-dates" href={`/children/${line.recordId}/dates?${new URLSearchParams({ return: addressOf(tracker) })}`} data-edit-dates={line.recordId}>
      Edit dates<span class="govuk-visually-hidden"> of {line.localId}</span>
    </a>
  </>
);

/** What can be done with the children ticked: under the list, and with scripts in sight while any is. */
export function SeveralBar({ tracker }: { readonly tracker: TrackerPage }): Html {
  const { query, total, pages } = tracker;
  return (
    <form id={FORM} class="pt-several" method="post" action="/tracker/several" data-several={viewAddress("/tracker", query)}>
      <input type="hidden" name="from" value={addressOf(tracker)} />
      <label class="pt-several__all" hidden><input class="pt-tick__box" type="checkbox" data-tick-all autocomplete="off" /> Tick all on this page</label>
      <p class="pt-several__count" role="status" data-tick-count></p>
      {pages > 1 ? <noscript>Ticks count on the page they are on: do the same for them before you go to another page.</noscript> : null}
      {component("govukButton", { text: "Do the same for all ticked", classes: "pt-button--small" })}
      <button class="pt-link-button" type="button" data-untick hidden>Untick all</button>
      {pages > 1 && total <= MOST_AT_ONCE ? component("govukButton", {
        text: `Do the same for all ${total} that match`, name: "matching", value: viewAddress("/tracker", query).slice("/tracker".length) || "?", classes: "govuk-button--secondary pt-button--small",
      }) : null}
    </form>
  );
}
