import type { QuarterlyPage } from "../../../../app/publication/quarterly.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { daysOf, quarterCode } from "../../../../domain/dates/quarter.ts";
import { WHAT_IS_COUNTED, WHAT_X_IS } from "../../../../domain/documents/quarterly.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Quarterly } from "./table.tsx";

/** The quarterly table as it would be published now, and what publishing it means. */
export function QuarterlyView({ page, moved = false }: { readonly page: QuarterlyPage; readonly moved?: boolean }): Html {
  const { authority, yearEnding, yearEndings, quarters, table, forEarlier } = page;
  const last = quarters.at(-1);
  const year = windowName({ yearEnding, years: 1 });
  return (
    <>
      {moved ? component("govukNotificationBanner", { titleText: "Not published yet", text: "Another quarter has ended since you opened this page. Look at the table again, and publish it then." }) : null}
      <span class="govuk-caption-l">{authority.name}, {year}</span>
      <h1 class="govuk-heading-l">Quarterly table for publication</h1>
      <form class="pt-filters" method="get" autocomplete="off" action="/reports/quarterly" aria-label="Year">
        {component("govukSelect", {
          id: "year-ending", name: "year-ending", label: { text: "Year ending in March", classes: "govuk-label--s pt-filters__label" }, formGroup: { classes: "pt-filters__field" },
          items: yearEndings.map((value) => ({ value, text: value, selected: value === yearEnding })),
        })}
        {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
      </form>
      {last === undefined ? <p class="govuk-body">No quarter of the year has ended yet.</p> : (
        <>
          <p class="govuk-body pt-measure">{WHAT_IS_COUNTED} Every child of the authority is counted. Only quarters that have ended are in it.</p>
          <Quarterly table={table} caption={`${authority.name}, ${year}, up to ${dayInWords(daysOf(last).to)}`} />
          <ul class="govuk-list govuk-list--bullet pt-measure">{WHAT_X_IS.map((words) => <li>{words}</li>)}<li>What was published before is taken into account: a number that went up or down by 1 to 5 since then is left out too.</li></ul>
          {forEarlier === 0 ? null : <p class="govuk-body pt-measure">{leftOutForEarlier(forEarlier)} <a class="govuk-link" href="/reports/published">What was published</a></p>}
          <form method="post" action={`/reports/quarterly?year-ending=${yearEnding}`} autocomplete="off">
            <input type="hidden" name="up-to" value={quarterCode(last)} />
            {component("govukWarningText", { text: "Once published it cannot be taken back: whoever has read it has it. It stays in the register, and what is published later is protected against it.", iconFallbackText: "Warning" })}
            {component("govukButton", { text: "Publish this table" })}
          </form>
        </>
      )}
      <p class="govuk-body"><a class="govuk-link" href="/reports/published">What was published</a></p>
    </>
  );
}

/** Why a table that told numbers, noughts among them, yesterday tells fewer today. */
const leftOutForEarlier = (n: number): string =>
  `${counted(n, "number is", "numbers are")} x only because of what was published before, in a table or a report: set beside it, ${n === 1 ? "it" : "they"} would tell of 1 to 5 children. A nought is then an x too, where to print it would give another number away.`;
