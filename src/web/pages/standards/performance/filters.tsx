import type { PerformancePage } from "../../../../app/open-performance.ts";
import { type Month, monthAfter, monthInWords, monthOf, monthsFrom } from "../../../../domain/standards/performance.ts";
import { NONE } from "../../../../domain/tracker/view.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

/** Months offered: three years back, and further where they are chosen. */
const OFFERED = 36;

/** Authority where there are several, team, and the first and last month. */
export function Filters({ page: { authorities, authority, teams, team, from, to, today } }: { readonly page: PerformancePage }): Html {
  const small = "govuk-label--s pt-filters__label";
  const now = monthOf(today);
  const first = monthAfter(now, 1 - OFFERED);
  const months = monthsFrom(from < first ? from : first, now).toReversed();
  const monthItems = (chosen: Month) => months.map((month) => ({ value: month, text: `${monthInWords(month)}${month === now ? ", so far" : ""}`, selected: month === chosen }));
  const known = team === undefined || team === NONE || teams.includes(team) ? teams : [...teams, team];
  return (
    <form class="pt-filters" method="get" autocomplete="off" action="/standards/performance" aria-label="Which figures">
      {authorities.length < 2 ? null : component("govukSelect", {
        id: "authority", name: "authority", label: { text: "Authority", classes: small }, formGroup: { classes: "pt-filters__field" },
        items: [{ value: "", text: "All" }, ...authorities.map(({ code, name }) => ({ value: code, text: name, selected: code === authority }))],
      })}
      {component("govukSelect", {
        id: "team", name: "team", label: { text: "Team", classes: small }, formGroup: { classes: "pt-filters__field" },
        items: [{ value: "", text: "All" }, ...known.map((name) => ({ value: name, text: name, selected: name === team })), { value: NONE, text: "No team recorded", selected: team === NONE }],
      })}
      {component("govukSelect", { id: "from", name: "from", label: { text: "From", classes: small }, formGroup: { classes: "pt-filters__field" }, items: monthItems(from) })}
      {component("govukSelect", { id: "to", name: "to", label: { text: "To the end of", classes: small }, formGroup: { classes: "pt-filters__field" }, items: monthItems(to) })}
      {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
    </form>
  );
}

/** “December 2025 to November 2026, so far”. */
export const spanInWords = ({ from, to, today }: Pick<PerformancePage, "from" | "to" | "today">): string =>
  `${from === to ? "" : `${monthInWords(from)} to `}${monthInWords(to)}${to >= monthOf(today) ? ", so far" : ""}`;
