import type { TrackerLine, TrackerPage } from "../../../app/views.ts";
import { type Column, columnLabel, isOfDates, STANDARD_COLUMNS } from "../../../domain/tracker/columns.ts";
import { sortInWords } from "../../../domain/tracker/order-in-words.ts";
import { asAtQuery } from "../../as-at/as-at.ts";
import type { Html } from "../../govuk/html.ts";
import { EditDates, type LineTools, TickBox } from "../several/bar.tsx";
import { ageOf, Cell } from "./cells.tsx";
import { Head } from "./head.tsx";
import { StatusWords } from "./status-words.tsx";

/** One line a child. The roles are said outright because on a phone the table is laid out as cards. */
export function Lines({ tracker, tools }: { readonly tracker: TrackerPage; readonly tools?: LineTools | undefined }): Html {
  const { columns, sort } = tracker.query.view;
  const wide = isWide(columns);
  return (
    <>
      <div class={`pt-list${wide ? " pt-list--wide" : ""}`} {...(wide ? { role: "region", "aria-label": "List of children", tabindex: 0 } : {})}>
        <table class="pt-tracker" role="table">
          <caption class="govuk-visually-hidden">Children by {sortInWords(sort)}</caption>
          <thead role="rowgroup"><tr role="row">{columns.map((column) => <Head tracker={tracker} column={column} />)}</tr></thead>
          <tbody role="rowgroup">{tracker.lines.map((line, i) => <Line line={line} tracker={tracker} family={familyAt(tracker, i)} tools={tools} />)}</tbody>
        </table>
      </div>
      {columns.includes("status") ? <StatusWords /> : null}
    </>
  );
}

/** The standard columns fit a desk’s screen: the list is then as wide as the page, and its head stays in sight as the page scrolls. */
const isWide = (columns: readonly Column[]): boolean => columns.length > STANDARD_COLUMNS.length;

interface Family {
  /** The first of the siblings standing together; nothing of that one itself. */
  readonly of: string | undefined;
  readonly isLast: boolean;
}

/** Where siblings stand together: whose family the line continues, and whether it is the last of it. */
function familyAt({ lines, query }: TrackerPage, at: number): Family | undefined {
  if (!query.view.together) return undefined;
  const joins = (i: number): boolean => lines[i] !== undefined && lines[i - 1] !== undefined && lines[i].siblings.some((s) => s.recordId === lines[i - 1]!.recordId);
  if (!joins(at) && !joins(at + 1)) return undefined;
  let first = at;
  while (joins(first)) first--;
  return { of: first === at ? undefined : lines[first]!.localId, isLast: !joins(at + 1) };
}

interface LineProps {
  readonly line: TrackerLine;
  readonly tracker: TrackerPage;
  readonly family: Family | undefined;
  readonly tools: LineTools | undefined;
}

const Line = ({ line, tracker, family, tools }: LineProps) => (
  <tr role="row" id={`line-${line.recordId}`} class={`pt-tracker__child${family === undefined ? "" : ` pt-tracker__child--family${family.of === undefined ? "-first" : family.isLast ? "-last" : ""}`}`}>
    <Who line={line} tracker={tracker} family={family} tools={tools} />
    {tracker.query.view.columns.filter((column) => column !== "child").map((column) => (
      <td role="cell" class={`pt-tracker__${isOfDates(column) ? "date" : column}`} data-label={columnLabel(column)}><Cell column={column} line={line} tracker={tracker} /></td>
    ))}
  </tr>
);

/** The child: local id always, the name only where the viewer has chosen to see names. */
const Who = ({ line, tracker, family, tools }: LineProps) => (
  <th role="rowheader" scope="row" class="pt-tracker__who">
    <span class="pt-tracker__first">
      {tools === undefined ? null : <TickBox line={line} />}
      <a class="govuk-link govuk-link--no-visited-state pt-tracker__id" href={`/children/${line.recordId}${asAtQuery(tracker.asAt)}`}>{line.localId}</a>
    </span>
    {tracker.showsNames && line.name !== null ? <span class="pt-tracker__name">{line.name}</span> : null}
    <span class="pt-tracker__beside"><span class="pt-tracker__quiet">{ageOf(line, tracker)}</span>{tools === undefined ? null : <EditDates line={line} tracker={tracker} said={tools.said} />}</span>
    {tracker.authorities.length < 2 ? null : <span class="pt-tracker__quiet">{tracker.authorities.find((a) => a.code === line.authority)?.name}</span>}
    {family === undefined ? siblingsInWords(line) : <span class="pt-tracker__quiet">{family.of === undefined ? "siblings below" : `siblings of ${family.of}`}</span>}
  </th>
);

const siblingsInWords = ({ siblings }: TrackerLine): Html | null =>
  siblings.length === 0 ? null : <span class="pt-tracker__quiet">{siblings.length} {siblings.length === 1 ? "sibling" : "siblings"}</span>;
