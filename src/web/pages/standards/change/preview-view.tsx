import type { ChangePreview, NamedChange, StandardsPage, WhatIfChild } from "../../../../app/standards/views.ts";
import { type Day, dayInWords } from "../../../../domain/dates/day.ts";
import { CLOCK_STATES, type ClockState } from "../../../../domain/standards/clock.ts";
import type { WhatIfClock } from "../../../../domain/standards/what-if.ts";
import { clocksInWords, titlesOf } from "./clocks-in-words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { differences } from "../differences.ts";
import { changeInWords } from "../words.ts";
import { Worked } from "../worked.tsx";
import type { Typed } from "./asked.ts";
import { ChangedSince } from "./since.tsx";

export type Preview = Extract<ChangePreview, { outcome: "preview" }>;

interface Props {
  readonly preview: Preview;
  readonly book: StandardsPage;
  readonly typed: Typed;
  readonly since: readonly NamedChange[];
  readonly back: string;
  readonly all: boolean;
}

/** Children told before somebody asks for all. */
const FIRST = 50;

/** What a change would do, before it is made: the standard, its examples, and every child some of whose clocks would stand otherwise. */
export function PreviewView({ preview, book, typed, since, back, all }: Props): Html {
  const { change, children, standard } = preview;
  const changed = preview.changed.toSorted((a, b) => urgency(a) - urgency(b));
  const told = all ? changed : changed.slice(0, FIRST);
  const titles = titlesOf(preview, book);
  return (
    <>
      <ChangedSince since={since} book={book} />
      <span class="govuk-caption-l">{changeInWords(change, book)}</span>
      <h1 class="govuk-heading-l">Check what will change</h1>
      <form method="post" action="/standards/change" novalidate>
        {Object.entries(typed).filter(([name]) => name !== "step" && name !== "basedOn").map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <input type="hidden" name="basedOn" value={String(preview.revision)} />
        {standard === null ? null : <Differences standard={standard} />}
        {change.type === "publish-pack" ? <p class="govuk-body">No child’s clock changes until an authority adopts the pack.</p> : (
          <>
            <h2 class="govuk-heading-m">Children’s clocks</h2>
            <p class="govuk-body" role="status">{countInWords(preview)} Judged on {dayInWords(preview.today)}. Nothing is saved yet.</p>
            {"from" in change ? <p class="govuk-body">{fromInWords(change.from, preview.today)}</p> : null}
            <States preview={preview} />
            {changed.length === 0 ? null : (
              <>
                <h3 class="govuk-heading-s pt-section__heading" id="children" tabindex={-1}>{told.length < changed.length ? `The first ${told.length} of the ${changed.length} children who change` : "The children who change"}</h3>
                <table class="govuk-table pt-table pt-several-table">
                  <caption class="govuk-visually-hidden">The children who change</caption>
                  <thead><tr><th scope="col">Child</th><th scope="col">What changes</th></tr></thead>
                  <tbody>{told.map((child) => <Child child={child} titles={titles} />)}</tbody>
                </table>
              </>
            )}
          </>
        )}
        <p class="govuk-body">Why: {typed["reason"]}</p>
        <div class="govuk-button-group">
          {component("govukButton", { text: "Save this change", name: "step", value: "save", preventDoubleClick: true })}
          {component("govukButton", { text: "Change what you typed", name: "step", value: "edit", classes: "govuk-button--secondary" })}
          {told.length === changed.length ? null : component("govukButton", { text: `Show all ${changed.length} children`, name: "step", value: "all", classes: "govuk-button--secondary", attributes: { formaction: "/standards/change#children" } })}
          <a class="govuk-link" href={back}>Cancel, and change nothing</a>
        </div>
        {children === 0 ? null : <p class="govuk-body-s">After saving, the lists of {children === 1 ? "the one child" : `all ${children} children`} are brought up to date in the background.</p>}
      </form>
    </>
  );
}

/** The worst first: of states, and of children by the worst that a clock of theirs would become. */
const WORST_FIRST: readonly ClockState[] = ["overdue", "due-soon", "not-recorded", "running", "met-late", "met", "moot"];
const rank = ({ to, countsAfter }: WhatIfClock): number => (to === null ? WORST_FIRST.length : WORST_FIRST.indexOf(to) + (countsAfter ? 0 : 0.5));
const urgency = ({ clocks }: WhatIfChild): number => Math.min(...clocks.map(rank));

function countInWords({ changed, children }: Preview): string {
  if (children === 0) return "No clock is judged otherwise by this change.";
  const of = `of the ${children} ${children === 1 ? "child" : "children"}`;
  if (changed.length === 0) return `None ${of} has a clock that would change.`;
  const late = changed.filter(({ clocks }) => clocks.some((clock) => isLate(clock, "after") && !isLate(clock, "before"))).length;
  return `${changed.length} ${of} ${changed.length === 1 ? "has" : "have"} a clock that would change, ${late === 0 ? "none of them to overdue" : `${late} of them to overdue`}.`;
}

/** Whether a clock makes the child late. */
const isLate = ({ from, to, countsBefore, countsAfter }: WhatIfClock, when: "before" | "after"): boolean =>
  when === "before" ? from === "overdue" && countsBefore : to === "overdue" && countsAfter;

/** Why a change from today so often changes nothing yet. */
const fromInWords = (from: Day, today: Day): string =>
  `A clock goes by the version in force on the day it started, or on the planned day that it is counted back from. Those of days before ${dayInWords(from)} stay as they are${from < today ? "; those since are judged anew" : ""}.`;

/** What the standard says now beside what it would say; all of it where it is new. */
function Differences({ standard: { before, after, examples } }: { readonly standard: NonNullable<Preview["standard"]> }): Html {
  const changed = differences(before, after);
  return (
    <>
      <h2 class="govuk-heading-m">The standard</h2>
      {changed.length === 0 ? <p class="govuk-body">Its words stay as they are.</p> : (
        <table class="govuk-table pt-table pt-several-table">
          <caption class="govuk-visually-hidden">What the standard will say</caption>
          <thead><tr><th scope="col">Of the standard</th>{before === null ? null : <th scope="col">Now</th>}<th scope="col">Then</th></tr></thead>
          <tbody>{changed.map(({ label, was, is }) => (
            <tr><th scope="row">{label}</th>{before === null ? null : <td data-label="Now">{was ?? "–"}</td>}<td data-label="Then">{is ?? "–"}</td></tr>
          ))}</tbody>
        </table>
      )}
      {component("govukDetails", { summaryText: "Its worked examples by this rule", html: <>{examples.map((example) => <Worked example={example} />)}</> })}
    </>
  );
}

function States({ preview: { states } }: { readonly preview: Preview }): Html | null {
  const some = states.filter(({ before, after }) => before + after > 0).toSorted((a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state));
  return some.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s pt-section__heading">Clocks of the standards concerned</h3>
      <table class="govuk-table pt-table pt-states">
        <caption class="govuk-visually-hidden">Clocks of the standards concerned, by state</caption>
        <thead><tr><th scope="col">State</th><th scope="col" class="pt-figures">Now</th><th scope="col" class="pt-figures">Then</th></tr></thead>
        <tbody>{some.map(({ state, before, after }) => <tr><th scope="row">{CLOCK_STATES[state]}</th><td class="pt-figures">{before}</td><td class="pt-figures">{after}</td></tr>)}</tbody>
      </table>
    </>
  );
}

const Child = ({ child: { recordId, localId, name, clocks }, titles }: { readonly child: WhatIfChild; readonly titles: ReadonlyMap<string, string> }): Html => (
  <tr>
    <th scope="row" class="pt-nowrap"><a class="govuk-link govuk-link--no-visited-state" href={`/children/${recordId}`}>{localId}</a>{name === null ? null : ` ${name}`}</th>
    <td>{clocksInWords(clocks.toSorted((a, b) => rank(a) - rank(b)), titles).map((words) => <div>{words}</div>)}</td>
  </tr>
);
