import type { QuarterlyTable } from "../../../../domain/scorecard/publication/quarterly.ts";
import type { Html } from "../../../govuk/html.ts";

/** A quarterly table: rows of what happened, a column for each quarter and for the total to date. */
export const Quarterly = ({ table: { heads, rows }, caption }: { readonly table: QuarterlyTable; readonly caption: string }): Html => (
  <div class="pt-scroll" role="region" aria-label={caption} tabindex={0}>
    <table class="govuk-table pt-table pt-by-span">
      <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
      <thead><tr><th scope="col">Count</th>{heads.map((head) => <th scope="col" class="pt-figures">{head}</th>)}</tr></thead>
      <tbody>{rows.map(({ title, cells }) => <tr><th scope="row">{title}</th>{cells.map((cell) => <td class="pt-figures">{cell}</td>)}</tr>)}</tbody>
    </table>
  </div>
);
