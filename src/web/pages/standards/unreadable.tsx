import { UNREADABLE_REMEDY, unreadableInWords } from "../../../app/standards/unreadable.ts";
import type { StandardsPage } from "../../../app/standards/views.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

/** Standards that the authority set and this program does not understand, each with why and what to do; nothing where there are none. */
export const UnreadableStandards = ({ book: { unreadable, may } }: { readonly book: StandardsPage }): Html | null => (unreadable.length === 0 ? null : component("govukWarningText", {
  iconFallbackText: "Warning",
  html: (
    <>
      {unreadable.map((one) => <span class="pt-line">{unreadableInWords(one)} </span>)}
      {UNREADABLE_REMEDY} {may.manage ? <a class="govuk-link" href="/standards/change?form=new-text">Set its text again</a> : "Ask the practice lead."}
    </>
  ),
}));
