import type { Amounts } from "../../../app/team/views.ts";
import type { DeskGroup } from "../../../domain/work/groups.ts";
import type { Html } from "../../govuk/html.ts";

export interface AmountRow extends Amounts {
  /** What the row is of, with its link where it has one. */
  readonly head: Html | string;
  /** The same in words, for the names of links. */
  readonly of: string;
  readonly children: Html | string;
  /** Where the list behind a figure is; nothing where its reader may not open it. */
  readonly href?: (group: DeskGroup) => string;
  /** What can be done, on pages that offer something. */
  readonly action?: Html | null;
}

interface Props {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly AmountRow[];
  /** Heading of the column of what can be done; none, no column. */
  readonly action?: string;
}

const WIDTH = 160;
const HEIGHT = 16;
const COLUMNS = [["late", "Late"], ["week", "Due in 7 days"], ["later", "Due later"]] as const;

/** How much is late and how much is due, row by row: every figure opens its list; beside it the same as a bar, full for what is late. */
export function AmountsTable({ caption, head, rows, action }: Props): Html {
  const most = Math.max(1, ...rows.map(({ late, week }) => late + week));
  const width = (n: number): number => (n === 0 ? 0 : Math.max(2, Math.round((n / most) * (WIDTH - 2))));
  return (
    <table class="govuk-table pt-table pt-amounts" role="table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{head}</th><th role="columnheader" scope="col" class="pt-figures">Children</th>
          {COLUMNS.map(([, label]) => <th role="columnheader" scope="col" class="pt-figures">{label}</th>)}
          <td class="pt-amounts__bar" aria-hidden="true">Late and due in 7 days</td>
          {action === undefined ? null : <th role="columnheader" scope="col">{action}</th>}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            <th role="rowheader" scope="row">{row.head}</th>
            <td role="cell" class="pt-figures" data-label="Children">{row.children}</td>
            {COLUMNS.map(([group, label]) => <td role="cell" class="pt-figures" data-label={label}><Figure row={row} group={group} label={label} /></td>)}
            <td class="pt-amounts__bar" aria-hidden="true">
              <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} preserveAspectRatio="none" focusable="false">
                <rect class="pt-amounts__late" x="1" y="2" width={width(row.late)} height={HEIGHT - 4} />
                <rect class="pt-amounts__week" x={1 + width(row.late)} y="2" width={width(row.week)} height={HEIGHT - 4} />
              </svg>
            </td>
            {action === undefined ? null : <td role="cell">{row.action ?? null}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ row, group, label }: { readonly row: AmountRow; readonly group: keyof Amounts; readonly label: string }): Html {
  const n = row[group];
  if (n === 0) return <span class="pt-quiet">0</span>;
  const text = n.toLocaleString("en-GB");
  return row.href === undefined ? <>{text}</> : <a class="govuk-link govuk-link--no-visited-state pt-amounts__figure" href={row.href(group)}>{text}<span class="govuk-visually-hidden"> {label.toLowerCase()}: {row.of}</span></a>;
}
