import type { TrackerPage } from "../../../app/views.ts";
import type { Html } from "../../govuk/html.ts";
import { addressAt } from "../tracker/query.ts";

/** The list as it is shown, to take away: items of a list of things to do with it. Nothing where nobody matches. */
export function TakeAwayLinks({ tracker }: { readonly tracker: TrackerPage }): Html | null {
  if (tracker.total === 0) return null;
  const link = (path: string, before: string, text: string) => (
    <li><a class="govuk-link govuk-link--no-visited-state" href={addressAt(path, tracker.query)}><span class="govuk-visually-hidden">{before}</span>{text}</a></li>
  );
  return (
    <>
      {link("/tracker/take-away.xlsx", "Take this list away as ", "Excel")}
      {link("/tracker/take-away.csv", "Take this list away as ", "CSV")}
      {link("/tracker/print", "This list on paper: ", "Print")}
    </>
  );
}
