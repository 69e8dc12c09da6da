import type { AheadLine, DecisionsPage, PapersLine } from "../../../app/decisions/views.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { stateInWords } from "../../../domain/standards/clock.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { DueLink } from "../child/why/due-link.tsx";
import { detailsInWords, recorderInWords, whenInWords } from "../child/words.ts";
import { FeedbackList } from "./feedback-view.tsx";
import { decidePath } from "./paths.ts";

/** What waits for the decision-maker: papers with the day the decision is due, what others put down to be confirmed, and days planned. */
export const DecisionsView = ({ page }: { readonly page: DecisionsPage }): Html => (
  <>
    <h1 class="govuk-heading-l">Decisions</h1>
    {page.deputyOf === null ? null : component("govukInsetText", { text: `You are the named deputy of ${page.deputyOf} today. What you decide is recorded under your own name.` })}
    <p class="govuk-body-l">{firstLine(page)}</p>
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
    <section class="pt-decisions" aria-labelledby="feedback-heading">
      <h2 class="govuk-heading-m" id="feedback-heading">Feedback given last</h2>
      <FeedbackList lines={page.feedback} />
    </section>
  </>
);

function firstLine({ papers, toConfirm }: DecisionsPage): string {
  const [first] = papers;
  const late = papers.filter(({ clock }) => clock.state === "overdue").length;
  if (first !== undefined) return `Next: ${KINDS[first.kind].label.charAt(0).toLowerCase()}${KINDS[first.kind].label.slice(1)} for ${first.localId}${first.clock.dueOn === null ? "" : `, due ${dayInWords(first.clock.dueOn)}`}${late === 0 ? "" : `. ${late} ${late === 1 ? "is" : "are"} late`}.`;
  return toConfirm.length === 0 ? "Nothing waits for your decision." : `${toConfirm.length} ${toConfirm.length === 1 ? "waits" : "wait"} to be confirmed.`;
}

const Child = ({ line, to, what }: { readonly line: { readonly localId: string; readonly name: string | null }; readonly to: string; readonly what: string }): Html => (
  <><a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={to}>{line.localId}<span class="govuk-visually-hidden">: {what}</span></a>{line.name === null ? null : <><br />{line.name}</>}</>
);

const on = (e: Entry | undefined): string => (e === undefined ? "–" : e.certainty === "actual" ? dayInWords(e.happenedOn) : whenInWords(e));
const reportPath = (recordId: string): string => `/children/${recordId}/milestones/report`;

const PapersTable = ({ lines }: { readonly lines: readonly PapersLine[] }) => (
  <div class="pt-scroll" role="region" aria-label="Papers waiting" tabindex={0}>
    <table class="govuk-table pt-table">
      <caption class="govuk-visually-hidden">Papers waiting</caption>
      <thead><tr><th scope="col">Child</th><th scope="col">Decision</th><th scope="col">Papers sent</th><th scope="col">Panel</th><th scope="col">Final minutes</th><th scope="col">Decision due</th><th scope="col">To read</th></tr></thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <td><Child line={line} to={decidePath(line.recordId, line)} what={`decide, ${KINDS[line.kind].label}`} /></td>
            <td>{KINDS[line.kind].label}</td>
            <td class="pt-nowrap">{on(line.papers.sent)}</td>
            <td>{on(line.papers.panel)}</td>
            <td class="pt-nowrap">{on(line.papers.minutes)}</td>
            <td>{line.clock.dueOn === null ? "No day" : <DueLink recordId={line.recordId} clock={line.clock} on={line.clock.dueOn} />}<br /><span class={line.clock.state === "overdue" ? "pt-status pt-status--late" : "pt-small pt-quiet"}>{stateInWords(line.clock)}</span></td>
            <td><a class="govuk-link" href={reportPath(line.recordId)}>Milestones report<span class="govuk-visually-hidden"> of {line.localId}</span></a></td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** What others put down; those whose day has gone by and that say what and why can be confirmed together. */
function ToConfirm({ page: { toConfirm } }: { readonly page: DecisionsPage }) {
  const several = toConfirm.filter(({ complete }) => complete).length > 1;
  return (
    <form method="post" action="/decisions/confirm">
      <div class="pt-scroll" role="region" aria-label="To confirm" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">To confirm</caption>
          <thead><tr>{several ? <th scope="col">Tick</th> : null}<th scope="col">Child</th><th scope="col">Decision</th><th scope="col">Day</th><th scope="col">What it says</th><th scope="col">Put down by</th></tr></thead>
          <tbody>
            {toConfirm.map((line) => (
              <tr>
                {several ? <td>{line.complete ? <Tick line={line} /> : null}</td> : null}
                <td><Child line={line} to={decidePath(line.recordId, line.entry)} what={`decide, ${KINDS[line.entry.kind].label}`} /></td>
                <td>{KINDS[line.entry.kind].label}</td>
                <td>{dayInWords(line.entry.happenedOn)}<OutsidePanel line={line} /></td>
                <td>{detailsInWords(line.entry).map(([label, text]) => <div>{label}: {text}</div>)}{line.complete ? null : <div class="pt-quiet">Open it to say what you decide and why</div>}</td>
                <td>{recorderInWords(line.entry.recordedBy, new Map([[line.entry.recordedBy, line.by]]))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {several ? component("govukButton", { text: "Confirm those ticked", classes: "govuk-button--secondary" }) : null}
    </form>
  );
}

const Tick = ({ line }: { readonly line: AheadLine }) => (
  <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" id={`confirm-${line.entry.number}`} type="checkbox" name="confirm" value={`${line.recordId} ${line.entry.number} ${line.version}`} />
      <label class="govuk-label govuk-checkboxes__label" for={`confirm-${line.entry.number}`}><span class="govuk-visually-hidden">Confirm {KINDS[line.entry.kind].label} of {line.localId}</span></label>
    </div>
  </div>
);

const PlannedTable = ({ lines }: { readonly lines: readonly AheadLine[] }) => (
  <div class="pt-scroll" role="region" aria-label="Days planned" tabindex={0}>
    <table class="govuk-table pt-table">
      <caption class="govuk-visually-hidden">Days planned</caption>
      <thead><tr><th scope="col">Child</th><th scope="col">Decision</th><th scope="col">Day</th><th scope="col">With panel, or who agreed to the day</th><th scope="col">Planned by</th></tr></thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <td><Child line={line} to={decidePath(line.recordId, line.entry)} what={`decide, ${KINDS[line.entry.kind].label}`} /></td>
            <td>{KINDS[line.entry.kind].label}</td>
            <td class="pt-nowrap">{dayInWords(line.entry.happenedOn)}</td>
            <td>{line.outsidePanel ? <OutsidePanel line={line} /> : "With panel"}</td>
            <td>{recorderInWords(line.entry.recordedBy, new Map([[line.entry.recordedBy, line.by]]))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** A day outside panel is agreed between those concerned; who they were is on the entry, or is missing. */
function OutsidePanel({ line: { outsidePanel, entry } }: { readonly line: AheadLine }) {
  const agreed = entry.detail["dateAgreedBy"];
  if (!outsidePanel) return null;
  return <div>Outside panel; {agreed === undefined ? "who agreed to the day is not recorded" : `agreed by ${String(agreed)}`}</div>;
}
