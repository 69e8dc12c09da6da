import type { TrackerPage } from "../../../app/views.ts";
import { TRACKER_PAGE_SIZE } from "../../../app/open-tracker.ts";
import { may } from "../../../domain/access/policy.ts";
import type { Person } from "../../../domain/access/viewer.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { Pages } from "../../layout/pages.tsx";
import { Key } from "../child/line/key.tsx";
import { Filters } from "./filters.tsx";
import { Lines } from "./lines.tsx";
import { trackerAddress } from "./query.ts";
import { River } from "./river.tsx";

interface Props {
  readonly tracker: TrackerPage;
  readonly person: Person;
}

export const TrackerView = ({ tracker, person }: Props): Html => (
  <>
    <div class="pt-heading">
      <h1 class="govuk-heading-l pt-heading__title">Tracker</h1>
      <p class="pt-heading__beside">As at {dayInWords(tracker.today)}</p>
      {may(person.role, "add-child").allowed ? <p class="pt-heading__action">{component("govukButton", { text: "Add a child", href: "/children/new", classes: "govuk-button--secondary pt-button--small" })}</p> : null}
    </div>
    {tracker.anyChildren ? <Children tracker={tracker} /> : <NoChildren person={person} />}
  </>
);

function Children({ tracker }: { readonly tracker: TrackerPage }) {
  const { query, total, pages } = tracker;
  const first = (query.page - 1) * TRACKER_PAGE_SIZE + 1;
  return (
    <>
      <River tracker={tracker} />
      <Filters tracker={tracker} />
      <div class="pt-above-list">
        <p class="pt-above-list__count" role="status">{countInWords(total, first, Math.min(total, first + TRACKER_PAGE_SIZE - 1))}</p>
        <Key />
      </div>
      {total === 0 ? <NoneMatch href={trackerAddress({ page: 1 })} /> : <Lines tracker={tracker} />}
      <Pages page={query.page} pages={pages} address={(page) => trackerAddress(query, { page })} />
    </>
  );
}

function countInWords(total: number, first: number, last: number): string {
  if (total === 0) return "No child that you may see matches";
  const children = `${total} ${total === 1 ? "child" : "children"} you may see`;
  return total > TRACKER_PAGE_SIZE ? `${first} to ${last} of ${children}` : children;
}

const NoneMatch = ({ href }: { readonly href: string }) => (
  <p class="govuk-body">Try part of the id, such as its last figures, or another stage or status. <a class="govuk-link" href={href}>Show all children</a></p>
);

/** An empty tracker says what would be here and how it gets here. */
const NoChildren = ({ person }: { readonly person: Person }) => (
  <div class="pt-measure">
    <p class="govuk-body">There are no children here yet that you may see. When there are, this page counts them by stage, and has a line for each: where they stand, what is next and whose it is, and what is late.</p>
    {may(person.role, "import").allowed ? (
      <>
        <h2 class="govuk-heading-m">How to fill it</h2>
        <p class="govuk-body">Import the 903 return that your authority already makes. One year is enough to begin; several years together give a whole journey.</p>
        {component("govukButton", { text: "Import 903 files", href: "/imports/new" })}
      </>
    ) : may(person.role, "open-child").allowed ? (
      <p class="govuk-body">Your authority’s tracking administrator or performance analyst imports children from the 903 return. Children allocated to you will be listed here.</p>
    ) : null}
  </div>
);
