import type { OrganisationsPage } from "../../../../app/administration/views.ts";
import { termsInWords } from "../../../../domain/agency/agreement.ts";
import type { Html } from "../../../govuk/html.ts";
import { Notice } from "../../../layout/notice.tsx";

/** What an authority shares with its agency; of an agency, what each authority shares with it. */
export function AgreementView({ page: { own, agreements }, saved }: { readonly page: OrganisationsPage; readonly saved: string | undefined }): Html {
  const ofAuthority = own.type === "local-authority";
  return (
    <>
      <Notice text={saved} />
      <span class="govuk-caption-l">{own.name}</span>
      <h1 class="govuk-heading-l">{ofAuthority ? "Sharing agreement" : "Sharing agreements"}</h1>
      {agreements.length > 0 ? null : <p class="govuk-body">{ofAuthority ? "Nothing is shared with a regional agency." : "No authority shares anything with this agency yet. Each authority’s administrator agrees it."}</p>}
      {agreements.map(({ agreement, authority, agency }) => (
        <section>
          <h2 class="govuk-heading-m">{ofAuthority ? `With ${agency.name}` : `With ${authority.name}`}</h2>
          {termsInWords(agreement).map((line) => <p class="govuk-body">{line}</p>)}
        </section>
      ))}
      {ofAuthority
        ? <p class="govuk-body"><a class="govuk-button" href="/administration/agreement/change" role="button" draggable="false" data-module="govuk-button">{agreements.length === 0 ? "Agree what is shared" : "Change the agreement"}</a></p>
        : <p class="govuk-body">Each agreement is its authority’s to change.</p>}
    </>
  );
}
