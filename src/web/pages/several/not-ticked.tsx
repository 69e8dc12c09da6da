import { MOST_AT_ONCE } from "../../../app/several/chosen.ts";
import type { Html } from "../../govuk/html.ts";

/** Nobody was ticked, or more children than anybody reads a preview of. */
export const NotTickedView = ({ from, tooMany }: { readonly from: string; readonly tooMany?: number | undefined }): Html => (
  <>
    <h1 class="govuk-heading-l">{tooMany === undefined ? "No child is ticked" : "That is too many at once"}</h1>
    <p class="govuk-body">{tooMany === undefined
      ? "Tick the box beside each child first, then choose what to do for all of them."
      : `${tooMany.toLocaleString("en-GB")} children match. The same can be done for ${MOST_AT_ONCE} children at once at most: narrow the list with its filters, such as a team or a stage.`}</p>
    <p class="govuk-body"><a class="govuk-link" href={from}>Back to the tracker, as it was</a></p>
  </>
);
