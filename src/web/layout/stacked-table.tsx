import type { Html } from "../govuk/html.ts";

interface Props {
  readonly caption: string;
  readonly heads: readonly string[];
  /** Cells by row, in the order of the heads. */
  readonly rows: readonly (readonly (string | Html | null)[])[];
  /** Which columns hold figures, and stand to the right where there is room. */
  readonly figures?: readonly number[];
}

const NONE: readonly number[] = [];

/** A table whose rows are laid one under another on a phone, each cell under the name of its column. Its caption is for those who do not see it. */
export const StackedTable = ({ caption, heads, rows, figures = NONE }: Props): Html => (
  <div class="pt-scroll" role="region" aria-label={caption} tabindex={0}>
    <table class="govuk-table pt-table pt-stacked">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead><tr>{heads.map((head, i) => <th scope="col" class={figures.includes(i) ? "pt-figures" : undefined}>{head}</th>)}</tr></thead>
      <tbody>{rows.map((cells) => <tr>{cells.map((cell, i) => <td data-label={heads[i]} class={figures.includes(i) ? "pt-figures" : undefined}>{cell}</td>)}</tr>)}</tbody>
    </table>
  </div>
);
