import { LONGEST_VIEW_NAME, type ViewsOf } from "../../../../app/saved-views.ts";
import type { SavedView, TrackerQuery } from "../../../../app/views.ts";
import { STANDARD_COLUMNS } from "../../../../domain/tracker/columns.ts";
import { readView, type View } from "../../../../domain/tracker/view.ts";
import { viewInWords } from "../../../../domain/tracker/view-in-words.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { addressAt } from "../query.ts";
import { ToHere } from "../views-bar.tsx";

/** What was typed into a form of this page and refused. */
export interface Typed {
  /** The view it was for; none: the new one. */
  readonly id?: string;
  readonly name: string;
  readonly error: string;
}

const NO_NAMES = { workers: new Map<string, string>(), authorities: new Map<string, string>() };
const inWords = (view: View): string =>
  `${viewInWords(view, NO_NAMES)}${view.columns.join() === STANDARD_COLUMNS.join() ? "" : ` ${view.columns.length} columns.`}`;

const NAME_HINT = "Such as “Panels next month”. Never a child’s name: others may see it";

/** Keeps the present view under a name. */
export const SaveView = ({ query, typed }: { readonly query: TrackerQuery; readonly typed?: Typed | undefined }): Html => (
  <>
    <ErrorSummary errors={typed === undefined ? [] : [{ id: "name", text: typed.error }]} />
    <h1 class="govuk-heading-l">Save this view</h1>
    <p class="govuk-body">{inWords(query.view)}</p>
    <form method="post" action="/tracker/views" novalidate>
      <ToHere query={query} />
      {component("govukInput", {
        id: "name", name: "name", label: { text: "Name of the view", classes: "govuk-label--m" }, hint: { text: NAME_HINT }, classes: "govuk-input--width-20",
        value: typed?.name ?? "", autocomplete: "off", attributes: { maxlength: LONGEST_VIEW_NAME + 20 }, ...(typed === undefined ? {} : { errorMessage: { text: typed.error } }),
      })}
      <div class="govuk-button-group">
        {component("govukButton", { text: "Save view" })}
        <a class="govuk-link" href={addressAt("/tracker", query)}>Cancel</a>
      </div>
    </form>
    <p class="govuk-body pt-quiet">The view keeps filters, order and columns, not the children themselves: whoever opens it sees the children that they may see, on that day.</p>
  </>
);

interface Props {
  readonly views: ViewsOf;
  readonly typed?: Typed | undefined;
  /** What was just done, in words. */
  readonly done?: string | undefined;
}

/** One's own views and one's team's: open, rename, delete, give to the team, choose what opens first. */
export function ChangeViews({ views: { views, team, teamRefusal }, typed, done }: Props): Html {
  const own = views.filter((v) => v.team === null);
  const teams = views.filter((v) => v.team !== null);
  return (
    <>
      <ErrorSummary errors={typed === undefined ? [] : [{ id: `name-${typed.id ?? ""}`, text: typed.error }]} />
      <h1 class="govuk-heading-l">Saved views</h1>
      {done === undefined ? null : component("govukNotificationBanner", { type: "success", titleText: "Done", text: done })}
      <p class="govuk-body">Open the tracker as you want to see it, and choose “Save this view” there. Its address can be shared: a view of your team’s opens for everybody in the team, one of your own only for you.</p>
      <h2 class="govuk-heading-m">Your views</h2>
      {own.length === 0 ? <p class="govuk-body pt-quiet">None yet.</p> : <ul class="pt-saved-views">{own.map((view) => <OneView view={view} may typed={typed} team={teamRefusal === null ? team : null} />)}</ul>}
      {own.length > 0 && teamRefusal !== null ? <p class="govuk-body pt-quiet">You cannot make a view the team’s. {teamRefusal}.</p> : null}
      <h2 class="govuk-heading-m">{team === null ? "Your team’s views" : `Views of ${team}`}</h2>
      {teams.length === 0 ? <p class="govuk-body pt-quiet">{team === null ? "Your account does not say which team you work in." : "None yet."}</p> : <ul class="pt-saved-views">{teams.map((view) => <OneView view={view} may={teamRefusal === null} typed={typed} team={null} />)}</ul>}
    </>
  );
}

interface OneViewProps {
  readonly view: SavedView;
  readonly may: boolean;
  readonly typed: Typed | undefined;
  /** The team it may be given to. */
  readonly team: string | null;
}

const OneView = ({ view: { id, name, team: of, opensFirst, params }, may, typed, team }: OneViewProps) => {
  const { view, dropped } = readView(params);
  const mine = typed?.id === id ? typed : undefined;
  return (
    <li class="pt-saved-views__one">
      <p class="pt-saved-views__name"><a class="govuk-link" href={`/tracker?view=${id}`}>{name}</a>{opensFirst ? <span class="pt-status">Opens first {of === null ? "for you" : "for the team"}</span> : null}</p>
      <p class="pt-saved-views__says">{inWords(view)}{dropped.length === 0 ? "" : ` It also asks for ${dropped.join(", ")}, which is not here any more.`}</p>
      {may ? (
        <div class="pt-saved-views__does">
          <Act id={id} act="first" text={opensFirst ? "Stop opening first" : `Open first for ${of === null ? "me" : "the team"}`} name={name}><input type="hidden" name="first" value={opensFirst ? "no" : "yes"} /></Act>
          {team === null ? null : <Act id={id} act="team" text={`Make it the view of ${team}`} name={name} />}
          <details class="pt-saved-views__more" open={mine !== undefined}>
            <summary>Rename or delete<span class="govuk-visually-hidden"> {name}</span></summary>
            <form method="post" action={`/tracker/views/${id}/rename`} novalidate>
              {component("govukInput", {
                id: `name-${id}`, name: "name", label: { text: "Name" }, hint: { text: NAME_HINT }, classes: "govuk-input--width-20", autocomplete: "off",
                value: mine?.name ?? name, ...(mine === undefined ? {} : { errorMessage: { text: mine.error } }),
              })}
              {component("govukButton", { text: "Rename", classes: "govuk-button--secondary" })}
            </form>
            <form method="post" action={`/tracker/views/${id}/delete`}>
              {component("govukButton", { text: `Delete “${name}”`, classes: "govuk-button--warning" })}
            </form>
          </details>
        </div>
      ) : null}
    </li>
  );
};

const Act = ({ id, act, text, name, children }: { readonly id: string; readonly act: string; readonly text: string; readonly name: string; readonly children?: Html }) => (
  <form method="post" action={`/tracker/views/${id}/${act}`}>{children}<button class="pt-link-button" type="submit">{text}<span class="govuk-visually-hidden">: {name}</span></button></form>
);

/** An address of somebody else's view, of one deleted, or of none: the three look the same. */
export const NoSuchView = (): Html => (
  <>
    <h1 class="govuk-heading-l">View not found</h1>
    <p class="govuk-body">There is no saved view at this address, or it is not yours to open: it may have been deleted, be somebody’s own, or belong to another team.</p>
    <p class="govuk-body">Ask whoever sent you the link to make it your team’s view, or to send the address of the tracker with the filters set, which opens for anybody.</p>
    <p class="govuk-body"><a class="govuk-link" href="/tracker?view=standard">Show all children</a></p>
  </>
);
