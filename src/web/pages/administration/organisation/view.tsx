import type { OrganisationsPage } from "../../../../app/administration/views.ts";
import { termsInWords } from "../../../../domain/agency/agreement.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Notice } from "../../../layout/notice.tsx";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { TextField } from "../fields.tsx";
import { peopleInWords } from "../words.ts";

const TYPES = { "local-authority": "Local authority", "regional-agency": "Regional adoption agency", "voluntary-agency": "Voluntary adoption agency" } as const;

interface Props {
  readonly page: OrganisationsPage;
  readonly typed: string;
  readonly errors: readonly FieldError[];
  readonly saved: string | undefined;
}

/** The administrator’s own organisation, and the agencies that there are. */
export const OrganisationView = ({ page: { own, people, agreements, agencies }, typed, errors, saved }: Props): Html => (
  <>
    <ErrorSummary errors={errors} />
    <Notice text={saved} />
    <h1 class="govuk-heading-l">Organisations</h1>
    <h2 class="govuk-heading-m">Your own</h2>
    <p class="govuk-body"><strong>{own.name}</strong>, {TYPES[own.type].toLowerCase()}, code {own.code}: {peopleInWords(people)}.</p>
    <form method="post" action="/administration/organisations" novalidate autocomplete="off">
      <input type="hidden" name="basedOn" value={own.name} />
      <TextField id="name" label="Name" hint="As its people read it at the top of every page" value={typed} errors={errors} />
      {component("govukButton", { text: "Rename", classes: "govuk-button--secondary", preventDoubleClick: true })}
    </form>
    <h2 class="govuk-heading-m">Agencies</h2>
    {agencies.length === 0 ? <p class="govuk-body">There are none yet.</p> : (
      <StackedTable
        caption="Agencies" heads={["Agency", "Type", "Code", "Shared with"]}
        rows={agencies.map(({ code, name, type }) => {
          const shared = agreements.find(({ agreement }) => agreement.agency === code);
          return [name, TYPES[type], code, shared === undefined || own.type !== "local-authority" ? <span class="pt-quiet">{own.code === code ? "Your own" : "Not by you"}</span> : termsInWords(shared.agreement)[0] ?? ""];
        })}
      />
    )}
    <p class="govuk-body">New authorities and agencies are added by whoever runs the service, on the machine itself: <span class="pt-address">bin/permanence authority add</span>.</p>
  </>
);
