import { LONGEST_SEARCH } from "../../../domain/tracker/find.ts";
import type { Html } from "../../govuk/html.ts";

interface Props {
  /** Told apart from another box on the same page. */
  readonly id: string;
  readonly text?: string;
  /** Beside the navigation the box is small, and says no more than it must. */
  readonly small?: boolean;
}

/**
 * The way to any child, from every page. A plain form; find.js offers children as one types. Sent by
 * POST, so that what was typed is in no address.
 */
export const FindBox = ({ id, text, small }: Props): Html => (
  <form class={`pt-find${small === true ? " pt-find--small" : ""}`} method="post" action="/find" role="search" aria-label="Find a child" data-find={`${id}-offers`}>
    <label class={small === true ? "pt-find__label" : "govuk-label govuk-label--m"} for={id}>{small === true ? "Find a child" : "Child, sibling, worker or carer"}</label>
    {small === true ? null : <p class="govuk-hint pt-find__hint" id={`${id}-hint`}>{WHAT_CAN_BE_SOUGHT}</p>}
    <div class="pt-find__row">
      <input
        class="govuk-input pt-find__input" id={id} name="find" type="search" value={text ?? ""} maxlength={LONGEST_SEARCH}
        autocomplete="off" spellcheck={false} {...(small === true ? {} : { "aria-describedby": `${id}-hint` })}
      />
      <button class="govuk-button govuk-button--secondary pt-find__button" type="submit">
        {small === true ? <><Glass /><span class="govuk-visually-hidden">Find</span></> : "Find"}
      </button>
      <ul class="pt-find__offers" id={`${id}-offers`} aria-label="Children found" hidden></ul>
    </div>
    <p class="govuk-visually-hidden" role="status"></p>
  </form>
);

export const WHAT_CAN_BE_SOUGHT = "A local id, a name, a worker or a carer’s reference; a child is also found by a brother or sister. Part of it is enough, and the spelling need not be right.";

const Glass = () => (
  <svg class="pt-find__glass" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="5.5" /><path d="M12.2 12.2 18 18" /></svg>
);
