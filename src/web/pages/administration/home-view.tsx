import type { AdministrationHome } from "../../../app/administration/home.ts";
import type { Organisation } from "../../../domain/access/viewer.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { Changes } from "./changes.tsx";
import { personPath } from "./people/query.ts";
import { counted, lower } from "../../../domain/words.ts";
import { childrenInWords, peopleInWords } from "./words.ts";

interface Props {
  readonly home: AdministrationHome;
  readonly organisation: Organisation;
  /** People choose who to be, and nobody signs in by a name. */
  readonly demonstration: boolean;
}

/** What an administrator looks after, and what of it waits. */
export function AdministrationView({ home, organisation, demonstration }: Props): Html {
  const { people, teams, rule, agreements, leftWithChildren, withoutSignIn, changes } = home;
  const wait = [
    ...leftWithChildren.map(({ account, name, children }) => <><a class="govuk-link" href={personPath(account)}>{name}</a> has left, and still has {childrenInWords(children)}</>),
    ...(withoutSignIn === 0 || demonstration ? [] : [<>{peopleInWords(withoutSignIn)} cannot sign in yet: no sign-in name is given</>]),
  ];
  return (
    <>
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">Administration</h1>
      {wait.length === 0 ? null : component("govukInsetText", { html: <><h2 class="govuk-heading-s">To see to</h2><ul class="govuk-list">{wait.map((line) => <li>{line}</li>)}</ul></> })}
      <ul class="pt-admin-home">
        <Part href="/administration/people" title="People" says={`${peopleInWords(people)} here. Who they are, what they do, their team, and how they sign in`} />
        <Part href="/administration/teams" title="Teams" says={teams === 0 ? "None yet" : `${counted(teams, "team", "teams")}. Who is in them, and what they are called`} />
        {rule === undefined ? null : <Part href="/administration/children" title="Who works with a child" says="Who has a child, by the local id, and who is named on the record" />}
        <Part href="/administration/agreement" title={agreements.length > 1 ? "Sharing agreements" : "Sharing agreement"} says={agreements.length === 0 ? "Nothing is shared" : agreements.map(({ authorityName, agencyName, fromStage }) => `${rule === undefined ? authorityName : agencyName}: from ${lower(STAGES[fromStage])}`).join(". ")} />
        {rule === undefined ? null : <Part href="/administration/restriction" title="When records are restricted" says={`Of themselves from: ${lower(STAGES[rule.fromStage])}`} />}
        <Part href="/administration/organisations" title="Organisations" says="What yours is called, and the agencies there are" />
      </ul>
      <h2 class="govuk-heading-m">What was changed</h2>
      <Changes changes={changes} about none="Nothing yet." />
      {changes.length === 0 ? null : <p class="govuk-body"><a class="govuk-link" href="/administration/changes">All that was changed</a></p>}
    </>
  );
}

const Part = ({ href, title, says }: { readonly href: string; readonly title: string; readonly says: string }): Html => (
  <li class="pt-admin-home__part"><a class="govuk-link govuk-link--no-visited-state" href={href}>{title}</a><p class="govuk-body-s">{says}</p></li>
);
