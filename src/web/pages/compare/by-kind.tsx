import type { ComparedChild, ComparePage } from "../../../app/compare.ts";
import { type Kind, KIND_CODES, KINDS } from "../../../domain/chronology/kinds.ts";
import type { Day } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { ChildLink } from "./child-link.tsx";
import { shortDay } from "./entry-words.ts";

/** One thing of a child, told with many like it. */
export interface Happening {
  readonly child: ComparedChild;
  readonly kind: Kind;
  readonly on: Day;
  /** A period’s end, not its beginning. */
  readonly ended: boolean;
  readonly about: readonly string[];
}

interface Props {
  readonly id: string;
  readonly heading: string;
  /** What the days are: “the day (actual)”. */
  readonly days: string;
  readonly page: ComparePage;
  readonly happenings: readonly Happening[];
  readonly asAt: string;
}

/** So many are read at a glance; more wait to be opened. */
const IN_SIGHT = 6;

/** A row for each kind of thing, with the children and the days: for what is told of too many children for a line each. */
export function ByKind({ id, heading, days, page, happenings, asAt }: Props): Html {
  const rows = KIND_CODES.flatMap((kind) => [false, true].map((ended) => ({ kind, ended, of: happenings.filter((h) => h.kind === kind && h.ended === ended) }))).filter(({ of }) => of.length > 0);
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id} tabindex={-1}>{heading} <span class="pt-quiet">({happenings.length})</span></h2>
      <table class="govuk-table pt-table pt-by-kind" role="table">
        <caption class="govuk-visually-hidden">{heading}, with the children and the days</caption>
        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">What</th><th role="columnheader" scope="col" class="pt-figures">Times</th><th role="columnheader" scope="col">Children, and {days}</th></tr></thead>
        <tbody role="rowgroup">
          {rows.map(({ kind, ended, of }) => {
            const what = `${KINDS[kind].label}${ended ? ": ended" : ""}`;
            return (
              <tr role="row">
                <th role="rowheader" scope="row">{what}</th>
                <td role="cell" class="pt-figures">{of.length}</td>
                <td role="cell">
                  {of.length <= IN_SIGHT ? <Children of={of} page={page} asAt={asAt} /> : component("govukDetails", {
                    summaryHtml: <>{inWords(new Set(of.map(({ child }) => child.recordId)).size)}<span class="govuk-visually-hidden">: {what}</span></>, classes: "pt-by-kind__more",
                    html: <Children of={of} page={page} asAt={asAt} />,
                  })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const inWords = (n: number): string => `${n} ${n === 1 ? "child" : "children"}`;

const Children = ({ of, page, asAt }: { readonly of: readonly Happening[]; readonly page: ComparePage; readonly asAt: string }) => (
  <ul class="pt-by-kind__children">
    {of.map(({ child, on, about }) => <li><ChildLink child={child} page={page} asAt={asAt} /> {shortDay(on, page.query.to)}{about.length === 0 ? "" : ` (${about.join(", ")})`}</li>)}
  </ul>
);
