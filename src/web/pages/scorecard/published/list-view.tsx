import type { PublishedPage } from "../../../../app/published/open-published.ts";
import { COLUMNS } from "../../../../domain/scorecard/published/read-published.ts";
import type { ImportProblem } from "../../../../app/views.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Notice } from "../../../layout/notice.tsx";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { Problems } from "../../imports/preview-parts.tsx";
import { Sections } from "../sections.tsx";
import { areasInWords, removeAddress } from "./words.ts";

/** What was given and refused: the name stays, the file is to be chosen again. */
export interface RefusedFile {
  readonly source: string;
  readonly errors: readonly FieldError[];
  readonly problems: readonly ImportProblem[];
}

interface Props {
  readonly page: PublishedPage;
  readonly refused?: RefusedFile | undefined;
  /** What was just done. */
  readonly saved?: string | undefined;
}

export const PublishedView = ({ page, refused, saved }: Props): Html => (
  <>
    <ErrorSummary errors={refused?.errors ?? []} />
    <Notice text={saved} />
    <h1 class="govuk-heading-l">Published figures</h1>
    <Sections at="published" />
    <p class="govuk-body pt-measure">What others published of A1, A2, A3 and A10, as they printed it, for the scorecard to be compared with. See also the <a class="govuk-link" href="/scorecard/published/groups">groups to compare with</a> and the <a class="govuk-link" href="/scorecard/published/thresholds">thresholds by source</a>.</p>
    {refused === undefined || refused.problems.length === 0 ? null : <Problems problems={refused.problems} />}
    <Sources page={page} />
    {page.mayImport ? <Give source={refused?.source ?? ""} errors={refused?.errors ?? []} /> : <p class="govuk-body pt-quiet">Whoever brings in the return can import published figures.</p>}
    <Imports page={page} />
  </>
);

const Sources = ({ page: { sources, mayImport } }: Props): Html => (
  <>
    <h2 class="govuk-heading-m">What is here</h2>
    {sources.length === 0 ? <p class="govuk-body">No published figures have been imported yet.</p> : (
      <StackedTable
        caption="Publications" heads={["Publication", "Indicators", "Years ending in March", "Areas", "Figures", "Suppressed", ...(mayImport ? ["Do"] : [])]}
        rows={sources.map((one) => [
          <strong>{one.source}</strong>, one.indicators.join(", "), one.from === one.until ? String(one.from) : `${one.from} to ${one.until}`, areasInWords(one), one.figures.toLocaleString("en-GB"), one.suppressed.toLocaleString("en-GB"),
          ...(mayImport ? [<a class="govuk-link" href={removeAddress(one.source)}>Remove<span class="govuk-visually-hidden"> {one.source}</span></a>] : []),
        ])}
      />
    )}
  </>
);

function Give({ source, errors }: { readonly source: string; readonly errors: readonly FieldError[] }): Html {
  const errorAt = (id: string) => {
    const text = errors.find((error) => error.id === id)?.text;
    return text === undefined ? {} : { errorMessage: { text } };
  };
  return (
    <form method="post" action="/scorecard/published" enctype="multipart/form-data" autocomplete="off" class="pt-measure">
      <h2 class="govuk-heading-m">Import a file</h2>
      {component("govukInput", { id: "source", name: "source", value: source, label: { text: "What the publication is called", classes: "govuk-label--s" }, hint: { text: "Use the same name as before to add to a publication that is here, or to put its figures right" }, ...errorAt("source") })}
      {component("govukFileUpload", { id: "file", name: "file", attributes: { accept: ".csv,text/csv" }, label: { text: "A CSV file", classes: "govuk-label--s" }, ...errorAt("file") })}
      {component("govukDetails", {
        summaryText: "How the file is to look",
        html: (
          <>
            <p>One figure to a row, under a header row with these columns in any order: {COLUMNS.join(", ")}.</p>
            <ul class="govuk-list govuk-list--bullet pt-small">
              <li>indicator: A1, A2, A3 or A10</li>
              <li>year_ending and years: 2024 and 3 for the three years 2021-24</li>
              <li>area and level: its name, and authority, region or national</li>
              <li>code: its code of nine characters, or empty. Two areas with like names need their codes</li>
              <li>value: days, or per cent for A3. Write x where the figure was suppressed, .. where there is none; an empty cell is refused</li>
              <li>rank: as it was printed, or empty</li>
              <li>note: what to know of the figure, for instance a misprint put right, or empty</li>
            </ul>
            <p>A file is taken whole or not at all. You see what it would change before anything is kept.</p>
          </>
        ),
      })}
      {component("govukButton", { text: "Read the file", preventDoubleClick: true })}
    </form>
  );
}

const STATES = { waiting: "Waiting to be confirmed", imported: "Imported", cancelled: "Put away" } as const;

const PutAway = ({ id, fileName }: { readonly id: string; readonly fileName: string }): Html => (
  <form method="post" action={`/scorecard/published/imports/${id}/cancel`}><button type="submit" class="pt-link-button">Put away<span class="govuk-visually-hidden"> {fileName}</span></button></form>
);

const Imports = ({ page: { imports, mayImport } }: Props): Html | null =>
  imports.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Files given</h2>
      {imports.some(({ state }) => state === "waiting") ? <p class="govuk-body pt-measure">A file that waits is put away when the same person gives another of its publication, and after 30 days when anything else is given.</p> : null}
      <StackedTable
        caption="Files, the latest first" heads={["When", "By", "Publication", "File", "Added", "Changed", "State", ...(mayImport ? ["Do"] : [])]}
        rows={imports.map((run) => [
          run.state === "waiting" && mayImport ? <a class="govuk-link" href={`/scorecard/published/imports/${run.id}`}>{instantInWords(run.begunAt)}</a> : instantInWords(run.begunAt),
          run.begunBy, run.source, run.fileName, run.state === "imported" ? run.added.toLocaleString("en-GB") : "–", run.state === "imported" ? run.changed.toLocaleString("en-GB") : "–",
          <span class={`pt-status ${run.state === "waiting" ? "pt-status--due-soon" : "pt-status--quiet"}`}>{STATES[run.state]}</span>,
          ...(mayImport ? [run.state === "waiting" ? <PutAway id={run.id} fileName={run.fileName} /> : "–"] : []),
        ])}
      />
    </>
  );
