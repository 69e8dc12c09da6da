import type { TrackerPage } from "../../../app/views.ts";
import { may } from "../../../domain/access/policy.ts";
import type { Person } from "../../../domain/access/viewer.ts";
import { NO_FILTERS } from "../../../domain/tracker/view.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { chosenFilters } from "./filter-words.ts";
import { trackerAddress } from "./query.ts";

/** Nobody matches: each filter that could be taken away is a link. */
export function NoneMatch({ tracker }: { readonly tracker: TrackerPage }): Html {
  const chosen = chosenFilters(tracker);
  return (
    <div class="pt-measure">
      <p class="govuk-body">{chosen.length < 2 ? "To see children again:" : "No child has all of this at once. To see children again, take one away:"}</p>
      <ul class="govuk-list govuk-list--bullet">
        {chosen.map(({ filter, text, without }) => <li><a class="govuk-link" href={trackerAddress(tracker.query, { filters: without })}>Take away {filter}: {text}</a></li>)}
        <li><a class="govuk-link" href={trackerAddress(tracker.query, { filters: { ...EVERY_FILTER, ...NO_FILTERS } })}>Clear all filters</a></li>
      </ul>
    </div>
  );
}

const EVERY_FILTER = { authority: undefined, group: undefined, early: undefined, differs: undefined, profile: undefined, drift: undefined, orderFrom: undefined, orderTo: undefined } as const;

/** Whether somebody sees children by being named on their records, and no others. */
function isNamedOnly({ role }: Person): boolean {
  const opens = may(role, "open-child");
  return opens.allowed && opens.reach === "named";
}

/** An empty tracker says what would be here and how it gets here. */
export const NoChildren = ({ person }: { readonly person: Person }): Html => (
  <div class="pt-measure">
    <p class="govuk-body">There are no children here yet that you may see. When there are, this page counts them by stage, and has a line for each: where they stand, what is next and whose it is, and what is late.</p>
    {isNamedOnly(person) ? (
      <p class="govuk-body">You see the children on whose records you are named as working with them, for as long as you are. To be named on one, ask the child’s team manager.</p>
    ) : may(person.role, "import").allowed ? <WaysIn /> : may(person.role, "open-child").allowed ? (
      <p class="govuk-body">Your authority’s tracking administrator or performance analyst brings children in, from the tracking sheet or the 903 return. Children allocated to you will be listed here.</p>
    ) : null}
    {may(person.role, "add-child").allowed ? <p class="govuk-body">For one child at a time, <a class="govuk-link" href="/children/new">add a child</a>.</p> : null}
  </div>
);

const WaysIn = () => (
  <>
    <h2 class="govuk-heading-m">Two ways to fill it</h2>
    <h3 class="govuk-heading-s">The sheet you track with today</h3>
    <p class="govuk-body">Bring the Excel or CSV tracker as it is: names, teams, workers, siblings, plans and dates. You see what each column was taken for, and what would change, before anything is kept.</p>
    {component("govukButton", { text: "Bring a sheet", href: "/imports/sheet/new" })}
    <h3 class="govuk-heading-s">The 903 return</h3>
    <p class="govuk-body">Import the return that your authority already makes. One year is enough to begin; several years together give a whole journey. What the return cannot say is shown as not recorded.</p>
    {component("govukButton", { text: "Import 903 files", href: "/imports/new", classes: "govuk-button--secondary" })}
  </>
);
