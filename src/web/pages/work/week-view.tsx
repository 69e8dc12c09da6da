import type { WeekPage, WorkItem } from "../../../app/work/views.ts";
import { addDays, dayInWords } from "../../../domain/dates/day.ts";
import { laidOut } from "../../../domain/work/groups.ts";
import { weekdayName } from "../../../domain/work/week.ts";
import type { Html } from "../../govuk/html.ts";
import { WorkTable } from "./items.tsx";

export const weekAddress = (monday: string): string => `/work/week?from=${monday}`;

/** What is due in one week, day by day, made to be printed. */
export function WeekView({ week, who }: { readonly week: WeekPage; readonly who: string }): Html {
  const { today, monday, days, before, leftOut } = week;
  const back = weekAddress(monday);
  const some = days.filter(({ items }) => items.length > 0);
  const working = days.filter(({ items }, nth) => nth < 5 || items.length > 0);
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">My week from {dayInWords(monday)}</h1>
        <p class="pt-heading__beside pt-work__ways"><a class="govuk-link" href="/work">My work</a></p>
      </div>
      <p class="pt-print-only">{who}. As it stood on {dayInWords(today)}.</p>
      <nav aria-label="Weeks" class="pt-work__weeks">
        {([[-7, "Week before"], [7, "Week after"]] as const).map(([by, text]) => (
          <a class="govuk-link govuk-link--no-visited-state" href={weekAddress(addDays(monday, by))}>{text}, from {dayInWords(addDays(monday, by))}</a>
        ))}
      </nav>
      {before.length === 0 ? null : <Part id="before" heading={`Late from before this week: ${before.length}`} items={before} back={back} />}
      {some.length === 0 ? <p class="govuk-body">Nothing is due from you in this week.</p> : working.map(({ on, items }) => (
        <Part id={on} heading={`${weekdayName(on)} ${dayInWords(on)}${on === today ? ", today" : ""}`} items={items} back={back} />
      ))}
      {leftOut === 0 ? null : <p class="govuk-body">{leftOut.toLocaleString("en-GB")} more are due by then: <a class="govuk-link" href="/work">My work</a> has them all.</p>}
    </>
  );
}

interface PartProps {
  readonly id: string;
  readonly heading: string;
  readonly items: readonly WorkItem[];
  readonly back: string;
}

const Part = ({ id, heading, items, back }: PartProps): Html => (
  <section aria-labelledby={`on-${id}`} class={`pt-work__day${items.length === 0 ? " pt-work__day--free" : ""}`}>
    <h2 class="govuk-heading-s" id={`on-${id}`}>{heading}</h2>
    {items.length === 0 ? <p class="pt-quiet">Nothing is due</p> : <WorkTable caption={heading} families={laidOut(items).flatMap(({ families }) => families)} back={back} />}
  </section>
);
