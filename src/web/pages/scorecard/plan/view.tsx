import type { PlanPage } from "../../../../app/plan/open-plan.ts";
import { ownersInWords } from "../../../../domain/scorecard/plan/owners.ts";
import { actionsOf, hasEnded, isOverdue, type PlanAction, type PlanObjective, PROGRESS_STATES } from "../../../../domain/scorecard/plan/plan.ts";
import { countsInWords, countsOf, dueInWords, isUnsaid, mostPressingFirst } from "../../../../domain/scorecard/plan/standing.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { monthInWords } from "../../../../domain/standards/performance.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { Sections } from "../sections.tsx";

export const PLAN = "/scorecard/plan";

/** The action plan: what is overdue first, then objective by objective. */
export function PlanView({ page }: { readonly page: PlanPage }): Html {
  const { plan, authority, mayKeep, seesScorecard, today } = page;
  const overdue = actionsOf(plan).filter(isOverdue).toSorted(mostPressingFirst);
  const counts = countsOf(plan);
  const none = plan.objectives.length === 0;
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Action plan</h1>
        <p class="pt-heading__beside">{authority.name}, as it stands on {dayInWords(today)}</p>
      </div>
      {seesScorecard ? <Sections at="plan" /> : null}
      {none ? <Empty mayKeep={mayKeep} /> : (
        <>
          <p class="govuk-body-l">{countsInWords(counts)}</p>
          <p class="govuk-body pt-measure">{counts.open === 0 ? "" : counts.unsaid === 0 ? "Of every open action somebody has said this month or last how it goes." : `Of ${counted(counts.unsaid, "open action")} nobody has said this month or last how ${counts.unsaid === 1 ? "it goes" : "they go"}.`} Nothing of one child belongs in the plan: it goes into published reports.</p>
        </>
      )}
      <Ways page={page} none={none} />
      {overdue.length === 0 ? null : (
        <section aria-labelledby="overdue">
          <h2 class="govuk-heading-m" id="overdue">Overdue: {overdue.length}</h2>
          <ActionsTable page={page} actions={overdue} caption="Overdue actions, the longest first" />
        </section>
      )}
      {plan.objectives.map((objective, i) => <Objective page={page} objective={objective} number={i + 1} />)}
      {plan.takenOut.length === 0 ? null : <p class="govuk-body">{counted(plan.takenOut.length, "objective or action was", "objectives and actions were")} taken out of the plan. <a class="govuk-link" href={`${PLAN}/history`}>See what, and why</a></p>}
    </>
  );
}

const Empty = ({ mayKeep }: { readonly mayKeep: boolean }): Html => (
  <div class="pt-measure">
    <p class="govuk-body">There is no action plan yet. A plan says what is to get better, what is done for it, by whom and by when, and how it goes month by month.</p>
    {mayKeep ? <p class="govuk-body">You can <a class="govuk-link" href={`${PLAN}/start`}>start from a plan that is there already</a> and change it, or <a class="govuk-link" href={`${PLAN}/objectives/new`}>put down the first objective</a>.</p> : <p class="govuk-body">Managers, the tracking administrator and the performance analyst keep it.</p>}
  </div>
);

const Ways = ({ page: { mayKeep, seesScorecard }, none }: { readonly page: PlanPage; readonly none: boolean }): Html | null => (none ? null : (
  <ul class="govuk-list pt-plan__ways">
    {mayKeep ? <li><a class="govuk-link" href={`${PLAN}/objectives/new`}>Add an objective</a></li> : null}
    <li><a class="govuk-link" href={`${PLAN}.docx`}>Word document</a></li>
    <li><a class="govuk-link" href={`${PLAN}/history`}>History</a></li>
    {seesScorecard ? <li><a class="govuk-link" href="/scorecard/regular">Regular reports</a></li> : null}
  </ul>
));

const Objective = ({ page, objective: { id, title, actions }, number }: { readonly page: PlanPage; readonly objective: PlanObjective; readonly number: number }): Html => (
  <section class="pt-plan__objective" aria-labelledby={`objective-${number}`}>
    <h2 class="govuk-heading-m" id={`objective-${number}`}><span class="pt-quiet pt-plan__number">Objective {number}</span> {title}</h2>
    {actions.length === 0 ? <p class="govuk-body">No action has been put down for it yet.</p> : <ActionsTable page={page} actions={actions.toSorted(mostPressingFirst)} caption={`Actions of objective ${number}, the most pressing first`} />}
    {page.mayKeep ? (
      <ul class="govuk-list pt-plan__ways">
        <li><a class="govuk-link" href={`${PLAN}/objectives/${id}/actions/new`}>Add an action<span class="govuk-visually-hidden"> to objective {number}</span></a></li>
        <li><a class="govuk-link" href={`${PLAN}/objectives/${id}`}>Change<span class="govuk-visually-hidden"> the words of objective {number}</span></a></li>
        <li><a class="govuk-link" href={`${PLAN}/take-out/${id}`}>Take out<span class="govuk-visually-hidden"> objective {number}</span></a></li>
      </ul>
    ) : null}
  </section>
);

const ActionsTable = ({ page: { names, mine, today }, actions, caption }: { readonly page: PlanPage; readonly actions: readonly PlanAction[]; readonly caption: string }): Html => (
  <div class="pt-plan__table pt-compact">
    <StackedTable
      caption={caption} heads={["Action", "Owners", "By when", "How it stands", "Last said"]}
      rows={actions.map((action) => [
        <a class="govuk-link govuk-link--no-visited-state" href={`${PLAN}/actions/${action.id}`}>{action.what}</a>,
        <>{ownersInWords(action.owners, names)}{mine.has(action.id) ? <><br /><strong>{yoursInWords(mine.get(action.id) ?? null)}</strong></> : null}</>,
        dueInWords(action), <PlanStatus action={action} />, <LastSaid action={action} unsaid={isUnsaid(action, today)} />,
      ])}
    />
  </div>
);

function LastSaid({ action: { progress: [last] }, unsaid }: { readonly action: PlanAction; readonly unsaid: boolean }): Html {
  if (last === undefined) return <span class="pt-quiet">Nothing yet</span>;
  return <>{last.words} <span class="pt-quiet">{monthInWords(last.month)}{unsaid ? ", nothing since" : ""}</span></>;
}

/** “Yours”; “Yours while you do the work of Anna Fell”. */
export const yoursInWords = (covers: string | null): string => (covers === null ? "Yours" : `Yours while you do the work of ${covers}`);

/** How an action stands, in words: “Overdue by 12 days”, then what was last said of it. */
export function PlanStatus({ action }: { readonly action: PlanAction }): Html {
  const { state, daysOverdue } = action;
  if (daysOverdue > 0) return <><span class="pt-status pt-status--late">Overdue by {counted(daysOverdue, "day")}</span><br /><span class="pt-quiet">{PROGRESS_STATES[state]}</span></>;
  return <span class={`pt-status${hasEnded(action) ? " pt-status--quiet" : state === "behind" ? " pt-status--due-soon" : ""}`}>{PROGRESS_STATES[state]}</span>;
}

/** That somebody worded a thing otherwise meanwhile; nothing typed is lost. */
export const Theirs = ({ theirs }: { readonly theirs: { readonly by: string; readonly words: string } | undefined }): Html | null =>
  theirs === undefined ? null : component("govukInsetText", { html: <><p class="govuk-body"><strong>{theirs.by} changed this while you were at it.</strong> It now says:</p><p class="govuk-body">{theirs.words}</p><p class="govuk-body">What you typed is below. Saving puts yours in its place; theirs stays in the history.</p></> });
