import type { TrackerPage } from "../../../app/views.ts";
import { may } from "../../../domain/access/policy.ts";
import type { Person } from "../../../domain/access/viewer.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { type AsAtForm as TypedAsAt, isNow } from "../../as-at/as-at.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { type LineTools, mayChange, SeveralBar } from "../several/bar.tsx";
import type { Said } from "../child/dates/said.ts";
import { ErrorSummary } from "../../forms/fields.tsx";
import { Pages } from "../../layout/pages.tsx";
import { AboveList } from "./above-list.tsx";
import { AsAtWays, NobodyThen, TrackerAsAt } from "./as-at.tsx";
import type { AskedWithViews } from "./asked.ts";
import { NoChildren, NoneMatch } from "./empty.tsx";
import { ChosenFilters, Filters } from "./filters.tsx";
import { Lines } from "./lines.tsx";
import { trackerAddress } from "./query.ts";
import { River } from "./river.tsx";
import { ViewsBar } from "./views-bar.tsx";

interface Props {
  readonly tracker: TrackerPage;
  readonly person: Person;
  readonly asked: AskedWithViews;
  /** What was just changed on one of the lines. */
  readonly said?: Said | undefined;
  /** What was typed into “See it as at another day”, where it could not be read. */
  readonly typed?: TypedAsAt | undefined;
}

export const TrackerView = ({ tracker, person, asked, said, typed }: Props): Html => (
  <>
    <ErrorSummary errors={[...(typed?.error === undefined ? [] : [{ id: "as-at-day", text: typed.error }]), ...(asked.days === undefined ? [] : [asked.days.error])]} />
    <div class="pt-heading">
      <h1 class="govuk-heading-l pt-heading__title">Tracker</h1>
      <p class="pt-heading__beside">As at {dayInWords(tracker.today)}</p>
      {tracker.anyChildren || !isNow(tracker.query) ? <AsAtWays tracker={tracker} typed={typed} /> : null}
      {may(person.role, "add-child").allowed && isNow(tracker.query) ? <p class="pt-heading__action">{component("govukButton", { text: "Add a child", href: "/children/new", classes: "govuk-button--secondary pt-button--small" })}</p> : null}
    </div>
    <Dropped dropped={asked.dropped} />
    <TrackerAsAt query={tracker.query} />
    {tracker.anyChildren ? <Children tracker={tracker} asked={asked} said={said?.recordId === undefined ? said?.text : undefined} tools={mayChange(person, tracker) ? { said } : undefined} /> : isNow(tracker.query) ? <NoChildren person={person} /> : <NobodyThen query={tracker.query} />}
  </>
);

interface ChildrenProps extends Pick<Props, "tracker" | "asked"> {
  readonly said: string | undefined;
  readonly tools: LineTools | undefined;
}

const Children = ({ tracker, asked, said, tools }: ChildrenProps) => (
  <>
    <ViewsBar query={tracker.query} views={asked.views} />
    <River tracker={tracker} />
    <Filters tracker={tracker} days={asked.days} />
    <ChosenFilters tracker={tracker} />
    <AboveList tracker={tracker} said={said} />
    {tracker.total === 0 ? <NoneMatch tracker={tracker} /> : <Lines tracker={tracker} tools={tools} />}
    {tracker.total === 0 || tools === undefined ? null : <SeveralBar tracker={tracker} />}
    <Pages page={tracker.query.page} pages={tracker.pages} address={(page) => trackerAddress(tracker.query, { page })} />
  </>
);

/** An old link or view still opens; what it cannot show any more is said. */
const Dropped = ({ dropped }: { readonly dropped: readonly string[] }) => (
  dropped.length === 0 ? null : component("govukInsetText", {
    classes: "pt-dropped",
    text: `Left out, because it is not understood or is not here any more: ${dropped.join(", ")}. Everything else is as asked.`,
  })
);
