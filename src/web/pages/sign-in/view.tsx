import { SERVICES } from "../../../domain/access/office.ts";
import { ROLES, type Role } from "../../../domain/access/role.ts";
import type { AccountChoice } from "../../../app/views.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { whatTheyCanDo } from "./role-sentence.ts";

interface Props {
  readonly accounts: readonly AccountChoice[];
  readonly then: string;
  /** What became of a form that was sent by somebody already signed out. */
  readonly form?: "kept" | "not-sent" | undefined;
}

const SAYS = {
  "kept": "You were signed out before your form was saved. What you typed is kept for you for a day: sign in as the same person, and you can send it again.",
  "not-sent": "You were signed out before that was done, and nothing has been changed. Sign in and do it again.",
} as const;

export const SignInView = ({ accounts, then, form }: Props): Html => (
  <>
    {form === undefined ? null : component("govukNotificationBanner", { titleText: "You were signed out", html: <p class="govuk-notification-banner__heading">{SAYS[form]}</p> })}
    <h1 class="govuk-heading-l">Choose who to be</h1>
    <p class="govuk-body pt-measure">
      This is a demonstration with three invented authorities and the adoption agency they share. Each role sees and may do different things. Sign out at any time to be somebody else.
    </p>
    <form method="post" action="/sign-in">
      <input type="hidden" name="then" value={then} />
      <ul class="pt-roles">
        {(Object.keys(ROLES) as Role[]).map((role) => <RoleChoice role={role} accounts={accounts.filter((a) => a.role === role)} />)}
      </ul>
    </form>
  </>
);

const RoleChoice = ({ role, accounts }: { readonly role: Role; readonly accounts: readonly AccountChoice[] }) =>
  accounts.length === 0 ? null : (
    <li class="pt-roles__role">
      <h2 class="govuk-heading-s pt-roles__name">{ROLES[role]}</h2>
      <p class="pt-roles__does">{whatTheyCanDo(role)}</p>
      <div class="pt-roles__choices">
        {accounts.map(({ account, name, organisation, service }) => (
          <button class="govuk-button govuk-button--secondary pt-roles__choose" type="submit" name="account" value={account}>
            <span class="govuk-visually-hidden">{ROLES[role]}, </span>{organisation.name}<span class="pt-roles__person"><span class="govuk-visually-hidden">, </span>{name}{service === undefined || service === null ? "" : ` (${SERVICES[service].toLowerCase()})`}</span>
          </button>
        ))}
      </div>
    </li>
  );
