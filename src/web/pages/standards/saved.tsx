import type { StandardsPage } from "../../../app/standards/views.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { changeInWords } from "./words.ts";

interface Props {
  readonly book: StandardsPage;
  /** The number of the change just saved, from the address. */
  readonly saved: string | undefined;
}

/** After a change: what was saved. Told from the changes themselves, so a made-up address says nothing. */
export function SavedBanner({ book, saved }: Props): Html | null {
  const made = book.changes.find(({ number }) => String(number) === saved);
  return made === undefined ? null : component("govukNotificationBanner", {
    type: "success", titleText: "Saved",
    html: <p class="govuk-notification-banner__heading">{changeInWords(made.change, book, made.number)}</p>,
  });
}
