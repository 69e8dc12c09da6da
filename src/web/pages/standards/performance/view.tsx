import type { PerformancePage, PerformanceRow } from "../../../../app/open-performance.ts";
import { OWNERS } from "../../../../domain/access/role.ts";
import { marginInWords } from "../../../../domain/standards/performance.ts";
import { TIERS } from "../../../../domain/standards/standard.ts";
import { NONE } from "../../../../domain/tracker/view.ts";
import type { Html } from "../../../govuk/html.ts";
import { Filters, spanInWords } from "./filters.tsx";
import { performanceAddress } from "./query.ts";
import { Share } from "./share.tsx";

interface Props {
  readonly page: PerformancePage;
}

export function PerformanceView({ page }: Props): Html {
  const { rows, checklist, children, team } = page;
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">How are we doing against our standards</h1>
        <p class="pt-heading__beside">{spanInWords(page)}</p>
      </div>
      <p class="govuk-body pt-measure">{page.official ? `Every child of the authority is in these figures, whether or not you may open their record: ${childrenInWords(children)}, and every time that a standard ran for them.` : `Working figures: the ${childrenInWords(children)} you may see, and every time that a standard ran for them.`} The worst first. Small numbers are shown as they are: 1 of 2 is 50%, and says little.{rows.some(({ suppressed }) => suppressed) ? " An x stands where a figure would tell of 1 to 5 times of children whose records you may not open." : ""}{page.about ? ABOUT : ""}</p>
      <Filters page={page} />
      {team === undefined ? null : <p class="govuk-body-s">{team === NONE ? "Only what no team was responsible for" : `Only what was ${team}’s`} on the day it was done, or is today where it is still open.</p>}
      {rows.length === 0 ? <Nothing page={page} /> : <Table page={page} />}
      {checklist.length === 0 ? null : <Checklist page={page} />}
      <LeftOut leftOut={page.leftOut} />
    </>
  );
}

/** Why figures are about. */
export const ABOUT = " Where children are counted whose records you may not open, figures are about, to the nearest 5, because from exact figures of two spans of months those of one child could be worked out.";

const childrenInWords = (n: string): string => (n === "1" ? "one child" : `${n} children`);

const Nothing = ({ page: { children } }: Props) => (
  <p class="govuk-body pt-measure">{children === "0"
    ? "There are no children here yet that you may see. When there are, each standard that ran for any of them has a line here: the share met in time, the median days early or late, and what is open and overdue."
    : "No standard was finished in these months or is open now, for the children you may see. Choose other months, or all teams."}</p>
);

function Table({ page }: Props): Html {
  return (
    <table class="govuk-table pt-table pt-perform" role="table">
      <caption class="govuk-visually-hidden">Standards, the worst first</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Standard</th><th role="columnheader" scope="col">Met in time</th>
          <th role="columnheader" scope="col">Median</th><th role="columnheader" scope="col" class="pt-figures">Open now</th><th role="columnheader" scope="col" class="pt-figures">Overdue</th>
        </tr>
      </thead>
      <tbody role="rowgroup">{page.rows.map((row) => <Row row={row} page={page} />)}</tbody>
    </table>
  );
}

/** “3 days early”; “about 5 days late”. */
export const medianInWords = ({ median, about }: Pick<PerformanceRow, "median" | "about">): string =>
  median === null ? "–" : `${about ? "about " : ""}${marginInWords(median)}`;

const Row = ({ row, page }: Props & { readonly row: PerformanceRow }) => (
  <tr role="row">
    <th role="rowheader" scope="row">
      <a class="govuk-link govuk-link--no-visited-state" href={performanceAddress(page, `/${row.standard}`)}>{row.title}</a>
      <span class="pt-perform__more">{row.standard} · {OWNERS[row.owner]} · {TIERS[row.tier].toLowerCase()}</span>
    </th>
    <td role="cell" data-label="Met in time"><Share figures={row} /></td>
    <td role="cell" data-label="Median">{medianInWords(row)}</td>
    <td role="cell" data-label="Open now" class="pt-figures">{row.open === "0" ? "–" : row.open}</td>
    <td role="cell" data-label="Overdue" class="pt-figures">{row.overdue === "0" ? "–" : <strong class="pt-perform__late">{row.overdue}</strong>}</td>
  </tr>
);

const Checklist = ({ page }: Props) => (
  <section aria-labelledby="checklist-heading">
    <h2 class="govuk-heading-m" id="checklist-heading">Checklists</h2>
    <p class="govuk-body-s">Never early or late: done or answered in these months, and still to do today.</p>
    <table class="govuk-table pt-table pt-perform__checklist">
      <caption class="govuk-visually-hidden">Checklists, most to do first</caption>
      <thead><tr><th scope="col">Standard</th><th scope="col" class="pt-figures">Done</th><th scope="col" class="pt-figures">To do</th></tr></thead>
      <tbody>
        {page.checklist.map(({ standard, title, done, toDo }) => (
          <tr><th scope="row"><a class="govuk-link govuk-link--no-visited-state" href={`/standards/${standard}`}>{title}</a><span class="pt-perform__more">{standard}</span></th><td class="pt-figures">{done}</td><td class="pt-figures">{toDo}</td></tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** Nothing is left out of a figure in silence. */
export function LeftOut({ leftOut: { advisory, notRecorded, about } }: Pick<PerformancePage, "leftOut">): Html {
  const or = about === true ? "about " : "";
  const told = [
    advisory === 0 ? "" : `${or}${advisory.toLocaleString("en-GB")} by standards whose text is not yet confirmed (advisory)`,
    notRecorded === 0 ? "" : `${or}${notRecorded.toLocaleString("en-GB")} whose source cannot say (not recorded)`,
  ].filter((part) => part !== "");
  return (
    <p class="govuk-body-s pt-measure pt-quiet">
      {told.length === 0 ? "" : `Not counted: ${told.join(", and ")}. `}What no longer applies, what has no day to be done by, and first lawful days are in no figure.
    </p>
  );
}
