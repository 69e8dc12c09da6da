import { SERVICES } from "../../../../domain/access/office.ts";
import { ROLES } from "../../../../domain/access/role.ts";
import type { Organisation } from "../../../../domain/access/viewer.ts";
import { type AccountInput, rolesOf } from "../../../../domain/administration/account.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { whatTheyCanDo } from "../../sign-in/role-sentence.ts";
import { ChangedMeanwhile, RadiosField, SelectField, TextField } from "../fields.tsx";

interface Props {
  readonly organisation: Organisation;
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly typed: AccountInput;
  readonly teams: readonly string[];
  readonly errors: readonly FieldError[];
  /** Nothing for somebody new. */
  readonly version: string | undefined;
  readonly overtaken: boolean;
  /** It is the account of whoever asks: another administrator changes its role. */
  readonly own: boolean;
}

/** Somebody’s account, to be added or changed. */
export const PersonFormView = ({ organisation, title, action, back, typed, teams, errors, version, overtaken, own }: Props): Html => (
  <>
    <ErrorSummary errors={errors} />
    <ChangedMeanwhile shown={overtaken} what="Somebody else changed this person while you were at it." />
    <span class="govuk-caption-l">{organisation.name}</span>
    <h1 class="govuk-heading-l">{title}</h1>
    <form method="post" action={action} novalidate autocomplete="off">
      {version === undefined ? null : <input type="hidden" name="basedOn" value={version} />}
      <TextField id="name" label="Name" hint="As colleagues know them" value={typed.name} errors={errors} />
      <TextField id="signInName" label="Sign-in name" hint="What they type to sign in to your organisation’s computers, such as ash.rowan@council.gov.uk. Your IT service gives them the same role there" value={typed.signInName} errors={errors} />
      <TextField id="email" label="E-mail address (optional)" hint="Where meetings, updates and late actions are told of, besides the inbox here. No child is named in mail" value={typed.email} errors={errors} />
      <RadiosField id="role" label="What do they do?" errors={errors} chosen={[typed.role]} hint={own ? "Your own role is changed by another administrator" : undefined} choices={rolesOf(organisation.type).filter((role) => !own || role === typed.role).map((role) => ({ value: role, text: ROLES[role], hint: whatTheyCanDo(role) }))} />
      <TextField id="team" label="Team (optional)" hint={organisation.type === "local-authority" ? "A team manager opens the restricted records of the children of their own team" : undefined} value={typed.team} choices={teams} errors={errors} />
      {organisation.type !== "local-authority" ? null : (
        <>
          <TextField id="worker" label="Worker code (optional)" hint="Under which children are recorded as theirs in your case system, such as SW01001. Those recorded under it are theirs at once" value={typed.worker} errors={errors} />
          <SelectField id="service" label="Service (optional)" hint="Of a service manager: which service they manage" value={typed.service} errors={errors} choices={[{ value: "", text: "None" }, ...Object.entries(SERVICES).map(([value, text]) => ({ value, text }))]} />
        </>
      )}
      {version === undefined ? null : <p class="govuk-body">A new role, or another sign-in name, signs them out wherever they are. A new team does not: what they may open follows at once.</p>}
      <div class="govuk-button-group">
        {component("govukButton", { text: version === undefined ? "Add them" : "Save", preventDoubleClick: true })}
        <a class="govuk-link" href={back}>Cancel</a>
      </div>
    </form>
  </>
);
