import { CHAPTERS, type Chapter, KINDS } from "../../../../domain/chronology/kinds.ts";
import { AGENCY_DATED_KINDS, type Column, columnLabel, DATED_KINDS, FIXED_COLUMNS, type FixedColumn, kindOf, STANDARD_COLUMNS } from "../../../../domain/tracker/columns.ts";
import type { TrackerQuery } from "../../../../app/views.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { addressAt, addressParams, trackerAddress } from "../query.ts";

interface Props {
  readonly query: TrackerQuery;
  /** The column just moved. */
  readonly moved?: Column | undefined;
}

/**
 * Which columns, in which order. The boxes stand in the order of the columns, so sending the form is the
 * order; moving one is a button that sends it too, so nothing here needs scripts or dragging.
 */
export function ChooseColumns({ query, moved }: Props): Html {
  const chosen = query.view.columns.filter((c) => c !== "child");
  const fixed = (Object.keys(FIXED_COLUMNS) as FixedColumn[]).filter((c) => c !== "child" && !chosen.includes(c));
  const agencys = AGENCY_DATED_KINDS.map((kind) => `agency:${kind}` as const).filter((c) => !chosen.includes(c));
  return (
    <>
      <h1 class="govuk-heading-l">Choose columns</h1>
      <p class="govuk-body">The child always comes first. Untick a column to leave it out; what you tick further down is added at the end.</p>
      <form class="pt-choose" method="get" action="/tracker" autocomplete="off">
        {addressParams({ ...query, page: 1 }).filter(([name]) => name !== "column").map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        {component("govukButton", { text: "Show these columns", preventDoubleClick: false })}
        <h2 class="govuk-heading-m" id="shown">Shown, in this order</h2>
        <p class="govuk-visually-hidden" role="status">{moved === undefined ? "" : `${columnLabel(moved)} is column ${query.view.columns.indexOf(moved) + 1} now`}</p>
        <ol class="pt-choose__shown">
          {chosen.map((column, i) => (
            <li class="pt-choose__one">
              <Box column={column} checked />
              <span class="pt-choose__moves">
                <Move way="up" column={column} disabled={i === 0} focus={column === moved} />
                <Move way="down" column={column} disabled={i === chosen.length - 1} focus={column === moved && i === 0} />
              </span>
            </li>
          ))}
        </ol>
        <div class="pt-find-kind" hidden>
          <label class="govuk-label govuk-label--s" for="find-column">Find a column by name</label>
          <div class="govuk-hint" id="find-column-hint">Any of its names will do, such as SHOBPA, PO or CPR</div>
          <input class="govuk-input govuk-input--width-20" id="find-column" type="search" autocomplete="off" spellcheck={false} data-filter-list="columns" aria-describedby="find-column-hint find-column-count" />
          <p class="govuk-body-s" id="find-column-count" role="status"></p>
        </div>
        <div id="columns" class="pt-kinds">
          {fixed.length === 0 ? null : <Group heading="About the child now" columns={fixed} />}
          {(Object.keys(CHAPTERS) as Chapter[]).map((chapter) => {
            const columns = DATED_KINDS.filter((kind) => KINDS[kind].chapter === chapter).map((kind) => `on:${kind}` as const).filter((c) => !chosen.includes(c));
            return columns.length === 0 ? null : <Group heading={`Dates: ${CHAPTERS[chapter]}`} columns={columns} />;
          })}
          {agencys.length === 0 ? null : <Group heading="The regional agency’s own dates" columns={agencys} />}
        </div>
        <div class="govuk-button-group">
          {component("govukButton", { text: "Show these columns", preventDoubleClick: false })}
          <a class="govuk-link" href={addressAt("/tracker", query)}>Cancel</a>
          <a class="govuk-link" href={trackerAddress(query, { columns: STANDARD_COLUMNS })}>Go back to the usual columns</a>
        </div>
      </form>
    </>
  );
}

const Group = ({ heading, columns }: { readonly heading: string; readonly columns: readonly Column[] }) => (
  <section class="pt-kinds__group" data-group="once">
    <h3 class="govuk-heading-s pt-kinds__heading">{heading}</h3>
    <ul class="govuk-list pt-kinds__list">
      {columns.map((column) => <li data-words={wordsOf(column)}><Box column={column} checked={false} /></li>)}
    </ul>
  </section>
);

function wordsOf(column: Column): string {
  const kind = kindOf(column);
  return [columnLabel(column), ...(kind === undefined ? [] : KINDS[kind].alsoCalled ?? [])].join(" ").toLowerCase();
}

const Box = ({ column, checked }: { readonly column: Column; readonly checked: boolean }) => {
  const kind = kindOf(column);
  const also = kind === undefined ? [] : KINDS[kind].alsoCalled ?? [];
  return (
    <label class="pt-pick__choice">
      <input type="checkbox" name="column" value={column} checked={checked} /> <span>{columnLabel(column)}{also.length === 0 ? null : <span class="pt-quiet pt-small"> {also.join(", ")}</span>}</span>
    </label>
  );
};

/** Sends the form to this page. The column just moved keeps the focus, so it can be moved on. */
const Move = ({ way, column, disabled, focus }: { readonly way: "up" | "down"; readonly column: Column; readonly disabled: boolean; readonly focus: boolean }) => (
  <button class="pt-link-button" type="submit" formaction="/tracker/columns" name="move" value={`${way}:${column}`} disabled={disabled} autofocus={focus && !disabled}>
    {way === "up" ? "Up" : "Down"}<span class="govuk-visually-hidden">: {columnLabel(column)}</span>
  </button>
);
