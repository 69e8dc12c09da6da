import { ACTION_SCOPES, type ActionScope, type ActionsPage, type ActionsQuery, type ListedAction } from "../../../app/meetings/actions.ts";
import { saidInWords } from "../../../domain/meetings/actions.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { counted } from "../../../domain/words.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { ActionStatus } from "./status.tsx";

/** Where a list of actions is; the first page of one’s own unless told. */
export function actionsPath({ scope, series, ended, page }: ActionsQuery): string {
  const query = new URLSearchParams({ ...(scope === "mine" ? {} : { of: scope }), ...(series === undefined ? {} : { series }), ...(ended ? { ended: "yes" } : {}), ...(page === 1 ? {} : { page: String(page) }) }).toString();
  return query === "" ? "/actions" : `/actions?${query}`;
}

/** Actions that meetings agreed, overdue first: one’s own, a team’s or everyone’s. */
export function ActionsView({ page }: { readonly page: ActionsPage }): Html {
  const { query, lines, total, late, hasTeam, series } = page;
  const scopes = (Object.keys(ACTION_SCOPES) as ActionScope[]).filter((scope) => scope !== "team" || hasTeam);
  return (
    <>
      <h1 class="govuk-heading-l">Actions from meetings</h1>
      <p class="govuk-body-l">{inWords(page)}</p>
      {component("mojSubNavigation", { label: "Whose actions", items: scopes.map((scope) => ({ text: ACTION_SCOPES[scope], href: actionsPath({ ...query, scope, series: undefined, page: 1 }), active: scope === query.scope })) })}
      <form class="pt-actions__filter" method="get" action="/actions">
        {query.scope === "mine" ? null : <input type="hidden" name="of" value={query.scope} />}
        {component("govukSelect", {
          id: "series", name: "series", label: { text: "Meeting" }, value: query.series ?? "",
          items: [{ value: "", text: "Every meeting" }, ...[...new Set([...series, ...(query.series === undefined ? [] : [query.series])])].map((name) => ({ value: name, text: name }))],
        })}
        {component("govukCheckboxes", { idPrefix: "ended", name: "ended", classes: "govuk-checkboxes--small", items: [{ value: "yes", text: "Those that have ended", checked: query.ended }] })}
        {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-button--small" })}
      </form>
      {lines.length === 0 ? null : <ActionsTable lines={lines} caption={query.ended ? "Ended" : "To be done, overdue first"} mine={query.scope === "mine"} />}
      {page.pages <= 1 ? null : component("govukPagination", {
        ...(query.page > 1 ? { previous: { href: actionsPath({ ...query, page: query.page - 1 }) } } : {}), ...(query.page < page.pages ? { next: { href: actionsPath({ ...query, page: query.page + 1 }) } } : {}),
      })}
      {total > 0 && late > 0 && !query.ended ? <p class="govuk-body-s pt-quiet">A late action is followed up by mail, and taken further once when it stays late.</p> : null}
    </>
  );
}

function inWords({ query, total, late }: ActionsPage): string {
  if (query.ended) return total === 0 ? "No action has ended yet." : `${counted(total, "action")} ended, the latest first.`;
  if (total === 0) return query.scope === "mine" ? "No action of a meeting is yours to do." : "No action of a meeting is open.";
  return `${counted(total, "action")} to be done, ${late === 0 ? "none late" : `${late.toLocaleString("en-GB")} late`}.${late > 0 && query.scope === "mine" ? " Start with the first: close it with what was done, or pass it on." : ""}`;
}

/** A list of actions, each leading to where it is closed. */
export const ActionsTable = ({ lines, caption, mine = false }: { readonly lines: readonly ListedAction[]; readonly caption: string; readonly mine?: boolean }): Html => (
  <StackedTable
    caption={caption} heads={["Child", "What", ...(mine ? [] : ["By whom"]), "How it stands", "Agreed"]}
    rows={lines.map((line) => [
      <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${line.recordId}/actions/${line.action.number}`}>{line.localId}<span class="govuk-visually-hidden">: {whatOf(line)}</span></a>,
      <>{whatOf(line)}{line.asksViewer ? <><br /><span class="pt-quiet">Taken further to you: say what is to happen with it</span></> : null}{saidInWords(line.action).map((said) => <><br /><span class="pt-quiet">{said}</span></>)}{mine && line.fallsTo !== null ? <><br /><span class="pt-quiet">{whyMine(line)}</span></> : null}</>,
      ...(mine ? [] : [<Whose line={line} />]),
      <ActionStatus action={line.action} />,
      `${line.action.of.series}, ${dayInWords(line.action.agreedOn)}${line.action.passedOn === null ? "" : `; passed on ${dayInWords(line.action.passedOn.happenedOn)}`}`,
    ])}
  />
);

/** What it is, of one that may not be read: it is somebody else’s, and the words may tell of more than it. */
const whatOf = ({ action: { what } }: ListedAction): string => (what === "" ? "Not shown to you: it is for somebody else to do" : what);
const whyMine = ({ owner, ownerLeft }: ListedAction): string => (ownerLeft ? `${owner ?? "Whoever had it"} has left, so it falls to you` : `${owner ?? "Whoever does it"} has no account, so it falls to you to see that it is closed`);

const Whose = ({ line: { owner, ownerLeft, fallsTo, action } }: { readonly line: ListedAction }): Html => (
  <>{owner ?? "Not shown to you"}{ownerLeft ? " (has left)" : action.who === null && action.whoElse !== null ? " (no account)" : ""}{fallsTo === null ? null : <><br /><span class="pt-quiet">Followed up by {fallsTo}</span></>}</>
);
