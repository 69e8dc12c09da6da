import type { ScorecardPage } from "../../../app/open-scorecard.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";

/** Beneath a picture: where its figures are from, and what to know of them. */
export const Sourced = ({ page: { authority, today }, note }: { readonly page: Pick<ScorecardPage, "authority" | "today">; readonly note: string }): Html => (
  <p class="govuk-body-s pt-quiet">Source: the record of {authority.name} as at {dayInWords(today)}. Note: {note}</p>
);
