import type { Html } from "../../../govuk/html.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import { component } from "../../../govuk/macros.ts";

interface Props {
  /** When the address in use was made (ISO 8601 in UTC); nothing where there is none. */
  readonly madeAt: string | undefined;
  /** The address, where it was made just now: it is not shown again. */
  readonly address: string | undefined;
}

/** The address of one’s own calendar: getting one, making it anew and putting it out of use. */
export const CalendarView = ({ madeAt, address }: Props): Html => (
  <>
    <h1 class="govuk-heading-l">Your meetings in your calendar</h1>
    <p class="govuk-body">Outlook, Google or the calendar of a phone can show the meetings you belong to, and follow them when they move. They ask at an address of your own, without signing in. It holds the titles, times and places of meetings, and nothing of any child.</p>
    {address === undefined ? null : (
      <div class="govuk-inset-text" role="status">
        <h2 class="govuk-heading-s">Your address</h2>
        <p class="govuk-body pt-address" id="calendar-address">{address}</p>
        <p class="govuk-body">Copy it now: it is not shown again. Add it in your calendar as a calendar from the web, by its address. Who has it sees when and where you meet: give it to nobody.</p>
      </div>
    )}
    {madeAt === undefined || address !== undefined ? null : <p class="govuk-body">You have an address, made on {instantInWords(madeAt)}. If it was lost or seen by somebody else, make a new one: the old one then shows nothing.</p>}
    <form method="post" action="/meetings/calendar">
      <div class="govuk-button-group">
        {component("govukButton", { text: madeAt === undefined ? "Get an address" : "Make a new address", name: "do", value: "renew", classes: address === undefined ? "" : "govuk-button--secondary", preventDoubleClick: true })}
        {madeAt === undefined ? null : component("govukButton", { text: "Put it out of use", name: "do", value: "stop", classes: "govuk-button--secondary", preventDoubleClick: true })}
      </div>
    </form>
  </>
);
