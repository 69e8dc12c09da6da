import type { Provenance } from "../../../app/take-away.ts";
import type { TrackerLine, TrackerPage } from "../../../app/views.ts";
import { type Column, columnLabel, isOfDates } from "../../../domain/tracker/columns.ts";
import { childrenInWords, CONFIDENTIAL } from "../../../domain/tracker/taken.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { Key } from "../child/line/key.tsx";
import { ageOf, Cell } from "../tracker/cells.tsx";
import { SmallAxis } from "../tracker/small-line.tsx";

interface Props {
  readonly tracker: TrackerPage;
  readonly provenance: Provenance;
}

/** More columns than this want smaller letters to fit across a page. */
const MANY_COLUMNS = 8;

/** The list for paper: every line, the heads on every page with who took it and when, nothing to press. */
export function PaperView({ tracker, provenance }: Props): Html {
  const { columns } = tracker.query.view;
  const { of, view, asAt, takenBy, takenOn, withheld } = provenance;
  return (
    <div class={`pt-paper${columns.length > MANY_COLUMNS ? " pt-paper--many" : ""}`}>
      <h1 class="govuk-heading-l pt-paper__title">{of}: tracker</h1>
      <p class="pt-paper__said"><strong>{childrenInWords(tracker.total)}.</strong> {view}</p>
      <p class="pt-paper__said">{asAt}. Taken by {takenBy}, on {takenOn}.</p>
      <p class="pt-paper__said">{CONFIDENTIAL}</p>
      {withheld === "" ? null : <p class="pt-paper__said">{withheld}</p>}
      <div class="pt-paper__button" data-prints hidden>{component("govukButton", { text: "Print", type: "button", classes: "govuk-button--secondary pt-button--small", preventDoubleClick: false })}</div>
      <p class="pt-paper__hint">Your browser prints this page on A4, landscape. It has no navigation on paper.</p>
      {columns.includes("line") ? <Key /> : null}
      {tracker.total === 0 ? <p class="govuk-body">No child that you may see matches.</p> : <List tracker={tracker} provenance={provenance} />}
    </div>
  );
}

function List({ tracker, provenance: { of, asAt, takenBy, takenOn } }: Props) {
  const { columns } = tracker.query.view;
  return (
    <div class="pt-paper__scroll" role="region" aria-label="List of children" tabindex={0}>
      <table class="pt-paper__list">
        <caption class="govuk-visually-hidden">{tracker.total === 1 ? "The child" : "The children"} shown</caption>
        <thead>
          <tr class="pt-paper__running"><td colspan={columns.length}>{of}: tracker. {asAt}. Taken by {takenBy}, on {takenOn}. Confidential</td></tr>
          <tr>{columns.map((column) => <Head column={column} tracker={tracker} />)}</tr>
        </thead>
        <tbody>{tracker.lines.map((line) => <Line line={line} tracker={tracker} />)}</tbody>
      </table>
    </div>
  );
}

const Head = ({ column, tracker }: { readonly column: Column; readonly tracker: TrackerPage }) => (
  <th scope="col" class={`pt-paper__${isOfDates(column) ? "date" : column}`}>
    {columnLabel(column)}{column === "line" ? <SmallAxis today={tracker.today} /> : null}
  </th>
);

const Line = ({ line, tracker }: { readonly line: TrackerLine; readonly tracker: TrackerPage }) => (
  <tr>
    {tracker.query.view.columns.map((column) => (column === "child" ? <Who line={line} tracker={tracker} /> : (
      <td class={`pt-paper__${isOfDates(column) ? "date" : column}`}><Cell column={column} line={line} tracker={tracker} /></td>
    )))}
  </tr>
);

/** As on the screen, and with the siblings’ ids: on paper nobody can go and look. */
const Who = ({ line, tracker }: { readonly line: TrackerLine; readonly tracker: TrackerPage }) => (
  <th scope="row" class="pt-paper__child">
    <span class="pt-nowrap">{line.localId}</span>
    {tracker.showsNames && line.name !== null ? <span class="pt-tracker__name">{line.name}</span> : null}
    <span class="pt-tracker__quiet">{ageOf(line, tracker)}</span>
    {tracker.authorities.length < 2 ? null : <span class="pt-tracker__quiet">{tracker.authorities.find((a) => a.code === line.authority)?.name}</span>}
    {line.siblings.length === 0 ? null : <span class="pt-tracker__quiet">{line.siblings.length === 1 ? "sibling " : "siblings "}{line.siblings.map((s) => s.localId).join(", ")}</span>}
  </th>
);
