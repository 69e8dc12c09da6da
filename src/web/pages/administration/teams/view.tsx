import type { RenamePreview, TeamsPage } from "../../../../app/administration/views.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Notice } from "../../../layout/notice.tsx";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import { ChangedMeanwhile, TextField } from "../fields.tsx";
import { peoplePath } from "../people/query.ts";
import { counted, listed } from "../../../../domain/words.ts";
import { childrenInWords, peopleInWords } from "../words.ts";

const RENAME = "/administration/teams/rename";

/** The teams, as people and children have them. */
export const TeamsView = ({ page: { organisation, teams, managers, without }, saved }: { readonly page: TeamsPage; readonly saved: string | undefined }): Html => (
  <>
    <Notice text={saved} />
    <span class="govuk-caption-l">{organisation.name}</span>
    <h1 class="govuk-heading-l">Teams</h1>
    <p class="govuk-body pt-measure">A team is there because people or children are in it. To move a person, change their team on their page; to move a child, a manager records another responsible team.</p>
    {teams.length === 0 ? <p class="govuk-body">Nobody is in a team yet. <a class="govuk-link" href="/administration/people">Say on people’s pages which team they are in</a>.</p> : (
      <StackedTable
        caption="Teams" heads={["Team", "Managed by", "People", "Children", "Change"]}
        rows={teams.map(({ team, people, children }) => [
          <strong>{team}</strong>, managers.has(team) ? listed(managers.get(team) ?? []) : <span class="pt-quiet">Nobody</span>,
          people === 0 ? <span class="pt-quiet">0</span> : <a class="govuk-link govuk-link--no-visited-state" href={peoplePath({ text: "", role: undefined, team, show: "here", page: 1 })}>{String(people)}<span class="govuk-visually-hidden"> people of {team}</span></a>,
          children === 0 ? <span class="pt-quiet">0</span> : String(children),
          <a class="govuk-link govuk-link--no-visited-state" href={`${RENAME}?${new URLSearchParams({ team })}`}>Rename<span class="govuk-visually-hidden"> {team}</span></a>,
        ])}
      />
    )}
    {without === 0 ? null : <p class="govuk-body">{counted(without, "worker or manager is", "workers and managers are")} in no team.</p>}
  </>
);

interface RenameProps {
  readonly was: string;
  readonly typed: string;
  readonly errors: readonly FieldError[];
}

/** A new name for a team, to be looked at first. */
export const RenameView = ({ was, typed, errors }: RenameProps): Html => (
  <>
    <ErrorSummary errors={errors} />
    <span class="govuk-caption-l">{was}</span>
    <h1 class="govuk-heading-l">Rename a team</h1>
    <form method="post" action={RENAME} novalidate autocomplete="off">
      <input type="hidden" name="was" value={was} />
      <TextField id="team" label="What is it called from now on?" hint="The name of a team that is there already makes the two one" value={typed} errors={errors} />
      <p class="govuk-body">Nothing is saved yet: the next page says for whom it would change.</p>
      <div class="govuk-button-group">
        {component("govukButton", { text: "See what will change", name: "step", value: "look", preventDoubleClick: true })}
        <a class="govuk-link" href="/administration/teams">Cancel</a>
      </div>
    </form>
  </>
);

/** For whom another name changes something. */
export const RenamePreviewView = ({ preview: { team, now, people, children, views, joins, version }, overtaken }: { readonly preview: RenamePreview; readonly overtaken: boolean }): Html => (
  <>
    <ChangedMeanwhile shown={overtaken} what="Who is in the team changed while you were at it." />
    <span class="govuk-caption-l">{team}</span>
    <h1 class="govuk-heading-l">Check what will change</h1>
    <p class="govuk-body">“{team}” is called “{now}” from now on:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>for {peopleInWords(people)} who {people === 1 ? "is" : "are"} here{views === 0 ? "" : `, and ${counted(views, "view that the team shares", "views that the team shares")}`}</li>
      <li>for {childrenInWords(children)} whose journey goes on. On each record the name is corrected, in your name; since when the team has the child stays as it is</li>
    </ul>
    {joins === undefined ? null : component("govukWarningText", {
      iconFallbackText: "Warning", text: `There is a team “${joins.team}” already, of ${peopleInWords(joins.people)} and ${childrenInWords(joins.children)}. The two become one team, and cannot be told apart again.`,
    })}
    <form method="post" action={RENAME}>
      <input type="hidden" name="was" value={team} />
      <input type="hidden" name="team" value={now} />
      <input type="hidden" name="basedOn" value={version} />
      <div class="govuk-button-group">
        {component("govukButton", { text: "Rename the team", name: "step", value: "save", preventDoubleClick: true })}
        {component("govukButton", { text: "Change what you typed", name: "step", value: "edit", classes: "govuk-button--secondary" })}
        <a class="govuk-link" href="/administration/teams">Cancel, and change nothing</a>
      </div>
    </form>
  </>
);
