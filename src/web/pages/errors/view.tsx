import { ROLES } from "../../../domain/access/role.ts";
import type { Person } from "../../../domain/access/viewer.ts";
import type { Html } from "../../govuk/html.ts";

export const NotFoundView = (): Html => (
  <>
    <h1 class="govuk-heading-l">Not found</h1>
    <p class="govuk-body">There is nothing at this address, or nothing that you may see.</p>
    <p class="govuk-body">If you typed the address, check it. If you followed a link to a child, ask the child’s authority: a record can be opened only by people who work with that child.</p>
    <p class="govuk-body"><a class="govuk-link" href="/">Go to your first page</a></p>
  </>
);

export const ForbiddenView = ({ reason, byRole }: { readonly reason: string; readonly byRole: boolean }): Html => (
  <>
    <h1 class="govuk-heading-l">You cannot do this</h1>
    <p class="govuk-body">{reason}.</p>
    <p class="govuk-body">{byRole ? "If your work needs it, ask whoever looks after accounts in your organisation to change your role. " : ""}Nothing has been changed.</p>
    <p class="govuk-body"><a class="govuk-link" href="/">Go to your first page</a></p>
  </>
);

export const RefusedFormView = (): Html => (
  <>
    <h1 class="govuk-heading-l">This form could not be accepted</h1>
    <p class="govuk-body">It was not sent whole from a page of this site, so it has been refused. Nothing has been changed.</p>
    <p class="govuk-body">Open the page again from the menu and send the form from there.</p>
    <p class="govuk-body"><a class="govuk-link" href="/">Go to your first page</a></p>
  </>
);

export const SomebodyElseView = ({ person, kept }: { readonly person: Person; readonly kept: boolean }): Html => (
  <>
    <h1 class="govuk-heading-l">Somebody else has signed in since</h1>
    <p class="govuk-body">You sent a page that somebody else had opened in this browser, in another tab or before you. You are signed in as {person.name}, {ROLES[person.role].toLowerCase()} of {person.organisation.name}. Nothing has been changed, and it is written down that this was tried.</p>
    <p class="govuk-body">{kept
      ? "What was typed is kept for a day for the person whose page it was: once they sign in, they can send it again."
      : "Nothing of it could be kept. If it was yours, sign in as yourself and do it again."}</p>
    <p class="govuk-body">To do it as {person.name}, <a class="govuk-link" href="/">go to your first page</a> and open the page again from there.</p>
  </>
);

export const TooLargeView = ({ limit }: { readonly limit: string }): Html => (
  <>
    <h1 class="govuk-heading-l">That is too much at once</h1>
    <p class="govuk-body">What was sent is larger than {limit}, so none of it was read. Nothing has been changed.</p>
    <p class="govuk-body">Go back and send less. A whole year of 903 tables is rarely more than a few megabytes: check that the right files were chosen.</p>
  </>
);

export const FaultView = ({ reference }: { readonly reference: string }): Html => (
  <>
    <h1 class="govuk-heading-l">Sorry, something went wrong</h1>
    <p class="govuk-body">Nothing was half-saved: what you sent was either kept whole or not at all.</p>
    <p class="govuk-body">Go back, look whether your change is there, and try again. If it goes wrong again, tell whoever runs this service this reference:</p>
    <p class="govuk-body"><strong class="pt-reference">{reference}</strong></p>
  </>
);
