import type { AheadLine, DecisionsPage, PapersLine } from "../../../app/decisions/views.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { CLOCK_FLAGS, stateInWords } from "../../../domain/standards/clock.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { DueLink } from "../child/why/due-link.tsx";
import { detailsInWords, recorderInWords, whenInWords } from "../child/words.ts";
import { FeedbackList } from "./feedback-view.tsx";
import { decidePath } from "./paths.ts";

/** What waits for the decision-maker: papers with the day the decision is due, what others put down to be confirmed, and days planned. */
export const DecisionsView = ({ page, recommended = null }: { readonly page: DecisionsPage; readonly recommended?: Html | null }): Html => (
  <>
    <h1 class="govuk-heading-l">Decisions</h1>
    {page.deputyOf === null ? null : component("govukInsetText", { text: `You are the named deputy of ${page.deputyOf} today. What you decide is recorded under your own name.` })}
    <p class="pt-work__next">{firstLine(page)}</p>
    <section class="pt-decisions" aria-labelledby="papers-heading">
      <h2 class="govuk-heading-m" id="papers-heading">Papers waiting: {page.papers.length}</h2>
      {page.papers.length === 0 ? <p class="govuk-body">No decision is due. One is from the day that panel’s final minutes arrive.</p> : <PapersTable lines={page.papers} />}
    </section>
    <section class="pt-decisions" aria-labelledby="confirm-heading">
      <h2 class="govuk-heading-m" id="confirm-heading">Put down by others, for you to confirm: {page.toConfirm.length}</h2>
      {page.toConfirm.length === 0 ? <p class="govuk-body">Nothing waits to be confirmed. What somebody else records as provisional comes here.</p> : <ToConfirm page={page} />}
    </section>
    <section class="pt-decisions" aria-labelledby="planned-heading">
      <h2 class="govuk-heading-m" id="planned-heading">Days planned: {page.planned.length}</h2>
      {page.planned.length === 0 ? <p class="govuk-body">No day is planned for a decision.</p> : <PlannedTable lines={page.planned} />}
    </section>
    {recommended}
    <section class="pt-decisions" aria-labelledby="feedback-heading">
      <h2 class="govuk-heading-m" id="feedback-heading">Feedback given last</h2>
      <FeedbackList lines={page.feedback} />
    </section>
  </>
);

/** The first line: what to do next. */
function firstLine({ papers, toConfirm }: DecisionsPage): Html | string {
  const [first] = papers;
  const late = papers.filter(({ group }) => group === "late").length;
  if (first !== undefined) {
    const { label } = KINDS[first.kind];
    return <>Next: <a class="govuk-link govuk-link--no-visited-state" href={decidePath(first.recordId, first)}>{label.charAt(0).toLowerCase()}{label.slice(1)}</a> for {first.localId}{dueBy(first)}{late === 0 ? "" : `. ${late} ${late === 1 ? "is" : "are"} late`}.</>;
  }
  return toConfirm.length === 0 ? "Nothing waits for your decision." : `${toConfirm.length} ${toConfirm.length === 1 ? "waits" : "wait"} to be confirmed.`;
}

/** “, due 3 March 2026”, where it can be late by that day. */
export const dueBy = ({ clock: { dueOn }, group }: PapersLine): string => (dueOn === null || group === "undated" ? "" : `, due ${dayInWords(dueOn)}`);

/** How it stands; of what is never late, why not. */
const standingOf = ({ clock, group }: PapersLine): string =>
  group !== "undated" || clock.state !== "overdue" ? stateInWords(clock) : [...clock.flags.map((flag) => CLOCK_FLAGS[flag]), "never late"].join(", ");

const Child = ({ line, to, what }: { readonly line: { readonly localId: string; readonly name: string | null }; readonly to: string; readonly what: string }): Html => (
  <><a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={to}>{line.localId}<span class="govuk-visually-hidden">: {what}</span></a>{line.name === null ? null : <><br />{line.name}</>}</>
);

const on = (e: Entry | undefined): string => (e === undefined ? "–" : e.certainty === "actual" ? dayInWords(e.happenedOn) : whenInWords(e));
const reportPath = (recordId: string): string => `/children/${recordId}/milestones/report`;

