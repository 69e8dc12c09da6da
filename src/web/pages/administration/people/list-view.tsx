import type { PeoplePage, PeopleQuery, PersonLine } from "../../../../app/administration/views.ts";
import { SERVICES } from "../../../../domain/access/office.ts";
import { ROLES } from "../../../../domain/access/role.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Pages } from "../../../layout/pages.tsx";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { SelectField, TextField } from "../fields.tsx";
import { counted } from "../../../../domain/words.ts";
import { peoplePath, personPath } from "./query.ts";

interface Props {
  readonly people: PeoplePage;
  readonly query: PeopleQuery;
}

/** Everybody of the organisation, and what of them is asked for. */
export const PeopleView = ({ people: { organisation, lines, total, pages, roles, teams }, query }: Props): Html => (
  <>
    <span class="govuk-caption-l">{organisation.name}</span>
    <h1 class="govuk-heading-l">People</h1>
    <p class="govuk-body"><a class="govuk-link" href="/administration/people/new">Add somebody</a></p>
    <form method="get" action="/administration/people" class="pt-admin-filter" role="search" aria-label="People">
      <TextField id="text" label="Name, worker code, sign-in name or e-mail" value={query.text} errors={[]} wide />
      <SelectField id="role" label="Role" value={query.role ?? ""} errors={[]} choices={[{ value: "", text: "Any role" }, ...roles.map((role) => ({ value: role, text: ROLES[role] }))]} />
      {teams.length === 0 ? null : <SelectField id="team" label="Team" value={query.team ?? ""} errors={[]} choices={[{ value: "", text: "Any team" }, ...teams.map((team) => ({ value: team, text: team }))]} />}
      <SelectField id="show" label="Who" value={query.show} errors={[]} choices={[{ value: "here", text: "Those who are here" }, { value: "left", text: "Those who have left" }, { value: "all", text: "Everybody" }]} />
      {component("govukButton", { text: "Show", classes: "govuk-button--secondary" })}
    </form>
    <h2 class="govuk-heading-m">{counted(total, "person", "people")}</h2>
    {total === 0
      ? <p class="govuk-body">Nobody here is like that. <a class="govuk-link" href="/administration/people?show=all">Show everybody</a></p>
      : <div class="pt-compact"><StackedTable caption="People" heads={["Name", "Role", "Team", "Worker code", "Signs in as", "Children"]} rows={lines.map(row)} /></div>}
    <Pages page={Math.min(query.page, pages)} pages={pages} address={(page) => peoplePath({ ...query, page })} />
  </>
);

const row = (line: PersonLine): readonly (string | Html | null)[] => [
  <><a class="govuk-link govuk-link--no-visited-state" href={personPath(line.account)}>{line.name}</a>{line.leftOn === null ? null : <span class="pt-work__more">{line.isHere ? "Leaves" : "Left"} on {dayInWords(line.leftOn)}</span>}</>,
  `${ROLES[line.role]}${line.service === null ? "" : ` of ${SERVICES[line.service].toLowerCase()}`}`,
  line.team,
  line.worker,
  line.signInName,
  line.children === 0 ? null : String(line.children),
];
