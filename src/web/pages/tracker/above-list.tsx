import type { TrackerPage } from "../../../app/views.ts";
import { TRACKER_PAGE_SIZE } from "../../../app/open-tracker.ts";
import { sortInWords } from "../../../domain/tracker/order-in-words.ts";
import type { Html } from "../../govuk/html.ts";
import { Key } from "../child/line/key.tsx";
import { LinePatterns } from "../child/line/patterns.tsx";
import { TakeAwayLinks } from "../take-away/links.tsx";
import { addressAt, trackerAddress } from "./query.ts";
import { ToHere } from "./views-bar.tsx";

interface Props {
  readonly tracker: TrackerPage;
}

interface AboveProps extends Props {
  /** What was just done to the list as a whole. */
  readonly said?: string | undefined;
}

/** How many the list has and in which order, and what can be done with the list as a whole. */
export function AboveList({ tracker, said }: AboveProps): Html {
  const { query, total } = tracker;
  const { together, sort } = query.view;
  const quiet = "govuk-link govuk-link--no-visited-state";
  return (
    <div class="pt-above-list">
      {said === undefined ? null : <p class="pt-above-list__said" role="status" tabindex={-1} autofocus>{said}</p>}
      <p class="pt-above-list__count" role="status">{countInWords(total, query.page)}<span class="pt-above-list__order">{total < 2 ? "" : `, by ${sortInWords(sort)}`}</span></p>
      <ul class="pt-above-list__does">
        <li><NamesSwitch tracker={tracker} /></li>
        <li><a class={quiet} href={trackerAddress(query, { together: !together })}>{together ? "Take siblings apart" : "Put siblings together"}</a></li>
        <li><a class={quiet} href={addressAt("/tracker/columns", query)}>Choose columns</a></li>
        <TakeAwayLinks tracker={tracker} />
        {query.view.columns.includes("line") ? <KeyBox /> : null}
      </ul>
    </div>
  );
}

/** The key lies over the list while it is open. The textures stay outside: a closed box draws nothing, and the lines need them. */
const KeyBox = () => (
  <li>
    <details class="pt-key-box"><summary class="pt-filter__open">Key</summary><Key patterns={false} /></details>
    <span class="pt-key__patterns" aria-hidden="true"><LinePatterns /></span>
  </li>
);

/** Names are hidden until somebody asks for them: screens are shared in meetings. */
const NamesSwitch = ({ tracker: { query, showsNames } }: Props) => (
  <form method="post" action="/tracker/names">
    <ToHere query={query} />
    <span class={showsNames ? "pt-quiet" : "govuk-visually-hidden"}>Names are {showsNames ? "shown" : "hidden"}. </span>
    <button class="pt-link-button" type="submit" name="show" value={showsNames ? "no" : "yes"}>{showsNames ? "Hide names" : "Show names"}</button>
  </form>
);

function countInWords(total: number, page: number): string {
  if (total === 0) return "No child that you may see matches";
  const children = `${total.toLocaleString("en-GB")} ${total === 1 ? "child" : "children"} you may see`;
  const first = (page - 1) * TRACKER_PAGE_SIZE + 1;
  return total > TRACKER_PAGE_SIZE ? `${first} to ${Math.min(total, first + TRACKER_PAGE_SIZE - 1)} of ${children}` : children;
}