const PapersTable = ({ lines }: { readonly lines: readonly PapersLine[] }) => (
  <StackedTable
    caption="Papers waiting" heads={["Child", "Decision", "Papers sent", "Panel", "Final minutes", "Decision due", "To do", "To read"]}
    rows={lines.map((line) => [
      <Child line={line} to={`/children/${line.recordId}`} what="the child’s page" />,
      KINDS[line.kind].label, on(line.papers.sent), on(line.papers.panel), on(line.papers.minutes),
      <>{line.clock.dueOn === null ? "No day" : <DueLink recordId={line.recordId} clock={line.clock} on={line.clock.dueOn} />}<br /><span class={line.group === "late" ? "pt-status pt-status--late" : "pt-small pt-quiet"}>{standingOf(line)}</span></>,
      <a class="govuk-link govuk-link--no-visited-state" href={decidePath(line.recordId, line)}>Decide<span class="govuk-visually-hidden">: {line.localId}, {KINDS[line.kind].label}</span></a>,
      <a class="govuk-link" href={reportPath(line.recordId)}>Milestones report<span class="govuk-visually-hidden"> of {line.localId}</span></a>,
    ])}
  />
);

/** What others put down; those whose day has gone by and that say what and why can be confirmed together. */
function ToConfirm({ page: { toConfirm } }: { readonly page: DecisionsPage }) {
  const several = toConfirm.filter(({ complete }) => complete).length > 1;
  return (
    <form method="post" action="/decisions/confirm">
      <StackedTable
        caption="To confirm" heads={[...(several ? ["Tick"] : []), "Child", "Decision", "Day", "What it says", "Put down by"]}
        rows={toConfirm.map((line) => [
          ...(several ? [line.complete ? <Tick line={line} /> : null] : []),
          <Child line={line} to={decidePath(line.recordId, line.entry)} what={`decide, ${KINDS[line.entry.kind].label}`} />,
          KINDS[line.entry.kind].label,
          <>{dayInWords(line.entry.happenedOn)}<OutsidePanel line={line} /></>,
          <>{detailsInWords(line.entry).map(([label, text]) => <div>{label}: {text}</div>)}{line.complete ? null : <div class="pt-quiet">Open it to say what you decide and why</div>}</>,
          byInWords(line),
        ])}
      />
      {several ? component("govukButton", { text: "Confirm those ticked", classes: "govuk-button--secondary" }) : null}
    </form>
  );
}

const byInWords = ({ entry, by }: AheadLine): string => recorderInWords(entry.recordedBy, new Map([[entry.recordedBy, by]]));

const Tick = ({ line }: { readonly line: AheadLine }) => (
  <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" id={`confirm-${line.entry.number}`} type="checkbox" name="confirm" value={`${line.recordId} ${line.entry.number} ${line.version}`} />
      <label class="govuk-label govuk-checkboxes__label" for={`confirm-${line.entry.number}`}><span class="govuk-visually-hidden">Confirm {KINDS[line.entry.kind].label} of {line.localId}</span></label>
    </div>
  </div>
);

const PlannedTable = ({ lines }: { readonly lines: readonly AheadLine[] }) => (
  <StackedTable
    caption="Days planned" heads={["Child", "Decision", "Day", "With panel, or who agreed to the day", "Planned by"]}
    rows={lines.map((line) => [
      <Child line={line} to={decidePath(line.recordId, line.entry)} what={`decide, ${KINDS[line.entry.kind].label}`} />,
      KINDS[line.entry.kind].label, dayInWords(line.entry.happenedOn), line.outsidePanel ? <OutsidePanel line={line} /> : "With panel", byInWords(line),
    ])}
  />
);

/** A day outside panel is agreed between those concerned; who they were is on the entry, or is missing. */
function OutsidePanel({ line: { outsidePanel, entry } }: { readonly line: AheadLine }) {
  const agreed = entry.detail["dateAgreedBy"];
  if (!outsidePanel) return null;
  return <div>Outside panel; {agreed === undefined ? "who agreed to the day is not recorded" : `agreed by ${String(agreed)}`}</div>;
}
