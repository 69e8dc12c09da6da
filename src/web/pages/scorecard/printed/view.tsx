import type { PrintedPage } from "../../../../app/open-printed.ts";
import type { PublishedRow } from "../../../../domain/scorecard/comparators.ts";
import { INDICATORS, windowName } from "../../../../domain/scorecard/window.ts";
import type { Html } from "../../../govuk/html.ts";

const GROUPS: readonly (readonly [PublishedRow["group"], string])[] = [
  ["threshold", "Threshold, as the report has it"], ["head", "The authority itself"], ["average", "Averages, as printed"],
  ["core", "Core cities"], ["sn", "Statistical neighbours"], ["region", "The region"],
];

/** Tables of two councils’ reports, kept as they were printed: history to check figures against, with what is read otherwise said at its row. */
export const PrintedView = ({ page }: { readonly page: PrintedPage }): Html => (
  <>
    <h1 class="govuk-heading-l">Older published tables, as printed</h1>
    <p class="govuk-body pt-measure">These come with the tracker, as two councils printed them. Nothing in them is changed: where a name, a figure or a rank cannot be right, the note in its row says what is believed and why. Notes call three years by the March they end in: mar14 is 2011-14. They are no part of your own figures, and your own published figures stand beside them on the comparators page.</p>
    {page.tables.map((table) => <Table table={table} />)}
    <Quarters quarters={page.quarters} />
  </>
);

function Table({ table: { indicator, source, rows, repairs, years } }: { readonly table: PrintedPage["tables"][number] }): Html {
  const id = `printed-${indicator}`;
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>{indicator}, three-year averages in days</h2>
      <p class="govuk-body-s pt-quiet">{INDICATORS[indicator]}. Each column is three years to 31 March. An x was suppressed. The rank is that of 2011-14 among 152 authorities, 1 for the fewest days.</p>
      <div class="pt-scroll" role="region" aria-label={`${indicator} as printed`} tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">{indicator} as printed, by authority and window, with notes</caption>
          <thead><tr><th scope="col">As printed</th>{years.map((year) => <th scope="col" class="pt-figures">{windowName({ yearEnding: year, years: 3 })}</th>)}<th scope="col" class="pt-figures">Rank</th><th scope="col">Note</th></tr></thead>
          {GROUPS.map(([group, heading]) => {
            const of = rows.filter((row) => row.group === group);
            return of.length === 0 ? null : (
              <tbody>
                <tr><th scope="rowgroup" colspan={years.length + 3} class="pt-printed__group">{heading}</th></tr>
                {of.map(({ printed, values, rank, note }) => (
                  <tr>
                    <th scope="row">{printed}</th>
                    {years.map((year) => <td class="pt-figures">{values.get(year) ?? ""}</td>)}
                    <td class="pt-figures">{rank ?? ""}</td><td class="pt-small pt-printed__note">{note}</td>
                  </tr>
                ))}
              </tbody>
            );
          })}
        </table>
      </div>
      <h3 class="govuk-heading-s">Headings and labels read otherwise than printed</h3>
      <ul class="govuk-list govuk-list--bullet pt-small">{repairs.map(({ where, printed, read, why }) => <li>{where}: printed “{printed}”, read as {read}. {why}.</li>)}</ul>
      <p class="govuk-body-s pt-quiet">Source: {source}.</p>
    </section>
  );
}

const Quarters = ({ quarters }: { readonly quarters: PrintedPage["quarters"] }): Html => (
  <section aria-labelledby="printed-quarters">
    <h2 class="govuk-heading-m" id="printed-quarters">What happened by quarter, April to December 2018</h2>
    <div class="pt-scroll" role="region" aria-label="Quarters as printed" tabindex={0}>
      <table class="govuk-table pt-table">
        <caption class="govuk-visually-hidden">Decisions, orders, matches, placements and adoptions by quarter</caption>
        <thead><tr><th scope="col">What happened</th>{["April to June", "July to September", "October to December", "To date"].map((head) => <th scope="col" class="pt-figures">{head}</th>)}</tr></thead>
        <tbody>{quarters.map(({ measure, quarters: counts, total }) => <tr><th scope="row">{measure}</th>{counts.map((count) => <td class="pt-figures">{count}</td>)}<td class="pt-figures">{total}</td></tr>)}</tbody>
      </table>
    </div>
    <p class="govuk-body-s pt-quiet">Source: Trafford Council, scrutiny committee slides, 19 March 2019. Note: each counts what happened in the quarter, so orders are not some of the decisions. Most cells are under six, as they were printed: a table of your own would have them suppressed before it is published, and these are in no download.</p>
  </section>
);
