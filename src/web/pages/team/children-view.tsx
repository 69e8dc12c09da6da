import type { TeamChild, TeamChildrenPage } from "../../../app/team/views.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { childrenPath, itemsPath } from "./paths.ts";
import { childrenOf } from "./waiting.tsx";

export const childrenTitle = ({ whose, as }: TeamChildrenPage): string =>
  as === "allocated-worker" ? "Children without a social worker who is here" : as === "family-finder" ? "Children without a family finder who is here" : `Children of ${whose}`;

interface Props {
  readonly page: TeamChildrenPage;
  /** Why nothing could be done with what was ticked. */
  readonly wrong?: string | undefined;
}

/** The children that somebody has, to be ticked and given to another worker. */
export function ChildrenView({ page, wrong }: Props): Html {
  const { children, total, who, asked, label, mayReassign } = page;
  const more = total - children.length;
  const table = (
    <table class="govuk-table pt-table pt-stacked">
      <caption class="govuk-visually-hidden">{childrenTitle(page)}</caption>
      <thead><tr>{mayReassign ? <td><span class="govuk-visually-hidden">Tick</span></td> : null}<th scope="col">Child</th><th scope="col">Stage</th><th scope="col">Social worker</th><th scope="col">Family finder</th><th scope="col" class="pt-figures">Late</th><th scope="col" class="pt-figures">Due in 7 days</th></tr></thead>
      <tbody>{children.map((child) => <Row child={child} ticks={mayReassign} />)}</tbody>
    </table>
  );
  return (
    <>
      {wrong === undefined ? null : component("govukErrorSummary", { titleText: "There is a problem", errorList: [{ text: wrong, href: "#children" }] })}
      <h1 class="govuk-heading-l">{childrenTitle(page)}</h1>
      <p class="govuk-body">{childrenOf(total)} in {label}, those with most late first: whoever it is due from, it counts here{more > 0 ? `. The first ${children.length} are here: no more can be given to a new worker at once` : ""}. <a class="govuk-link" href={itemsPath({ team: asked, who })}>What is due of them</a></p>
      {total === 0 ? <p class="govuk-body">There are none. Children who were adopted or left care are not counted.</p> : !mayReassign ? table : (
        <form method="post" action="/team/children" id="children" tabindex={-1}>
          <input type="hidden" name="who" value={who} />
          <input type="hidden" name="team" value={asked ?? ""} />
          {table}
          <div class="govuk-button-group">
            {component("govukButton", { text: "Give those ticked to another worker", name: "which", value: "ticked" })}
            {component("govukButton", { text: more > 0 ? `Give these ${children.length} to another worker` : total === 1 ? "Give this child to another worker" : `Give all ${total} to another worker`, name: "which", value: "all", classes: "govuk-button--secondary" })}
          </div>
        </form>
      )}
    </>
  );
}

const Row = ({ child: { recordId, localId, name, stage, socialWorker, familyFinder, late, week }, ticks }: { readonly child: TeamChild; readonly ticks: boolean }): Html => (
  <tr>
    {ticks ? <td><span class="pt-tick"><input class="pt-tick__box" type="checkbox" name="child" value={recordId} aria-label={localId} autocomplete="off" /></span></td> : null}
    <th scope="row"><a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}`}>{localId}</a>{name === null ? null : <span class="pt-work__more">{name}</span>}</th>
    <td data-label="Stage">{STAGES[stage]}</td>
    <td data-label="Social worker">{socialWorker ?? <span class="pt-quiet">Nobody</span>}</td>
    <td data-label="Family finder">{familyFinder ?? <span class="pt-quiet">Nobody</span>}</td>
    <td data-label="Late" class="pt-figures">{late === 0 ? <span class="pt-quiet">0</span> : <strong>{late}</strong>}</td>
    <td data-label="Due in 7 days" class="pt-figures">{week}</td>
  </tr>
);

/** Where a list of children comes back to after they were given to somebody. */
export const afterwards = (who: string, team: string | undefined): string => childrenPath(who, team);
