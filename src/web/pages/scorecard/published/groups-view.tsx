import type { GroupsPage } from "../../../../app/published/groups.ts";
import type { TypedGroup } from "../../../../domain/scorecard/published/check-group.ts";
import { type ComparatorGroup, GROUP_KINDS } from "../../../../domain/scorecard/published/published.ts";
import { listed } from "../../../../domain/words.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Notice } from "../../../layout/notice.tsx";
import { Sections } from "../sections.tsx";

export const EMPTY: TypedGroup = { name: "", kind: "", members: "" };
export const typedOf = ({ name, kind, members }: ComparatorGroup): TypedGroup => ({ name, kind, members: members.join("\n") });

interface Props {
  readonly page: GroupsPage;
  readonly typed: TypedGroup;
  /** The one that is changed. */
  readonly change: string | undefined;
  readonly errors: readonly FieldError[];
  /** What was just done. */
  readonly saved?: string | undefined;
}

export const GroupsView = ({ page, typed, change, errors, saved }: Props): Html => (
  <>
    <ErrorSummary errors={errors} />
    <Notice text={saved} />
    <h1 class="govuk-heading-l">Groups to compare with</h1>
    <Sections at="published" />
    <p class="govuk-body pt-measure">The published groups (the region, statistical neighbours, core cities), and groups of your own choosing, by their authorities. The average of a group is that of its authorities’ figures, each counting once; it counts your authority where it is a member.</p>
    {page.groups.length === 0 ? <p class="govuk-body">There is no group yet.</p> : (
      <dl class="govuk-summary-list pt-groups">
        {page.groups.map((group) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{group.name}{group.name === GROUP_KINDS[group.kind] ? null : <span class="pt-quiet pt-groups__kind">{GROUP_KINDS[group.kind]}</span>}</dt>
            <dd class="govuk-summary-list__value">{group.members.join("; ")}</dd>
            {page.mayKeep ? (
              <dd class="govuk-summary-list__actions">
                <a class="govuk-link" href={`/scorecard/published/groups?change=${group.id}#keep`}>Change<span class="govuk-visually-hidden"> {group.name}</span></a>
                <a class="govuk-link" href={`/scorecard/published/groups/${group.id}/remove`}>Remove<span class="govuk-visually-hidden"> {group.name}</span></a>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    )}
    {page.mayKeep ? <Keep page={page} typed={typed} change={change} errors={errors} /> : <p class="govuk-body pt-quiet">Whoever brings in the return can choose groups.</p>}
  </>
);

/** Before a group is taken away. */
export const RemoveGroupView = ({ group: { id, name, members } }: { readonly group: ComparatorGroup }): Html => (
  <>
    <h1 class="govuk-heading-l">Remove the group “{name}”</h1>
    <p class="govuk-body">Its picture, table and average leave the comparators page. The figures of {listed(members)} stay, and reports that were made stay as they are.</p>
    <form method="post" action={`/scorecard/published/groups/${id}/remove`}>
      {component("govukButton", { text: "Remove the group", classes: "govuk-button--warning", preventDoubleClick: true })}
    </form>
    <p class="govuk-body"><a class="govuk-link" href="/scorecard/published/groups">Keep it</a></p>
  </>
);

function Keep({ page: { known }, typed, change, errors }: Props): Html {
  const errorAt = (id: string) => {
    const text = errors.find((error) => error.id === id)?.text;
    return text === undefined ? {} : { errorMessage: { text } };
  };
  return (
    <form method="post" action="/scorecard/published/groups" autocomplete="off" class="pt-measure" id="keep">
      <h2 class="govuk-heading-m">{change === undefined ? "Add a group" : "Change a group"}</h2>
      {change === undefined ? null : <input type="hidden" name="change" value={change} />}
      {component("govukInput", { id: "name", name: "name", value: typed.name, label: { text: "Name", classes: "govuk-label--s" }, ...errorAt("name") })}
      {component("govukRadios", {
        idPrefix: "kind", name: "kind", classes: "govuk-radios--small", fieldset: { legend: { text: "What kind of group it is", classes: "govuk-fieldset__legend--s" } },
        items: Object.entries(GROUP_KINDS).map(([value, text]) => ({ value, text, checked: typed.kind === value })), ...errorAt("kind"),
      })}
      {component("govukTextarea", { id: "members", name: "members", value: typed.members, rows: "8", spellcheck: false, label: { text: "Authorities, one to a line", classes: "govuk-label--s" }, hint: { text: "As the published figures name them" }, ...errorAt("members") })}
      {known.length === 0 ? null : component("govukDetails", { summaryText: "Authorities that the published figures name", html: <ul class="govuk-list pt-known">{known.map((area) => <li>{area}</li>)}</ul> })}
      {component("govukButton", { text: change === undefined ? "Add the group" : "Save the group", preventDoubleClick: true })}
      {change === undefined ? null : <p class="govuk-body"><a class="govuk-link" href="/scorecard/published/groups">Do not change it</a></p>}
    </form>
  );
}
