import type { DisclosureView } from "../../../app/identity/adoptive-pages.ts";
import { instantInWords } from "../../../app/london-time.ts";
import { DISCLOSURE_FOR } from "../../../domain/identity/disclosure.ts";
import type { Html } from "../../govuk/html.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";

/** Requests for what is behind the wall, each with who, why and how it stands. */
export const RequestsTable = ({ requests }: { readonly requests: readonly DisclosureView[] }): Html => (
  <StackedTable
    caption="Requests" heads={["Record", "Asked for", "By", "Why", "How it stands"]}
    rows={requests.map((request) => [
      <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/adoptive/requests/${request.id}`}>{request.localId}<span class="govuk-visually-hidden">: {DISCLOSURE_FOR[request.wanted].toLowerCase()}</span></a>,
      DISCLOSURE_FOR[request.wanted], `${request.mine ? "You" : request.askedByName}, ${instantInWords(request.askedAt)}`, request.why, standingInWords(request),
    ])}
  />
);

/** How a request stands, to whoever looks. */
export function standingInWords(request: DisclosureView): string {
  const by = request.decidedByName ?? "";
  switch (request.standing) {
    case "asked": return request.whyNotDecide === null ? "Waits for you, or another who may agree" : "Waits for a second person";
    case "agreed": return `Agreed by ${by}, to be ${request.wanted === "open" ? "opened" : "undone"} by ${instantInWords(request.goodUntil)}`;
    case "opened": return `Open until ${instantInWords(request.goodUntil)}. Agreed by ${by}`;
    case "refused": return `Refused by ${by}: ${request.refusedBecause ?? ""}`;
    case "lapsed": return request.decidedBy === null ? "Nobody agreed in time" : `Agreed by ${by}, and not used in time`;
    case "ended": return `${request.wanted === "open" ? "Opened, and over" : "Undone"}. Agreed by ${by}`;
  }
}
