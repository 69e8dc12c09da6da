import type { CountSpan, CountsPage } from "../../../../app/open-counts.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { COUNTS_OPEN, EVENT_CODES, type EventCode, EVENTS, STANDING, type StandingCode } from "../../../../domain/scorecard/counts.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { SUPPRESSED } from "../../../../app/scorecard-words.ts";
import { Sections } from "../sections.tsx";
import { Sourced } from "../sourced.tsx";
import { toldInWords } from "./told.ts";

interface Props {
  readonly page: CountsPage;
}

/** Those with a code of the scorecard are called by it as well. */
const named = (code: EventCode | StandingCode): string => (/^A\d+$/.test(code) ? `${code} ${({ ...EVENTS, ...STANDING })[code]}` : ({ ...EVENTS, ...STANDING })[code]);

const PLAN: readonly EventCode[] = ["A15", "A16", "matched", "placed", "A4"];
const BESIDE: readonly EventCode[] = EVENT_CODES.filter((code) => !PLAN.includes(code));

export function CountsView({ page }: Props): Html {
  const { authority, yearEnding, yearEndings } = page;
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Counts by quarter</h1>
        <p class="pt-heading__beside">{authority.name}, {windowName({ yearEnding, years: 1 })}{page.year.state === "running" ? ", so far" : ""}</p>
      </div>
      <Sections at="counts" />
      <form class="pt-filters" method="get" autocomplete="off" action="/scorecard/counts" aria-label="Year">
        {component("govukSelect", {
          id: "year-ending", name: "year-ending", label: { text: "Year ending in March", classes: "govuk-label--s pt-filters__label" }, formGroup: { classes: "pt-filters__field" },
          items: [...new Set([yearEnding, ...yearEndings])].sort((a, b) => b - a).map((year) => ({ value: year, text: year, selected: year === yearEnding })),
        })}
        {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
      </form>
      <p class="govuk-body pt-measure">Counts are of what happened in each quarter, so orders granted are not some of the decisions made. Every child of the authority is counted, whether or not you may open their record. <a class="govuk-link" href={`/scorecard/quarterly?year-ending=${yearEnding}`}>Quarterly table of these, as a document</a></p>
      <Table page={page} id="way" title="On the way to adoption" codes={PLAN} standing />
      <Table page={page} id="beside" title="Early permanence, changes of plan, disruptions and support" codes={BESIDE} />
      <Sourced page={page} note={`an x stands for a share that would tell of 1 to 5 children whose records you may not open. Three years end with the year shown.`} />
      <section aria-labelledby="open-heading">
        <h2 class="govuk-heading-m" id="open-heading">What is assumed, and what is not known</h2>
        <div class="pt-scroll" role="region" aria-label="Assumed of the counts" tabindex={0}>
          <table class="govuk-table pt-table">
            <caption class="govuk-visually-hidden">What is assumed of the counts</caption>
            <thead><tr><th scope="col">Counts</th><th scope="col">Assumed</th><th scope="col">What is open</th></tr></thead>
            <tbody>{COUNTS_OPEN.map(({ codes, assumed, open }) => <tr><td>{codes}</td><td>{assumed}</td><td>{open}</td></tr>)}</tbody>
          </table>
        </div>
      </section>
    </>
  );
}

const heading = ({ name, state, to }: CountSpan): string => `${name}${state === "running" && name !== "Year to date" ? `, to ${dayInWords(to)}` : ""}`;

function Table({ page, id, title, codes, standing = false }: Props & { readonly id: string; readonly title: string; readonly codes: readonly EventCode[]; readonly standing?: boolean }): Html {
  const spans = [...page.quarters, page.year, page.threeYears];
  const shares = standing ? [{ words: "A4 as a share of all who left care", of: "adoptedOfLeft" as const }] : [{ words: "A5 as a share of adopted and changed away", of: "changedOfSettled" as const }];
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>{title}</h2>
      <div class="pt-scroll" role="region" aria-label={`${title}: table`} tabindex={0}>
        <table class="govuk-table pt-table pt-by-span">
          <caption class="govuk-visually-hidden">{title}, by quarter and to date</caption>
          <thead><tr><th scope="col">Count</th>{spans.map((span) => <th scope="col" class="pt-figures">{heading(span)}</th>)}</tr></thead>
          <tbody>
            {codes.map((code) => (
              <tr>
                <th scope="row"><a class="govuk-link" href={`/scorecard/counts/${code}?year-ending=${page.yearEnding}`}>{named(code)}</a></th>
                {spans.map(({ events }) => <td class="pt-figures">{events === null ? "to come" : toldInWords(events[code])}</td>)}
              </tr>
            ))}
            {shares.map(({ words, of }) => (
              <tr>
                <th scope="row">{words}</th>
                {spans.map((span) => <td class="pt-figures">{share(span, of)}</td>)}
              </tr>
            ))}
            {!standing ? null : (["A9", "A14"] as const).map((code) => (
              <tr>
                <th scope="row">{named(code)}, on the last day</th>
                {spans.map(({ standing: on, state }) => <td class="pt-figures">{on === null ? (state === "to-come" ? "to come" : "–") : toldInWords(on[code])}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function share(span: CountSpan, of: "adoptedOfLeft" | "changedOfSettled"): string {
  const { events, state } = span;
  if (events === null || state === "to-come") return "to come";
  const told = span[of];
  if (told !== null) return `${told.telling === "coarse" ? "about " : ""}${told.percent}%`;
  const whole = of === "adoptedOfLeft" ? [events.left] : [events.A4, events.A5];
  return whole.every(({ open, closed }) => open + closed === 0) ? "nobody" : SUPPRESSED;
}

/** The children to whom one thing happened in the year, each with the day. */
export function HappenedView({ page, code }: Props & { readonly code: EventCode }): Html {
  const { events } = page.year;
  const listed = page.happened[code];
  const count = events?.[code];
  return (
    <>
      <span class="govuk-caption-l">{page.authority.name}, {windowName({ yearEnding: page.yearEnding, years: 1 })}</span>
      <h1 class="govuk-heading-l">{named(code)}: {count === undefined ? 0 : toldInWords(count)}</h1>
      {listed.length === 0 ? <p class="govuk-body">Nobody whose record you may open.</p> : (
        <div class="pt-scroll" role="region" aria-label="Children" tabindex={0}>
          <table class="govuk-table pt-table">
            <caption class="govuk-visually-hidden">Children, by the day it happened</caption>
            <thead><tr><th scope="col">Child</th><th scope="col">On (actual)</th></tr></thead>
            <tbody>{listed.map(({ recordId, localId, on }) => <tr><th scope="row"><a class="govuk-link" href={`/children/${recordId}`}>{localId}</a></th><td>{dayInWords(on)}</td></tr>)}</tbody>
          </table>
        </div>
      )}
      {count === undefined || count.closed === 0 ? null : <p class="govuk-body">The others are of children whose records you may not open.</p>}
    </>
  );
}
