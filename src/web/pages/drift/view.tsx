import type { DriftGroup, DriftPage } from "../../../app/open-drift.ts";
import { DATE_MOVED } from "../../../domain/standards/drift.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { Pages } from "../../layout/pages.tsx";
import { DriftTable } from "./lines.tsx";
import { Bars } from "./bars.tsx";
import { driftAddress, type DriftQuery } from "./query.ts";

export interface DriftProps {
  readonly drift: DriftPage;
  readonly query: DriftQuery;
}

/** Lines of a rule shown among other rules, and of one rule on a page. */
const AMONG_OTHERS = 20;
const PAGE_SIZE = 50;

export function DriftView({ drift, query }: DriftProps): Html {
  const { groups, children, drifting } = drift;
  const met = groups.filter(({ lines }) => lines.length > 0);
  const shown = query.rule === undefined ? met : met.filter(({ rule }) => rule === query.rule);
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Drift</h1>
        <p class="pt-heading__beside">{drifting} of {inWords(children)} you may see</p>
      </div>
      <p class="govuk-body pt-measure">Nobody’s appointment is late, and yet these children wait: a state has lasted too long or soon will have, no plan was made by the second review, or a planned date has been put off three times or more. The longest past the limit comes first.</p>
      {children === 0 ? <NoChildren /> : (
        <>
          <Filters drift={drift} query={query} />
          {met.length === 0 ? <Nobody drift={drift} /> : <Bars groups={groups} query={query} />}
          {met.length > 0 && shown.length === 0 ? <p class="govuk-body">No child meets this rule. <a class="govuk-link" href={driftAddress(query, { rule: undefined })}>Show all rules</a></p> : null}
          {shown.map((group) => <Group group={group} drift={drift} query={query} />)}
          {met.length === 0 ? null : <LookedFor drift={drift} />}
        </>
      )}
    </>
  );
}

const inWords = (n: number): string => `${n.toLocaleString("en-GB")} ${n === 1 ? "child" : "children"}`;

function Filters({ drift: { authorities, groups }, query }: DriftProps): Html {
  const small = "govuk-label--s pt-filters__label";
  return (
    <form class="pt-filters" method="get" autocomplete="off" action="/drift" aria-label="Which children">
      {authorities.length < 2 ? null : component("govukSelect", {
        id: "authority", name: "authority", label: { text: "Authority", classes: small }, formGroup: { classes: "pt-filters__field" },
        items: [{ value: "", text: "All" }, ...authorities.map(({ code, name }) => ({ value: code, text: name, selected: code === query.authority }))],
      })}
      {component("govukSelect", {
        id: "rule", name: "rule", label: { text: "Rule", classes: small }, formGroup: { classes: "pt-filters__field" }, classes: "pt-drift__rules",
        items: [{ value: "", text: "All" }, ...groups.map(({ rule, title, lines }) => ({ value: rule, text: `${title} (${lines.length})`, selected: rule === query.rule }))],
      })}
      {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
    </form>
  );
}

function Group({ group, drift, query }: DriftProps & { readonly group: DriftGroup }): Html {
  const { rule, title, lines, past, near } = group;
  const alone = query.rule === rule;
  const pages = alone ? Math.ceil(lines.length / PAGE_SIZE) : 1;
  const at = Math.min(query.page, pages);
  const some = alone ? lines.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE) : lines.slice(0, AMONG_OTHERS);
  return (
    <section class="pt-drift__rule" aria-labelledby={`rule-${rule}`}>
      <h2 class="govuk-heading-m pt-section__heading" id={`rule-${rule}`} tabindex={-1}>{title} <span class="pt-quiet">({lines.length})</span></h2>
      <p class="govuk-body-s pt-drift__counts">
        {rule === DATE_MOVED ? "Each date is a line of its own." : [past === 0 ? "" : `${past} past the limit`, near === 0 ? "" : `${near} near it`].filter((part) => part !== "").join(", ")}
        {rule === DATE_MOVED ? null : <> · <a class="govuk-link govuk-link--no-visited-state" href={`/standards/${rule}`}>{rule}</a>{lines.length === 0 ? null : <> · <a class="govuk-link govuk-link--no-visited-state" href={trackerOf(rule, drift.authority)}>{lines.length === 1 ? "this child" : "these children"} in the tracker<span class="govuk-visually-hidden">: {title}</span></a></>}</>}
        {some.length < lines.length && !alone ? <> · the first {some.length} are here: <a class="govuk-link govuk-link--no-visited-state" href={driftAddress(query, { rule })}>show all {lines.length}<span class="govuk-visually-hidden">: {title}</span></a></> : null}
      </p>
      <DriftTable group={group} lines={some} drift={drift} />
      {alone ? <Pages page={at} pages={pages} address={(page) => driftAddress(query, { page })} /> : null}
    </section>
  );
}

/** The tracker with the children who meet a rule. */
const trackerOf = (rule: string, authority: string | undefined): string =>
  `/tracker?${new URLSearchParams([["drift", rule], ...(authority === undefined ? [] : [["authority", authority]])])}`;

/** An empty page says what would be here. */
const Nobody = ({ drift }: { readonly drift: DriftPage }) => (
  <div class="pt-measure">
    <p class="govuk-body"><strong>None of {drift.children === 1 ? "the one child" : `the ${inWords(drift.children)}`} you may see is adrift today, or soon will be.</strong> A child is listed here, with the reason, for how long, what stands in the way and what is next, as soon as one of these is so:</p>
    <Rules drift={drift} />
  </div>
);

const NoChildren = () => (
  <p class="govuk-body pt-measure">There are no children here yet that you may see. When there are, each who meets a drift rule is listed here, with the reason, for how long, what stands in the way and what is next.</p>
);

const LookedFor = ({ drift }: { readonly drift: DriftPage }): Html => component("govukDetails", {
  summaryText: "What is looked for",
  html: <Rules drift={drift} />,
});

function Rules({ drift: { groups, advisory } }: { readonly drift: DriftPage }): Html {
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {groups.map(({ rule, title }) => <li>{rule === DATE_MOVED ? `${title}, until it comes` : <>{title} (<a class="govuk-link" href={`/standards/${rule}`}>{rule}</a>)</>}</li>)}
      </ul>
      <p class="govuk-body-s">A child is listed from the standard’s warning period on. Children who were adopted or left care are not, nor those of whom the source of the record cannot say.{advisory.length === 0 ? "" : ` Not yet looked for, because the wording is not confirmed: ${advisory.map(({ id, title }) => `${title} (${id})`).join("; ")}.`}</p>
    </>
  );
}
