import type { PersonPage } from "../../../../app/administration/views.ts";
import { SERVICES } from "../../../../domain/access/office.ts";
import { ROLES } from "../../../../domain/access/role.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Notice } from "../../../layout/notice.tsx";
import { whatTheyCanDo } from "../../sign-in/role-sentence.ts";
import { Changes } from "../changes.tsx";
import { LeavesBehind } from "./leaves-behind.tsx";
import { personPath } from "./query.ts";

/** Somebody of the organisation: who they are here, what they have, and what may be changed. */
export function PersonView({ page, site, saved }: { readonly page: PersonPage; readonly site: string; readonly saved: string | undefined }): Html {
  const { person, organisation, own, changes } = page;
  const fact = (key: string, value: string | Html): object => ({ key: { text: key }, value: typeof value === "string" ? { text: value } : { html: value } });
  return (
    <>
      <Notice text={saved} />
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">{person.name}</h1>
      {person.leftOn === null ? null : component("govukInsetText", { text: person.isHere ? `Leaves: not here from ${dayInWords(person.leftOn)}.` : `Has left: not here since ${dayInWords(person.leftOn)}. They cannot sign in.` })}
      {component("govukSummaryList", {
        classes: "pt-summary",
        rows: [
          fact("Role", <>{ROLES[person.role]}{person.service === null ? "" : ` of ${SERVICES[person.service].toLowerCase()}`}<br /><span class="pt-small">{whatTheyCanDo(person.role)}</span></>),
          fact("Team", person.team ?? "None"), fact("Worker code", person.worker ?? "None"), fact("Signs in as", person.signInName ?? "Nobody signs in by a name yet"), fact("E-mail", person.email ?? "None: what they are told is in their inbox alone"), fact("Account", person.account),
        ],
      })}
      <LeavesBehind page={page} site={site} />
      <div class="govuk-button-group">
        <a class="govuk-button" href={personPath(person.account, "change")} role="button" draggable="false" data-module="govuk-button">Change {person.name}</a>
        {person.leftOn !== null ? <PostButton action={personPath(person.account, "return")} text="Here after all" version={page.version} />
          : own ? null : <a class="govuk-button govuk-button--secondary" href={personPath(person.account, "leave")} role="button" draggable="false" data-module="govuk-button">They leave</a>}
        {!person.isHere ? null : <PostButton action={personPath(person.account, "sign-out")} text="Sign out everywhere" version={page.version} />}
      </div>
      {own ? <p class="govuk-body-s">This is your own account: another administrator changes its role, or ends it.</p> : null}
      <h2 class="govuk-heading-m">What was changed</h2>
      <Changes changes={changes} about={false} none="Nothing yet." />
    </>
  );
}

const PostButton = ({ action, text, version }: { readonly action: string; readonly text: string; readonly version: string }): Html => (
  <form method="post" action={action}>
    <input type="hidden" name="basedOn" value={version} />
    {component("govukButton", { text, classes: "govuk-button--secondary", preventDoubleClick: true })}
  </form>
);
