import type { ComparePage } from "../../../app/compare.ts";
import { type Day, dayInWords } from "../../../domain/dates/day.ts";
import { NO_FILTERS, viewParams } from "../../../domain/tracker/view.ts";
import { filtersInWords } from "../../../domain/tracker/view-in-words.ts";
import { DateInput } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { ByKind } from "./by-kind.tsx";
import { ChildLink } from "./child-link.tsx";
import { Flow } from "./flow.tsx";
import { BY_KIND, happeningsOf, type ToldByKind } from "./happenings.ts";
import { asAtLater, compareAddress, type DaysForm, shortcuts } from "./query.ts";
import { type Section, sectionsOf } from "./sections.ts";

interface Props {
  readonly page: ComparePage;
  readonly today: Day;
  readonly typed: DaysForm | undefined;
  readonly dropped: readonly string[];
}

export function CompareView({ page, today, typed, dropped }: Props): Html {
  const { query, differences } = page;
  const sections = sectionsOf(page, today);
  const many = (Object.keys(BY_KIND) as ToldByKind[]).map((id) => ({ id, ...BY_KIND[id], happenings: happeningsOf(id, page) })).filter(({ happenings }) => happenings.length > 0);
  const asAt = asAtLater(query, today);
  const contents = [...sections.map(({ id, heading, rows }) => ({ id: id as string, heading, count: rows.length })), ...many.map(({ id, heading, happenings }) => ({ id, heading, count: happenings.length }))];
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">What changed</h1>
        <p class="pt-heading__beside">{dayInWords(query.from)} to {dayInWords(query.to)}</p>
      </div>
      {component("govukInsetText", { classes: "pt-as-at", html: <QuestionAsked page={page} /> })}
      {dropped.length === 0 ? null : <p class="govuk-body">This link asked for something that is not here any more: {dropped.join(", ")}. It is shown without.</p>}
      <OtherDays page={page} today={today} typed={typed} />
      <Narrowed page={page} />
      {differences.length === 0 ? <p class="govuk-body"><strong>Nothing changed.</strong> {inWords(page.compared)} that you may see stand on {dayInWords(query.to)} as they did on {dayInWords(query.from)}.</p> : (
        <>
          {page.anyBefore ? null : <NobodyBefore page={page} />}
          <p class="govuk-body">{differences.length} of {inWords(page.compared)} that you may see changed.</p>
          <nav aria-label="Changes" class="pt-changed">
            <ul class="pt-changed__list">{contents.map(({ id, heading, count }) => <li><a class="govuk-link govuk-link--no-visited-state" href={`#${id}`}>{heading}</a> <strong>{count}</strong></li>)}</ul>
          </nav>
          <Flow page={page} />
          {sections.map((section) => <Listed section={section} page={page} asAt={asAt} />)}
          {many.map(({ id, heading, days, happenings }) => <ByKind id={id} heading={heading} days={days} page={page} happenings={happenings} asAt={asAt} />)}
        </>
      )}
    </>
  );
}

const inWords = (n: number): string => `${n.toLocaleString("en-GB")} ${n === 1 ? "child" : "children"}`;

const QuestionAsked = ({ page: { query } }: { readonly page: ComparePage }) => (query.how === "known" ? (
  <><strong>As we knew it: what had been written down by the end of each of the two days.</strong> <a class="govuk-link" href={compareAddress(query, { how: "stood" })}>Compare as it stood</a></>
) : (
  <><strong>As it stood: what had happened by each of the two days, from all we know now.</strong> Planned dates are as they are now, so none has moved. <a class="govuk-link" href={compareAddress(query, { how: "known" })}>Compare as we knew it</a></>
));

/** The days people ask for most, and any other two. */
const OtherDays = ({ page: { query }, today, typed }: { readonly page: ComparePage; readonly today: Day; readonly typed: DaysForm | undefined }) => {
  const empty = { day: "", month: "", year: "" };
  const error = (id: string): string | undefined => typed?.errors.find((e) => e.id === `${id}-day`)?.text;
  return (
    <div class="pt-days-ways">
      <ul class="pt-days-ways__short">
        {shortcuts(today).map(({ text, from }) => (
          <li><a class="govuk-link govuk-link--no-visited-state" href={compareAddress(query, { from, to: today })} {...(query.from === from && query.to === today ? { "aria-current": "true" } : {})}>{text}</a></li>
        ))}
      </ul>
      {component("govukDetails", {
        summaryText: "Compare two other days", classes: "pt-as-at-form", open: typed !== undefined,
        html: (
          <form method="get" action="/tracker/compare">
            {viewParams(query.view).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
            <DateInput id="from" legend="The earlier day" value={typed?.from ?? empty} error={error("from")} small />
            <DateInput id="to" legend="The later day" value={typed?.to ?? empty} error={error("to")} small />
            {component("govukRadios", {
              idPrefix: "as", name: "as", classes: "govuk-radios--small",
              fieldset: { legend: { text: "Which question?", classes: "govuk-fieldset__legend--s" } },
              items: [
                { value: "known", text: "As we knew it: only what had been written down by that day", checked: (typed?.how ?? query.how) === "known" },
                { value: "stood", text: "As it stood: what had happened by that day, from all we know now", checked: (typed?.how ?? query.how) === "stood" },
              ],
            })}
            {component("govukButton", { text: "Compare", classes: "govuk-button--secondary pt-button--small" })}
          </form>
        ),
      })}
    </div>
  );
};

/** Which children are compared, where not all are. */
function Narrowed({ page: { query, authorities, workerNames } }: { readonly page: ComparePage }): Html | null {
  const said = filtersInWords(query.view.filters, { workers: workerNames, authorities: new Map(authorities.map(({ code, name }) => [code, name])) });
  if (said.length === 0) return null;
  return <p class="govuk-body">Only children {said.join("; ")}, on {dayInWords(query.to)}. <a class="govuk-link govuk-link--no-visited-state" href={compareAddress(query, { view: { ...query.view, filters: NO_FILTERS } })}>Compare all children</a></p>;
}

const NobodyBefore = ({ page: { query } }: { readonly page: ComparePage }) => (
  <p class="govuk-body">{query.how === "known" ? (
    <>Nothing had been written down by {dayInWords(query.from)} of any child you may see, so every child is new. <a class="govuk-link" href={compareAddress(query, { how: "stood" })}>Compare as it stood</a> to see what happened between the two days.</>
  ) : <>Nothing had happened by {dayInWords(query.from)} to any child you may see, so every child is new.</>}</p>
);

const Listed = ({ section: { id, heading, heads, rows }, page, asAt }: { readonly section: Section; readonly page: ComparePage; readonly asAt: string }) => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id} tabindex={-1}>{heading} <span class="pt-quiet">({rows.length})</span></h2>
    <table class="govuk-table pt-table pt-compared" role="table">
      <caption class="govuk-visually-hidden">{heading}</caption>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Child</th>{heads.map((head) => <th role="columnheader" scope="col">{head}</th>)}</tr></thead>
      <tbody role="rowgroup">
        {rows.map(({ child, cells }) => (
          <tr role="row"><th role="rowheader" scope="row"><ChildLink child={child} page={page} asAt={asAt} /></th>{cells.map((cell, i) => <td role="cell" data-label={heads[i]}>{cell}</td>)}</tr>
        ))}
      </tbody>
    </table>
  </section>
);
