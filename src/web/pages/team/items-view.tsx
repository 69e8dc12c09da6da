import type { TeamItem, TeamItemsPage } from "../../../app/team/views.ts";
import { DESK_GROUP_CODES, DESK_GROUPS } from "../../../domain/work/groups.ts";
import type { Html } from "../../govuk/html.ts";
import { Pages } from "../../layout/pages.tsx";
import { DueLink } from "../child/why/due-link.tsx";
import { Actions } from "../work/actions.tsx";
import { itemsPath } from "./paths.ts";
import { ChildLink } from "./waiting.tsx";

export function itemsTitle({ query, whose, title, label }: TeamItemsPage): string {
  const what = query.newly === true ? "Gone late in the last 7 days" : query.group === undefined ? "Late and due" : DESK_GROUPS[query.group];
  return [what, title, whose ?? label].filter((part) => part !== null).join(": ");
}

/** The things behind one figure of a manager’s page. */
export function ItemsView({ page }: { readonly page: TeamItemsPage }): Html {
  const { query, items, total, pages } = page;
  const back = itemsPath(query);
  return (
    <>
      <h1 class="govuk-heading-l">{itemsTitle(page)}</h1>
      <p class="govuk-body">{total.toLocaleString("en-GB")} {total === 1 ? "thing" : "things"}{query.who === undefined ? "" : `, in ${page.label}`}.</p>
      {query.newly === true ? null : (
        <nav aria-label="When due" class="pt-work__parts">
          <ul>
            <li><a class="govuk-link govuk-link--no-visited-state" href={itemsPath({ ...query, group: undefined, page: 1 })} {...(query.group === undefined ? { "aria-current": "true" } : {})}>All with a day</a></li>
            {DESK_GROUP_CODES.map((group) => <li><a class="govuk-link govuk-link--no-visited-state" href={itemsPath({ ...query, group, page: 1 })} {...(query.group === group ? { "aria-current": "true" } : {})}>{DESK_GROUPS[group]}</a></li>)}
          </ul>
        </nav>
      )}
      {items.length === 0 ? <p class="govuk-body">There is nothing here now. What was here has been answered, or no longer applies.</p> : (
        <table class="govuk-table pt-table pt-stacked">
          <caption class="govuk-visually-hidden">{itemsTitle(page)}</caption>
          <thead><tr><th scope="col">Child</th><th scope="col">To be done</th><th scope="col">Whose</th><th scope="col">Due</th><th scope="col">Do</th></tr></thead>
          <tbody>{items.map((item) => <Row item={item} back={back} />)}</tbody>
        </table>
      )}
      <Pages page={query.page} pages={pages} address={(page) => itemsPath({ ...query, page })} />
    </>
  );
}

const Row = ({ item, back }: { readonly item: TeamItem; readonly back: string }): Html => (
  <tr>
    <th scope="row"><ChildLink child={item} />{item.name === null ? null : <span class="pt-work__more">{item.name}</span>}</th>
    <td data-label="To be done">{item.title}<span class="pt-work__more">{item.because === null ? "" : `${item.because} · `}<a class="govuk-link govuk-link--no-visited-state" href={`/standards/${item.standard}`}>{item.standard}</a></span></td>
    <td data-label="Whose">{item.whose ?? <strong>Nobody who is here</strong>}</td>
    <td data-label="Due">
      {item.dueOn === null ? <span class="pt-quiet">No day</span> : <DueLink recordId={item.recordId} clock={item} on={item.dueOn} />}
      <span class="pt-work__standing"><span class={`pt-status ${item.group === "late" ? "pt-status--late" : item.group === "week" ? "pt-status--due-soon" : "pt-status--quiet"}`}>{item.standing}</span></span>
    </td>
    <td data-label="Do"><Actions item={item} back={back} /></td>
  </tr>
);
