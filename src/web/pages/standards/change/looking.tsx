import type { Look } from "../../../../app/standards/looks.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

export const addressOfLook = ({ id }: Pick<Look, "id">): string => `/standards/change/looks/${id}`;
export const isLooking = ({ preview, failed }: Look): boolean => preview === null && !failed;
export const shareLooked = ({ done, children }: Look): number => (children === 0 ? 0 : done / children);
export const lookingInWords = (look: Look): string =>
  look.children === 0 ? "Looking at what will change" : `Looking at what will change: ${look.done} of ${look.children} children`;

/** How far a look at a change has come. */
export const Looking = ({ look }: { readonly look: Look }): Html => (
  <>
    <h1 class="govuk-heading-l">Looking at what will change</h1>
    <div data-progress={`${addressOfLook(look)}/progress`} data-then={addressOfLook(look)}>
      <p class="govuk-body" role="status" data-progress-words>{lookingInWords(look)}</p>
      <progress class="pt-progress" max="1" value={String(shareLooked(look))} aria-label="How far looking at the children has come"></progress>
      <p class="govuk-body">Nothing is saved yet. The next page says which children’s clocks would change.</p>
    </div>
  </>
);

/** Where a look is no longer kept, or came to nothing. */
export const LookLost = (): Html => (
  <>
    <h1 class="govuk-heading-l">Look at the change again</h1>
    <p class="govuk-body">What would change was not worked out, or was worked out too long ago to be shown. Nothing was saved.</p>
    {component("govukButton", { text: "Go to the standards", href: "/standards" })}
  </>
);
